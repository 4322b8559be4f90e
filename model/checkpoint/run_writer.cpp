// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/run_writer.h"

#include "model/checkpoint/detail/append_file.h"
#include "model/checkpoint/detail/curve_file.h"
#include "model/checkpoint/detail/run_checkpoints.h"
#include "model/checkpoint/detail/run_files.h"
#include "model/checkpoint/detail/run_folder.h"
#include "model/checkpoint/detail/run_lines.h"
#include "model/checkpoint/file_lock.h"
#include "model/checkpoint/safetensors.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"
#include "model/types/shortest_text.h"

#include <cmath>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::uint64_t kCurveBytes = kCurveHeaderBytes + run_files::kCurveRecords * kCurveRecordBytes;

std::span<const std::byte> bytesOf(const std::string& text)
{
    return std::as_bytes(std::span(text));
}

Evaluation countsOf(const Evaluation& e)
{
    Evaluation counts;
    counts.count = e.count;
    counts.correct = e.correct;
    counts.classCount = e.classCount;
    counts.loss = e.loss;
    counts.confusion = e.confusion;
    return counts;
}

}  // namespace

struct RunWriter::Files {
    explicit Files(const std::filesystem::path& run)
        : curves(run / run_files::kCurves, kCurveBytes)
        , epochs(run / run_files::kEpochs, run_files::kLinesBytes)
        , marks(run / run_files::kMarks, run_files::kLinesBytes)
    {
    }

    AppendFile curves;
    AppendFile epochs;
    AppendFile marks;
    std::int64_t lastMark = 0;
    std::int64_t bestStep = 0;  // 0: none was kept since the run was begun or resumed
    double epoch = 0;           // of the newest step

    void sync()
    {
        for (AppendFile* file : {&curves, &epochs, &marks})
            file->sync();
    }
};

RunWriter::RunWriter(std::filesystem::path folder, RunInfo info, std::unique_ptr<FileLock> lock)
    : m_folder(std::move(folder))
    , m_info(std::move(info))
    , m_lock(std::move(lock))
    , m_files(std::make_unique<Files>(m_folder))
{
    m_files->lastMark = m_info.step;
    m_files->epoch = static_cast<double>(m_info.epochsDone);
    if (m_files->curves.size() == 0)
        m_files->curves.append(curveHeader());
    saveInfo();
}

RunWriter::~RunWriter()
{
    try {
        if (m_files)
            m_files->sync();
    } catch (const Error&) {
        // What is on the disk can be resumed; nobody is left to be told.
    }
}

void RunWriter::addSteps(std::span<const StepStats> steps)
{
    requireOurs();
    if (steps.empty())
        return;
    std::int64_t before = m_info.step;
    for (const StepStats& s : steps) {
        if (s.step <= before || !std::isfinite(static_cast<float>(s.seconds)) ||
            !std::isfinite(static_cast<float>(s.epoch)))
            throw Error(
                GLYPHSCOPE_TEXT("Checkpoint", "Step %1 cannot follow step %2 in the curves of run %3."),
                s.step, before, m_info.id);
        before = s.step;
    }
    // Before the writing: what the disk refuses is kept and written later.
    m_info.step = before;
    m_info.totalSteps = steps.back().totalSteps;
    m_info.seconds = steps.back().seconds;
    m_files->epoch = steps.back().epoch;
    m_files->curves.append(curveRecords(steps));
}

bool RunWriter::addEpoch(const EpochStats& stats, const Evaluation& test)
{
    requireOurs();
    if (stats.step < m_info.last.step)
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint", "The evaluation at step %1 comes after that at step %2 of run %3."),
            stats.step, m_info.last.step, m_info.id);
    const bool first = m_info.last.step == 0;
    m_info.last = stats;
    m_info.epochsDone = stats.epoch;
    m_info.test = countsOf(test);
    const bool best = first || isBetter(m_info.last, m_info.best);
    if (best)
        m_info.best = m_info.last;
    m_files->epochs.append(bytesOf(epochLine(m_info.last, m_info.test)));
    saveInfo();
    return best;
}

void RunWriter::addMark(const RunMark& mark)
{
    requireOurs();
    if (mark.step < m_files->lastMark)
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint", "The change at step %1 comes after one at step %2 of run %3."),
            mark.step, m_files->lastMark, m_info.id);
    const std::string line = markLine(mark);
    m_files->lastMark = mark.step;
    m_files->marks.append(bytesOf(line));
}

