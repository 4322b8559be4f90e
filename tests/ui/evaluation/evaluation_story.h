// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/dataset.h"
#include "model/types/training_progress.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace glyphscope::test {

/// How one image was read.
struct Read {
    std::uint8_t truth = 0;
    std::uint8_t answer = 0;
    float confidence = 0.9F;
    float truthProbability = 0.05F;
};

/// An evaluation with the images behind it. The pixels of image i are all i, modulo 256.
struct Story {
    std::shared_ptr<Evaluation> evaluation = std::make_shared<Evaluation>();
    std::shared_ptr<Dataset> images = std::make_shared<Dataset>();
};

inline Story storyOf(int classes, const std::vector<Read>& reads)
{
    Story story;
    Evaluation& evaluation = *story.evaluation;
    Dataset& images = *story.images;
    evaluation.classCount = classes;
    images.classes = ClassSet::numbered(classes);
    evaluation.confusion.assign(static_cast<std::size_t>(classes) * static_cast<std::size_t>(classes), 0);
    evaluation.loss = 0.0412;
    for (const Read& read : reads) {
        const bool right = read.truth == read.answer;
        images.images.insert(images.images.end(), kGlyphPixels, static_cast<std::uint8_t>(images.size()));
        images.labels.push_back(read.truth);
        ++evaluation.count;
        evaluation.correct += right;
        ++evaluation.confusion[static_cast<std::size_t>(read.truth) * static_cast<std::size_t>(classes) +
                               read.answer];
        evaluation.answers.push_back(read.answer);
        evaluation.confidence.push_back(read.confidence);
        evaluation.truthProbability.push_back(right ? read.confidence : read.truthProbability);
    }
    return story;
}

/// Three classes, nothing read as the third:
///   truth 0: image 0 right, image 1 read as 1 (0.6), image 2 read as 1 (0.8)
///   truth 1: images 3 and 4 right (0.99, 0.7)
///   truth 2: image 5 read as 0 (0.8)
inline std::vector<Read> threeClasses()
{
    return {{0, 0, 0.9F},  {0, 1, 0.6F, 0.3F}, {0, 1, 0.8F, 0.1F},
            {1, 1, 0.99F}, {1, 1, 0.7F},       {2, 0, 0.8F, 0.2F}};
}

/// Ten classes of `count` images in turn; every fifth is taken for the class after its own.
inline std::vector<Read> tenClasses(int count)
{
    std::vector<Read> reads;
    for (int i = 0; i < count; ++i) {
        const auto truth = static_cast<std::uint8_t>(i % 10);
        const auto other = static_cast<std::uint8_t>((truth + 1) % 10);
        reads.push_back(
            {truth, i / 10 % 5 == 0 ? other : truth, 0.5F + 0.4F * static_cast<float>(i % 7) / 7.0F, 0.1F});
    }
    return reads;
}

}  // namespace glyphscope::test
