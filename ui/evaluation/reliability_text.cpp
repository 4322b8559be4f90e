// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/reliability_text.h"

#include "ui/evaluation/evaluation_text.h"
#include "ui/evaluation/reliability_geometry.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kCalibrated = 0.01;

struct ReliabilityText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ReliabilityText)
};

/// "93.3", "100"
QString edgeText(int edge, std::size_t bins)
{
    return significantText(std::round(1000.0 * edge / static_cast<double>(bins)) / 10, 6);
}

QString tendency(double error, double over)
{
    if (error <= kCalibrated)
        return ReliabilityText::tr("It is right as often as it is sure.");
    if (std::abs(over) < error / 2)
        return ReliabilityText::tr("At times it is right less often than it is sure, at times more often.");
    return over > 0 ? ReliabilityText::tr("It is right less often than it is sure.")
                    : ReliabilityText::tr("It is right more often than it is sure.");
}

}  // namespace

double overconfidence(const Reliability& reliability)
{
    double sum = 0;
    std::int64_t count = 0;
    for (const ReliabilityBin& bin : reliability.bins) {
        sum += static_cast<double>(bin.count) * (bin.confidence - bin.accuracy);
        count += bin.count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

QString calibrationText(const Reliability& reliability)
{
    return ReliabilityText::tr("Expected calibration error %1. %2")
        .arg(percentText(reliability.calibrationError),
             tendency(reliability.calibrationError, overconfidence(reliability)));
}

QString refusedText(const Reliability& reliability)
{
    if (!reliability.refused)
        return ReliabilityText::tr("Every image gets an answer: for these weights no limit is set from which "
                                   "one is none of the classes.");
    return ReliabilityText::tr("%1 of these images would be refused as none of the classes.")
        .arg(percentText(*reliability.refused));
}

QString binText(const Reliability& reliability, int bin)
{
    const ReliabilityBin& values = reliability.bins[static_cast<std::size_t>(bin)];
    const QString range =
        ReliabilityText::tr("Sure by %1 to %2\u00a0%")
            .arg(edgeText(bin, reliability.bins.size()), edgeText(bin + 1, reliability.bins.size()));
    if (values.count == 0)
        return ReliabilityText::tr("%1: no image").arg(range);
    const Interval interval = accuracyInterval(values);
    return ReliabilityText::tr("%1: %2\n%3 sure on average, %4 right\n95\u00a0% range %5 to %6")
        .arg(range, imagesText(values.count), percentText(values.confidence), percentText(values.accuracy),
             percentText(interval.low), percentText(interval.high));
}

}  // namespace glyphscope
