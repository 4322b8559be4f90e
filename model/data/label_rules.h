// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/data/class_names_file.h"
#include "model/types/class_set.h"
#include "model/types/message.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// The labels of one file of a data set.
struct LabelFile {
    std::string name;
    std::vector<std::uint8_t>& labels;
};

/// What labels stand for.
struct LabelMeaning {
    ClassSet classes;
    std::optional<Message> note;  ///< what was done to them
};

/// Decides which classes the labels of a data set have, by all of its files.
///
/// Where `named` names them, a label without a name is refused. Else classes are numbered up to the largest
/// label, and refused is, with the number of its image,
/// - a label of 10 or more that is larger than all usual ones: those that have at least 1 % as many images as
///   the median label, or 10 % if no image has the label one below;
/// - the largest label where it is 10 or more and fewer than half of those up to it occur;
/// - the label 255, which stands for none of the classes.
/// Labels from 1 to 10 or more, each of them there and 0 nowhere, are moved to begin at 0; classes keep the
/// names that they had. EMNIST's letters, known by `name`, are called A to Z. Throws Error.
[[nodiscard]] LabelMeaning meaningOf(std::span<const LabelFile> files, const std::string& name,
                                     const std::optional<FolderClasses>& named);

}  // namespace glyphscope
