// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <QtCore/QStringList>

namespace glyphscope {

/// Labelled drawings of InkML files as glyphs of `classCount` classes named by their number. Throws Error
/// that names the file and the drawing if one has no label, another label or no ink.
[[nodiscard]] Dataset readInkDataset(const QStringList& files, int classCount);

/// Puts `more` behind `data`.
void append(Dataset& data, const Dataset& more);

}  // namespace glyphscope
