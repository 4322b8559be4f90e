// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_columns.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace glyphscope {
namespace {

struct Range {
    char32_t first = 0;
    char32_t last = 0;
};

/// Wide and fullwidth in Unicode's East Asian Width (UAX #11), by blocks.
constexpr std::array kWide{Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},  Range{0x3041, 0xA4CF},
                           Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},  Range{0xF900, 0xFAFF},
                           Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},  Range{0xFFE0, 0xFFE6},
                           Range{0x1F300, 0x1F64F}, Range{0x20000, 0x3FFFD}};

bool isWide(char32_t character)
{
    return std::ranges::any_of(kWide, [character](const Range& range) {
        return character >= range.first && character <= range.last;
    });
}

}  // namespace

qsizetype widthInColumns(const QString& text)
{
    const QList<uint> characters = text.toUcs4();
    return characters.size() +
           std::ranges::count_if(characters, [](uint character) { return isWide(character); });
}

QString padded(const QString& text, qsizetype width)
{
    const QString spaces(std::max<qsizetype>(0, std::abs(width) - widthInColumns(text)), u' ');
    return width < 0 ? text + spaces : spaces + text;
}

QString columns(const std::vector<QStringList>& rows)
{
    std::vector<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<std::size_t>(i)] =
                std::max(widths[static_cast<std::size_t>(i)], widthInColumns(row[i]));
    }
    QStringList lines;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += padded(row[i], -widths[static_cast<std::size_t>(i)] - 2);
        lines << line.trimmed();
    }
    return lines.join(u'\n');
}

}  // namespace glyphscope
