// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/panel_list.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QSizeF>

#include <vector>

class QDockWidget;
class QMainWindow;

namespace glyphscope {

/// What the window is used for: each gives its room to another job.
enum class WindowLayout { Draw, Train, Inspect, Build };

/// The docks of the window's panels: four layouts, each of which keeps its own tabs and sizes. Sizes are
/// kept as shares of the window and follow it.
class PanelDocks : public QObject {
    Q_OBJECT

public:
    PanelDocks(const std::vector<PanelEntry>& panels, QMainWindow* window);

    /// In the order of the list of panels.
    [[nodiscard]] QList<QDockWidget*> all() const;

    [[nodiscard]] WindowLayout layout() const { return m_layout; }
    void use(WindowLayout layout);  ///< as it was left; the first time as it ships
    void reset();                   ///< the layout in use, to what it is at first
    void bringToFront(const QWidget* panel);

    /// Where the panels are in every layout, to be remembered; what restore() cannot read it ignores and
    /// returns false. Before the window is shown, the panels go to their places when it is.
    [[nodiscard]] QByteArray state() const;
    bool restore(const QByteArray& state);

    // for the window's events
    void windowShown();
    void windowResized();
    void mousePressed();
    void mouseReleased();
    void raiseDetached();  ///< once it is on the screen: panels that came before it lie behind it

Q_SIGNALS:
    void layoutChanged(glyphscope::WindowLayout layout);

private:
    using Shares = QHash<QString, QSizeF>;  // of the window's width and height, by the dock's object name

    struct Kept {
        QByteArray docks;  // of QMainWindow::saveState()
        Shares shares;
    };

    [[nodiscard]] QList<QDockWidget*> of(PanelGroup group) const;
    [[nodiscard]] QDockWidget* first(PanelGroup group) const { return of(group).first(); }
    void hideAll();
    void arrange(WindowLayout layout);
    void arrangeForDrawing();
    void arrangeBeside(PanelGroup group, double column);
    void put(const Kept& kept);
    void fit();
    void fitLater();
    [[nodiscard]] int leastHeight(const QDockWidget* dock) const;
    void setShare(const QDockWidget* dock, QSizeF share);
    [[nodiscard]] Kept now() const;
    [[nodiscard]] Shares sharesInSight() const;

    struct Docked {
        PanelGroup group;
        const QWidget* panel;
        QDockWidget* dock;
    };

    QMainWindow* const m_window;
    std::vector<Docked> m_docks;
    WindowLayout m_layout = WindowLayout::Draw;
    Shares m_shares;
    Shares m_pressed;                 // in sight when the mouse was pressed
    QMap<WindowLayout, Kept> m_kept;  // the layouts that are not in use
    QByteArray m_waiting;             // docks to be restored when the window is shown
    bool m_fitsLater = false;
};

}  // namespace glyphscope
