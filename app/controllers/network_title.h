// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"

#include <QtCore/QString>

namespace glyphscope {

/// "ResNet-8"; of a network that is none of the presets, "a network of 12 modules".
[[nodiscard]] QString networkTitle(const NetworkSpec& network);

}  // namespace glyphscope
