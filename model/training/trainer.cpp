// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/trainer.h"

#include "model/network/detail/pieces.h"
#include "model/network/detail/resources.h"
#include "model/spec/spec_edit.h"
#include "model/training/recipes.h"
#include "model/training/schedule.h"
#include "model/training/selection.h"
#include "model/training/train.h"
#include "model/types/error.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr int kPiece = 16;  // images of a batch whose random numbers one seed settles
constexpr std::int64_t kAveragePieces = 8;

// Streams of random numbers beside that of the augmentation, whose seeds are the steps themselves and, from
// this bit on, the pieces of a batch
constexpr int kPieceStream = 40;
constexpr std::uint64_t kShuffleStream = std::uint64_t{1} << 62;
constexpr std::uint64_t kDropoutStream = std::uint64_t{1} << 61;
constexpr std::uint64_t kModuleDropoutStream = std::uint64_t{1} << 60;

/// Tells data sets apart (FNV-1a over all labels and every 101st pixel): a run resumes with its own only.
std::string fingerprint(const TrainTest& data)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&hash](std::uint8_t byte) { hash = (hash ^ byte) * 0x100000001b3; };
    for (const Dataset* set : {&data.train, &data.test, &data.validation}) {
        std::for_each(set->labels.begin(), set->labels.end(), add);
        for (std::size_t i = 0; i < set->images.size(); i += 101)
            add(set->images[i]);
    }
    return std::to_string(data.train.size()) + "+" + std::to_string(data.test.size()) + ":" +
           std::to_string(hash);
}

std::int64_t stepsPerEpoch(const Dataset& train, const TrainOptions& options)
{
    const std::int64_t images = imagesPerEpoch(train, options);
    const std::int64_t steps = images / options.batchSize;
    if (steps == 0)
        throw Error(GLYPHSCOPE_TEXT("Training", "The training set has %1 images, fewer than one batch of %2. "
                                                "Take more images or smaller batches."),
                    images, options.batchSize);
    return steps;
}

int classCountOf(const TrainTest& data)
{
    return std::max({data.train.classes.size(), data.test.classes.size(), data.validation.classes.size()});
}

NetworkSpec networkFor(const TrainTest& data, const TrainOptions& options)
{
    const int classes = classCountOf(data);
    return options.network ? withClassCount(*options.network, classes) : shippedNetwork(classes);
}

}  // namespace

Trainer::Trainer(const TrainTest& data, const TrainOptions& options, const std::vector<StateDict>& teachers,
                 TrainSink& sink)
    : m_sink(sink)
    , m_stepsPerEpoch(stepsPerEpoch(data.train, options))
    , m_totalSteps(m_stepsPerEpoch * options.epochs)
    , m_dataName(fingerprint(data))
    , m_classNames(data.train.classes.givenNames())
    , m_withNoClass(hasNoClass(data.train))
    , m_options(options)
    , m_device(deviceNamed(options.device))
    , m_train(toTensors(data.train, m_device))
    , m_test(toTensors(data.test, m_device))
    , m_validation(toTensors(data.validation, m_device))
    , m_type(bf16Pays(m_device) ? torch::kBFloat16 : torch::kFloat)
    , m_augment(std::in_place, options.augmentation, kGlyphSide, m_device)
    , m_network(seededNetwork(options.seed, networkFor(data, options)))
    , m_averageBuffers(m_network)
    , m_start(Clock::now())
{
    m_network.to(m_device);
    if (!teachers.empty())
        m_teachers.emplace(options.teaching, teachers, data.train.classes, m_device);
    m_optimizer = std::make_unique<Optimizer>(m_network, options);
    m_optimizer->freeze(options.frozen);
    if (options.averaging > 0)
        m_average = m_optimizer->parameters().clone();
    if (options.selectImages > 0) {
        const Clock::time_point begin = Clock::now();
        m_chosen = torch::tensor(selectImages(data.train, options));
        m_selectionSeconds = std::chrono::duration<double>(Clock::now() - begin).count();
    }
}

