// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/trace_text.h"

#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <QtCore/QByteArray>

#include <charconv>
#include <cmath>
#include <optional>

namespace glyphscope {
namespace {

enum class Mode { Explicit, Difference, SecondDifference };

/// One value as written.
struct Token {
    enum class Kind { Number, Same, Unknown, Flag } kind = Kind::Number;
    std::optional<Mode> mode;
    double number = 0;
};

/// A channel on its way through a trace.
struct Channel {
    Mode mode = Mode::Explicit;
    bool started = false;
    double value = 0;
    double velocity = 0;
    double acceleration = 0;
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Cuts the text into points and values.
class Scanner {
public:
    explicit Scanner(QStringView text)
        : m_text(text.toUtf8()), m_at(m_text.constData()), m_end(m_at + m_text.size())
    {
        skipSpace();
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] bool atComma() const { return !atEnd() && *m_at == ','; }

    void skipComma()
    {
        ++m_at;
        skipSpace();
    }

    Token next()
    {
        Token token;
        token.mode = prefix();
        if (atEnd())
            throw Error(GLYPHSCOPE_TEXT("Files", "the trace ends after a prefix"));
        if (*m_at == '*' || *m_at == '?') {
            token.kind = *m_at++ == '*' ? Token::Kind::Same : Token::Kind::Unknown;
        } else if (*m_at == 'T' || *m_at == 'F') {
            token.kind = Token::Kind::Flag;
            ++m_at;
        } else {
            token.number = *m_at == '#' ? hexadecimal() : decimal();
        }
        skipSpace();
        return token;
    }

private:
    std::optional<Mode> prefix()
    {
        std::optional<Mode> mode;
        switch (*m_at) {
        case '!':
            mode = Mode::Explicit;
            break;
        case '\'':
            mode = Mode::Difference;
            break;
        case '"':
            mode = Mode::SecondDifference;
            break;
        default:
            return std::nullopt;
        }
        ++m_at;
        skipSpace();
        return mode;
    }

    double decimal()
    {
        const char* const digits = m_at + (*m_at == '-' ? 1 : 0);
        // from_chars would read "nan" and "inf" too.
        if (digits == m_end || (!isDigit(*digits) && *digits != '.'))
            fail(GLYPHSCOPE_TEXT("Files", "\"%1\" is no number"));
        double value = 0;
        const auto [end, code] = std::from_chars(m_at, m_end, value);
        if (code != std::errc() || !std::isfinite(value))
            fail(GLYPHSCOPE_TEXT("Files", "\"%1\" is no number that can be held"));
        m_at = end;
        return value;
    }

    double hexadecimal()
    {
        std::int64_t value = 0;
        const char* const start = m_at + 1;
        const auto [end, code] = std::from_chars(start, m_end, value, 16);
        if (code != std::errc())
            fail(GLYPHSCOPE_TEXT("Files", "\"%1\" is no hexadecimal number"));
        m_at = end;
        return static_cast<double>(value);
    }

    [[noreturn]] void fail(MessageText text) const
    {
        const char* end = m_at;
        while (end != m_end && !isSpace(*end) && *end != ',')
            ++end;
        throw Error(text, shownText({m_at, static_cast<std::size_t>(end - m_at)}, 20));
    }

    void skipSpace()
    {
        while (m_at != m_end && isSpace(*m_at))
            ++m_at;
    }

    QByteArray m_text;
    const char* m_at;
    const char* m_end;
};

void step(Channel& channel, const Token& token)
{
    if (token.mode)
        channel.mode = *token.mode;
    if (!channel.started && (channel.mode != Mode::Explicit || token.kind == Token::Kind::Same))
        throw Error(GLYPHSCOPE_TEXT("Files", "a difference where the first value must stand"));
    const bool same = token.kind == Token::Kind::Same;
    switch (channel.mode) {
    case Mode::Explicit: {
        const double next = same ? channel.value : token.number;
        channel.velocity = channel.started ? next - channel.value : 0;
        channel.acceleration = 0;
        channel.value = next;
        break;
    }
    case Mode::Difference:
        channel.velocity = same ? channel.velocity : token.number;
        channel.acceleration = 0;
        channel.value += channel.velocity;
        break;
    case Mode::SecondDifference:
        channel.acceleration = same ? channel.acceleration : token.number;
        channel.velocity += channel.acceleration;
        channel.value += channel.velocity;
        break;
    }
    channel.started = true;
    if (!std::isfinite(channel.value) || !std::isfinite(channel.velocity))
        throw Error(GLYPHSCOPE_TEXT("Files", "differences add up to no finite number"));
}

/// The next point, or none if its X or Y is not reported.
std::optional<Point> nextPoint(Scanner& scanner, const TraceFormat& format, Channel& x, Channel& y)
{
    int count = 0;
    int placed = 0;
    for (; !scanner.atEnd() && !scanner.atComma(); ++count) {
        if (count == format.regular + format.intermittent)
            throw Error(GLYPHSCOPE_TEXT("Files", "more values than the %1 channels of the trace format"),
                        count);
        const Token token = scanner.next();
        Channel* const channel = count == format.x ? &x : count == format.y ? &y : nullptr;
        if (channel == nullptr)
            continue;
        if (token.kind == Token::Kind::Flag)
            throw Error(GLYPHSCOPE_TEXT("Files", "channel %1 has no number here"), channel == &x ? "X" : "Y");
        if (token.kind == Token::Kind::Unknown)
            continue;
        step(*channel, token);
        ++placed;
    }
    if (count < format.regular)
        throw Error(GLYPHSCOPE_TEXT("Files", "values for %1 of %2 channels of the trace format"), count,
                    format.regular);
    return placed == 2 ? std::optional(Point{x.value, y.value}) : std::nullopt;
}

}  // namespace

std::vector<Point> parseTrace(QStringView text, const TraceFormat& format, std::size_t mostPoints)
{
    std::vector<Point> points;
    Scanner scanner(text);
    if (scanner.atEnd())
        return points;
    Channel x;
    Channel y;
    std::size_t number = 0;
    while (true) {
        if (points.size() == mostPoints)
            throw Error(GLYPHSCOPE_TEXT("Files", "more points than the 1,000,000 that a file may have"));
        try {
            ++number;
            if (const std::optional<Point> point = nextPoint(scanner, format, x, y))
                points.push_back(*point);
        } catch (const Error& error) {
            throw Error(GLYPHSCOPE_TEXT("Files", "point %1 of the trace: %2"), number, error);
        }
        if (!scanner.atEnd())
            scanner.skipComma();
        if (scanner.atEnd())  // behind a last comma, too
            return points;
    }
}

}  // namespace glyphscope
