// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_notes.h"

#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/text/message_text.h"

#include <algorithm>

namespace glyphscope {

void printNotes(const std::vector<Message>& notes)
{
    constexpr std::size_t kMostPrinted = 5;  // of a collection every file may lack the same
    const std::size_t printed = std::min(kMostPrinted, notes.size());
    for (std::size_t i = 0; i < printed; ++i)
        printMessage(messageText(notes[i]));
    if (const auto more = static_cast<int>(notes.size() - printed); more > 0)
        printMessage(CommandText::tr("%Ln more note(s) of this kind.", nullptr, more));
}

}  // namespace glyphscope
