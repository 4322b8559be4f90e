// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/picture_options.h"
#include "model/types/raster.h"

namespace glyphscope {

/// What speaks against one clear figure in a picture.
struct PictureDoubts {
    bool several = false;    ///< several figures side by side
    bool entangled = false;  ///< a line lies along the figure, or something closes around it and touches it
    bool cutOff = false;     ///< the file ended early: a part is missing
    [[nodiscard]] bool any() const { return several || entangled || cutOff; }
    friend bool operator==(const PictureDoubts&, const PictureDoubts&) = default;
};

/// The way from a picture to its ink, step by step: each mask or image lies over `crop` (255 yes, 0 no).
struct PictureSteps {
    PictureGround ground = PictureGround::Sheet;  ///< what was decided; never Auto
    PictureCrop crop;                             ///< the part that was looked at
    bool sheetFound = false;                      ///< `crop` is a sheet on a table
    bool colour = false;                          ///< ink was told by its hue: `grey` lies along that axis
    bool inkIsDark = true;
    int threshold = 0;  ///< grey levels from the paper that ink begins at; 0 where there was no ink
    Raster paper;       ///< the pixels that were looked at: the sheet
    Raster grey;        ///< along the axis that ink and paper differ most on
    Raster light;       ///< how much light the paper gets, 255 all; empty where it was not evened out
    Raster rules;       ///< lines that were taken out; empty where there were none
    Raster ink;         ///< all ink, before strays and specks were dropped
    Raster figure;      ///< what is read
    Raster amounts;     ///< of a picture of few pixels: how much ink each of them holds; else empty
    PictureDoubts doubts;
};

}  // namespace glyphscope
