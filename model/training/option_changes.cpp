// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/option_changes.h"

#include "model/types/optimizer_traits.h"
#include "model/types/shortest_text.h"

#include <algorithm>

namespace glyphscope {
namespace {

/// The names in `names` that are not in `others`, with commas.
std::string only(const std::vector<std::string>& names, const std::vector<std::string>& others)
{
    std::string text;
    for (const std::string& name : names)
        if (std::find(others.begin(), others.end(), name) == others.end())
            text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

std::vector<std::string> optionChanges(const TrainOptions& before, const TrainOptions& after)
{
    std::vector<std::string> changes;
    const auto compare = [&changes](const char* what, double from, double to) {
        if (from != to)
            changes.push_back(std::string(what) + ' ' + shortestText(from) + " to " + shortestText(to));
    };
    const auto list = [&changes](const char* what, const std::string& names) {
        if (!names.empty())
            changes.push_back(std::string(what) + ": " + names);
    };
    compare("learning rate", before.peakLearningRate, after.peakLearningRate);
    compare(usesBetas(after.optimizer) ? "beta 1" : "momentum", before.beta1, after.beta1);
    if (usesBetas(after.optimizer))
        compare("beta 2", before.beta2, after.beta2);
    if (after.optimizer == OptimizerKind::Muon) {
        compare("matrix rate", before.matrixRate, after.matrixRate);
        compare("matrix momentum", before.matrixMomentum, after.matrixMomentum);
    }
    compare("weight decay", before.weightDecay, after.weightDecay);
    compare("label smoothing", before.labelSmoothing, after.labelSmoothing);
    compare("dropout", before.dropout, after.dropout);
    const Augmentation& from = before.augmentation;
    const Augmentation& to = after.augmentation;
    compare("rotation", from.rotation, to.rotation);
    compare("scaling", from.scale, to.scale);
    compare("shear", from.shear, to.shear);
    compare("translation", from.translation, to.translation);
    compare("elastic displacement", from.elasticAlpha, to.elasticAlpha);
    compare("elastic smoothness", from.elasticSigma, to.elasticSigma);
    list("frozen", only(after.frozen, before.frozen));
    list("thawed", only(before.frozen, after.frozen));
    if (before.device != after.device)
        changes.push_back("device " + before.device + " to " + after.device);
    return changes;
}

}  // namespace glyphscope
