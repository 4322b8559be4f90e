// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace glyphscope {

/// For a file of weights to come. Throws UsageError if its suffix is none of a format that can be written; a
/// name without one is that of safetensors. Makes missing folders, and throws Error unless a file can be
/// written there: at once rather than after the work that it would lose.
void requireWritable(const std::filesystem::path& out);

}  // namespace glyphscope
