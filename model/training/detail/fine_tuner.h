// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/training/detail/batches.h"
#include "model/training/detail/loss.h"
#include "model/training/detail/optimizer.h"
#include "model/training/detail/replay_mix.h"
#include "model/training/train_sink.h"
#include "model/types/fine_tune.h"

#include <torch/torch.h>

#include <chrono>
#include <stop_token>

namespace glyphscope {

/// One fine-tune: what fineTune() keeps between two steps. Used by one thread.
class FineTuner {
public:
    /// `samples` are those to train on; `replay` may be empty.
    FineTuner(const StateDict& weights, const Dataset& samples, const Dataset& replay,
              const FineTuneOptions& options, TrainSink& sink);

    /// Makes all steps, or those till it is stopped; tells whether it made all.
    bool run(std::stop_token stop);

    /// Reads `data` with the network as it is.
    [[nodiscard]] Evaluation evaluate(const Dataset& data, std::stop_token stop);

    /// The weights as they are now, with the metadata of those it began with.
    [[nodiscard]] StateDict weights() const;

private:
    using Clock = std::chrono::steady_clock;

    void step();
    void blend();
    void report(StepStats stats);

    // constant after construction
    TrainSink& m_sink;
    const StateDict& m_start;
    const FineTuneOptions m_options;
    const int m_steps;
    const double m_peak;  // learning rate
    const double m_pull;  // towards the start
    const Loss m_loss;    // as the weights were taught: with the class of what is no digit or without
    const torch::Device m_device;
    const torch::ScalarType m_type;
    ReplayMix m_mix;

    Network m_network;
    Optimizer m_optimizer;
    torch::Tensor m_anchor;  // the parameters it began with
    std::int64_t m_step = 0;
    Clock::time_point m_begin;
    double m_waited = 0;  // seconds of pauses
};

}  // namespace glyphscope
