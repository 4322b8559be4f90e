// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// Parses what torch.save(..., file) writes since PyTorch 1.6, a zip with a pickle in it, and runs nothing:
/// what is no plain value or tensor is skipped unread, anything unusual about the zip is refused. The weights
/// are found, and called, by the rules of detail/weights_choice.h: a state_dict by itself, or below any key
/// of a checkpoint. Values of float64, float16, bfloat16 and the whole numbers become float32; they must be
/// finite. Allocates by what is in the file, never by what it announces; up to 1024 tensors of rank 8. `name`
/// stands for the file in messages. Throws Error.
[[nodiscard]] StateDict parsePt(std::span<const std::byte> bytes, const std::string& name);

/// Reads `file` with parsePt(). Throws Error.
[[nodiscard]] StateDict readPt(const std::filesystem::path& file);

/// The bytes of a file that torch.load(file, weights_only=True) reads as a plain state_dict. The metadata
/// goes beside it, where PyTorch does not look and parsePt() does. The same weights give the same bytes.
/// Throws Error if a tensor's shape and values disagree or two share a name, and for names, ranks, metadata
/// and sizes that parsePt() would refuse.
[[nodiscard]] std::vector<std::byte> encodePt(const StateDict& weights);

}  // namespace glyphscope
