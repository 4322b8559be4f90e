// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/run_cut.h"

#include "model/checkpoint/detail/curve_file.h"
#include "model/checkpoint/detail/run_checkpoints.h"
#include "model/checkpoint/detail/run_files.h"
#include "model/checkpoint/detail/run_lines.h"
#include "model/types/error.h"

#include <algorithm>
#include <optional>

namespace glyphscope {
namespace {

namespace fs = std::filesystem;

void cut(const fs::path& file, std::uint64_t bytes)
{
    std::error_code error;
    if (fs::file_size(file, error) != bytes && !error)
        fs::resize_file(file, bytes, error);
    if (error)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint", "%1: cannot be cut back to the resume point: %2. Check the "
                                                  "folder and the space on it, and resume again."),
                    file, error.message());
}

void require(const std::error_code& error, const fs::path& file)
{
    if (error)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "%1: cannot be put back to what it was at the resume point: %2. "
                                    "Check the folder and the space on it, and resume again."),
                    file, error.message());
}

/// The best of the run as of `step`; see RunWriter::keepBest().
void settleBest(const fs::path& run, std::int64_t step)
{
    const fs::path best = run / run_files::kBest;
    const fs::path before = run / run_files::kBestBefore;
    std::error_code error;
    bool ahead = !fs::exists(best, error);
    try {
        ahead = ahead || wholeIn(readMetadata(best), kStepKey).value_or(0) > step;
    } catch (const Error&) {
        ahead = fs::exists(before, error);  // a damaged one is left to be looked at if there is no other
    }
    if (ahead && fs::exists(before, error))
        fs::rename(before, best, error);
    else
        fs::remove(ahead ? best : before, error);
    require(error, best);
}

}  // namespace

void cutBack(const fs::path& run, RunInfo& info)
{
    std::error_code none;
    if (!fs::exists(run / run_files::kResumePoint, none))
        throw Error(
            GLYPHSCOPE_TEXT(
                "Checkpoint",
                "Run %1 ended before its first resume point was kept. Begin a new one with its settings."),
            info.id);
    const auto metadata = readMetadata(run / run_files::kResumePoint);
    const std::optional<std::int64_t> step = wholeIn(metadata, kStepKey);
    if (!step)
        throw Error(GLYPHSCOPE_TEXT("Checkpoint",
                                    "The resume point of run %1 does not say its step. Begin a new run."),
                    info.id);

    const CurveEnd curves = curveEnd(run / run_files::kCurves, *step);
    const RunLines<EpochLine> epochs = readEpochs(run / run_files::kEpochs, *step);
    std::uint64_t marks = readMarks(run / run_files::kMarks, *step).bytes;
    // a change at that very step, but after the resume point was kept, is none that it knows of
    if (const auto known = wholeIn(metadata, kMarksKey))
        marks = std::min(marks, static_cast<std::uint64_t>(*known));

    cut(run / run_files::kCurves, curves.bytes);
    cut(run / run_files::kEpochs, epochs.bytes);
    cut(run / run_files::kMarks, marks);
    for (const KeptFile& file : keptCheckpoints(run))
        if (file.step > *step)
            removeCheckpoint(run, file.step);
    settleBest(run, *step);

    info.state = RunState::Running;
    info.failure.clear();
    info.step = *step;
    info.seconds = std::max(0.0, static_cast<double>(curves.seconds));
    info.epochsDone = 0;
    info.last = {};
    info.best = {};
    info.test = {};
    for (const EpochLine& line : epochs.entries) {
        info.epochsDone = line.stats.epoch;
        if (info.last.step == 0 || isBetter(line.stats, info.best))
            info.best = line.stats;
        info.last = line.stats;
        info.test = line.test;
    }
}

}  // namespace glyphscope
