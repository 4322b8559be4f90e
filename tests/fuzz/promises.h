// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/error.h"

#include <string>
#include <string_view>

namespace glyphscope::fuzz {

/// Throws std::logic_error unless `holds`.
void require(bool holds, const char* promise);

/// A refusal begins with the file's name, goes on with a reason, and is a few lines of plain text, whatever
/// the file tried to put into it.
void requireRefusal(std::string_view message, std::string_view name);

/// Whether `read` was content; if not, its Error must be fit to be shown.
template <typename Read>
bool accepted(std::string_view name, Read read)
{
    try {
        read();
        return true;
    } catch (const Error& error) {
        requireRefusal(error.what(), name);
        return false;
    }
}

}  // namespace glyphscope::fuzz
