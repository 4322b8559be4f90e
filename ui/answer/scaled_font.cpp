// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/scaled_font.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

namespace {

constexpr QSizeF kUsualPanel{400, 640};

}  // namespace

QFont scaledFont(TextStyle style, double scale)
{
    QFont words = glyphscope::font(style);
    if (words.pixelSize() > 0)
        words.setPixelSize(qRound(words.pixelSize() * scale));
    else
        words.setPointSizeF(words.pointSizeF() * scale);
    return words;
}

double wordScale(QSize panel)
{
    const double room = std::min(panel.width() / kUsualPanel.width(), panel.height() / kUsualPanel.height());
    return std::floor(4 * std::clamp(room, 1.0, 2.0)) / 4;
}

}  // namespace glyphscope
