// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/fine_tune.h"
#include "model/types/sample.h"

#include <memory>
#include <string>
#include <vector>

namespace glyphscope::test {

/// `count` samples: "s0" is a 0, "s1" a 1, ... "s10" a 0 again, each younger than the one before.
inline std::vector<Sample> samplesOf(int count)
{
    std::vector<Sample> samples;
    for (int i = 0; i < count; ++i) {
        Sample sample;
        sample.id = "s" + std::to_string(i);
        sample.label = std::to_string(i % 10);
        sample.takenAt = 1'700'000'000 + i;
        for (int y = 4; y < 24; ++y)
            sample.glyph[static_cast<std::size_t>(y * kGlyphSide + 5 + i % 18)] = 255;
        samples.push_back(std::move(sample));
    }
    return samples;
}

/// Two classes, `right` of `count` each.
inline Evaluation evaluationOf(std::int64_t right, std::int64_t count)
{
    Evaluation evaluation;
    evaluation.classCount = 2;
    evaluation.count = 2 * count;
    evaluation.correct = 2 * right;
    evaluation.confusion = {right, count - right, count - right, right};
    return evaluation;
}

inline std::shared_ptr<FineTuneReport> reportOfTwoDigits()
{
    auto report = std::make_shared<FineTuneReport>();
    report->samples = 16;
    report->seconds = 2.34;
    report->heldOutBefore = evaluationOf(1, 2);
    report->heldOutAfter = evaluationOf(2, 2);
    report->trainedBefore = evaluationOf(5, 8);
    report->trainedAfter = evaluationOf(8, 8);
    report->testBefore = evaluationOf(4950, 5000);
    report->testAfter = evaluationOf(4935, 5000);
    return report;
}

}  // namespace glyphscope::test
