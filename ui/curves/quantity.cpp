// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/quantity.h"

#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

struct QuantityText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::QuantityText)
};

}  // namespace

QString nameOf(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Loss:
        return QuantityText::tr("Loss");
    case Quantity::Accuracy:
        return QuantityText::tr("Accuracy");
    case Quantity::LearningRate:
        return QuantityText::tr("Learning rate");
    case Quantity::GradientNorm:
        return QuantityText::tr("Gradient norm");
    case Quantity::ImagesPerSecond:
        break;
    }
    return QuantityText::tr("Images/s");
}

QString keyOf(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Loss:
        return u"loss"_s;
    case Quantity::Accuracy:
        return u"accuracy"_s;
    case Quantity::LearningRate:
        return u"learningRate"_s;
    case Quantity::GradientNorm:
        return u"gradientNorm"_s;
    case Quantity::ImagesPerSecond:
        break;
    }
    return u"imagesPerSecond"_s;
}

std::span<const float> valuesOf(const StepCurves& steps, Quantity quantity)
{
    switch (quantity) {
    case Quantity::Loss:
        return steps.loss;
    case Quantity::Accuracy:
        return steps.accuracy;
    case Quantity::LearningRate:
        return steps.learningRate;
    case Quantity::GradientNorm:
        return steps.gradientNorm;
    case Quantity::ImagesPerSecond:
        break;
    }
    return steps.imagesPerSecond;
}

std::optional<double> testOf(const EpochStats& epoch, Quantity quantity)
{
    if (quantity == Quantity::Loss)
        return epoch.testLoss;
    if (quantity == Quantity::Accuracy)
        return epoch.testAccuracy;
    return std::nullopt;
}

std::optional<double> validationOf(const EpochStats& epoch, Quantity quantity)
{
    if (epoch.validated && quantity == Quantity::Loss)
        return epoch.validationLoss;
    if (epoch.validated && quantity == Quantity::Accuracy)
        return epoch.validationAccuracy;
    return std::nullopt;
}

bool spansDecades(Quantity quantity)
{
    return quantity == Quantity::Loss || quantity == Quantity::LearningRate ||
           quantity == Quantity::GradientNorm;
}

QString valueText(Quantity quantity, double value)
{
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"\u221e"_s : u"\u2212\u221e"_s;
    switch (quantity) {
    case Quantity::Accuracy:
        return percentText(value);
    case Quantity::ImagesPerSecond:
        return rateText(value);
    default:
        break;
    }
    const double size = std::abs(value);
    if (size != 0 && (size < 0.001 || size >= 10000))
        return scientificText(value, 2);
    return fixedText(value, 4);
}

}  // namespace glyphscope
