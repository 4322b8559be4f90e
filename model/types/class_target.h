// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// The score that is explained: a class's logit, or the logit of one class less that of another.
struct ClassTarget {
    int target = -1;    ///< -1: the class that the network answers
    int contrast = -1;  ///< the class it is set against; -1: none
    friend bool operator==(const ClassTarget&, const ClassTarget&) = default;
};

}  // namespace glyphscope
