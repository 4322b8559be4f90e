// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_plan.h"

#include "ui/text/number_text.h"

#include <cmath>

namespace glyphscope {

std::optional<double> TrainingPlan::seconds() const
{
    if (!images || !imagesPerSecond)
        return std::nullopt;
    return *images / *imagesPerSecond;
}

QString TrainingPlan::text() const
{
    const std::optional<double> time = seconds();
    if (network.isEmpty())
        return {};
    if (!time)
        return tr("Train trains %1.").arg(network);
    if (!isLong())
        return tr("Train trains %1: about %2.").arg(network, roughDurationText(*time));
    return tr("Training %1 takes about %2, at %3 images/s as measured before.")
        .arg(network, roughDurationText(*time), countText(std::round(*imagesPerSecond)));
}

QString TrainingPlan::frozenText() const
{
    if (trainedShare >= 1)
        return {};
    return trainedShare > 0 ? tr("%1 of the network's parameters learn; the others are frozen.")
                                  .arg(percentText(trainedShare))
                            : tr("All of the network's parameters are frozen: nothing learns.");
}

}  // namespace glyphscope
