// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/reliability_diagram.h"

#include "ui/evaluation/reliability_text.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kTicks = 4;  // parts of an axis
constexpr double kSwatch = 10;

QString tickText(int tick)
{
    return u"%1\u00a0%"_s.arg(100 * tick / kTicks);
}

QColor barColour()
{
    return blend(theme().surface, theme().accent, 0.75);
}

void paintTooSure(QPainter& painter, const QRectF& place)
{
    painter.fillRect(place, blend(theme().surface, theme().caution, 0.3));
    painter.fillRect(place, QBrush(theme().caution, Qt::BDiagPattern));
}

void paintTooUnsure(QPainter& painter, const QRectF& place)
{
    painter.fillRect(place, blend(theme().surface, theme().accent, 0.3));
}

}  // namespace

ReliabilityDiagram::ReliabilityDiagram(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"evaluation.reliability"_s);
    setAccessibleName(tr("Reliability diagram: how often it is right against how sure it is"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ReliabilityDiagram::setReliability(const Reliability& reliability)
{
    m_reliability = reliability;
    const int last = static_cast<int>(reliability.bins.size()) - 1;
    setCurrent(std::min(m_hovered, last), std::min(m_chosen, last));
    describeCurrent();  // the same bin has other numbers now
    update();
}

ReliabilityLayout ReliabilityDiagram::diagramLayout() const
{
    return layoutIn(size());
}

ReliabilityLayout ReliabilityDiagram::layoutIn(QSizeF size) const
{
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    return layOutReliability(size, static_cast<int>(m_reliability.bins.size()), std::ceil(measure.height()),
                             std::ceil(measure.horizontalAdvance(tickText(kTicks))));
}

void ReliabilityDiagram::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // What stands below it is not to be far from it.
    setMaximumHeight(static_cast<int>(layoutIn({static_cast<double>(width()), QWIDGETSIZE_MAX}).total));
}

QSize ReliabilityDiagram::sizeHint() const
{
    return {360, 330};
}

QSize ReliabilityDiagram::minimumSizeHint() const
{
    return {200, 180};
}

void ReliabilityDiagram::setCurrent(int hovered, int chosen)
{
    if (hovered == m_hovered && chosen == m_chosen)
        return;
    m_hovered = hovered;
    m_chosen = chosen;
    describeCurrent();
    update();
    Q_EMIT currentChanged();
}

void ReliabilityDiagram::describeCurrent()
{
    setAccessibleDescription(current() < 0 ? QString() : binText(m_reliability, current()));
}

void ReliabilityDiagram::paintEvent(QPaintEvent*)
{
    if (m_reliability.bins.empty())
        return;
    QPainter painter(this);
    painter.setFont(glyphscope::font(TextStyle::Caption));
    const ReliabilityLayout layout = diagramLayout();
    paintLegend(painter, layout);
    if (current() >= 0)
        painter.fillRect(layout.column(current()), blend(theme().surface, theme().mutedText, 0.14));
    paintAxes(painter, layout);
    const auto& bins = m_reliability.bins;
    const std::int64_t most = std::ranges::max(bins, {}, &ReliabilityBin::count).count;
    for (int bin = 0; bin < layout.bins; ++bin)
        paintBin(painter, layout, bin, most);
    paintDiagonal(painter, layout);
    if (hasFocus() && m_chosen >= 0) {
        painter.setPen(QPen(theme().accent, 1));
        painter.drawRect(layout.column(m_chosen).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void ReliabilityDiagram::paintLegend(QPainter& painter, const ReliabilityLayout& layout) const
{
    const QFontMetricsF measure(painter.font());
    double x = 0;
    const auto entry = [&](const QString& text, auto&& paintSwatch) {
        if (x + kSwatch + metrics::kUnit + measure.horizontalAdvance(text) > layout.legend.right())
            return;
        const QRectF swatch(x, layout.legend.center().y() - kSwatch / 2, kSwatch, kSwatch);
        paintSwatch(swatch);
        painter.setPen(theme().mutedText);
        painter.drawText(QRectF(swatch.right() + metrics::kUnit, layout.legend.top(), layout.legend.width(),
                                layout.legend.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        x = swatch.right() + metrics::kUnit + measure.horizontalAdvance(text) + metrics::kPadding;
    };
    entry(tr("Right"), [&](const QRectF& swatch) { painter.fillRect(swatch, barColour()); });
    entry(tr("Right, not so sure"), [&](const QRectF& swatch) { paintTooUnsure(painter, swatch); });
    entry(tr("Sure, not so right"), [&](const QRectF& swatch) { paintTooSure(painter, swatch); });
    entry(tr("95\u00a0% range"), [&](const QRectF& swatch) {
        painter.setPen(QPen(theme().text, 1));
        painter.drawLine(QPointF(swatch.center().x(), swatch.top()),
                         QPointF(swatch.center().x(), swatch.bottom()));
    });
}

void ReliabilityDiagram::paintAxes(QPainter& painter, const ReliabilityLayout& layout) const
{
    const double half = layout.accuracyAxis.width() / 2 + 1;
    const double line = layout.confidenceAxis.height();
    for (int tick = 0; tick <= kTicks; ++tick) {
        const double share = static_cast<double>(tick) / kTicks;
        const QPointF side = layout.at(0, share);
        const QPointF foot = layout.at(share, 0);
        painter.setPen(QPen(theme().border, 1));
        painter.drawLine(QPointF(side.x(), std::round(side.y()) + 0.5),
                         QPointF(layout.square.right(), std::round(side.y()) + 0.5));
        painter.setPen(theme().mutedText);
        if (tick > 0)  // the corner has one from below
            painter.drawText(QRectF(0, side.y() - line / 2, layout.accuracyAxis.width(), line),
                             Qt::AlignRight | Qt::AlignVCenter, tickText(tick));
        painter.drawText(QRectF(foot.x() - half, layout.confidenceAxis.top(), 2 * half, line),
                         Qt::AlignCenter, tickText(tick));
    }
    painter.setPen(QPen(theme().border, 1));
    painter.drawLine(QPointF(layout.counts.left(), std::round(layout.counts.bottom()) + 0.5),
                     QPointF(layout.counts.right(), std::round(layout.counts.bottom()) + 0.5));
    painter.setPen(theme().mutedText);
    painter.drawText(QRectF(layout.counts.left(), layout.counts.bottom() + 2, layout.counts.width(), line),
                     Qt::AlignHCenter | Qt::AlignVCenter,
                     QFontMetricsF(painter.font())
                         .elidedText(tr("how sure, and how many images (logarithmic)"), Qt::ElideRight,
                                     layout.counts.width()));
}

void ReliabilityDiagram::paintBin(QPainter& painter, const ReliabilityLayout& layout, int bin,
                                  std::int64_t most) const
{
    const ReliabilityBin& values = m_reliability.bins[static_cast<std::size_t>(bin)];
    if (values.count == 0)
        return;
    painter.fillRect(layout.bar(bin, values.accuracy), barColour());
    if (values.accuracy < values.confidence)
        paintTooSure(painter, layout.gap(bin, values));
    else
        paintTooUnsure(painter, layout.gap(bin, values));
    painter.fillRect(layout.countBar(bin, values.count, most),
                     blend(theme().surface, theme().mutedText, 0.6));
    const Interval interval = accuracyInterval(values);
    const double x = std::round(layout.column(bin).center().x()) + 0.5;
    painter.setPen(QPen(theme().text, 1));
    painter.drawLine(QPointF(x, layout.at(0, interval.high).y()), QPointF(x, layout.at(0, interval.low).y()));
}

void ReliabilityDiagram::paintDiagonal(QPainter& painter, const ReliabilityLayout& layout) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme().text, 1.2, Qt::DashLine));
    painter.drawLine(layout.at(0, 0), layout.at(1, 1));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void ReliabilityDiagram::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_reliability.bins.size()) - 1;
    const auto choose = [&](int bin) { setCurrent(-1, std::clamp(bin, 0, last)); };
    if (last < 0)
        QWidget::keyPressEvent(event);
    else if (event->key() == Qt::Key_Left)
        choose(current() < 0 ? last : current() - 1);
    else if (event->key() == Qt::Key_Right)
        choose(current() + 1);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(last);
    else
        QWidget::keyPressEvent(event);
}

void ReliabilityDiagram::mouseMoveEvent(QMouseEvent* event)
{
    setCurrent(diagramLayout().binAt(event->position()), m_chosen);
    QWidget::mouseMoveEvent(event);
}

void ReliabilityDiagram::leaveEvent(QEvent* event)
{
    setCurrent(-1, m_chosen);
    QWidget::leaveEvent(event);
}

void ReliabilityDiagram::focusInEvent(QFocusEvent* event)
{
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && m_chosen < 0 && !m_reliability.bins.empty())
        setCurrent(m_hovered, static_cast<int>(m_reliability.bins.size()) - 1);
    QWidget::focusInEvent(event);
}

void ReliabilityDiagram::focusOutEvent(QFocusEvent* event)
{
    setCurrent(m_hovered, -1);
    QWidget::focusOutEvent(event);
}

}  // namespace glyphscope
