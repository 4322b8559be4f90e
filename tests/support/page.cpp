// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/page.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace glyphscope::test {
namespace {

double distanceTo(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

std::uint8_t byteOf(double v)
{
    return static_cast<std::uint8_t>(std::clamp(std::lround(v), 0L, 255L));
}

}  // namespace

Page::Page(int width, int height, Colour paper, double alpha)
    : m_width(width)
    , m_height(height)
    , m_colours(static_cast<std::size_t>(width) * static_cast<std::size_t>(height),
                {static_cast<float>(paper[0]), static_cast<float>(paper[1]), static_cast<float>(paper[2])})
    , m_alpha(m_colours.size(), static_cast<float>(alpha))
{
}

void Page::segment(std::vector<float>& covered, Point a, Point b, double radius) const
{
    const auto from = [&](double u, double v) {
        return std::max(0, static_cast<int>(std::floor(std::min(u, v) - radius - 1)));
    };
    const auto to = [&](double u, double v, int side) {
        return std::min(side, static_cast<int>(std::ceil(std::max(u, v) + radius + 1)));
    };
    for (int y = from(a.y, b.y); y < to(a.y, b.y, m_height); ++y) {
        for (int x = from(a.x, b.x); x < to(a.x, b.x, m_width); ++x) {
            float& c = covered[static_cast<std::size_t>(y * m_width + x)];
            const double d = distanceTo({x + 0.5, y + 0.5}, a, b);
            c = std::max(c, static_cast<float>(std::clamp(radius + 0.5 - d, 0.0, std::min(1.0, 2 * radius))));
        }
    }
}

void Page::cover(const std::vector<float>& covered, Colour ink)
{
    for (std::size_t i = 0; i < covered.size(); ++i) {
        const float c = covered[i];
        if (c <= 0)
            continue;
        const float alpha = std::max(m_alpha[i], 255 * c);
        const float share = m_alpha[i] < 255 ? 1.0F : c;  // on nothing, ink has its own colour at once
        for (std::size_t k = 0; k < 3; ++k)
            m_colours[i][k] = std::lerp(m_colours[i][k], static_cast<float>(ink[k]), share);
        m_alpha[i] = alpha;
    }
}

void Page::line(Point a, Point b, double pen, Colour ink)
{
    std::vector<float> covered(m_colours.size());
    segment(covered, a, b, pen / 2);
    cover(covered, ink);
}

void Page::strokes(const std::vector<Stroke>& strokes, double pen, Colour ink)
{
    std::vector<float> covered(m_colours.size());
    for (const Stroke& stroke : strokes)
        for (std::size_t i = 0; i < stroke.points.size(); ++i)
            segment(covered, stroke.points[i == 0 ? 0 : i - 1], stroke.points[i], pen / 2);
    cover(covered, ink);
}

void Page::ring(Point centre, double radiusX, double radiusY, double pen, Colour ink)
{
    Stroke stroke;
    for (int k = 0; k <= 64; ++k) {
        const double angle = 2 * std::numbers::pi * k / 64;
        stroke.points.push_back({centre.x + radiusX * std::cos(angle), centre.y + radiusY * std::sin(angle)});
    }
    strokes({stroke}, pen, ink);
}

void Page::fill(const std::array<Point, 4>& corners, Colour colour)
{
    std::vector<float> covered(m_colours.size(), 1.0F);
    for (int y = 0; y < m_height; ++y) {
        for (int x = 0; x < m_width; ++x) {
            float& c = covered[static_cast<std::size_t>(y * m_width + x)];
            for (std::size_t k = 0; k < 4; ++k) {
                const Point a = corners[k];
                const Point b = corners[(k + 1) % 4];
                const double side = ((b.x - a.x) * (y + 0.5 - a.y) - (b.y - a.y) * (x + 0.5 - a.x)) /
                                    std::hypot(b.x - a.x, b.y - a.y);
                c = std::min(c, static_cast<float>(std::clamp(side + 0.5, 0.0, 1.0)));
            }
        }
    }
    cover(covered, colour);
}

void Page::light(const std::function<double(double x, double y)>& share)
{
    for (int y = 0; y < m_height; ++y)
        for (int x = 0; x < m_width; ++x)
            for (float& v : m_colours[static_cast<std::size_t>(y * m_width + x)])
                v *= static_cast<float>(share(x + 0.5, y + 0.5));
}

void Page::noise(double deviation, std::mt19937& random)
{
    std::normal_distribution<float> grain(0, static_cast<float>(deviation));
    for (auto& colour : m_colours) {
        const float grey = grain(random);
        for (float& v : colour)
            v += grey + 0.4F * grain(random);
    }
}

void Page::blur()
{
    const auto before = m_colours;
    for (int y = 0; y < m_height; ++y) {
        for (int x = 0; x < m_width; ++x) {
            std::array<float, 3> sum{};
            float n = 0;
            for (int ny = std::max(0, y - 1); ny <= std::min(m_height - 1, y + 1); ++ny)
                for (int nx = std::max(0, x - 1); nx <= std::min(m_width - 1, x + 1); ++nx, ++n)
                    for (std::size_t k = 0; k < 3; ++k)
                        sum[k] += before[static_cast<std::size_t>(ny * m_width + nx)][k];
            for (std::size_t k = 0; k < 3; ++k)
                m_colours[static_cast<std::size_t>(y * m_width + x)][k] = sum[k] / n;
        }
    }
}

Rgba Page::rgba() const
{
    Rgba image{m_width, m_height, {}};
    image.pixels.reserve(4 * m_colours.size());
    for (std::size_t i = 0; i < m_colours.size(); ++i) {
        for (const float v : m_colours[i])
            image.pixels.push_back(byteOf(static_cast<double>(v)));
        image.pixels.push_back(byteOf(static_cast<double>(m_alpha[i])));
    }
    return image;
}

std::vector<Stroke> fitted(const std::vector<Stroke>& strokes, double x, double y, double width,
                           double height)
{
    double left = 1e9;
    double right = -1e9;
    double top = 1e9;
    double bottom = -1e9;
    for (const Stroke& stroke : strokes) {
        for (const Point& p : stroke.points) {
            left = std::min(left, p.x);
            right = std::max(right, p.x);
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
    }
    const double scale =
        std::min(width / std::max(1e-9, right - left), height / std::max(1e-9, bottom - top));
    std::vector<Stroke> out = strokes;
    for (Stroke& stroke : out)
        for (Point& p : stroke.points)
            p = {x + width / 2 + (p.x - (left + right) / 2) * scale,
                 y + height / 2 + (p.y - (top + bottom) / 2) * scale};
    return out;
}

Picture pictureOf(const Rgba& image)
{
    Picture picture;
    picture.grey = Raster(image.width, image.height);
    Raster alpha(image.width, image.height);
    bool grey = true;
    for (std::size_t i = 0; i < picture.grey.pixels.size(); ++i) {
        const std::uint8_t* p = image.pixels.data() + 4 * i;
        const int luminance = (p[0] * 11 + p[1] * 16 + p[2] * 5) / 32;
        picture.grey.pixels[i] = static_cast<std::uint8_t>((luminance * p[3] + 255 * (255 - p[3])) / 255);
        alpha.pixels[i] = p[3];
        grey = grey && p[0] == p[1] && p[1] == p[2];
        picture.colours.insert(picture.colours.end(), p, p + 3);
    }
    const bool opaque = std::ranges::all_of(alpha.pixels, [](std::uint8_t a) { return a == 255; });
    if (grey && opaque)
        picture.colours.clear();
    if (!opaque)
        picture.alpha = std::move(alpha);
    const double scale = 240.0 / std::max(image.width, image.height);
    picture.width = image.width * scale;
    picture.height = image.height * scale;
    picture.x = (280 - picture.width) / 2;
    picture.y = (280 - picture.height) / 2;
    return picture;
}

}  // namespace glyphscope::test
