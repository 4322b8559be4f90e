// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"
#include "model/types/picture_steps.h"
#include "model/types/raster.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace glyphscope {

/// A rectangle of whole pixels.
struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const Box&, const Box&) = default;
};

/// Every stage from a drawing to the bytes that the network reads (see model/preprocess).
struct Stages {
    bool empty = true;  ///< no ink: the other members then hold nothing
    Raster bitmap;      ///< 128x128, 255 ink, 0 paper: the figure as drawn, at its one size
    Box tight;          ///< the tight box of the ink in `bitmap`
    Raster box;         ///< 20x20, grey: the box area-resampled
    int offsetX = 0;    ///< where `box` was pasted into `glyph`
    int offsetY = 0;
    Glyph glyph{};  ///< 28x28, barycentre in the middle
    /// The glyph is an image of this data set, byte for byte: there were no steps, and bitmap, tight and box
    /// hold nothing.
    std::optional<std::string> dataSet = {};
    bool drawnOver = false;  ///< strokes lie over that image, in its own pixels
    /// How the ink was found in a picture; null where there is none, or where it was a glyph already.
    std::shared_ptr<const PictureSteps> picture = {};
};

/// What the network is given for a byte of a glyph: scaled to [0, 1], less MNIST's mean, by its deviation.
[[nodiscard]] inline float networkInput(std::uint8_t value)
{
    return (static_cast<float>(value) / 255.0F - static_cast<float>(kMnistMean)) /
           static_cast<float>(kMnistDeviation);
}

}  // namespace glyphscope
