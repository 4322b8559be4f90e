// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/trainer.h"

#include "model/network/detail/resources.h"
#include "model/training/recipes.h"
#include "model/training/schedule.h"
#include "model/training/train.h"
#include "model/types/error.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr std::uint64_t kShuffleStream = std::uint64_t{1} << 62;
constexpr const char* kStepKey = "step";
constexpr const char* kDataKey = "data";
constexpr const char* kAverageKey = "average";

/// Tells data sets apart (FNV-1a over all labels and every 101st pixel): a run goes on with its own only.
std::string fingerprint(const TrainTest& data)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&hash](std::uint8_t byte) { hash = (hash ^ byte) * 0x100000001b3; };
    for (const Dataset* set : {&data.train, &data.test}) {
        std::for_each(set->labels.begin(), set->labels.end(), add);
        for (std::size_t i = 0; i < set->images.size(); i += 101)
            add(set->images[i]);
    }
    return std::to_string(data.train.size()) + "+" + std::to_string(data.test.size()) + ":" +
           std::to_string(hash);
}

std::int64_t stepsPerEpoch(const Dataset& train, const TrainOptions& options)
{
    const auto steps = static_cast<std::int64_t>(train.size()) / options.batchSize;
    if (steps == 0)
        throw Error("The training set has " + std::to_string(train.size()) +
                    " images, fewer than one batch of " + std::to_string(options.batchSize) +
                    ". Take more images or smaller batches.");
    return steps;
}

}  // namespace

Trainer::Trainer(const TrainTest& data, const TrainOptions& options, TrainSink& sink)
    : m_sink(sink)
    , m_stepsPerEpoch(stepsPerEpoch(data.train, options))
    , m_totalSteps(m_stepsPerEpoch * options.epochs)
    , m_dataName(fingerprint(data))
    , m_options(options)
    , m_device(deviceNamed(options.device))
    , m_train(toTensors(data.train, m_device))
    , m_test(toTensors(data.test, m_device))
    , m_type(bf16Pays(m_device) ? torch::kBFloat16 : torch::kFloat)
    , m_augment(std::in_place, options.augmentation, kGlyphSide, m_device)
    , m_network(seededNetwork(options.seed, std::max(data.train.classCount, data.test.classCount)))
    , m_start(Clock::now())
{
    m_network.to(m_device);
    m_optimizer = std::make_unique<Optimizer>(m_network, options);
    m_optimizer->freeze(options.frozen);
    if (options.averaging > 0)
        m_average = m_optimizer->parameters().clone();
}

void Trainer::applyChanges()
{
    const std::optional<LiveOptions> changes = m_sink.takeChanges();
    if (!changes)
        return;
    const auto attempt = [this](const auto& change) {
        try {
            change();
        } catch (const Error& error) {
            m_sink.onRefused(error.what());
        } catch (const c10::Error& error) {
            m_sink.onRefused(std::string("LibTorch: ") + error.what_without_backtrace());
        }
    };
    attempt([&] {
        m_optimizer->freeze(changes->frozen);
        m_options.frozen = changes->frozen;
    });
    attempt([&] { putHooks(changes->hooks); });
    attempt([&] {
        if (const torch::Device device = deviceNamed(changes->device); device != m_device)
            moveTo(device);
    });
}

void Trainer::putHooks(const std::vector<HookSpec>& specs)
{
    m_hooks.reset();
    const bool any = std::any_of(specs.begin(), specs.end(),
                                 [](const HookSpec& spec) { return spec.enabled && spec.training; });
    if (any)
        m_hooks = std::make_unique<UserHooks>(m_network, specs, HookPhase::Training);
}

torch::Tensor Trainer::forward(const torch::Tensor& images)
{
    if (!m_hooks)
        return m_network.forwardFused(images, m_type);
    m_hooks->setPass("step " + std::to_string(m_step + 1));
    return m_network.forward(images);
}

void Trainer::probeGradients(const torch::Tensor& images, const torch::Tensor& labels)
{
    if (!m_probe)
        m_probe = std::make_unique<GradientProbe>(m_network.classCount());
    GradientFlow flow = (*m_probe)(m_network, images, labels, m_options.labelSmoothing);
    flow.step = m_step + 1;
    m_sink.onGradientFlow(flow);
}

void Trainer::moveTo(const torch::Device& device)
{
    // Everything is copied before anything is replaced: without enough memory there the run stays here.
    const TensorSet train{m_train.images.to(device), m_train.labels.to(device)};
    const TensorSet test{m_test.images.to(device), m_test.labels.to(device)};
    const torch::Tensor order = m_order.defined() ? m_order.to(device) : m_order;
    const torch::Tensor average = m_average.defined() ? m_average.to(device) : m_average;
    m_optimizer->to(device);
    m_train = train;
    m_test = test;
    m_order = order;
    m_average = average;
    m_augment.emplace(m_options.augmentation, kGlyphSide, device);
    m_type = bf16Pays(device) ? torch::kBFloat16 : torch::kFloat;
    m_device = device;
    m_options.device = device.str();
}

