// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// What stays of a run's checkpoints: see superfluous().
inline constexpr std::size_t kCheckpointCount = 64;
inline constexpr std::uintmax_t kCheckpointBytes = std::uintmax_t{256} << 20;

/// Weights in a run's checkpoints folder.
struct KeptFile {
    std::int64_t step = 0;
    std::uintmax_t bytes = 0;
};

/// "run/checkpoints/step-00000469.safetensors"
[[nodiscard]] std::filesystem::path checkpointFile(const std::filesystem::path& run, std::int64_t step);

/// Ascending by step; files of other names are passed over.
[[nodiscard]] std::vector<KeptFile> keptCheckpoints(const std::filesystem::path& run);

/// Which steps to give up so that at most `count` files and `bytes` bytes stay. One after the other the one
/// goes whose neighbours are nearest to each other, which keeps the widest gap below about twice the
/// narrowest; never the first or the last. `files` ascend by step.
[[nodiscard]] std::vector<std::int64_t> superfluous(std::vector<KeptFile> files, std::size_t count,
                                                    std::uintmax_t bytes);

void removeCheckpoint(const std::filesystem::path& run, std::int64_t step);

/// Of the metadata of a safetensors file what says where in its run it was made; its data is not read. Throws
/// Error.
[[nodiscard]] std::map<std::string, std::string> readMetadata(const std::filesystem::path& file);
/// A whole number of 0 or more in the metadata; nothing if it is not there.
[[nodiscard]] std::optional<std::int64_t> wholeIn(const std::map<std::string, std::string>& metadata,
                                                  const char* key);
[[nodiscard]] double epochIn(const std::map<std::string, std::string>& metadata);

inline constexpr const char* kStepKey = "step";
inline constexpr const char* kEpochKey = "epoch";
inline constexpr const char* kMarksKey = "run_marks";  ///< bytes of marks.jsonl at the resume point

}  // namespace glyphscope
