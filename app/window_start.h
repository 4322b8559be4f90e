// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// The window, until it is closed: the exit status.
[[nodiscard]] int startWindow(int argc, char** argv);

/// `glyphscope tour DIR`: the exit status. Draws into memory where there is no display.
[[nodiscard]] int startTour(int argc, char** argv);

}  // namespace glyphscope
