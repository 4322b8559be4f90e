// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <QtCore/QByteArray>
#include <QtCore/QSize>

#include <functional>

class QPainter;

namespace glyphscope {

/// The curves as comma-separated values (RFC 4180, lines end with LF), a line a step, under the header
///   step,epoch,seconds,train_loss,train_accuracy,learning_rate,gradient_norm,images_per_second,
///   test_loss,test_accuracy,validation_loss,validation_accuracy,change
/// Test and validation are filled in where there was an evaluation, `change` where something was changed
/// after that step. Accuracies are shares of 1; numbers are the shortest that read back the same; "nan",
/// "inf" and "-inf" stand for what they say. What happened at a step without a value has a line of its own.
[[nodiscard]] QByteArray csvOf(const RunCurves& curves);

/// The curves as a TensorBoard event file (name it events.out.tfevents.<time>.<host>): a record a step with
/// the scalars loss/train, accuracy/train, learning_rate, gradient_norm, images_per_second and epoch, and one
/// an evaluation with loss/test, accuracy/test, and loss/validation, accuracy/validation where there is a
/// validation split. `startedAt`: seconds since 1970 that the run began at.
[[nodiscard]] QByteArray tensorboardEventsOf(const RunCurves& curves, double startedAt);

using PaintCurves = std::function<void(QPainter& painter, QSize size)>;

/// What `paint` draws, as a PNG of `size` times `ratio` pixels.
[[nodiscard]] QByteArray curvesPng(const PaintCurves& paint, QSize size, double ratio);

/// The same as an SVG document.
[[nodiscard]] QByteArray curvesSvg(const PaintCurves& paint, QSize size);

}  // namespace glyphscope
