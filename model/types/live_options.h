// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"

#include <string>
#include <vector>

namespace glyphscope {

/// What may be changed while a network trains; in force from the next step on.
struct LiveOptions {
    std::vector<std::string> frozen;  ///< names of parameters that keep their values
    std::vector<HookSpec> hooks;      ///< those with `training` run in every step
    std::string device = "cpu";       ///< where model, optimizer state and data are
};

}  // namespace glyphscope
