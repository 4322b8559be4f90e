// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/data_notes.h"
#include "app/cli/read_drawings.h"
#include "app/cli/report.h"
#include "app/cli/weights_source.h"
#include "app/files/file_kind.h"
#include "app/files/idx_export.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"
#include "model/data/idx_set.h"
#include "model/preprocess/normalize.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <string>

namespace glyphscope {
namespace {

/// Nothing drawn has no probabilities; a zero a class keeps the shape that scripts rely on.
Prediction emptyPrediction(const ClassSet& classes)
{
    Prediction prediction;
    prediction.probabilities.assign(static_cast<std::size_t>(classes.size()), 0.0F);
    prediction.classes = classes;
    return prediction;
}

Prediction answerTo(Recognizer& recognizer, const Drawing& drawing)
{
    const Stages stages = normalize(drawing);
    const Prediction prediction = recognizer.predict(stages.glyph);  // also of nothing: it knows the classes
    return stages.empty ? emptyPrediction(prediction.classes) : prediction;
}

/// How answers are printed.
struct Printing {
    bool json = false;
    int top = 1;
};

/// Of item `item` of `count` in a file.
void printAnswer(const QString& file, std::size_t item, std::size_t count, const LabelledDrawing& drawing,
                 const Prediction& prediction, const Printing& how)
{
    const auto number = static_cast<int>(item);
    if (how.json)
        printLine(predictionJson(file, number, drawing, prediction));
    else
        printLine(predictionText(file, count > 1 ? number : -1, prediction, how.top));
}

/// The images of a data set are read as the network gets them, without what centres a drawing.
void predictImages(const QString& file, Recognizer& recognizer, const Printing& how)
{
    Dataset data = readIdx(file);
    if (isDarkOnLight(data)) {
        invertImages(data);
        printNotes({Message(GLYPHSCOPE_TEXT("Command", "%1: its images are dark on light. They are inverted, "
                                                       "since networks here read light on dark."),
                            fileNameBytes(file))});
    }
    const std::size_t count = data.images.size() / kGlyphPixels;
    for (std::size_t item = 0; item < count; ++item) {
        Glyph glyph;
        std::copy_n(data.images.begin() + static_cast<std::ptrdiff_t>(item * kGlyphPixels), kGlyphPixels,
                    glyph.begin());
        LabelledDrawing labelled;
        if (!data.labels.empty())
            labelled.truth = std::to_string(data.labels[item]);
        printAnswer(file, item, count, labelled, recognizer.predict(glyph), how);
    }
}

void predictFile(const QString& file, Recognizer& recognizer, const Printing& how)
{
    if (!QFileInfo(file).isDir() && fileKindOf(file) == FileKind::DataSet) {
        predictImages(file, recognizer, how);
        return;
    }
    const std::vector<LabelledDrawing> drawings = readDrawings(file).drawings;
    for (std::size_t item = 0; item < drawings.size(); ++item)
        printAnswer(file, item, drawings.size(), drawings[item], answerTo(recognizer, drawings[item].drawing),
                    how);
}

}  // namespace

int predictCommand(const QStringList& arguments)
{
    Command command(
        QStringLiteral("predict"), QStringLiteral("FILE... [options]"),
        CommandText::tr(
            "Reads pictures (dark on light or light on dark), files of ink and images in IDX: every "
            "traceGroup of InkML, every character segment of UNIPEN and every image of IDX is an item of its "
            "own. Items are counted from 0. As FILE, - is standard input."));
    command.addOption(QStringLiteral("top"), CommandText::tr("print the N most probable classes"),
                      QStringLiteral("N"), QStringLiteral("1"));
    if (!command.parse(arguments))
        return kDone;
    if (command.files().isEmpty())
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "predict needs at least one picture or file of ink. Try glyphscope predict --help."));
    const Printing how{command.json(), static_cast<int>(command.integer(QStringLiteral("top"), 1, 256))};

    const auto recognizer = recognizerFor(command);
    int status = kDone;
    for (const QString& file : command.files()) {
        try {
            predictFile(file, *recognizer, how);
        } catch (const Error& error) {
            printMessage(errorText(error));  // the other files are still read
            status = kFailed;
        }
    }
    return status;
}

}  // namespace glyphscope
