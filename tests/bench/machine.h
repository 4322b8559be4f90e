// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace glyphscope::bench {

/// What the figures were measured on: "cpu", "cores", "avx512_bf16", "system", "libtorch", "blas", "qt", and
/// the "load" of the last minute. Loads the engine.
[[nodiscard]] QJsonObject machine();
/// The same as a line of text.
[[nodiscard]] QString machineText(const QJsonObject& machine);

}  // namespace glyphscope::bench
