// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/scratch_folder.h"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <unistd.h>

namespace glyphscope::fuzz {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder()
{
    std::error_code none;
    const fs::path memory = "/dev/shm";
    const fs::path parent = fs::is_directory(memory, none) && ::access(memory.c_str(), W_OK) == 0
                                ? memory
                                : fs::temp_directory_path();
    std::string name = (parent / "glyphscope-fuzz-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no folder can be made in " + parent.string());
    m_path = name;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code none;
    fs::remove_all(m_path, none);
}

void writeFile(const fs::path& file, std::span<const std::byte> bytes)
{
    // By system calls: this is done a million times.
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    const bool written = fd >= 0 && ::write(fd, bytes.data(), bytes.size()) == std::ssize(bytes);
    if (fd >= 0)
        ::close(fd);
    if (!written)
        throw std::runtime_error("cannot write " + file.string());
}

void writeFile(const fs::path& file, std::string_view text)
{
    writeFile(file, std::as_bytes(std::span(text)));
}

std::vector<std::byte> readFile(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

}  // namespace glyphscope::fuzz
