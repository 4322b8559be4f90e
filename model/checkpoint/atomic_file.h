// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace glyphscope {

/// All bytes of `file`. Throws Error if it cannot be read, is larger than `limit`, or is a pipe or a device,
/// which might never end.
[[nodiscard]] std::vector<std::byte> readWhole(const std::filesystem::path& file, std::size_t limit);

/// Replaces `file` by `bytes`, or leaves it exactly as it was: a temporary file in the same folder, fsync,
/// rename, fsync of the folder. Makes missing folders, follows a link, keeps the old file's permissions, and
/// removes what killed programs left in the folder. Throws Error.
void writeAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes);

}  // namespace glyphscope