TrainResult Trainer::run(std::stop_token stop)
{
    m_network.train();
    const auto goesOn = [&] {
        return m_failure.empty() && m_step < m_totalSteps && !m_reachedGoal && !stop.stop_requested();
    };
    if (m_step > 0 && evaluationDue() && m_evaluatedStep != m_step)  // it was stopped amid its evaluation
        evaluateNow(stop);
    while (goesOn()) {
        if (m_sink.wantsSnapshot())
            m_sink.onSnapshot(weights());
        waitForTurn(stop);
        if (stop.stop_requested())
            break;
        applyChanges();
        if (m_step % m_stepsPerEpoch == 0)
            reshuffle();
        step();
        if (m_failure.empty() && evaluationDue())
            evaluateNow(stop);
        if (m_failure.empty() && m_sink.wantsCheckpoint())
            m_sink.onCheckpoint(checkpoint());
    }
    TrainResult result;
    result.stopped = m_failure.empty() && m_step < m_totalSteps && !m_reachedGoal;
    if (m_failure.empty() && !result.stopped && m_evaluatedStep != m_step)
        evaluateNow(stop);
    else if (!result.stopped && m_lastEvaluation.count == 0)
        (void)evaluate(stop);
    result.stopped =
        result.stopped || (m_failure.empty() && stop.stop_requested() && m_evaluatedStep != m_step);
    result.weights = weights();
    result.checkpoint = checkpoint();
    result.test = m_lastEvaluation;
    result.steps = m_step;
    result.seconds = seconds();
    result.imagesPerSecond = imagesPerSecond();
    result.failure = m_failure;
    return result;
}

void Trainer::waitForTurn(std::stop_token stop)
{
    const Clock::time_point begin = Clock::now();
    m_sink.waitForTurn(std::move(stop));
    m_waited += Clock::now() - begin;
}

/// Settled by the batch and never by the threads, so that the sums of the gradients are the same with any
/// number of them: one where the network shares itself out.
int Trainer::partsNow() const
{
    // each costs a sum over all gradients, and small products are inefficient
    const int mostParts = m_options.batchSize < 16 * kPiece ? 4 : 8;
    if (!m_device.is_cpu() || m_network.sharesItself(m_type, called()))
        return 1;
    return std::clamp(m_options.batchSize / kPiece, 1, mostParts);
}

/// Images `begin` to `end` of the present batch, from the beginning of a piece to the end of one.
void Trainer::takePieces(std::int64_t begin, std::int64_t end, Part& part) const
{
    std::vector<Augmenter::Draw> draws;
    for (std::int64_t at = begin; at < end; at += kPiece) {
        const std::int64_t count = std::min<std::int64_t>(kPiece, end - at);
        const std::uint64_t stream =
            static_cast<std::uint64_t>(m_step) + (static_cast<std::uint64_t>(at / kPiece) << kPieceStream);
        draws.push_back({count, mixSeed(m_options.seed, stream)});
        if (part.dropout.defined())
            part.dropout.narrow(0, at, count)
                .copy_(dropoutMask(count, m_network.dropoutWidth(), m_options.dropout,
                                   mixSeed(m_options.seed, kDropoutStream + stream), m_device));
    }
    const std::int64_t first = m_step % m_stepsPerEpoch * m_options.batchSize;
    const torch::Tensor indices = m_order.narrow(0, first + begin, end - begin);
    torch::Tensor x = m_train.images.index_select(0, indices);
    if (m_options.augmentation.any())
        x = (*m_augment)(x.to(torch::kFloat), draws);
    part.images.narrow(0, begin, end - begin).copy_(normalizePixels(x, m_network.spec().input));
}

Trainer::Part Trainer::takeBatch() const
{
    const std::int64_t count = m_options.batchSize;
    const auto floats = torch::TensorOptions(m_device).dtype(torch::kFloat);
    Part part;
    part.labels = m_train.labels.index_select(0, m_order.narrow(0, m_step % m_stepsPerEpoch * count, count));
    part.images = torch::empty({count, 1, kGlyphSide, kGlyphSide},
                               floats.memory_format(at::MemoryFormat::ChannelsLast));
    if (m_options.dropout > 0)
        part.dropout = torch::empty({count, m_network.dropoutWidth()}, floats);
    if (!m_device.is_cpu()) {
        takePieces(0, count, part);
        return part;
    }
    forPieces((count + kPiece - 1) / kPiece, [&](std::int64_t piece) {
        takePieces(piece * kPiece, std::min<std::int64_t>(count, (piece + 1) * kPiece), part);
    });
    return part;
}

/// Part `i` of `parts` of a batch, of whole pieces.
Trainer::Part Trainer::partOf(const Part& batch, int i, int parts) const
{
    const std::int64_t pieces = (m_options.batchSize + kPiece - 1) / kPiece;
    const std::int64_t begin = pieceBegin(i, parts, pieces) * kPiece;
    const std::int64_t end =
        std::min<std::int64_t>(m_options.batchSize, pieceBegin(i + 1, parts, pieces) * kPiece);
    const auto cut = [&](const torch::Tensor& all) {
        return all.defined() ? all.narrow(0, begin, end - begin) : all;
    };
    return {cut(batch.images), cut(batch.labels), cut(batch.taught), cut(batch.dropout)};
}

