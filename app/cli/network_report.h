// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_check.h"
#include "model/spec/presets.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace glyphscope {

/// Networks as the command line prints them. The JSON fields are documented in README; others rely on them.

/// {name, title, parameters, macs, modules}
[[nodiscard]] QJsonObject presetJson(const Preset& preset);
/// All presets, a line each.
[[nodiscard]] QString presetTable();

/// The modules of a network that fits: path, kind, output, parameters, multiply-adds and memory of the output
/// for one image; their sums, and what is worth a warning.
[[nodiscard]] QJsonObject networkJson(const NetworkSpec& network);
[[nodiscard]] QString networkText(const NetworkSpec& network);

/// {fits, problems: [{module, problem, got, expected, repairs}], warnings}
[[nodiscard]] QJsonObject checkJson(const NetworkCheck& check);
[[nodiscard]] QString checkText(const NetworkCheck& check);

}  // namespace glyphscope
