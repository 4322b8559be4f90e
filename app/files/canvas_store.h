// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"
#include "model/types/message.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

class FileLock;

/// What is on the canvas of each open window, on disk, so that a kill takes no more than its last moments. A
/// folder of `window-N.json` and, held as long as the window lives, `window-N.lock`; `left-N.json` of windows
/// that were killed; `last.json` of the one that was closed last. Functions block and throw Error; for one
/// thread at a time. Several programs on one folder do no harm; where the file system knows no locks, each
/// has a `window-MACHINE-PROCESS.N.json`.
class CanvasStore {
public:
    static constexpr std::size_t kMostLeft = 20;  ///< drawings of killed windows; the oldest go first

    explicit CanvasStore(std::filesystem::path folder);
    ~CanvasStore();

    /// A drawing that was on the canvas of a window when it was killed.
    struct Left {
        std::string name;  ///< for forget()
        Drawing drawing;
    };
    struct Found {
        std::vector<Left> left;        ///< the oldest first
        std::optional<Drawing> last;   ///< of the window that was closed last
        bool others = false;           ///< other windows are open
        std::vector<Message> notices;  ///< of damaged files, which were set aside as `.bad`
    };
    /// Takes a place for this window, and looks what is there.
    [[nodiscard]] Found begin();

    /// Replaces what is kept of this window; begin() was called before.
    void keep(const Drawing& drawing);
    /// The window closes with this on its canvas.
    void close(const Drawing& drawing);
    void forget(const std::vector<std::string>& names);

private:
    void takePlace(Found& found);
    void takeOwnName(Found& found);
    void removeOldestLeft();
    [[nodiscard]] std::filesystem::path freeName() const;
    [[nodiscard]] std::vector<std::filesystem::path> leftFiles() const;  // the oldest first
    [[nodiscard]] std::optional<Drawing> read(const std::filesystem::path& file, Found& found) const;

    const std::filesystem::path m_folder;
    std::unique_ptr<FileLock> m_lock;
    std::filesystem::path m_file;  // of this window
};

}  // namespace glyphscope
