// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace glyphscope {

/// Reads a file from front to end, through gzip if its first two bytes say so, in constant memory. Several
/// gzip members one after the other count as one stream (RFC 1952); zeros behind the last are ignored. Throws
/// Error, naming the file.
class ByteSource {
public:
    explicit ByteSource(const std::filesystem::path& path);
    ~ByteSource();
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Fills `out` as far as there are bytes; returns how many there were.
    std::size_t read(std::span<std::uint8_t> out);

    /// The most bytes that can still come, were the rest packed as tightly as deflate can (1032 to 1).
    [[nodiscard]] std::uint64_t mostBytes() const;

    [[nodiscard]] bool isGzip() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace glyphscope
