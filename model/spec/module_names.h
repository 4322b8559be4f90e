// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace glyphscope {

/// Whether it is an identifier of Python, in ASCII, or a decimal index, of up to 64 bytes: what PyTorch names
/// modules.
[[nodiscard]] bool isModuleName(std::string_view name);

/// Whether nn.Module has a member of this name, or Python a word: `self.forward = nn.Conv2d(...)` is not
/// possible.
[[nodiscard]] bool isTakenByPyTorch(std::string_view name);

/// Whether this program calls something else so beside the modules of the network: the picture that comes in,
/// "input", and the probabilities, "softmax".
[[nodiscard]] bool isTakenHere(std::string_view name);

}  // namespace glyphscope
