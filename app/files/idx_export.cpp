// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/idx_export.h"

#include "app/files/picture_file.h"
#include "model/checkpoint/atomic_file.h"
#include "model/data/idx.h"
#include "model/data/idx_writer.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"

#include <QtCore/QFileInfo>
#include <QtGui/QImage>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

std::string placeOf(const QString& file, const LabelledDrawing& item, std::size_t number)
{
    const std::string id = item.id.empty() ? std::string() : " (" + item.id + ")";
    return file.toStdString() + ": drawing " + std::to_string(number) + id;
}

std::uint8_t labelOf(const LabelledDrawing& item, const std::string& place)
{
    int label = -1;
    const char* const end = item.truth.data() + item.truth.size();
    const auto [rest, error] = std::from_chars(item.truth.data(), end, label);
    if (item.truth.empty())
        throw Error(place + " has no label, and others have one. Label it, or take it out of the file.");
    if (error != std::errc() || rest != end || label < 0 || label >= kNoClass)
        throw Error(place + " is labelled \"" + item.truth +
                    "\"; labels of IDX files are numbers from 0 to 254. Label it otherwise, or take it out.");
    return static_cast<std::uint8_t>(label);
}

void write(const QString& path, const std::vector<std::byte>& bytes, bool packed)
{
    writeAtomically(path.toStdString(), packed ? gzipped(bytes) : bytes);
}

}  // namespace

IdxNames idxNames(const QString& path)
{
    const bool packed = path.endsWith(u".gz"_s, Qt::CaseInsensitive);
    QString stem = packed ? path.chopped(3) : path;
    for (const QString& end : {u"-images-idx3-ubyte"_s, u"-images.idx3-ubyte"_s, u"-idx3-ubyte"_s, u".idx"_s})
        if (stem.endsWith(end, Qt::CaseInsensitive)) {
            stem.chop(end.size());
            break;
        }
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
        const std::string place = placeOf(file, item, ++number);
        const Stages stages = normalize(item.drawing);
        if (stages.empty)
            throw Error(place + " holds no ink. Take it out of the file.");
        data.images.insert(data.images.end(), stages.glyph.begin(), stages.glyph.end());
        if (labelled)
            data.labels.push_back(labelOf(item, place));
    }
    return data;
}

Dataset readIdx(const QString& images)
{
    IdxImages read = readIdxImages(images.toStdString());
    const std::string name = QFileInfo(images).fileName().toStdString();
    if (read.rows != kGlyphSide || read.columns != kGlyphSide)
        throw Error(name + ": images of " + std::to_string(read.rows) + "x" + std::to_string(read.columns) +
                    " where the network reads 28x28. Choose a set in MNIST's format.");
    Dataset data;
    data.images = std::move(read.pixels);
    const QString labels = idxNames(images).labels;
    if (!QFileInfo::exists(labels) || labels == images)
        return data;
    data.labels = readIdxLabels(labels.toStdString());
    if (data.labels.size() != static_cast<std::size_t>(read.count))
        throw Error(name + ": " + std::to_string(read.count) + " images, and " +
                    std::to_string(data.labels.size()) + " labels in " +
                    QFileInfo(labels).fileName().toStdString() +
                    ". The two files do not belong together; fetch the set again.");
    return data;
}

LabelledDrawing drawingOf(const Dataset& data, std::size_t item)
{
    QImage image(kGlyphSide, kGlyphSide, QImage::Format_Grayscale8);
    for (int y = 0; y < kGlyphSide; ++y)
        for (int x = 0; x < kGlyphSide; ++x) {
            const auto pixel = static_cast<std::size_t>(y * kGlyphSide + x);
            image.scanLine(y)[x] = static_cast<uchar>(255 - data.images[item * kGlyphPixels + pixel]);
        }
    LabelledDrawing drawing;
    drawing.drawing.picture = pictureFromImage(image);
    if (!data.labels.empty())
        drawing.truth = std::to_string(data.labels[item]);
    return drawing;
}

QStringList saveIdx(const QString& path, const Dataset& data)
{
    const IdxNames names = idxNames(path);
    write(names.images, encodeIdxImages(data), names.packed);
    if (data.labels.empty())
        return {names.images};
    write(names.labels, encodeIdxLabels(data), names.packed);
    return {names.images, names.labels};
}

}  // namespace glyphscope
