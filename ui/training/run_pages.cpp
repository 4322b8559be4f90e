// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_pages.h"

#include "ui/curves/curve_chart.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/training/epoch_table.h"
#include "ui/widgets/parts.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastChart = 220;  // width that the curves can still be read at
constexpr int kLeastTable = 84;
constexpr int kMostWords = 420;  // a longer line would not be read
constexpr int kEmptyIcon = 40;

}  // namespace

RunPages::RunPages(QWidget* parent) : QStackedWidget(parent)
{
    setObjectName(u"training.pages"_s);
    addWidget(buildEmptyPage());
    addWidget(buildRunPage());
    setDataProblem({});
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
        layout->addWidget(label);
    }
    layout->setAlignment(m_title, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

QWidget* RunPages::buildRunPage()
{
    auto* page = new QWidget(this);
    QFrame* curves = makeCard(page);
    auto* inside = new QVBoxLayout(curves);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    m_chart = new CurveChart(curves);
    m_chart->setMinimumWidth(kLeastChart);
    inside->addWidget(m_chart);
    QFrame* epochs = makeCard(page);
    auto* below = new QVBoxLayout(epochs);
    below->setContentsMargins(metrics::kUnit, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    m_table = new EpochTable(epochs);
    m_table->setMinimumHeight(kLeastTable);
    below->addWidget(m_table);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kGap);
    layout->addWidget(curves, 3);
    layout->addWidget(epochs, 1);
    return page;
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
