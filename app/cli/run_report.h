// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/run.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <vector>

namespace glyphscope {

/// "running", "done", "stopped", "failed", "interrupted".
[[nodiscard]] QString stateName(RunState state);

[[nodiscard]] QJsonObject runJson(const RunInfo& run);
/// A line a run under a line of headings.
[[nodiscard]] QString runTable(const std::vector<RunInfo>& runs);
/// Everything about one.
[[nodiscard]] QString runText(const RunInfo& run);
/// The settings that differ, the figures, and the accuracy class by class.
[[nodiscard]] QString comparisonText(const RunInfo& a, const RunInfo& b);

}  // namespace glyphscope
