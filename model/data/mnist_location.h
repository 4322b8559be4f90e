// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <filesystem>

namespace glyphscope {

/// Where MNIST is expected: `$GLYPHSCOPE_DATA/mnist`, else `$XDG_DATA_HOME/glyphscope/mnist` if that variable
/// holds an absolute path (as the XDG base directory specification asks), else
/// `~/.local/share/glyphscope/mnist`. Need not exist.
[[nodiscard]] std::filesystem::path mnistFolder();

/// Whether its four files are there.
[[nodiscard]] bool hasMnist();

/// What to tell a user who needs MNIST and has not got it.
[[nodiscard]] Message howToGetMnist();

}  // namespace glyphscope
