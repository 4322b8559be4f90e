// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace glyphscope {

/// epochs.jsonl and marks.jsonl: a JSON object a line, steps never descending. A last line without its end
/// was torn off by a kill and is passed over. All that read throw Error for anything else that is wrong; it
/// names the file and the line.

struct EpochLine {
    EpochStats stats;
    Evaluation test;  ///< counts only
};

/// What the best evaluation of a run is chosen by.
[[nodiscard]] bool isBetter(const EpochStats& a, const EpochStats& than);

/// Lines up to a step, and where they end in the file.
template <typename Entry>
struct RunLines {
    std::vector<Entry> entries;
    std::uint64_t bytes = 0;
};

[[nodiscard]] std::string epochLine(const EpochStats& stats, const Evaluation& test);
[[nodiscard]] std::string markLine(const RunMark& mark);

inline constexpr std::int64_t kAllSteps = INT64_MAX;

/// What lies behind `step` is left out, unread.
[[nodiscard]] RunLines<EpochLine> readEpochs(const std::filesystem::path& file,
                                             std::int64_t step = kAllSteps);
[[nodiscard]] RunLines<RunMark> readMarks(const std::filesystem::path& file, std::int64_t step = kAllSteps);

}  // namespace glyphscope
