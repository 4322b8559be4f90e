// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace glyphscope {

/// A grey picture of 8 bits a pixel, row by row from the top left. `pixels.size() == width * height`.
struct Raster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    Raster() = default;
    Raster(int w, int h)
        : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h))
    {
    }

    [[nodiscard]] bool empty() const { return pixels.empty(); }
    [[nodiscard]] std::uint8_t& at(int x, int y) { return pixels[index(x, y)]; }
    [[nodiscard]] std::uint8_t at(int x, int y) const { return pixels[index(x, y)]; }
    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
    friend bool operator==(const Raster&, const Raster&) = default;
};

inline constexpr int kGlyphSide = 28;
inline constexpr int kGlyphPixels = kGlyphSide * kGlyphSide;

/// What the network reads: 28x28 bytes, 0 paper, 255 ink, row by row from the top left.
using Glyph = std::array<std::uint8_t, kGlyphPixels>;

}  // namespace glyphscope
