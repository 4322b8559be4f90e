// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/doubts.h"

namespace glyphscope {

void addDoubts(const Stages& stages, Prediction& prediction)
{
    if (!stages.picture) {
        const bool severalDigits = prediction.several && prediction.classes.isDigits();
        if (severalDigits && prediction.verdict == Verdict::Digit)
            prediction.verdict = Verdict::Unsure;
        return;
    }
    PictureDoubts doubts = stages.picture->doubts;
    if (!prediction.classes.isDigits())
        doubts.several = doubts.entangled = false;
    prediction.several = prediction.several || doubts.several;
    prediction.entangled = doubts.entangled;
    prediction.cutOff = doubts.cutOff;
    if (doubts.any() && prediction.verdict == Verdict::Digit)
        prediction.verdict = Verdict::Unsure;
}

}  // namespace glyphscope
