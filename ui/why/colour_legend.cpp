// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/colour_legend.h"

#include "ui/network/value_text.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>

namespace glyphscope {

void paintLegend(QPainter& painter, const QRectF& bar, const QRectF& numbers, const ColourScale& scale,
                 double opacity, const LegendWords& words)
{
    constexpr int kSteps = 129;  // odd: one of them is zero
    const ColourScale unit{.diverging = scale.diverging, .limit = 1};
    const float low = scale.diverging ? -1.0F : 0.0F;
    QImage colours(kSteps, 1, QImage::Format_RGB32);
    for (int i = 0; i < kSteps; ++i) {
        const float value = low + (1 - low) * static_cast<float>(i) / (kSteps - 1);
        colours.setPixel(i, 0, blend(theme().paper, QColor(unit.colour(value)), opacity).rgb());
    }
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(bar, colours);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme().border, 1));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setFont(font(TextStyle::Caption));
    painter.setPen(theme().mutedText);
    const auto limit = static_cast<double>(scale.limit);
    const int flags = Qt::AlignVCenter | Qt::TextDontClip;
    const auto said = [](double value, const QString& word) {
        return word.isEmpty() ? valueText(value) : valueText(value) + u' ' + word;
    };
    painter.drawText(numbers, flags | Qt::AlignLeft, said(scale.diverging ? -limit : 0, words.low));
    painter.drawText(numbers, flags | Qt::AlignRight, said(limit, words.high));
    if (scale.diverging)
        painter.drawText(numbers, flags | Qt::AlignHCenter, valueText(0));
    painter.restore();
}

}  // namespace glyphscope
