// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/shrunk_picture.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace glyphscope {

namespace {

constexpr float kHalfWeight = 64;  // as far from the ground, a pixel counts twice

struct Span {
    int first;
    int end;
};

Span sourcesOf(int place, int from, int to)
{
    const int first = place * from / to;
    return {first, std::max(first + 1, ((place + 1) * from + to - 1) / to)};
}

/// The weighted sums of a few rows, column by column: loops over plain arrays, which compilers vectorise.
/// A strip of maps is shrunk in every frame.
class ColumnSums {
public:
    explicit ColumnSums(int width) : m_width(static_cast<std::size_t>(width))
    {
        for (std::vector<float>& sums : m_sums)
            sums.resize(m_width);
    }

    void clear()
    {
        for (std::vector<float>& sums : m_sums)
            std::ranges::fill(sums, 0.0F);
    }

    void add(const QRgb* pixels, QRgb ground)
    {
        float* const reds = m_sums[0].data();
        float* const greens = m_sums[1].data();
        float* const blues = m_sums[2].data();
        float* const alphas = m_sums[3].data();
        float* const weights = m_sums[4].data();
        const int red = qRed(ground);
        const int green = qGreen(ground);
        const int blue = qBlue(ground);
        for (std::size_t x = 0; x < m_width; ++x) {
            const int r = qRed(pixels[x]);
            const int g = qGreen(pixels[x]);
            const int b = qBlue(pixels[x]);
            const int a = qAlpha(pixels[x]);
            const int distance = std::abs(r - red) + std::abs(g - green) + std::abs(b - blue);
            const float share = static_cast<float>(a == 0 ? 0 : distance) / kHalfWeight;
            const float weight = 1 + share * share;
            reds[x] += weight * static_cast<float>(r);
            greens[x] += weight * static_cast<float>(g);
            blues[x] += weight * static_cast<float>(b);
            alphas[x] += weight * static_cast<float>(a);
            weights[x] += weight;
        }
    }

    [[nodiscard]] QRgb mean(Span columns) const
    {
        std::array<float, 5> sums{};
        for (std::size_t i = 0; i < sums.size(); ++i)
            for (int x = columns.first; x < columns.end; ++x)
                sums[i] += m_sums[i][static_cast<std::size_t>(x)];
        const auto part = [&](std::size_t i) { return static_cast<int>(sums[i] / sums[4] + 0.5F); };
        return qRgba(part(0), part(1), part(2), part(3));
    }

private:
    std::size_t m_width;
    std::array<std::vector<float>, 5> m_sums;  // red, green, blue, alpha, and the weights
};

}  // namespace

QImage shrunk(const QImage& image, QSize size, QRgb ground)
{
    const QImage source = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QImage result(size, QImage::Format_ARGB32_Premultiplied);
    ColumnSums sums(source.width());
    for (int y = 0; y < size.height(); ++y) {
        const Span rows = sourcesOf(y, source.height(), size.height());
        sums.clear();
        for (int row = rows.first; row < rows.end; ++row)
            sums.add(reinterpret_cast<const QRgb*>(source.constScanLine(row)), ground);
        auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            line[x] = sums.mean(sourcesOf(x, source.width(), size.width()));
    }
    return result;
}

}  // namespace glyphscope
