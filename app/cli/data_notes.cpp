// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_notes.h"

#include "app/cli/command.h"
#include "app/text/message_text.h"

namespace glyphscope {

void printNotes(const std::vector<Message>& notes)
{
    for (const Message& note : notes)
        printMessage(messageText(note));
}

}  // namespace glyphscope
