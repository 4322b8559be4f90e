// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"

#include <QtCore/QStringList>
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
/// instead. Of a number, a class is said of the character in focus, and all are kept at once.
class LabelRow : public QWidget {
    Q_OBJECT

public:
    explicit LabelRow(QWidget* parent = nullptr);

    void setClasses(const ClassSet& classes);
    void setLabelable(bool labelable);                      ///< there is something to be kept
    void setKept(const std::optional<QString>& className);  ///< the drawing is kept as that
    void setAnswer(std::optional<int> label);               ///< what the network says is outlined; not chosen
    /// What each character of a number was, empty where that is not known, and the one in focus; none: the
    /// drawing is one character.
    void setNumber(const QStringList& labels, int focus);

    /// Words and buttons beside each other; where there is no room for both, what is kept takes the place of
    /// the buttons.
    void setOneLine(bool oneLine);
    [[nodiscard]] bool fitsOneLine(int width) const;
    [[nodiscard]] int heightIn(int width, bool oneLine) const;

    /// As if the class had been chosen; nothing where it cannot be.
    void give(int label);
    void giveName(const QString& className);

Q_SIGNALS:
    void labelGiven(const QString& className);
    void characterLabelGiven(const QString& className);  ///< of the one in focus
    void keepRequested();                                ///< every character as what it was
    void undoRequested();

private:
    [[nodiscard]] QWidget* makeButtons();
    [[nodiscard]] QWidget* makePicker();
    [[nodiscard]] QString words() const;
    [[nodiscard]] bool mayKeep() const;
    void describeButtons();
    void refresh();

    ClassSet m_classes;
    bool m_labelable = false;
    std::optional<QString> m_kept;
    bool m_oneLine = false;
    QStringList m_number;  // labels of its characters
    int m_focus = 0;
    QBoxLayout* m_column;
    QBoxLayout* m_head;
    QLabel* m_words;
    QToolButton* m_keep;
    QToolButton* m_undo;
    QWidget* m_choices = nullptr;  // holds the buttons or is the picker
    std::vector<LabelButton*> m_buttons;
    NamePicker* m_picker = nullptr;
};

}  // namespace glyphscope
