// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_drawings.h"

#include "app/cli/command.h"
#include "app/cli/standard_input.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"

namespace glyphscope {

DrawingFile readDrawings(const QString& argument)
{
    DrawingFile file = loadDrawings(inputFile(argument));
    for (const Message& note : file.notes)
        printMessage(messageText(note));
    if (file.drawings.empty())
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: holds no drawing. Choose another file."),
                    fileNameBytes(argument));
    return file;
}

}  // namespace glyphscope