void Trainer::resumeFrom(const StateDict& checkpoint)
{
    const auto data = checkpoint.metadata.find(kDataKey);
    if (data == checkpoint.metadata.end() || data->second != m_dataName)
        throw Error("The checkpoint belongs to a run on other data. Name the same data, ink and validation "
                    "share as that "
                    "run had.");
    StateDict weightsOnly;
    for (const NamedTensor& tensor : checkpoint.tensors)
        if (tensor.name != kAverageKey && !tensor.name.starts_with("optimizer."))
            weightsOnly.tensors.push_back(tensor);
    loadStateDict(m_network, weightsOnly);
    m_optimizer->load(checkpoint);
    if (m_average.defined())
        readFlatEntry(checkpoint, kAverageKey, m_average);
    m_step = countIn(checkpoint, kStepKey);
    m_firstStep = m_step;
    if (m_step > m_totalSteps)
        throw Error("The checkpoint is at step " + std::to_string(m_step) + " of a run of " +
                    std::to_string(m_totalSteps) + ". It belongs to other data or options.");
    if (m_step % m_stepsPerEpoch != 0)
        reshuffle();
}

TrainResult Trainer::run(std::stop_token stop)
{
    m_network.train();
    while (m_step < m_totalSteps && !m_reachedGoal && !stop.stop_requested()) {
        if (m_step % m_stepsPerEpoch == 0)
            reshuffle();
        applyChanges();
        if (m_sink.wantsSnapshot())
            m_sink.onSnapshot(weights());
        step();
        if (evaluationDue())
            evaluateNow(stop);
        if (evaluationDue() && m_sink.wantsCheckpoint())
            m_sink.onCheckpoint(checkpoint());
    }
    TrainResult result;
    result.stopped = m_step < m_totalSteps && !m_reachedGoal;
    if (!result.stopped && m_evaluatedStep != m_step)
        evaluateNow(stop);
    result.stopped = result.stopped || (stop.stop_requested() && m_evaluatedStep != m_step);
    result.weights = weights();
    result.checkpoint = checkpoint();
    result.test = m_lastEvaluation;
    result.steps = m_step;
    result.seconds = seconds();
    const double training = result.seconds - m_evaluationSeconds;
    if (training > 0)
        result.imagesPerSecond = static_cast<double>((m_step - m_firstStep) * m_options.batchSize) / training;
    return result;
}

torch::Tensor Trainer::batch(const torch::Tensor& indices) const
{
    torch::Tensor x = m_train.images.index_select(0, indices);
    if (m_options.augmentation.any()) {
        const std::uint64_t seed = mixSeed(m_options.seed, static_cast<std::uint64_t>(m_step));
        x = (*m_augment)(x.to(torch::kFloat), seed);
    }
    // .contiguous(ChannelsLast) would leave a one-channel tensor as it is
    return normalizePixels(x).to(at::MemoryFormat::ChannelsLast);
}

void Trainer::step()
{
    const std::int64_t at = m_step % m_stepsPerEpoch * m_options.batchSize;
    const torch::Tensor indices = m_order.narrow(0, at, m_options.batchSize);
    const torch::Tensor labels = m_train.labels.index_select(0, indices);
    const torch::Tensor images = batch(indices);
    if (m_sink.wantsGradientFlow())
        probeGradients(images, labels);
    Batch result;
    try {
        result = computeGradients(images, labels);
    } catch (const Error& error) {
        if (!m_hooks)
            throw;
        m_hooks.reset();  // the run is worth more than a hook that does not fit
        m_sink.onRefused("The hooks were taken out of the training. " + std::string(error.what()));
        result = computeGradients(images, labels);
    }
    m_optimizer->step(oneCycle(m_step, m_totalSteps, m_options.peakLearningRate, m_options.warmup));
    if (m_hooks)
        m_sink.onHooks(m_hooks->records(), m_hooks->takeEvents());
    ++m_step;
    average();
    report(result.loss, result.correct);
}

Trainer::Batch Trainer::computeGradients(const torch::Tensor& images, const torch::Tensor& labels)
{
    const torch::Tensor logits = forward(images);
    const torch::Tensor loss =
        torch::cross_entropy_loss(logits, labels, {}, at::Reduction::Mean, -100, m_options.labelSmoothing);
    const auto value = loss.item<double>();
    if (!std::isfinite(value))
        throw Error("The loss is not finite at step " + std::to_string(m_step + 1) +
                    ". The learning rate is probably too high; lower it and train again.");
    m_optimizer->zeroGradients();
    if (loss.requires_grad())  // not with every parameter frozen
        loss.backward();
    return {value, (logits.argmax(1) == labels).sum().item<std::int64_t>()};
}

