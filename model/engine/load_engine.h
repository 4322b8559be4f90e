// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"

#include <filesystem>
#include <memory>

namespace glyphscope {

/// Sets the environment that LibTorch's libraries read when they load. Call it before the program has
/// threads.
void prepareForEngine();

/// Loads the engine module, and LibTorch with it: half a second to a second and a half. Call it once, off the
/// GUI thread. The module stays loaded for good, since LibTorch cannot be unloaded. Throws Error that names
/// the file.
[[nodiscard]] std::shared_ptr<Engine> loadEngine(const std::filesystem::path& module);

/// The module's file name on this system.
inline constexpr const char* kEngineModuleName = "libglyphscope_engine.so";

}  // namespace glyphscope
