// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/atomic_file.h"

#include "model/checkpoint/detail/descriptor.h"
#include "model/types/error.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string>

namespace glyphscope {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const char* what, int error)
{
    throw Error(file.string() + ": " + what + ": " + std::strerror(error) +
                ". Nothing was changed; check the folder and the space on it.");
}

/// Removes the temporary file unless it was renamed.
struct Leftover {
    std::string path;
    ~Leftover()
    {
        if (!path.empty())
            ::unlink(path.c_str());
    }
};

void writeAll(int fd, std::span<const std::byte> bytes, const std::filesystem::path& file)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail(file, "cannot be written", errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::vector<std::byte> readWhole(const std::filesystem::path& file, std::size_t limit)
{
    std::ifstream in(file, std::ios::binary);
    std::error_code error;
    if (!in || std::filesystem::is_directory(file, error))
        throw Error(file.string() + ": cannot be opened. Check the name and that you may read it.");
    std::vector<std::byte> bytes;
    while (in) {
        // doubling: a small file costs little, and what is not there is never made room for
        const std::size_t at = bytes.size();
        const std::size_t chunk = std::clamp(at, std::size_t{4} << 10, std::size_t{1} << 20);
        bytes.resize(at + chunk);
        in.read(reinterpret_cast<char*>(bytes.data() + at), static_cast<std::streamsize>(chunk));
        bytes.resize(at + static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit)
            throw Error(file.string() + ": larger than the " + std::to_string(limit >> 20) +
                        " MiB that such a file may have.");
    }
    if (in.bad())
        throw Error(file.string() + ": reading stopped after " + std::to_string(bytes.size()) + " bytes.");
    return bytes;
}

void writeAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes)
{
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);  // what fails here fails again below, with errno

    // Two threads or two programs that save at once each write a file of their own.
    static std::atomic<unsigned> serial = 0;
    const std::string name = ".glyphscope-" + std::to_string(::getpid()) + "-" + std::to_string(serial++);
    const std::string temporary = (folder / name).string();
    Descriptor out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (out.get() < 0)
        fail(file, "no file can be made in its folder", errno);
    Leftover leftover{temporary};
    writeAll(out.get(), bytes, file);
    if (::fsync(out.get()) != 0 || out.close() != 0)
        fail(file, "cannot be written", errno);
    if (::rename(temporary.c_str(), file.c_str()) != 0)
        fail(file, "cannot be replaced", errno);
    leftover.path.clear();

    const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (parent.get() >= 0)
        ::fsync(parent.get());
}

}  // namespace glyphscope
