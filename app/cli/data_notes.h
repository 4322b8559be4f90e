// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <vector>

namespace glyphscope {

/// Says what was noted of a data set or of files of ink when they were read.
void printNotes(const std::vector<Message>& notes);

}  // namespace glyphscope
