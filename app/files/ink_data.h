// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/ink_labels.h"
#include "model/types/dataset.h"
#include "model/types/labelled_drawing.h"
#include "model/types/message.h"
#include "model/types/pen_habits.h"
#include "model/types/raster.h"

#include <QtCore/QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// Labelled drawings of ink files as glyphs of `classes`, whose names are the labels as `labels` takes them.
/// Throws Error that names the file and the drawing if one has no label, another label or no ink, or if no
/// drawing at all has a label. Where `ids` is given, each drawing's id is put into it; where `notes` are,
/// what is to be known of the files.
[[nodiscard]] Dataset readInkDataset(const QStringList& files, const ClassSet& classes,
                                     std::vector<std::string>* ids = nullptr,
                                     std::vector<Message>* notes = nullptr, const InkLabels& labels = {});

/// One variation of a drawing with ink, with some of `habits`, and with the other forms of the digit that it
/// is labelled with where there are some. Derives from `seed`.
[[nodiscard]] Glyph inkVariation(const LabelledDrawing& item, const PenHabits& habits, std::uint64_t seed);

/// The same with that habit alone, without the variations beside habits; as it is where it has no place.
[[nodiscard]] Glyph inkHabit(const LabelledDrawing& item, bool PenHabits::*habit, std::uint64_t seed);

/// How drawings are multiplied to be trained on.
struct InkVariations {
    int each = 0;                    ///< of every drawing (see varied() and withHabits())
    std::uint64_t seed = 0;          ///< of all of them
    std::vector<bool> without = {};  ///< of the drawings that are read, in order: those to make none of
    InkLabels labels = {};
    PenHabits habits = {};  ///< that they are given
};

/// Variations of the drawings that readInkDataset() reads, without those themselves.
[[nodiscard]] Dataset readInkVariations(const QStringList& files, const ClassSet& classes,
                                        const InkVariations& how);

/// Drawings of ink files that are none of the classes, whatever their labels say, with the label kNoClass:
/// each and its variations, and with them as many scribbles as drawings, for those are what people try
/// besides letters. Throws Error that names the file and the drawing if one has no ink. `notes` as above.
[[nodiscard]] Dataset readNotDigits(const QStringList& files, const ClassSet& classes,
                                    const InkVariations& how = {}, std::vector<Message>* notes = nullptr);

/// Puts `more` behind `data`, whose classes are the same or the first of those of `more`, or the other way
/// round.
void append(Dataset& data, const Dataset& more);

}  // namespace glyphscope
