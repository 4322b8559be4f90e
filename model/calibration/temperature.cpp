// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calibration/temperature.h"

#include "model/types/error.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace glyphscope {
namespace {

using Logits = std::span<const float>;
using Labels = std::span<const std::uint8_t>;

void check(Logits logits, Labels labels)
{
    if (labels.empty())
        throw Error("Calibration: there are no labels. Give drawings that the weights were not trained on.");
    if (logits.empty() || logits.size() % labels.size() != 0)
        throw Error("Calibration: " + std::to_string(logits.size()) + " logits do not belong to " +
                    std::to_string(labels.size()) + " labels; every label needs as many, one a class.");
    const std::size_t classes = logits.size() / labels.size();
    const auto beyond = std::ranges::find_if(labels, [classes](std::size_t k) { return k >= classes; });
    if (beyond != labels.end())
        throw Error("Calibration: label " + std::to_string(*beyond) + " of glyph " +
                    std::to_string(beyond - labels.begin() + 1) + " is none of the " +
                    std::to_string(classes) + " classes.");
    const auto wild = std::ranges::find_if_not(logits, [](float z) { return std::isfinite(z); });
    if (wild != logits.end())
        throw Error("Calibration: a logit of glyph " +
                    std::to_string((wild - logits.begin()) / std::ptrdiff_t(classes) + 1) +
                    " is not finite. Take weights that are not damaged.");
}

/// One glyph's negative log-likelihood, and its derivative with respect to 1/temperature.
struct Likelihood {
    double value = 0;
    double slope = 0;
};

Likelihood likelihoodOf(Logits row, std::size_t label, double inverse)
{
    const double highest = *std::ranges::max_element(row);
    double sum = 0;
    double weighted = 0;
    for (const float z : row) {
        const double above = z - highest;
        const double e = std::exp(above * inverse);
        sum += e;
        weighted += e * above;
    }
    const double truth = row[label] - highest;
    return {std::log(sum) - truth * inverse, weighted / sum - truth};
}

Likelihood meanLikelihood(Logits logits, Labels labels, double inverse)
{
    const std::size_t classes = logits.size() / labels.size();
    Likelihood total;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Likelihood one = likelihoodOf(logits.subspan(i * classes, classes), labels[i], inverse);
        total.value += one.value;
        total.slope += one.slope;
    }
    const auto n = static_cast<double>(labels.size());
    return {total.value / n, total.slope / n};
}

}  // namespace

double fitTemperature(std::span<const float> logits, std::span<const std::uint8_t> labels)
{
    check(logits, labels);
    const auto slope = [&](double temperature) {
        return meanLikelihood(logits, labels, 1 / temperature).slope;
    };
    if (slope(kLowestTemperature) <= 0)
        return kLowestTemperature;
    if (slope(kHighestTemperature) >= 0)
        return kHighestTemperature;
    double low = kLowestTemperature;
    double high = kHighestTemperature;
    constexpr int kHalvings = 44;  // of a span of ln 400: to the twelfth digit
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = std::sqrt(low * high);
        (slope(middle) > 0 ? low : high) = middle;
    }
    return std::sqrt(low * high);
}

double negativeLogLikelihood(std::span<const float> logits, std::span<const std::uint8_t> labels,
                             double temperature)
{
    check(logits, labels);
    if (!(temperature > 0) || !std::isfinite(temperature))
        throw Error("Calibration: the temperature " + std::to_string(temperature) +
                    " is not a number above 0.");
    return meanLikelihood(logits, labels, 1 / temperature).value;
}

}  // namespace glyphscope
