// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

namespace glyphscope {

/// Whether the optimizer keeps averages of the gradients and of their squares, as Adam does; the others have
/// a momentum, in TrainOptions::beta1.
[[nodiscard]] constexpr bool usesBetas(OptimizerKind kind)
{
    return kind != OptimizerKind::Sgd && kind != OptimizerKind::Nesterov;
}

}  // namespace glyphscope
