// SPDX-License-Identifier: GPL-3.0-or-later
// How an AnswerPanel is put together, and what it shows in how much room.
#include "ui/answer/answer_panel.h"
#include "ui/answer/big_digit.h"
#include "ui/answer/label_row.h"
#include "ui/answer/probability_bars.h"
#include "ui/answer/softmax_card.h"
#include "ui/style/class_name.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/hook_badge.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr int kSpacing = metrics::kGap;
constexpr int kHighestRow = 34;
constexpr int kManyBars = 12;  // from there on they scroll
constexpr int kGoodRow = 16;
constexpr int kLowRow = 11;
constexpr QSize kLeastPanel{200, 260};

QLabel* makeLabel(const QString& name, Qt::Alignment alignment, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAlignment(alignment);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

int heightIn(const QWidget& part, int width)
{
    return part.hasHeightForWidth() ? std::max(part.heightForWidth(width), part.minimumSizeHint().height())
                                    : part.minimumSizeHint().height();
}

}  // namespace

void AnswerPanel::buildParts()
{
    m_big = new BigDigit(this);
    m_big->setObjectName(u"answerDigit"_s);
    m_verdict = makeLabel(u"answerVerdict"_s, Qt::AlignLeft | Qt::AlignBottom, this);
    m_detail = makeLabel(u"answerDetail"_s, Qt::AlignLeft | Qt::AlignTop, this);
    setRole(m_detail, u"muted"_s);
    m_why = new QToolButton(this);
    m_why->setObjectName(u"answerWhy"_s);
    m_why->setText(tr("Why?"));
    m_why->setToolTip(tr("Show where the percentage comes from"));
    m_why->setCheckable(true);
    m_why->setProperty("small", true);
    m_why->setProperty("outlined", true);
    m_why->setFocusPolicy(Qt::StrongFocus);
    m_hooks = new HookBadge(this);
    m_labels = new LabelRow(this);
    m_bars = new ProbabilityBars(this);
    m_bars->setLabels(classNames(m_classes));
    m_card = new SoftmaxCard(this);
    m_card->hide();

    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"answerScroll"_s);
    m_scroll->setWidget(m_bars);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_bars->setAutoFillBackground(false);
}

void AnswerPanel::layOutParts()
{
    auto* sign = new QVBoxLayout;
    sign->setSpacing(metrics::kUnit);
    sign->addStretch(1);
    sign->addWidget(m_big, 0, Qt::AlignHCenter);
    sign->addWidget(m_why, 0, Qt::AlignHCenter);
    sign->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::kUnit);
    words->addWidget(m_verdict, 1);
    words->addWidget(m_detail, 1);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::kMargin);
    head->addLayout(sign);
    head->addLayout(words, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    column->setSpacing(kSpacing);
    column->setSizeConstraint(QLayout::SetNoConstraint);  // what is shown follows the size
    column->addLayout(head);
    column->addWidget(m_hooks);
    column->addWidget(m_labels);
    column->addWidget(m_scroll, 1000);
    column->addWidget(m_card);
    column->addStretch(1);
}

void AnswerPanel::connectParts()
{
    connect(m_labels, &LabelRow::labelGiven, this, &AnswerPanel::labelGiven);
    connect(m_labels, &LabelRow::undoRequested, this, &AnswerPanel::labelUndoRequested);
    connect(m_hooks, &HookBadge::offRequested, this, &AnswerPanel::hooksOffRequested);
    connect(m_hooks, &HookBadge::showRequested, this, &AnswerPanel::hookShowRequested);
    connect(m_why, &QToolButton::clicked, this, &AnswerPanel::toggleCard);
    connect(m_bars, &ProbabilityBars::rowChosen, this, &AnswerPanel::explain);
    connect(m_bars, &ProbabilityBars::dismissed, this, &AnswerPanel::closeCard);
    connect(m_card, &SoftmaxCard::closed, this, &AnswerPanel::closeCard);
    connect(m_card, &SoftmaxCard::pixelsRequested, this,
            [this] { Q_EMIT attributionsRequested(explained()); });
}

QSize AnswerPanel::minimumSizeHint() const
{
    return kLeastPanel;
}

int AnswerPanel::heightNeeded(bool labels, int rowHeight, bool card) const
{
    const QMargins margins = layout()->contentsMargins();
    const int wide = width() - margins.left() - margins.right();
    const QLayoutItem* head = layout()->itemAt(0);
    int needed =
        margins.top() + margins.bottom() +
        (head->hasHeightForWidth() ? std::max(head->heightForWidth(wide), head->minimumSize().height())
                                   : head->minimumSize().height());
    if (!m_hooks->isHidden())
        needed += kSpacing + heightIn(*m_hooks, wide);
    if (labels)
        needed += kSpacing + heightIn(*m_labels, wide);
    if (rowHeight > 0)
        needed += kSpacing + rowHeight * std::min(m_classes.size(), kManyBars);
    if (card)
        needed += kSpacing + heightIn(*m_card, wide);
    return needed;
}

/// The card comes below the bars where there is room; asked for where there is none, it takes that of the
/// labels first, then that of the bars. Beside a badge the bars, too, take that of the labels where it is
/// low.
void AnswerPanel::arrange()
{
    showCard();
    const bool possible = answered() && !m_prediction.logits.empty();
    const bool roomy = heightNeeded(true, kGoodRow, true) <= height();
    const bool card = possible && m_cardWanted.value_or(roomy);
    const bool labels = card ? roomy : m_hooks->isHidden() || heightNeeded(true, kLowRow, false) <= height();
    const bool bars = !card || heightNeeded(labels, kLowRow, true) <= height();
    m_labels->setVisible(labels);
    m_scroll->setVisible(bars);
    m_scroll->setMaximumHeight(kHighestRow * m_classes.size());
    m_card->setVisible(card);
    m_why->setEnabled(possible);
    const QSignalBlocker quiet(m_why);
    m_why->setChecked(card);
    m_bars->setExplained(explained());
}

}  // namespace glyphscope
