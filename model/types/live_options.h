// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/option_table.h"
#include "model/types/train_options.h"

#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// The hyper-parameters that may be changed while a network trains: the rows of the option table that are
/// live. The others are at their defaults.
struct LiveValues : TrainOptions {
    friend bool operator==(const LiveValues&, const LiveValues&) = default;
};

inline void setLiveValues(TrainOptions& options, const TrainOptions& values)
{
    for (const OptionRow& row : kOptionTable)
        if (row.live)
            setOptionValue(row, options, optionValue(row, values));
}

[[nodiscard]] inline LiveValues liveValuesOf(const TrainOptions& options)
{
    LiveValues live;
    setLiveValues(live, options);
    return live;
}

/// What may be changed while a network trains; in force from the next step on.
struct LiveOptions {
    std::vector<std::string> frozen;   ///< names of parameters that keep their values
    std::vector<HookSpec> hooks;       ///< those with `training` run in every step
    std::string device = "cpu";        ///< where model, optimizer state and data are
    std::optional<LiveValues> values;  ///< nothing: as the run has them
};

}  // namespace glyphscope
