// SPDX-License-Identifier: GPL-3.0-or-later
// How a WhyPanel is put together.
#include "ui/style/theme.h"
#include "ui/text/glossary.h"
#include "ui/why/attribution_page.h"
#include "ui/why/class_picker.h"
#include "ui/why/gradient_page.h"
#include "ui/why/why_panel.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {

WhyPanel::WhyPanel(QWidget* parent) : Panel(u"why.panel"_s, tr("Why"), parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap);
    buildHeader(this, *column);

    auto* content = new QWidget(this);
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(metrics::kGap);
    m_attributions = new AttributionPage(content);
    m_gradients = new GradientPage(content);
    inside->addWidget(buildTarget());
    inside->addWidget(m_attributions, 1);
    inside->addWidget(m_gradients, 1);
    m_gradients->hide();
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"why.scroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(u"why.pages"_s);
    m_pages->addWidget(buildEmptyPage());
    m_pages->addWidget(m_scroll);
    column->addWidget(m_pages, 1);
    connectParts();
    setClassNames({});
    setPage(Page::Attributions);
}

void WhyPanel::buildHeader(QWidget* parent, QBoxLayout& column)
{
    m_whyTab = makeSegment(tr("Why"), u"why.whyTab"_s, parent);
    m_whyTab->setToolTip(withMeaning(tr("Which pixels the score rests on"),
                                     {GlossaryTerm::Attribution, GlossaryTerm::Saliency}));
    m_gradientsTab = makeSegment(tr("Gradients"), u"why.gradientsTab"_s, parent);
    m_gradientsTab->setToolTip(
        withMeaning(tr("The score's gradient at every module"), {GlossaryTerm::Gradient}));
    auto* tabs = new QButtonGroup(this);
    tabs->addButton(m_whyTab);
    tabs->addButton(m_gradientsTab);
    m_status = makeWords(u"why.status"_s, u"muted"_s, parent);
    m_status->setFont(glyphscope::font(TextStyle::Caption));
    m_status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kUnit);
    row->addWidget(m_whyTab);
    row->addWidget(m_gradientsTab);
    row->addWidget(m_status, 1);
    column.addLayout(row);
}

QFrame* WhyPanel::buildTarget()
{
    QFrame* card = makeCard(this);
    m_classes = new ClassPicker(card);
    m_against = new QComboBox(card);
    m_against->setObjectName(u"why.against"_s);
    m_against->setAccessibleName(tr("Class it is set against"));
    m_against->setMinimumWidth(84);
    m_against->setMaximumWidth(180);
    m_against->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_score = makeWords(u"why.score"_s, {}, card);
    m_score->setToolTip(withMeaning(tr("What is explained: the last layer's value before softmax"),
                                    {GlossaryTerm::Logit, GlossaryTerm::Softmax}));

    auto* against = new QHBoxLayout;
    against->setSpacing(metrics::kGap);
    against->addWidget(makeCaption(tr("A&gainst"), m_against, card));
    against->addWidget(m_against);
    against->addStretch(1);
    m_targetRow = new QBoxLayout(QBoxLayout::TopToBottom, card);
    m_targetRow->setContentsMargins(metrics::kPadding, metrics::kUnit, metrics::kPadding, metrics::kUnit);
    m_targetRow->setSpacing(metrics::kGap);
    m_targetRow->addWidget(m_classes);
    m_targetRow->addLayout(against);
    m_targetRow->addWidget(m_score, 1);
    return card;
}

/// All on one line where it has room: every line less is a larger map.
void WhyPanel::arrangeTarget()
{
    constexpr int kScore = 130;
    const int wanted = m_classes->sizeHint().width() + m_targetRow->itemAt(1)->sizeHint().width() + kScore +
                       2 * (metrics::kPadding + metrics::kMargin);
    const bool level = width() >= wanted;
    m_targetRow->setDirection(level ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_targetRow->setSpacing(level ? metrics::kMargin : metrics::kGap);
}

QWidget* WhyPanel::buildEmptyPage()
{
    QFrame* page = makeCard(this);
    page->setObjectName(u"why.emptyPage"_s);
    m_emptyIcon = new QLabel(page);
    m_emptyTitle = new QLabel(page);
    m_emptyTitle->setObjectName(u"why.emptyTitle"_s);
    m_emptyTitle->setFont(glyphscope::font(TextStyle::Title));
    m_emptyText = makeWords(u"why.emptyText"_s, u"muted"_s, page);
    m_emptyText->setMaximumWidth(420);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(metrics::kMargin, metrics::kMargin, metrics::kMargin, metrics::kMargin);
    column->setSpacing(metrics::kGap);
    column->addStretch(2);
    for (QLabel* label : {m_emptyIcon, m_emptyTitle, m_emptyText}) {
        label->setAlignment(Qt::AlignCenter);
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, 100);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addStretch(3);
    return page;
}

void WhyPanel::connectParts()
{
    connect(m_whyTab, &QToolButton::clicked, this, [this] { setPage(Page::Attributions); });
    connect(m_gradientsTab, &QToolButton::clicked, this, [this] { setPage(Page::Gradients); });
    connect(m_classes, &ClassPicker::chosenChanged, this, &WhyPanel::updateChoice);
    connect(m_against, &QComboBox::currentIndexChanged, this, &WhyPanel::updateChoice);
    connect(m_attributions, &AttributionPage::optionsChanged, this, &WhyPanel::ask);
    connect(m_attributions, &AttributionPage::overlayChanged, this, &WhyPanel::askForOverlay);
}

}  // namespace glyphscope
