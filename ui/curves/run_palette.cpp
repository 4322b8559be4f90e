// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/run_palette.h"

#include "ui/style/contrast.h"

#include <array>

namespace glyphscope {
namespace {

// Without black, which no dark surface shows, and without blue, which is too near to the accent.
constexpr std::array<QRgb, 6> kOkabeIto{0x009E73, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xF0E442, 0xE69F00};
constexpr double kContrast = 3.0;

}  // namespace

RunStyle runStyle(int index, const Theme& theme)
{
    if (index <= 0)
        return {theme.accent, {}};
    static const std::array<std::vector<double>, 5> kDashes{
        {{11, 4}, {4, 4}, {13, 4, 3, 4}, {20, 6}, {7, 3, 2, 3, 2, 3}}};
    const auto i = static_cast<std::size_t>(index - 1);
    QColor colour(kOkabeIto[i % kOkabeIto.size()]);
    while (contrastRatio(colour, theme.surface) < kContrast)
        colour = blend(colour, theme.text, 0.04);
    return {colour, kDashes[i % kDashes.size()]};
}

QList<qreal> penDashes(const RunStyle& style, double width)
{
    QList<qreal> result;
    for (const double dash : style.dashes)
        result.append(dash / width);
    return result;
}

}  // namespace glyphscope
