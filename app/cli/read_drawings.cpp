// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_drawings.h"

#include "app/cli/command_text.h"
#include "app/cli/data_notes.h"
#include "app/cli/standard_input.h"
#include "app/text/file_name.h"
#include "model/types/error.h"

namespace glyphscope {

DrawingFile readDrawings(const QString& argument)
{
    DrawingFile file = loadDrawings(inputFile(argument));
    printNotes(file.notes);
    if (file.drawings.empty())
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: holds no drawing. Choose another file."),
                    fileNameBytes(argument));
    return file;
}

void addFoldCase(Command& command)
{
    command.addOption(
        QStringLiteral("fold-case"),
        CommandText::tr("do not tell how many labels differ from a class of the weights in case only"));
}

InkLabels inkLabelsFor(const Command& command)
{
    return {.foldCase = true, .tellFolded = !command.isSet(QStringLiteral("fold-case")), .skipMissing = true};
}

Dataset readLabelledInk(const Command& command, const QStringList& arguments, const ClassSet& classes,
                        std::vector<std::string>* ids)
{
    std::vector<Message> notes;
    Dataset data = readInkDataset(inputFiles(arguments), classes, ids, &notes, inkLabelsFor(command));
    printNotes(notes);
    return data;
}

}  // namespace glyphscope
