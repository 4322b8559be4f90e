// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/histogram_paint.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

namespace glyphscope {

using namespace Qt::StringLiterals;

void paintHistogramBars(QPainter& painter, const Histogram& histogram, const QRectF& area,
                        HistogramHeights heights)
{
    const QPen pen = painter.pen();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPolygon(histogramOutline(histogram, area, heights));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme().border, 1));
    painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()));
    painter.setPen(pen);
}

void paintHistogram(QPainter& painter, const Histogram& histogram, const QRectF& area,
                    HistogramHeights heights, int bin)
{
    const Theme& t = theme();
    if (bin >= 0)
        painter.fillRect(histogramBin(histogram, area, bin), blend(t.surface, t.mutedText, 0.22));
    painter.setPen(QPen(t.accent, 1));
    painter.setBrush(blend(t.surface, t.accent, 0.35));
    paintHistogramBars(painter, histogram, area, heights);
}

void paintHistogramLine(QPainter& painter, const Histogram& histogram, const QRectF& area, double value,
                        const QPen& pen)
{
    const auto x = histogramX(histogram, area, value);
    if (!x)
        return;
    painter.setPen(pen);
    painter.drawLine(QLineF(*x, area.top(), *x, area.bottom()));
}

void paintHistogramScale(QPainter& painter, const Histogram& histogram, const QRectF& area)
{
    const QFont caption = font(TextStyle::Caption);
    const QFontMetricsF measure(caption);
    const QRectF line(area.left(), area.bottom() + metrics::kUnit - 1, area.width(),
                      lineHeight(TextStyle::Caption));
    const QString low = valueText(histogram.low);
    const QString high = valueText(histogram.high);
    painter.setFont(caption);
    painter.setPen(theme().mutedText);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, low);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, high);
    const auto zero = histogramX(histogram, area, 0);
    if (!zero || *zero <= area.left() + measure.horizontalAdvance(low) + metrics::kMargin ||
        *zero >= area.right() - measure.horizontalAdvance(high) - metrics::kMargin)
        return;
    painter.drawLine(QLineF(*zero, area.bottom(), *zero, area.bottom() + 3));
    painter.drawText(QRectF(*zero - 10, line.top(), 20, line.height()), Qt::AlignCenter, u"0"_s);
}

double histogramScaleHeight()
{
    return lineHeight(TextStyle::Caption) + metrics::kUnit;
}

}  // namespace glyphscope
