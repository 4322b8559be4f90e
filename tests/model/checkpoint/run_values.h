// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/run_store.h"
#include "model/checkpoint/run_writer.h"
#include "model/types/error.h"

#include <QtCore/QTemporaryDir>

#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace glyphscope::test {

/// The step of that number: every value follows from it.
inline StepStats stepAt(std::int64_t n)
{
    const auto x = static_cast<double>(n);
    return {.step = n,
            .totalSteps = 1000,
            .epoch = x / 10,
            .loss = 2 / x,
            .accuracy = 1 - 1 / x,
            .learningRate = x / 1000,
            .gradientNorm = x,
            .imagesPerSecond = 5000,
            .seconds = x / 40};
}

/// Steps first .. last.
inline std::vector<StepStats> stepsFrom(std::int64_t first, std::int64_t last)
{
    std::vector<StepStats> steps;
    for (std::int64_t n = first; n <= last; ++n)
        steps.push_back(stepAt(n));
    return steps;
}

inline EpochStats epochAt(std::int64_t step, double accuracy)
{
    EpochStats stats;
    stats.epoch = static_cast<int>(step / 10);
    stats.step = step;
    stats.trainLoss = 0.25;
    stats.trainAccuracy = 0.9;
    stats.testLoss = 0.125;
    stats.testAccuracy = accuracy;
    stats.seconds = static_cast<double>(step) / 40;
    return stats;
}

/// A confusion matrix of two classes, and values image by image, which a run does not keep.
inline Evaluation evaluationOf(std::int64_t correct)
{
    Evaluation e;
    e.count = 100;
    e.correct = correct;
    e.classCount = 2;
    e.loss = 0.5;
    e.confusion = {correct, 0, 100 - correct, 0};
    e.answers = {0, 1};
    e.confidence = {0.5F, 0.5F};
    e.truthProbability = {0.5F, 0.5F};
    return e;
}

inline StateDict weightsAt(std::int64_t step)
{
    StateDict weights;
    weights.tensors.push_back({"fc2.bias", {4}, std::vector<float>(4, static_cast<float>(step))});
    weights.metadata["step"] = std::to_string(step);
    return weights;
}

/// Weights of what weightsAt() made, or nothing sensible.
inline float valueOf(const StateDict& weights)
{
    const NamedTensor* bias = weights.find("fc2.bias");
    return bias == nullptr ? -1 : bias->values.at(0);
}

inline RunInfo infoOf(std::uint64_t seed = 7)
{
    RunInfo info;
    info.startedAt = 1'777'645'353;  // 2026-05-01 14:22:33 UTC
    info.options.seed = seed;
    return info;
}

/// A run of 40 steps with evaluations, checkpoints, changes and a resume point at step 20.
inline std::string longRun(RunStore& store, RunState end)
{
    const auto writer = store.begin(infoOf());
    writer->setData("MNIST", 60000, {"cat", "dog"});
    writer->addSteps(stepsFrom(1, 10));
    writer->addEpoch(epochAt(10, 0.9), evaluationOf(90));
    writer->keepBest(weightsAt(10));
    writer->keepCheckpoint(weightsAt(10), 1.0);
    writer->addMark({10, "learning rate 0.004 to 0.001"});
    writer->addSteps(stepsFrom(11, 20));
    writer->addEpoch(epochAt(20, 0.8), evaluationOf(80));
    writer->keepCheckpoint(weightsAt(20), 2.0);
    writer->addMark({20, "before the resume point"});
    writer->keepResumePoint(weightsAt(20));
    writer->addMark({20, "after the resume point"});
    writer->addSteps(stepsFrom(21, 40));
    writer->addMark({30, "dropout 0 to 0.1"});
    writer->addEpoch(epochAt(40, 0.95), evaluationOf(95));
    writer->keepBest(weightsAt(40));
    writer->keepCheckpoint(weightsAt(40), 4.0);
    if (end != RunState::Running)
        writer->end(end, {});
    return writer->info().id;
}

inline std::vector<std::int64_t> stepsOf(const std::vector<RunCheckpoint>& checkpoints)
{
    std::vector<std::int64_t> steps;
    for (const RunCheckpoint& checkpoint : checkpoints)
        steps.push_back(checkpoint.step);
    return steps;
}

/// The message of the Error that `work` throws; empty if it throws none.
inline std::string errorOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

inline std::string textOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeText(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

/// A folder for runs that goes with the test.
struct RunsFolder {
    QTemporaryDir temporary;
    std::filesystem::path path = temporary.filePath(QStringLiteral("runs")).toStdString();
};

/// While it lives, no file grows past `bytes`: a full disk that needs none.
class FullDisk {
public:
    explicit FullDisk(std::uintmax_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);  // the write fails instead
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit tight = m_before;
        tight.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before = {};
};

}  // namespace glyphscope::test
