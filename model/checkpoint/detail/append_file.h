// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/detail/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace glyphscope {

/// A file that only grows. What the disk refuses is kept in memory, in order, and written by a later call, so
/// that a full disk loses nothing once there is room again.
class AppendFile {
public:
    static constexpr std::size_t kMostWaiting = std::size_t{64} << 20;

    /// Opens or makes `file`; it never grows past `limit` bytes. Throws Error.
    AppendFile(std::filesystem::path file, std::uint64_t limit);

    /// All of `bytes` is in the file when this returns. If it throws Error, they wait for the next call; past
    /// the limit, or with kMostWaiting waiting already, they are dropped.
    void append(std::span<const std::byte> bytes);
    /// Writes what waits. Throws Error.
    void flush();
    /// flush(), and the disk has it. Throws Error.
    void sync();

    /// With what waits.
    [[nodiscard]] std::uint64_t size() const { return m_written + m_waiting.size(); }

private:
    [[noreturn]] void fail(int error) const;

    std::filesystem::path m_name;
    std::uint64_t m_limit;
    Descriptor m_file;
    std::uint64_t m_written = 0;
    std::vector<std::byte> m_waiting;
    bool m_synced = false;
};

}  // namespace glyphscope
