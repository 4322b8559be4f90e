// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// A keyword with what follows it, up to the next line that begins with one.
struct UnipenStatement {
    QByteArray keyword;   ///< without its dot, in capitals whatever it is written in
    QByteArrayView body;  ///< from behind the keyword, line ends included
    int line = 0;         ///< of the keyword, from 1
};

/// Cuts a file into statements; text in front of the first belongs to none. The bytes must outlive it.
class UnipenScanner {
public:
    explicit UnipenScanner(QByteArrayView bytes) : m_bytes(bytes) {}

    /// Nothing at the end. Throws Error, without a place, on a line beyond UnipenLimits.
    [[nodiscard]] std::optional<UnipenStatement> next();
    [[nodiscard]] int line() const { return m_line; }  ///< that was read last

private:
    [[nodiscard]] QByteArrayView takeLine();

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_line = 0;
};

/// A stretch of ink from one point to another, both of them in it.
struct UnipenSpan {
    static constexpr std::size_t kLastPoint = std::numeric_limits<std::size_t>::max();
    std::size_t firstComponent = 0;
    std::size_t firstPoint = 0;
    std::size_t lastComponent = 0;
    std::size_t lastPoint = kLastPoint;
    friend bool operator==(const UnipenSpan&, const UnipenSpan&) = default;
};

/// What a .SEGMENT says: `.SEGMENT CHARACTER 3-5 OK "a"`.
struct UnipenSegmentText {
    QByteArrayView level;
    QByteArrayView delineation;  ///< as written
    std::string label;  ///< UTF-8, without quotes, escapes and blanks around; empty when there is none
};

/// The next word of `text`, which is then cut off it; empty at the end.
[[nodiscard]] QByteArrayView takeWord(QByteArrayView& text);

/// Throw Error, without a place, with the reason, on anything else than the format's definition has.
[[nodiscard]] double unipenNumber(QByteArrayView word);                        ///< sign, digits, a dot
[[nodiscard]] std::vector<UnipenSpan> unipenDelineation(QByteArrayView text);  ///< "4", "3-5,7", "0:3-1:7"
[[nodiscard]] UnipenSegmentText unipenSegment(QByteArrayView body);

}  // namespace glyphscope
