// SPDX-License-Identifier: GPL-3.0-or-later
// How a CurveChart is put together, on the screen and in a picture.
#include "ui/curves/curve_chart.h"
#include "ui/curves/curve_grid.h"
#include "ui/curves/curve_legend.h"
#include "ui/curves/curve_picture.h"
#include "ui/curves/curve_plot.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kTabPadding = 14;  // of the style sheet, which is not in a tool button's size hint
constexpr double kWholeSlider = 999;

}  // namespace

CurveChart::CurveChart(QWidget* parent)
    : QWidget(parent)
    , m_curves(std::make_shared<RunCurves>())
    , m_clock(new QTimer(this))
    , m_worker(new QTimer(this))
{
    setObjectName(u"training.chart"_s);
    m_clock->setObjectName(u"training.chartClock"_s);
    m_clock->setSingleShot(true);
    m_worker->setObjectName(u"training.chartWorker"_s);
    m_worker->setSingleShot(true);
    m_worker->setInterval(0);
    m_model.runs.push_back({QString(), tr("this run"), 0, true, std::make_shared<RunSeries>(m_curves)});
    connect(m_clock, &QTimer::timeout, this, &CurveChart::drawFrame);
    connect(m_worker, &QTimer::timeout, this, &CurveChart::work);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    m_header = new QBoxLayout(QBoxLayout::LeftToRight);
    m_header->setSpacing(metrics::kUnit);
    m_header->addWidget(buildTabs());
    m_header->addLayout(buildControls(), 1);
    layout->addLayout(m_header);
    m_legend = new CurveLegend(this);
    m_legend->hide();
    connect(m_legend, &CurveLegend::shownChanged, this, &CurveChart::setShown);
    layout->addWidget(m_legend);
    m_grid = new QGridLayout;
    m_grid->setSpacing(metrics::kPadding);
    layout->addLayout(m_grid, 1);
    buildPlots();
    setSmoothing(m_look.smoothing);
    arrange();
}

void CurveChart::buildPlots()
{
    for (const Quantity quantity : kQuantities) {
        auto* plot = new CurvePlot(m_model, quantity, this);
        m_plots[static_cast<std::size_t>(quantity)] = plot;
        connect(plot, &CurvePlot::hovered, this, &CurveChart::setHovered);
        connect(plot, &CurvePlot::zoomWanted, this, &CurveChart::setZoom);
        connect(plot, &CurvePlot::wholeWanted, this, [this] { setZoom(std::nullopt); });
        connect(plot, &CurvePlot::scaleChanged, this, &CurveChart::markDirty);
    }
}

QWidget* CurveChart::buildTabs()
{
    m_tabRow = new QWidget(this);
    auto* row = new WrappingRow(m_tabRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kUnit / 2);
    for (const Quantity quantity : kQuantities) {
        auto* tab = new QToolButton(m_tabRow);
        tab->setObjectName(u"training."_s + keyOf(quantity) + u"Tab"_s);
        tab->setText(nameOf(quantity));
        tab->setMinimumWidth(tab->fontMetrics().horizontalAdvance(tab->text()) + kTabPadding);
        tab->setToolTip(tr("Show or hide the plot of: %1").arg(nameOf(quantity)));
        tab->setCheckable(true);
        tab->setProperty("small", true);
        tab->setFocusPolicy(Qt::StrongFocus);
        connect(tab, &QToolButton::clicked, this, [this, quantity] { choose(quantity); });
        m_tabs[static_cast<std::size_t>(quantity)] = tab;
        row->addWidget(tab);
    }
    return m_tabRow;
}

QBoxLayout* CurveChart::buildControls()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kUnit);
    m_axis = new QComboBox(this);
    m_axis->setObjectName(u"training.axis"_s);
    m_axis->setAccessibleName(tr("Over"));
    m_axis->setToolTip(tr("What the curves run over"));
    m_axis->addItems({tr("Step"), tr("Epoch"), tr("Time")});
    m_axis->setFont(glyphscope::font(TextStyle::Caption));
    connect(m_axis, &QComboBox::currentIndexChanged, this,
            [this](int index) { setAxis(static_cast<CurveAxis>(index)); });
    m_caption = new QLabel(tr("Smoothin&g"), this);
    m_caption->setProperty("role", u"muted"_s);
    m_caption->setFont(glyphscope::font(TextStyle::Caption));
    m_smoothing = new QSlider(Qt::Horizontal, this);
    m_smoothing->setObjectName(u"training.smoothing"_s);
    m_smoothing->setRange(0, static_cast<int>(kWholeSlider));
    m_smoothing->setSingleStep(10);
    m_smoothing->setPageStep(100);
    m_smoothing->setMinimumWidth(40);
    m_smoothing->setMaximumWidth(140);
    m_smoothing->setToolTip(tr("Weight of the past in the strong curves, as in TensorBoard"));
    m_caption->setBuddy(m_smoothing);
    m_smoothingValue = new QLabel(this);
    m_smoothingValue->setObjectName(u"training.smoothingValue"_s);
    m_smoothingValue->setFont(glyphscope::font(TextStyle::Caption));
    m_smoothingValue->setFixedWidth(QFontMetrics(m_smoothingValue->font()).horizontalAdvance(u"0.000"_s) + 2);
    connect(m_smoothing, &QSlider::valueChanged, this, [this](int value) { setSmoothing(value / 1000.0); });
    row->addStretch(1);
    row->addWidget(m_axis);
    row->addWidget(m_caption);
    row->addWidget(m_smoothing, 2);
    row->addWidget(m_smoothingValue);
    row->addWidget(buildMenu());
    return row;
}

