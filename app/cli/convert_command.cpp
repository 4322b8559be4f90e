// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"
#include "app/files/drawing_file.h"
#include "app/files/file_kind.h"
#include "app/files/idx_export.h"
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/weights_file.h"
#include "model/data/idx_set.h"
#include "model/types/error.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>

#include <filesystem>
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
};

/// What was written.
struct Result {
    QString what;  ///< "8 tensors"
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
    throw UsageError((named ? u"--to %1"_s.arg(command.value(u"to"_s)) : out).toStdString() +
                     ": expected one of safetensors, pt, onnx, npz for weights; inkml, png, svg, idx for "
                     "drawings. Give OUT one of these suffixes, or name it with --to.");
}

/// Nothing that is read, IN or the labels beside it, may be written over.
void checkOut(const ConvertWish& wish)
{
    const IdxNames names = idxNames(wish.out);
    const QStringList outs =
        wish.format == "idx"_L1 ? QStringList{names.images, names.labels} : QStringList{wish.out};
    const IdxSetFiles in = idxSetOf(wish.in.toStdString());
    std::error_code code;
    for (const QString& out : outs)
        for (const std::filesystem::path& read : {in.images, in.labels})
            if (std::filesystem::equivalent(read, out.toStdString(), code))
                throw UsageError(out.toStdString() +
                                 (read == in.images ? ": the same file as IN." : ": the labels of IN.") +
                                 " Name another one to write.");
}

ConvertWish convertWishOf(const Command& command)
{
    if (command.files().size() != 2)
        throw UsageError("convert takes the file that is there and the one to write. Try glyphscope convert "
                         "--help.");
    ConvertWish wish{command.files()[0], command.files()[1], {}, {}};
    wish.format = formatOf(command, wish.out);
    if (command.isSet(u"item"_s))
        wish.item = static_cast<int>(command.integer(u"item"_s, 0, std::numeric_limits<int>::max()));
    checkOut(wish);
    return wish;
}

[[noreturn]] void refusePair(const ConvertWish& wish, const char* what, const char* formats)
{
    throw Error(wish.in.toStdString() + ": holds " + what + ", which cannot be written as " +
                wish.format.toStdString() + ". Possible are " + formats + ".");
}

Result convertWeights(const ConvertWish& wish)
{
    const std::optional<WeightsFormat> format = weightsFormatNamed(wish.format.toStdString());
    if (!format)
        refusePair(wish, "weights", "safetensors, pt, onnx and npz");
    if (wish.item)
        throw UsageError("--item goes with drawings only; " + wish.in.toStdString() + " holds weights.");
    const StateDict weights = readWeights(wish.in.toStdString());
    std::vector<std::byte> bytes;
    try {
        bytes = encodeWeights(weights, *format);
    } catch (const Error& error) {
        throw Error(wish.in.toStdString() + ": " + error.what());
    }
    writeAtomically(wish.out.toStdString(), bytes);
    return {u"%1 tensors"_s.arg(weights.tensors.size()), {wish.out}};
}

void checkItem(const ConvertWish& wish, std::size_t count)
{
    if (wish.item && static_cast<std::size_t>(*wish.item) >= count)
        throw Error(wish.in.toStdString() + ": there is no item " + std::to_string(*wish.item) +
                    "; the last one is item " + std::to_string(count - 1) + ".");
}

[[noreturn]] void refuseMany(const ConvertWish& wish, std::size_t count, const char* what, const char* all)
{
    throw Error(wish.in.toStdString() + ": holds " + std::to_string(count) + " " + what + ", and " +
                wish.format.toStdString() +
                " takes one. Choose it with --item (from 0), or write them all as " + all + ".");
}

QString countedThings(std::size_t count, const char* one, const char* many)
{
    return u"%1 %2"_s.arg(count).arg(QLatin1StringView(count == 1 ? one : many));
}

/// All drawings of the file, or the one that is asked for.
std::vector<LabelledDrawing> drawingsFor(const ConvertWish& wish, DrawingFile& file)
{
    if (file.drawings.empty())
        throw Error(wish.in.toStdString() + ": holds no drawing. Choose another file.");
    checkItem(wish, file.drawings.size());
    if (!wish.item)
        return std::move(file.drawings);
    return {std::move(file.drawings[static_cast<std::size_t>(*wish.item)])};
}

