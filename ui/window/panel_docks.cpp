// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panel_docks.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kLayoutVersion = 4;
constexpr int kTallWindow = 700;  // has room for one panel more
constexpr std::chrono::seconds kUntilSized{1};

}  // namespace

PanelDocks::PanelDocks(const std::vector<PanelEntry>& panels, QMainWindow* window)
    : QObject(window), m_window(window)
{
    for (const PanelEntry& entry : panels)
        m_docks.push_back({entry.group, entry.panel,
                           new Dock(entry.panel->windowTitle(), u"dock."_s + entry.name, entry.panel,
                                    entry.ground, window)});
    window->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    arrange({});
}

QList<QDockWidget*> PanelDocks::all() const
{
    QList<QDockWidget*> docks;
    for (const Docked& each : m_docks)
        docks += each.dock;
    return docks;
}

QList<QDockWidget*> PanelDocks::of(PanelGroup group) const
{
    QList<QDockWidget*> docks;
    for (const Docked& each : m_docks)
        if (each.group == group)
            docks += each.dock;
    return docks;
}

void PanelDocks::arrange(const QList<QDockWidget*>& shown)
{
    m_left = {};
    // Hidden before others are shown: all at once ask for more room than a small screen has.
    for (QDockWidget* dock : all()) {
        dock->setFloating(false);
        dock->hide();
    }
    QDockWidget* answer = first(PanelGroup::Answer);
    m_window->addDockWidget(Qt::RightDockWidgetArea, answer);
    for (const PanelGroup group : {PanelGroup::Training, PanelGroup::Inspection}) {
        const QList<QDockWidget*> tabs = of(group);
        m_window->splitDockWidget(answer, tabs.first(), Qt::Horizontal);
        for (QDockWidget* dock : tabs.mid(1))
            m_window->tabifyDockWidget(tabs.first(), dock);
    }
    for (QDockWidget* dock : of(PanelGroup::Network))
        m_window->addDockWidget(Qt::BottomDockWidgetArea, dock);
    for (QDockWidget* dock : shown)
        dock->show();
}

void PanelDocks::arrangeForDrawing()
{
    QDockWidget* answer = first(PanelGroup::Answer);
    QDockWidget* network = first(PanelGroup::Network);
    arrange({answer, network});
    m_window->resizeDocks({answer}, {320}, Qt::Horizontal);
    m_window->resizeDocks({network}, {m_window->height() / 4}, Qt::Vertical);
}

void PanelDocks::arrangeForTraining()
{
    QDockWidget* answer = first(PanelGroup::Answer);
    QDockWidget* training = first(PanelGroup::Training);
    const int width = m_window->width();
    arrange(QList<QDockWidget*>{answer} + of(PanelGroup::Training));
    m_window->resizeDocks({answer, training}, {std::min(280, width / 4), std::min(520, width * 2 / 5)},
                          Qt::Horizontal);
    training->raise();
}

void PanelDocks::arrangeForInspection()
{
    QDockWidget* answer = first(PanelGroup::Answer);
    QDockWidget* module = first(PanelGroup::Inspection);
    QDockWidget* network = first(PanelGroup::Network);
    // On a small screen the module's own list does for the chain.
    arrange(QList<QDockWidget*>{answer} + of(PanelGroup::Inspection));
    const int width = m_window->width();
    const int height = m_window->height();
    network->setVisible(height >= kTallWindow);
    m_window->resizeDocks({answer, module}, {std::min(240, width / 5), width / 2}, Qt::Horizontal);
    m_window->resizeDocks({network}, {height / 5}, Qt::Vertical);
    module->raise();
}

void PanelDocks::bringToFront(const QWidget* panel)
{
    const auto found = std::ranges::find(m_docks, panel, &Docked::panel);
    if (found == m_docks.end())
        return;
    found->dock->show();
    found->dock->raise();
}

QByteArray PanelDocks::state() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    if (m_left.docks.isEmpty())
        stream << m_window->saveGeometry() << m_window->saveState(kLayoutVersion) << m_window->size();
    else
        stream << m_window->saveGeometry() << m_left.docks << m_left.size;
    return state;
}

bool PanelDocks::restore(const QByteArray& state)
{
    QDataStream stream(state);
    QByteArray geometry;
    QByteArray docks;
    stream >> geometry >> docks;
    if (stream.status() != QDataStream::Ok)
        return false;
    QSize size;
    stream >> size;  // older ones have none
    if (!m_window->restoreGeometry(geometry))
        return false;
    if (m_window->isVisible())
        return restoreDocks(docks);
    // Qt 6.4 crashes where docks are restored in a maximised window that is not shown yet.
    m_left = {docks, size};
    return true;
}

bool PanelDocks::restoreDocks(const QByteArray& docks)
{
    if (!m_window->restoreState(docks, kLayoutVersion))
        return false;
    Q_EMIT restored();
    return true;
}

void PanelDocks::windowShown()
{
    if (m_left.docks.isEmpty())
        return;
    restoreDocks(m_left.docks);
    if (!m_left.size.isValid() || m_left.size == m_window->size())
        m_left = {};
    else
        QTimer::singleShot(kUntilSized, this, [this] { m_left = {}; });  // the screen may be another one
}

void PanelDocks::raiseDetached()
{
    for (QDockWidget* dock : all()) {
        if (!dock->isFloating() || !dock->isVisible())
            continue;
        dock->hide();  // a window manager keeps only those in front that come after their window
        dock->show();
        dock->raise();
        m_window->activateWindow();
    }
}

void PanelDocks::windowResized(QSize size)
{
    if (m_window->isVisible() && !m_left.docks.isEmpty() && size == m_left.size)
        restoreDocks(std::exchange(m_left, {}).docks);
}

}  // namespace glyphscope
