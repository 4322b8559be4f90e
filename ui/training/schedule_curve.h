// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"

#include <QtCore/QRectF>
#include <QtGui/QPolygonF>

namespace glyphscope {

/// The learning rate after a share in [0, 1] of all steps, as the trainer's schedule has it.
[[nodiscard]] double learningRateAt(const TrainOptions& options, double share);

/// The course of the learning rate over a run in `area`: zero at its bottom, the peak at its top. A constant
/// rate lies at the top.
[[nodiscard]] QPolygonF scheduleLine(const TrainOptions& options, const QRectF& area);

}  // namespace glyphscope
