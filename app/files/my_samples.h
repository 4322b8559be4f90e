// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <QtCore/QString>

namespace glyphscope {

/// The folder of the user's own samples, for SampleStore.
[[nodiscard]] QString samplesFolder();

/// All of them as glyphs of `classCount` classes. Blocks; throws Error for a label beyond those.
[[nodiscard]] Dataset mySamples(int classCount);

}  // namespace glyphscope
