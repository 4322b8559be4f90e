// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/shrunk_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace glyphscope {

namespace {

constexpr double kHalfWeight = 64;  // as far from the ground, a pixel counts twice

struct Span {
    int first;
    int end;
};

Span sourcesOf(int place, int from, int to)
{
    const int first = place * from / to;
    return {first, std::max(first + 1, ((place + 1) * from + to - 1) / to)};
}

double weightOf(QRgb pixel, QRgb ground)
{
    const int distance = std::abs(qRed(pixel) - qRed(ground)) + std::abs(qGreen(pixel) - qGreen(ground)) +
                         std::abs(qBlue(pixel) - qBlue(ground));
    const double share = distance / kHalfWeight;
    return qAlpha(pixel) == 0 ? 1 : 1 + share * share;
}

}  // namespace

QImage shrunk(const QImage& image, QSize size, QRgb ground)
{
    const QImage source = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QImage result(size, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < size.height(); ++y) {
        const Span rows = sourcesOf(y, source.height(), size.height());
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const Span columns = sourcesOf(x, source.width(), size.width());
            std::array<double, 4> sums{};
            double weights = 0;
            for (int row = rows.first; row < rows.end; ++row) {
                const auto* pixels = reinterpret_cast<const QRgb*>(source.constScanLine(row));
                for (int column = columns.first; column < columns.end; ++column) {
                    const QRgb pixel = pixels[column];
                    const double weight = weightOf(pixel, ground);
                    const std::array parts{qRed(pixel), qGreen(pixel), qBlue(pixel), qAlpha(pixel)};
                    for (std::size_t i = 0; i < parts.size(); ++i)
                        sums[i] += weight * parts[i];
                    weights += weight;
                }
            }
            const auto mean = [&](std::size_t part) { return static_cast<int>(sums[part] / weights + 0.5); };
            line[x] = qRgba(mean(0), mean(1), mean(2), mean(3));
        }
    }
    return result;
}

}  // namespace glyphscope
