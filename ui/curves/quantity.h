// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/curve_look.h"
#include "model/types/run.h"

#include <QtCore/QString>

#include <optional>
#include <span>

namespace glyphscope {

[[nodiscard]] QString nameOf(Quantity quantity);

/// The part of an object's name that tells the quantities apart: "loss", "learningRate".
[[nodiscard]] QString keyOf(Quantity quantity);

[[nodiscard]] std::span<const float> valuesOf(const StepCurves& steps, Quantity quantity);

/// The quantity on the test set, and on the validation split; nothing where it is not measured there.
[[nodiscard]] std::optional<double> testOf(const EpochStats& epoch, Quantity quantity);
[[nodiscard]] std::optional<double> validationOf(const EpochStats& epoch, Quantity quantity);

/// Is the quantity one that spans decades, and so may be shown on a logarithmic axis?
[[nodiscard]] bool spansDecades(Quantity quantity);

/// A value for the eye: "0.0412", "98.61 %", "4.00e-03".
[[nodiscard]] QString valueText(Quantity quantity, double value);

}  // namespace glyphscope
