// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/read_drawings.h"
#include "app/cli/report.h"
#include "app/cli/weights_source.h"
#include "app/text/message_text.h"
#include "model/preprocess/normalize.h"

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

void predictFile(const QString& file, Recognizer& recognizer, const Command& command, int top)
{
    const std::vector<LabelledDrawing> drawings = readDrawings(file).drawings;
    for (std::size_t item = 0; item < drawings.size(); ++item) {
        const Prediction prediction = answerTo(recognizer, drawings[item].drawing);
        const auto number = static_cast<int>(item);
        if (command.json())
            printLine(predictionJson(file, number, drawings[item], prediction));
        else
            printLine(predictionText(file, drawings.size() > 1 ? number : -1, prediction, top));
    }
}

}  // namespace

int predictCommand(const QStringList& arguments)
{
    Command command(
        QStringLiteral("predict"), QStringLiteral("FILE... [options]"),
        CommandText::tr(
            "Reads pictures (dark on light or light on dark) and files of ink: every traceGroup of InkML and "
            "every character segment of UNIPEN is a drawing of its own. Items are counted from 0. As FILE, - "
            "is standard input."));
    command.addOption(QStringLiteral("top"), CommandText::tr("print the N most probable classes"),
                      QStringLiteral("N"), QStringLiteral("1"));
    if (!command.parse(arguments))
        return kDone;
    if (command.files().isEmpty())
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "predict needs at least one picture or file of ink. Try glyphscope predict --help."));
    const int top = static_cast<int>(command.integer(QStringLiteral("top"), 1, 256));

    const auto recognizer = recognizerFor(command);
    int status = kDone;
    for (const QString& file : command.files()) {
        try {
            predictFile(file, *recognizer, command, top);
        } catch (const Error& error) {
            printMessage(errorText(error));  // the other files are still read
            status = kFailed;
        }
    }
    return status;
}

}  // namespace glyphscope
