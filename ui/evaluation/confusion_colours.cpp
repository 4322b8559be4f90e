// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/confusion_colours.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

QColor rightColour(double share)
{
    return blend(theme().surface, theme().accent, 0.06 + 0.44 * std::clamp(share, 0.0, 1.0));
}

QColor errorColour(double share, double greatest)
{
    if (share <= 0 || greatest <= 0)
        return theme().surface;
    return blend(theme().surface, theme().bad, 0.06 + 0.74 * std::sqrt(std::min(1.0, share / greatest)));
}

QColor readableOn(const QColor& ground)
{
    const QColor dark(0x11131A);  // not the theme's: half-way grounds need the extremes
    const QColor light(Qt::white);
    return contrastRatio(ground, dark) >= contrastRatio(ground, light) ? dark : light;
}

}  // namespace glyphscope
