// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace glyphscope {

/// A NumPy .npz of these arrays: a zip with an entry "<name>.npy" each, stored, in order. Entries are
/// version 1.0 of numpy.lib.format: '<f4', C order, the data at a multiple of 64 bytes. The same arrays give
/// the same bytes: every entry is dated 1980-01-01. Throws Error for an array whose shape and values
/// disagree, for a name that is no plain file name or that occurs twice, and for more than a zip can hold (4
/// GiB).
[[nodiscard]] std::vector<std::byte> encodeNpz(std::span<const NamedTensor> arrays);

/// Writes `file` whole or not at all. Throws Error, and leaves an older file as it was.
void writeNpz(const std::filesystem::path& file, std::span<const NamedTensor> arrays);

}  // namespace glyphscope
