// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_data.h"

#include "app/files/drawing_file.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace glyphscope {
namespace {

/// The class that a label names, or -1.
int classOf(const std::string& truth, int classCount)
{
    int label = -1;
    const auto [end, error] = std::from_chars(truth.data(), truth.data() + truth.size(), label);
    const bool whole = error == std::errc() && end == truth.data() + truth.size();
    return whole && label < classCount ? label : -1;
}

void appendDrawing(Dataset& data, const LabelledDrawing& item, const std::string& place)
{
    const int label = classOf(item.truth, data.classCount);
    if (label < 0)
        throw Error(place + " is labelled \"" + item.truth + "\", which is none of the " +
                    std::to_string(data.classCount) +
                    " classes. Take the drawing out or label it with its number.");
    const Stages stages = normalize(item.drawing);
    if (stages.empty)
        throw Error(place + " holds no ink. Take it out of the file.");
    data.images.insert(data.images.end(), stages.glyph.begin(), stages.glyph.end());
    data.labels.push_back(static_cast<std::uint8_t>(label));
}

}  // namespace

Dataset readInkDataset(const QStringList& files, int classCount)
{
    Dataset data;
    data.classCount = classCount;
    for (const QString& file : files) {
        std::size_t number = 0;
        for (const LabelledDrawing& item : loadDrawings(file).drawings) {
            const std::string name = item.id.empty() ? std::string() : " (" + item.id + ")";
            appendDrawing(data, item, file.toStdString() + ": drawing " + std::to_string(++number) + name);
        }
    }
    return data;
}

void append(Dataset& data, const Dataset& more)
{
    data.images.insert(data.images.end(), more.images.begin(), more.images.end());
    data.labels.insert(data.labels.end(), more.labels.begin(), more.labels.end());
    data.classCount = std::max(data.classCount, more.classCount);
}

}  // namespace glyphscope