void Trainer::step()
{
    const Clock::time_point begin = Clock::now();
    const Batch batch = computeGradients();
    const Clock::duration gradients = Clock::now() - begin;
    const bool probed = m_sink.wantsGradientFlow();
    if (probed)
        probeGradients(batch);
    if (broken(batch))
        return;
    keepIfGood(batch.loss);
    const double learningRate = scheduledRateNow();
    m_optimizer->step(learningRate);
    const Clock::duration whole = Clock::now() - begin;
    if (!m_hooks && !probed)
        m_stepClock.took(false, std::chrono::duration<double>(whole).count());
    if (m_hooks)
        reportHooks(probed ? Clock::duration::zero() : whole, gradients);
    ++m_step;
    average();
    report(batch, learningRate);
}

/// `step`: how long this one took with them, `gradients` of that; zero if it did more than a step does.
void Trainer::reportHooks(Clock::duration step, Clock::duration gradients)
{
    if (step != Clock::duration::zero()) {
        m_stepClock.took(true, std::chrono::duration<double>(step).count());
        if (m_stepClock.wantsComparison())
            m_stepClock.took(false,
                             std::chrono::duration<double>(step - gradients + timeWithoutHooks()).count());
    }
    m_sink.onHooks(m_hooks->records(), m_hooks->takeEvents());
    if (const std::optional<HookCost> cost = m_stepClock.cost(m_options.batchSize))
        m_sink.onHookCost(*cost);
}

/// The gradients of this step once more, which nobody needs.
Trainer::Clock::duration Trainer::timeWithoutHooks()
{
    if (m_hooks->changeValues())
        dropReplicas();
    std::unique_ptr<TrainingHooks> hooks = std::move(m_hooks);
    prepareReplicas(partsNow());
    const Clock::time_point begin = Clock::now();
    (void)computeGradientsOnce();
    const Clock::duration took = Clock::now() - begin;
    if (hooks->changeValues())
        dropReplicas();
    m_hooks = std::move(hooks);
    return took;
}

Trainer::Batch Trainer::computeGradients()
{
    try {
        return computeGradientsOnce();
    } catch (const Error& error) {
        if (!m_hooks)
            throw;
        m_hooks.reset();  // the run is worth more than a hook that does not fit
        m_sink.onRefused(
            Message(GLYPHSCOPE_TEXT("Training", "The hooks were taken out of the training. %1"), error));
        return computeGradientsOnce();
    }
}

Trainer::Batch Trainer::computeGradientsOnce()
{
    Batch batch;
    const int parts = partsNow();
    prepareReplicas(parts);
    Part whole = takeBatch();
    if (m_teachers)
        whole.taught = m_teachers->targets(whole.images, whole.labels, m_network.spec().input, m_type);
    if (m_hooks)
        m_hooks->watch(m_network, whole.images, whole.labels, whole.dropout, lossNow(whole.taught),
                       "step " + std::to_string(m_step + 1));
    batch.parts.resize(static_cast<std::size_t>(parts));
    forPieces(parts, [&](std::int64_t i) {
        const auto number = static_cast<int>(i);
        m_replicas->zeroGradients(number);
        Part& part = batch.parts[static_cast<std::size_t>(i)];
        part = partOf(whole, number, parts);
        computePart(part, m_replicas->network(number));
    });
    m_replicas->addUp();
    for (const Part& part : batch.parts) {
        batch.loss += part.loss;
        batch.correct += part.correct;
    }
    batch.gradientNorm = m_optimizer->gradientNorm();
    return batch;
}

void Trainer::prepareReplicas(int parts)
{
    if (!m_replicas || m_replicas->count() != parts) {
        dropReplicas();
        m_replicas.emplace(m_network, *m_optimizer, parts - 1);
    }
    if (m_hooks)
        m_hooks->attach(*m_replicas);
}

void Trainer::computePart(Part& part, Network& network)
{
    network.setStepSeed(mixSeed(m_options.seed, kModuleDropoutStream + static_cast<std::uint64_t>(m_step)));
    const torch::Tensor logits = forward(part, network);
    const Loss judge = lossNow(part.taught);
    const auto count = static_cast<double>(part.labels.size(0));
    const torch::Tensor loss = judge(logits, part.labels) * (count / m_options.batchSize);
    if (loss.requires_grad())  // not with every parameter frozen
        loss.backward();
    part.loss = loss.item<double>();
    part.correct = judge.right(logits, part.labels);
}

Loss Trainer::lossNow(const torch::Tensor& taught) const
{
    return {m_options.labelSmoothing, m_withNoClass, taught, m_options.teaching.temperature,
            m_options.teaching.share};
}

torch::Tensor Trainer::forward(const Part& part, Network& network)
{
    return network.forwardFused(part.images, m_type, part.dropout, called());
}

std::vector<Network::Called> Trainer::called() const
{
    return m_hooks ? m_hooks->called() : std::vector<Network::Called>();
}

