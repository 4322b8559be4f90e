// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"

#include <QtCore/QString>

namespace glyphscope {

/// The folder of the user's own samples, for SampleStore.
[[nodiscard]] QString samplesFolder();

/// Those of `classes` as glyphs; the others are left out and counted. Blocks; throws Error.
[[nodiscard]] Dataset mySamples(const ClassSet& classes);

}  // namespace glyphscope
