// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"

#include <filesystem>
#include <memory>

namespace glyphscope {

/// Sets the environment that LibTorch's libraries read when they load. Call it first in main(), with its
/// `argv`: a library that is there already (Qt Core brings OpenMP's on Debian) has read its variables before
/// main(), so the program is started once more in this process, with the same arguments. Returns in the
/// program that goes on. Without `argv` it only sets them.
void prepareForEngine(char** argv = nullptr);

/// Loads the engine module, and LibTorch with it: half a second to a second and a half. Call it once, off the
/// GUI thread. The module stays loaded for good, since LibTorch cannot be unloaded. Throws Error that names
/// the file.
[[nodiscard]] std::shared_ptr<Engine> loadEngine(const std::filesystem::path& module);

/// The module's file name on this system.
inline constexpr const char* kEngineModuleName = "libglyphscope_engine.so";

}  // namespace glyphscope
