// SPDX-License-Identifier: GPL-3.0-or-later
// How an AnswerPanel is put together, and what it shows in how much room.
#include "ui/answer/answer_panel.h"
#include "ui/answer/big_digit.h"
#include "ui/answer/character_row.h"
#include "ui/answer/label_row.h"
#include "ui/answer/probability_bars.h"
#include "ui/answer/scaled_font.h"
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
constexpr int kManyBars = 12;  // from there on they scroll
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
    m_number = new CharacterRow(this);
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
    m_sign = new QVBoxLayout;
    m_sign->setSpacing(metrics::kUnit);
    m_sign->addStretch(1);
    m_sign->addWidget(m_big, 0, Qt::AlignHCenter);
    m_sign->addWidget(m_why, 0, Qt::AlignHCenter);
    m_sign->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::kUnit);
    words->addWidget(m_verdict, 1);
    words->addWidget(m_detail, 1);
    m_head = new QHBoxLayout;
    m_head->setSpacing(metrics::kMargin);
    m_head->addLayout(m_sign);
    m_head->addLayout(words, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    column->setSpacing(kSpacing);
    column->setSizeConstraint(QLayout::SetNoConstraint);  // what is shown follows the size
    column->addLayout(m_head);
    column->addWidget(m_hooks);
    column->addWidget(m_number);
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

int AnswerPanel::innerWidth() const
{
    const QMargins margins = layout()->contentsMargins();
    return width() - margins.left() - margins.right();
}

/// With room for two lines each of verdict and detail, whatever they say.
int AnswerPanel::headHeight(bool tight) const
{
    const int words = m_verdict->minimumHeight() + metrics::kUnit + m_detail->minimumHeight();
    const int big = m_big->isHidden() ? 0 : m_big->sizeHint().height();
    const int why = m_why->sizeHint().height();
    const int sign = tight ? std::max(big, why) : big + (big > 0 ? metrics::kUnit : 0) + why;
    return std::max(words, sign);
}

AnswerRoom AnswerPanel::room() const
{
    const QMargins margins = layout()->contentsMargins();
    const int edges = margins.top() + margins.bottom();
    const int wide = innerWidth();
    const int number = m_number->isHidden() ? 0 : kSpacing + m_number->sizeHint().height();
    return {.height = height(),
            .head = edges + headHeight(false),
            .tightHead = edges + headHeight(true),
            .badge = number + (m_hooks->isHidden() ? 0 : kSpacing + heightIn(*m_hooks, wide)),
            .labels = kSpacing + m_labels->heightIn(wide, false),
            .labelsInOneLine = m_labels->fitsOneLine(wide) ? kSpacing + m_labels->heightIn(wide, true) : 0,
            .bars = std::min(m_classes.size(), kManyBars),
            .beforeBars = kSpacing,
            .card = kSpacing + heightIn(*m_card, wide)};
}

void AnswerPanel::setHeadTight(bool tight)
{
    if (tight == m_headTight)
        return;
    m_headTight = tight;
    m_head->removeWidget(m_why);
    m_sign->removeWidget(m_why);
    if (tight)
        m_head->addWidget(m_why, 0, Qt::AlignVCenter);
    else
        m_sign->insertWidget(m_sign->indexOf(m_big) + 1, m_why, 0, Qt::AlignHCenter);
}

void AnswerPanel::setWordFonts()
{
    m_big->setScale(m_scale);
    m_card->setScale(m_scale);
    m_verdict->setFont(scaledFont(TextStyle::Title, m_scale));
    m_detail->setFont(scaledFont(TextStyle::Body, m_scale));
    // Room for what an unsure answer says, so that the bars stay where they are.
    m_verdict->setMinimumHeight(static_cast<int>(2 * lineHeight(m_verdict->font())));
    m_detail->setMinimumHeight(static_cast<int>(2 * lineHeight(m_detail->font())));
}

void AnswerPanel::arrange()
{
    if (const double scale = wordScale(size()); scale != m_scale) {
        m_scale = scale;
        setWordFonts();
    }
    showCard();
    const bool possible = answered() && !m_prediction.logits.empty();
    const CardWish wish = !possible || !m_cardWanted.value_or(true) ? CardWish::None
                          : m_cardWanted                            ? CardWish::Always
                                                                    : CardWish::WhereThereIsRoom;
    const AnswerLook look = answerLook(room(), wish);
    setHeadTight(look.tightHead);
    m_labels->setOneLine(look.labelsInOneLine);
    m_labels->setVisible(look.labels);
    m_scroll->setVisible(look.row > 0);
    m_scroll->setMaximumHeight(qRound(ProbabilityBars::highestRow(innerWidth()) * m_classes.size()));
    m_card->setVisible(look.card);
    m_why->setEnabled(possible);
    const QSignalBlocker quiet(m_why);
    m_why->setChecked(look.card);
    m_bars->setExplained(explained());
}

}  // namespace glyphscope
