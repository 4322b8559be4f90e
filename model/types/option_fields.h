// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/option_table.h"

namespace glyphscope {

/// Visits every number and text of TrainOptions as visit("name", reference): one list for all that writes and
/// reads them. The optimizer, the schedule and the frozen names are left to the caller.
template <typename Options, typename Visit>
void visitOptions(Options& o, Visit&& visit)
{
    visit("recipe", o.recipe);
    for (const OptionRow& row : kOptionTable)
        visitOption(row, o, [&](auto& value) { visit(row.key, value); });
    visit("seed", o.seed);
    visit("device", o.device);
}

}  // namespace glyphscope
