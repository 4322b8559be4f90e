// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/run_store.h"

#include <QtCore/QString>

namespace glyphscope {

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
