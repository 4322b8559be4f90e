// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"

#include <span>
#include <string>
#include <string_view>

namespace glyphscope {

/// A network that comes with the program.
struct Preset {
    std::string_view name;   ///< "simple-cnn", for files and options
    std::string_view title;  ///< "SimpleCNN": the class in PyTorch
    NetworkSpec (*make)(int classCount);
};

[[nodiscard]] std::span<const Preset> presets();

/// By its name; null where there is none.
[[nodiscard]] const Preset* presetNamed(std::string_view name);

/// The network of the program's own weights, and of all weights that do not say what they are of: two
/// convolutions, two linear layers, 824,458 parameters for ten classes.
[[nodiscard]] NetworkSpec shippedNetwork(int classCount = 10);

/// "0", "1", ...: what classes without names are called.
[[nodiscard]] std::vector<std::string> numberedClasses(int count);

/// The title of the preset that `network` is, whatever its classes; "Network" if it is none.
[[nodiscard]] std::string titleOf(const NetworkSpec& network);

}  // namespace glyphscope
