// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace glyphscope {

/// What a picture's ink lies on.
enum class PictureGround {
    Auto,         ///< decided by what differs: colour, or transparency
    Sheet,        ///< paper: ink is what differs in colour
    Transparent,  ///< nothing: ink is what is opaque, of whatever colour
};

/// A part of a picture, in shares of its width and height.
struct PictureCrop {
    double left = 0;
    double top = 0;
    double width = 1;
    double height = 1;
    friend bool operator==(const PictureCrop&, const PictureCrop&) = default;
};

/// How ink is looked for in a picture (see model/preprocess/picture_ink.h). Kept with the picture.
struct PictureOptions {
    static constexpr int kLowestThreshold = 1;
    static constexpr int kHighestThreshold = 254;

    PictureGround ground = PictureGround::Auto;
    std::optional<int> threshold = {};     ///< grey levels that ink differs from its paper by; none: Otsu's
    std::optional<PictureCrop> crop = {};  ///< looked at instead of the sheet that is found
    bool takeOutRules = true;              ///< lines that run on beyond the figure: ruled paper, boxes
    bool evenOutShadow = true;             ///< parts of the paper that get less light
    friend bool operator==(const PictureOptions&, const PictureOptions&) = default;
};

/// Whether a crop lies in the picture and has a size.
[[nodiscard]] inline bool isPart(const PictureCrop& crop)
{
    return crop.left >= 0 && crop.top >= 0 && crop.width > 0 && crop.height > 0 &&
           crop.left + crop.width <= 1 + 1e-9 && crop.top + crop.height <= 1 + 1e-9;
}

}  // namespace glyphscope
