// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/fine_tune.h"

#include "model/data/split.h"
#include "model/network/detail/resources.h"
#include "model/training/detail/fine_tuner.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string>

namespace glyphscope {
namespace {

constexpr std::int64_t kFewestToHoldOut = 3;
constexpr std::uint64_t kSplitStream = std::uint64_t{1} << 60;

void check(const FineTuneOptions& options)
{
    const auto need = [](bool sound, MessageText otherwise) {
        if (!sound)
            throw Error(otherwise);
    };
    need(options.steps >= 1,
         GLYPHSCOPE_TEXT("Training", "Fine-tuning: the number of steps must be at least 1."));
    need(options.batchSize >= 2,
         GLYPHSCOPE_TEXT("Training", "Fine-tuning: the batch size must be at least 2."));
    need(options.sampleShare > 0 && options.sampleShare <= 1,
         GLYPHSCOPE_TEXT("Training",
                         "Fine-tuning: the samples' share of a batch must be above 0 and at most 1."));
    need(options.learningRate > 0 && std::isfinite(options.learningRate),
         GLYPHSCOPE_TEXT("Training", "Fine-tuning: the learning rate must be above 0."));
    need(
        options.heldOut >= 0 && options.heldOut <= 0.5,
        GLYPHSCOPE_TEXT("Training", "Fine-tuning: the share of the samples held out must be from 0 to 0.5."));
}

void checkSamples(const Dataset& samples, int classCount)
{
    if (samples.size() == 0)
        throw Error(GLYPHSCOPE_TEXT(
            "Training",
            "There are no samples to learn from. Draw a digit and say what it was, or import some."));
    if (samples.images.size() != samples.size() * kGlyphPixels)
        throw Error(GLYPHSCOPE_TEXT("Training", "The samples are incomplete: their images and labels do not "
                                                "belong together. Import them again."));
    const auto beyond = std::ranges::find_if(samples.labels, [&](int label) { return label >= classCount; });
    if (beyond != samples.labels.end())
        throw Error(GLYPHSCOPE_TEXT("Training",
                                    "Sample %1 is labelled %2, but the network has the classes 0 to %3. "
                                    "Relabel or delete it, or take weights that know its class."),
                    beyond - samples.labels.begin() + 1, *beyond, classCount - 1);
}

/// The training set and the test set may be missing, but not be those of other classes.
void checkReplay(const TrainTest& replay, int classCount)
{
    if (replay.train.size() > 0)
        checkDataset(replay.train, classCount, GLYPHSCOPE_TEXT("Training", "The training set"),
                     NoClass::Allowed);
    if (replay.test.size() > 0)
        checkDataset(replay.test, classCount, GLYPHSCOPE_TEXT("Training", "The test set"));
}

/// Stratified; a class of too few samples is all trained on.
Split splitOf(const Dataset& samples, const FineTuneOptions& options)
{
    std::array<std::int64_t, 256> counts{};
    for (const std::uint8_t label : samples.labels)
        ++counts[label];
    Split split = validationSplit(samples.labels, options.heldOut, mixSeed(options.seed, kSplitStream));
    const auto few = std::ranges::stable_partition(
        split.validation, [&](std::uint32_t i) { return counts[samples.labels[i]] >= kFewestToHoldOut; });
    split.train.insert(split.train.end(), few.begin(), few.end());
    split.validation.erase(few.begin(), few.end());
    std::ranges::sort(split.train);
    return split;
}

}  // namespace

FineTuneResult fineTune(const StateDict& weights, const Dataset& samples, const TrainTest& replay,
                        const FineTuneOptions& options, std::stop_token stop, TrainSink& sink)
{
    const auto begin = std::chrono::steady_clock::now();
    check(options);
    checkSamples(samples, classCountOf(weights));
    checkReplay(replay, classCountOf(weights));
    useThreads(availableThreads());
    keepFreedMemory();
    const Split split = splitOf(samples, options);
    const Dataset trained = subset(samples, split.train);
    const Dataset heldOut = subset(samples, split.validation);
    FineTuner tuner(weights, trained, replay.train, options, sink);

    FineTuneResult result;
    FineTuneReport& report = result.report;
    report.samples = static_cast<std::int64_t>(trained.size());
    report.trainedBefore = tuner.evaluate(trained, stop);
    report.heldOutBefore = tuner.evaluate(heldOut, stop);
    report.testBefore = tuner.evaluate(replay.test, stop);
    if (tuner.run(stop)) {
        report.trainedAfter = tuner.evaluate(trained, stop);
        report.heldOutAfter = tuner.evaluate(heldOut, stop);
        report.testAfter = tuner.evaluate(replay.test, stop);
    }
    result.stopped = stop.stop_requested();
    result.weights = result.stopped ? weights : tuner.weights();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return result;
}

}  // namespace glyphscope
