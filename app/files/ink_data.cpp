// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/ink_data.h"

#include "app/files/drawing_file.h"
#include "app/text/file_name.h"
#include "model/preprocess/ink_variation.h"
#include "model/preprocess/normalize.h"
#include "model/preprocess/stroke_habits.h"
#include "model/types/error.h"
#include "model/types/split_mix.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

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

Glyph variationOf(const Drawing& drawing, const PenHabits& habits, std::uint64_t seed)
{
    constexpr std::uint64_t kHabitStream = 1;
    return normalize(varied(withHabits(drawing, habits, mixSeed(seed, kHabitStream)), seed)).glyph;
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

[[noreturn]] void refuseLabel(const LabelledDrawing& item, const Message& place, const ClassSet& classes)
{
    if (classes.isDigits())
        throw Error(GLYPHSCOPE_TEXT("Files", "%1 is labelled \"%2\", which is none of the %3 classes. "
                                             "Take the drawing out or label it with its number."),
                    place, item.truth, classes.size());
    throw Error(GLYPHSCOPE_TEXT("Files", "%1 is labelled \"%2\", which is none of the %3 classes. Take the "
                                         "drawing out or label it with its class' name, such as \"%4\"."),
                place, item.truth, classes.size(), classes.name(0));
}

/// Finds the classes of the drawings of one reading, and knows afterwards what was done to the labels.
class LabelReader {
public:
    LabelReader(const ClassSet& classes, const InkLabels& how) : m_classes(classes), m_how(how) {}

    /// None for a drawing that is passed over.
    std::optional<std::uint8_t> labelOf(const LabelledDrawing& item, const Message& place)
    {
        if (++m_count == 1)
            m_first = place;
        if (m_how.skipMissing && classNameOf(item.truth, false).empty()) {
            ++m_missing;
            return std::nullopt;
        }
        const int label = classOf(item.truth, m_classes, m_how.foldCase);
        if (label < 0)
            refuseLabel(item, place, m_classes);
        if (classOf(item.truth, m_classes, false) < 0 && ++m_folded == 1)
            m_firstFolded = {item.truth, m_classes.name(label)};
        return static_cast<std::uint8_t>(label);
    }

    /// Throws Error if none had a label.
    void end(std::vector<Message>* notes) const
    {
        if (m_count > 0 && m_missing == m_count)
            throw Error(GLYPHSCOPE_TEXT("Files", "%1 has no label, and no other drawing has one. Label them, "
                                                 "or choose another file."),
                        m_first);
        if (notes != nullptr && m_missing > 0)
            notes->emplace_back(GLYPHSCOPE_TEXT("Files", "Drawings without a label are left out: %1 of %2."),
                                m_missing, m_count);
        if (notes != nullptr && m_folded > 0 && m_how.tellFolded)
            notes->emplace_back(
                GLYPHSCOPE_TEXT("Files", "Labels that differ from a class in case only are taken for it, "
                                         "such as \"%1\" for \"%2\": %3 of %4."),
                m_firstFolded.first, m_firstFolded.second, m_folded, m_count);
    }

private:
    const ClassSet& m_classes;
    const InkLabels m_how;
    std::size_t m_count = 0;
    std::size_t m_missing = 0;
    std::size_t m_folded = 0;
    Message m_first;
    std::pair<std::string, std::string> m_firstFolded;
};

/// The same for drawings that are all of `classes`, with their class.
template <typename Visit>
void forEachLabelled(const QStringList& files, const ClassSet& classes, const InkLabels& how, Visit visit,
                     std::vector<Message>* notes = nullptr)
{
    LabelReader reader(classes, how);
    const auto labelled = [&](const LabelledDrawing& item, const Message& place) {
        if (const std::optional<std::uint8_t> label = reader.labelOf(item, place))
            visit(item, *label, place);
    };
    forEachDrawing(files, labelled, notes);
    reader.end(notes);
}

}  // namespace

Dataset readInkDataset(const QStringList& files, const ClassSet& classes, std::vector<std::string>* ids,
                       std::vector<Message>* notes, const InkLabels& labels)
{
    Dataset data;
    data.classes = classes;
    const auto take = [&](const LabelledDrawing& item, std::uint8_t label, const Message& place) {
        appendGlyph(data, glyphOf(item.drawing, place), label);
        if (ids != nullptr)
            ids->push_back(item.id);
    };
    forEachLabelled(files, classes, labels, take, notes);
    return data;
}

Glyph inkVariation(const LabelledDrawing& item, const PenHabits& habits, std::uint64_t seed)
{
    const int digit = ClassSet::digits().indexOf(item.truth);  // -1: no digit, and no other forms
    return variationOf(habits.forms ? withPenHabit(item.drawing, digit, ~seed) : item.drawing, habits, seed);
}

Glyph inkHabit(const LabelledDrawing& item, bool PenHabits::*habit, std::uint64_t seed)
{
    const int digit = ClassSet::digits().indexOf(item.truth);
    return normalize(habit == &PenHabits::forms ? withPenHabit(item.drawing, digit, seed)
                                                : withHabit(item.drawing, habit, seed))
        .glyph;
}

Dataset readInkVariations(const QStringList& files, const ClassSet& classes, const InkVariations& how)
{
    Dataset data;
    data.classes = classes;
    SplitMix64 random(how.seed);
    std::size_t number = 0;
    const auto vary = [&](const LabelledDrawing& item, std::uint8_t label, const Message&) {
        const bool left = number < how.without.size() && how.without[number];
        ++number;
        for (int i = 0; i < how.each; ++i) {
            const std::uint64_t seed = random.next();  // the same whoever else is left out
            if (left)
                continue;
            appendGlyph(data, inkVariation(item, how.habits, seed), label);
        }
    };
    forEachLabelled(files, classes, how.labels, vary);
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
            appendGlyph(data, variationOf(item.drawing, how.habits, random.next()), kNoClass);
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
