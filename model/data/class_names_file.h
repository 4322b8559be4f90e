// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"

#include <filesystem>

namespace glyphscope {

/// The file beside IDX files that names their classes, a name a line in the order of the labels.
inline constexpr const char* kClassNamesFile = "class-names.txt";

/// What the labels of a folder of IDX files are called, at least `count` classes: the names in its
/// kClassNamesFile, else those in the one `emnist-...-mapping.txt` of EMNIST (label, then code points in
/// ASCII, a class a line; Cohen et al. 2017), else numbers. Throws Error for names that are too few, empty or
/// twice there.
[[nodiscard]] ClassSet classesInFolder(const std::filesystem::path& folder, int count);

}  // namespace glyphscope
