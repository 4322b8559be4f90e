// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

enum class OptimizerKind {
    Sgd,       ///< with momentum (Polyak 1964), as torch.optim.SGD
    Nesterov,  ///< the same with nesterov=True
    Adam,      ///< Kingma & Ba 2015; weight decay is added to the gradient
    AdamW,     ///< decoupled weight decay (Loshchilov & Hutter 2019)
    Muon,      ///< orthogonalised momentum for the matrices (Jordan et al. 2024), Adam for what else there is
};

/// How the learning rate changes from step to step; its highest point is the peak.
enum class ScheduleKind {
    OneCycle,  ///< up and down again (Smith & Topin 2018)
    Constant,
    Cosine,  ///< along a half cosine to zero (Loshchilov & Hutter 2017, without restarts)
    Step,    ///< times `decayFactor` after every `decayEvery` epochs
    Linear,  ///< from a fifth of the peak straight up to it, then straight down to zero
};

/// Random distortion of every training image, redrawn for each batch. Zero turns a part off.
struct Augmentation {
    double rotation = 0;      ///< largest turn either way, degrees
    double scale = 0;         ///< largest relative change of size along each axis
    double shear = 0;         ///< largest horizontal shear
    double translation = 0;   ///< largest shift along each axis, pixels
    double elasticAlpha = 0;  ///< standard deviation of the elastic displacement, pixels (Simard 2003)
    double elasticSigma = 4;  ///< smoothness of the elastic displacement, pixels

    friend bool operator==(const Augmentation&, const Augmentation&) = default;
    [[nodiscard]] bool any() const
    {
        return rotation != 0 || scale != 0 || shear != 0 || translation != 0 || elasticAlpha != 0;
    }
};

/// Trained networks whose answers are learnt beside the labels (Hinton et al. 2015, "Distilling the Knowledge
/// in a Neural Network").
struct Teaching {
    std::vector<std::string> files;  ///< weights of the same classes; the mean of their answers counts
    double temperature = 3;          ///< divides the logits of both sides, from 1 to kHighestTeaching
    double share = 0.9;  ///< of the loss: of the teachers' answers; the rest is the labels', in [0, 1]
    friend bool operator==(const Teaching&, const Teaching&) = default;
};

inline constexpr double kHighestTeaching = 100;

/// Hyper-parameters of one training run. Defaults are the "standard" recipe; the limits of the numbers are in
/// option_table.h.
struct TrainOptions {
    std::string recipe = "standard";
    int epochs = 5;       ///< passes over the training set, >= 1
    int batchSize = 128;  ///< images a step, >= 2; an odd last batch is dropped
    OptimizerKind optimizer = OptimizerKind::AdamW;
    ScheduleKind schedule = ScheduleKind::OneCycle;
    double peakLearningRate = 0.004;  ///< highest point of the schedule
    double warmup = 0.25;          ///< of one cycle and linear: share of the steps on the way up, in (0, 1)
    int decayEvery = 2;            ///< of Step: epochs
    double decayFactor = 0.1;      ///< of Step: in (0, 1]
    double beta1 = 0.7;            ///< Adam's first moment decay; SGD's momentum
    double beta2 = 0.9;            ///< Adam's second moment decay
    double matrixRate = 0.25;      ///< of Muon: the peak of the matrices' own learning rate, > 0
    double matrixMomentum = 0.5;   ///< of Muon: the matrices' momentum, in [0, 1)
    double weightDecay = 0;        ///< decoupled for AdamW and Muon, L2 for the others
    double labelSmoothing = 0.05;  ///< in [0, 1)
    double dropout = 0;            ///< share of the last Linear's inputs zeroed in training, in [0, 1)
    double averaging = 0;          ///< decay of the moving average of the weights a step; 0: none
    int selectImages = 0;          ///< train on so many images, chosen by two small networks; 0: on all
    double hardShare = 0.7;        ///< of those, the share that they find hardest; the others by chance
    Augmentation augmentation;
    std::uint64_t seed = 0;      ///< weights, shuffling and augmentation all derive from it
    double untilAccuracy = 2;    ///< stop when the test accuracy reaches this; above 1: never
    int evaluateEvery = 0;       ///< steps between evaluations inside an epoch; 0: at its end only
    std::string device = "cpu";  ///< "cpu", "cuda", "cuda:1"
    Teaching teaching = {};
    std::vector<std::string> frozen;  ///< names of parameters that keep their values: "conv1.weight"
    /// What is trained, with the classes of the data; none: shippedNetwork(). Runs, weights and checkpoints
    /// keep it beside their options.
    std::optional<NetworkSpec> network = {};
    /// Begin with the weights in use in place of those that the seed draws. Whoever starts the run has them.
    bool fromWeights = false;
    friend bool operator==(const TrainOptions&, const TrainOptions&) = default;
};

}  // namespace glyphscope
