// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"

namespace glyphscope {

/// The one symbol that the engine module exports, and its type. The caller owns what it returns.
inline constexpr const char* kCreateEngineSymbol = "glyphscopeCreateEngine";
using CreateEngine = Engine* (*)();

}  // namespace glyphscope

extern "C" glyphscope::Engine* glyphscopeCreateEngine();
