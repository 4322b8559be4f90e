// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/atomic_file.h"

#include "model/types/error.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <unistd.h>

namespace glyphscope {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const char* what, int error)
{
    throw Error(file.string() + ": " + what + ": " + std::strerror(error) +
                ". Nothing was changed; check the folder and the space on it.");
}

/// A file descriptor that is closed on every way out.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    int close()
    {
        const int result = ::close(m_fd);
        m_fd = -1;
        return result;
    }

private:
    int m_fd;
};

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
    constexpr std::size_t kChunk = std::size_t{1} << 20;
    while (in) {
        const std::size_t at = bytes.size();
        bytes.resize(at + kChunk);
        in.read(reinterpret_cast<char*>(bytes.data() + at), static_cast<std::streamsize>(kChunk));
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
