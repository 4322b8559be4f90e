// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// From this width on a page of this room has two columns.
inline constexpr int kTwoWhyColumns = 620;

}  // namespace glyphscope
