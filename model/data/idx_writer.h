// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace glyphscope {

/// The bytes of an IDX file of the images of `data`, 28x28 each, as MNIST's are: magic 0x00000803. Throws
/// Error if there is none, or more than an IDX file can count.
[[nodiscard]] std::vector<std::byte> encodeIdxImages(const Dataset& data);

/// Likewise of its labels: magic 0x00000801.
[[nodiscard]] std::vector<std::byte> encodeIdxLabels(const Dataset& data);

/// The same in gzip, without a name or a time: the same bytes give the same bytes.
[[nodiscard]] std::vector<std::byte> gzipped(std::span<const std::byte> bytes);

}  // namespace glyphscope
