// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/code_reader.h"
#include "model/types/shown_text.h"

#include <algorithm>

namespace glyphscope {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

bool isDigitOfCode(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetterOfCode(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

class CodeScanner {
public:
    explicit CodeScanner(const CodePage& page) : m_page(page), m_text(page.text()) {}

    std::vector<CodeToken> run()
    {
        for (skip(); m_at < m_text.size(); skip())
            m_tokens.push_back(next());
        m_tokens.push_back({TokenKind::End, {}, m_at, true, false});
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }

    /// Blanks, line ends and comments.
    void skip()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\n') {
                m_startsLine = true;
                m_indented = isBlank(at(m_at + 1));
            } else if (c == '#') {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
                continue;
            } else if (c == '\\' && (at(m_at + 1) == '\n' || at(m_at + 1) == '\r')) {
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            } else if (!isBlank(c)) {
                return;
            }
            ++m_at;
        }
        m_at = std::min(m_at, m_text.size());
    }

    CodeToken next()
    {
        CodeToken token{TokenKind::Mark, {}, m_at, m_startsLine && m_depth == 0, m_indented};
        m_startsLine = false;
        const char c = m_text[m_at];
        if (isLetterOfCode(c))
            name(token);
        else if (isDigitOfCode(c) || (c == '.' && isDigitOfCode(at(m_at + 1))))
            number(token);
        else if (c == '"' || c == '\'')
            quoted(token);
        else
            mark(token);
        return token;
    }

    void name(CodeToken& token)
    {
        token.kind = TokenKind::Name;
        const std::size_t begin = m_at;
        while (isLetterOfCode(at(m_at)) || isDigitOfCode(at(m_at)))
            ++m_at;
        token.text = m_text.substr(begin, m_at - begin);
    }

    void number(CodeToken& token)
    {
        token.kind = TokenKind::Number;
        const std::size_t begin = m_at;
        while (isLetterOfCode(at(m_at)) || isDigitOfCode(at(m_at)) || at(m_at) == '.' ||
               ((at(m_at) == '-' || at(m_at) == '+') && (at(m_at - 1) == 'e' || at(m_at - 1) == 'E')))
            ++m_at;
        token.text = m_text.substr(begin, m_at - begin);
    }

    void quoted(CodeToken& token)
    {
        token.kind = TokenKind::Text;
        const char quote = m_text[m_at];
        const std::string triple(3, quote);
        if (m_text.substr(m_at, 3) == triple) {
            const std::size_t end = m_text.find(triple, m_at + 3);
            if (end == std::string_view::npos)
                refuseOpen();
            token.text = m_text.substr(m_at + 3, end - m_at - 3);
            m_at = end + 3;
            return;
        }
        const std::size_t begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != quote && m_text[m_at] != '\n')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        if (at(m_at) != quote) {
            m_at = begin - 1;
            refuseOpen();
        }
        token.text = m_text.substr(begin, m_at - begin);
        ++m_at;
    }

    [[noreturn]] void refuseOpen() const
    {
        m_page.refuse(m_at, GLYPHSCOPE_TEXT("Spec", "The text in quotes that begins here does not end."));
    }

    void mark(CodeToken& token)
    {
        static constexpr std::string_view kMarks = "()[]{},:=*+-/.@<>!|&%;~^";
        const char c = m_text[m_at];
        if (kMarks.find(c) == std::string_view::npos) {
            std::size_t end = m_at + 1;  // the whole character of UTF-8
            while (end < m_text.size() && (static_cast<unsigned char>(m_text[end]) & 0xC0U) == 0x80U)
                ++end;
            m_page.refuse(m_at, GLYPHSCOPE_TEXT("Spec", "\"%1\" has no meaning here. Remove it."),
                          shownText(m_text.substr(m_at, end - m_at)));
        }
        const bool isDouble = (c == '*' || c == '/' || c == '=') && at(m_at + 1) == c;
        token.text = m_text.substr(m_at, isDouble ? 2 : 1);
        m_at += token.text.size();
        if (c == '(' || c == '[' || c == '{')
            ++m_depth;
        else if ((c == ')' || c == ']' || c == '}') && m_depth > 0)
            --m_depth;
    }

    const CodePage& m_page;
    std::string_view m_text;
    std::vector<CodeToken> m_tokens;
    std::size_t m_at = 0;
    std::size_t m_depth = 0;  // of brackets
    bool m_startsLine = true;
    bool m_indented = false;
};

}  // namespace

void CodePage::refuse(std::size_t offset, const Message& reason) const
{
    const std::string_view before = m_text.substr(0, std::min(offset, m_text.size()));
    const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto column =
        std::ranges::count_if(before.substr(begin),
                              [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) +
        1;
    throw Error(GLYPHSCOPE_TEXT("Spec", "%1: line %2, column %3: %4"), m_place, line, column, reason);
}

std::vector<CodeToken> codeTokens(const CodePage& page)
{
    return CodeScanner(page).run();
}

}  // namespace glyphscope
