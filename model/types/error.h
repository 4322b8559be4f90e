// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <stdexcept>

namespace glyphscope {

/// What every room throws when it cannot do its work. The message is for the user: it names the file or
/// module, the place, the reason and what to do. Caught at the top of a worker and of the command line, and
/// put into the user's language there (errorText() of app/text); what() is English.
class Error : public std::runtime_error {
public:
    /// Error(GLYPHSCOPE_TEXT("Training", "%1: holds no image. Choose another file."), path)
    template <typename... Arguments>
    explicit Error(MessageText text, Arguments&&... arguments)
        : Error(Message(text, std::forward<Arguments>(arguments)...))
    {
    }
    explicit Error(Message message) : std::runtime_error(message.text()), m_message(std::move(message)) {}
    /// Words that have no translation, such as LibTorch's.
    explicit Error(const std::string& words) : Error(Message(words)) {}

    [[nodiscard]] const Message& message() const { return m_message; }

private:
    Message m_message;
};

}  // namespace glyphscope
