// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QLabel;
class QToolButton;

namespace glyphscope {

/// Says what was just done, and takes it back once. Hidden while there is nothing to take back.
class UndoBar : public QFrame {
    Q_OBJECT

public:
    explicit UndoBar(const QString& tip, QWidget* parent = nullptr);

    /// The parts, to be named.
    [[nodiscard]] QLabel* words() const { return m_words; }
    [[nodiscard]] QToolButton* button() const { return m_button; }

    void offer(const QString& words);
    /// Hides it and tells undone(), if there is something to take back.
    void undo();

Q_SIGNALS:
    void undone();

private:
    QLabel* m_words;
    QToolButton* m_button;
};

}  // namespace glyphscope
