// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/fine_tuner.h"

#include "model/network/detail/resources.h"
#include "model/training/schedule.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kWarmup = 0.1;
constexpr double kLabelSmoothing = 0.05;
constexpr double kBlend = 0.9;  // of the tuned weights, the rest of those it began with

// Without anything to replay: measured on the same ink, see tests/bench/finetune_ink.cpp.
constexpr int kCarefulSteps = 80;
constexpr double kCarefulRate = 0.25;  // of the asked learning rate
constexpr double kCarefulPull = 20;    // of the learning rate, towards the start, at each step

TrainOptions optimizerOptions()
{
    TrainOptions options;
    options.optimizer = OptimizerKind::AdamW;
    options.beta1 = 0.9;
    options.beta2 = 0.99;
    return options;
}

Network networkOf(const StateDict& weights, const torch::Device& device)
{
    Network network = networkToLoad(specOf(weights));
    loadStateDict(network, weights);
    network.to(device);
    return network;
}

/// With the names of all parameters that keep their values.
FineTuneOptions withFrozenNames(FineTuneOptions options, const StateDict& weights)
{
    if (options.freezing == Freezing::Nothing)
        options.frozen.clear();
    if (options.freezing == Freezing::Convolutions)
        options.frozen = convolutionParameters(specOf(weights));
    if (options.freezing == Freezing::AllButLast)
        options.frozen = parametersBeforeTheLastLayer(specOf(weights));
    return options;
}

}  // namespace

FineTuner::FineTuner(const StateDict& weights, const Dataset& samples, const Dataset& replay,
                     const FineTuneOptions& options, TrainSink& sink)
    : m_sink(sink)
    , m_start(weights)
    , m_options(withFrozenNames(options, weights))
    , m_steps(replay.size() == 0 ? std::min(options.steps, kCarefulSteps) : options.steps)
    , m_peak(replay.size() == 0 ? kCarefulRate * options.learningRate : options.learningRate)
    , m_pull(replay.size() == 0 ? kCarefulPull : 0)
    , m_loss{kLabelSmoothing, answerRuleOf(weights).leastEvidence.has_value() || hasNoClass(replay)}
    , m_device(deviceNamed(options.device))
    , m_type(bf16Pays(m_device) ? torch::kBFloat16 : torch::kFloat)
    , m_mix(toTensors(samples, m_device), toTensors(replay, m_device), specOf(weights), options)
    , m_network(networkOf(weights, m_device))
    , m_optimizer(m_network, optimizerOptions())
    , m_anchor(m_optimizer.parameters().clone())
{
    m_optimizer.freeze(m_options.frozen);
}

bool FineTuner::run(std::stop_token stop)
{
    m_network.eval();  // norms keep what they measured of all the data: a few samples would spoil it
    m_begin = Clock::now();
    while (m_step < m_steps) {
        if (m_sink.wantsSnapshot())
            m_sink.onSnapshot(weights());
        const Clock::time_point before = Clock::now();
        m_sink.waitForTurn(stop);
        m_waited += std::chrono::duration<double>(Clock::now() - before).count();
        if (stop.stop_requested())
            return false;
        step();
    }
    blend();
    return true;
}

void FineTuner::step()
{
    const ReplayMix::Batch batch = m_mix.batch(m_step);
    const torch::Tensor logits = m_network.forwardFused(batch.images, m_type);
    const torch::Tensor loss = m_loss(logits, batch.labels);
    StepStats stats;
    stats.loss = loss.item<double>();
    if (!std::isfinite(stats.loss))
        throw Error(
            GLYPHSCOPE_TEXT(
                "Training",
                "The loss is not finite at step %1 of the fine-tune; the weights are as they were before it. "
                "Lower its learning rate, or go back to the shipped weights if these have been damaged."),
            m_step + 1);
    m_optimizer.zeroGradients();
    if (loss.requires_grad())  // not with every parameter frozen
        loss.backward();
    stats.accuracy = static_cast<double>(m_loss.right(logits, batch.labels)) / m_options.batchSize;
    stats.gradientNorm = m_optimizer.gradientNorm();
    stats.learningRate = oneCycle(m_step, m_steps, m_peak, kWarmup);
    m_optimizer.step(stats.learningRate);
    if (m_pull > 0) {
        const torch::NoGradGuard noGrad;
        m_optimizer.parameters().lerp_(m_anchor, std::min(1.0, stats.learningRate * m_pull));
    }
    ++m_step;
    report(stats);
}

void FineTuner::blend()
{
    // A point on the line between both networks keeps nearly all that was learnt and forgets less than the
    // tuned one (WiSE-FT: Wortsman et al. 2022). Without replay the pull has done so already.
    const torch::NoGradGuard noGrad;
    if (m_pull == 0)
        m_optimizer.parameters().lerp_(m_anchor, 1 - kBlend);
}

void FineTuner::report(StepStats stats)
{
    stats.step = m_step;
    stats.totalSteps = m_steps;
    stats.epoch =
        static_cast<double>(m_step * m_mix.samplesPerBatch()) / static_cast<double>(m_mix.samples());
    stats.seconds = std::chrono::duration<double>(Clock::now() - m_begin).count() - m_waited;
    stats.imagesPerSecond = static_cast<double>(m_step * m_options.batchSize) / std::max(1e-9, stats.seconds);
    m_sink.onStep(stats);
}

Evaluation FineTuner::evaluate(const Dataset& data, std::stop_token stop)
{
    return evaluateNetwork(m_network, toTensors(data, m_device), stop, answerRuleOf(m_start).temperature);
}

StateDict FineTuner::weights() const
{
    StateDict result = stateDict(m_network);
    result.metadata = m_start.metadata;
    result.metadata["fine_tuned"] =
        std::to_string(m_mix.samples()) + " samples, " + std::to_string(m_step) + " steps";
    // bit for bit, also where the way back to the start has made a negative zero positive
    for (NamedTensor& tensor : result.tensors)
        if (std::ranges::find(m_options.frozen, tensor.name) != m_options.frozen.end())
            tensor = *m_start.find(tensor.name);
    return result;
}

}  // namespace glyphscope
