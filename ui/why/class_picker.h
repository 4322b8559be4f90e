// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <vector>

class QButtonGroup;

namespace glyphscope {

class ClassButton;
class NamePicker;

/// One button a class and one for the answer, whichever class that is. Each class carries its probability as
/// a line. More classes than buttons have room for are a list that begins with the answer.
class ClassPicker : public QWidget {
    Q_OBJECT

public:
    explicit ClassPicker(QWidget* parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_names.size()); }
    [[nodiscard]] int chosen() const;  ///< a class, or -1: the answer

    void setNames(const QStringList& names);
    void setProbabilities(const std::vector<float>& probabilities, int best);
    void choose(int index);  ///< as if its button had been pressed; others than -1 and the classes: nothing

Q_SIGNALS:
    void chosenChanged(int index);

private:
    void makeButtons(int wanted);
    void makeList(int wanted);
    void addButton(int index, const QString& text);
    [[nodiscard]] ClassButton* button(int index) const;
    void showAnswer();

    QStringList m_names;
    int m_best = -1;
    QButtonGroup* m_group = nullptr;
    NamePicker* m_list = nullptr;  // instead of the buttons
};

}  // namespace glyphscope
