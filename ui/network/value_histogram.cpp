// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/value_histogram.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/histogram_paint.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

namespace glyphscope {

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
    return QRectF(rect()).adjusted(0, 1, 0, -histogramScaleHeight());
}

QString ValueHistogram::tipAt(QPointF position) const
{
    const int bin = histogramBinAt(m_histogram, field(), position.x());
    if (bin < 0)
        return {};
    const BinRange range = histogramRange(m_histogram, bin);
    return tr("%Ln value(s) from %1 to %2\n(heights are logarithmic)", nullptr,
              static_cast<int>(m_histogram.counts[static_cast<std::size_t>(bin)]))
        .arg(valueText(range.low), valueText(range.high));
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
    const QRectF place = field();
    paintHistogram(painter, m_histogram, place, HistogramHeights::Logarithmic);
    if (m_histogram.counts.empty())
        return;
    paintHistogramLine(painter, m_histogram, place, 0, QPen(theme().mutedText, 1, Qt::DotLine));
    paintHistogramScale(painter, m_histogram, place);
}

}  // namespace glyphscope
