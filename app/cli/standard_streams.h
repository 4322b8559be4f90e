// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// Puts something that neither reads nor writes where standard input, output or error is closed: else the
/// next file that is opened would be taken for it, and be written into.
void fillClosedStreams();

}  // namespace glyphscope
