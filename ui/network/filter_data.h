// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"
#include "ui/network/map_layout.h"

#include <optional>
#include <string>

namespace glyphscope {

/// What a module's weights look like as banks of maps, of which one is shown at a time.
struct FilterBanks {
    enum class Form {
        Kernels,       ///< one bank: every filter's only kernel
        InputKernels,  ///< a bank an output channel: its kernel for every input channel
        Maps,          ///< a bank an output: its weights laid out as the maps that were flattened
        Vector,        ///< a bank an output: its weights in order
    };
    Form form = Form::Kernels;
    int banks = 0;
    MapCount map;    ///< of one bank
    int values = 0;  ///< of one bank of a Linear
};

/// None where the module has no weights that can be shown.
[[nodiscard]] std::optional<FilterBanks> filterBanks(const StateDict& weights, const std::string& module);

/// Lays the weights of a Linear out as the maps that were flattened, where there are such, else in order;
/// where nobody says, filterBanks() guesses. Leaves a convolution's as they are.
void layOut(FilterBanks& banks, const std::optional<MapCount>& flattened);

/// One bank of a module's weights; a sheet without maps where there is none.
[[nodiscard]] MapSheet filterSheet(const StateDict& weights, const std::string& module, int bank);
[[nodiscard]] MapSheet filterSheet(const StateDict& weights, const std::string& module,
                                   const FilterBanks& banks, int bank);

/// Range of all weights of a module, or of the whole network's for an empty name (biases left out).
[[nodiscard]] ValueRange weightRange(const StateDict& weights, const std::string& module);

}  // namespace glyphscope
