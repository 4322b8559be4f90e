// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_drawings.h"

#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/standard_input.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"

#include <algorithm>

namespace glyphscope {
namespace {

/// Of a collection every file may lack the same documentation.
void printNotes(const std::vector<Message>& notes)
{
    constexpr std::size_t kMostPrinted = 5;
    const std::size_t printed = std::min(kMostPrinted, notes.size());
    for (std::size_t i = 0; i < printed; ++i)
        printMessage(messageText(notes[i]));
    if (const auto more = static_cast<int>(notes.size() - printed); more > 0)
        printMessage(CommandText::tr("%Ln more note(s) of this kind.", nullptr, more));
}

}  // namespace

DrawingFile readDrawings(const QString& argument)
{
    DrawingFile file = loadDrawings(inputFile(argument));
    printNotes(file.notes);
    if (file.drawings.empty())
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: holds no drawing. Choose another file."),
                    fileNameBytes(argument));
    return file;
}

Dataset readLabelledInk(const QStringList& arguments, const ClassSet& classes, std::vector<std::string>* ids)
{
    std::vector<Message> notes;
    Dataset data = readInkDataset(inputFiles(arguments), classes, ids, &notes);
    printNotes(notes);
    return data;
}

}  // namespace glyphscope
