// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"
#include "model/recognition/fake_recognizer.h"
#include "model/spec/network_layers.h"
#include "model/types/class_names.h"
#include "model/types/error.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace glyphscope::test {

/// Weights of one tensor that holds `value`.
inline StateDict weightsOf(float value)
{
    return {{{"value", {1}, {value}}}, {}};
}

/// An engine without LibTorch. Training makes `options.epochs` times `stepsPerEpoch` steps, an evaluation
/// after each epoch, or runs until stopped, and goes on from its own checkpoints; `beforeStep` runs on the
/// training thread before each.
class FakeEngine : public Engine {
public:
    int stepsPerEpoch = 10;
    double imagesPerSecond = 0;
    bool endless = false;
    std::string failure;  ///< what a training that was not stopped ends with
    std::function<void(std::int64_t step)> beforeStep = [](std::int64_t) {};

    [[nodiscard]] EngineInfo info() const override { return {"none", 1, false, {"cpu"}}; }
    void limitThreads(int) override {}

    [[nodiscard]] std::unique_ptr<Recognizer> recognizer(const StateDict&, const std::string&) override
    {
        return std::make_unique<FakeRecognizer>();
    }

    [[nodiscard]] std::unique_ptr<Inspector> inspector(const StateDict&, const std::string&) override
    {
        throw Error("This engine has no modules to inspect.");
    }

    [[nodiscard]] Evaluation evaluate(const StateDict&, const Dataset& data, const std::string&,
                                      std::stop_token) override
    {
        Evaluation evaluation;
        evaluation.count = static_cast<std::int64_t>(data.size());
        return evaluation;
    }

    [[nodiscard]] StateDict initialWeights(std::uint64_t seed, const std::vector<std::string>& classNames,
                                           int) override
    {
        StateDict weights = weightsOf(static_cast<float>(seed));
        putClassNames(classNames, weights);
        return weights;
    }

    /// Every tensor is filled with the seed.
    [[nodiscard]] StateDict freshWeights(const NetworkSpec& network, std::uint64_t seed) override
    {
        StateDict weights;
        for (const ParameterShape& each : stateOf(network)) {
            std::size_t count = 1;
            for (const std::int64_t side : each.shape)
                count *= static_cast<std::size_t>(side);
            weights.tensors.push_back(
                {each.name, each.shape, std::vector<float>(count, static_cast<float>(seed))});
        }
        return weights;
    }

    /// Moves every glyph right by `seed` pixels, if anything is to be done to it at all.
    [[nodiscard]] std::vector<Glyph> augmented(const std::vector<Glyph>& glyphs, const Augmentation& how,
                                               std::uint64_t seed) override
    {
        std::vector<Glyph> result(glyphs);
        if (how.any())
            for (Glyph& glyph : result)
                std::rotate(glyph.rbegin(), glyph.rbegin() + static_cast<std::ptrdiff_t>(seed % kGlyphPixels),
                            glyph.rend());
        return result;
    }

    [[nodiscard]] TrainResult train(const TrainTest&, const TrainOptions& options,
                                    const std::optional<StateDict>& resume, std::stop_token stop,
                                    TrainSink& sink) override
    {
        const std::int64_t total = std::int64_t{options.epochs} * stepsPerEpoch;
        TrainResult result;
        result.steps = resume ? stepOf(*resume) : 0;
        while ((endless || result.steps < total) && !stop.stop_requested()) {
            if (sink.wantsSnapshot())
                sink.onSnapshot(checkpointAt(result.steps));
            sink.waitForTurn(stop);
            if (stop.stop_requested())
                break;
            if (const auto changes = sink.takeChanges(); changes && changes->values)
                sink.onMark({result.steps, "something changed"});
            beforeStep(++result.steps);
            sink.onStep(stepAt(result.steps, total));
            if (result.steps % stepsPerEpoch == 0) {
                sink.onEvaluation(result.test);
                sink.onEpoch(epochAt(result.steps));
            }
            if (sink.wantsCheckpoint())
                sink.onCheckpoint(checkpointAt(result.steps));
        }
        result.stopped = endless || result.steps < total;
        result.weights = checkpointAt(result.steps);
        result.checkpoint = checkpointAt(result.steps);
        if (!result.stopped)
            result.failure = failure;
        return result;
    }

    /// Makes `options.steps` steps; adds 1 to every value of the weights, whatever the samples are. All of
    /// them are read wrongly before and rightly after it.
    [[nodiscard]] FineTuneResult fineTune(const StateDict& weights, const Dataset& samples,
                                          const TrainTest& replay, const FineTuneOptions& options,
                                          std::stop_token stop, TrainSink& sink) override
    {
        FineTuneResult result{weights, {}, false};
        for (std::int64_t step = 1; endless || step <= options.steps; ++step) {
            if (sink.wantsSnapshot())
                sink.onSnapshot(weights);
            sink.waitForTurn(stop);
            if (stop.stop_requested()) {
                result.stopped = true;
                return result;
            }
            beforeStep(step);
            sink.onStep(stepAt(step, options.steps));
        }
        for (NamedTensor& tensor : result.weights.tensors)
            for (float& value : tensor.values)
                ++value;
        FineTuneReport& report = result.report;
        report.samples = report.trainedBefore.count = report.trainedAfter.count =
            static_cast<std::int64_t>(samples.size());
        report.trainedAfter.correct = report.samples;
        report.testBefore.count = report.testAfter.count = static_cast<std::int64_t>(replay.test.size());
        report.testBefore.correct = report.testAfter.correct = report.testBefore.count;
        return result;
    }

    /// What training hands out to go on from.
    [[nodiscard]] static StateDict checkpointAt(std::int64_t step)
    {
        StateDict checkpoint = weightsOf(static_cast<float>(step));
        checkpoint.metadata["step"] = std::to_string(step);
        return checkpoint;
    }

private:
    [[nodiscard]] static std::int64_t stepOf(const StateDict& checkpoint)
    {
        return std::stoll(checkpoint.metadata.at("step"));
    }

    [[nodiscard]] StepStats stepAt(std::int64_t step, std::int64_t total) const
    {
        StepStats stats;
        stats.step = step;
        stats.totalSteps = total;
        stats.imagesPerSecond = imagesPerSecond;
        stats.epoch = static_cast<double>(step) / stepsPerEpoch;
        return stats;
    }

    [[nodiscard]] EpochStats epochAt(std::int64_t step) const
    {
        EpochStats stats;
        stats.epoch = static_cast<int>(step / stepsPerEpoch);
        stats.step = step;
        return stats;
    }
};

}  // namespace glyphscope::test
