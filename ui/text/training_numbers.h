// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/training_progress.h"

#include <QtCore/QString>

namespace glyphscope {

/// A number for the eye in the program's words; each takes the same place for any usual value.
[[nodiscard]] QString durationText(double seconds);  ///< "0:07", "12:05", "1:02:03"
[[nodiscard]] QString lossText(double loss);         ///< "0.0412"
[[nodiscard]] QString percentText(double share);     ///< "98.61 %" for 0.9861
[[nodiscard]] QString countText(double count);       ///< "1,200"
[[nodiscard]] QString rateText(double perSecond);    ///< "12,340"; "98.8" below a hundred
[[nodiscard]] QString smallText(double value);       ///< "0.00312", "1.2e-05": three digits that count

/// The number of the epoch, of `epochs`, in which a run is that has done so many epochs.
[[nodiscard]] int epochUnderWay(double epochsDone, int epochs);

/// Share of the run done, in [0, 1].
[[nodiscard]] double progressOf(const StepStats& step);

/// Wall-clock seconds until the last step at the pace so far, evaluations included; 0 before the first step.
[[nodiscard]] double secondsLeft(const StepStats& step);

}  // namespace glyphscope
