// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/unipen_text.h"

#include "app/files/unipen.h"
#include "model/types/error.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringDecoder>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace glyphscope {
namespace {

constexpr qsizetype kLongestLabel = 256;
constexpr qsizetype kLongestDelineation = 4096;
constexpr qsizetype kLongestKeyword = 64;

bool isUnipenSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool isUnipenDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isUnipenLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// The keywords of UNIPEN 1.0: in capitals any other is one, too, which a later version may have.
bool isKnownKeyword(QByteArrayView word)
{
    static const QList<QByteArray> known =
        QByteArray("ADAPT_SET AGE ALPHABET ALPHABET_FREQ COMMENT COORD COUNTRY DATA_CONTACT DATA_ID "
                   "DATA_INFO DATA_SOURCE DATE DT HAND HIERARCHY H_LINE IMPLEMENTATION INCLUDE KEYWORD "
                   "LEXICON LEXICON_CONTACT LEXICON_FREQ LEXICON_ID LEXICON_INFO LEXICON_SET LEXICON_SOURCE "
                   "PAD PEN_DOWN PEN_UP POINTS_PER_GRAM POINTS_PER_SECOND REC_CONTACT REC_ID REC_INFO "
                   "REC_LABELS REC_SCORES REC_SOURCE REC_TIME RESERVED SEGMENT SETUP SEX SKILL START_BOX "
                   "START_SET STYLE TEST_SET TRAINING_SET VERSION V_LINE WRITER_ID WRITER_INFO X_DIM "
                   "X_POINTS_PER_INCH X_POINTS_PER_MM Y_DIM Y_POINTS_PER_INCH Y_POINTS_PER_MM "
                   "Z_POINTS_PER_INCH Z_POINTS_PER_MM")
            .split(' ');
    return std::ranges::any_of(
        known, [word](const QByteArray& other) { return word.compare(other, Qt::CaseInsensitive) == 0; });
}

/// Keywords stand at the beginning of a line: a dot and a capital letter, which no number has, or a dot and a
/// known keyword in small ones, which few sentences in a comment have.
bool beginsStatement(QByteArrayView line)
{
    if (line.size() < 2 || line[0] != '.' || !isUnipenLetter(line[1]))
        return false;
    QByteArrayView word = line.sliced(1, std::min<qsizetype>(line.size() - 1, kLongestKeyword));
    const bool capital = line[1] <= 'Z';
    return capital || isKnownKeyword(takeWord(word));
}

std::string shownWord(QByteArrayView word)
{
    std::string shown;
    for (const char c : word.first(std::min<qsizetype>(word.size(), 20)))
        shown += c >= ' ' && c <= '~' ? c : '?';
    return word.size() > 20 ? shown + "..." : shown;
}

[[noreturn]] void refuseDelineation(QByteArrayView whole)
{
    throw Error(
        GLYPHSCOPE_TEXT("Files", "\"%1\" names no components. They are written like 4, 3-5,7 or 0:3-1:7"),
        shownWord(whole));
}

/// One end of a span as it is written: "12" or "12:3".
struct TextPlace {
    std::size_t component = 0;
    std::optional<std::size_t> point;
};

std::size_t takeCount(QByteArrayView& text, QByteArrayView whole)
{
    std::size_t value = 0;
    const auto [end, code] = std::from_chars(text.begin(), text.end(), value);
    if (code != std::errc())
        refuseDelineation(whole);
    text = text.sliced(end - text.begin());
    return value;
}

TextPlace takePlace(QByteArrayView& text, QByteArrayView whole)
{
    TextPlace place;
    place.component = takeCount(text, whole);
    if (text.startsWith(':')) {
        text = text.sliced(1);
        place.point = takeCount(text, whole);
    }
    return place;
}

UnipenSpan takeSpan(QByteArrayView& text, QByteArrayView whole)
{
    const TextPlace first = takePlace(text, whole);
    TextPlace last = first;
    if (text.startsWith('-')) {
        text = text.sliced(1);
        last = takePlace(text, whole);
    }
    const UnipenSpan span{first.component, first.point.value_or(0), last.component,
                          last.point.value_or(UnipenSpan::kLastPoint)};
    if (last.component < first.component ||
        (last.component == first.component && span.lastPoint < span.firstPoint))
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" ends before it begins"), shownWord(whole));
    return span;
}

/// Files are older than UTF-8, newer ones may be written in it.
std::string trimmedUtf8Of(const QByteArray& bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    return (decode.hasError() ? QString::fromLatin1(bytes) : text).trimmed().toStdString();
}

