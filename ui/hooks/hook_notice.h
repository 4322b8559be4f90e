// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace glyphscope {

/// A line of words under the list of hooks, with a way back where there is one. Hidden until something is
/// said.
class HookNotice : public QWidget {
    Q_OBJECT

public:
    explicit HookNotice(QWidget* parent = nullptr);

    void say(const QString& words, bool withUndo);

Q_SIGNALS:
    void undoWanted();

private:
    QLabel* m_words;
    QPushButton* m_undo;
};

}  // namespace glyphscope
