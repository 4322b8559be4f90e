// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"

#include <QtCore/QString>

namespace glyphscope {

/// The message in the language that the program speaks, numbers as that language writes them. For any thread.
[[nodiscard]] QString messageText(const Message& message);

}  // namespace glyphscope
