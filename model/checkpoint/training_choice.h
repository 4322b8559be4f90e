// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "model/types/train_options.h"

#include <string>

namespace glyphscope {

/// How and on what the next network will be trained.
struct TrainingChoice {
    TrainOptions options;
    DataChoice data;
};

/// One JSON object, with the names and ranges that run.json has.
[[nodiscard]] std::string encodeTrainingChoice(const TrainingChoice& choice);

/// What is not in the text has its default; `place` stands for the file in messages. Throws Error, which
/// names the key, for a value of another type or out of range.
[[nodiscard]] TrainingChoice decodeTrainingChoice(const std::string& text, const std::string& place);

}  // namespace glyphscope
