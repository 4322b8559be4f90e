// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/convert_sheet.h"

#include "app/cli/command_text.h"
#include "app/cli/standard_input.h"
#include "app/cli/weights_source.h"
#include "app/files/blank_sheet.h"
#include "app/files/drawing_file.h"
#include "app/files/idx_export.h"
#include "app/files/picture_file.h"
#include "app/text/file_name.h"
#include "model/numbers/read_sheet.h"
#include "model/types/error.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

SheetLabels labelsOf(const Command& command)
{
    const QString name = command.value(u"labels"_s);
    if (name == "auto"_L1)
        return SheetLabels::Auto;
    if (name == "rows"_L1)
        return SheetLabels::Rows;
    if (name == "read"_L1)
        return SheetLabels::Read;
    throw UsageError(GLYPHSCOPE_TEXT("Command", "--labels %1 is none of auto, rows, read."),
                     command.text(u"labels"_s));
}

SheetReading readSheetFile(const QString& file, Recognizer& recognizer, SheetLabels labels)
{
    const Picture picture = loadPicture(file, kLongestSheetKept);
    try {
        return readSheet(picture, recognizer, labels);
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: %2"), fileNameBytes(file), error);
    }
}

Dataset datasetOfSheet(const SheetReading& sheet)
{
    Dataset data;
    data.classes = sheet.classes;
    for (const SheetItem& item : sheet.items) {
        data.images.insert(data.images.end(), item.glyph.begin(), item.glyph.end());
        data.labels.push_back(static_cast<std::uint8_t>(std::max(0, item.label)));
    }
    return data;
}

/// The one name that such a command takes.
QString outOf(const Command& command, MessageText usage)
{
    if (command.files().size() != 1)
        throw UsageError(usage);
    for (const QString& other : {u"to"_s, u"item"_s})
        if (command.isSet(other))
            throw UsageError(GLYPHSCOPE_TEXT("Command", "--%1 does not go with sheets. Leave it out."),
                             other.toStdString());
    return command.files().front();
}

}  // namespace

int convertSheet(const Command& command)
{
    const QString out =
        outOf(command, GLYPHSCOPE_TEXT("Command", "convert --sheet takes a picture and the name of IDX files "
                                                  "to write: convert --sheet SHEET.jpg OUT.idx."));
    if (!isIdxName(out))
        throw UsageError(GLYPHSCOPE_TEXT("Command", "%1: a sheet is written as IDX files. Give OUT the "
                                                    "suffix .idx."),
                         fileNameBytes(out));
    const QString in = inputFile(command.value(u"sheet"_s));
    const SheetLabels labels = labelsOf(command);
    const auto recognizer = recognizerFor(command);
    const SheetReading sheet = readSheetFile(in, *recognizer, labels);
    const QStringList files = saveIdx(out, datasetOfSheet(sheet));
    const QString how = sheet.byRows ? u"rows"_s : u"read"_s;
    if (command.json()) {
        printLine(QJsonObject{{u"in"_s, command.value(u"sheet"_s)},
                              {u"kind"_s, u"sheet"_s},
                              {u"format"_s, u"idx"_s},
                              {u"out"_s, QJsonArray::fromStringList(files)},
                              {u"items"_s, static_cast<qint64>(sheet.items.size())},
                              {u"rows"_s, sheet.rows},
                              {u"labels"_s, how},
                              {u"printed"_s, sheet.printed}});
        return kDone;
    }
    const auto count = static_cast<int>(sheet.items.size());
    printLine((sheet.byRows ? CommandText::tr("%1: %n character(s), labelled by their rows: %2",
                                              "a sheet, what was found, the files that were written", count)
                            : CommandText::tr("%1: %n character(s), labelled as they are read: %2",
                                              "a sheet, what was found, the files that were written", count))
                  .arg(command.value(u"sheet"_s), files.join(u", "_s)));
    return kDone;
}

int convertBlankSheet(const Command& command)
{
    const QString out =
        outOf(command, GLYPHSCOPE_TEXT("Command", "convert --blank-sheet takes the name of the "
                                                  "PDF to write: convert --blank-sheet a4 "
                                                  "OUT.pdf."));
    const QString paper = command.value(u"blank-sheet"_s).toLower();
    if (paper != "a4"_L1 && paper != "letter"_L1)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--blank-sheet %1 is none of a4, letter."),
                         command.text(u"blank-sheet"_s));
    if (!out.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        throw UsageError(GLYPHSCOPE_TEXT("Command", "%1: a sheet to print is written as PDF. Give OUT the "
                                                    "suffix .pdf."),
                         fileNameBytes(out));
    const ClassSet classes = classesFor(command);
    saveBlankSheet(out, classes, paper == "letter"_L1);
    if (command.json())
        printLine(QJsonObject{{u"kind"_s, u"blank-sheet"_s},
                              {u"format"_s, u"pdf"_s},
                              {u"out"_s, QJsonArray{out}},
                              {u"rows"_s, classes.size()}});
    else
        printLine(CommandText::tr("%1: a sheet with %n row(s) to print", "the file that was written",
                                  classes.size())
                      .arg(out));
    return kDone;
}

}  // namespace glyphscope
