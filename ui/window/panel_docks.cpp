// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panel_docks.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtWidgets/QMainWindow>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kLayoutVersion = 6;
constexpr std::array kLayouts{WindowLayout::Draw, WindowLayout::Train, WindowLayout::Inspect,
                              WindowLayout::Build};
constexpr std::array kTabbedGroups{PanelGroup::Training, PanelGroup::Inspection, PanelGroup::Build};
constexpr int kWideWindow = 1200;  // has room for source code beside the modules
constexpr int kTallWindow = 800;   // has room for one panel more
constexpr int kLeastAnswer = 320;  // pixels: the bars with their softmax beneath

// Shares of the window
constexpr double kAnswerInDraw = 0.24;
constexpr double kChainInDraw = 0.25;
constexpr double kOthersInDraw = 0.4;   // a panel of the other layouts, when it is opened there
constexpr double kColumnInTrain = 0.3;  // canvas and answer: the rest is the training's
constexpr double kColumnInInspect = 0.26;
constexpr double kColumnInBuild = 0.24;
constexpr double kCodeInBuild = 0.26;
constexpr double kLessons = 0.24;  // beside every layout
constexpr double kAnswerInColumn = 0.5;
constexpr double kMostAnswerInColumn = 0.6;  // where the answer needs more
constexpr double kChainInInspect = 0.2;

/// Shares come from a file.
bool isShare(QSizeF share)
{
    return share.width() > 0 && share.width() <= 1 && share.height() > 0 && share.height() <= 1;
}

}  // namespace

