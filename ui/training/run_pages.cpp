// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_pages.h"

#include "ui/curves/curve_chart.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/training/epoch_table.h"
#include "ui/widgets/parts.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastChart = 220;  // width that the curves can still be read at
constexpr int kLeastTable = 72;
constexpr int kLeastCurves = 180;   // height that they are read well at; the table gives way to it
constexpr int kLowestCurves = 150;  // height that they are read at
constexpr int kTableBeside = 1080;  // width from which a low page has the table beside the curves
constexpr int kTableWidth = 460;
constexpr int kMostTable = 240;  // height beneath the curves
constexpr int kMostWords = 420;  // a longer line would not be read
constexpr int kEmptyIcon = 40;

}  // namespace

RunPages::RunPages(QWidget* parent) : QStackedWidget(parent)
{
    setObjectName(u"training.pages"_s);
    addWidget(buildEmptyPage());
    addWidget(buildRunPage());
    setDataProblem({});
    connect(this, &QStackedWidget::currentChanged, this, &RunPages::arrange);
}

QWidget* RunPages::buildEmptyPage()
{
    QFrame* page = makeCard(this);
    page->setObjectName(u"training.emptyPage"_s);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(metrics::kMargin, metrics::kMargin, metrics::kMargin, metrics::kMargin);
    layout->setSpacing(metrics::kGap);
    m_icon = new QLabel(page);
    m_title = new QLabel(page);
    m_title->setObjectName(u"training.emptyTitle"_s);
    m_title->setFont(glyphscope::font(TextStyle::Title));
    m_text = new QLabel(page);
    m_text->setObjectName(u"training.emptyText"_s);
    m_text->setProperty("role", u"muted"_s);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(kMostWords);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addStretch(2);
    for (QLabel* label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 100);
        row->addStretch(1);
        layout->addLayout(row);
    }
    layout->addStretch(3);
    return page;
}

QWidget* RunPages::buildRunPage()
{
    auto* page = new QWidget(this);
    m_curves = makeCard(page);
    auto* inside = new QVBoxLayout(m_curves);
    inside->setContentsMargins(metrics::kPadding, metrics::kUnit, metrics::kPadding, metrics::kUnit);
    m_chart = new CurveChart(m_curves);
    m_chart->setMinimumWidth(kLeastChart);
    inside->addWidget(m_chart);
    m_epochs = makeCard(page);
    auto* below = new QVBoxLayout(m_epochs);
    below->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    m_table = new EpochTable(m_epochs);
    m_table->setMinimumHeight(kLeastTable);
    below->addWidget(m_table);
    m_parts = new QBoxLayout(QBoxLayout::TopToBottom);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(metrics::kGap);
    m_parts->addWidget(m_curves, 4);
    m_parts->addWidget(m_epochs, 1);
    page->setLayout(m_parts);
    m_switch = buildSwitch();
    return page;
}

QWidget* RunPages::buildSwitch()
{
    auto* box = new QWidget(this);
    auto* curves = makeSegment(tr("Curves"), u"training.showCurves"_s, box);
    m_showEpochs = makeSegment(tr("Epochs"), u"training.showEpochs"_s, box);
    curves->setChecked(true);
    auto* group = new QButtonGroup(box);
    group->addButton(curves);
    group->addButton(m_showEpochs);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(curves);
    row->addWidget(m_showEpochs);
    connect(m_showEpochs, &QToolButton::toggled, this, &RunPages::arrange);
    return box;
}

/// Of the card of the curves.
int RunPages::heightWith(int curves) const
{
    return m_chart->heightWith(curves) + 2 * metrics::kUnit + 2;
}

QSize RunPages::minimumSizeHint() const
{
    const int height = showsRun() ? heightWith(kLowestCurves) : widget(0)->minimumSizeHint().height();
    return {kLeastChart + 2 * metrics::kPadding + 2, height};
}

void RunPages::arrange()
{
    const int curves = heightWith(kLeastCurves) + metrics::kGap;
    const bool low = height() < curves + kLeastTable + 2 * metrics::kUnit;
    const bool beside = width() >= kTableBeside && height() < curves + kMostTable;
    const bool switched = low && !beside;
    m_switch->setVisible(switched && showsRun());
    m_curves->setVisible(!switched || !m_showEpochs->isChecked());
    m_epochs->setVisible(!switched || m_showEpochs->isChecked());
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_epochs->setMaximumWidth(beside ? kTableWidth : QWIDGETSIZE_MAX);
    m_epochs->setMinimumWidth(beside ? kTableWidth : 0);
    m_epochs->setMaximumHeight(beside ? QWIDGETSIZE_MAX : kMostTable);
}

void RunPages::resizeEvent(QResizeEvent* event)
{
    QStackedWidget::resizeEvent(event);
    arrange();
}

bool RunPages::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange();  // a legend may have come or gone
        updateGeometry();
    }
    return QStackedWidget::event(event);
}

void RunPages::setDataProblem(const QString& problem)
{
    m_problem = !problem.isEmpty();
    m_title->setText(m_problem ? tr("No training data") : tr("Watch it learn"));
    m_text->setText(m_problem ? problem
                              : tr("Choose a recipe and press Train. Loss and accuracy are drawn here "
                                   "while the network learns."));
    updateIcon();
}

void RunPages::setRun(const RunCurves& curves)
{
    m_chart->setRun({}, curves);
    m_table->clearRows();
    for (const EpochStats& epoch : curves.epochs)
        m_table->add(epoch);
}

void RunPages::addEpoch(const EpochStats& epoch)
{
    m_chart->addEpoch(epoch);
    m_table->add(epoch);
}

void RunPages::clearRun()
{
    m_chart->clear();
    m_table->clearRows();
    setCurrentIndex(0);
}

void RunPages::updateIcon()
{
    m_icon->setPixmap(iconPixmap(m_problem ? u"info"_s : u"play"_s,
                                 m_problem ? theme().caution : theme().accent, kEmptyIcon,
                                 devicePixelRatioF()));
}

void RunPages::changeEvent(QEvent* event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
}

}  // namespace glyphscope
