// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <filesystem>

namespace glyphscope {

/// The engine module: beside the program in a build, in ../lib/glyphscope of an installation.
[[nodiscard]] std::filesystem::path engineModule();

/// The weights that come with the program, read from its resources.
[[nodiscard]] StateDict shippedWeights();

/// The folder for what the program keeps: $GLYPHSCOPE_DATA, else the user's data folder.
[[nodiscard]] std::filesystem::path dataFolder();

/// Where runs are kept, the window's and the command line's.
[[nodiscard]] std::filesystem::path runsFolder();

}  // namespace glyphscope