PanelDocks::PanelDocks(const std::vector<PanelEntry>& panels, QMainWindow* window)
    : QObject(window), m_window(window)
{
    for (const PanelEntry& entry : panels)
        m_docks.push_back({entry.group, entry.panel,
                           new Dock(entry.panel->windowTitle(), u"dock."_s + entry.name, entry.panel,
                                    entry.ground, window)});
    window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    first(PanelGroup::Lessons)->hide();
    arrange(m_layout);
    for (QDockWidget* dock : all())
        connect(dock, &QDockWidget::visibilityChanged, this, &PanelDocks::fitLater);
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

void PanelDocks::use(WindowLayout layout)
{
    if (layout == m_layout)
        return;
    m_kept.insert(m_layout, now());
    const bool lessons = !first(PanelGroup::Lessons)->isHidden();
    m_layout = layout;
    m_waiting.clear();
    const auto kept = m_kept.constFind(layout);
    if (kept == m_kept.constEnd())
        arrange(layout);
    else
        put(m_kept.take(layout));
    // They lead through all layouts.
    first(PanelGroup::Lessons)->setVisible(lessons);
    Q_EMIT layoutChanged(layout);
}

void PanelDocks::reset()
{
    m_waiting.clear();
    arrange(m_layout);
}

/// Before others are shown: all at once ask for more room than a small screen has.
void PanelDocks::hideAll()
{
    for (QDockWidget* dock : all()) {
        dock->setFloating(false);
        dock->hide();
    }
}

void PanelDocks::arrange(WindowLayout layout)
{
    QDockWidget* lessons = first(PanelGroup::Lessons);
    const bool showsLessons = !lessons->isHidden();
    hideAll();
    m_shares.clear();
    m_window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_window->addDockWidget(Qt::LeftDockWidgetArea, lessons);
    setShare(lessons, {kLessons, 1});
    switch (layout) {
    case WindowLayout::Draw:
        arrangeForDrawing();
        break;
    case WindowLayout::Train:
        arrangeBeside(PanelGroup::Training, kColumnInTrain);
        break;
    case WindowLayout::Inspect:
        arrangeBeside(PanelGroup::Inspection, kColumnInInspect);
        break;
    case WindowLayout::Build:
        arrangeBeside(PanelGroup::Build, kColumnInBuild);
        break;
    }
    lessons->setVisible(showsLessons);
    fit();
    fitLater();
}

/// The canvas in the middle, the answer beside it, the chain beneath both.
void PanelDocks::arrangeForDrawing()
{
    QDockWidget* answer = first(PanelGroup::Answer);
    QDockWidget* network = first(PanelGroup::Network);
    m_window->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_window->addDockWidget(Qt::RightDockWidgetArea, answer);
    for (const PanelGroup group : kTabbedGroups) {
        const QList<QDockWidget*> tabs = of(group);
        m_window->splitDockWidget(answer, tabs.first(), Qt::Horizontal);
        for (QDockWidget* dock : tabs.mid(1))
            m_window->tabifyDockWidget(tabs.first(), dock);
    }
    m_window->addDockWidget(Qt::BottomDockWidgetArea, network);
    answer->show();
    network->show();
    const double width = std::max(kAnswerInDraw, kLeastAnswer / std::max(1.0, 1.0 * m_window->width()));
    setShare(answer, {std::min(width, 0.4), 1 - kChainInDraw});
    setShare(network, {1, kChainInDraw});
    for (const PanelGroup group : kTabbedGroups)
        for (const QDockWidget* dock : of(group))
            setShare(dock, {kOthersInDraw, 1 - kChainInDraw});
}

/// A column of canvas and answer, and the panels of `group` as tabs with all the rest. In a wide window the
/// source code stands beside the modules.
void PanelDocks::arrangeBeside(PanelGroup group, double column)
{
    QDockWidget* answer = first(PanelGroup::Answer);
    QDockWidget* network = first(PanelGroup::Network);
    const QList<QDockWidget*> tabs = of(group);
    const bool splits = group == PanelGroup::Build && m_window->width() >= kWideWindow && tabs.size() > 1;
    m_window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, answer);
    m_window->addDockWidget(Qt::RightDockWidgetArea, tabs.first());
    m_window->splitDockWidget(tabs.first(), network, Qt::Vertical);
    if (splits)  // before the others are tabs of the first, where a neighbour would be one, too
        m_window->splitDockWidget(tabs.first(), tabs.last(), Qt::Horizontal);
    for (const PanelGroup each : kTabbedGroups)
        for (QDockWidget* dock : of(each))
            if (dock != tabs.first() && !(splits && dock == tabs.last()))
                m_window->tabifyDockWidget(tabs.first(), dock);
    answer->show();
    for (QDockWidget* dock : tabs)
        dock->show();
    // On a small screen the module's own list does for the chain.
    const bool chain = group == PanelGroup::Inspection && m_window->height() >= kTallWindow;
    const double code = splits ? kCodeInBuild : 0;
    network->setVisible(chain);
    setShare(answer, {column, kAnswerInColumn});
    setShare(tabs.first(), {1 - column - code, chain ? 1 - kChainInInspect : 1});
    if (splits)
        setShare(tabs.last(), {code, 1});
    if (chain)
        setShare(network, {1 - column, kChainInInspect});
    tabs.first()->raise();
}

void PanelDocks::setShare(const QDockWidget* dock, QSizeF share)
{
    m_shares.insert(dock->objectName(), share);
}

/// Gives each dock its share of the window as it is now.
void PanelDocks::fit()
{
    QList<QDockWidget*> docks;
    QList<int> widths;
    QList<int> heights;
    for (QDockWidget* dock : all()) {
        const auto share = m_shares.constFind(dock->objectName());
        if (share == m_shares.constEnd() || dock->isHidden() || dock->isFloating())
            continue;
        docks += dock;
        widths += qRound(share->width() * m_window->width());
        heights += std::max(qRound(share->height() * m_window->height()), leastHeight(dock));
    }
    if (docks.isEmpty())
        return;
    m_window->resizeDocks(docks, widths, Qt::Horizontal);
    m_window->resizeDocks(docks, heights, Qt::Vertical);
}

/// Docks come and go one by one: once for all of them, and when the layout has its new sizes.
void PanelDocks::fitLater()
{
    if (!m_window->isVisible() || std::exchange(m_fitsLater, true))
        return;
    const auto later = [this] {
        m_fitsLater = false;
        fit();
    };
    QMetaObject::invokeMethod(this, later, Qt::QueuedConnection);
}

