// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calibration/temperature.h"

#include "model/types/error.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

using Logits = std::span<const float>;
using Labels = std::span<const std::uint8_t>;

void check(Logits logits, Labels labels)
{
    if (labels.empty())
        throw Error(GLYPHSCOPE_TEXT(
            "Calibration",
            "Calibration: there are no labels. Give drawings that the weights were not trained on."));
    if (logits.empty() || logits.size() % labels.size() != 0)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Calibration",
                "Calibration: %1 logits do not belong to %2 labels; every label needs as many, one a class."),
            logits.size(), labels.size());
    const std::size_t classes = logits.size() / labels.size();
    const auto beyond = std::ranges::find_if(labels, [classes](std::size_t k) { return k >= classes; });
    if (beyond != labels.end())
        throw Error(
            GLYPHSCOPE_TEXT("Calibration", "Calibration: label %1 of glyph %2 is none of the %3 classes."),
            *beyond, beyond - labels.begin() + 1, classes);
    const auto wild = std::ranges::find_if_not(logits, [](float z) { return std::isfinite(z); });
    if (wild != logits.end())
        throw Error(GLYPHSCOPE_TEXT(
                        "Calibration",
                        "Calibration: a logit of glyph %1 is not finite. Take weights that are not damaged."),
                    (wild - logits.begin()) / std::ptrdiff_t(classes) + 1);
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
        throw Error(
            GLYPHSCOPE_TEXT("Calibration", "Calibration: the temperature %1 is not a number above 0."),
            temperature);
    return meanLikelihood(logits, labels, 1 / temperature).value;
}

}  // namespace glyphscope
