// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <QtWidgets/QWidget>

class QProgressBar;

namespace glyphscope {

class NumberGrid;

/// How far the run is and how it goes: a bar over all its steps, and its newest numbers.
class RunProgress : public QWidget {
    Q_OBJECT

public:
    explicit RunProgress(QWidget* parent = nullptr);

    void clear();
    void add(const StepStats& newest);
    void setEpochs(int epochs);  ///< of the run
    void setGoing(bool going);   ///< whether time is running out
    [[nodiscard]] const StepStats& newest() const { return m_newest; }

private:
    void showNumbers();
    [[nodiscard]] QString epochText() const;

    StepStats m_newest;
    int m_epochs = 1;
    bool m_going = false;
    QProgressBar* m_bar;
    NumberGrid* m_numbers;
};

}  // namespace glyphscope
