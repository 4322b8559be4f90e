// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_data.h"

#include "app/files/drawing_file.h"
#include "model/preprocess/ink_variation.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"
#include "model/types/split_mix.h"

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

/// Where a drawing is, for messages.
std::string placeOf(const QString& file, const LabelledDrawing& item, std::size_t number)
{
    const std::string name = item.id.empty() ? std::string() : " (" + item.id + ")";
    return file.toStdString() + ": drawing " + std::to_string(number) + name;
}

void appendGlyph(Dataset& data, const Glyph& glyph, std::uint8_t label)
{
    data.images.insert(data.images.end(), glyph.begin(), glyph.end());
    data.labels.push_back(label);
}

Glyph glyphOf(const Drawing& drawing, const std::string& place)
{
    const Stages stages = normalize(drawing);
    if (stages.empty)
        throw Error(place + " holds no ink. Take it out of the file.");
    return stages.glyph;
}

/// Visits every drawing of `files` with its place.
template <typename Visit>
void forEachDrawing(const QStringList& files, Visit visit)
{
    for (const QString& file : files) {
        std::size_t number = 0;
        for (const LabelledDrawing& item : loadDrawings(file).drawings)
            visit(item, placeOf(file, item, ++number));
    }
}

/// The same for digits, with their class.
template <typename Visit>
void forEachDigit(const QStringList& files, int classCount, Visit visit)
{
    forEachDrawing(files, [&](const LabelledDrawing& item, const std::string& place) {
        const int label = classOf(item.truth, classCount);
        if (label < 0)
            throw Error(place + " is labelled \"" + item.truth + "\", which is none of the " +
                        std::to_string(classCount) +
                        " classes. Take the drawing out or label it with its number.");
        visit(item, static_cast<std::uint8_t>(label), place);
    });
}

}  // namespace

Dataset readInkDataset(const QStringList& files, int classCount, std::vector<std::string>* ids)
{
    Dataset data;
    data.classCount = classCount;
    forEachDigit(files, classCount,
                 [&](const LabelledDrawing& item, std::uint8_t label, const std::string& place) {
                     appendGlyph(data, glyphOf(item.drawing, place), label);
                     if (ids != nullptr)
                         ids->push_back(item.id);
                 });
    return data;
}

Dataset readInkVariations(const QStringList& files, int classCount, const InkVariations& how)
{
    Dataset data;
    data.classCount = classCount;
    SplitMix64 random(how.seed);
    std::size_t number = 0;
    forEachDigit(files, classCount, [&](const LabelledDrawing& item, std::uint8_t label, const std::string&) {
        const bool left = number < how.without.size() && how.without[number];
        ++number;
        for (int i = 0; i < how.each; ++i) {
            const std::uint64_t seed = random.next();  // the same whoever else is left out
            if (!left)
                appendGlyph(data, normalize(varied(withPenHabit(item.drawing, label, ~seed), seed)).glyph,
                            label);
        }
    });
    return data;
}

Dataset readNotDigits(const QStringList& files, int classCount, const InkVariations& how)
{
    Dataset data;
    data.classCount = classCount;
    SplitMix64 random(how.seed);
    forEachDrawing(files, [&](const LabelledDrawing& item, const std::string& place) {
        appendGlyph(data, glyphOf(item.drawing, place), kNoClass);
        for (int i = 0; i < how.each; ++i)
            appendGlyph(data, normalize(varied(item.drawing, random.next())).glyph, kNoClass);
        if (how.each > 0)
            appendGlyph(data, normalize(scribble(random.next())).glyph, kNoClass);
    });
    return data;
}

void append(Dataset& data, const Dataset& more)
{
    data.images.insert(data.images.end(), more.images.begin(), more.images.end());
    data.labels.insert(data.labels.end(), more.labels.begin(), more.labels.end());
    data.classCount = std::max(data.classCount, more.classCount);
}

}  // namespace glyphscope
