// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"
#include "model/types/prediction.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace glyphscope {

/// What a hook on the way forward changes: "A hook on relu2 sets channel 3 to zero." Empty for one that only
/// watches, and for one on the way back.
[[nodiscard]] QString hookChangeText(const HookSpec& spec);

/// The same of several: how many there are. Empty for none.
[[nodiscard]] QString hookChangesText(const std::vector<HookSpec>& specs);

/// The answer without so many hooks: "Without 2 hooks: 7, 98.2 %." Empty where nothing was drawn.
[[nodiscard]] QString withoutHooksText(const std::optional<Prediction>& without, int hooks);

}  // namespace glyphscope
