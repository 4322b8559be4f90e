// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/drawing_file.h"

namespace glyphscope {

/// What the file that an argument names holds, "-" for standard input; what is to be noted of it is printed.
/// Throws Error, also for a file without drawings.
[[nodiscard]] DrawingFile readDrawings(const QString& argument);

}  // namespace glyphscope
