// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scale_bar.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QPainter>

namespace glyphscope {

QImage scaleBar(const ColourScale& scale, double opacity)
{
    constexpr int kShades = 129;  // odd: one of them is zero
    ColourScale unit = scale;
    unit.limit = 1;
    const float low = scale.diverging ? -1.0F : 0.0F;
    QImage bar(kShades, 1, QImage::Format_RGB32);
    for (int i = 0; i < kShades; ++i) {
        const float value = low + (1 - low) * static_cast<float>(i) / (kShades - 1);
        bar.setPixel(i, 0, blend(theme().paper, QColor(unit.colour(value)), opacity).rgb());
    }
    return bar;
}

void paintLegend(QPainter& painter, const QRectF& bar, const QRectF& numbers, const ColourScale& scale,
                 double opacity, const LegendWords& words)
{
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(bar, scaleBar(scale, opacity));
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
