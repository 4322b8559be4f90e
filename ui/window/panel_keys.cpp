// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panel_keys.h"

#include "ui/window/window_actions.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QTabBar>

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

QWidget* firstStopIn(QWidget* panel)
{
    for (QWidget* next = panel->nextInFocusChain(); next != panel; next = next->nextInFocusChain())
        if (panel->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) != 0 && next->isEnabled() &&
            next->isVisible() && next->focusProxy() == nullptr)
            return next;
    return nullptr;
}

}  // namespace

PanelKeys::PanelKeys(const WindowActions& actions, QWidget* canvas, QList<QDockWidget*> docks)
    : QObject(actions.detachPanel->parent())
    , m_detach(actions.detachPanel)
    , m_hide(actions.hidePanel)
    , m_canvas(canvas)
    , m_docks(std::move(docks))
{
    connect(m_detach, &QAction::triggered, this, &PanelKeys::detachOrAttach);
    connect(m_hide, &QAction::triggered, this, [this] {
        if (QDockWidget* panel = current())
            panel->hide();
    });
    connect(actions.nextPanel, &QAction::triggered, this, [this] { goTo(1); });
    connect(actions.previousPanel, &QAction::triggered, this, [this] { goTo(-1); });
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget*, const QWidget* now) { focusMoved(now); });
}

void PanelKeys::focusMoved(const QWidget* now)
{
    if (now == nullptr || now->focusPolicy() == Qt::NoFocus)
        return;  // another window, or a menu
    m_current = panelOf(now);
    for (QAction* action : {m_detach, m_hide})
        action->setEnabled(m_current != nullptr);
}

QDockWidget* PanelKeys::current() const
{
    const QWidget* focus = QApplication::focusWidget();
    return focus == nullptr || focus->focusPolicy() == Qt::NoFocus ? m_current.data() : panelOf(focus);
}

QDockWidget* PanelKeys::panelOf(const QWidget* focus) const
{
    const auto* tabs = qobject_cast<const QTabBar*>(focus);
    const QString tab = tabs != nullptr ? tabs->tabText(tabs->currentIndex()) : QString();
    const auto has = [focus, &tab](const QDockWidget* dock) {
        return dock->isAncestorOf(focus) || (dock->isVisible() && dock->windowTitle() == tab);
    };
    const auto found = std::ranges::find_if(m_docks, has);
    return found == m_docks.cend() ? nullptr : *found;
}

QString PanelKeys::place() const
{
    if (const QDockWidget* panel = current())
        return panel->objectName().mid(panel->objectName().indexOf(u'.') + 1);
    const QWidget* focus = QApplication::focusWidget();
    return focus != nullptr && focus != m_canvas ? focus->objectName() : QString();
}

void PanelKeys::detachOrAttach()
{
    QDockWidget* panel = current();
    if (panel == nullptr)
        return;
    QWidget* focus = QApplication::focusWidget();
    panel->setFloating(!panel->isFloating());
    QPointer<QWidget> stop = panel->isAncestorOf(focus) ? focus : firstStopIn(panel);
    // Later: a menu gives the focus back when it has closed.
    const auto enter = [panel, stop] {
        panel->activateWindow();
        panel->raise();  // attached, it may lie behind a tab
        if (stop)
            stop->setFocus(Qt::ShortcutFocusReason);
    };
    QMetaObject::invokeMethod(panel, enter, Qt::QueuedConnection);
}

void PanelKeys::goTo(int step)
{
    QList<QWidget*> stops{m_canvas};
    const QDockWidget* here = current();
    qsizetype at = 0;
    for (QDockWidget* dock : m_docks) {
        QWidget* stop = dock->visibleRegion().isEmpty() ? nullptr : firstStopIn(dock);
        if (dock == here)
            at = stops.size();
        if (stop != nullptr)
            stops += stop;
        else if (dock == here)
            at = stops.size() - (step > 0 ? 1 : 0);
    }
    QWidget* next = stops[(at + step + stops.size()) % stops.size()];
    next->activateWindow();
    next->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

}  // namespace glyphscope
