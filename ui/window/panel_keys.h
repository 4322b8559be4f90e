// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtWidgets/QDockWidget>

class QAction;
class QWidget;

namespace glyphscope {

struct WindowActions;

/// What the keyboard does with whole panels: goes from one to the next, detaches and hides the one that has
/// the focus.
class PanelKeys : public QObject {
    Q_OBJECT

public:
    PanelKeys(const WindowActions& actions, QWidget* canvas, QList<QDockWidget*> docks);

    /// The panel that has the focus, itself or by its tab, or had it before a menu was opened; nullptr: none.
    [[nodiscard]] QDockWidget* current() const;
    /// Its name in the list of panels, "stages" on the stage strip, or nothing.
    [[nodiscard]] QString place() const;

private:
    [[nodiscard]] QDockWidget* panelOf(const QWidget* focus) const;
    void focusMoved(const QWidget* now);
    void detachOrAttach();
    void goTo(int step);

    QAction* m_detach;
    QAction* m_hide;
    QWidget* m_canvas;
    QList<QDockWidget*> m_docks;
    QPointer<QDockWidget> m_current;
};

}  // namespace glyphscope