void Trainer::probeGradients(const Batch& batch)
{
    if (!m_probe)
        m_probe = std::make_unique<GradientProbe>(m_network.spec());
    std::vector<torch::Tensor> images;
    std::vector<torch::Tensor> labels;
    std::vector<torch::Tensor> taught;
    for (const Part& part : batch.parts) {
        images.push_back(part.images);
        labels.push_back(part.labels);
        if (part.taught.defined())
            taught.push_back(part.taught);
    }
    const Loss loss = lossNow(taught.empty() ? torch::Tensor() : torch::cat(taught));
    GradientFlow flow = (*m_probe)(m_network, torch::cat(images), torch::cat(labels), loss);
    flow.step = m_step + 1;
    m_sink.onGradientFlow(flow);
}

void Trainer::average()
{
    if (!m_average.defined())
        return;
    // The first steps must not weigh the random start: the decay grows into its place.
    const auto t = static_cast<double>(m_step);
    const double decay = std::min(m_options.averaging, (1 + t) / (10 + t));
    m_averageBuffers.follow(m_network, decay);
    const std::int64_t count = m_average.numel();
    forPieces(kAveragePieces, [&](std::int64_t i) {
        const std::int64_t begin = pieceBegin(i, kAveragePieces, count);
        const std::int64_t n = pieceBegin(i + 1, kAveragePieces, count) - begin;
        m_average.narrow(0, begin, n).lerp_(m_optimizer->parameters().narrow(0, begin, n), 1 - decay);
    });
}

void Trainer::report(const Batch& batch, double learningRate)
{
    m_sums.loss += batch.loss;
    m_sums.correct += batch.correct;
    ++m_sums.steps;
    StepStats stats;
    stats.step = m_step;
    stats.totalSteps = m_totalSteps;
    stats.epoch = static_cast<double>(m_step) / static_cast<double>(m_stepsPerEpoch);
    stats.loss = batch.loss;
    stats.accuracy = static_cast<double>(batch.correct) / m_options.batchSize;
    stats.learningRate = learningRate;
    stats.gradientNorm = batch.gradientNorm;
    stats.seconds = seconds();
    stats.imagesPerSecond = imagesPerSecond();
    m_sink.onStep(stats);
}

void Trainer::reshuffle()
{
    const auto epoch = static_cast<std::uint64_t>(m_step / m_stepsPerEpoch);
    torch::Generator generator =
        at::detail::createCPUGenerator(mixSeed(m_options.seed, kShuffleStream + epoch));
    const std::int64_t images = (m_chosen.defined() ? m_chosen : m_train.labels).size(0);
    torch::Tensor order = torch::randperm(images, generator, torch::kLong);
    if (m_chosen.defined())
        order = m_chosen.index_select(0, order);
    m_order = order.to(m_device);
}

double Trainer::scheduledRateNow() const
{
    return scheduledRate(m_step, m_stepsPerEpoch, m_totalSteps, m_options);
}

double Trainer::seconds() const
{
    return m_secondsBefore + std::chrono::duration<double>(Clock::now() - m_start - m_waited).count();
}

double Trainer::imagesPerSecond() const
{
    const double training = seconds() - m_secondsBefore - m_selectionSeconds - m_evaluationSeconds;
    const auto images = static_cast<double>((m_step - m_firstStep) * m_options.batchSize);
    return training > 0 ? std::max(0.0, images) / training : 0;
}

namespace {

/// The network of a run is that of its checkpoint.
TrainOptions withNetworkOf(const StateDict& checkpoint, TrainOptions options)
{
    options.network = specOf(weightsIn(checkpoint));
    return options;
}

}  // namespace

TrainResult train(const TrainTest& data, const TrainOptions& options, const std::optional<StateDict>& resume,
                  std::stop_token stop, TrainSink& sink, const std::vector<StateDict>& teachers)
{
    checkOptions(options);
    const int classes = classCountOf(data);
    checkDataset(data.train, classes, GLYPHSCOPE_TEXT("Training", "The training set"), NoClass::Allowed);
    checkDataset(data.test, classes, GLYPHSCOPE_TEXT("Training", "The test set"));
    if (data.validation.size() > 0)
        checkDataset(data.validation, classes, GLYPHSCOPE_TEXT("Training", "The validation set"));
    useThreads(availableThreads());
    keepFreedMemory();
    TrainResult result;
    withHelpers(availableThreads(), [&] {
        Trainer trainer(data, resume ? withNetworkOf(*resume, options) : options, teachers, sink);
        if (resume && options.fromWeights && !isCheckpoint(*resume))
            trainer.beginWith(*resume);
        else if (resume)
            trainer.resumeFrom(*resume);
        result = trainer.run(stop);
    });
    return result;
}

}  // namespace glyphscope
