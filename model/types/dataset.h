// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/message.h"
#include "model/types/raster.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// The label of a glyph that is none of the classes. Training alone knows it, and only in training sets.
inline constexpr std::uint8_t kNoClass = 255;

/// Labelled glyphs in memory. `images.size() == labels.size() * kGlyphPixels`; labels are places in `classes`
/// or kNoClass.
struct Dataset {
    std::vector<std::uint8_t> images;
    std::vector<std::uint8_t> labels;
    ClassSet classes = {};
    std::size_t leftOut = 0;  ///< images of the source that are not here, since they are of other classes

    [[nodiscard]] std::size_t size() const { return labels.size(); }
};

/// A training set, and the sets that are only ever evaluated.
struct TrainTest {
    Dataset train;
    Dataset test;
    std::string name;                 ///< for messages: "MNIST", or the folder
    Dataset validation = {};          ///< held out of the training set; may be empty
    std::string testName = {};        ///< of the set that `test` is of, where others are mixed into `train`
    std::vector<Message> notes = {};  ///< what was done to images and labels when they were read
};

}  // namespace glyphscope
