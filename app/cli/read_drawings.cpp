// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_drawings.h"

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

Dataset readLabelledInk(const QStringList& arguments, const ClassSet& classes, std::vector<std::string>* ids)
{
    std::vector<Message> notes;
    Dataset data = readInkDataset(inputFiles(arguments), classes, ids, &notes);
    printNotes(notes);
    return data;
}

}  // namespace glyphscope
