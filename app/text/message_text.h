// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "ui/text/message_text.h"  // messageText()

#include <QtCore/QString>

#include <exception>

namespace glyphscope {

/// The message of an Error in the user's language, as messageText() gives it; of another exception what().
[[nodiscard]] QString errorText(const std::exception& error);

}  // namespace glyphscope
