// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/detail/descriptor.h"

#include <filesystem>
#include <memory>

namespace glyphscope {

/// An advisory lock on a file, against other threads as well as other programs; the system frees it when the
/// program ends, however it ends. Open file description locks (fcntl F_OFD_SETLK): unlike flock() they can be
/// asked about without being taken, so that looking at a run never keeps another from resuming it.
/// Some file systems of a network know no locks: there each gets one that does not hold anything, and what
/// must not happen twice asks holds().
class FileLock {
public:
    /// Makes the file, and waits until the lock is free. Throws Error if there is no such folder.
    static std::unique_ptr<FileLock> wait(const std::filesystem::path& file);
    /// As wait(), but none if the lock is held by another.
    static std::unique_ptr<FileLock> tryTo(const std::filesystem::path& file);
    /// By whomever. A file that is not there is held by nobody.
    [[nodiscard]] static bool isHeld(const std::filesystem::path& file);
    /// Locks a file that is open for writing until `descriptor` is closed. 0, or the error of the system:
    /// EAGAIN or EACCES if another holds it, others where the file system knows no locks.
    [[nodiscard]] static int tryOn(int descriptor);

    /// Others are kept out; false where the file system knows no locks.
    [[nodiscard]] bool holds() const { return m_holds; }
    /// The locked file is still the one of this name: nobody deleted or replaced its folder.
    [[nodiscard]] bool isStill(const std::filesystem::path& file) const;

private:
    FileLock(Descriptor file, bool holds) : m_file(std::move(file)), m_holds(holds) {}
    static std::unique_ptr<FileLock> take(const std::filesystem::path& file, int command);

    Descriptor m_file;
    bool m_holds;
};

}  // namespace glyphscope
