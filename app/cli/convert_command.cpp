// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/convert_sheet.h"
#include "app/cli/read_drawings.h"
#include "app/cli/standard_input.h"
#include "app/cli/weights_source.h"
#include "app/files/file_kind.h"
#include "app/files/idx_export.h"
#include "app/text/file_name.h"
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/weights_file.h"
#include "model/data/idx_set.h"
#include "model/numbers/labelled_parts.h"
#include "model/numbers/number_truth.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <limits>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

/// What the arguments ask for.
struct ConvertWish {
    QString in;
    QString out;
    QString format;           ///< without a dot, in lower case
    std::optional<int> item;  ///< one drawing of many
    bool divide = false;      ///< numbers into the characters of their labels
    QStringList only;         ///< labels; empty: all drawings
};

/// What was written.
struct Result {
    QString what;  ///< "8 tensors" in the user's language
    QStringList files;
};

bool isFormat(const QString& name)
{
    return weightsFormatNamed(name.toStdString()) || drawingFormatNamed(name) || name == "idx"_L1;
}

QString formatOf(const Command& command, const QString& out)
{
    const bool named = command.isSet(u"to"_s);
    QString name = named ? command.value(u"to"_s) : QFileInfo(out).suffix();
    if (named && name.startsWith(u'.'))
        name.remove(0, 1);
    name = !named && isIdxName(out) ? u"idx"_s : name.toLower();
    if (isFormat(name))
        return name;
    const QString asked = named ? u"--to %1"_s.arg(command.value(u"to"_s)) : out;
    throw UsageError(
        GLYPHSCOPE_TEXT(
            "Command", "%1: expected one of safetensors, pt, onnx, npz for weights; inkml, png, svg, idx for "
                       "drawings. Give OUT one of these suffixes, or name it with --to."),
        asked.toStdString());
}

/// Nothing that is read, IN or the labels beside it, may be written over.
void checkOut(const ConvertWish& wish)
{
    const IdxNames names = idxNames(wish.out);
    const QStringList outs =
        wish.format == "idx"_L1 ? QStringList{names.images, names.labels} : QStringList{wish.out};
    const IdxSetFiles in = idxSetOf(fileNameBytes(wish.in));
    std::error_code code;
    for (const QString& out : outs)
        for (const std::filesystem::path& read : {in.images, in.labels})
            if (std::filesystem::equivalent(read, fileNameBytes(out), code))
                throw UsageError(
                    read == in.images
                        ? GLYPHSCOPE_TEXT("Command", "%1: the same file as IN. Name another one to write.")
                        : GLYPHSCOPE_TEXT("Command", "%1: the labels of IN. Name another one to write."),
                    fileNameBytes(out));
}

ConvertWish convertWishOf(const Command& command)
{
    if (command.files().size() != 2)
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command",
            "convert takes the file that is there and the one to write. Try glyphscope convert --help."));
    ConvertWish wish{
        inputFile(command.files()[0]), command.files()[1], {}, {}, command.isSet(u"divide"_s), {}};
    wish.format = formatOf(command, wish.out);
    if (command.isSet(u"item"_s))
        wish.item = static_cast<int>(command.integer(u"item"_s, 0, std::numeric_limits<int>::max()));
    if (command.isSet(u"only"_s))
        wish.only = command.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
    checkOut(wish);
    return wish;
}

/// In `reason` %1 is the name of IN, %2 that of the format.
[[noreturn]] void refusePair(const ConvertWish& wish, MessageText reason)
{
    throw Error(reason, fileNameBytes(wish.in), wish.format.toStdString());
}

Result convertWeights(const ConvertWish& wish)
{
    const std::optional<WeightsFormat> format = weightsFormatNamed(wish.format.toStdString());
    if (!format)
        refusePair(wish, GLYPHSCOPE_TEXT("Command", "%1: holds weights, which cannot be written as %2. "
                                                    "Possible are safetensors, pt, onnx and npz."));
    if (wish.item)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--item goes with drawings only; %1 holds weights."),
                         fileNameBytes(wish.in));
    const StateDict weights = readWeights(fileNameBytes(wish.in));
    std::vector<std::byte> bytes;
    try {
        bytes = encodeWeights(weights, *format);
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: %2"), fileNameBytes(wish.in), error);
    }
    writeAtomically(fileNameBytes(wish.out), bytes);
    return {CommandText::tr("%n tensor(s)", nullptr, static_cast<int>(weights.tensors.size())), {wish.out}};
}

void checkItem(const ConvertWish& wish, std::size_t count)
{
    if (wish.item && static_cast<std::size_t>(*wish.item) >= count)
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: there is no item %2; the last one is item %3."),
                    fileNameBytes(wish.in), std::to_string(*wish.item), std::to_string(count - 1));
}

/// In `reason` %1 is the name of IN, %2 how many it holds, %3 the name of the format.
[[noreturn]] void refuseMany(const ConvertWish& wish, MessageText reason, std::size_t count)
{
    throw Error(reason, fileNameBytes(wish.in), count, wish.format.toStdString());
}