std::string labelOfSegment(QByteArrayView text)
{
    if (text.size() < 2 || !text.startsWith('"'))
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" stands where a label in double quotes is expected"),
                    shownWord(text));
    QByteArray label;
    qsizetype at = 1;
    for (; at < text.size() && text[at] != '"'; ++at) {
        char c = isUnipenSpace(text[at]) ? ' ' : text[at];
        if (c == '\\') {
            if (++at == text.size())
                break;
            c = text[at] == 't' ? '\t' : text[at] == 'n' ? '\n' : text[at];
        }
        label += c;
        if (label.size() > kLongestLabel)
            throw Error(GLYPHSCOPE_TEXT("Files", "the label is longer than %1 characters"), kLongestLabel);
    }
    if (at >= text.size())
        throw Error(GLYPHSCOPE_TEXT("Files", "the label has no double quote at its end"));
    QByteArrayView behind = text.sliced(at + 1);
    if (const QByteArrayView more = takeWord(behind); !more.isEmpty())
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" stands behind the label"), shownWord(more));
    return trimmedUtf8Of(label);
}

}  // namespace

QByteArrayView UnipenScanner::takeLine()
{
    const qsizetype end = m_bytes.indexOf('\n', m_at);
    const QByteArrayView line = m_bytes.sliced(m_at, (end < 0 ? m_bytes.size() : end) - m_at);
    ++m_line;
    if (line.size() > UnipenLimits::line)
        throw Error(GLYPHSCOPE_TEXT("Files", "a line of %1 characters; it may have %2"), line.size(),
                    UnipenLimits::line);
    m_at = end < 0 ? m_bytes.size() : end + 1;
    return line;
}

std::optional<UnipenStatement> UnipenScanner::next()
{
    while (m_at < m_bytes.size() && !beginsStatement(m_bytes.sliced(m_at)))
        (void)takeLine();
    if (m_at >= m_bytes.size())
        return std::nullopt;
    const qsizetype begin = m_at;
    UnipenStatement statement;
    statement.line = m_line + 1;
    do
        (void)takeLine();
    while (m_at < m_bytes.size() && !beginsStatement(m_bytes.sliced(m_at)));
    statement.body = m_bytes.sliced(begin, m_at - begin);
    statement.keyword = takeWord(statement.body).sliced(1).toByteArray().toUpper();
    return statement;
}

QByteArrayView takeWord(QByteArrayView& text)
{
    const auto begin = std::find_if_not(text.begin(), text.end(), isUnipenSpace);
    const auto end = std::find_if(begin, text.end(), isUnipenSpace);
    const QByteArrayView word(begin, end - begin);
    text = text.sliced(end - text.begin());
    return word;
}

double unipenNumber(QByteArrayView word)
{
    const bool sign = word.startsWith('-') || word.startsWith('+');
    const QByteArrayView digits = word.sliced(sign ? 1 : 0);
    double value = 0;
    // from_chars would read "nan", "inf" and a second sign too.
    const bool begins = !digits.isEmpty() && (isUnipenDigit(digits[0]) || digits[0] == '.');
    const auto [end, code] =
        begins ? std::from_chars(digits.begin(), digits.end(), value, std::chars_format::fixed)
               : std::from_chars_result{digits.begin(), std::errc::invalid_argument};
    if (code == std::errc::invalid_argument || end != digits.end())
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" is no number"), shownWord(word));
    if (code != std::errc() || !(value <= UnipenLimits::coordinate))
        throw Error(GLYPHSCOPE_TEXT("Files", "\"%1\" is beyond what any tablet measures"), shownWord(word));
    return word.startsWith('-') ? -value : value;
}

std::vector<UnipenSpan> unipenDelineation(QByteArrayView text)
{
    if (text.size() > kLongestDelineation)
        throw Error(GLYPHSCOPE_TEXT("Files", "the list of components is longer than %1 characters"),
                    kLongestDelineation);
    std::vector<UnipenSpan> spans;
    QByteArrayView rest = text;
    while (true) {
        spans.push_back(takeSpan(rest, text));
        if (rest.isEmpty())
            return spans;
        if (!rest.startsWith(','))
            refuseDelineation(text);
        rest = rest.sliced(1);
    }
}

UnipenSegmentText unipenSegment(QByteArrayView body)
{
    UnipenSegmentText segment;
    segment.level = takeWord(body);
    segment.delineation = takeWord(body);
    if (segment.level.isEmpty() || segment.delineation.isEmpty())
        throw Error(GLYPHSCOPE_TEXT("Files", ".SEGMENT without a level and the components that it holds"));
    (void)takeWord(body);  // the quality
    const auto label = std::find_if_not(body.begin(), body.end(), isUnipenSpace);
    if (label != body.end())
        segment.label = labelOfSegment(body.sliced(label - body.begin()).trimmed());
    return segment;
}

}  // namespace glyphscope
