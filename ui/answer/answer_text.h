// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"

#include <QtCore/QStringList>

namespace glyphscope {

/// "97.3 %". Never "100.0 %" or "0.0 %" for what is only close to it: "> 99.9 %", "< 0.1 %".
[[nodiscard]] QString confidenceText(float probability);

/// The answer in a few plain words: "It is a 7", "Not sure: 4 or 9?", "Not a digit", "Nothing drawn yet".
[[nodiscard]] QString verdictText(const Prediction& prediction, const QStringList& names);

/// What is behind it: "98.2 % sure. Second guess 1 with 0.9 %, 97.3 points behind."
[[nodiscard]] QString detailText(const Prediction& prediction, const QStringList& names);

}  // namespace glyphscope
