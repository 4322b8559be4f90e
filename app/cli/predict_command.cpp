// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/data_notes.h"
#include "app/cli/number_report.h"
#include "app/cli/read_drawings.h"
#include "app/cli/report.h"
#include "app/cli/weights_source.h"
#include "app/files/file_kind.h"
#include "app/files/idx_export.h"
#include "app/files/picture_options_json.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"
#include "model/data/idx_set.h"
#include "model/numbers/read_number.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <string>

namespace glyphscope {
namespace {

double numberOr(const QString& text, double otherwise)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? number : otherwise;
}

/// Nothing drawn has no probabilities; a zero a class keeps the shape that scripts rely on.
NumberReading answerTo(Recognizer& recognizer, const Drawing& drawing)
{
    NumberReading reading = readNumber(drawing, recognizer);
    for (NumberPart& part : reading.parts)
        if (part.prediction.verdict == Verdict::Empty)
            part.prediction.probabilities.assign(static_cast<std::size_t>(part.prediction.classes.size()),
                                                 0.0F);
    return reading;
}

/// An image of a data set, which is one character.
NumberReading readingOf(Prediction prediction)
{
    NumberReading reading;
    reading.parts.push_back({{}, {}, std::move(prediction), {0, 0, kGlyphSide, kGlyphSide}});
    return reading;
}

/// Left, top, width and height of a crop.
PictureCrop cropOf(const QString& text)
{
    std::vector<double> numbers;
    for (const QString& part : text.split(u','))
        numbers.push_back(numberOr(part, -1));
    const PictureCrop crop = numbers.size() == 4 ? PictureCrop{numbers[0], numbers[1], numbers[2], numbers[3]}
                                                 : PictureCrop{0, 0, 0, 0};
    if (!isPart(crop))
        throw UsageError(GLYPHSCOPE_TEXT("Command",
                                         "--crop %1 is no part of a picture. Give left, top, width and "
                                         "height in shares of it, such as 0.25,0.1,0.5,0.8."),
                         text.toStdString());
    return crop;
}

PictureOptions pictureOptionsOf(const Command& command)
{
    PictureOptions options;
    const auto ground = pictureGroundNamed(command.value(QStringLiteral("ground")));
    if (!ground)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--ground %1 is none of auto, sheet, transparent."),
                         command.text(QStringLiteral("ground")));
    options.ground = *ground;
    if (command.isSet(QStringLiteral("threshold")))
        options.threshold =
            static_cast<int>(command.integer(QStringLiteral("threshold"), PictureOptions::kLowestThreshold,
                                             PictureOptions::kHighestThreshold));
    if (command.isSet(QStringLiteral("crop")))
        options.crop = cropOf(command.value(QStringLiteral("crop")));
    options.takeOutRules = !command.isSet(QStringLiteral("keep-rules"));
    options.evenOutShadow = !command.isSet(QStringLiteral("keep-shadow"));
    return options;
}

/// What of a picture was there although its file breaks off is answered all the same.
void tellCutOff(const QString& file, const Prediction& prediction)
{
    if (prediction.cutOff)
        throw Error(GLYPHSCOPE_TEXT("Command",
                                    "%1: cut off: only the part that is there was read. Save or fetch "
                                    "it again."),
                    fileNameBytes(file));
}

/// How answers are printed.
struct Printing {
    bool json = false;
    int top = 1;
};

/// Of item `item` of `count` in a file.
void printAnswer(const QString& file, std::size_t item, std::size_t count, const LabelledDrawing& drawing,
                 const NumberReading& reading, const Printing& how)
{
    const auto number = static_cast<int>(item);
    const Prediction& first = reading.parts.front().prediction;
    if (how.json) {
        QJsonObject object = predictionJson(file, number, drawing, first);
        addNumber(reading, object);
        printLine(object);
    } else if (reading.parts.size() > 1) {
        for (const QString& line : numberTexts(file, count > 1 ? number : -1, reading))
            printLine(line);
    } else {
        printLine(predictionText(file, count > 1 ? number : -1, first, how.top));
    }
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
        printAnswer(file, item, count, labelled, readingOf(recognizer.predict(glyph)), how);
    }
}

void predictFile(const QString& file, Recognizer& recognizer, const Printing& how,
                 const PictureOptions& options)
{
    if (!QFileInfo(file).isDir() && fileKindOf(file) == FileKind::DataSet) {
        predictImages(file, recognizer, how);
        return;
    }
    std::vector<LabelledDrawing> drawings = readDrawings(file).drawings;
    for (std::size_t item = 0; item < drawings.size(); ++item) {
        if (auto& picture = drawings[item].drawing.picture)
            picture->options = options;
        const NumberReading reading = answerTo(recognizer, drawings[item].drawing);
        printAnswer(file, item, drawings.size(), drawings[item], reading, how);
        tellCutOff(file, reading.parts.front().prediction);
    }
}

}  // namespace

int predictCommand(const QStringList& arguments)
{
    Command command(
        QStringLiteral("predict"), QStringLiteral("FILE... [options]"),
        CommandText::tr(
            "Reads pictures (dark on light or light on dark), files of ink and images in IDX: every "
            "traceGroup of InkML, every character segment of UNIPEN and every image of IDX is an item of its "
            "own. Items are counted from 0. Ink of several characters is read as a number, and a picture of "
            "several lines line by line. As FILE, - is standard input."));
    command.addOption(QStringLiteral("top"), CommandText::tr("print the N most probable classes"),
                      QStringLiteral("N"), QStringLiteral("1"));
    command.addOption(QStringLiteral("ground"),
                      CommandText::tr("what a picture's ink lies on: auto, sheet or transparent"),
                      QStringLiteral("NAME"), QStringLiteral("auto"));
    command.addOption(
        QStringLiteral("threshold"),
        CommandText::tr("grey levels that ink differs from its paper by, instead of the picture's own"),
        QStringLiteral("LEVELS"));
    command.addOption(
        QStringLiteral("crop"),
        CommandText::tr("the part of a picture to read, in shares of it: left,top,width,height"),
        QStringLiteral("X,Y,W,H"));
    command.addOption(QStringLiteral("keep-rules"), CommandText::tr("do not take ruled lines and boxes out"));
    command.addOption(QStringLiteral("keep-shadow"), CommandText::tr("do not even out shadows on the paper"));
    if (!command.parse(arguments))
        return kDone;
    if (command.files().isEmpty())
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "predict needs at least one picture or file of ink. Try glyphscope predict --help."));
    const Printing how{command.json(), static_cast<int>(command.integer(QStringLiteral("top"), 1, 256))};

    const PictureOptions options = pictureOptionsOf(command);
    const auto recognizer = recognizerFor(command);
    int status = kDone;
    for (const QString& file : command.files()) {
        try {
            predictFile(file, *recognizer, how, options);
        } catch (const Error& error) {
            printMessage(errorText(error));  // the other files are still read
            status = kFailed;
        }
    }
    return status;
}

}  // namespace glyphscope
