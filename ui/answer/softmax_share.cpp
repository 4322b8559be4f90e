// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/softmax_share.h"

#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kHighestExponent = 50;  // beyond, the numbers say nothing to anybody
constexpr int kPowerDigits = 4;
constexpr int kLogitDecimals = 4;

struct SoftmaxText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::SoftmaxText)
};

/// Four digits that count, as a number for people: "1,495", "0.03126", "1.523e+08".
QString figure(double value)
{
    if (value >= 1000 && value < 1e7)
        return countText(std::round(value));
    return withTrueMinus(significantText(value, kPowerDigits));
}

/// With the digits that tell it from nothing and from all.
QString exactShare(double share)
{
    if (share > 0 && share < 0.0005)
        return significantText(100 * share, 2) + u" %"_s;
    if (share > 0.9995 && share < 0.9999995)
        return fixedText(100 * share, 4) + u" %"_s;
    return confidenceText(static_cast<float>(share));
}

QString logitText(double logit)
{
    QString text = fixedText(logit, kLogitDecimals);
    for (int spare = kLogitDecimals - 2; spare > 0 && text.endsWith(u'0'); --spare)
        text.chop(1);
    return withTrueMinus(text);
}

}  // namespace

SoftmaxShare softmaxShare(std::span<const float> logits, double temperature, int index)
{
    SoftmaxShare result;
    result.logit = static_cast<double>(logits[static_cast<std::size_t>(index)]);
    result.classes = static_cast<int>(logits.size());
    result.temperature = temperature;
    result.rank = 1 + static_cast<int>(std::ranges::count_if(
                          logits, [&](float logit) { return static_cast<double>(logit) > result.logit; }));
    const double highest = static_cast<double>(*std::ranges::max_element(logits)) / temperature;
    if (std::abs(highest) > kHighestExponent)
        result.shift = highest;
    const auto power = [&](double logit) { return std::exp(logit / temperature - result.shift); };
    result.power = power(result.logit);
    for (const float logit : logits)
        result.sum += power(static_cast<double>(logit));
    result.share = result.power / result.sum;
    return result;
}

QString powerText(const SoftmaxShare& share)
{
    const QString logit = logitText(share.logit);
    const bool cooled = share.temperature != 1;
    QString exponent =
        cooled ? u"%1 / %2"_s.arg(logit, significantText(share.temperature, kTemperatureDigits)) : logit;
    if (share.shift != 0)
        exponent += (share.shift > 0 ? u" \u2212 "_s : u" + "_s) + logitText(std::abs(share.shift));
    const bool simple = !cooled && share.shift == 0;
    return (simple ? u"e^%1 = %2"_s : u"e^(%1) = %2"_s).arg(exponent, figure(share.power));
}

QString divisionText(const SoftmaxShare& share)
{
    return u"%1 / %2 = %3"_s.arg(figure(share.power), figure(share.sum), exactShare(share.share));
}

QString temperatureText(const SoftmaxShare& share)
{
    return share.temperature == 1 ? QString()
                                  : SoftmaxText::tr("Temperature: %1.")
                                        .arg(significantText(share.temperature, kTemperatureDigits));
}

QString rankText(const SoftmaxShare& share, const QString& name)
{
    if (share.rank == 1)
        return SoftmaxText::tr("Logit of %1: %2, the highest of %3.")
            .arg(name, logitText(share.logit), countText(share.classes));
    return SoftmaxText::tr("Logit of %1: %2, number %3 of %4.")
        .arg(name, logitText(share.logit), countText(share.rank), countText(share.classes));
}

}  // namespace glyphscope
