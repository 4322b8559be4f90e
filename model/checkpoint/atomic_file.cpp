// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/atomic_file.h"

#include "model/checkpoint/detail/descriptor.h"
#include "model/checkpoint/file_lock.h"
#include "model/types/error.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <utility>

namespace glyphscope {
namespace {

/// `text` has places for the file and for what the system says.
[[noreturn]] void fail(MessageText text, const std::filesystem::path& file, int error)
{
    throw Error(text, file, std::strerror(error));
}

constexpr MessageText kCannotWrite = GLYPHSCOPE_TEXT(
    "Checkpoint", "%1: cannot be written: %2. Nothing was changed; check the folder and the space on it.");

constexpr const char* kTemporary = ".glyphscope-";

/// A new file that is removed unless it was renamed, and locked as long as it is open: nobody takes it for
/// what a killed program left.
struct Temporary {
    explicit Temporary(int fd, std::string where) : out(fd), path(std::move(where)) {}
    ~Temporary()
    {
        if (out.get() >= 0 && !path.empty())
            ::unlink(path.c_str());
    }
    Temporary(Temporary&& other) noexcept : out(std::move(other.out)), path(std::exchange(other.path, {})) {}

    Descriptor out;
    std::string path;
};

bool isLockedByAnother(int fd)
{
    const int error = FileLock::tryOn(fd);
    return error == EAGAIN || error == EACCES;
}

/// Two threads or two programs that save at once each write a file of their own.
Temporary makeTemporary(const std::filesystem::path& folder, const std::filesystem::path& file)
{
    static std::atomic<unsigned> serial = 0;
    for (;;) {
        const std::string name = kTemporary + std::to_string(::getpid()) + "-" + std::to_string(serial++);
        std::string path = (folder / name).string();
        const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd < 0 && errno == EEXIST)
            continue;  // of a killed program with our number
        if (fd < 0)
            fail(GLYPHSCOPE_TEXT("Checkpoint", "%1: no file can be made in its folder: %2. Nothing was "
                                               "changed; check the folder and the space on it."),
                 file, errno);
        Temporary made(fd, std::move(path));
        struct stat status = {};
        if (!isLockedByAnother(made.out.get()) && ::fstat(made.out.get(), &status) == 0 &&
            status.st_nlink > 0)
            return made;
        // swept by another before we had locked it
    }
}

/// What killed programs left in the folder: temporary files that nobody holds.
void sweepTemporaries(const std::filesystem::path& folder)
{
    std::error_code none;
    for (std::filesystem::directory_iterator it(folder, none), end; !none && it != end; it.increment(none)) {
        if (!it->path().filename().string().starts_with(kTemporary))
            continue;
        const Descriptor left(::open(it->path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        if (left.get() >= 0 && FileLock::tryOn(left.get()) == 0)
            ::unlink(it->path().c_str());
    }
}

/// Where the bytes are to be: a link stays one, and what is not a file is not replaced by one.
std::filesystem::path targetOf(const std::filesystem::path& file)
{
    std::error_code none;
    std::filesystem::path target = file;
    if (std::filesystem::is_symlink(file, none))
        if (const auto real = std::filesystem::canonical(file, none); !none)
            target = real;
    if (std::filesystem::is_other(target, none))
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "%1: is a device, no file. Nothing was changed; choose another name."),
                    file);
    return target;
}

/// The one that may read the old file may read the new one.
void takeOverMode(int fd, const std::filesystem::path& old)
{
    struct stat status = {};
    if (::stat(old.c_str(), &status) == 0 && S_ISREG(status.st_mode))
        (void)::fchmod(fd, status.st_mode & 0777);
}

void writeAll(int fd, std::span<const std::byte> bytes, const std::filesystem::path& file)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail(kCannotWrite, file, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::vector<std::byte> readWhole(const std::filesystem::path& file, std::size_t limit)
{
    std::error_code error;
    if (std::filesystem::is_other(file, error))  // opening it might wait for ever
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint",
                            "%1: is a pipe or a device, no file. Put what it gives into a file first."),
            file);
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file, error))
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint", "%1: cannot be opened. Check the name and that you may read it."),
            file);
    std::vector<std::byte> bytes;
    while (in) {
        // doubling: a small file costs little, and what is not there is never made room for
        const std::size_t at = bytes.size();
        const std::size_t chunk = std::clamp(at, std::size_t{4} << 10, std::size_t{1} << 20);
        bytes.resize(at + chunk);
        in.read(reinterpret_cast<char*>(bytes.data() + at), static_cast<std::streamsize>(chunk));
        bytes.resize(at + static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit)
            throw Error(
                GLYPHSCOPE_TEXT("Checkpoint", "%1: larger than the %2 MiB that such a file may have."), file,
                limit >> 20);
    }
    if (in.bad())
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: reading stopped after %2 bytes."), file, bytes.size());
    return bytes;
}

void writeAtomically(const std::filesystem::path& file, std::span<const std::byte> bytes)
{
    const std::filesystem::path target = targetOf(file);
    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);  // what fails here fails again below, with errno
    sweepTemporaries(folder);

    Temporary temporary = makeTemporary(folder, file);
    takeOverMode(temporary.out.get(), target);
    writeAll(temporary.out.get(), bytes, file);
    if (::fsync(temporary.out.get()) != 0)
        fail(kCannotWrite, file, errno);
    // Renamed before it is closed, which frees the lock: the disk has all of it, closing finds nothing more.
    if (::rename(temporary.path.c_str(), target.c_str()) != 0)
        fail(GLYPHSCOPE_TEXT(
                 "Checkpoint",
                 "%1: cannot be replaced: %2. Nothing was changed; check the folder and the space on it."),
             file, errno);
    temporary.path.clear();

    const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (parent.get() >= 0)
        ::fsync(parent.get());
}

}  // namespace glyphscope
