// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/schedule_curve.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glyphscope {
namespace {

double halfCosine(double share)
{
    return 0.5 * (1 + std::cos(std::numbers::pi * share));
}

double oneCycleFactor(double share, double warmup)
{
    constexpr double kStart = 1.0 / 25;
    if (share < warmup)
        return kStart + (1 - kStart) * share / warmup;
    return halfCosine((share - warmup) / (1 - warmup));
}

double linearFactor(double share, double warmup)
{
    constexpr double kStart = 1.0 / 5;
    return share < warmup ? kStart + (1 - kStart) * share / warmup : (1 - share) / (1 - warmup);
}

double stepFactor(const TrainOptions& o, double share)
{
    const double epoch = std::min(std::floor(share * o.epochs), o.epochs - 1.0);
    return std::pow(o.decayFactor, std::floor(epoch / o.decayEvery));
}

}  // namespace

double learningRateAt(const TrainOptions& o, double share)
{
    switch (o.schedule) {
    case ScheduleKind::OneCycle:
        return o.peakLearningRate * oneCycleFactor(share, o.warmup);
    case ScheduleKind::Constant:
        break;
    case ScheduleKind::Cosine:
        return o.peakLearningRate * halfCosine(share);
    case ScheduleKind::Step:
        return o.peakLearningRate * stepFactor(o, share);
    case ScheduleKind::Linear:
        return o.peakLearningRate * linearFactor(share, o.warmup);
    }
    return o.peakLearningRate;
}

QPolygonF scheduleLine(const TrainOptions& options, const QRectF& area)
{
    QPolygonF line;
    const int points = std::max(2, static_cast<int>(area.width()));
    for (int i = 0; i < points; ++i) {
        const double share = static_cast<double>(i) / (points - 1);
        const double height = learningRateAt(options, share) / options.peakLearningRate;
        line.append({area.left() + share * area.width(), area.bottom() - height * area.height()});
    }
    return line;
}

}  // namespace glyphscope
