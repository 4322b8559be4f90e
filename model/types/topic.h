// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// What a message to the user is about. Once something of its kind goes well, a message that it did not is
/// out of date.
enum class Topic {
    Other,     ///< only the user closes it
    Open,      ///< files, whatever they hold, and the clipboard
    Save,      ///< files that the user names
    Weights,   ///< a reader for those in use
    Device,    ///< moving to another one
    Reading,   ///< the answer to the drawing
    Canvas,    ///< what is kept of it
    Training,  ///< the run, and what is kept of it
    Runs,      ///< the list of them
    Samples,   ///< my handwriting
};

}  // namespace glyphscope
