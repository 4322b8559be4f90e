// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"

#include <filesystem>
#include <optional>

namespace glyphscope {

/// The file beside IDX files that names their classes, a name a line in the order of the labels.
inline constexpr const char* kClassNamesFile = "class-names.txt";

/// The names that a folder of IDX files gives to its labels, in their order.
struct FolderClasses {
    ClassSet classes;
    std::filesystem::path file;  ///< that names them
    bool namesZero = true;       ///< whether it has a name for the label 0
};

/// Those in its kClassNamesFile, else those in the one `emnist-...-mapping.txt` of EMNIST (label, then code
/// points in ASCII, a class a line; Cohen et al. 2017); nullopt where neither is there. Throws Error for
/// names that are empty, too many or twice there.
[[nodiscard]] std::optional<FolderClasses> classesInFolder(const std::filesystem::path& folder);

}  // namespace glyphscope
