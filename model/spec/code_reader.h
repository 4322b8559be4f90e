// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/error.h"
#include "model/types/message.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace glyphscope {

/// What a pasted text may be at most.
struct CodeLimits {
    static constexpr std::size_t kBytes = 256 * 1024;
    static constexpr std::size_t kDepth = 64;       ///< of brackets
    static constexpr std::size_t kVariables = 256;  ///< `hidden = 128` in front of the network
};

/// Text of a user's, with the name that messages give it.
class CodePage {
public:
    CodePage(std::string_view text, const MessageArgument& place) : m_text(text), m_place(place) {}

    [[nodiscard]] std::string_view text() const { return m_text; }

    /// Throws Error that names the line and column of `offset`, counted from 1 in characters, and `reason`.
    [[noreturn]] void refuse(std::size_t offset, const Message& reason) const;
    template <typename... Arguments>
    [[noreturn]] void refuse(std::size_t offset, MessageText reason, Arguments&&... arguments) const
    {
        refuse(offset, Message(reason, std::forward<Arguments>(arguments)...));
    }

private:
    std::string_view m_text;
    MessageArgument m_place;
};

enum class TokenKind { Name, Number, Text, Mark, End };

struct CodeToken {
    TokenKind kind = TokenKind::End;
    std::string_view text;  ///< of a Text what stands between its quotes
    std::size_t offset = 0;
    bool startsLine = false;  ///< outside of brackets nothing else stands before it on its line
    bool indented = false;    ///< and its line begins with a blank
};

/// Names, numbers, texts and marks of Python, without comments; End is the last. Throws Error.
[[nodiscard]] std::vector<CodeToken> codeTokens(const CodePage& page);

/// What a piece of Python says, as far as networks are written in it.
struct CodeExpression {
    enum class Kind {
        None,
        Flag,
        Whole,
        Real,
        Text,
        Name,
        List,      ///< a tuple or a list, of `items`
        Pairs,     ///< a dict: `items` are lists of a key and a value
        Call,      ///< `text` of `items`; those with a name are keyword arguments or, printed, children
        Repeated,  ///< `items[0]` as often as `whole` says
    };
    Kind kind = Kind::None;
    std::size_t offset = 0;
    std::string name;  ///< of an argument
    std::string text;  ///< of a Text; of a Name or a Call the last part of what is called
    std::int64_t whole = 0;
    double real = 0;
    bool flag = false;
    bool starred = false;
    bool printed = false;  ///< a Call in the text of print(), with children
    std::vector<CodeExpression> items;
};

/// The call that makes the network. Imports, classes and numbers with names may stand in front of it, .to()
/// and its like behind it. Throws Error for anything else.
[[nodiscard]] CodeExpression readCode(const CodePage& page);

}  // namespace glyphscope
