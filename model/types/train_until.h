// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// Where a training that starts or continues pauses by itself.
enum class TrainUntil {
    End,       ///< nowhere before its last step
    OneStep,   ///< paused after the next step
    OneEpoch,  ///< paused at the end of the epoch
};

}  // namespace glyphscope
