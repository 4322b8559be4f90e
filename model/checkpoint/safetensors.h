// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// Bounds on what is read: a file beyond them is refused before anything is allocated for it.
struct SafetensorsLimits {
    static constexpr std::size_t kFileBytes = std::size_t{512} << 20;
    static constexpr std::size_t kHeaderBytes = std::size_t{1} << 20;
    static constexpr std::size_t kTensors = 1024;
    static constexpr std::size_t kRank = 8;
};

/// Parses a safetensors file (huggingface/safetensors, format of 2022). Numbers of F16, BF16, F64, BOOL and
/// the whole numbers become float32, up to 512 MiB of it. The data must be covered exactly: no gap, no
/// overlap, no duplicate key; every value must be finite. If the metadata has "data_sha256", the data must
/// match it. Names are left as they are. `name` stands for the file in messages. Throws Error.
[[nodiscard]] StateDict parseSafetensors(std::span<const std::byte> bytes, const std::string& name);

/// Reads `file` with parseSafetensors(). Throws Error.
[[nodiscard]] StateDict readSafetensors(const std::filesystem::path& file);

/// The file's bytes; adds "data_sha256" and "format" to the metadata. Throws Error if a tensor's shape and
/// values disagree or two share a name.
[[nodiscard]] std::vector<std::byte> encodeSafetensors(const StateDict& weights);

/// Writes `file` whole or not at all. Throws Error, and leaves an older file as it was.
void writeSafetensors(const StateDict& weights, const std::filesystem::path& file);

}  // namespace glyphscope
