// SPDX-License-Identifier: GPL-3.0-or-later
// How a CurvePlot paints what is no curve: hairlines, numbers, title, pointer.
#include "ui/style/theme.h"
#include "ui/training/curve_plot.h"
#include "ui/training/training_numbers.h"

#include <QtCharts/QChart>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace glyphscope {

using namespace Qt::StringLiterals;

void CurvePlot::drawBackground(QPainter* painter, const QRectF&)
{
    const QRectF area = chart()->plotArea();
    const QFont caption = glyphscope::font(TextStyle::Caption);
    const double line = QFontMetricsF(caption).height();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(caption);
    for (const double value : m_values.values) {
        const double y = std::round(toPixel({m_steps.from, value}).y());
        painter->setPen(QPen(theme().border, 0));
        painter->drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter->setPen(theme().mutedText);
        painter->drawText(QRectF(0, y - line / 2, area.left() - metrics::kGap, line),
                          Qt::AlignRight | Qt::AlignVCenter, tickText(value));
    }
    for (const double step : m_steps.values) {
        const double x = std::round(toPixel({step, m_values.from}).x());
        const QString text = countText(step);
        const double wide = std::ceil(QFontMetricsF(caption).horizontalAdvance(text)) + 2;
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter->setPen(QPen(theme().border, 0));
        painter->drawLine(QPointF(x, inner().bottom()), QPointF(x, inner().bottom() + 3));
        painter->setPen(theme().mutedText);
        painter->drawText(QRectF(left, inner().bottom() + metrics::kUnit + 1, wide, line), Qt::AlignCenter,
                          text);
    }
    painter->restore();
}

void CurvePlot::drawForeground(QPainter* painter, const QRectF&)
{
    painter->save();
    paintTitle(*painter);
    paintHover(*painter);
    painter->restore();
}

void CurvePlot::paintTitle(QPainter& painter) const
{
    const double line = std::ceil(QFontMetricsF(glyphscope::font(TextStyle::Caption)).height());
    QFont strong = glyphscope::font(TextStyle::Caption);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(theme().text);
    double x = 0;
    painter.drawText(QRectF(x, 0, width(), line), Qt::AlignLeft | Qt::AlignVCenter, accessibleName());
    x += QFontMetricsF(strong).horizontalAdvance(accessibleName()) + metrics::kMargin;

    painter.setFont(glyphscope::font(TextStyle::Caption));
    const QFontMetricsF measure(painter.font());
    const QString read = readout();
    const double end = width() - (read.isEmpty() ? 0 : measure.horizontalAdvance(read) + metrics::kGap);
    painter.setPen(theme().text);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignRight | Qt::AlignVCenter, read);
    const auto entry = [&](const QString& text, bool test) {
        const double wide = 14 + metrics::kUnit + measure.horizontalAdvance(text);
        if (x + wide > end)
            return;
        painter.setPen(QPen(theme().accent, 2, Qt::SolidLine, Qt::RoundCap));
        const QPointF middle(x + 7, std::round(line / 2));
        if (test) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme().second);
            painter.drawEllipse(middle, 3.5, 3.5);
        } else {
            painter.drawLine(middle - QPointF(6, 0), middle + QPointF(6, 0));
        }
        painter.setPen(theme().mutedText);
        painter.drawText(QRectF(x + 14 + metrics::kUnit, 0, wide, line), Qt::AlignLeft | Qt::AlignVCenter,
                         text);
        x += wide + metrics::kPadding;
    };
    entry(tr("training"), false);
    entry(tr("test"), true);
}

void CurvePlot::paintHover(QPainter& painter) const
{
    if (!m_hovered || m_raw.empty())
        return;
    const QRectF area = chart()->plotArea();
    const double x = std::round(toPixel({*m_hovered, 0}).x());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme().mutedText, 0));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

}  // namespace glyphscope
