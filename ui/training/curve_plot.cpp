// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curve_plot.h"

#include "ui/style/theme.h"
#include "ui/training/decimation.h"
#include "ui/training/training_numbers.h"

#include <QtCharts/QChart>
#include <QtGui/QFontMetricsF>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QGraphicsLayout>

#include <algorithm>
#include <cmath>
#include <functional>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr double kMark = 8;         // diameter of a test mark
constexpr double kRim = 5;          // around what is plotted: half a mark and its edge
constexpr double kOutliers = 0.08;  // share of the course that may leave the plot: the first, steep steps

double captionHeight()
{
    return std::ceil(QFontMetricsF(glyphscope::font(TextStyle::Caption)).height());
}

/// The value that all but `share` of the points stay below.
double upperBound(const QList<QPointF>& points, double share)
{
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(points.size()));
    for (const QPointF& point : points)
        values.push_back(point.y());
    const auto beyond = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size()));
    const auto at = values.begin() + beyond;
    std::nth_element(values.begin(), at, values.end(), std::greater<>());
    return *at;
}

double lowerBound(QList<QPointF> points, double share)
{
    for (QPointF& point : points)
        point.setY(-point.y());
    return -upperBound(points, share);
}

template <typename Points>
auto nearest(const Points& points, double x)
{
    const auto after = std::lower_bound(points.begin(), points.end(), x,
                                        [](const QPointF& point, double value) { return point.x() < value; });
    if (after == points.begin() || (after != points.end() && after->x() - x < x - std::prev(after)->x()))
        return after;
    return std::prev(after);
}

}  // namespace

CurvePlot::CurvePlot(Quantity quantity, QWidget* parent)
    : QChartView(parent)
    , m_quantity(quantity)
    , m_rawCurve(new QLineSeries)
    , m_smoothCurve(new QLineSeries)
    , m_testCurve(new QLineSeries)
    , m_testMarks(new QScatterSeries)
    , m_stepAxis(new QValueAxis)
    , m_valueAxis(new QValueAxis)
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    // Ticks and their texts are painted here, on whole pixels and never cut to "...".
    m_stepAxis->setVisible(false);
    m_valueAxis->setVisible(false);
    chart()->addAxis(m_stepAxis, Qt::AlignBottom);
    chart()->addAxis(m_valueAxis, Qt::AlignLeft);
    for (QXYSeries* series :
         std::initializer_list<QXYSeries*>{m_rawCurve, m_testCurve, m_smoothCurve, m_testMarks}) {
        chart()->addSeries(series);
        series->attachAxis(m_stepAxis);
        series->attachAxis(m_valueAxis);
    }
    m_testMarks->setMarkerSize(kMark);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    setFocusPolicy(Qt::NoFocus);
    setRubberBand(QChartView::NoRubberBand);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setAccessibleName(quantity == Quantity::Loss ? tr("Loss") : tr("Accuracy"));
    recolour();
    setRanges({});
}

void CurvePlot::addPoint(QPointF point)
{
    m_raw.push_back(point);
    m_smooth.push_back({point.x(), m_average.add(point.y())});
}

void CurvePlot::clear()
{
    m_raw.clear();
    m_smooth.clear();
    m_test.clear();
    m_total = 0;
    m_hovered.reset();
    m_average = DebiasedAverage(m_weight);
}

void CurvePlot::setSmoothing(double weight)
{
    m_weight = weight;
    m_average = DebiasedAverage(weight);
    for (std::size_t i = 0; i < m_raw.size(); ++i)
        m_smooth[i].setY(m_average.add(m_raw[i].y()));
}

void CurvePlot::refresh()
{
    const double total = std::max({m_total, m_raw.empty() ? 0 : m_raw.back().x(), 1.0});
    const int columns = std::max(1, qRound(inner().width()));
    const QList<QPointF> course = decimate(m_smooth, 0, total, columns);
    setRanges(course);
    m_rawCurve->replace(decimate(m_raw, 0, total, columns));
    m_smoothCurve->replace(course);
    m_testCurve->replace(m_test);
    m_testMarks->replace(m_test);
    setAccessibleDescription(readout());
    viewport()->update();
}

