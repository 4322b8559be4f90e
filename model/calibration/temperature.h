// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/answer_rule.h"

#include <cstdint>
#include <span>

namespace glyphscope {

/// The temperature under which softmax(logits / temperature) makes the labels most likely (Guo et al. 2017,
/// "On Calibration of Modern Neural Networks", section 4.2). One number cannot overfit much, but it must be
/// fitted on glyphs that the weights were not trained on: those they were are nearly all right.
///
/// `logits` are row-major, one row of as many classes a label. The negative log-likelihood is convex in
/// 1/temperature; the root of its slope is bisected between kLowestTemperature and kHighestTemperature, and
/// one of them is returned where the labels ask for less or more (all answers right: the lowest). Throws
/// Error if there are no labels, the sizes do not fit, a label is no class or a logit is not finite.
[[nodiscard]] double fitTemperature(std::span<const float> logits, std::span<const std::uint8_t> labels);

/// What fitTemperature() minimises: the mean of -ln(probability of the label), in nats. Same arguments and
/// errors, and Error for a temperature that is not above 0.
[[nodiscard]] double negativeLogLikelihood(std::span<const float> logits,
                                           std::span<const std::uint8_t> labels, double temperature = 1);

}  // namespace glyphscope
