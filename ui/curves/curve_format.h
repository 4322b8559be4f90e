// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// What the curves of a run can be saved as.
enum class CurveFormat { Csv, Png, Svg, TensorBoard };

}  // namespace glyphscope