void Trainer::average()
{
    if (!m_average.defined())
        return;
    // The first steps must not weigh the random start: the decay grows into its place.
    const auto t = static_cast<double>(m_step);
    const double decay = std::min(m_options.averaging, (1 + t) / (10 + t));
    m_average.lerp_(m_optimizer->parameters(), 1 - decay);
}

void Trainer::report(double loss, std::int64_t correct)
{
    m_lossSum += loss;
    m_correctSum += correct;
    ++m_stepsSummed;
    StepStats stats;
    stats.step = m_step;
    stats.totalSteps = m_totalSteps;
    stats.epoch = static_cast<double>(m_step) / static_cast<double>(m_stepsPerEpoch);
    stats.loss = loss;
    stats.accuracy = static_cast<double>(correct) / m_options.batchSize;
    stats.learningRate = oneCycle(m_step - 1, m_totalSteps, m_options.peakLearningRate, m_options.warmup);
    stats.seconds = seconds();
    stats.imagesPerSecond = static_cast<double>((m_step - m_firstStep) * m_options.batchSize) /
                            std::max(1e-9, stats.seconds - m_evaluationSeconds);
    m_sink.onStep(stats);
}

bool Trainer::evaluationDue() const
{
    return m_step % m_stepsPerEpoch == 0 ||
           (m_options.evaluateEvery > 0 && m_step % m_options.evaluateEvery == 0);
}

void Trainer::evaluateNow(std::stop_token stop)
{
    const Clock::time_point begin = Clock::now();
    swapAverage();
    const Evaluation evaluation = evaluateNetwork(m_network, m_test, stop);
    swapAverage();
    m_evaluationSeconds += std::chrono::duration<double>(Clock::now() - begin).count();
    if (stop.stop_requested())
        return;  // it may cover a part of the set only
    m_lastEvaluation = evaluation;
    m_evaluatedStep = m_step;
    m_reachedGoal = evaluation.accuracy() >= m_options.untilAccuracy;
    EpochStats stats;
    stats.epoch = static_cast<int>(m_step / m_stepsPerEpoch);
    stats.step = m_step;
    if (m_stepsSummed > 0) {
        stats.trainLoss = m_lossSum / static_cast<double>(m_stepsSummed);
        stats.trainAccuracy =
            static_cast<double>(m_correctSum) / static_cast<double>(m_stepsSummed * m_options.batchSize);
    }
    stats.testLoss = evaluation.loss;
    stats.testAccuracy = evaluation.accuracy();
    stats.seconds = seconds();
    m_lossSum = 0;
    m_correctSum = 0;
    m_stepsSummed = 0;
    m_sink.onEpoch(stats);
}

void Trainer::reshuffle()
{
    const auto epoch = static_cast<std::uint64_t>(m_step / m_stepsPerEpoch);
    torch::Generator generator =
        at::detail::createCPUGenerator(mixSeed(m_options.seed, kShuffleStream + epoch));
    m_order = torch::randperm(m_train.labels.size(0), generator, torch::kLong).to(m_device);
}

void Trainer::swapAverage()
{
    if (!m_average.defined())
        return;
    const torch::NoGradGuard noGrad;
    const torch::Tensor present = m_optimizer->parameters().clone();
    m_optimizer->parameters().copy_(m_average);
    m_average.copy_(present);
}

StateDict Trainer::weights()
{
    swapAverage();
    StateDict result = stateDict(m_network);
    swapAverage();
    result.metadata["seed"] = std::to_string(m_options.seed);
    result.metadata[kStepKey] = std::to_string(m_step);
    return result;
}

StateDict Trainer::checkpoint()
{
    StateDict result = stateDict(m_network);
    m_optimizer->save(result);
    if (m_average.defined())
        result.tensors.push_back(flatEntry(kAverageKey, m_average));
    putOptions(m_options, result);
    result.metadata[kDataKey] = m_dataName;
    result.metadata[kStepKey] = std::to_string(m_step);
    return result;
}

double Trainer::seconds() const
{
    return std::chrono::duration<double>(Clock::now() - m_start).count();
}

TrainResult train(const TrainTest& data, const TrainOptions& options, const std::optional<StateDict>& resume,
                  std::stop_token stop, TrainSink& sink)
{
    checkOptions(options);
    const int classes = std::max(data.train.classCount, data.test.classCount);
    checkDataset(data.train, classes, "training");
    checkDataset(data.test, classes, "test");
    useThreads(availableThreads());
    keepFreedMemory();
    Trainer trainer(data, options, sink);
    if (resume)
        trainer.resumeFrom(*resume);
    return trainer.run(stop);
}

}  // namespace glyphscope
