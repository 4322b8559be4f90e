// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/run_store.h"

#include <QtCore/QString>

#include <filesystem>

namespace glyphscope {

/// Where runs are kept, the window's and the command line's.
[[nodiscard]] std::filesystem::path runsFolder();

/// The run whose id begins with `prefix`. Throws UsageError if there is none or more than one.
[[nodiscard]] RunInfo runNamed(const RunStore& store, const QString& prefix);

}  // namespace glyphscope
