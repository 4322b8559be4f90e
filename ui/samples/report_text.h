// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <QtCore/QString>

#include <cstdint>

namespace glyphscope {

/// Right answers of so many.
struct Tally {
    std::int64_t correct = 0;
    std::int64_t count = 0;
    friend bool operator==(const Tally&, const Tally&) = default;
};

/// Of one class; nothing of nothing where the evaluation does not know it.
[[nodiscard]] Tally tallyOf(const Evaluation& evaluation, int truth);

/// "1 sample", "30 samples"
[[nodiscard]] QString samplesText(std::int64_t count);

/// "14/16"
[[nodiscard]] QString tallyText(const Tally& tally);

/// "87.5 %", with a digit more for sets of 1,000 and above: "98.87 %".
[[nodiscard]] QString accuracyText(const Evaluation& evaluation);

/// The change in percentage points.
[[nodiscard]] double pointsBetween(const Evaluation& before, const Evaluation& after);

/// "+31.3 points", "−0.04 points", "unchanged".
[[nodiscard]] QString pointsText(double points);

/// The role (ui/style/roles.h) of a change on samples that were to be learnt: more is good.
[[nodiscard]] QString gainRole(double points);

/// The role of a change on the test set: a loss of up to 0.1 points is none, of more than 0.5 a bad one.
[[nodiscard]] QString forgettingRole(double points);

}  // namespace glyphscope
