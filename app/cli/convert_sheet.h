// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace glyphscope {

/// convert --sheet SHEET OUT.idx: the characters of a photographed sheet as a data set. Throws Error.
int convertSheet(const Command& command);

/// convert --blank-sheet a4|letter OUT.pdf: a sheet to be printed. Throws Error.
int convertBlankSheet(const Command& command);

}  // namespace glyphscope
