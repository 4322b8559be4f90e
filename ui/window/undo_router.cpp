// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/undo_router.h"

#include "ui/text/mnemonic.h"

#include <QtWidgets/QApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {

UndoRouter::UndoRouter(QAction* undo, QAction* redo, QObject* parent)
    : QObject(parent), m_undo(undo), m_redo(redo)
{
    connect(m_undo, &QAction::triggered, this, [this] {
        if (m_current < m_places.size())
            m_places[m_current].calls.undo();
    });
    connect(m_redo, &QAction::triggered, this, [this] {
        if (m_current < m_places.size())
            m_places[m_current].calls.redo();
    });
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget*, const QWidget* now) { focusMoved(now); });
}

void UndoRouter::add(const std::vector<QWidget*>& widgets, Calls calls)
{
    m_places.push_back({{widgets.begin(), widgets.end()}, std::move(calls), {}, {}});
}

void UndoRouter::setSteps(const QWidget* widget, const QString& undo, const QString& redo)
{
    for (Place& place : m_places)
        if (std::ranges::find(place.widgets, widget) != place.widgets.end()) {
            place.undo = undo;
            place.redo = redo;
        }
    show();
}

void UndoRouter::focusMoved(const QWidget* now)
{
    if (now == nullptr || now->focusPolicy() == Qt::NoFocus)
        return;  // another window, or a menu
    const auto holds = [now](const QPointer<QWidget>& widget) {
        return widget && (widget == now || widget->isAncestorOf(now));
    };
    const auto found = std::ranges::find_if(
        m_places, [&](const Place& place) { return std::ranges::any_of(place.widgets, holds); });
    m_current = found == m_places.end() ? 0 : static_cast<std::size_t>(found - m_places.begin());
    show();
}

void UndoRouter::show()
{
    if (m_current >= m_places.size())
        return;
    const Place& place = m_places[m_current];
    showOn(m_undo, tr("&Undo"), place.undo);
    showOn(m_redo, tr("&Redo"), place.redo);
}

void UndoRouter::showOn(QAction* action, const QString& plain, const QString& step) const
{
    if (action == nullptr)
        return;
    action->setEnabled(!step.isEmpty());
    action->setText(step.isEmpty() ? plain : tr("%1: %2").arg(plain, QString(step).replace(u'&', u"&&"_s)));
    const QString head = withoutMnemonic(action->text());
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? head : u"%1 (%2)"_s.arg(head, key));
}

}  // namespace glyphscope
