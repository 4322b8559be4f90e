// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// One file inside a zip; a view of the zip's own bytes.
struct ZipEntry {
    std::string name;
    std::span<const std::byte> content;
};

inline constexpr std::size_t kMostZipEntries = 8192;

/// The entries of a zip (PKWARE's APPNOTE 6.3) in the order of its directory. Strict, since two readers must
/// not see two things in it: stored entries only, told of alike in their own header and in the directory,
/// covering the file without gap or overlap, every CRC-32 right, no name twice. Allocates by what is there,
/// not by what is announced. `name` stands for the file in messages. Throws Error.
[[nodiscard]] std::vector<ZipEntry> readZip(std::span<const std::byte> bytes, const std::string& name);

}  // namespace glyphscope
