// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "model/types/dataset.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace glyphscope {

/// DataChoice::inkVariations where nobody asks for another number.
inline constexpr int kUsualInkVariations = 6;

/// Reads and mixes what `choice` names. The first of MNIST and the folders gives the test set and the names
/// of the classes; what is added after it goes to the training set. Without any, the labels of the ink do if
/// they are no digits: 15 % of the drawings of each, at least one where there are two, are then held out as
/// the test set, the same ones for every `seed`. Else MNIST's test set serves if it is there, else the
/// validation split does. Drawings without a label are left out. The split is drawn from `seed` and never
/// trained on. Variations are made of ink that is trained on, never of what is held out, and what is no digit
/// is never held out. `samples` gives the user's own of these classes; it is asked only if they are chosen,
/// and how many it left out is said in the name of the data. What is to be known of folders and files is in
/// the notes. Throws Error that names the source: one that cannot be read, one whose classes are others than
/// the first's, nothing chosen at all.
[[nodiscard]] TrainTest loadTrainingData(const DataChoice& choice, std::uint64_t seed,
                                         const std::function<Dataset(const ClassSet&)>& samples);

/// What a data set is added by: a folder itself, that of a file that is one of a set's four, or an .npz.
/// Throws Error for another file, which says what would be needed.
[[nodiscard]] std::string dataFolderOf(const std::string& path);

/// The classes that this data will have: those of its first folder or of its ink, else the digits. Reads
/// them; throws Error.
[[nodiscard]] ClassSet classesOf(const DataChoice& choice);

/// What it will be called: "MNIST + 2 ink files + my handwriting".
[[nodiscard]] std::string nameOfData(const DataChoice& choice);

/// Weights judge images of their own classes only. Throws Error unless those of `data` (called `name`) are.
void checkClasses(const ClassSet& weights, const Dataset& data, const std::string& name);

/// What a fine-tune of weights with these classes can replay: the first set of IDX files that has them, MNIST
/// or one of `folders`; empty sets where none has. Throws Error for a folder that cannot be read.
[[nodiscard]] TrainTest replayFor(const ClassSet& weights, const std::vector<std::string>& folders);

}  // namespace glyphscope