QString countedImages(std::size_t count)
{
    return CommandText::tr("%Ln image(s)", nullptr, static_cast<int>(count));
}

/// All drawings of the file, or the one that is asked for.
std::vector<LabelledDrawing> drawingsFor(const ConvertWish& wish, DrawingFile& file)
{
    checkItem(wish, file.drawings.size());
    if (!wish.item)
        return std::move(file.drawings);
    return {std::move(file.drawings[static_cast<std::size_t>(*wish.item)])};
}

std::vector<LabelledDrawing> labelledOnly(const ConvertWish& wish, std::vector<LabelledDrawing> drawings)
{
    std::erase_if(drawings, [&wish](const LabelledDrawing& drawing) {
        return !wish.only.contains(QString::fromStdString(drawing.truth));
    });
    if (drawings.empty())
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: no drawing has one of the labels of --only %2."),
                    fileNameBytes(wish.in), wish.only.join(u',').toStdString());
    return drawings;
}

/// Of what has several characters, each as a drawing of its own, with its label and "id#place" for an id.
std::vector<LabelledDrawing> divided(const ConvertWish& wish, const std::vector<LabelledDrawing>& drawings,
                                     Recognizer& recognizer)
{
    std::vector<LabelledDrawing> all;
    std::size_t leftOut = 0;
    for (const LabelledDrawing& drawing : drawings) {
        if (lengthOf(drawing.truth) == 1) {
            all.push_back(drawing);
            continue;
        }
        std::vector<LabelledDrawing> characters = charactersOf(drawing, recognizer);
        leftOut += characters.empty() ? 1 : 0;
        std::ranges::move(characters, std::back_inserter(all));
    }
    if (leftOut > 0)
        printMessage(CommandText::tr("%1: %Ln drawing(s) left out, since no division fits the label.",
                                     nullptr, static_cast<int>(leftOut))
                         .arg(wish.in));
    if (all.empty())
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: no drawing can be divided as its label says. --divide "
                                               "takes ink of numbers with labels such as 42."),
                    fileNameBytes(wish.in));
    return all;
}

Result convertDrawings(const ConvertWish& wish, const Command& command)
{
    DrawingFile file = readDrawings(wish.in);
    const bool picture = file.kind == DrawingFile::Kind::Picture;
    const std::optional<DrawingFormat> format = drawingFormatNamed(wish.format);
    if (picture && format == DrawingFormat::Inkml)
        refusePair(wish, GLYPHSCOPE_TEXT("Command", "%1: holds a picture, and so no strokes, which cannot be "
                                                    "written as %2. Possible are png, svg and idx."));
    if (!format && wish.format != "idx"_L1)
        refusePair(
            wish,
            picture
                ? GLYPHSCOPE_TEXT(
                      "Command",
                      "%1: holds a picture, which cannot be written as %2. Possible are png, svg and idx.")
                : GLYPHSCOPE_TEXT("Command", "%1: holds drawings, which cannot be written as %2. Possible "
                                             "are inkml, png, svg and idx."));
    std::vector<LabelledDrawing> drawings = drawingsFor(wish, file);
    if (!wish.only.isEmpty())
        drawings = labelledOnly(wish, std::move(drawings));
    if (wish.divide)
        drawings = divided(wish, drawings, *recognizerFor(command));
    const QString what = CommandText::tr("%Ln drawing(s)", nullptr, static_cast<int>(drawings.size()));
    if (!format)
        return {what, saveIdx(wish.out, glyphsOf(drawings, wish.in))};
    if (*format == DrawingFormat::Inkml)
        saveInkml(wish.out, drawings);
    else if (drawings.size() == 1)
        saveDrawing(wish.out, drawings.front(), *format);
    else
        refuseMany(wish,
                   GLYPHSCOPE_TEXT("Command", "%1: holds %2 drawings, and %3 takes one. Choose it with "
                                              "--item (from 0), or write them all as inkml or idx."),
                   drawings.size());
    return {what, {wish.out}};
}

Dataset oneOf(const Dataset& data, std::size_t item)
{
    Dataset one;
    const auto begin = data.images.begin() + static_cast<std::ptrdiff_t>(item * kGlyphPixels);
    one.images.assign(begin, begin + kGlyphPixels);
    if (!data.labels.empty())
        one.labels = {data.labels[item]};
    return one;
}

/// Short enough to be kept in a PNG.
std::string nameOfSet(const QString& path)
{
    constexpr std::size_t kLongestName = 100;
    return shownText(fileNameBytes(path.section(u'/', -1)), kLongestName);
}

