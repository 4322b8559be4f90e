// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// Makes a zip of stored entries (PKWARE's APPNOTE 6.3, without its 64-bit extension), in order, all dated
/// 1980-01-01: the same entries give the same bytes.
class ZipWriter {
public:
    /// `kind` stands for the file in messages: ".npz". The content of each entry begins at a multiple of
    /// `alignment`, by way of an extra field, as in PyTorch's files; 1 leaves it where it is.
    explicit ZipWriter(std::string kind, std::size_t alignment = 1);

    /// Throws Error once there is more than a zip can hold.
    void add(const std::string& name, std::span<const std::byte> content);
    [[nodiscard]] std::vector<std::byte> finish() &&;

private:
    void check(std::size_t bytes) const;
    [[nodiscard]] std::size_t paddingFor(const std::string& name) const;

    std::string m_kind;
    std::size_t m_alignment;
    std::vector<std::byte> m_bytes;
    std::vector<std::byte> m_directory;
    std::size_t m_count = 0;
};

}  // namespace glyphscope
