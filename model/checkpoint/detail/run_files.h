// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// The files in a run's folder, and how much of them is read and written.
namespace glyphscope::run_files {

inline constexpr const char* kInfo = "run.json";
inline constexpr const char* kBadInfo = "run.json.bad";
inline constexpr const char* kCurves = "curves.bin";
inline constexpr const char* kEpochs = "epochs.jsonl";
inline constexpr const char* kMarks = "marks.jsonl";
inline constexpr const char* kResumePoint = "last.safetensors";
inline constexpr const char* kBest = "best.safetensors";
/// The best as of the resume point, while there is a newer one that the resume point does not know.
inline constexpr const char* kBestBefore = "best-before.safetensors";
inline constexpr const char* kCheckpoints = "checkpoints";
inline constexpr const char* kLock = "lock";           ///< held by the one who writes the run
inline constexpr const char* kInfoLock = "info.lock";  ///< held while run.json is changed

inline constexpr const char* kTrash = ".trash";

inline constexpr std::size_t kInfoBytes = std::size_t{1} << 20;
inline constexpr std::size_t kLinesBytes = std::size_t{64} << 20;
inline constexpr std::size_t kLineBytes = std::size_t{1} << 20;
inline constexpr std::uint64_t kCurveRecords = 100'000'000;

}  // namespace glyphscope::run_files