void CurvePlot::setRanges(const QList<QPointF>& shown)
{
    const QRectF area = inner();
    const double labelWidth =
        QFontMetricsF(glyphscope::font(TextStyle::Caption)).horizontalAdvance(u"0,000,000"_s);
    m_steps = ticksUpTo(std::max({m_total, m_raw.empty() ? 0 : m_raw.back().x(), 1.0}),
                        std::clamp(static_cast<int>(area.width() / (1.5 * labelWidth)), 2, 6));
    const bool loss = m_quantity == Quantity::Loss;
    double low = loss ? 0 : 1;
    double high = loss ? 0 : 1;
    if (!shown.isEmpty())
        (loss ? high : low) = loss ? upperBound(shown, kOutliers) : lowerBound(shown, kOutliers);
    for (const QPointF& point : m_test)
        (loss ? high : low) = loss ? std::max(high, point.y()) : std::min(low, point.y());
    if (loss && high <= 0)
        high = 1;
    if (!loss && (low >= 1 || shown.isEmpty()))
        low = shown.isEmpty() ? 0 : 0.95;
    m_values =
        roundTicks(low, high, std::clamp(static_cast<int>(area.height() / (2.2 * captionHeight())), 2, 5));
    const double stepsOfRim = kRim * (m_steps.to - m_steps.from) / std::max(1.0, area.width());
    const double valuesOfRim = kRim * (m_values.to - m_values.from) / std::max(1.0, area.height());
    m_stepAxis->setRange(m_steps.from, m_steps.to + stepsOfRim);
    m_valueAxis->setRange(m_values.from - valuesOfRim, m_values.to + valuesOfRim);
}

QRectF CurvePlot::inner() const
{
    return chart()->plotArea().adjusted(0, kRim, -kRim, -kRim);
}

QPointF CurvePlot::toPixel(QPointF point) const
{
    const QRectF area = inner();
    return {area.left() + (point.x() - m_steps.from) / (m_steps.to - m_steps.from) * area.width(),
            area.bottom() - (point.y() - m_values.from) / (m_values.to - m_values.from) * area.height()};
}

QString CurvePlot::valueText(double value) const
{
    return m_quantity == Quantity::Loss ? lossText(value) : percentText(value);
}

QString CurvePlot::tickText(double value) const
{
    if (m_quantity == Quantity::Loss)
        return QString::number(value, 'f', m_values.decimals);
    return QString::number(100 * value, 'f', std::max(0, m_values.decimals - 2)) + u'%';
}

QString CurvePlot::readout() const
{
    if (m_raw.empty() || !m_hovered)
        return {};
    const auto index = nearest(m_smooth, *m_hovered) - m_smooth.begin();
    const QPointF& point = m_smooth[static_cast<std::size_t>(index)];
    return tr("step %1: %2").arg(countText(point.x()), valueText(point.y()));
}

void CurvePlot::setHovered(std::optional<double> step)
{
    if (step == m_hovered)
        return;
    m_hovered = step;
    viewport()->update();
}

void CurvePlot::layOut()
{
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    const double left = std::ceil(measure.horizontalAdvance(u"99.5%"_s)) + metrics::kGap;
    const double top = captionHeight() + metrics::kGap;
    const double bottom = captionHeight() + metrics::kUnit;
    const QRectF area(left, top, width() - left - metrics::kGap, height() - top - bottom);
    chart()->setPlotArea(QRectF(area.toAlignedRect()));
}

void CurvePlot::recolour()
{
    const auto pen = [](const QColor& colour, double width) {
        return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    QColor faint = theme().accent;
    faint.setAlphaF(theme().dark ? 0.3F : 0.28F);
    QColor link = theme().second;
    link.setAlphaF(0.6F);
    m_rawCurve->setPen(pen(faint, 1));
    m_smoothCurve->setPen(pen(theme().accent, 2));
    m_testCurve->setPen(pen(link, 1.25));
    m_testMarks->setPen(pen(theme().surface, 1.5));
    m_testMarks->setBrush(theme().second);
    viewport()->update();
}

void CurvePlot::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
    refresh();
}

void CurvePlot::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        recolour();
        layOut();
    }
}

void CurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF area = inner();
    const double x = event->position().x();
    if (m_raw.empty() || x < area.left() || x > area.right()) {
        Q_EMIT hovered(std::nullopt);
        return;
    }
    Q_EMIT hovered(
        std::clamp((x - area.left()) / area.width() * m_steps.to, m_raw.front().x(), m_raw.back().x()));
}

bool CurvePlot::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT hovered(std::nullopt);
    return QChartView::viewportEvent(event);
}

}  // namespace glyphscope
