// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <vector>

namespace glyphscope {

/// Says what was done to a data set when it was read.
void printNotes(const std::vector<Message>& notes);

}  // namespace glyphscope
