// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/ink_labels.h"
#include "model/types/dataset.h"
#include "model/types/message.h"

#include <QtCore/QStringList>

#include <cstdint>
#include <vector>

namespace glyphscope {

/// Holds 15 % of the drawings of each class, at least one where there are two, out of `ink` as the test set
/// of `data`: the same ones whenever it is the same ink. Says so in the notes of `data`, where `classes`
/// stands for the classes. Gives the places that those which stay had in `ink`. Throws Error where none can
/// be held out.
[[nodiscard]] std::vector<std::uint32_t> splitTestOff(TrainTest& data, Dataset& ink, const Message& classes);

/// What a fine-tune of weights that learnt `classes` from ink can replay: labelled drawings of ink files,
/// parted into training and test set as splitTestOff() parts them. What is to be known of the files is in the
/// notes. Throws Error as readInkDataset() does.
[[nodiscard]] TrainTest replayOfInk(const QStringList& files, const ClassSet& classes,
                                    const InkLabels& labels);

}  // namespace glyphscope
