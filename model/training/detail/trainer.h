// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/simple_cnn.h"
#include "model/network/detail/user_hooks.h"
#include "model/training/detail/augment.h"
#include "model/training/detail/batches.h"
#include "model/training/detail/gradient_probe.h"
#include "model/training/detail/optimizer.h"
#include "model/training/train_sink.h"

#include <torch/torch.h>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace glyphscope {

/// One training run: what train() keeps between two steps. Used by one thread.
class Trainer {
public:
    Trainer(const TrainTest& data, const TrainOptions& options, TrainSink& sink);

    void resumeFrom(const StateDict& checkpoint);
    [[nodiscard]] TrainResult run(std::stop_token stop);

private:
    using Clock = std::chrono::steady_clock;

    void applyChanges();
    void putHooks(const std::vector<HookSpec>& specs);
    void moveTo(const torch::Device& device);
    void step();
    struct Batch {
        double loss = 0;
        std::int64_t correct = 0;
    };
    [[nodiscard]] Batch computeGradients(const torch::Tensor& images, const torch::Tensor& labels);
    [[nodiscard]] torch::Tensor forward(const torch::Tensor& images);
    void probeGradients(const torch::Tensor& images, const torch::Tensor& labels);
    [[nodiscard]] torch::Tensor batch(const torch::Tensor& indices) const;
    void report(double loss, std::int64_t correct);
    void evaluateNow(std::stop_token stop);
    [[nodiscard]] bool evaluationDue() const;
    void reshuffle();
    void average();
    [[nodiscard]] StateDict weights();
    [[nodiscard]] StateDict checkpoint();
    void swapAverage();
    [[nodiscard]] double seconds() const;

    // constant after construction
    TrainSink& m_sink;
    const std::int64_t m_stepsPerEpoch;
    const std::int64_t m_totalSteps;
    const std::string m_dataName;

    // changed by the user while it runs
    TrainOptions m_options;
    torch::Device m_device;

    // on the device
    TensorSet m_train;
    TensorSet m_test;
    torch::ScalarType m_type;
    std::optional<Augmenter> m_augment;
    SimpleCNN m_network;
    std::unique_ptr<UserHooks> m_hooks;      // null: none, and the fast way forward
    std::unique_ptr<GradientProbe> m_probe;  // made when it is first asked for
    std::unique_ptr<Optimizer> m_optimizer;
    torch::Tensor m_average;  // the moving average of the parameters; undefined without averaging
    torch::Tensor m_order;    // of the present epoch
    std::int64_t m_step = 0;
    std::int64_t m_firstStep = 0;

    // since the last evaluation
    double m_lossSum = 0;
    std::int64_t m_correctSum = 0;
    std::int64_t m_stepsSummed = 0;

    Clock::time_point m_start;
    double m_evaluationSeconds = 0;
    Evaluation m_lastEvaluation;
    std::int64_t m_evaluatedStep = -1;
    bool m_reachedGoal = false;
};

}  // namespace glyphscope
