// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/picture_options.h"
#include "model/types/raster.h"

#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// A point of a drawing. X grows to the right and Y downwards; the unit does not matter to the network.
struct Point {
    double x = 0;
    double y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

/// What the pen drew between two lifts. One point alone is a dot.
struct Stroke {
    std::vector<Point> points;
    double pen = 1.0;  ///< width relative to the standard pen, which is a fixed share of the figure
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// A picture (0 black, 255 white, as it was photographed) laid into a drawing's coordinates; or an image of a
/// data set, whose bytes are what a network reads (0 paper, 255 ink).
struct Picture {
    Raster grey;  ///< luminance, transparency over white
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    std::optional<std::string> dataSet = {};  ///< the name of the set; none: ink has to be found in it
    std::vector<std::uint8_t> colours = {};   ///< red, green, blue of each pixel; empty: `grey` is all
    Raster alpha = {};                        ///< 255 opaque; of the size of `grey`, empty: all is opaque
    PictureOptions options = {};              ///< how ink is looked for in it
    bool cutOff = false;                      ///< the file ended early: what is missing is transparent

    /// Of the pixels, bytes.
    [[nodiscard]] std::size_t size() const
    {
        return grey.pixels.size() + colours.size() + alpha.pixels.size();
    }
    friend bool operator==(const Picture&, const Picture&) = default;
};

/// Everything on the canvas: strokes, and a picture beneath them if one was opened.
struct Drawing {
    std::vector<Stroke> strokes;
    std::optional<Picture> picture;

    [[nodiscard]] bool empty() const { return strokes.empty() && !picture; }
    friend bool operator==(const Drawing&, const Drawing&) = default;
};

}  // namespace glyphscope
