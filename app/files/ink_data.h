// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/labelled_drawing.h"
#include "model/types/message.h"

#include <QtCore/QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// Where a drawing of a file is, for messages; `number` counts from 1.
[[nodiscard]] Message placeOf(const QString& file, const LabelledDrawing& item, std::size_t number);

/// Labelled drawings of ink files as glyphs of `classes`, whose names are the labels. Throws Error that names
/// the file and the drawing if one has no label, another label or no ink. Where `ids` is given, each
/// drawing's id is put into it; where `notes` are, what is to be known of the files.
[[nodiscard]] Dataset readInkDataset(const QStringList& files, const ClassSet& classes,
                                     std::vector<std::string>* ids = nullptr,
                                     std::vector<Message>* notes = nullptr);

/// How drawings are multiplied to be trained on.
struct InkVariations {
    int each = 0;                    ///< of every drawing (see varied())
    std::uint64_t seed = 0;          ///< of all of them
    std::vector<bool> without = {};  ///< the drawings, counted over all files, of which there are to be none
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
