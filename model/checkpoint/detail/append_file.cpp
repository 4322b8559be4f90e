// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/append_file.h"

#include "model/types/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>

namespace glyphscope {

AppendFile::AppendFile(std::filesystem::path file, std::uint64_t limit)
    : m_name(std::move(file))
    , m_limit(limit)
    , m_file(::open(m_name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666))
{
    struct stat status = {};
    if (m_file.get() < 0 || ::fstat(m_file.get(), &status) != 0)
        fail(errno);
    m_written = static_cast<std::uint64_t>(status.st_size);
}

void AppendFile::append(std::span<const std::byte> bytes)
{
    if (size() + bytes.size() > m_limit)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: is as large as it may become (%2 MiB). The training "
                                                  "continues, but nothing more of it is recorded."),
                    m_name, m_limit >> 20);
    if (m_waiting.size() + bytes.size() > kMostWaiting)
        flush();  // says why it cannot
    m_waiting.insert(m_waiting.end(), bytes.begin(), bytes.end());
    flush();
}

void AppendFile::flush()
{
    std::size_t done = 0;
    int error = 0;
    while (done < m_waiting.size() && error == 0) {
        const ssize_t n = ::pwrite(m_file.get(), m_waiting.data() + done, m_waiting.size() - done,
                                   static_cast<off_t>(m_written + done));
        if (n > 0)
            done += static_cast<std::size_t>(n);
        else if (n == 0 || errno != EINTR)
            error = n == 0 ? ENOSPC : errno;
    }
    if (done != 0)
        m_synced = false;
    m_written += done;
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + static_cast<std::ptrdiff_t>(done));
    if (error != 0)
        fail(error);
}

void AppendFile::sync()
{
    flush();
    if (!m_synced && ::fdatasync(m_file.get()) != 0)
        fail(errno);
    m_synced = true;
}

void AppendFile::fail(int error) const
{
    throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: cannot be written: %2. What is missing is kept in memory "
                                              "and tried again; check the folder and the space on it."),
                m_name, std::strerror(error));
}

}  // namespace glyphscope
