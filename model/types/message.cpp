// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/message.h"

#include "model/types/error.h"

#include <cstdio>

namespace glyphscope {
namespace {

Message messageOf(const std::exception& error)
{
    const auto* own = dynamic_cast<const Error*>(&error);
    return own != nullptr ? own->message() : Message(std::string(error.what()));
}

struct InEnglish {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return groupedNumber(number); }
    std::string operator()(double number) const
    {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%g", number);
        return buffer;
    }
    std::string operator()(const std::shared_ptr<const Message>& message) const { return message->text(); }
};

}  // namespace

MessageArgument::MessageArgument(Message message)
    : m_value(std::make_shared<const Message>(std::move(message)))
{
}

MessageArgument::MessageArgument(MessageText text) : MessageArgument(Message(text))
{
}

MessageArgument::MessageArgument(const std::exception& error) : MessageArgument(messageOf(error))
{
}

std::string Message::text() const
{
    if (m_arguments.empty() && m_context.empty())
        return m_words;
    std::vector<std::string> values;
    for (const MessageArgument& argument : m_arguments)
        values.push_back(std::visit(InEnglish(), argument.value()));
    return withArguments(m_words, values);
}

std::string withArguments(std::string_view words, std::span<const std::string> values)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool named =
            words[i] == '%' && i + 1 < words.size() && words[i + 1] >= '1' && words[i + 1] <= '9';
        const auto place = named ? static_cast<std::size_t>(words[i + 1] - '1') : values.size();
        if (place < values.size()) {
            text += values[place];
            ++i;
        } else {
            text += words[i];
        }
    }
    return text;
}

std::string groupedNumber(std::int64_t number)
{
    std::string text = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    for (std::size_t left = text.size(); left > first + 3; left -= 3)
        text.insert(left - 3, 1, ',');
    return text;
}

}  // namespace glyphscope
