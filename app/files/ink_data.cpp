// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_data.h"

#include "app/files/drawing_file.h"
#include "app/text/file_name.h"
#include "model/preprocess/ink_variation.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"
#include "model/types/split_mix.h"

#include <algorithm>
#include <string>

namespace glyphscope {
namespace {

void appendGlyph(Dataset& data, const Glyph& glyph, std::uint8_t label)
{
    data.images.insert(data.images.end(), glyph.begin(), glyph.end());
    data.labels.push_back(label);
}

Glyph glyphOf(const Drawing& drawing, const Message& place)
{
    const Stages stages = normalize(drawing);
    if (stages.empty)
        throw Error(GLYPHSCOPE_TEXT("Files", "%1 holds no ink. Take it out of the file."), place);
    return stages.glyph;
}

/// Visits every drawing of `files` with its place.
template <typename Visit>
void forEachDrawing(const QStringList& files, Visit visit, std::vector<Message>* notes = nullptr)
{
    for (const QString& file : files) {
        std::size_t number = 0;
        const DrawingFile content = loadDrawings(file);
        if (notes != nullptr)
            notes->insert(notes->end(), content.notes.begin(), content.notes.end());
        if (content.drawings.empty())
            throw Error(GLYPHSCOPE_TEXT("Files", "%1: holds no drawing. Choose another file."),
                        fileNameBytes(file));
        for (const LabelledDrawing& item : content.drawings)
            visit(item, placeOf(file, item, ++number));
    }
}

/// The same for drawings that are all of `classes`, with their class.
template <typename Visit>
void forEachLabelled(const QStringList& files, const ClassSet& classes, Visit visit,
                     std::vector<Message>* notes = nullptr)
{
    const auto labelled = [&](const LabelledDrawing& item, const Message& place) {
        const int label = classes.indexOf(item.truth);
        if (label < 0 && classes.isDigits())
            throw Error(GLYPHSCOPE_TEXT("Files", "%1 is labelled \"%2\", which is none of the %3 classes. "
                                                 "Take the drawing out or label it with its number."),
                        place, item.truth, classes.size());
        if (label < 0)
            throw Error(GLYPHSCOPE_TEXT("Files",
                                        "%1 is labelled \"%2\", which is none of the %3 classes. Take the "
                                        "drawing out or label it with its class' name, such as \"%4\"."),
                        place, item.truth, classes.size(), classes.name(0));
        visit(item, static_cast<std::uint8_t>(label), place);
    };
    forEachDrawing(files, labelled, notes);
}

}  // namespace

Message placeOf(const QString& file, const LabelledDrawing& item, std::size_t number)
{
    if (item.id.empty())
        return {GLYPHSCOPE_TEXT("Files", "%1: drawing %2"), fileNameBytes(file), number};
    return {GLYPHSCOPE_TEXT("Files", "%1: drawing %2 (%3)"), fileNameBytes(file), number, item.id};
}

Dataset readInkDataset(const QStringList& files, const ClassSet& classes, std::vector<std::string>* ids,
                       std::vector<Message>* notes)
{
    Dataset data;
    data.classes = classes;
    const auto take = [&](const LabelledDrawing& item, std::uint8_t label, const Message& place) {
        appendGlyph(data, glyphOf(item.drawing, place), label);
        if (ids != nullptr)
            ids->push_back(item.id);
    };
    forEachLabelled(files, classes, take, notes);
    return data;
}

Dataset readInkVariations(const QStringList& files, const ClassSet& classes, const InkVariations& how)
{
    Dataset data;
    data.classes = classes;
    SplitMix64 random(how.seed);
    std::size_t number = 0;
    forEachLabelled(files, classes, [&](const LabelledDrawing& item, std::uint8_t label, const Message&) {
        const bool left = number < how.without.size() && how.without[number];
        ++number;
        for (int i = 0; i < how.each; ++i) {
            const std::uint64_t seed = random.next();  // the same whoever else is left out
            if (left)
                continue;
            const int digit = ClassSet::digits().indexOf(item.truth);  // -1: no digit, and no habits
            appendGlyph(data, normalize(varied(withPenHabit(item.drawing, digit, ~seed), seed)).glyph, label);
        }
    });
    return data;
}

Dataset readNotDigits(const QStringList& files, const ClassSet& classes, const InkVariations& how,
                      std::vector<Message>* notes)
{
    Dataset data;
    data.classes = classes;
    SplitMix64 random(how.seed);
    const auto take = [&](const LabelledDrawing& item, const Message& place) {
        appendGlyph(data, glyphOf(item.drawing, place), kNoClass);
        for (int i = 0; i < how.each; ++i)
            appendGlyph(data, normalize(varied(item.drawing, random.next())).glyph, kNoClass);
        if (how.each > 0)
            appendGlyph(data, normalize(scribble(random.next())).glyph, kNoClass);
    };
    forEachDrawing(files, take, notes);
    return data;
}

void append(Dataset& data, const Dataset& more)
{
    data.images.insert(data.images.end(), more.images.begin(), more.images.end());
    data.labels.insert(data.labels.end(), more.labels.begin(), more.labels.end());
    data.leftOut += more.leftOut;
    if (data.classes.fitsInto(more.classes))
        data.classes = more.classes;
}

}  // namespace glyphscope
