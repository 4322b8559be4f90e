// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/plane_view.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

PlaneView::PlaneView(const std::array<Point, 4>& corners)
{
    const auto& [a, b, c, d] = corners;
    const double dx1 = b.x - c.x;
    const double dx2 = d.x - c.x;
    const double dx3 = a.x - b.x + c.x - d.x;
    const double dy1 = b.y - c.y;
    const double dy2 = d.y - c.y;
    const double dy3 = a.y - b.y + c.y - d.y;
    const double area = dx1 * dy2 - dx2 * dy1;
    const double g = area != 0 ? (dx3 * dy2 - dx2 * dy3) / area : 0;
    const double h = area != 0 ? (dx1 * dy3 - dx3 * dy1) / area : 0;
    m_map = {
        b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y, g, h};
}

Point PlaneView::operator()(Point p) const
{
    const double depth = m_map[6] * p.x + m_map[7] * p.y + 1;
    return {(m_map[0] * p.x + m_map[1] * p.y + m_map[2]) / depth,
            (m_map[3] * p.x + m_map[4] * p.y + m_map[5]) / depth};
}

Picture straightened(const Picture& picture, const std::array<Point, 4>& corners, int width, int height)
{
    const Raster& grey = picture.grey;
    const bool coloured = picture.colours.size() == 3 * grey.pixels.size();
    Picture out;
    out.grey = Raster(width, height);
    out.width = width;
    out.height = height;
    out.options = picture.options;
    out.options.crop.reset();
    if (coloured)
        out.colours.resize(3 * out.grey.pixels.size());
    const PlaneView view(corners);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const Point at = view({(x + 0.5) / width, (y + 0.5) / height});
            const double px = std::clamp(at.x - 0.5, 0.0, grey.width - 1.0);
            const double py = std::clamp(at.y - 0.5, 0.0, grey.height - 1.0);
            const int left = static_cast<int>(px);
            const int top = static_cast<int>(py);
            const int right = std::min(left + 1, grey.width - 1);
            const int bottom = std::min(top + 1, grey.height - 1);
            const auto between = [&](auto value) {
                const double above = std::lerp(value(left, top), value(right, top), px - left);
                const double below = std::lerp(value(left, bottom), value(right, bottom), px - left);
                return static_cast<std::uint8_t>(std::lround(std::lerp(above, below, py - top)));
            };
            out.grey.at(x, y) = between([&](int u, int v) { return static_cast<double>(grey.at(u, v)); });
            for (std::size_t k = 0; coloured && k < 3; ++k)
                out.colours[3 * out.grey.index(x, y) + k] = between([&](int u, int v) {
                    return static_cast<double>(picture.colours[3 * grey.index(u, v) + k]);
                });
        }
    }
    return out;
}

}  // namespace glyphscope
