// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <array>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

namespace glyphscope::test {

/// Red, green, blue, 0 to 255.
using Colour = std::array<double, 3>;

/// Straight red, green, blue and alpha of each pixel.
struct Rgba {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

/// A sheet that strokes and lines are drawn on, softly as a camera sees them. Units are pixels.
class Page {
public:
    Page(int width, int height, Colour paper, double alpha = 255);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }

    void line(Point a, Point b, double pen, Colour ink);
    void strokes(const std::vector<Stroke>& strokes, double pen, Colour ink);
    void ring(Point centre, double radiusX, double radiusY, double pen, Colour ink);
    void fill(const std::array<Point, 4>& corners, Colour colour);  ///< a convex quadrilateral

    /// What each pixel becomes by the light that falls on it.
    void light(const std::function<double(double x, double y)>& share);
    void noise(double deviation, std::mt19937& random);
    void blur();  ///< of three pixels

    [[nodiscard]] Rgba rgba() const;

private:
    void cover(const std::vector<float>& covered, Colour ink);
    void segment(std::vector<float>& covered, Point a, Point b, double radius) const;

    int m_width;
    int m_height;
    std::vector<std::array<float, 3>> m_colours;
    std::vector<float> m_alpha;
};

/// Strokes scaled and moved into a rectangle, in their own proportions, in its middle.
[[nodiscard]] std::vector<Stroke> fitted(const std::vector<Stroke>& strokes, double x, double y, double width,
                                         double height);

/// An image of at most 512 pixels as a picture on the canvas, as the program lays it.
[[nodiscard]] Picture pictureOf(const Rgba& image);

}  // namespace glyphscope::test
