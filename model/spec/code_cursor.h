// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/code_reader.h"
#include "model/types/shown_text.h"

#include <algorithm>

namespace glyphscope {

/// Walks over the tokens of a page, and complains of the one that it stands on.
class CodeCursor {
public:
    explicit CodeCursor(const CodePage& page) : m_page(page), m_tokens(codeTokens(page)) {}

protected:
    [[nodiscard]] const CodePage& page() const { return m_page; }
    [[nodiscard]] const CodeToken& now() const { return m_tokens[m_next]; }
    [[nodiscard]] const CodeToken& ahead(std::size_t count) const
    {
        return m_tokens[std::min(m_next + count, m_tokens.size() - 1)];
    }
    [[nodiscard]] static bool is(const CodeToken& token, std::string_view mark)
    {
        return token.kind == TokenKind::Mark && token.text == mark;
    }
    [[nodiscard]] bool isWord(std::string_view word) const
    {
        return now().kind == TokenKind::Name && now().text == word;
    }
    void advance()
    {
        if (m_next + 1 < m_tokens.size())
            ++m_next;
    }
    bool take(std::string_view mark)
    {
        if (!is(now(), mark))
            return false;
        advance();
        return true;
    }

    template <typename... Arguments>
    [[noreturn]] void refuse(MessageText reason, Arguments&&... arguments) const
    {
        m_page.refuse(now().offset, reason, std::forward<Arguments>(arguments)...);
    }
    [[noreturn]] void refuseToken(std::string_view wanted) const
    {
        if (now().kind == TokenKind::End)
            refuse(GLYPHSCOPE_TEXT("Spec", "The text ends here, but \"%1\" is expected. Paste it whole."),
                   wanted);
        refuse(GLYPHSCOPE_TEXT("Spec", "\"%1\" is expected here, but there is \"%2\"."), wanted, shown());
    }
    /// The token as a message shows it.
    [[nodiscard]] std::string shown() const { return shownText(now().text, kShown); }
    void expect(std::string_view mark)
    {
        if (!take(mark))
            refuseToken(mark);
    }
    void skip(std::size_t count) { m_next = std::min(m_next + count, m_tokens.size() - 1); }

private:
    static constexpr std::size_t kShown = 40;  // bytes of what stands in the text

    const CodePage& m_page;
    std::vector<CodeToken> m_tokens;
    std::size_t m_next = 0;
};

}  // namespace glyphscope
