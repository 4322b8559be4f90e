// SPDX-License-Identifier: GPL-3.0-or-later
#undef _FORTIFY_SOURCE  // its inline forms of open() would be in the way
#include "tests/support/faults.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

using glyphscope::faults::Calls;

std::array<char, PATH_MAX> folder;  // written while not armed only
std::atomic<bool> armed = false;
std::atomic<long> calls = 0;
std::atomic<long> failed = 0;
long nth = 0;
int error = 0;
bool forGood = false;
bool writesOnly = false;
bool locks = false;

/// The C library's, looked up at the first call. Not by a static of the caller: while a thread waits for the
/// loader in dlsym(), the one that loads may call the same function, and would wait for that static.
template <typename Function>
Function next(const char* name, std::atomic<void*>& known)
{
    void* function = known.load();
    if (function == nullptr) {
        function = dlsym(RTLD_NEXT, name);
        known = function;
    }
    return reinterpret_cast<Function>(function);
}

bool isInside(std::string_view path)
{
    const std::string_view inside(folder.data());
    return path.substr(0, inside.size()) == inside &&
           (path.size() == inside.size() || path[inside.size()] == '/');
}

bool touches(int descriptor)
{
    std::array<char, 64> link;
    std::array<char, PATH_MAX> path;
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    const ssize_t size = ::readlink(link.data(), path.data(), path.size());
    return size > 0 && isInside({path.data(), static_cast<std::size_t>(size)});
}

bool touches(int directory, const char* path)
{
    if (path == nullptr)
        return false;
    if (path[0] == '/')
        return isInside(path);
    if (directory != AT_FDCWD)
        return touches(directory);
    std::array<char, PATH_MAX> here;
    return ::getcwd(here.data(), here.size()) != nullptr && isInside(here.data());
}

/// Whether this call is to fail; errno is set then.
bool fails(bool touching, bool writes, bool isLock = false)
{
    if (!touching || isLock != locks || (writesOnly && !writes))
        return false;
    const long number = ++calls;
    if (number != nth && !(forGood && number > nth))
        return false;
    ++failed;
    errno = error;
    return true;
}

bool writing(int flags)
{
    return (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
}

bool isLock(int command)
{
    return command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_OFD_GETLK;
}

/// Armed by the environment, for a program that knows nothing of this.
const bool preloaded = [] {
    const char* text = std::getenv("GLYPHSCOPE_FAULTS");
    if (text == nullptr)
        return false;
    std::array<char, PATH_MAX> where;
    std::array<char, 16> often;
    std::array<char, 16> which;
    glyphscope::faults::Plan plan;
    if (std::sscanf(text, "%4095[^:]:%ld:%d:%15[^:]:%15s", where.data(), &plan.nth, &plan.error, often.data(),
                    which.data()) != 5)
        std::abort();
    plan.folder = where.data();
    plan.forGood = std::strcmp(often.data(), "always") == 0;
    plan.calls = std::strcmp(which.data(), "writes") == 0 ? Calls::Writes : Calls::All;
    glyphscope::faults::arm(plan);
    return true;
}();

}  // namespace

namespace glyphscope::faults {

__attribute__((visibility("default"))) void arm(const Plan& plan)
{
    armed = false;
    std::snprintf(folder.data(), folder.size(), "%s", plan.folder.c_str());
    nth = plan.nth;
    error = plan.error;
    forGood = plan.forGood;
    writesOnly = plan.calls == Calls::Writes;
    locks = plan.calls == Calls::Locks;
    calls = 0;
    failed = 0;
    armed = true;
}

__attribute__((visibility("default"))) long disarm()
{
    armed = false;
    return failed;
}

}  // namespace glyphscope::faults

