// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/message_text.h"

namespace glyphscope {

QString errorText(const std::exception& error)
{
    const MessageArgument argument(error);
    return messageText(*std::get<std::shared_ptr<const Message>>(argument.value()));
}

}  // namespace glyphscope