void RunWriter::setData(std::string name, std::int64_t trainImages, std::vector<std::string> classNames)
{
    requireOurs();
    m_info.dataName = std::move(name);
    m_info.trainImages = trainImages;
    m_info.classNames = std::move(classNames);
    saveInfo();
}

void RunWriter::noteNetwork(const StateDict& weights)
{
    if (!weights.metadata.contains(kNetworkKey))
        return;
    NetworkSpec network = specOf(weights);  // with the classes of the data
    if (m_info.network == network)
        return;
    m_info.network = std::move(network);
    saveInfo();
}

void RunWriter::keepResumePoint(const StateDict& checkpoint)
{
    requireOurs();
    noteNetwork(checkpoint);
    StateDict point = marked(checkpoint, m_files->epoch);
    const std::int64_t step = wholeIn(point.metadata, kStepKey).value_or(0);
    if (step > m_info.step)
        throw Error(
            GLYPHSCOPE_TEXT(
                "Checkpoint",
                "The resume point of step %1 is ahead of the curves of run %2, which end at step %3."),
            step, m_info.id, m_info.step);
    // The curves first: they must not end before the resume point.
    m_files->sync();
    point.metadata[kMarksKey] = std::to_string(m_files->marks.size());
    writeSafetensors(point, m_folder / run_files::kResumePoint);
    // where there is no best, as after a full disk, the one before is still the best there is
    std::error_code none;
    if (m_files->bestStep <= step && std::filesystem::exists(m_folder / run_files::kBest, none))
        std::filesystem::remove(m_folder / run_files::kBestBefore, none);
    saveInfo();
}

void RunWriter::keepBest(const StateDict& weights)
{
    requireOurs();
    noteNetwork(weights);
    const StateDict best = marked(weights, m_files->epoch);
    // Should the run be resumed from its resume point, the best until then is the best again.
    const std::filesystem::path before = m_folder / run_files::kBestBefore;
    std::error_code error;
    if (!std::filesystem::exists(before, error) &&
        std::filesystem::exists(m_folder / run_files::kBest, error))
        std::filesystem::rename(m_folder / run_files::kBest, before, error);
    if (error)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "%1: the best weights so far cannot be kept under this name: %2. "
                                    "The older ones stay; check the folder and the space on it."),
                    before, error.message());
    writeSafetensors(best, m_folder / run_files::kBest);
    m_files->bestStep = wholeIn(best.metadata, kStepKey).value_or(m_info.step);
}

void RunWriter::keepCheckpoint(const StateDict& weights, double epoch)
{
    requireOurs();
    noteNetwork(weights);
    const StateDict checkpoint = marked(weights, epoch);
    const std::int64_t step = wholeIn(checkpoint.metadata, kStepKey).value_or(m_info.step);
    writeSafetensors(checkpoint, checkpointFile(m_folder, step));
    for (const std::int64_t old : superfluous(keptCheckpoints(m_folder), kCheckpointCount, kCheckpointBytes))
        removeCheckpoint(m_folder, old);
}

void RunWriter::end(RunState state, std::string failure)
{
    requireOurs();
    if (state == RunState::Running)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "Run %1 cannot end as one that is running."), m_info.id);
    m_info.state = state;
    m_info.failure = std::move(failure);
    m_files->sync();
    saveInfo();
    m_files.reset();
    m_lock.reset();
}

void RunWriter::requireOurs() const
{
    if (!m_files)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "Run %1 has ended; nothing can be added to it."),
                    m_info.id);
    if (!m_lock->isStill(m_folder / run_files::kLock))
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: was deleted or moved while its run was training. "
                                                  "Nothing more of the run is kept; the training continues."),
                    m_folder);
}

void RunWriter::saveInfo()
{
    saveRunInfo(m_folder, m_info);
}

/// With the step and the epoch in its metadata.
StateDict RunWriter::marked(StateDict weights, double epoch) const
{
    if (!wholeIn(weights.metadata, kStepKey))
        weights.metadata[kStepKey] = std::to_string(m_info.step);
    weights.metadata[kEpochKey] = shortestText(epoch);
    return weights;
}

}  // namespace glyphscope
