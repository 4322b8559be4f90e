// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/value_histogram.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

namespace glyphscope {

QRectF binRect(const Histogram& histogram, int bin, const QRectF& field)
{
    const auto most = *std::max_element(histogram.counts.begin(), histogram.counts.end());
    const auto count = histogram.counts[static_cast<std::size_t>(bin)];
    const double share =
        most == 0 ? 0.0 : std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(most));
    const double width = field.width() / static_cast<double>(histogram.counts.size());
    const double height = share * field.height();
    return {field.left() + bin * width, field.bottom() - height, width, height};
}

std::optional<double> placeOf(const Histogram& histogram, double value, const QRectF& field)
{
    const double low = static_cast<double>(histogram.low);
    const double high = static_cast<double>(histogram.high);
    if (high <= low || value < low || value > high)
        return std::nullopt;
    return field.left() + (value - low) / (high - low) * field.width();
}

ValueHistogram::ValueHistogram(QWidget* parent) : QWidget(parent)
{
    setFont(glyphscope::font(TextStyle::Caption));
    setAccessibleName(tr("Histogram"));
}

void ValueHistogram::setHistogram(const Histogram& histogram)
{
    if (histogram == m_histogram)
        return;
    m_histogram = histogram;
    update();
}

QRectF ValueHistogram::field() const
{
    return QRectF(rect()).adjusted(0, 1, 0, -fontMetrics().height() - 2);
}

QString ValueHistogram::tipAt(QPointF position) const
{
    const QRectF place = field();
    const auto bins = static_cast<int>(m_histogram.counts.size());
    if (bins == 0 || position.x() < place.left() || position.x() >= place.right())
        return {};
    const int bin = static_cast<int>((position.x() - place.left()) / place.width() * bins);
    const double width =
        (static_cast<double>(m_histogram.high) - static_cast<double>(m_histogram.low)) / bins;
    const double from = static_cast<double>(m_histogram.low) + bin * width;
    return tr("%Ln value(s) from %1 to %2\n(heights are logarithmic)", nullptr,
              static_cast<int>(m_histogram.counts[static_cast<std::size_t>(bin)]))
        .arg(valueText(from), valueText(from + width));
}

bool ValueHistogram::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

void ValueHistogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& t = theme();
    const QRectF place = field();
    painter.setPen(t.border);
    painter.drawLine(place.bottomLeft(), place.bottomRight());
    if (m_histogram.counts.empty())
        return;
    const QColor colour = blend(t.surface, t.accent, 0.75);
    for (int bin = 0; bin < static_cast<int>(m_histogram.counts.size()); ++bin)
        painter.fillRect(binRect(m_histogram, bin, place).adjusted(0.5, 0, -0.5, 0), colour);
    const QRectF words(place.left(), place.bottom() + 2, place.width(), fontMetrics().height());
    painter.setPen(t.mutedText);
    const QString low = valueText(static_cast<double>(m_histogram.low));
    const QString high = valueText(static_cast<double>(m_histogram.high));
    painter.drawText(words, Qt::AlignLeft, low);
    painter.drawText(words, Qt::AlignRight, high);
    const std::optional<double> zero = placeOf(m_histogram, 0, place);
    if (!zero)
        return;
    painter.setPen(QPen(t.mutedText, 1, Qt::DotLine));
    painter.drawLine(QPointF(*zero, place.top()), QPointF(*zero, place.bottom()));
    const double half = fontMetrics().horizontalAdvance(u'0');
    const bool apart = *zero - half > place.left() + fontMetrics().horizontalAdvance(low) &&
                       *zero + half < place.right() - fontMetrics().horizontalAdvance(high);
    painter.setPen(t.mutedText);
    if (apart)
        painter.drawText(QRectF(*zero - 20, words.top(), 40, words.height()), Qt::AlignHCenter,
                         QStringLiteral("0"));
}

}  // namespace glyphscope
