// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"

#include <optional>
#include <vector>

namespace glyphscope {

/// The class of each row of a sheet, by all that was read of it: classes in their order from any first one
/// on, where these are not clearly less probable than the most probable class of each row by itself.
/// `rows`: the predictions of each, of `classes` classes. -1 for an empty row. Pure.
[[nodiscard]] std::vector<int> classesOfRows(const std::vector<std::vector<Prediction>>& rows, int classes);

/// Whether rows are of one class each: nearly all that are of three or more are mostly read as theirs. Pure.
[[nodiscard]] bool areOneClassEach(const std::vector<std::vector<Prediction>>& rows,
                                   const std::vector<int>& classes);

}  // namespace glyphscope