QToolButton* CurveChart::buildMenu()
{
    m_more = new QToolButton(this);
    m_more->setObjectName(u"training.curveMenu"_s);
    m_more->setText(tr("Save"));
    m_more->setToolTip(tr("Save the curves to a file"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setProperty("small", true);
    auto* menu = new QMenu(m_more);
    const auto add = [&](const QString& text, const QString& name, CurveFormat format) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, format] { Q_EMIT exportRequested(format); });
    };
    add(tr("Values as &CSV\u2026"), u"training.saveCsv"_s, CurveFormat::Csv);
    add(tr("Values for &TensorBoard\u2026"), u"training.saveTensorBoard"_s, CurveFormat::TensorBoard);
    menu->addSeparator();
    add(tr("Picture as &PNG\u2026"), u"training.savePng"_s, CurveFormat::Png);
    add(tr("Picture as &SVG\u2026"), u"training.saveSvg"_s, CurveFormat::Svg);
    m_more->setMenu(menu);
    m_more->setMinimumWidth(m_more->fontMetrics().horizontalAdvance(m_more->text()) + 24);
    return m_more;
}

void CurveChart::setSmoothing(double weight)
{
    m_look.smoothing = std::clamp(weight, 0.0, kWholeSlider / 1000);
    const QSignalBlocker quiet(m_smoothing);
    m_smoothing->setValue(qRound(m_look.smoothing * 1000));
    m_smoothingValue->setText(fixedText(m_look.smoothing, 3));
    for (const ChartRun& run : m_model.runs)
        run.series->setWeight(m_look.smoothing);
    ++m_model.version;
    markDirty();
}

void CurveChart::setLook(const CurveLook& look)
{
    if (!look.shown.empty())
        m_look.shown = look.shown;
    for (CurvePlot* plot : m_plots) {
        const auto& chosen = look.logarithmic;
        plot->setLogarithmic(std::find(chosen.begin(), chosen.end(), plot->quantity()) != chosen.end());
    }
    m_axis->setCurrentIndex(static_cast<int>(look.axis));
    setSmoothing(look.smoothing);
    arrange();
}

CurveLook CurveChart::look() const
{
    CurveLook look = m_look;
    look.logarithmic.clear();
    for (const CurvePlot* plot : m_plots)
        if (plot && plot->isLogarithmic())
            look.logarithmic.push_back(plot->quantity());
    return look;
}

void CurveChart::choose(Quantity quantity)
{
    const auto displayed =
        std::count_if(kQuantities.begin(), kQuantities.end(), [&](Quantity q) { return isDisplayed(q); });
    const bool off = isDisplayed(quantity) && displayed > 1;
    std::erase(m_look.shown, quantity);
    if (!off)
        m_look.shown.push_back(quantity);
    arrange();
}

/// What is chosen and how it is shown, in one row where there is room for both.
void CurveChart::arrangeHeader()
{
    const int tabs = m_tabRow->sizeHint().width() + metrics::kUnit;
    const int controls = m_axis->sizeHint().width() + m_smoothing->minimumWidth() +
                         m_smoothingValue->minimumWidth() + m_more->minimumWidth() + 5 * metrics::kUnit;
    const int caption = m_caption->sizeHint().width() + metrics::kUnit;
    const bool oneRow = width() >= tabs + controls;
    m_header->setDirection(oneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_tabRow->setMinimumWidth(oneRow ? tabs : 0);  // before the slider it is that gives way
    m_caption->setVisible(width() >= controls + caption + (oneRow ? tabs : 0));
}

int CurveChart::heightWith(int curves) const
{
    const int legend = m_legend->isHidden() ? 0 : m_legend->heightForWidth(width()) + metrics::kGap;
    return m_header->heightForWidth(width()) + metrics::kGap + legend + heightOfPlot(curves);
}

void CurveChart::arrange()
{
    arrangeHeader();
    const QSizeF room(width(), height() - heightWith(0) + heightOfPlot(0));
    const PlotGrid grid = gridFor(room, static_cast<int>(m_look.shown.size()), metrics::kPadding);
    const auto fits = m_look.shown.end() - grid.shown;
    int place = 0;
    for (const Quantity quantity : kQuantities) {
        const bool shown = std::find(fits, m_look.shown.end(), quantity) != m_look.shown.end();
        m_tabs[static_cast<std::size_t>(quantity)]->setChecked(shown);
        CurvePlot* plot = m_plots[static_cast<std::size_t>(quantity)];
        m_grid->removeWidget(plot);
        plot->setVisible(shown);
        if (!shown)
            continue;
        m_grid->addWidget(plot, place / grid.columns, place % grid.columns);
        ++place;
    }
    for (int i = 0; i < static_cast<int>(kQuantities.size()); ++i) {
        m_grid->setColumnStretch(i, i < grid.columns ? 1 : 0);
        m_grid->setRowStretch(i, i < (place + grid.columns - 1) / grid.columns ? 1 : 0);
    }
    ++m_model.version;
    markDirty();
}

void CurveChart::paintTo(QPainter& painter, QSize size, bool light) const
{
    (void)prepare(std::size_t(-1));
    std::vector<PicturePlot> shown;
    for (const CurvePlot* plot : m_plots)
        if (!plot->isHidden())
            shown.push_back({plot->quantity(), plot->isLogarithmic()});
    paintCurves(painter, size, m_model, shown, light ? themeOf(false) : theme());
}

}  // namespace glyphscope