// What follows has the C library's names and shapes, and fails before the call; close() closes all the same.
#pragma GCC visibility push(default)
#pragma GCC diagnostic ignored "-Wshadow"
extern "C" {

#define GLYPHSCOPE_OPEN(name)                                                                                \
    int name(const char* path, int flags, ...)                                                               \
    {                                                                                                        \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;                 \
        va_end(rest);                                                                                        \
        if (armed && fails(touches(AT_FDCWD, path), writing(flags)))                                         \
            return -1;                                                                                       \
        static std::atomic<void*> known;                                                                     \
        const auto real = next<int (*)(const char*, int, ...)>(#name, known);                                \
        return real(path, flags, mode);                                                                      \
    }
GLYPHSCOPE_OPEN(open)
GLYPHSCOPE_OPEN(open64)

#define GLYPHSCOPE_OPENAT(name)                                                                              \
    int name(int directory, const char* path, int flags, ...)                                                \
    {                                                                                                        \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;                 \
        va_end(rest);                                                                                        \
        if (armed && fails(touches(directory, path), writing(flags)))                                        \
            return -1;                                                                                       \
        static std::atomic<void*> known;                                                                     \
        const auto real = next<int (*)(int, const char*, int, ...)>(#name, known);                           \
        return real(directory, path, flags, mode);                                                           \
    }
GLYPHSCOPE_OPENAT(openat)
GLYPHSCOPE_OPENAT(openat64)

#define GLYPHSCOPE_FOPEN(name)                                                                               \
    FILE* name(const char* path, const char* mode)                                                           \
    {                                                                                                        \
        if (armed && fails(touches(AT_FDCWD, path), mode[0] != 'r' || std::strchr(mode, '+')))               \
            return nullptr;                                                                                  \
        static std::atomic<void*> known;                                                                     \
        const auto real = next<FILE* (*)(const char*, const char*)>(#name, known);                           \
        return real(path, mode);                                                                             \
    }
GLYPHSCOPE_FOPEN(fopen)
GLYPHSCOPE_FOPEN(fopen64)

/// A call whose `first` argument is a descriptor, or a path.
#define GLYPHSCOPE_CALL(result, name, touching, shape, arguments)                                            \
    result name shape                                                                                        \
    {                                                                                                        \
        if (armed && fails(touching, true))                                                                  \
            return -1;                                                                                       \
        static std::atomic<void*> known;                                                                     \
        const auto real = next<result(*) shape>(#name, known);                                               \
        return real arguments;                                                                               \
    }
GLYPHSCOPE_CALL(ssize_t, write, touches(fd), (int fd, const void* data, size_t size), (fd, data, size))
GLYPHSCOPE_CALL(ssize_t, writev, touches(fd), (int fd, const iovec* parts, int count), (fd, parts, count))
GLYPHSCOPE_CALL(ssize_t, pwrite, touches(fd), (int fd, const void* data, size_t size, off_t at),
                (fd, data, size, at))
GLYPHSCOPE_CALL(ssize_t, pwrite64, touches(fd), (int fd, const void* data, size_t size, off64_t at),
                (fd, data, size, at))
GLYPHSCOPE_CALL(int, fsync, touches(fd), (int fd), (fd))
GLYPHSCOPE_CALL(int, fdatasync, touches(fd), (int fd), (fd))
GLYPHSCOPE_CALL(int, ftruncate, touches(fd), (int fd, off_t size), (fd, size))
GLYPHSCOPE_CALL(int, ftruncate64, touches(fd), (int fd, off64_t size), (fd, size))
GLYPHSCOPE_CALL(int, truncate, touches(AT_FDCWD, path), (const char* path, off_t size), (path, size))
GLYPHSCOPE_CALL(int, truncate64, touches(AT_FDCWD, path), (const char* path, off64_t size), (path, size))
GLYPHSCOPE_CALL(int, rename, touches(AT_FDCWD, from), (const char* from, const char* to), (from, to))
GLYPHSCOPE_CALL(int, renameat, touches(at, from), (int at, const char* from, int there, const char* to),
                (at, from, there, to))
GLYPHSCOPE_CALL(int, renameat2, touches(at, from),
                (int at, const char* from, int there, const char* to, unsigned flags),
                (at, from, there, to, flags))
GLYPHSCOPE_CALL(int, link, touches(AT_FDCWD, to), (const char* from, const char* to), (from, to))
GLYPHSCOPE_CALL(int, linkat, touches(there, to),
                (int at, const char* from, int there, const char* to, int flags),
                (at, from, there, to, flags))
GLYPHSCOPE_CALL(int, unlink, touches(AT_FDCWD, path), (const char* path), (path))
GLYPHSCOPE_CALL(int, unlinkat, touches(at, path), (int at, const char* path, int flags), (at, path, flags))
GLYPHSCOPE_CALL(int, remove, touches(AT_FDCWD, path), (const char* path), (path))
GLYPHSCOPE_CALL(int, rmdir, touches(AT_FDCWD, path), (const char* path), (path))
GLYPHSCOPE_CALL(int, mkdir, touches(AT_FDCWD, path), (const char* path, mode_t mode), (path, mode))
GLYPHSCOPE_CALL(int, mkdirat, touches(at, path), (int at, const char* path, mode_t mode), (at, path, mode))

#define GLYPHSCOPE_FCNTL(name)                                                                               \
    int name(int fd, int command, ...)                                                                       \
    {                                                                                                        \
        va_list rest;                                                                                        \
        va_start(rest, command);                                                                             \
        void* const argument = va_arg(rest, void*);                                                          \
        va_end(rest);                                                                                        \
        if (armed && locks && isLock(command) && fails(touches(fd), true, true))                             \
            return -1;                                                                                       \
        static std::atomic<void*> known;                                                                     \
        const auto real = next<int (*)(int, int, ...)>(#name, known);                                        \
        return real(fd, command, argument);                                                                  \
    }
GLYPHSCOPE_FCNTL(fcntl)
GLYPHSCOPE_FCNTL(fcntl64)

int close(int fd)
{
    const bool failing = armed && fails(touches(fd), false);
    static std::atomic<void*> known;
    const auto real = next<int (*)(int)>("close", known);
    const int result = real(fd);
    if (failing)
        errno = error;
    return failing ? -1 : result;
}
}
#pragma GCC visibility pop
