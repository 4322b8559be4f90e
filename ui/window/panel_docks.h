// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/panel_list.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QSize>

#include <vector>

class QDockWidget;
class QMainWindow;

namespace glyphscope {

/// The docks of the window's panels: three arrangements, and what the user has made of them, to be
/// remembered.
class PanelDocks : public QObject {
    Q_OBJECT

public:
    PanelDocks(const std::vector<PanelEntry>& panels, QMainWindow* window);

    /// In the order of the list of panels.
    [[nodiscard]] QList<QDockWidget*> all() const;

    void arrangeForDrawing();
    void arrangeForTraining();
    void arrangeForInspection();
    void bringToFront(const QWidget* panel);

    /// Where the panels are, to be remembered; what restore() cannot read it ignores and returns false.
    /// Before the window is shown, the panels go to their places when it is.
    [[nodiscard]] QByteArray state() const;
    bool restore(const QByteArray& state);

    // for the window's events
    void windowShown();
    void windowResized(QSize size);
    void raiseDetached();  ///< once it is on the screen: panels that came before it lie behind it

Q_SIGNALS:
    void restored();  ///< the docks stand as they were left, which may be any arrangement

private:
    [[nodiscard]] QList<QDockWidget*> of(PanelGroup group) const;
    [[nodiscard]] QDockWidget* first(PanelGroup group) const { return of(group).first(); }
    void arrange(const QList<QDockWidget*>& shown);
    bool restoreDocks(const QByteArray& docks);

    struct Docked {
        PanelGroup group;
        const QWidget* panel;
        QDockWidget* dock;
    };

    QMainWindow* const m_window;
    std::vector<Docked> m_docks;
    /// Docks to be restored when the window has the size that they were left with: a window manager may give
    /// it that after it was shown.
    struct Left {
        QByteArray docks;
        QSize size;
    } m_left;
};

}  // namespace glyphscope
