// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/curve_chart.h"

#include "ui/style/theme.h"
#include "ui/training/curve_plot.h"

#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr int kFrame = 34;        // milliseconds: at most 30 frames a second
constexpr int kSmoothing = 95;    // percent of the past, at first
constexpr int kBothBelow = 270;   // height for two plots above each other
constexpr int kBothBeside = 560;  // width for two plots side by side
constexpr int kWideShape = 18;    // side by side from a width of 1.8 times the height

QToolButton* tab(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    button->setProperty("segment", true);
    // The style sheet's padding is not in QToolButton's size hint.
    button->setMinimumWidth(button->fontMetrics().horizontalAdvance(text) + 2 * metrics::kPadding + 4);
    return button;
}

}  // namespace

CurveChart::CurveChart(QWidget* parent)
    : QWidget(parent)
    , m_loss(new CurvePlot(CurvePlot::Quantity::Loss, this))
    , m_accuracy(new CurvePlot(CurvePlot::Quantity::Accuracy, this))
    , m_clock(new QTimer(this))
{
    setObjectName(u"training.chart"_s);
    m_loss->setObjectName(u"training.lossPlot"_s);
    m_accuracy->setObjectName(u"training.accuracyPlot"_s);
    m_clock->setObjectName(u"training.chartClock"_s);
    m_clock->setSingleShot(true);
    m_clock->setInterval(kFrame);
    connect(m_clock, &QTimer::timeout, this, &CurveChart::refresh);
    for (CurvePlot* plot : {m_loss, m_accuracy})
        for (CurvePlot* other : {m_loss, m_accuracy})
            connect(plot, &CurvePlot::hovered, other, &CurvePlot::setHovered);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    buildHeader(*layout);
    m_plots = new QBoxLayout(QBoxLayout::TopToBottom);
    m_plots->setSpacing(metrics::kPadding);
    m_plots->addWidget(m_loss, 1);
    m_plots->addWidget(m_accuracy, 1);
    layout->addLayout(m_plots, 1);
    setSmoothing(m_smoothing->value());
    arrange();
}

void CurveChart::buildHeader(QBoxLayout& layout)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kUnit);
    m_lossTab = tab(tr("Loss"), u"training.lossTab"_s, this);
    m_lossTab->setToolTip(tr("Show the loss: how wrong the network is, lower is better"));
    m_accuracyTab = tab(tr("Accuracy"), u"training.accuracyTab"_s, this);
    m_accuracyTab->setToolTip(tr("Show the accuracy: the share of digits read correctly"));
    m_lossTab->setChecked(true);
    auto* tabs = new QButtonGroup(this);
    tabs->addButton(m_lossTab);
    tabs->addButton(m_accuracyTab);
    connect(tabs, &QButtonGroup::buttonToggled, this, &CurveChart::arrange);

    auto* caption = new QLabel(tr("S&moothing"), this);
    caption->setProperty("role", u"muted"_s);
    caption->setFont(glyphscope::font(TextStyle::Caption));
    m_smoothing = new QSlider(Qt::Horizontal, this);
    m_smoothing->setObjectName(u"training.smoothing"_s);
    m_smoothing->setRange(0, 99);
    m_smoothing->setValue(kSmoothing);
    m_smoothing->setFixedWidth(64);
    m_smoothing->setToolTip(tr("Weight of the past in the strong curve, as in TensorBoard"));
    caption->setBuddy(m_smoothing);
    m_smoothingValue = new QLabel(this);
    m_smoothingValue->setObjectName(u"training.smoothingValue"_s);
    m_smoothingValue->setFont(glyphscope::font(TextStyle::Caption));
    m_smoothingValue->setFixedWidth(m_smoothingValue->fontMetrics().horizontalAdvance(u"0.00"_s) + 2);
    connect(m_smoothing, &QSlider::valueChanged, this, &CurveChart::setSmoothing);

    row->addWidget(m_lossTab);
    row->addWidget(m_accuracyTab);
    row->addStretch(1);
    row->addWidget(caption);
    row->addWidget(m_smoothing);
    row->addWidget(m_smoothingValue);
    layout.addLayout(row);
}

QSize CurveChart::minimumSizeHint() const
{
    return {280, 150};
}

void CurveChart::addSteps(const std::vector<StepStats>& steps)
{
    for (const StepStats& step : steps) {
        const auto at = static_cast<double>(step.step);
        m_loss->add(at, step.loss);
        m_accuracy->add(at, step.accuracy);
    }
    if (steps.empty())
        return;
    const auto total = static_cast<double>(steps.back().totalSteps);
    m_loss->setTotalSteps(total);
    m_accuracy->setTotalSteps(total);
    markDirty();
}

void CurveChart::addEpoch(const EpochStats& epoch)
{
    const auto at = static_cast<double>(epoch.step);
    m_loss->addTest(at, epoch.testLoss);
    m_accuracy->addTest(at, epoch.testAccuracy);
    markDirty();
}

void CurveChart::clear()
{
    m_loss->clear();
    m_accuracy->clear();
    markDirty();
}

void CurveChart::setSmoothing(int percent)
{
    m_loss->setSmoothing(percent / 100.0);
    m_accuracy->setSmoothing(percent / 100.0);
    m_smoothingValue->setText(QString::number(percent / 100.0, 'f', 2));
    markDirty();
}

void CurveChart::markDirty()
{
    m_dirty = true;
    if (isVisible() && !m_clock->isActive())
        m_clock->start();
}

void CurveChart::refresh()
{
    m_dirty = false;
    m_loss->refresh();
    m_accuracy->refresh();
}

void CurveChart::arrange()
{
    const int room = height() - m_smoothing->sizeHint().height() - metrics::kGap;
    const bool beside = width() >= kBothBeside && width() * 10 >= room * kWideShape;
    const bool both = beside || room >= kBothBelow;
    m_plots->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_lossTab->setVisible(!both);
    m_accuracyTab->setVisible(!both);
    m_loss->setVisible(both || m_lossTab->isChecked());
    m_accuracy->setVisible(both || m_accuracyTab->isChecked());
}

void CurveChart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CurveChart::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        m_clock->start();
}

void CurveChart::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_clock->stop();
}

}  // namespace glyphscope