Result convertDrawings(const ConvertWish& wish)
{
    DrawingFile file = loadDrawings(wish.in);
    const bool picture = file.kind == DrawingFile::Kind::Picture;
    const std::optional<DrawingFormat> format = drawingFormatNamed(wish.format);
    if (picture && format == DrawingFormat::Inkml)
        refusePair(wish, "a picture, and so no strokes", "png, svg and idx");
    if (!format && wish.format != "idx"_L1)
        refusePair(wish, picture ? "a picture" : "drawings",
                   picture ? "png, svg and idx" : "inkml, png, svg and idx");
    const std::vector<LabelledDrawing> drawings = drawingsFor(wish, file);
    const QString what = countedThings(drawings.size(), "drawing", "drawings");
    if (!format)
        return {what, saveIdx(wish.out, glyphsOf(drawings, wish.in))};
    if (*format == DrawingFormat::Inkml)
        saveInkml(wish.out, drawings);
    else if (drawings.size() == 1)
        saveDrawing(wish.out, drawings.front(), *format);
    else
        refuseMany(wish, drawings.size(), "drawings", "inkml or idx");
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

Result convertDataSet(const ConvertWish& wish)
{
    if (QFileInfo(wish.in).isDir())
        throw Error(wish.in.toStdString() +
                    ": a folder. Name the file in it: of a data set that of the images, such as "
                    "train-images-idx3-ubyte.");
    const Dataset data = readIdx(wish.in);
    const std::size_t count = data.images.size() / kGlyphPixels;
    checkItem(wish, count);
    const std::optional<DrawingFormat> format = drawingFormatNamed(wish.format);
    if (format == DrawingFormat::Inkml || (!format && wish.format != "idx"_L1))
        refusePair(wish, "a data set of pictures", "idx, and of one item png and svg");
    if (!format && wish.item)
        return {u"1 image"_s, saveIdx(wish.out, oneOf(data, static_cast<std::size_t>(*wish.item)))};
    if (!format)
        return {countedThings(count, "image", "images"), saveIdx(wish.out, data)};
    if (count > 1 && !wish.item)
        refuseMany(wish, count, "images", "idx");
    saveDrawing(wish.out, drawingOf(data, static_cast<std::size_t>(wish.item.value_or(0))), *format);
    return {u"1 image"_s, {wish.out}};
}

Result convert(const ConvertWish& wish, FileKind kind)
{
    switch (kind) {
    case FileKind::Weights:
        return convertWeights(wish);
    case FileKind::DataSet:
        return convertDataSet(wish);
    case FileKind::Drawings:
        break;
    }
    return convertDrawings(wish);
}

QString nameOf(FileKind kind)
{
    return kind == FileKind::Weights ? u"weights"_s : kind == FileKind::DataSet ? u"data"_s : u"drawings"_s;
}

}  // namespace

int convertCommand(const QStringList& arguments)
{
    Command command(
        u"convert"_s, u"IN OUT [--to FORMAT] [--item K]"_s,
        u"Writes weights or drawings in another format. IN is recognised by its content; the suffix of OUT "
        u"or "
        "--to chooses the format. Weights: reads safetensors and PyTorch's pt, writes safetensors, pt, onnx "
        "and "
        "npz. Drawings: reads InkML, UNIPEN, pictures and IDX images, writes inkml, png, svg and idx. The "
        "format idx makes two files, OUT-images-idx3-ubyte and, where there are labels, "
        "OUT-labels-idx1-ubyte; OUT.gz compresses them. An existing file is replaced."_s);
    command.addOption(u"to"_s, u"write this format, whatever the suffix of OUT says"_s, u"FORMAT"_s);
    command.addOption(u"item"_s, u"convert only drawing or image K of IN, counted from 0"_s, u"K"_s);
    if (!command.parse(arguments))
        return kDone;

    const ConvertWish wish = convertWishOf(command);
    const FileKind kind = fileKindOf(wish.in);
    const Result result = convert(wish, kind);
    if (command.json())
        printLine(QJsonObject{{u"in"_s, wish.in},
                              {u"kind"_s, nameOf(kind)},
                              {u"format"_s, wish.format},
                              {u"out"_s, QJsonArray::fromStringList(result.files)}});
    else
        printLine(u"%1, %2: %3"_s.arg(wish.in, result.what, result.files.join(u", "_s)));
    return kDone;
}

}  // namespace glyphscope
