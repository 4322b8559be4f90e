// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace glyphscope {

/// How one class was read. A share of nothing is undefined: there is none.
struct ClassNumbers {
    std::int64_t support = 0;   ///< images of the class
    std::int64_t answered = 0;  ///< images taken for it, rightly or not
    std::int64_t correct = 0;
    std::optional<double> precision = {};  ///< correct of answered
    std::optional<double> recall = {};     ///< correct of support
    std::optional<double> f1 = {};         ///< 2 correct / (support + answered)
};

/// The number of images of `truth` that were read as `answer`; 0 outside the matrix.
[[nodiscard]] std::int64_t confusionAt(const Evaluation& evaluation, int truth, int answer);

/// One for each class.
[[nodiscard]] std::vector<ClassNumbers> classNumbers(const Evaluation& evaluation);

/// Each number's mean over the classes that have it, every class counting alike (the macro mean).
struct MacroMeans {
    std::optional<double> precision = {};
    std::optional<double> recall = {};
    std::optional<double> f1 = {};
};
[[nodiscard]] MacroMeans macroMeans(const std::vector<ClassNumbers>& numbers);

/// The share of the images of `truth` that were read as `answer`; 0 where there are none.
[[nodiscard]] double shareOfTruth(const Evaluation& evaluation, const std::vector<ClassNumbers>& numbers,
                                  int truth, int answer);

/// The greatest share of a class that was taken for one and the same other; 0 without errors.
[[nodiscard]] double greatestErrorShare(const Evaluation& evaluation,
                                        const std::vector<ClassNumbers>& numbers);

}  // namespace glyphscope
