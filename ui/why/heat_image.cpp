// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/heat_image.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope {
namespace {

constexpr int kFine = 4;                  // pixels a value where it is smooth
constexpr int kMostExactEnlargement = 4;  // from there on the unevenness is not seen
constexpr int kInk = 128;

float finite(float value)
{
    return std::isfinite(value) ? value : 0.0F;
}

/// Of one axis: the pixel before a fine position, and the share of the next one.
struct Between {
    int low;
    float share;
};

Between between(int fine)
{
    const float at = (static_cast<float>(fine) + 0.5F) / kFine - 0.5F;
    const float within = std::clamp(at, 0.0F, static_cast<float>(kGlyphSide - 1));
    const int low = std::min(static_cast<int>(within), kGlyphSide - 2);
    return {low, within - static_cast<float>(low)};
}

std::array<Between, kGlyphSide * kFine> allBetween()
{
    std::array<Between, kGlyphSide * kFine> all{};
    for (int fine = 0; fine < kGlyphSide * kFine; ++fine)
        all[static_cast<std::size_t>(fine)] = between(fine);
    return all;
}

float interpolated(const std::vector<float>& values, Between x, Between y)
{
    const auto at = [&](int column, int row) {
        return finite(values[static_cast<std::size_t>(row * kGlyphSide + column)]);
    };
    const auto line = [&](int row) {
        const float left = at(x.low, row);
        return left + (at(x.low + 1, row) - left) * x.share;
    };
    const float top = line(y.low);
    return top + (line(y.low + 1) - top) * y.share;
}

QRgb translucent(QRgb colour, int alpha)
{
    return qPremultiply(qRgba(qRed(colour), qGreen(colour), qBlue(colour), alpha));
}

}  // namespace

bool isSigned(AttributionMethod method)
{
    switch (method) {
    case AttributionMethod::InputTimesGradient:
    case AttributionMethod::IntegratedGradients:
    case AttributionMethod::Occlusion:
        return true;
    case AttributionMethod::Saliency:
    case AttributionMethod::SmoothGrad:
    case AttributionMethod::GradCam:
        break;
    }
    return false;
}

ColourScale heatScale(const Attribution& attribution)
{
    const ValueRange range = rangeOf(attribution.values);
    ColourScale scale;
    scale.diverging = isSigned(attribution.method);
    scale.limit = std::max(std::abs(range.low), std::abs(range.high));
    return scale;
}

QImage heatImage(const Attribution& attribution, const HeatLook& look)
{
    if (attribution.values.size() != static_cast<std::size_t>(kGlyphPixels))
        return {};
    const ColourScale scale = heatScale(attribution);
    const int alpha = qRound(255 * std::clamp(look.opacity, 0.0, 1.0));
    const int side = look.smooth ? kGlyphSide * kFine : kGlyphSide;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    static const std::array<Between, kGlyphSide* kFine> places = allBetween();
    for (int y = 0; y < side; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < side; ++x) {
            const float value = look.smooth
                                    ? interpolated(attribution.values, places[static_cast<std::size_t>(x)],
                                                   places[static_cast<std::size_t>(y)])
                                    : attribution.values[static_cast<std::size_t>(y * kGlyphSide + x)];
            line[x] = translucent(scale.colour(value), alpha);
        }
    }
    return image;
}

QList<QLineF> glyphOutline(const Glyph& glyph)
{
    const auto ink = [&glyph](int x, int y) {
        return x >= 0 && y >= 0 && x < kGlyphSide && y < kGlyphSide &&
               glyph[static_cast<std::size_t>(y * kGlyphSide + x)] >= kInk;
    };
    QList<QLineF> lines;
    // `edge` tells of a line's k-th piece; runs of pieces become one line.
    const auto collect = [&lines](const auto& edge, const auto& toLine) {
        for (int from = 0; from < kGlyphSide; ++from) {
            int to = from;
            while (to < kGlyphSide && edge(to))
                ++to;
            if (to == from)
                continue;
            lines.append(toLine(from, to));
            from = to;
        }
    };
    for (int at = 0; at <= kGlyphSide; ++at) {
        collect([&](int x) { return ink(x, at - 1) != ink(x, at); },
                [at](int from, int to) { return QLineF(from, at, to, at); });
        collect([&](int y) { return ink(at - 1, y) != ink(at, y); },
                [at](int from, int to) { return QLineF(at, from, at, to); });
    }
    return lines;
}

void paintPixels(QPainter& painter, const QRectF& place, const QImage& image)
{
    if (image.isNull())
        return;
    // Enlarged by a fraction, nearest pixels would be of uneven size: by the next whole number first, then
    // smoothly down to the place.
    const double enlarged = place.width() * painter.device()->devicePixelRatioF() / image.width();
    const int whole = static_cast<int>(std::ceil(enlarged));
    const bool small = whole > 1 && whole <= kMostExactEnlargement;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, whole <= kMostExactEnlargement);
    painter.drawImage(place, small ? image.scaled(image.size() * whole) : image);
}

void HeatPicture::paint(QPainter& painter, const QRectF& place, bool smooth) const
{
    painter.save();
    paintPixels(painter, place, glyph);
    if (smooth && !heat.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, heat);
    } else {
        paintPixels(painter, place, heat);
    }
    if (!heat.isNull()) {
        // The drawing stays to be seen under any heat: a light line beside a dark one.
        painter.setRenderHint(QPainter::Antialiasing, false);
        const double cell = place.width() / kGlyphSide;
        painter.translate(place.topLeft());
        painter.scale(cell, cell);
        QColor line = theme().ink;
        line.setAlphaF(cell < 5 ? 0.55F : 0.7F);
        painter.setPen(QPen(line, 0));
        painter.drawLines(outline);
    }
    painter.restore();
}

}  // namespace glyphscope
