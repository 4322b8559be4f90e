// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/run_store.h"

#include <QtCore/QString>

#include <filesystem>

namespace glyphscope {

/// Where runs are kept, the window's and the command line's.
[[nodiscard]] std::filesystem::path runsFolder();

/// A run, and the store that it is in.
struct KeptRun {
    RunStore store;
    RunInfo info;
};

/// The run whose id begins with `name`, or whose folder it is. Throws UsageError if there is none or more
/// than one.
[[nodiscard]] KeptRun keptRun(const QString& name);

/// Likewise one that is in the trash.
[[nodiscard]] RunInfo trashedRun(const RunStore& store, const QString& name);

}  // namespace glyphscope
