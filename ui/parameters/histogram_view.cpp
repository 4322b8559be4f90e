// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/histogram_view.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/histogram_paint.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {

HistogramView::HistogramView(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Histogram"));
    setToolTip(tr("How often the values occur, from the smallest to the largest; the line is their mean"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HistogramView::setStatistics(const std::optional<ParameterStatistics>& statistics)
{
    m_statistics = statistics;
    const int bins = m_statistics ? static_cast<int>(m_statistics->histogram.counts.size()) : 0;
    if (m_bin >= bins)
        m_bin = -1;
    update();
}

QSize HistogramView::sizeHint() const
{
    return {280, static_cast<int>(2 * lineHeight(TextStyle::Caption)) + 110};
}

QSize HistogramView::minimumSizeHint() const
{
    return {120, static_cast<int>(2 * lineHeight(TextStyle::Caption)) + 40};
}

QRectF HistogramView::area() const
{
    return QRectF(rect()).adjusted(metrics::kUnit, lineHeight(TextStyle::Caption) + metrics::kUnit,
                                   -metrics::kUnit, -histogramScaleHeight());
}

QString HistogramView::readout() const
{
    if (!m_statistics || m_bin < 0)
        return {};
    const Histogram& histogram = m_statistics->histogram;
    const BinRange range = histogramRange(histogram, m_bin);
    const std::int64_t count = histogram.counts[static_cast<std::size_t>(m_bin)];
    const double all = static_cast<double>(std::max<std::int64_t>(m_statistics->values.count, 1));
    return tr("%1 to %2: %Ln value(s), %3", nullptr, static_cast<int>(count))
        .arg(valueText(range.low), valueText(range.high), wholePercentText(static_cast<double>(count) / all));
}

void HistogramView::choose(int bin)
{
    if (bin == m_bin)
        return;
    m_bin = bin;
    setAccessibleDescription(readout());
    update();
}

void HistogramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF place = area();
    if (hasFocus()) {
        painter.setPen(QPen(theme().accent, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    if (!m_statistics || m_statistics->histogram.counts.empty()) {
        painter.setPen(theme().mutedText);
        painter.setFont(glyphscope::font(TextStyle::Caption));
        painter.drawText(place, Qt::AlignCenter, tr("Its values have not been counted yet"));
        return;
    }
    const Histogram& histogram = m_statistics->histogram;
    paintHistogram(painter, histogram, place, HistogramHeights::Linear, m_bin);
    paintHistogramLine(painter, histogram, place, m_statistics->values.mean,
                       QPen(theme().second, 1.5, Qt::DashLine));
    paintHistogramScale(painter, histogram, place);
    paintWords(painter, QRectF(place.left(), 0, place.width(), lineHeight(TextStyle::Caption)));
}

void HistogramView::paintWords(QPainter& painter, const QRectF& place) const
{
    const auto& counts = m_statistics->histogram.counts;
    const bool chosen = m_bin >= 0;
    const QString words = chosen ? readout()
                                 : tr("%Ln value(s) in the fullest of %1 bins", nullptr,
                                      static_cast<int>(std::ranges::max(counts)))
                                       .arg(counts.size());
    const QFont caption = glyphscope::font(TextStyle::Caption);
    painter.setFont(caption);
    painter.setPen(chosen ? theme().text : theme().mutedText);
    painter.drawText(place, (chosen ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                     QFontMetricsF(caption).elidedText(words, Qt::ElideRight, place.width()));
}

void HistogramView::mouseMoveEvent(QMouseEvent* event)
{
    choose(m_statistics ? histogramBinAt(m_statistics->histogram, area(), event->position().x()) : -1);
}

void HistogramView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    choose(-1);
}

void HistogramView::keyPressEvent(QKeyEvent* event)
{
    const int last = m_statistics ? static_cast<int>(m_statistics->histogram.counts.size()) - 1 : -1;
    switch (event->key()) {
    case Qt::Key_Left:
        choose(std::max(m_bin < 0 ? last : m_bin - 1, std::min(last, 0)));
        return;
    case Qt::Key_Right:
        choose(std::min(m_bin + 1, last));
        return;
    case Qt::Key_Home:
        choose(std::min(last, 0));
        return;
    case Qt::Key_End:
        choose(last);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HistogramView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void HistogramView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    choose(-1);
}

}  // namespace glyphscope
