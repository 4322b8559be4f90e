// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/reliability.h"

#include <QtCore/QString>

namespace glyphscope {

/// What the expected calibration error means, and which way it goes: "Expected calibration error 0.43 %. The
/// network is as often right as it is sure."
[[nodiscard]] QString calibrationText(const Reliability& reliability);

/// What is refused, or that nothing is.
[[nodiscard]] QString refusedText(const Reliability& reliability);

/// One bin, of so many, in words: "Sure by 93.3 to 100 %: 9,812 images ...".
[[nodiscard]] QString binText(const Reliability& reliability, int bin);

/// The mean confidence over all answers less the accuracy: above 0, it is surer than it should be.
[[nodiscard]] double overconfidence(const Reliability& reliability);

}  // namespace glyphscope
