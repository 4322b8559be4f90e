// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/lesson_target.h"

#include <QtGui/QAction>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QWidget* buttonOf(const QString& action, const QWidget& window)
{
    for (QToolButton* button : window.findChildren<QToolButton*>())
        if (button->isVisible() && button->defaultAction() != nullptr &&
            button->defaultAction()->objectName() == action)
            return button;
    return nullptr;
}

/// By its object name, the first that can be seen before others.
QWidget* widgetNamed(const QString& name, const QWidget& window)
{
    const QList<QWidget*> all = window.findChildren<QWidget*>(name);
    const auto seen = std::ranges::find_if(all, [](const QWidget* each) { return each->isVisible(); });
    if (seen != all.end())
        return *seen;
    return all.isEmpty() ? buttonOf(name, window) : all.first();
}

const QDockWidget* dockOf(const QWidget* widget)
{
    for (; widget != nullptr; widget = widget->parentWidget())
        if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
            return dock;
    return nullptr;
}

QWidget* tabsWith(const QString& title, const QWidget& window)
{
    for (QTabBar* bar : window.findChildren<QTabBar*>())
        for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab)
            if (bar->tabText(tab) == title)
                return bar;
    return nullptr;
}

QWidget* layoutButton(const LessonStep& step, const QWidget& window)
{
    const auto layout = std::ranges::find(step.show, u"layout"_s, &LessonPhrase::name);
    return layout == step.show.end()
               ? nullptr
               : buttonOf(u"action.layout."_s + layout->parameters[u"layout"_s].toString(), window);
}

}  // namespace

QWidget* targetOf(const LessonStep& step, const QWidget& window)
{
    QWidget* target = step.target.isEmpty() ? nullptr : widgetNamed(step.target, window);
    const QDockWidget* dock = dockOf(target);
    if (dock == nullptr || (target->isVisible() && !target->visibleRegion().isEmpty()))
        return target;
    QWidget* way = dock->isHidden()                  ? layoutButton(step, window)
                   : dock->visibleRegion().isEmpty() ? tabsWith(dock->windowTitle(), window)
                                                     : nullptr;
    return way == nullptr ? target : way;
}

}  // namespace glyphscope
