// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/inspection_files.h"
#include "app/cli/read_drawings.h"
#include "app/cli/report.h"
#include "app/cli/weights_source.h"
#include "app/text/file_name.h"
#include "model/preprocess/normalize.h"

#include <QtCore/QJsonArray>

#include <filesystem>
#include <limits>
#include <optional>

namespace glyphscope {
namespace {

constexpr int kMostItems = std::numeric_limits<int>::max();
constexpr int kMostClasses = 256;

/// What the arguments ask for.
struct InspectWish {
    QString file;
    int item = 0;
    std::optional<int> target;
    std::string layer;  ///< of Grad-CAM; empty: integrated gradients
    std::filesystem::path out;
};

InspectWish inspectWishOf(const Command& command)
{
    if (command.files().size() != 1)
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "inspect takes one picture or file of ink. Try glyphscope inspect --help."));
    if (command.text(QStringLiteral("out")).empty())
        throw UsageError(GLYPHSCOPE_TEXT("Command", "inspect needs a folder to write to: --out DIR."));
    InspectWish wish{command.files().constFirst(),
                     0,
                     {},
                     command.text(QStringLiteral("layer")),
                     command.text(QStringLiteral("out"))};
    wish.item = static_cast<int>(command.integer(QStringLiteral("item"), 0, kMostItems));
    if (command.isSet(QStringLiteral("class")))
        wish.target = static_cast<int>(command.integer(QStringLiteral("class"), 0, kMostClasses - 1));
    if (!wish.layer.empty() && !wish.target)
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "--layer explains the logit of a class. Name the class, too: --class C."));
    return wish;
}

LabelledDrawing drawingFor(const InspectWish& wish)
{
    std::vector<LabelledDrawing> drawings = readDrawings(wish.file).drawings;
    const std::string file = fileNameBytes(wish.file);
    const std::size_t count = drawings.size();
    const bool there = static_cast<std::size_t>(wish.item) < count;
    if (!there && count == 1)
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: there is no item %2. It holds one drawing, item 0."),
                    file, std::to_string(wish.item));
    if (!there)
        throw Error(
            GLYPHSCOPE_TEXT("Command", "%1: there is no item %2. It holds %3 drawings, items 0 to %4."), file,
            std::to_string(wish.item), count, std::to_string(count - 1));
    return std::move(drawings[static_cast<std::size_t>(wish.item)]);
}

Glyph glyphOf(const LabelledDrawing& drawing, const InspectWish& wish)
{
    const Stages stages = normalize(drawing.drawing);
    if (stages.empty)
        throw Error(
            GLYPHSCOPE_TEXT("Command",
                            "%1: item %2 is empty: there is no ink to inspect. Choose another item or file."),
            fileNameBytes(wish.file), std::to_string(wish.item));
    return stages.glyph;
}

Inspection inspect(const Glyph& glyph, const InspectWish& wish, const Instruments& instruments)
{
    Inspection result;
    result.reading = instruments.recognizer->read(glyph);
    if (!wish.target)
        return result;
    const std::size_t classes = result.reading.prediction.logits.size();
    if (static_cast<std::size_t>(*wish.target) >= classes)
        throw Error(GLYPHSCOPE_TEXT("Command", "--class %1: this network has the classes 0 to %2."),
                    *wish.target, classes - 1);
    AttributionOptions options;
    options.target = {*wish.target, -1};
    options.layer = wish.layer;
    if (!wish.layer.empty())
        options.method = AttributionMethod::GradCam;
    result.gradients = instruments.inspector->gradients(glyph, options.target);
    result.attribution = instruments.inspector->attribute(glyph, options, {});
    return result;
}

QJsonObject inspectionJson(const InspectWish& wish, const LabelledDrawing& drawing,
                           const Inspection& inspection, const std::vector<WrittenFile>& written)
{
    QJsonObject object = predictionJson(wish.file, wish.item, drawing, inspection.reading.prediction);
    object[QStringLiteral("out")] = QString::fromStdString(wish.out.string());
    QJsonArray files;
    for (const WrittenFile& file : written)
        files.append(file.name);
    object[QStringLiteral("files")] = files;
    QJsonObject arrays;
    for (const NamedTensor& array : arraysOf(inspection)) {
        QJsonArray shape;
        for (const std::int64_t side : array.shape)
            shape.append(static_cast<qint64>(side));
        arrays[QString::fromStdString(array.name)] = shape;
    }
    object[QStringLiteral("arrays")] = arrays;
    if (inspection.gradients) {
        object[QStringLiteral("class")] = inspection.gradients->target.target;
        object[QStringLiteral("score")] = static_cast<double>(inspection.gradients->score);
    }
    if (inspection.attribution && !inspection.attribution->layer.empty())
        object[QStringLiteral("layer")] = QString::fromStdString(inspection.attribution->layer);
    if (inspection.attribution && inspection.attribution->completeness)
        object[QStringLiteral("completeness_gap")] = inspection.attribution->completeness->gap();
    return object;
}

void printText(const InspectWish& wish, const Inspection& inspection, const std::vector<WrittenFile>& written)
{
    constexpr int kTop = 2;
    printLine(predictionText(wish.file, wish.item, inspection.reading.prediction, kTop));
    printLine(CommandText::tr("Written to %1:").arg(QString::fromStdString(wish.out.string())));
    for (const WrittenFile& file : written)
        printLine(QStringLiteral("  %1  %2").arg(file.name, -15).arg(file.about));
}

}  // namespace

int inspectCommand(const QStringList& arguments)
{
    Command command(
        QStringLiteral("inspect"), QStringLiteral("FILE --out DIR [options]"),
        CommandText::tr(
            "Writes the output of every module for one drawing: activations.npz for NumPy, by module name, "
            "and a picture of each module. With --class also the gradients of that class's logit and an "
            "attribution by integrated gradients. Files of an earlier call in DIR are replaced."));
    command.addOption(QStringLiteral("item"),
                      CommandText::tr("inspect drawing K of a file of ink, counted from 0"),
                      QStringLiteral("K"), QStringLiteral("0"));
    command.addOption(QStringLiteral("out"),
                      CommandText::tr("write to this folder, which is created if needed"),
                      QStringLiteral("DIR"));
    command.addOption(QStringLiteral("class"), CommandText::tr("explain the logit of this class"),
                      QStringLiteral("C"));
    command.addOption(
        QStringLiteral("layer"),
        CommandText::tr("explain by Grad-CAM on the maps of this module, in place of integrated "
                        "gradients"),
        QStringLiteral("MODULE"));
    if (!command.parse(arguments))
        return kDone;

    const InspectWish wish = inspectWishOf(command);
    const LabelledDrawing drawing = drawingFor(wish);
    const Glyph glyph = glyphOf(drawing, wish);
    const Inspection inspection = inspect(glyph, wish, instrumentsFor(command));
    prepareFolder(wish.out);
    const std::vector<WrittenFile> written = writeInspection(inspection, wish.out);
    if (command.json())
        printLine(inspectionJson(wish, drawing, inspection, written));
    else
        printText(wish, inspection, written);
    return kDone;
}

}  // namespace glyphscope
