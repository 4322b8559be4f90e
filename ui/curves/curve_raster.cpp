// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_raster.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace glyphscope {
namespace {

/// What the line covers of a part of a column, from top to bottom.
struct Band {
    float top = 1e30F;
    float bottom = -1e30F;

    [[nodiscard]] bool empty() const { return top > bottom; }
};

constexpr int kFine = 3;           // parts of a pixel column, where the line is smooth
constexpr int kCoarse = 1;         // and where it is dense
constexpr double kDenseWidth = 1;  // of a dense line, across: it fills its columns anyway
constexpr int kTile = 16;          // pixels, of what is turned at a time

class Bands {
public:
    Bands(int width, int parts, double across, double line)
        : m_parts(parts)
        , m_reach(std::max(0.0, (across - 1.0 / parts) / 2))
        , m_across(across)
        , m_line(line)
        , m_bands(static_cast<std::size_t>(width * parts))
    {
    }

    [[nodiscard]] std::span<const Band> bands() const { return m_bands; }

    /// Every part takes in what the segment does above it, half a line's width to either side.
    void add(QPointF a, QPointF b)
    {
        const double slope = b.x() > a.x() ? (b.y() - a.y()) / (b.x() - a.x()) : 0;
        const double edge = static_cast<double>(m_bands.size());
        const double left = std::clamp((a.x() - m_reach) * m_parts, 0.0, edge);
        const double right = std::clamp((b.x() + m_reach) * m_parts, -1.0, edge - 1);
        for (int i = static_cast<int>(left); i <= static_cast<int>(right); ++i) {
            const double from = static_cast<double>(i) / m_parts - m_reach;
            const double to = static_cast<double>(i + 1) / m_parts + m_reach;
            const double y0 = from > a.x() ? a.y() + slope * (from - a.x()) : a.y();
            const double y1 = to < b.x() ? a.y() + slope * (to - a.x()) : b.y();
            Band& band = m_bands[static_cast<std::size_t>(i)];
            band.top = std::min(band.top, static_cast<float>(std::min(y0, y1)));
            band.bottom = std::max(band.bottom, static_cast<float>(std::max(y0, y1)));
        }
    }

    /// The steeper, the less is to be added above and below to make the line as wide as it should be.
    void pad()
    {
        const auto across = static_cast<float>(m_across);
        const auto half = static_cast<float>(m_line / 2);
        for (Band& band : m_bands) {
            if (band.empty())
                continue;
            const float slope = (band.bottom - band.top) / across;
            const float padding = std::max(0.25F, half * (std::sqrt(1 + slope * slope) - slope));
            band.top -= padding;
            band.bottom += padding;
        }
    }

private:
    int m_parts;
    double m_reach;
    double m_across;
    double m_line;
    std::vector<Band> m_bands;
};

/// A colour to be laid over pixels, in two lanes: red and blue, alpha and green.
struct Ink {
    quint32 redBlue;
    quint32 alphaGreen;
    quint32 alpha;  // of 256

    explicit Ink(const QColor& colour)
        : redBlue(colour.rgb() & 0xFF00FFU)
        , alphaGreen(0xFF0000U | ((colour.rgb() >> 8) & 0xFFU))
        , alpha(static_cast<quint32>(colour.alpha() + (colour.alpha() >> 7)))
    {
    }

    /// `coverage` is of 256.
    void over(QRgb& pixel, quint32 coverage) const { blend(pixel, coverage * alpha >> 8); }

