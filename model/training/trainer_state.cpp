// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/breakdown.h"
#include "model/training/detail/checkpoint_entries.h"
#include "model/training/detail/trainer.h"
#include "model/training/recipes.h"
#include "model/types/answer_rule.h"
#include "model/types/class_names.h"
#include "model/types/error.h"

#include <cmath>

namespace glyphscope {
namespace {

constexpr std::int64_t kStepsBetweenGood = 50;
constexpr const char* kStepKey = "step";
constexpr const char* kEvaluatedKey = "evaluated_step";
constexpr const char* kSecondsKey = "seconds";
constexpr const char* kLossSumKey = "sum.loss";
constexpr const char* kCorrectSumKey = "sum.correct";
constexpr const char* kStepsSumKey = "sum.steps";
constexpr const char* kDataKey = "data";
constexpr const char* kAverageKey = "average";
constexpr const char* kAverageBuffersKey = "optimizer.average_buffers";

}  // namespace

StateDict weightsIn(const StateDict& checkpoint)
{
    StateDict weights;
    weights.metadata = checkpoint.metadata;
    for (const NamedTensor& tensor : checkpoint.tensors)
        if (tensor.name != kAverageKey && !tensor.name.starts_with("optimizer."))
            weights.tensors.push_back(tensor);
    return weights;
}

StateDict Trainer::weights()
{
    swapAverage();
    StateDict result = stateDict(m_network);
    swapAverage();
    result.metadata["seed"] = std::to_string(m_options.seed);
    result.metadata[kStepKey] = std::to_string(m_step);
    putClassNames(m_classNames, result);
    if (m_withNoClass)  // at 0, "none of the classes" is as likely as all of them together
        putAnswerRule({.temperature = 1, .leastEvidence = 0}, result);
    return result;
}

StateDict Trainer::checkpoint()
{
    StateDict result = stateDict(m_network);
    m_optimizer->save(result);
    if (m_average.defined())
        result.tensors.push_back(flatEntry(kAverageKey, m_average));
    if (const torch::Tensor buffers = m_averageBuffers.flat(); m_average.defined() && buffers.defined())
        result.tensors.push_back(flatEntry(kAverageBuffersKey, buffers));
    putOptions(m_options, result);
    putClassNames(m_classNames, result);
    result.metadata[kDataKey] = m_dataName;
    result.metadata[kStepKey] = std::to_string(m_step);
    result.metadata[kStepsSumKey] = std::to_string(m_sums.steps);
    result.metadata[kCorrectSumKey] = std::to_string(m_sums.correct);
    putNumber(result, kLossSumKey, m_sums.loss);
    putNumber(result, kSecondsKey, seconds());
    if (m_evaluatedStep >= 0)
        result.metadata[kEvaluatedKey] = std::to_string(m_evaluatedStep);
    return result;
}

void Trainer::load(const StateDict& checkpoint)
{
    loadStateDict(m_network, weightsIn(checkpoint));
    m_optimizer->load(checkpoint);
    if (m_average.defined())
        readFlatEntry(checkpoint, kAverageKey, m_average);
    if (torch::Tensor buffers = m_averageBuffers.flat(); m_average.defined() && buffers.defined()) {
        readFlatEntry(checkpoint, kAverageBuffersKey, buffers);
        m_averageBuffers.setFlat(buffers);
    }
    m_step = countIn(checkpoint, kStepKey);
    m_sums.steps = countIn(checkpoint, kStepsSumKey, 0);
    m_sums.correct = countIn(checkpoint, kCorrectSumKey, 0);
    m_sums.loss = numberIn(checkpoint, kLossSumKey);
    m_evaluatedStep = countIn(checkpoint, kEvaluatedKey, -1);
}

bool isCheckpoint(const StateDict& weights)
{
    return weights.metadata.contains(kDataKey);
}

void Trainer::beginWith(const StateDict& weights)
{
    loadStateDict(m_network, weightsIn(weights));
    if (m_average.defined())
        m_average.copy_(m_optimizer->parameters());
    m_averageBuffers = BufferAverage(m_network);
}

void Trainer::resumeFrom(const StateDict& checkpoint)
{
    const auto data = checkpoint.metadata.find(kDataKey);
    if (data == checkpoint.metadata.end() || data->second != m_dataName)
        throw Error(GLYPHSCOPE_TEXT(
            "Training",
            "The checkpoint belongs to a run on other data. Name the same data, ink, variations of ink (0 "
            "before there were any), what is no digit, and validation share as that run had."));
    load(checkpoint);
    m_firstStep = m_step;
    m_secondsBefore = numberIn(checkpoint, kSecondsKey);
    if (!checkpoint.metadata.contains(kStepsSumKey))
        m_evaluatedStep = m_step;  // older checkpoints were written after the evaluation
    if (m_step > m_totalSteps)
        throw Error(GLYPHSCOPE_TEXT(
                        "Training",
                        "The checkpoint is at step %1 of a run of %2. It belongs to other data or options."),
                    m_step, m_totalSteps);
    if (m_step % m_stepsPerEpoch != 0)
        reshuffle();
}

bool Trainer::broken(const Batch& batch)
{
    const bool lossIsFinite = std::isfinite(batch.loss);
    if (lossIsFinite && std::isfinite(batch.gradientNorm))
        return false;
    Message first;
    for (const Part& part : batch.parts)
        if (!lossIsFinite && first.empty())
            first = firstNotFiniteForward(m_network, part.images, part.dropout);
    if (first.empty())
        first = firstNotFiniteBackward(m_network);
    fail(Message(lossIsFinite ? GLYPHSCOPE_TEXT("Training", "The gradients are not finite at step %1")
                              : GLYPHSCOPE_TEXT("Training", "The loss is not finite at step %1"),
                 m_step + 1),
         first);
    return true;
}

/// The weights of a sane loss are good, and those after its step perhaps not: kept before it is taken.
void Trainer::keepIfGood(double loss)
{
    if (!m_watch.sane(loss) || (!m_good.tensors.empty() && m_step - m_goodStep < kStepsBetweenGood))
        return;
    m_good = checkpoint();
    m_goodStep = m_step;
}

void Trainer::fail(const Message& what, const Message& first)
{
    m_failure =
        Message(GLYPHSCOPE_TEXT("Training", "%1: %2"), what,
                first.empty() ? Message(GLYPHSCOPE_TEXT("Training", "the loss itself went first.")) : first);
    const auto add = [this](const Message& sentence) {
        m_failure = Message(GLYPHSCOPE_TEXT("Training", "%1 %2"), m_failure, sentence);
    };
    if (m_hooks && m_hooks->changeValues())
        add(GLYPHSCOPE_TEXT("Training", "A hook changes values in this training."));
    if (!m_good.tensors.empty()) {
        load(m_good);
        m_lastEvaluation = {};  // of weights that are gone
        add(m_step == 0
                ? Message(GLYPHSCOPE_TEXT("Training", "The weights from before the first step are back."))
                : Message(GLYPHSCOPE_TEXT("Training", "The weights after step %1 are back."), m_step));
    }
    add(Message(GLYPHSCOPE_TEXT("Training", "Lower the learning rate (%1 at its peak) and train again."),
                m_options.peakLearningRate));
}

}  // namespace glyphscope
