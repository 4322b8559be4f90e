// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace glyphscope {

/// How weights are written.
enum class WeightsFormat { Safetensors, Pt, Onnx, Npz };

/// By a name or by a file's suffix, in any case: "safetensors", ".pt", "pth", "onnx", "npz".
[[nodiscard]] std::optional<WeightsFormat> weightsFormatNamed(std::string_view suffix);

/// As much of a file's beginning as looksLikeWeights() wants to see.
inline constexpr std::size_t kWeightsMark = 9;

/// Whether a file that begins with these bytes is one of weights, readable or not: a zip or a pickle, as
/// PyTorch writes them, or safetensors.
[[nodiscard]] bool looksLikeWeights(std::span<const std::byte> begin);

/// Reads safetensors or PyTorch's .pt, decided by content, whatever the file is called. Of a checkpoint the
/// weights alone, without what only resuming needs. Throws Error.
[[nodiscard]] StateDict readWeights(const std::filesystem::path& file);

/// The bytes of a file of that format. Throws Error, which names no file, for what the format cannot hold.
[[nodiscard]] std::vector<std::byte> encodeWeights(const StateDict& weights, WeightsFormat format);

/// Writes `file` whole or not at all. Throws Error, and leaves an older file as it was.
void writeWeights(const StateDict& weights, const std::filesystem::path& file, WeightsFormat format);

/// The same in the format that the suffix names; safetensors where it names none.
void writeWeights(const StateDict& weights, const std::filesystem::path& file);

}  // namespace glyphscope
