// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/error.h"
#include "model/types/run.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace glyphscope {

class RunFields;

/// run.json but for the id, which is the name of its folder. Throws Error if it would be larger than 1 MiB.
[[nodiscard]] std::string encodeRunInfo(const RunInfo& info);

/// The file is whole, but of a newer version of this program: it must be left as it is.
class NewerRun : public Error {
public:
    using Error::Error;
};

/// What is not in the text has its default; `place` stands for the file in messages. Throws Error for what is
/// no run.json, NewerRun for one of a newer version.
[[nodiscard]] RunInfo decodeRunInfo(std::span<const std::byte> text, const std::string& place);

[[nodiscard]] nlohmann::json epochJson(const EpochStats& stats);
[[nodiscard]] EpochStats epochOf(const RunFields& fields);

/// The counts only, not the values image by image.
[[nodiscard]] nlohmann::json evaluationJson(const Evaluation& evaluation);
[[nodiscard]] Evaluation evaluationOf(const RunFields& fields);

/// "standard, seed 7"
[[nodiscard]] std::string firstName(const TrainOptions& options);

}  // namespace glyphscope
