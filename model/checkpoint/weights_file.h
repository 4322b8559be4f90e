// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// How weights are written.
enum class WeightsFormat { Safetensors, Pt, Onnx, Npz };

/// By a name or by a file's suffix, in any case: "safetensors", ".pt", "pth", "onnx", "npz".
[[nodiscard]] std::optional<WeightsFormat> weightsFormatNamed(std::string_view suffix);

/// The weights in the bytes of a file, safetensors or PyTorch's .pt, decided by content. Both are read by the
/// same rules (detail/weights_choice.h): of a checkpoint the weights alone, wherever in it they lie, by the
/// names that their network gives them. `name` stands for the file in messages. Throws Error, which says of
/// files of other kinds what they are and what to do.
[[nodiscard]] StateDict parseWeights(std::span<const std::byte> bytes, const std::string& name);

/// Reads `file` with parseWeights(), whatever it is called. Throws Error, also for a folder.
[[nodiscard]] StateDict readWeights(const std::filesystem::path& file);

/// The bytes of a file of that format. Throws Error, which names no file, for what the format cannot hold.
[[nodiscard]] std::vector<std::byte> encodeWeights(const StateDict& weights, WeightsFormat format);

/// Writes `file` whole or not at all. Throws Error, and leaves an older file as it was.
void writeWeights(const StateDict& weights, const std::filesystem::path& file, WeightsFormat format);

/// The same in the format that the suffix names; safetensors where it names none.
void writeWeights(const StateDict& weights, const std::filesystem::path& file);

/// Weights for a new run to start from, without the step and the data set of the run that they come from.
[[nodiscard]] StateDict weightsToBeginWith(StateDict weights);

}  // namespace glyphscope
