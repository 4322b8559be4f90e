// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace glyphscope {

/// What a network costs in all.
struct ModelTotals {
    std::int64_t parameters = 0;
    std::int64_t frozen = 0;  ///< of the parameters
    int tensors = 0;
    int frozenTensors = 0;
    std::int64_t multiplyAdds = 0;  ///< of one drawing's forward pass
    std::int64_t parameterBytes = 0;
    std::int64_t outputBytes = 0;  ///< of one drawing, all outputs together
};

/// Modules that hold others are not counted beside what they hold.
[[nodiscard]] ModelTotals totalsOf(const NetworkDescription& network, const QStringList& frozen = {});

/// "824,458 parameters, 4,643,840 MACs, 3.15 MiB. 2 of 8 frozen: 18,496 parameters."
[[nodiscard]] QString parameterTotalsText(const ModelTotals& totals);
/// "12 modules. 824,458 parameters, 4,643,840 MACs, 3.15 MiB of parameters, 282 KiB of outputs."
[[nodiscard]] QString moduleTotalsText(const ModelTotals& totals, int modules);

}  // namespace glyphscope
