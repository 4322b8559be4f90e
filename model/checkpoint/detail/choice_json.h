// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "model/types/train_options.h"

#include <nlohmann/json_fwd.hpp>

namespace glyphscope {

class RunFields;

// How and on what a network is trained. What is not in the fields has its default.
[[nodiscard]] nlohmann::json optionsJson(const TrainOptions& options);
[[nodiscard]] TrainOptions optionsOf(const RunFields& fields);
[[nodiscard]] nlohmann::json dataJson(const DataChoice& data);
[[nodiscard]] DataChoice dataOf(const RunFields& fields);

}  // namespace glyphscope
