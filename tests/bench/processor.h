// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace glyphscope::bench {

/// "AMD EPYC 9B14"; empty where the system does not tell.
[[nodiscard]] QString processorName();
/// Whether it has these instructions, by the system's name for them: "avx512_bf16".
[[nodiscard]] bool processorHas(const QString& instructions);

}  // namespace glyphscope::bench
