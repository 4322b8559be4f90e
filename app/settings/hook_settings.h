// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"

#include <QtCore/QJsonArray>

#include <vector>

namespace glyphscope {

inline constexpr qsizetype kMostKeptHooks = 64;

/// The hooks as they stand in the settings, donors included.
[[nodiscard]] QJsonArray hooksToJson(const std::vector<HookSpec>& hooks);

/// The hooks that can be read, numbered from 1; those with a field missing, of another type or out of range
/// are left out.
[[nodiscard]] std::vector<HookSpec> hooksFromJson(const QJsonArray& array);

}  // namespace glyphscope
