// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <ctime>

namespace glyphscope::test {

/// How many times as long as usual code may take: sanitizers look at every access.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int kSlowdown = 10;
#else
inline constexpr int kSlowdown = 1;
#endif

/// What this program has worked since it was made. A limit on it holds beside other work, too, unlike one by
/// the clock on the wall.
class ProcessorTime {
public:
    [[nodiscard]] double milliseconds() const
    {
        return 1000.0 * static_cast<double>(std::clock() - m_begin) / CLOCKS_PER_SEC;
    }
    [[nodiscard]] bool isWithin(int milliseconds) const
    {
        return this->milliseconds() < milliseconds * kSlowdown;
    }
    [[nodiscard]] QByteArray text() const { return QByteArray::number(milliseconds()) + " ms"; }

private:
    std::clock_t m_begin = std::clock();
};

}  // namespace glyphscope::test
