// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace glyphscope {

/// Visits every number and text of TrainOptions as visit("name", reference): one list for all that writes and
/// reads them. The optimizer, the schedule and the frozen names are left to the caller.
/// visitNewerOptions() has those that what was stored by an older version lacks.
template <typename Options, typename Visit>
void visitOptions(Options& o, Visit&& visit)
{
    visit("recipe", o.recipe);
    visit("epochs", o.epochs);
    visit("batch_size", o.batchSize);
    visit("peak_learning_rate", o.peakLearningRate);
    visit("warmup", o.warmup);
    visit("decay_every", o.decayEvery);
    visit("decay_factor", o.decayFactor);
    visit("beta1", o.beta1);
    visit("beta2", o.beta2);
    visit("weight_decay", o.weightDecay);
    visit("label_smoothing", o.labelSmoothing);
    visit("dropout", o.dropout);
    visit("averaging", o.averaging);
    visit("rotation", o.augmentation.rotation);
    visit("scale", o.augmentation.scale);
    visit("shear", o.augmentation.shear);
    visit("translation", o.augmentation.translation);
    visit("elastic_alpha", o.augmentation.elasticAlpha);
    visit("elastic_sigma", o.augmentation.elasticSigma);
    visit("seed", o.seed);
    visit("until_accuracy", o.untilAccuracy);
    visit("evaluate_every", o.evaluateEvery);
    visit("device", o.device);
}

template <typename Options, typename Visit>
void visitNewerOptions(Options& o, Visit&& visit)
{
    visit("matrix_rate", o.matrixRate);
    visit("matrix_momentum", o.matrixMomentum);
    visit("select_images", o.selectImages);
    visit("hard_share", o.hardShare);
}

}  // namespace glyphscope
