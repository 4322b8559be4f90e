// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/drawing_file.h"
#include "app/files/ink_data.h"

namespace glyphscope {

/// What the file that an argument names holds, "-" for standard input; what is to be noted of it is printed.
/// Throws Error, also for a file without drawings.
[[nodiscard]] DrawingFile readDrawings(const QString& argument);

/// The same for sets of labelled ink: readInkDataset() of the files that arguments name.
[[nodiscard]] Dataset readLabelledInk(const QStringList& arguments, const ClassSet& classes,
                                      std::vector<std::string>* ids = nullptr);

}  // namespace glyphscope
