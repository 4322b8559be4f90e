// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_curves_view.h"

#include "ui/curves/curve_plot.h"
#include "ui/style/theme.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kSideBySide = 560;
constexpr int kPlotHeight = 234;  // with title and axis; 180 and more of it are the plot
constexpr double kSmoothing = 0.6;

}  // namespace

ChartRun chartRun(const QString& id, const QString& name, int style, std::shared_ptr<const RunCurves> curves)
{
    if (!curves)
        curves = std::make_shared<const RunCurves>();
    ChartRun run{id, name, style, true, std::make_shared<RunSeries>(std::move(curves))};
    run.series->setWeight(kSmoothing);
    return run;
}

RunCurvesView::RunCurvesView(QWidget* parent)
    : QWidget(parent), m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    setObjectName(u"runs.curves"_s);
    m_model.runs = {chartRun({}, {}, 0, nullptr), chartRun({}, {}, 1, nullptr)};
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kPadding);
    const std::array quantities{Quantity::Accuracy, Quantity::Loss};
    for (std::size_t i = 0; i < quantities.size(); ++i) {
        auto* plot = new CurvePlot(m_model, quantities[i], this);
        // The training's chart has plots of the same names.
        plot->setObjectName(u"runs."_s + keyOf(quantities[i]) + u"Plot"_s);
        if (auto* logarithmic = plot->findChild<QToolButton*>())
            logarithmic->setObjectName(u"runs."_s + keyOf(quantities[i]) + u"Log"_s);
        plot->setMinimumHeight(kPlotHeight);
        m_plots[i] = plot;
        m_layout->addWidget(plot);
        connect(plot, &CurvePlot::hovered, this, [this](std::optional<double> position) {
            m_model.hovered = position;
            for (CurvePlot* each : m_plots)
                each->readOut();
        });
        connect(plot, &CurvePlot::zoomWanted, this, [this](AxisRange range) {
            m_model.zoom = range;
            refresh();
        });
        connect(plot, &CurvePlot::wholeWanted, this, [this] {
            m_model.zoom.reset();
            refresh();
        });
        connect(plot, &CurvePlot::scaleChanged, this, &RunCurvesView::refresh);
    }
}

void RunCurvesView::setRuns(const std::array<ChartRun, 2>& runs)
{
    const bool same = std::ranges::equal(m_model.runs, runs, {}, &ChartRun::id, &ChartRun::id);
    m_model.runs.assign(runs.begin(), runs.end());
    if (!same)
        m_model.zoom.reset();
    double end = 0;
    for (const ChartRun& run : m_model.runs)
        end = std::max(end, run.series->end(m_model.axis));
    m_model.limits = {0, end > 0 ? end : 1};
    ++m_model.version;
    refresh();
}

void RunCurvesView::refresh()
{
    for (const ChartRun& run : m_model.runs) {
        auto budget = static_cast<std::size_t>(-1);
        for (const CurvePlot* plot : m_plots)
            run.series->prepare(plot->quantity(), budget);
    }
    for (CurvePlot* plot : m_plots)
        plot->refresh();
}

void RunCurvesView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RunCurvesView::setStacked(bool stacked)
{
    m_stacked = stacked;
    arrange();
}

void RunCurvesView::arrange()
{
    m_layout->setDirection(width() >= kSideBySide && !m_stacked ? QBoxLayout::LeftToRight
                                                                : QBoxLayout::TopToBottom);
}

}  // namespace glyphscope