/// Under the canvas the answer has the room that its bars need.
int PanelDocks::leastHeight(const QDockWidget* dock) const
{
    const auto found = std::ranges::find(m_docks, dock, &Docked::dock);
    if (m_layout == WindowLayout::Draw || found == m_docks.end() || found->group != PanelGroup::Answer)
        return 0;
    const int around = dock->titleBarWidget()->sizeHint().height() + 2;
    return std::min(found->panel->minimumSizeHint().height() + around,
                    qRound(kMostAnswerInColumn * m_window->height()));
}

PanelDocks::Kept PanelDocks::now() const
{
    return {m_waiting.isEmpty() ? m_window->saveState(kLayoutVersion) : m_waiting, m_shares};
}

void PanelDocks::put(const Kept& kept)
{
    if (!m_window->restoreState(kept.docks, kLayoutVersion)) {
        arrange(m_layout);
        return;
    }
    m_shares = kept.shares;
    fit();
    fitLater();
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
    QMap<WindowLayout, Kept> kept = m_kept;
    kept.insert(m_layout, now());
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_window->saveGeometry() << static_cast<qint32>(kLayoutVersion) << static_cast<qint32>(m_layout)
           << static_cast<qint32>(kept.size());
    for (auto each = kept.cbegin(); each != kept.cend(); ++each)
        stream << static_cast<qint32>(each.key()) << each->docks << each->shares;
    return state;
}

bool PanelDocks::restore(const QByteArray& state)
{
    QDataStream stream(state);
    QByteArray geometry;
    qint32 version = 0;
    stream >> geometry >> version;
    if (stream.status() != QDataStream::Ok || !m_window->restoreGeometry(geometry))
        return false;
    if (version != kLayoutVersion)
        return true;  // an older one: its size and place are taken
    qint32 current = 0;
    qint32 count = 0;
    stream >> current >> count;
    QMap<WindowLayout, Kept> layouts;
    for (qint32 i = 0; i < std::min(count, static_cast<qint32>(kLayouts.size())); ++i) {
        qint32 layout = 0;
        Kept kept;
        stream >> layout >> kept.docks >> kept.shares;
        kept.shares.removeIf([](Shares::iterator share) { return !isShare(share.value()); });
        if (std::ranges::find(kLayouts, static_cast<WindowLayout>(layout)) != kLayouts.end())
            layouts.insert(static_cast<WindowLayout>(layout), kept);
    }
    if (stream.status() != QDataStream::Ok || !layouts.contains(static_cast<WindowLayout>(current)))
        return false;
    m_layout = static_cast<WindowLayout>(current);
    const Kept kept = layouts.take(m_layout);
    m_kept = layouts;
    m_shares = kept.shares;
    if (m_window->isVisible())
        put(kept);
    else
        m_waiting =
            kept.docks;  // Qt 6.4 crashes where docks are restored in a maximised window not shown yet
    Q_EMIT layoutChanged(m_layout);
    return true;
}

void PanelDocks::windowShown()
{
    if (m_waiting.isEmpty())
        fit();
    else
        put({std::exchange(m_waiting, {}), m_shares});
}

/// A window manager gives a window its size after it was shown, too.
void PanelDocks::windowResized()
{
    if (m_window->isVisible())
        fit();
}

PanelDocks::Shares PanelDocks::sharesInSight() const
{
    Shares shares;
    for (QDockWidget* dock : all()) {
        if (dock->isHidden() || dock->isFloating() || dock->visibleRegion().isEmpty())
            continue;
        const QSizeF share(1.0 * dock->width() / m_window->width(),
                           1.0 * dock->height() / m_window->height());
        shares.insert(dock->objectName(), share.boundedTo({1, 1}));
        for (const QDockWidget* behind : m_window->tabifiedDockWidgets(dock))
            shares.insert(behind->objectName(), share.boundedTo({1, 1}));
    }
    return shares;
}

void PanelDocks::mousePressed()
{
    m_pressed = sharesInSight();
}

/// Where a separator was dragged, these are the shares that the user wants.
void PanelDocks::mouseReleased()
{
    if (const Shares shares = sharesInSight(); shares != m_pressed)
        m_shares.insert(shares);
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

}  // namespace glyphscope
