// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <array>
#include <optional>

class QLabel;
class QToolButton;

namespace glyphscope {

class LabelButton;

/// "It was a": ten buttons that keep the drawing as a sample of what was meant. Once it is kept, the way back
/// is offered instead.
class LabelRow : public QWidget {
    Q_OBJECT

public:
    explicit LabelRow(QWidget* parent = nullptr);

    void setLabelable(bool labelable);         ///< there is something to be kept
    void setKept(std::optional<int> label);    ///< the drawing is kept as that
    void setAnswer(std::optional<int> digit);  ///< what the network says is outlined; not chosen

    /// As if the digit's button had been clicked; nothing where it cannot be.
    void give(int label);

Q_SIGNALS:
    void labelGiven(int label);
    void undoRequested();

private:
    void refresh();

    bool m_labelable = false;
    std::optional<int> m_kept;
    QLabel* m_words;
    QToolButton* m_undo;
    std::array<LabelButton*, 10> m_buttons{};
};

}  // namespace glyphscope
