// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/files/drawing_file.h"
#include "app/files/ink_data.h"

namespace glyphscope {

/// What the file that an argument names holds, "-" for standard input; what is to be noted of it is printed.
/// Throws Error, also for a file without drawings.
[[nodiscard]] DrawingFile readDrawings(const QString& argument);

/// The option that silences what readLabelledInk() tells of labels in another case.
void addFoldCase(Command& command);

/// How labels of ink are taken where weights judge or learn: as readLabelledInk() says.
[[nodiscard]] InkLabels inkLabelsFor(const Command& command);

/// The same for sets of labelled ink: readInkDataset() of the files that arguments name, without the drawings
/// that have no label. A label that differs from one class in case only is taken for it: so are classes that
/// were merged for training.
[[nodiscard]] Dataset readLabelledInk(const Command& command, const QStringList& arguments,
                                      const ClassSet& classes, std::vector<std::string>* ids = nullptr);

}  // namespace glyphscope
