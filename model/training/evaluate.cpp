// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/pieces.h"
#include "model/network/detail/resources.h"
#include "model/network/detail/values.h"
#include "model/training/detail/batches.h"
#include "model/training/train.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace glyphscope {

TensorSet toTensors(const Dataset& data, const torch::Device& device)
{
    const auto n = static_cast<std::int64_t>(data.size());
    // from_blob wants pointers it may write through; the copies that .to() makes are all that is kept
    auto* images = const_cast<std::uint8_t*>(data.images.data());
    auto* labels = const_cast<std::uint8_t*>(data.labels.data());
    return {torch::from_blob(images, {n, 1, kGlyphSide, kGlyphSide}, torch::kByte).clone().to(device),
            torch::from_blob(labels, {n}, torch::kByte).to(torch::kLong).to(device)};
}

namespace {

/// Adds the batch's answers image by image.
void addImages(const torch::Tensor& logits, const torch::Tensor& answers, const torch::Tensor& labels,
               double temperature, Evaluation& result)
{
    const torch::Tensor probabilities = torch::softmax(logits / temperature, 1);
    const torch::Tensor bytes = answers.to(torch::kCPU, torch::kByte).contiguous();
    const auto* first = bytes.data_ptr<std::uint8_t>();
    result.answers.insert(result.answers.end(), first, first + bytes.numel());
    for (const auto& [classes, into] :
         {std::pair(answers, &result.confidence), std::pair(labels, &result.truthProbability)}) {
        const std::vector<float> floats = valuesOf(probabilities.gather(1, classes.unsqueeze(1)));
        into->insert(into->end(), floats.begin(), floats.end());
    }
    const std::vector<float> evidence = valuesOf(torch::logsumexp(logits, 1));
    result.evidence.insert(result.evidence.end(), evidence.begin(), evidence.end());
}

Evaluation evaluateBatch(Network& network, const torch::Tensor& images, const torch::Tensor& labels,
                         double temperature)
{
    const torch::InferenceMode inference;  // of this thread
    const std::int64_t classes = network.classCount();
    const torch::Tensor logits = network.forwardFused(
        normalizePixels(images, network.spec().input).to(at::MemoryFormat::ChannelsLast));
    const torch::Tensor answers = logits.argmax(1);
    Evaluation result;
    result.count = labels.size(0);
    result.loss = torch::cross_entropy_loss(logits, labels, {}, at::Reduction::Sum).item<double>();
    const torch::Tensor confusion =
        torch::bincount((labels * classes + answers).cpu(), {}, classes * classes);
    const auto* counts = confusion.data_ptr<std::int64_t>();
    result.confusion.assign(counts, counts + confusion.numel());
    addImages(logits, answers, labels, temperature, result);
    return result;
}

void append(const Evaluation& batch, Evaluation& result)
{
    result.loss += batch.loss;
    result.count += batch.count;
    std::ranges::transform(batch.confusion, result.confusion, result.confusion.begin(), std::plus());
    for (const auto part : {&Evaluation::confidence, &Evaluation::truthProbability, &Evaluation::evidence})
        (result.*part).insert((result.*part).end(), (batch.*part).begin(), (batch.*part).end());
    result.answers.insert(result.answers.end(), batch.answers.begin(), batch.answers.end());
}

}  // namespace

namespace {

/// While it lives a network reads: norms by what they have measured, and nothing is dropped.
class ForReading {
public:
    explicit ForReading(Network& network) : m_network(network), m_training(network.is_training())
    {
        network.eval();
    }
    ~ForReading() { m_network.train(m_training); }
    ForReading(const ForReading&) = delete;
    ForReading& operator=(const ForReading&) = delete;

private:
    Network& m_network;
    bool m_training;
};

}  // namespace

Evaluation evaluateNetwork(Network& network, const TensorSet& data, std::stop_token stop, double temperature)
{
    const ForReading reading(network);
    constexpr std::int64_t kBatch = 250;
    const std::int64_t images = data.labels.size(0);
    std::vector<Evaluation> batches(static_cast<std::size_t>((images + kBatch - 1) / kBatch));
    const auto count = static_cast<std::int64_t>(batches.size());
    const auto evaluate = [&](std::int64_t i) {
        if (stop.stop_requested())
            return;
        const std::int64_t n = std::min(kBatch, images - i * kBatch);
        batches[static_cast<std::size_t>(i)] = evaluateBatch(
            network, data.images.narrow(0, i * kBatch, n), data.labels.narrow(0, i * kBatch, n), temperature);
    };
    if (data.images.is_cpu())
        forPieces(count, evaluate);
    else
        for (std::int64_t i = 0; i < count; ++i)
            evaluate(i);
    Evaluation result;
    result.classCount = network.classCount();
    result.confusion.resize(static_cast<std::size_t>(result.classCount * result.classCount));
    for (const Evaluation& batch : batches) {
        if (batch.count == 0)  // stopped before it
            break;
        append(batch, result);
    }
    for (int k = 0; k < result.classCount; ++k)
        result.correct += result.confusion[static_cast<std::size_t>(k * result.classCount + k)];
    if (result.count > 0)
        result.loss /= static_cast<double>(result.count);
    return result;
}

void checkDataset(const Dataset& data, int classCount, MessageText name, NoClass noClass)
{
    if (data.size() == 0 || data.images.size() != data.size() * kGlyphPixels)
        throw Error(GLYPHSCOPE_TEXT("Training", "%1 is empty or incomplete. Choose another folder."), name);
    const bool allowed = noClass == NoClass::Allowed && classCount <= kNoClass;
    int highest = -1;
    for (const std::uint8_t label : data.labels)
        if (label != kNoClass || !allowed)
            highest = std::max<int>(highest, label);
    if (highest >= classCount)
        throw Error(GLYPHSCOPE_TEXT("Training", "%1 has a label %2, but the network has %3 classes. Choose "
                                                "weights or data that belong together."),
                    name, highest, classCount);
}

Evaluation evaluate(const StateDict& weights, const Dataset& data, const std::string& device,
                    std::stop_token stop)
{
    useThreads(availableThreads());
    Network network = networkToLoad(specOf(weights));
    loadStateDict(network, weights);
    checkDataset(data, network.classCount(), GLYPHSCOPE_TEXT("Training", "The test set"));
    const torch::Device where = deviceNamed(device);
    network.to(where);
    return evaluateNetwork(network, toTensors(data, where), stop, answerRuleOf(weights).temperature);
}

}  // namespace glyphscope
