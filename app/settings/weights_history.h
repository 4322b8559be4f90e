// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "model/types/state_dict.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

class FileLock;

/// The weights that were read with one after another, on disk: what a training or a fine-tune put in place
/// can be taken back exactly, and put in place again, also after a new start. A folder of `NNNN.safetensors`
/// and `history.json`. Windows that are open at the same time share it: each change is made to what the
/// folder holds then. Functions block, some until another window's disk is done: all of them are for a
/// worker; any thread may call them.
class WeightsHistory {
public:
    static constexpr std::size_t kVersions = 20;  ///< the oldest go first

    struct Version {
        std::string file;   ///< its name in the folder; empty: the weights that come with the program
        std::string title;  ///< "Fine-tuned on 42 samples"
    };

    /// Reads the folder; a damaged history is set aside as `.bad`, and `notice` says so. One that cannot be
    /// read stays, and nothing is changed until it can be.
    explicit WeightsHistory(std::filesystem::path folder, Message* notice = nullptr);

    /// Puts new weights on top of those in place; what was undone is forgotten. Throws Error if they cannot
    /// be written; the history is then as it was.
    void push(const StateDict& weights, const std::string& title);
    /// Puts the shipped weights on top.
    void pushShipped(const std::string& title);

    /// Steps back or forward and returns the weights there, bit for bit; none: the shipped ones. Throws Error
    /// if there is nowhere to step or the file is damaged; the position is then as it was.
    [[nodiscard]] std::optional<StateDict> undo();
    [[nodiscard]] std::optional<StateDict> redo();

    /// The weights in place; none: the shipped ones. Throws Error if their file is damaged.
    [[nodiscard]] std::optional<StateDict> current() const;

    // What is in place and what the steps would take back or put in place; empty where there is no step.
    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::string undoTitle() const;
    [[nodiscard]] std::string redoTitle() const;

private:
    struct State {
        std::vector<Version> versions;  // at least one
        std::size_t position = 0;
    };

    [[nodiscard]] static State shipped();
    [[nodiscard]] State read() const;
    [[nodiscard]] std::unique_ptr<FileLock> refresh();
    void put(Version version);
    void write(const State& state);
    void sweep(const State& state) const;
    [[nodiscard]] std::optional<StateDict> weightsOf(const Version& version) const;
    [[nodiscard]] std::optional<StateDict> moveTo(std::size_t position);
    [[nodiscard]] std::string freeName() const;

    const std::filesystem::path m_folder;
    mutable std::mutex m_mutex;
    State m_state;  // guarded by m_mutex, as the folder is
};

}  // namespace glyphscope
