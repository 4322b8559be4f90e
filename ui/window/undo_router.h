// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QString>
#include <QtGui/QAction>
#include <QtWidgets/QWidget>

#include <functional>
#include <vector>

namespace glyphscope {

/// Undo and redo of the window act on what has the keyboard: each place has steps of its own, and the actions
/// say which they would take back. Where nothing of that kind has it, they act on the first place.
class UndoRouter : public QObject {
    Q_OBJECT

public:
    UndoRouter(QAction* undo, QAction* redo, QObject* parent);

    struct Calls {
        std::function<void()> undo;
        std::function<void()> redo;
    };
    /// Several widgets may be one place.
    void add(const std::vector<QWidget*>& widgets, Calls calls);
    /// What would be taken back and done again at the place of `widget`; empty where there is no step.
    void setSteps(const QWidget* widget, const QString& undo, const QString& redo);

private:
    struct Place {
        std::vector<QPointer<QWidget>> widgets;
        Calls calls;
        QString undo;
        QString redo;
    };
    void focusMoved(const QWidget* now);
    void show();
    void showOn(QAction* action, const QString& plain, const QString& step) const;

    QPointer<QAction> m_undo;  // of a window, whose parts may go before this
    QPointer<QAction> m_redo;
    std::vector<Place> m_places;
    std::size_t m_current = 0;
};

}  // namespace glyphscope
