// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope::fuzz {

/// A folder of its own, in memory where the system has such, that goes with the object.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path file(std::string_view name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

void writeFile(const std::filesystem::path& file, std::span<const std::byte> bytes);
void writeFile(const std::filesystem::path& file, std::string_view text);
[[nodiscard]] std::vector<std::byte> readFile(const std::filesystem::path& file);

}  // namespace glyphscope::fuzz