Result convertDataSet(const ConvertWish& wish)
{
    if (QFileInfo(wish.in).isDir())
        throw Error(GLYPHSCOPE_TEXT("Command", "%1: a folder. Name the file in it: of a data set that of the "
                                               "images, such as train-images-idx3-ubyte."),
                    fileNameBytes(wish.in));
    const Dataset data = readIdx(wish.in);
    const std::size_t count = data.images.size() / kGlyphPixels;
    checkItem(wish, count);
    const std::optional<DrawingFormat> format = drawingFormatNamed(wish.format);
    if (format == DrawingFormat::Inkml || (!format && wish.format != "idx"_L1))
        refusePair(wish,
                   GLYPHSCOPE_TEXT("Command", "%1: holds a data set of pictures, which cannot be written as "
                                              "%2. Possible are idx, and of one item png and svg."));
    if (!format && wish.item)
        return {countedImages(1), saveIdx(wish.out, oneOf(data, static_cast<std::size_t>(*wish.item)))};
    if (!format)
        return {countedImages(count), saveIdx(wish.out, data)};
    if (count > 1 && !wish.item)
        refuseMany(wish,
                   GLYPHSCOPE_TEXT("Command", "%1: holds %2 images, and %3 takes one. Choose it with --item "
                                              "(from 0), or write them all as idx."),
                   count);
    saveDrawing(wish.out,
                drawingOf(data, static_cast<std::size_t>(wish.item.value_or(0)), nameOfSet(wish.in)),
                *format);
    return {countedImages(1), {wish.out}};
}

Result convert(const ConvertWish& wish, FileKind kind, const Command& command)
{
    const char* ofInk = wish.divide ? "divide" : wish.only.isEmpty() ? nullptr : "only";
    if (ofInk != nullptr && kind != FileKind::Drawings)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--%1 goes with files of labelled ink only; %2 is none."),
                         ofInk, fileNameBytes(wish.in));
    switch (kind) {
    case FileKind::Weights:
        return convertWeights(wish);
    case FileKind::DataSet:
        return convertDataSet(wish);
    case FileKind::Drawings:
        break;
    }
    return convertDrawings(wish, command);
}

QString nameOf(FileKind kind)
{
    return kind == FileKind::Weights ? u"weights"_s : kind == FileKind::DataSet ? u"data"_s : u"drawings"_s;
}

}  // namespace

int convertCommand(const QStringList& arguments)
{
    Command command(
        u"convert"_s,
        u"(IN | --sheet PICTURE | --blank-sheet a4|letter) OUT [--to FORMAT] [--item K] [--only LABELS] [--divide]"_s,
        CommandText::tr(
            "Writes weights or drawings in another format. IN is recognised by its content; the suffix of "
            "OUT or --to chooses the format. Weights: reads safetensors and PyTorch's pt, writes "
            "safetensors, pt, onnx and npz. Drawings: reads InkML, UNIPEN, pictures and IDX images, writes "
            "inkml, png, svg and idx. The format idx makes two files, OUT-images-idx3-ubyte and, where there "
            "are labels, OUT-labels-idx1-ubyte; OUT.gz compresses them. An existing file is replaced. With "
            "--sheet, the characters on a photographed sheet of samples are written as IDX, each with a "
            "label; --blank-sheet writes such a sheet to be printed."));
    command.addOption(u"to"_s, CommandText::tr("write this format, whatever the suffix of OUT says"),
                      u"FORMAT"_s);
    command.addOption(u"item"_s, CommandText::tr("convert only drawing or image K of IN, counted from 0"),
                      u"K"_s);
    command.addOption(u"divide"_s,
                      CommandText::tr("divide numbers of IN into the characters that their labels say, each "
                                      "a drawing of its own"));
    command.addOption(u"only"_s,
                      CommandText::tr("convert only drawings with one of these labels, such as A,B"),
                      u"LABELS"_s);
    command.addOption(u"sheet"_s, CommandText::tr("a photographed or scanned sheet of samples to convert"),
                      u"PICTURE"_s);
    command.addOption(
        u"labels"_s,
        CommandText::tr("label a sheet by its rows, by reading, or as it looks: rows, read, auto"), u"NAME"_s,
        u"auto"_s);
    command.addOption(u"blank-sheet"_s, CommandText::tr("write a sheet of samples to print: a4 or letter"),
                      u"PAPER"_s);
    if (!command.parse(arguments))
        return kDone;
    if (command.isSet(u"blank-sheet"_s))
        return convertBlankSheet(command);
    if (command.isSet(u"sheet"_s))
        return convertSheet(command);
    if (command.isSet(u"labels"_s))
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--labels goes with --sheet only."));

    const ConvertWish wish = convertWishOf(command);
    const FileKind kind = fileKindOf(wish.in);
    const Result result = convert(wish, kind, command);
    if (command.json())
        printLine(QJsonObject{{u"in"_s, command.files()[0]},
                              {u"kind"_s, nameOf(kind)},
                              {u"format"_s, wish.format},
                              {u"out"_s, QJsonArray::fromStringList(result.files)}});
    else
        printLine(CommandText::tr("%1, %2: %3", "a file, what it held, the files that were written")
                      .arg(command.files()[0], result.what, result.files.join(u", "_s)));
    return kDone;
}

}  // namespace glyphscope
