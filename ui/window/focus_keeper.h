// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>

class QTabBar;
class QWidget;

namespace glyphscope {

/// Keeps the keyboard focus where the user had it. When what has the focus goes (the help, a notice, a panel
/// of another layout), Qt gives the focus to whatever comes next; this gives it back to where it was before,
/// or to `home`. And what the focus comes to by keyboard is scrolled into sight.
class FocusKeeper : public QObject {
    Q_OBJECT

public:
    FocusKeeper(QWidget* window, QWidget* home);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QTabBar* tabs);
    void refuseOutOfSight(QTabBar* tabs);
    void focusMoved(QWidget* old, QWidget* now);
    void settleLater();
    void settle();
    void remember(QWidget* widget);

    QWidget* const m_window;
    QWidget* const m_home;
    QList<QPointer<QWidget>> m_visited;  // the newest is the last
    bool m_lost = false;                 // the focus is where nobody put it
};

}  // namespace glyphscope
