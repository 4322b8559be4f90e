// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// A library that stands before the C library's calls for files, and makes them fail. Linked to a test it is
/// armed by the functions here; in another program it is preloaded (LD_PRELOAD) and armed from the start by
///     GLYPHSCOPE_FAULTS=FOLDER:NTH:ERRNO:once|always:all|writes
/// Only calls that touch FOLDER, which is absolute and without links, are counted and fail.
namespace glyphscope::faults {

enum class Calls {
    All,     ///< open, write, sync, rename, link, remove, close, make folder, cut
    Writes,  ///< those that change something: a folder that can be read only, or that is full
    Locks,   ///< those that lock, take or ask, and only here: a file system that knows no locks
};

struct Plan {
    std::string folder;
    long nth = 1;          ///< of the calls, from 1
    int error = 0;         ///< errno
    bool forGood = false;  ///< that call and all after it
    Calls calls = Calls::All;
};

/// From now on, in all threads.
void arm(const Plan& plan);
/// How many calls have failed.
long disarm();

}  // namespace glyphscope::faults
