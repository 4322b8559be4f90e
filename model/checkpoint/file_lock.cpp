// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/file_lock.h"

#include "model/types/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

namespace glyphscope {
namespace {

struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

}  // namespace

std::unique_ptr<FileLock> FileLock::take(const std::filesystem::path& file, int command)
{
    const auto refuse = [&file] {
        throw Error(
            GLYPHSCOPE_TEXT(
                "Checkpoint",
                "%1: cannot be locked: %2. Check that its folder is there and that you may write to it."),
            file, std::strerror(errno));
    };
    Descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (opened.get() < 0)
        refuse();
    struct flock lock = wholeFile();
    bool holds = true;
    while (holds && ::fcntl(opened.get(), command, &lock) != 0) {
        if (errno == EAGAIN || errno == EACCES)
            return nullptr;
        // a file system without locks, as some networks have: a program alone loses nothing by continuing
        if (errno == ENOLCK || errno == ENOSYS || errno == EOPNOTSUPP || errno == EINVAL)
            holds = false;
        else if (errno != EINTR)
            refuse();
    }
    return std::unique_ptr<FileLock>(new FileLock(std::move(opened), holds));
}

std::unique_ptr<FileLock> FileLock::wait(const std::filesystem::path& file)
{
    return take(file, F_OFD_SETLKW);
}

std::unique_ptr<FileLock> FileLock::tryTo(const std::filesystem::path& file)
{
    return take(file, F_OFD_SETLK);
}

bool FileLock::isHeld(const std::filesystem::path& file)
{
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    struct flock lock = wholeFile();
    return opened.get() >= 0 && ::fcntl(opened.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

int FileLock::tryOn(int descriptor)
{
    struct flock lock = wholeFile();
    while (::fcntl(descriptor, F_OFD_SETLK, &lock) != 0)
        if (errno != EINTR)
            return errno;
    return 0;
}

bool FileLock::isStill(const std::filesystem::path& file) const
{
    struct stat ours = {};
    struct stat named = {};
    return ::fstat(m_file.get(), &ours) == 0 && ::stat(file.c_str(), &named) == 0 &&
           ours.st_dev == named.st_dev && ours.st_ino == named.st_ino;
}

}  // namespace glyphscope
