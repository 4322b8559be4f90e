// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"
#include "model/types/state_dict.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

class FileLock;

/// Writes one run to its folder while it trains, and holds the run's lock as long as it lives or until
/// end(). Made by RunStore; for one thread at a time. Every call throws Error if the disk refuses: nothing
/// older is harmed, what was given is kept in memory, and the next call tries again. Destroyed without end(),
/// as by a kill, it leaves an interrupted run.
class RunWriter {
public:
    /// For RunStore: appends at the ends of the files in `folder`.
    RunWriter(std::filesystem::path folder, RunInfo info, std::unique_ptr<FileLock> lock);
    ~RunWriter();

    /// As of the latest calls. A name and note given meanwhile by RunStore are seen after the next write.
    [[nodiscard]] const RunInfo& info() const { return m_info; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    /// Ascending steps, above all those before. They are in the file, safe from a kill, when this returns.
    /// After a resume their seconds continue from those before it.
    void addSteps(std::span<const StepStats> steps);
    /// True if it is the best so far: the time to call keepBest(). Of the evaluation the counts are kept.
    bool addEpoch(const EpochStats& stats, const Evaluation& test);
    void addMark(const RunMark& mark);
    void setData(std::string name, std::int64_t trainImages, std::vector<std::string> classNames);

    /// What a resume needs, with "step" in its metadata; all up to that step must have been added before.
    /// Everything is then safe from a power cut, too. The older one stays until the new one is whole.
    void keepResumePoint(const StateDict& checkpoint);
    /// The weights of the best evaluation. "step" of the metadata, else the newest step, is theirs.
    void keepBest(const StateDict& weights);
    /// Weights on the way. At most 64 and 256 MiB of them stay, evenly spread: when there are more, the one
    /// that leaves the smallest gap goes; the first and the newest always stay.
    void keepCheckpoint(const StateDict& weights, double epoch);

    /// How the run ended: any state but Running. Frees the run for others; nothing can be added any more.
    void end(RunState state, std::string failure);

private:
    struct Files;

    void requireOurs() const;
    /// The first weights say what network it is.
    void noteNetwork(const StateDict& weights);
    void saveInfo();
    [[nodiscard]] StateDict marked(StateDict weights, double epoch) const;

    std::filesystem::path m_folder;
    RunInfo m_info;
    std::unique_ptr<FileLock> m_lock;
    std::unique_ptr<Files> m_files;  // none after end()
};

}  // namespace glyphscope
