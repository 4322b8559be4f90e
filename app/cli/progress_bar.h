// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <QtCore/QString>

#include <chrono>

namespace glyphscope {

/// "[=====>    ]  52 %  loss 0.31  accuracy 98.4 %  7,512 images/s  0:05 left": at most `width` columns.
[[nodiscard]] QString progressLine(const StepStats& stats, int width);

/// Draws progressLine() on standard error over itself, ten times a second, if that is a terminal.
class ProgressBar {
public:
    ProgressBar();
    ~ProgressBar();  // clears the line

    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void update(const StepStats& stats);
    /// Clears the line, so that something else can be printed.
    void clear();

private:
    const bool m_terminal;
    std::chrono::steady_clock::time_point m_next;
};

}  // namespace glyphscope
