// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "model/types/run.h"
#include "model/types/state_dict.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

class RunWriter;

/// The runs in a folder of the user's, each a folder of its own:
///
///     20260501-142233-standard-7/       UTC date-time, recipe, seed
///         run.json                      RunInfo
///         curves.bin                    a record a step
///         epochs.jsonl, marks.jsonl     a line an evaluation, a line a change
///         last.safetensors              what a resume needs
///         best.safetensors              weights of the best evaluation
///         checkpoints/step-00000469.safetensors
///
/// Safe for several threads and several programs at once: a run is written by one RunWriter only, which holds
/// its lock; all files are replaced whole or only grow. Where the file system knows no locks, a run that
/// seems interrupted is neither resumed nor trashed within a minute of its last write. Every file is
/// hostile until read. An `id` is the name of a run's folder; all functions throw Error for one that is no
/// plain name or that is not there.
class RunStore {
public:
    /// `folder` need not be there before the first begin().
    explicit RunStore(std::filesystem::path folder);

    /// Newest first. A damaged run.json is set aside as run.json.bad; `notices` gets a line for each that
    /// could not be read.
    [[nodiscard]] std::vector<RunInfo> list(std::vector<Message>* notices = nullptr) const;
    /// A run that nobody writes any more, but that was not ended, is Interrupted.
    [[nodiscard]] RunInfo info(const std::string& id) const;
    /// Those that restore() can bring back, newest first.
    [[nodiscard]] std::vector<RunInfo> trashed() const;
    [[nodiscard]] RunCurves curves(const std::string& id) const;
    /// Ascending by step: those of keepCheckpoint() and the best.
    [[nodiscard]] std::vector<RunCheckpoint> checkpoints(const std::string& id) const;

    /// Of a checkpoint in checkpoints().
    [[nodiscard]] StateDict weights(const std::string& id, std::int64_t step) const;
    /// Weights, optimizer and counters as of the last RunWriter::keepResumePoint().
    [[nodiscard]] StateDict resumePoint(const std::string& id) const;
    [[nodiscard]] StateDict best(const std::string& id) const;

    /// An empty name brings back the first one. Throws Error for one with control characters.
    void rename(const std::string& id, const std::string& name);
    void setNote(const std::string& id, const std::string& text);
    /// Moves the run to the trash; restore() undoes it. Throws Error for a run that is being written.
    void trash(const std::string& id);
    void restore(const std::string& id);
    /// Deletes what is in the trash, for good.
    void emptyTrash();

    /// Makes a new run's folder; sets id, startedAt if 0, name if empty, and state of `info`.
    [[nodiscard]] std::unique_ptr<RunWriter> begin(RunInfo info);
    /// Cuts curves, evaluations, marks and checkpoints back to the resume point, as if the run had never gone
    /// past it. Throws Error if there is no resume point, or if the run is being written.
    [[nodiscard]] std::unique_ptr<RunWriter> resume(const std::string& id);

private:
    [[nodiscard]] std::filesystem::path runFolder(const std::string& id) const;

    std::filesystem::path m_folder;
};

}  // namespace glyphscope
