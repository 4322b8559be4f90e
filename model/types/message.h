// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace glyphscope {

class Message;

/// A text for users in English, which is also the key of its translations, and the context that translators
/// see beside it. %1 to %9 stand for arguments.
struct MessageText {
    const char* context;
    const char* text;
};

/// Marks a text for translators, as QT_TRANSLATE_NOOP() does in Qt: lupdate is told to read it (resources/).
#define GLYPHSCOPE_TEXT(context, text) (::glyphscope::MessageText{context, text})

/// What stands in the place of %1: a name as it is, a number, or a message of its own.
class MessageArgument {
public:
    MessageArgument(std::string text) : m_value(std::move(text)) {}
    MessageArgument(std::string_view text) : m_value(std::string(text)) {}
    MessageArgument(const char* text) : m_value(std::string(text)) {}
    MessageArgument(const std::filesystem::path& path) : m_value(path.string()) {}
    // no concept: the moc of Qt 6.4 cannot read their header
    template <typename Number, std::enable_if_t<std::is_integral_v<Number> && !std::is_same_v<Number, bool> &&
                                                    !std::is_same_v<Number, char>,
                                                int> = 0>
    MessageArgument(Number number) : m_value(static_cast<std::int64_t>(number))
    {
    }
    MessageArgument(double number) : m_value(number) {}
    MessageArgument(Message message);
    MessageArgument(MessageText text);
    /// The message of an Error; of another exception what() as it is.
    MessageArgument(const std::exception& error);

    /// std::string, a whole number, a number, or a message that is never null.
    [[nodiscard]] const auto& value() const { return m_value; }

private:
    std::variant<std::string, std::int64_t, double, std::shared_ptr<const Message>> m_value;
};

/// What the program has to say, so that it can be put into words of any language where it is shown: a text
/// and its arguments. In English it is text(), in the user's language messageText() of app/text.
class Message {
public:
    /// Words that have no translation, such as those of the operating system.
    Message(std::string words = {}) : m_words(std::move(words)) {}
    template <typename... Arguments>
    Message(MessageText text, Arguments&&... arguments)
        : m_context(text.context), m_words(text.text), m_arguments{std::forward<Arguments>(arguments)...}
    {
    }

    [[nodiscard]] const std::string& context() const { return m_context; }  ///< empty: has no translation
    [[nodiscard]] const std::string& words() const { return m_words; }      ///< with %1, %2, ...
    [[nodiscard]] std::span<const MessageArgument> arguments() const { return m_arguments; }
    [[nodiscard]] bool empty() const { return m_words.empty(); }

    /// In English; groups of digits are parted by commas.
    [[nodiscard]] std::string text() const;

private:
    std::string m_context;
    std::string m_words;
    std::vector<MessageArgument> m_arguments;
};

/// `words` with `values` in the places of %1, %2, ...; what stands in a value is left alone.
[[nodiscard]] std::string withArguments(std::string_view words, std::span<const std::string> values);

/// 1234567 as "1,234,567".
[[nodiscard]] std::string groupedNumber(std::int64_t number);

}  // namespace glyphscope
