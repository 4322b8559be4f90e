// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/training_choice.h"

#include "model/checkpoint/detail/choice_json.h"
#include "model/checkpoint/detail/run_fields.h"

#include <span>

namespace glyphscope {

std::string encodeTrainingChoice(const TrainingChoice& choice)
{
    return jsonText({{"options", optionsJson(choice.options)}, {"data", dataJson(choice.data)}});
}

TrainingChoice decodeTrainingChoice(const std::string& text, const std::string& place)
{
    const RunFields fields = RunFields::parse(std::as_bytes(std::span(text)), place);
    return {optionsOf(fields.object("options")), dataOf(fields.object("data"))};
}

}  // namespace glyphscope
