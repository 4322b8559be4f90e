// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_chart.h"

#include "ui/curves/curve_legend.h"
#include "ui/curves/curve_plot.h"
#include "ui/curves/curve_runs.h"
#include "ui/style/theme.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kFrame = 34;               // milliseconds: at most 30 frames a second
constexpr std::size_t kSlice = 500'000;  // values worked on between two looks at what the user does: 3 ms

}  // namespace

CurvePlot* CurveChart::plot(Quantity quantity) const
{
    return m_plots[static_cast<std::size_t>(quantity)];
}

bool CurveChart::isDisplayed(Quantity quantity) const
{
    return !plot(quantity)->isHidden();
}

void CurveChart::addSteps(const std::vector<StepStats>& steps)
{
    if (steps.empty())
        return;
    if (!m_curves->steps.step.empty() && steps.front().step <= m_curves->steps.step.back())
        replaceRun(std::make_shared<RunCurves>(curvesBefore(*m_curves, steps.front().step)));
    for (const StepStats& step : steps)
        m_curves->steps.add(step);
    m_totalSteps = steps.back().totalSteps;
    markDirty();
}

void CurveChart::addEpoch(const EpochStats& epoch)
{
    m_curves->epochs.push_back(epoch);
    markDirty();
}

void CurveChart::addMark(const RunMark& mark)
{
    m_curves->marks.push_back(mark);
    markDirty();
}

void CurveChart::clear()
{
    setRun({}, {});
}

void CurveChart::setRun(const QString& name, RunCurves curves)
{
    m_totalSteps = 0;
    m_model.zoom.reset();
    m_model.runs.front().name = name.isEmpty() ? tr("this run") : name;
    replaceRun(std::make_shared<RunCurves>(std::move(curves)));
    m_legend->setRuns(m_model.runs);
    arrange();
}

void CurveChart::replaceRun(std::shared_ptr<RunCurves> curves)
{
    m_curves = std::move(curves);
    m_model.runs.front().series = std::make_shared<RunSeries>(m_curves);
    m_model.runs.front().series->setWeight(m_look.smoothing);
    markDirty();
}

void CurveChart::setOverlays(const std::vector<RunOverlay>& overlays)
{
    m_model.runs = withOverlays(m_model.runs, overlays, m_look.smoothing);
    m_legend->setRuns(m_model.runs);
    arrange();
}

void CurveChart::setCursor(std::optional<std::int64_t> step)
{
    m_model.cursor = step;
    markDirty();
}

void CurveChart::setShown(const QString& id, bool shown)
{
    for (ChartRun& run : m_model.runs)
        if (run.id == id)
            run.shown = shown;
    ++m_model.version;
    markDirty();
}

void CurveChart::setAxis(CurveAxis axis)
{
    m_model.axis = axis;
    m_model.zoom.reset();
    m_model.hovered.reset();
    m_look.axis = axis;
    markDirty();
}

void CurveChart::setZoom(std::optional<AxisRange> zoom)
{
    m_model.zoom = zoom == m_model.limits ? std::nullopt : zoom;
    markDirty();
}

void CurveChart::setHovered(std::optional<double> position)
{
    if (position == m_model.hovered)
        return;
    m_model.hovered = position;
    m_reading = true;
    startClock();
}

void CurveChart::setLimits()
{
    double end = 0;
    for (const ChartRun& run : m_model.runs)
        if (run.shown)
            end = std::max(end, run.series->end(m_model.axis));
    const ChartRun& own = m_model.runs.front();
    if (own.shown && m_model.axis != CurveAxis::Time)
        end = std::max(end, own.series->ofStep(m_model.axis, static_cast<double>(m_totalSteps)));
    m_model.limits = {0, end > 0 ? end : 1};
    if (m_model.zoom)
        m_model.zoom = panned(*m_model.zoom, 0, m_model.limits);
}

bool CurveChart::prepare(std::size_t budget) const
{
    bool complete = true;
    for (const ChartRun& run : m_model.runs)
        for (const Quantity quantity : kQuantities)
            if (run.shown && isDisplayed(quantity))
                complete = run.series->prepare(quantity, budget) && complete;
    return complete;
}

void CurveChart::work()
{
    if (!prepare(kSlice))
        m_worker->start();
    ++m_model.version;
    markDirty();
}

void CurveChart::markDirty()
{
    m_dirty = true;
    startClock();
}

void CurveChart::startClock()
{
    if (!isVisible() || m_clock->isActive())
        return;
    const qint64 since = m_frame.isValid() ? m_frame.elapsed() : kFrame;
    m_clock->start(static_cast<int>(std::clamp<qint64>(kFrame - since, 0, kFrame)));
}

void CurveChart::drawFrame()
{
    m_frame.start();
    m_reading = false;
    if (!m_dirty) {
        for (CurvePlot* plot : m_plots)
            plot->readOut();
        return;
    }
    m_dirty = false;
    if (!m_worker->isActive() && !prepare(kSlice))
        m_worker->start();
    setLimits();
    for (CurvePlot* plot : m_plots)
        if (!plot->isHidden())
            plot->refresh();
}

void CurveChart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty || m_reading)
        startClock();
}

void CurveChart::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_clock->stop();
    m_worker->stop();
}

void CurveChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace glyphscope
