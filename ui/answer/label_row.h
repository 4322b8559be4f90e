// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <vector>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace glyphscope {

class LabelButton;
class NamePicker;

/// "It was a": keeps the drawing as a sample of the class that was meant. A button a class, or a list of
/// names where there are more classes than buttons have room for. Once it is kept, the way back is offered
/// instead.
class LabelRow : public QWidget {
    Q_OBJECT

public:
    explicit LabelRow(QWidget* parent = nullptr);

    void setClasses(const ClassSet& classes);
    void setLabelable(bool labelable);                      ///< there is something to be kept
    void setKept(const std::optional<QString>& className);  ///< the drawing is kept as that
    void setAnswer(std::optional<int> label);               ///< what the network says is outlined; not chosen

    /// Words and buttons beside each other; where there is no room for both, what is kept takes the place of
    /// the buttons.
    void setOneLine(bool oneLine);
    [[nodiscard]] bool fitsOneLine(int width) const;
    [[nodiscard]] int heightIn(int width, bool oneLine) const;

    /// As if the class had been chosen; nothing where it cannot be.
    void give(int label);

Q_SIGNALS:
    void labelGiven(const QString& className);
    void undoRequested();

private:
    [[nodiscard]] QWidget* makeButtons();
    [[nodiscard]] QWidget* makePicker();
    void refresh();

    ClassSet m_classes;
    bool m_labelable = false;
    std::optional<QString> m_kept;
    bool m_oneLine = false;
    QBoxLayout* m_column;
    QBoxLayout* m_head;
    QLabel* m_words;
    QToolButton* m_undo;
    QWidget* m_choices = nullptr;  // holds the buttons or is the picker
    std::vector<LabelButton*> m_buttons;
    NamePicker* m_picker = nullptr;
};

}  // namespace glyphscope
