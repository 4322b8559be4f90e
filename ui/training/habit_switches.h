// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"

#include <QtWidgets/QWidget>

#include <vector>

class QCheckBox;
class QLabel;

namespace glyphscope {

/// Which habits of pens the variations of ink are given, a switch for each.
class HabitSwitches : public QWidget {
    Q_OBJECT

public:
    explicit HabitSwitches(QWidget* parent = nullptr);

    /// Quiet. Without variations of ink there is nothing that could have a habit.
    void setChoice(const DataChoice& choice);
    void setRunning(bool running);

Q_SIGNALS:
    void changed(const glyphscope::PenHabits& habits);  ///< by the user
    void lookedAt(const QString& habit);  ///< pointed at, or it has the keyboard; empty: none any more

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void change();
    void updateEnabled();

    DataChoice m_choice;
    bool m_running = false;
    QLabel* m_words;
    std::vector<QCheckBox*> m_switches;  // in the order of kPenHabits
};

}  // namespace glyphscope
