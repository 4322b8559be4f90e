// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <span>

namespace glyphscope {

/// How softmax makes the probability of one class of all logits, step by step.
struct SoftmaxShare {
    double logit = 0;
    int rank = 0;     ///< 1: no class has a higher logit
    int classes = 0;  ///< how many there are
    double temperature = 1;
    double shift = 0;  ///< taken from every exponent, which changes no share: 0 while e can be raised to them
    double power = 0;  ///< e to the power of logit / temperature - shift
    double sum = 0;    ///< of the powers of all classes
    double share = 0;  ///< power / sum
};

/// `index` is one of the logits', `temperature` > 0.
[[nodiscard]] SoftmaxShare softmaxShare(std::span<const float> logits, double temperature, int index);

inline constexpr int kTemperatureDigits = 5;

/// "e^7.31 = 1,495"; with a temperature "e^(7.31 / 1.15) = 577", with a shift "e^(812.30 − 812.30) = 1". With
/// as many decimals as it takes for whoever works it out to get the same.
[[nodiscard]] QString powerText(const SoftmaxShare& share);
/// "1,495 / 1,523 = 98.2 %"; the middle is the sum over all classes.
[[nodiscard]] QString divisionText(const SoftmaxShare& share);
/// "Temperature: 0.854."; empty where there is none.
[[nodiscard]] QString temperatureText(const SoftmaxShare& share);
/// "Logit of 7: 7.31, the highest of 10."
[[nodiscard]] QString rankText(const SoftmaxShare& share, const QString& name);

}  // namespace glyphscope
