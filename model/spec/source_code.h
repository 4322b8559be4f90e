// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"

#include <string>
#include <vector>

namespace glyphscope {

enum class CodeLanguage {
    Python,            ///< one class of PyTorch's, nn.Module, with __init__ and forward
    PythonSequential,  ///< the short form, nn.Sequential
    Cpp,               ///< a struct of LibTorch's, torch::nn::Module
    Print,             ///< what Python's print() shows of the Python class
};

/// A network as text. Shapes in comments are those of one image, "64x7x7".
struct SourceCode {
    std::string text;  ///< every line ends in a newline
    /// For each line the path of the module that it is about, "res1.body.conv1", empty for none. A module of
    /// a Repeat whose copies are written once is told by the first copy that the line stands for.
    std::vector<std::string> modules;
};

/// The class of `Python` is named by titleOf(), takes no arguments and imports nothing but torch; its
/// state_dict() has the names, order and shapes of stateOf(), and its modules are made in the tree's order,
/// so that they draw the same random numbers. `PythonSequential` and `Print` are read back by parseNetwork().
/// Throws Error for a network that does not fit, as layersOf() does.
[[nodiscard]] SourceCode sourceCode(const NetworkSpec& network, CodeLanguage language);

}  // namespace glyphscope
