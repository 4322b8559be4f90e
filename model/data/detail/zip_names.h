// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace glyphscope {

/// Up to so many bytes of a file from an offset on; fewer where it ends.
using ReadAt = std::function<std::string(std::uint64_t offset, std::size_t count)>;

/// What the directory at the end of a zip tells of an entry.
struct ZipFact {
    std::string name;
    std::uint16_t method = 0;  ///< 0 stored, 8 deflated
    std::uint64_t packed = 0;  ///< bytes in the file
    std::uint64_t size = 0;    ///< bytes unpacked
    std::uint32_t crc = 0;
    std::uint64_t offset = 0;  ///< of its header
};

/// The directory of a zip of `size` bytes, up to 4,096 entries; none where it cannot be read. Nothing it says
/// is checked.
[[nodiscard]] std::vector<ZipFact> zipDirectory(std::uint64_t size, const ReadAt& read);

/// The names of its entries.
[[nodiscard]] std::vector<std::string> zipNames(std::uint64_t size, const ReadAt& read);

}  // namespace glyphscope
