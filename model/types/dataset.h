// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/raster.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// The label of a glyph that is none of the classes. Training alone knows it, and only in training sets.
inline constexpr std::uint8_t kNoClass = 255;

/// Labelled glyphs in memory. `images.size() == labels.size() * kGlyphPixels`; labels are below `classCount`
/// or kNoClass.
struct Dataset {
    std::vector<std::uint8_t> images;
    std::vector<std::uint8_t> labels;
    int classCount = 0;
    std::vector<std::string> classNames;  ///< one a class, or empty: then the class is its number

    [[nodiscard]] std::size_t size() const { return labels.size(); }
};

/// A training set, and the sets that are only ever evaluated.
struct TrainTest {
    Dataset train;
    Dataset test;
    std::string name;         ///< for messages: "MNIST", or the folder
    Dataset validation = {};  ///< held out of the training set; may be empty
};

}  // namespace glyphscope