    void fill(std::span<QRgb> pixels) const
    {
        if (alpha == 256)
            std::fill(pixels.begin(), pixels.end(), alphaGreen << 8 | redBlue);
        else
            for (QRgb& pixel : pixels)
                blend(pixel, alpha);
    }

private:
    void blend(QRgb& pixel, quint32 share) const
    {
        const quint32 rest = 256 - share;
        const quint32 rb = ((pixel & 0xFF00FFU) * rest + redBlue * share) >> 8;
        const quint32 ag = ((pixel >> 8) & 0xFF00FFU) * rest + alphaGreen * share;
        pixel = (rb & 0xFF00FFU) | (ag & 0xFF00FF00U);
    }
};

/// The share of row `y` that the band covers, in [0, 1].
float shareOf(const Band& band, int y)
{
    const auto row = static_cast<float>(y);
    return std::max(0.0F, std::min(band.bottom, row + 1) - std::max(band.top, row));
}

void paintEdge(std::span<QRgb> pixels, std::span<const Band> parts, const Ink& ink, int first, int last)
{
    for (int y = first; y < last; ++y) {
        float share = 0;
        for (const Band& band : parts)
            share += shareOf(band, y);
        ink.over(pixels[static_cast<std::size_t>(y)],
                 static_cast<quint32>(share * 256 / static_cast<float>(parts.size())));
    }
}

void paintColumn(std::span<QRgb> pixels, std::span<const Band> parts, const Ink& ink)
{
    Band all;
    Band common{-1e30F, 1e30F};
    for (const Band& band : parts) {
        all.top = std::min(all.top, band.top);
        all.bottom = std::max(all.bottom, band.bottom);
        common.top = std::max(common.top, band.top);
        common.bottom = std::min(common.bottom, band.bottom);
    }
    const auto height = static_cast<float>(pixels.size());
    const auto row = [&](float y) { return static_cast<int>(std::clamp(y, 0.0F, height)); };
    const int first = row(std::floor(all.top));
    const int last = row(std::ceil(all.bottom));
    if (first >= last)
        return;
    const int inner = std::min(last, row(std::ceil(common.top)));
    const int outer = std::max(inner, row(std::floor(common.bottom)));
    paintEdge(pixels, parts, ink, first, inner);
    ink.fill(pixels.subspan(static_cast<std::size_t>(inner), static_cast<std::size_t>(outer - inner)));
    paintEdge(pixels, parts, ink, outer, last);
}

}  // namespace

bool dashedAt(double x, std::span<const double> dashes)
{
    const double period = std::accumulate(dashes.begin(), dashes.end(), 0.0);
    if (!(period > 0))
        return true;
    double at = x - std::floor(x / period) * period;
    for (std::size_t i = 0; i < dashes.size(); ++i) {
        if (at < dashes[i])
            return i % 2 == 0;
        at -= dashes[i];
    }
    return true;
}

CurveRaster::CurveRaster(QSize size)
    : m_size(size.expandedTo({0, 0}))
    , m_pixels(static_cast<std::size_t>(m_size.width()) * static_cast<std::size_t>(m_size.height()))
{
}

std::span<QRgb> CurveRaster::column(int x)
{
    const auto height = static_cast<std::size_t>(m_size.height());
    return std::span(m_pixels).subspan(static_cast<std::size_t>(x) * height, height);
}

void CurveRaster::draw(std::span<const QPointF> points, const LineStyle& style)
{
    const bool dense = points.size() > static_cast<std::size_t>(m_size.width());
    const int parts = dense ? kCoarse : kFine;
    const double line = std::max(1.0, style.width);
    Bands bands(m_size.width(), parts, dense ? kDenseWidth : line, line);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (std::isnan(points[i].y()))
            continue;
        const bool joined = i + 1 < points.size() && !std::isnan(points[i + 1].y());
        if (joined)
            bands.add(points[i], points[i + 1]);
        else if (i == 0 || std::isnan(points[i - 1].y()))
            bands.add(points[i], points[i]);
    }
    bands.pad();
    const Ink ink(style.colour);
    for (int x = 0; x < m_size.width(); ++x)
        if (style.dashes.empty() || dashedAt(x + 0.5, style.dashes))
            paintColumn(
                column(x),
                bands.bands().subspan(static_cast<std::size_t>(x * parts), static_cast<std::size_t>(parts)),
                ink);
}

QImage CurveRaster::image() const
{
    QImage image(m_size, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    const qsizetype line = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    for (int top = 0; top < m_size.height(); top += kTile)
        for (int left = 0; left < m_size.width(); left += kTile) {
            const int bottom = std::min(top + kTile, m_size.height());
            const int right = std::min(left + kTile, m_size.width());
            for (int x = left; x < right; ++x) {
                const QRgb* from = m_pixels.data() + static_cast<qsizetype>(x) * m_size.height();
                for (int y = top; y < bottom; ++y)
                    pixels[y * line + x] = from[y];
            }
        }
    return image;
}

}  // namespace glyphscope
