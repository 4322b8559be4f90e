// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QAction;

namespace glyphscope {

/// Which drawing of an opened file is on the canvas, with buttons to turn to the next. Hidden for a single
/// one.
class DrawingPager : public QWidget {
    Q_OBJECT

public:
    DrawingPager(QAction* previous, QAction* next, QWidget* parent = nullptr);

    /// `truth` is the label that the file gives, empty for none.
    void setPosition(int index, int count, const QString& file, const QString& truth);

private:
    QAction* m_previous;
    QAction* m_next;
    QLabel* m_text;
};

}  // namespace glyphscope
