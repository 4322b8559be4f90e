// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/idx_export.h"

#include "app/files/ink_data.h"
#include "app/files/picture_file.h"
#include "app/files/replaced_files.h"
#include "app/text/file_name.h"
#include "model/data/idx_set.h"
#include "model/data/idx_writer.h"
#include "model/data/npz_set.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string>
#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

std::uint8_t labelOfDrawing(const LabelledDrawing& item, const Message& place)
{
    int label = -1;
    const char* const end = item.truth.data() + item.truth.size();
    const auto [rest, error] = std::from_chars(item.truth.data(), end, label);
    if (item.truth.empty())
        throw Error(
            GLYPHSCOPE_TEXT("Files",
                            "%1 has no label, and others have one. Label it, or take it out of the file."),
            place);
    if (error != std::errc() || rest != end || label < 0 || label >= kNoClass)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1 is labelled \"%2\"; labels of IDX files are numbers from 0 "
                                             "to 254. Label it otherwise, or take it out."),
                    place, item.truth);
    return static_cast<std::uint8_t>(label);
}

std::vector<std::byte> bytesOfFile(std::vector<std::byte> bytes, bool packed)
{
    return packed ? gzipped(bytes) : std::move(bytes);
}

/// The two files of a set; those of labels that are none, to go.
std::vector<ReplacedFile> filesOf(IdxExport& set)
{
    const IdxNames names = idxNames(set.path);
    try {
        Dataset& data = set.data;
        if (isStoredTransposed(fileNameBytes(names.images)))
            transposeImages(data);
        std::vector<ReplacedFile> files{{names.labels, {}}, {names.images, {}}};
        if (!data.labels.empty())
            files[0].bytes = bytesOfFile(encodeIdxLabels(data), names.packed);
        files[1].bytes = bytesOfFile(encodeIdxImages(data), names.packed);
        return files;
    } catch (const Error& error) {
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: %2"), fileNameBytes(names.images), error);
    }
}

/// Labels in another spelling would be read with images that have none.
void refuseStrayLabels(const IdxExport& set)
{
    const IdxNames names = idxNames(set.path);
    const auto labels = idxSetOf(fileNameBytes(names.images)).labels;
    const std::string own = fileNameBytes(QFileInfo(names.labels).fileName());
    if (set.data.labels.empty() && !labels.empty() && labels.filename() != own)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1: labels of other images, which would be taken for those of "
                                             "the new ones. Move them away, or choose another name."),
                    labels);
}

}  // namespace

IdxNames idxNames(const QString& path)
{
    const bool packed = path.endsWith(u".gz"_s, Qt::CaseInsensitive);
    const std::string name = fileNameBytes(QFileInfo(path).fileName());
    const QString stem = path.chopped(QFileInfo(path).fileName().size()) + fileNameFromBytes(idxStem(name));
    const QString behind = packed ? u".gz"_s : QString();
    return {stem + u"-images-idx3-ubyte"_s + behind, stem + u"-labels-idx1-ubyte"_s + behind, packed};
}

bool isIdxName(const QString& path)
{
    const QString name = path.endsWith(u".gz"_s, Qt::CaseInsensitive) ? path.chopped(3) : path;
    return name.endsWith(u".idx"_s, Qt::CaseInsensitive) ||
           name.endsWith(u"idx3-ubyte"_s, Qt::CaseInsensitive);
}

Dataset glyphsOf(const std::vector<LabelledDrawing>& drawings, const QString& file)
{
    const bool labelled =
        std::ranges::any_of(drawings, [](const LabelledDrawing& item) { return !item.truth.empty(); });
    Dataset data;
    std::size_t number = 0;
    for (const LabelledDrawing& item : drawings) {
        const Message place = placeOf(file, item, ++number);
        const Stages stages = normalize(item.drawing);
        if (stages.empty)
            throw Error(GLYPHSCOPE_TEXT("Files", "%1 holds no ink. Take it out of the file."), place);
        data.images.insert(data.images.end(), stages.glyph.begin(), stages.glyph.end());
        if (labelled)
            data.labels.push_back(labelOfDrawing(item, place));
    }
    return data;
}

Dataset readIdx(const QString& images)
{
    if (isNpzSet(fileNameBytes(images)))
        throw Error(GLYPHSCOPE_TEXT("Files",
                                    "%1: a data set of NumPy, of which single images are not read. Train "
                                    "or evaluate on it with --data."),
                    images.toStdString());
    return readIdxSet(idxSetOf(fileNameBytes(images)));
}

LabelledDrawing drawingOf(const Dataset& data, std::size_t item, const std::string& dataSet)
{
    Glyph image;
    std::copy_n(data.images.begin() + static_cast<std::ptrdiff_t>(item * kGlyphPixels), kGlyphPixels,
                image.begin());
    LabelledDrawing drawing;
    drawing.drawing.picture = pictureOfDataSet(image, dataSet);
    if (!data.labels.empty())
        drawing.truth = std::to_string(data.labels[item]);
    return drawing;
}

QStringList saveIdx(std::vector<IdxExport> sets)
{
    std::vector<ReplacedFile> labels;
    std::vector<ReplacedFile> images;
    QStringList names;
    for (IdxExport& set : sets) {
        refuseStrayLabels(set);
        std::vector<ReplacedFile> files = filesOf(set);
        names << files[1].path;
        if (!files[0].bytes.empty())
            names << files[0].path;
        labels.push_back(std::move(files[0]));
        images.push_back(std::move(files[1]));
    }
    // labels first: images by themselves would be a set
    std::ranges::move(images, std::back_inserter(labels));
    replaceTogether(labels);
    return names;
}

QStringList saveIdx(const QString& path, Dataset data)
{
    std::vector<IdxExport> one;
    one.push_back({path, std::move(data)});
    return saveIdx(std::move(one));
}

}  // namespace glyphscope
