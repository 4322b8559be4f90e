// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/read_all.h"

#include <algorithm>

namespace glyphscope {

AllAnswers readAll(Recognizer& recognizer, const Dataset& data, const std::stop_token& stop)
{
    AllAnswers answers;
    for (std::size_t i = 0; i < data.size() && !stop.stop_requested(); ++i) {
        Glyph glyph;
        std::copy_n(data.images.begin() + static_cast<std::ptrdiff_t>(i * kGlyphPixels), kGlyphPixels,
                    glyph.begin());
        const Prediction prediction = recognizer.predict(glyph);
        answers.logits.insert(answers.logits.end(), prediction.logits.begin(), prediction.logits.end());
        answers.evidence.push_back(prediction.evidence);
    }
    return answers;
}

}  // namespace glyphscope
