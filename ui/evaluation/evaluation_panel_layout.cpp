// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/class_page.h"
#include "ui/evaluation/confusion_model.h"
#include "ui/evaluation/confusion_view.h"
#include "ui/evaluation/error_legend.h"
#include "ui/evaluation/evaluation_head.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/evaluation/image_page.h"
#include "ui/evaluation/reliability_page.h"
#include "ui/style/theme.h"
#include "ui/widgets/segment_button.h"
#include "ui/widgets/wrapping_row.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kBesideFrom = 680;  // width from which the images stand beside the numbers
constexpr int kFullFrom = 1120;   // width from which all numbers are seen at once

enum Tab { Matrix, Classes, Calibration };

}  // namespace

QWidget* EvaluationPanel::makeEmptyPage()
{
    auto* page = new QWidget(this);
    m_emptyWords = new QLabel(page);
    m_emptyWords->setObjectName(u"evaluation.empty"_s);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    m_emptyWords->setWordWrap(true);
    m_emptyWords->setMaximumWidth(420);
    m_measure = new QPushButton(page);
    m_measure->setObjectName(u"evaluation.measure"_s);
    m_measure->setProperty("primary", true);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_emptyWords, 100);
    row->addStretch(1);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(metrics::kMargin, metrics::kMargin, metrics::kMargin, metrics::kMargin);
    column->setSpacing(metrics::kPadding);
    column->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_measure, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

QWidget* EvaluationPanel::makeContent()
{
    auto* content = new QWidget(this);
    m_head = new EvaluationHead(content);
    m_head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_split = new QSplitter(Qt::Vertical, content);
    m_split->setObjectName(u"evaluation.splitter"_s);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(metrics::kPadding);
    m_split->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_split->addWidget(makeViews());
    m_images = new ImagePage(m_split);
    m_split->installEventFilter(this);
    m_split->widget(0)->installEventFilter(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kPadding);
    column->setSpacing(metrics::kGap);
    column->addWidget(m_head);
    column->addWidget(m_split, 1);
    return content;
}

QWidget* EvaluationPanel::makeViews()
{
    auto* views = new QWidget(this);
    m_tabBar = makeTabBar();
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kMargin);
    row->addWidget(makeMatrixPage(), 3);
    row->addWidget(makeClassesColumn(), 2);
    auto* column = new QVBoxLayout(views);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addWidget(m_tabBar);
    column->addLayout(row, 1);
    return views;
}

QWidget* EvaluationPanel::makeClassesColumn()
{
    m_classesColumn = new QWidget(this);
    m_classesColumn->hide();  // before a layout counts it in
    m_classes = new ClassPage(m_classesColumn);
    m_reliability = new ReliabilityPage(m_classesColumn);
    auto* column = new QVBoxLayout(m_classesColumn);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kMargin);
    column->addWidget(m_classes);
    column->addWidget(m_reliability, 1);
    column->addStretch(0);
    m_classesColumn->installEventFilter(this);
    return m_classesColumn;
}

