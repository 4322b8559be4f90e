// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/training/detail/augment.h"
#include "model/training/detail/batches.h"
#include "model/training/detail/buffer_average.h"
#include "model/training/detail/gradient_probe.h"
#include "model/training/detail/loss.h"
#include "model/training/detail/loss_watch.h"
#include "model/training/detail/optimizer.h"
#include "model/training/detail/replicas.h"
#include "model/training/detail/step_clock.h"
#include "model/training/detail/teachers.h"
#include "model/training/detail/training_hooks.h"
#include "model/training/train_sink.h"
#include "model/types/message.h"

#include <torch/torch.h>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace glyphscope {

/// The network's own tensors among those of a checkpoint, with its metadata.
[[nodiscard]] StateDict weightsIn(const StateDict& checkpoint);

/// Whether it is a checkpoint of a run, and not weights alone.
[[nodiscard]] bool isCheckpoint(const StateDict& weights);

/// One training run: what train() keeps between two steps. Used by one thread, but for
/// takePieces(), computePart() and what these call: pieces are computed side by side, and read what others
/// may only read.
class Trainer {
public:
    Trainer(const TrainTest& data, const TrainOptions& options, const std::vector<StateDict>& teachers,
            TrainSink& sink);

    void resumeFrom(const StateDict& checkpoint);
    /// Before the first step: these in place of what the seed drew.
    void beginWith(const StateDict& weights);
    [[nodiscard]] TrainResult run(std::stop_token stop);

private:
    using Clock = std::chrono::steady_clock;

    // trainer.cpp: the steps
    struct Part {
        torch::Tensor images;
        torch::Tensor labels;
        torch::Tensor taught;   // see Loss; undefined: no teachers
        torch::Tensor dropout;  // see Network::forward(); undefined: nothing
        double loss = 0;        // its share of the batch's
        std::int64_t correct = 0;
    };
    struct Batch {
        std::vector<Part> parts;
        double loss = 0;
        std::int64_t correct = 0;
        double gradientNorm = 0;
    };
    void waitForTurn(std::stop_token stop);
    void step();
    [[nodiscard]] int partsNow() const;
    [[nodiscard]] Part takeBatch() const;
    void takePieces(std::int64_t begin, std::int64_t end, Part& part) const;
    [[nodiscard]] Part partOf(const Part& batch, int i, int parts) const;
    [[nodiscard]] Batch computeGradients();
    [[nodiscard]] Batch computeGradientsOnce();
    void prepareReplicas(int parts);
    void computePart(Part& part, Network& network);
    [[nodiscard]] Loss lossNow(const torch::Tensor& taught) const;
    [[nodiscard]] torch::Tensor forward(const Part& part, Network& network);
    /// Where the hooks that change values act.
    [[nodiscard]] std::vector<Network::Called> called() const;
    void probeGradients(const Batch& batch);
    void reportHooks(Clock::duration step, Clock::duration gradients);
    [[nodiscard]] Clock::duration timeWithoutHooks();
    void report(const Batch& batch, double learningRate);
    void average();
    void reshuffle();
    [[nodiscard]] double scheduledRateNow() const;
    [[nodiscard]] double seconds() const;
    [[nodiscard]] double imagesPerSecond() const;

    // trainer_changes.cpp: what is changed in their midst
    void applyChanges();
    void setValues(const LiveValues& values);
    void dropReplicas();
    void putHooks(const std::vector<HookSpec>& specs);
    void moveTo(const torch::Device& device);

    // trainer_evaluation.cpp
    [[nodiscard]] bool evaluationDue() const;
    [[nodiscard]] bool evaluate(std::stop_token stop);
    void evaluateNow(std::stop_token stop);
    void swapAverage();

    // trainer_state.cpp: weights and checkpoints, and the way back to good ones
    [[nodiscard]] StateDict weights();
    [[nodiscard]] StateDict checkpoint();
    void load(const StateDict& checkpoint);
    [[nodiscard]] bool broken(const Batch& batch);
    void keepIfGood(double loss);
    /// `first` says what went first, the end of the sentence that `what` begins; empty: the loss itself.
    void fail(const Message& what, const Message& first);

    // constant after construction
    TrainSink& m_sink;
    const std::int64_t m_stepsPerEpoch;
    const std::int64_t m_totalSteps;
    const std::string m_dataName;
    const std::vector<std::string> m_classNames;
    torch::Tensor m_chosen;    // the images that are trained on, on the CPU; undefined: all
    const bool m_withNoClass;  // the training set holds images of none of the classes

    // changed by the user while it runs
    TrainOptions m_options;
    torch::Device m_device;

    // on the device
    TensorSet m_train;
    TensorSet m_test;
    TensorSet m_validation;  // may have no images
    torch::ScalarType m_type;
    std::optional<Augmenter> m_augment;
    Network m_network;
    std::optional<Teachers> m_teachers;
    std::unique_ptr<GradientProbe> m_probe;  // made when it is first asked for
    std::unique_ptr<Optimizer> m_optimizer;
    std::optional<Replicas> m_replicas;      // rebuilt after changes
    std::unique_ptr<TrainingHooks> m_hooks;  // null: none
    StepClock m_stepClock;
    torch::Tensor m_average;         // the moving average of the parameters; undefined without averaging
    BufferAverage m_averageBuffers;  // of the norms, likewise
    torch::Tensor m_order;           // of the present epoch
    std::int64_t m_step = 0;
    std::int64_t m_firstStep = 0;

    /// Since the last evaluation.
    struct Sums {
        double loss = 0;
        std::int64_t correct = 0;
        std::int64_t steps = 0;
    };
    Sums m_sums;

    Clock::time_point m_start;
    Clock::duration m_waited{};     // for its turn
    double m_secondsBefore = 0;     // in the parts of the run before this one
    double m_selectionSeconds = 0;  // of this part, as those of its evaluations
    double m_evaluationSeconds = 0;
    Evaluation m_lastEvaluation;
    Evaluation m_lastValidation;
    std::int64_t m_evaluatedStep = -1;
    bool m_reachedGoal = false;

    // for when it breaks down
    LossWatch m_watch;
    StateDict m_good;  // a checkpoint whose loss was sane; no tensors before the first
    std::int64_t m_goodStep = 0;
    Message m_failure;
};

}  // namespace glyphscope
