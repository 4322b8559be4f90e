// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <filesystem>

namespace glyphscope {

/// Cuts the files of a run, which the caller has locked, back to its resume point, as if it had never gone
/// past it, and puts its figures of then into `info`. Cutting again, after a kill during it, comes to the
/// same. Throws Error if there is no resume point, or if the files up to it are damaged.
void cutBack(const std::filesystem::path& run, RunInfo& info);

}  // namespace glyphscope