QWidget* EvaluationPanel::makeTabBar()
{
    auto* bar = new QWidget(this);
    auto* row = new WrappingRow(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_tabs = new QButtonGroup(this);
    const auto add = [&](Tab tab, const QString& name, const QString& text, const QString& tip) {
        QToolButton* button = segmentButton(name, text, tip, bar);
        button->setCheckable(true);
        row->addWidget(button);
        m_tabs->addButton(button, tab);
    };
    add(Matrix, u"evaluation.matrixTab"_s, tr("Matrix"), tr("Which class is taken for which"));
    add(Classes, u"evaluation.classesTab"_s, tr("Classes"), tr("Precision, recall and F1 of every class"));
    add(Calibration, u"evaluation.trustTab"_s, tr("Calibration"),
        tr("Whether the network is as often right as it is sure"));
    m_tabs->button(Matrix)->setChecked(true);
    return bar;
}

QWidget* EvaluationPanel::makeMatrixPage()
{
    m_matrixPage = new QWidget(this);
    m_matrixModel = new ConfusionModel(this);
    m_matrix = new ConfusionView(m_matrixModel, m_matrixPage);
    m_legend = new ErrorLegend(m_matrixPage);
    m_percent = segmentButton(u"evaluation.percent"_s, u"%"_s,
                              tr("Shares of the images of a class instead of numbers: a row adds up to 100"),
                              m_matrixPage);
    m_percent->setAccessibleName(tr("Percent"));
    m_percent->setCheckable(true);
    auto* column = new QVBoxLayout(m_matrixPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addWidget(m_matrix, 1000);  // as much as it needs before anything is left below
    auto* below = new QHBoxLayout;
    below->setSpacing(metrics::kGap);
    below->addWidget(m_legend, 1);
    below->addWidget(m_percent);
    column->addLayout(below);
    column->addStretch(1);
    return m_matrixPage;
}

void EvaluationPanel::connectParts()
{
    connect(m_measure, &QPushButton::clicked, this, &EvaluationPanel::evaluateRequested);
    connect(m_head, &EvaluationHead::evaluateRequested, this, &EvaluationPanel::evaluateRequested);
    connect(m_tabs, &QButtonGroup::idClicked, this, &EvaluationPanel::showViews);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_dragged = true; });
    connect(m_percent, &QToolButton::toggled, m_matrixModel, &ConfusionModel::setShares);
    connect(m_matrix, &ConfusionView::cellChosen, this, [this](std::optional<ConfusionView::Cell> cell) {
        m_images->choose(cell ? std::optional(cell->truth) : std::nullopt,
                         cell ? std::optional(cell->answer) : std::nullopt);
    });
    connect(m_matrix, &ConfusionView::truthChosen, this, [this](int truth) { choose(truth, {}); });
    connect(m_matrix, &ConfusionView::answerChosen, this, [this](int answer) { choose({}, answer); });
    connect(m_matrix, &QAbstractItemView::activated, m_images, &ImagePage::focusImages);
    connect(m_classes, &ClassPage::classChosen, this, [this](int truth) { choose(truth, {}); });
    connect(m_images, &ImagePage::choiceChanged, this,
            [this] { choose(m_images->choice().truth, m_images->choice().answer); });
    connect(m_images, &ImagePage::imageChosen, this, &EvaluationPanel::imageChosen);
}

void EvaluationPanel::arrange()
{
    const Arrangement fitting = width() >= kFullFrom     ? Arrangement::Full
                                : width() >= kBesideFrom ? Arrangement::Beside
                                                         : Arrangement::Stacked;
    if (fitting == m_arrangement)
        return;
    m_arrangement = fitting;
    m_split->setOrientation(fitting == Arrangement::Stacked ? Qt::Vertical : Qt::Horizontal);
    m_dragged = false;
    showViews();
    shareRoom();
}

/// Until the user says otherwise the numbers above the images take no more height than they need.
void EvaluationPanel::shareRoom()
{
    if (m_dragged)
        return;
    const bool stacked = m_arrangement == Arrangement::Stacked;
    const int room = (stacked ? m_split->height() : m_split->width()) - m_split->handleWidth();
    const int first = stacked ? std::min(m_split->widget(0)->sizeHint().height(), room * 2 / 3)
                      : m_arrangement == Arrangement::Full ? room * 7 / 10
                                                           : room * 3 / 5;
    if (const QList<int> sizes{first, room - first}; sizes != m_split->sizes())
        m_split->setSizes(sizes);
}

void EvaluationPanel::shareColumn()
{
    constexpr double kClasses = 0.45;
    const bool both = m_arrangement == Arrangement::Full && m_reliability->known();
    m_classes->setRoom(static_cast<int>(m_classesColumn->height() * (both ? kClasses : 1)));
}

bool EvaluationPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_classesColumn && event->type() == QEvent::Resize)
        shareColumn();
    else if (watched != m_classesColumn &&
             event->type() == (watched == m_split ? QEvent::Resize : QEvent::LayoutRequest))
        shareRoom();
    return QWidget::eventFilter(watched, event);
}

void EvaluationPanel::showViews()
{
    const bool all = m_arrangement == Arrangement::Full;
    const bool known = m_reliability->known();
    if (!known && m_tabs->checkedId() == Calibration)
        m_tabs->button(Matrix)->setChecked(true);
    const int tab = m_tabs->checkedId();
    m_matrixPage->setVisible(all || tab == Matrix);
    m_classesColumn->setVisible(all || tab != Matrix);
    m_classes->setVisible(all || tab == Classes);
    m_reliability->setVisible(known && (all || tab == Calibration));
    m_tabs->button(Calibration)->setVisible(known);
    m_tabBar->setVisible(!all);
    shareColumn();
}

}  // namespace glyphscope
