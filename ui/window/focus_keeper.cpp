// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/focus_keeper.h"

#include "ui/style/theme.h"

#include <QtCore/QChildEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTabBar>

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

constexpr qsizetype kRemembered = 32;

void scrollIntoSight(QWidget* widget)
{
    for (QWidget* parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(widget, metrics::kGap, metrics::kGap);
}

}  // namespace

FocusKeeper::FocusKeeper(QWidget* window, QWidget* home) : QObject(window), m_window(window), m_home(home)
{
    connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::focusMoved);
    window->installEventFilter(this);
    for (QTabBar* tabs : window->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        watch(tabs);
}

bool FocusKeeper::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ChildPolished && watched == m_window)
        watch(qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child()));
    else if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        refuseOutOfSight(qobject_cast<QTabBar*>(watched));
    return QObject::eventFilter(watched, event);
}

void FocusKeeper::watch(QTabBar* tabs)
{
    if (tabs == nullptr)
        return;
    tabs->installEventFilter(this);
    refuseOutOfSight(tabs);
}

void FocusKeeper::refuseOutOfSight(QTabBar* tabs)
{
    if (tabs != nullptr)
        tabs->setFocusPolicy(m_window->rect().intersects(tabs->geometry()) ? Qt::TabFocus : Qt::NoFocus);
}

void FocusKeeper::focusMoved(QWidget* old, QWidget* now)
{
    const bool wasHere = old != nullptr && old->window() == m_window;
    if (now == nullptr) {
        if (wasHere)
            settleLater();
    } else if (now->window() == m_window && wasHere && !old->isVisible()) {
        settleLater();  // Qt has moved it on because it was hidden
    } else if (now->window() == m_window && now->focusPolicy() != Qt::NoFocus) {
        m_lost = false;
        remember(now);
        if (QApplication::mouseButtons() == Qt::NoButton)
            scrollIntoSight(now);
    }
}

void FocusKeeper::settleLater()
{
    if (!std::exchange(m_lost, true))
        QMetaObject::invokeMethod(this, &FocusKeeper::settle, Qt::QueuedConnection);
}

void FocusKeeper::settle()
{
    if (!std::exchange(m_lost, false) || QApplication::activeWindow() != m_window)
        return;
    const auto inSight = [this](const QPointer<QWidget>& widget) {
        return widget && widget->window() == m_window && widget->isEnabled() &&
               !widget->visibleRegion().isEmpty();
    };
    const auto last = std::find_if(m_visited.crbegin(), m_visited.crend(), inSight);
    (last == m_visited.crend() ? m_home : last->data())->setFocus(Qt::OtherFocusReason);
}

void FocusKeeper::remember(QWidget* widget)
{
    m_visited.removeAll(nullptr);
    m_visited.removeAll(widget);
    m_visited.append(widget);
    if (m_visited.size() > kRemembered)
        m_visited.removeFirst();
}

}  // namespace glyphscope
