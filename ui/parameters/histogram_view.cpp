// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/histogram_view.h"

#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/histogram_geometry.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

QString edgeText(double value)
{
    return valueText(value);
}

}  // namespace

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
                                   -metrics::kUnit, -lineHeight(TextStyle::Caption) - metrics::kUnit);
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
        .arg(edgeText(range.low), edgeText(range.high), wholePercentText(static_cast<double>(count) / all));
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
    paintBins(painter, place);
    paintScale(painter, place);
}

void HistogramView::paintBins(QPainter& painter, const QRectF& place) const
{
    const Theme& t = theme();
    const Histogram& histogram = m_statistics->histogram;
    if (m_bin >= 0)
        painter.fillRect(histogramBin(histogram, place, m_bin), blend(t.surface, t.mutedText, 0.22));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.accent, 1));
    painter.setBrush(blend(t.surface, t.accent, 0.35));
    painter.drawPolygon(histogramOutline(histogram, place));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(t.border, 1));
    painter.drawLine(QLineF(place.bottomLeft(), place.bottomRight()));
    if (const auto mean = histogramX(histogram, place, m_statistics->values.mean)) {
        painter.setPen(QPen(t.second, 1.5, Qt::DashLine));
        painter.drawLine(QLineF(*mean, place.top(), *mean, place.bottom()));
    }
}

void HistogramView::paintScale(QPainter& painter, const QRectF& place) const
{
    const Histogram& histogram = m_statistics->histogram;
    const QFont caption = glyphscope::font(TextStyle::Caption);
    const QFontMetricsF measure(caption);
    painter.setFont(caption);
    painter.setPen(theme().mutedText);
    const QRectF line(place.left(), place.bottom() + metrics::kUnit - 1, place.width(),
                      lineHeight(TextStyle::Caption));
    const QString low = edgeText(histogram.low);
    const QString high = edgeText(histogram.high);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, low);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, high);
    const auto zero = histogramX(histogram, place, 0);
    if (zero && *zero > place.left() + measure.horizontalAdvance(low) + metrics::kMargin &&
        *zero < place.right() - measure.horizontalAdvance(high) - metrics::kMargin) {
        painter.drawLine(QLineF(*zero, place.bottom(), *zero, place.bottom() + 3));
        painter.drawText(QRectF(*zero - 10, line.top(), 20, line.height()), Qt::AlignCenter, u"0"_s);
    }
    const QRectF top(place.left(), 0, place.width(), lineHeight(TextStyle::Caption));
    if (m_bin >= 0) {
        painter.setPen(theme().text);
        painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter,
                         measure.elidedText(readout(), Qt::ElideRight, top.width()));
        return;
    }
    const auto fullest = std::ranges::max(histogram.counts);
    painter.drawText(
        top, Qt::AlignLeft | Qt::AlignVCenter,
        measure.elidedText(tr("%Ln value(s) in the fullest of %1 bins", nullptr, static_cast<int>(fullest))
                               .arg(histogram.counts.size()),
                           Qt::ElideRight, top.width()));
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
