// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_columns.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

using namespace Qt::StringLiterals;

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

bool isWide(QChar character)
{
    return isWide(char32_t{character.unicode()});
}

/// Never at the start of a line.
bool closes(QChar character)
{
    return QStringView(u"，。、；：！？）》”’…").contains(character);
}

bool opens(QChar character)
{
    return QStringView(u"（《“‘").contains(character);
}

struct Piece {
    QString text;
    bool afterSpace = false;
};

/// What no line is broken within.
std::vector<Piece> piecesOf(const QString& text)
{
    std::vector<Piece> pieces;
    bool space = false;
    QChar before;
    for (const QChar character : text) {
        if (character == u' ') {
            space = true;
            continue;
        }
        const bool breakable = (isWide(character) || isWide(before)) && !closes(character) && !opens(before);
        if (pieces.empty() || space || breakable)
            pieces.push_back({{}, std::exchange(space, false)});
        pieces.back().text += character;
        before = character;
    }
    return pieces;
}

/// Two lines that were one: between two characters of Chinese there was no space.
QString joinedLines(const QString& first, const QString& second)
{
    const bool spaced = !(isWide(first.back()) && isWide(second.front())) && !closes(first.back());
    return spaced ? first + u' ' + second : first + second;
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

QString broken(const QString& text, qsizetype width)
{
    QString lines;
    qsizetype column = 0;
    for (const Piece& piece : piecesOf(text)) {
        const qsizetype space = piece.afterSpace && column > 0 ? 1 : 0;
        const qsizetype wide = widthInColumns(piece.text);
        if (column > 0 && column + space + wide > width) {
            lines += u'\n' + piece.text;
            column = wide;
        } else {
            lines += QString(space, u' ') + piece.text;
            column += space + wide;
        }
    }
    return lines;
}

QString brokenHelp(const QString& help, qsizetype width)
{
    static const QRegularExpression option(u"^  -.*?\\S  +(?=\\S)"_s);
    QStringList lines;
    qsizetype indent = 0;  // of the option's description; 0: no option
    for (const QString& line : help.split(u'\n')) {
        if (indent > 0 && line.startsWith(QString(indent, u' '))) {
            lines.back() = joinedLines(lines.back(), line.trimmed());
            continue;
        }
        indent = option.match(line).capturedLength();
        lines << line;
    }
    for (QString& line : lines)
        if (const qsizetype left = option.match(line).capturedLength(); left > 0)
            line = line.left(left) +
                   broken(line.mid(left), width - left).replace(u"\n"_s, u'\n' + QString(left, u' '));
    return lines.join(u'\n');
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
