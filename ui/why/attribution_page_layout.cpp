// SPDX-License-Identifier: GPL-3.0-or-later
// How an AttributionPage is put together.
#include "ui/style/theme.h"
#include "ui/why/agreement_matrix.h"
#include "ui/why/attribution_page.h"
#include "ui/why/attribution_text.h"
#include "ui/why/heat_geometry.h"
#include "ui/why/heat_view.h"
#include "ui/why/method_options.h"
#include "ui/why/page_width.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/wrapping_row.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

AttributionPage::AttributionPage(QWidget* parent) : QWidget(parent)
{
    m_galleryCard = buildGallery();
    m_largeCard = buildLarge();
    m_agreementCard = buildAgreement();
    setObjectName(u"why.attributions"_s);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(metrics::kGap);
    arrange();
    arrangeLarge();
    m_largeCard->installEventFilter(this);
    connect(m_gallery, &MethodGallery::chosen, this, &AttributionPage::showMethod);
    connect(m_options, &MethodOptions::changed, this, &AttributionPage::optionsChanged);
    connect(m_opacity, &QSlider::valueChanged, this, &AttributionPage::applyLook);
    connect(m_smooth, &QCheckBox::toggled, this, &AttributionPage::applyLook);
    connect(m_onCanvas, &QCheckBox::toggled, this, &AttributionPage::overlayChanged);
    connect(m_agreement, &AgreementMatrix::agreementChanged, m_agreementWords, &QLabel::setText);
    applyLook();
    showMethod();
}

QFrame* AttributionPage::buildGallery()
{
    QFrame* card = makeCard(this);
    m_gallery = new MethodGallery(card);
    columnIn(card)->addWidget(m_gallery, 1);
    return card;
}

QFrame* AttributionPage::buildLarge()
{
    QFrame* card = makeCard(this);
    m_words = buildWords(card);
    m_heat = new HeatView(card);
    m_settings = buildSettings(card);
    m_largeGrid = new QGridLayout(card);
    m_largeGrid->setContentsMargins(metrics::kPadding, metrics::kPadding, metrics::kPadding,
                                    metrics::kPadding);
    m_largeGrid->setHorizontalSpacing(metrics::kPadding);
    m_largeGrid->setVerticalSpacing(metrics::kGap);
    return card;
}

QWidget* AttributionPage::buildWords(QWidget* parent)
{
    auto* box = new QWidget(parent);
    m_title = makeWords(u"why.method"_s, {}, box);
    m_title->setFont(glyphscope::font(TextStyle::Heading));
    m_sentence = makeWords(u"why.sentence"_s, {}, box);
    m_paper = makeWords(u"why.paper"_s, u"muted"_s, box);
    m_paper->setFont(glyphscope::font(TextStyle::Caption));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (QLabel* label : {m_title, m_sentence, m_paper})
        column->addWidget(label);
    return box;
}

QWidget* AttributionPage::buildSettings(QWidget* parent)
{
    auto* box = new QWidget(parent);
    m_completeness = makeWords(u"why.completeness"_s, u"muted"_s, box);
    m_options = new MethodOptions(box);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap);
    column->addWidget(m_completeness);
    column->addWidget(m_options);
    column->addWidget(buildControls(box));
    return box;
}

QWidget* AttributionPage::buildControls(QWidget* parent)
{
    auto* box = new QWidget(parent);
    m_opacity = new QSlider(Qt::Horizontal, box);
    m_opacity->setObjectName(u"why.opacity"_s);
    m_opacity->setRange(10, 100);
    m_opacity->setValue(qRound(100 * HeatLook{}.opacity));
    m_opacity->setPageStep(10);
    m_opacity->setMinimumWidth(90);
    m_opacity->setMaximumWidth(220);
    m_smooth = new QCheckBox(tr("Smooth"), box);
    m_smooth->setObjectName(u"why.smooth"_s);
    m_smooth->setChecked(HeatLook{}.smooth);
    m_smooth->setToolTip(tr("Interpolate between the pixels; otherwise every value is one square"));
    m_onCanvas = new QCheckBox(tr("Show on the &canvas"), box);
    m_onCanvas->setObjectName(u"why.onCanvas"_s);
    m_onCanvas->setToolTip(tr("Lay this map over the drawing where it is written"));

    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::kGap);
    row->addWidget(makeCaption(tr("&Opacity"), m_opacity, box));
    row->addWidget(m_opacity, 1);
    row->addStretch(1);
    auto* switches = new WrappingRow;
    switches->setSpacing(metrics::kPadding);
    switches->addWidget(m_smooth);
    switches->addWidget(m_onCanvas);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addLayout(row);
    column->addLayout(switches);
    return box;
}

QFrame* AttributionPage::buildAgreement()
{
    QFrame* card = makeCard(this);
    auto* heading = new QLabel(tr("Agreement"), card);
    heading->setFont(glyphscope::font(TextStyle::Heading));
    m_agreement = new AgreementMatrix(card);
    m_agreementWords = makeWords(u"why.agreementWords"_s, {}, card);
    m_agreementWords->setText(agreementText({}));
    QVBoxLayout* column = columnIn(card);
    column->addWidget(heading);
    column->addWidget(m_agreementWords);
    column->addWidget(m_agreement, 1);
    return card;
}

void AttributionPage::arrange()
{
    if (m_grid == nullptr)
        return;
    const bool wide = width() >= kTwoWhyColumns;
    if (m_grid->count() > 0 && wide == (m_grid->columnStretch(1) > 0))
        return;
    for (QFrame* card : {m_galleryCard, m_largeCard, m_agreementCard})
        m_grid->removeWidget(card);
    m_grid->addWidget(m_galleryCard, 0, 0);
    m_grid->addWidget(m_agreementCard, wide ? 1 : 2, 0);
    m_grid->addWidget(m_largeCard, wide ? 0 : 1, wide ? 1 : 0, wide ? 2 : 1, 1);
    m_grid->setColumnStretch(0, wide ? 2 : 1);
    m_grid->setColumnStretch(1, wide ? 3 : 0);
    m_grid->setRowStretch(0, wide ? 3 : 0);
    m_grid->setRowStretch(1, wide ? 2 : 0);
    m_grid->setRowStretch(3, wide ? 0 : 1);
    m_gallery->setFillsRoom(wide);
    m_heat->setFillsRoom(wide);
}

/// Its words stand where they leave the map the most room.
void AttributionPage::arrangeLarge()
{
    constexpr int kLeastSide = 200;
    constexpr double kSideShare = 0.25;
    const QSizeF room = m_largeCard->contentsRect().marginsRemoved(m_largeGrid->contentsMargins()).size();
    const double side = std::max<double>(kLeastSide, kSideShare * room.width());
    const int wide = static_cast<int>(room.width());
    const double over = m_words->heightForWidth(wide) + m_settings->heightForWidth(wide) + 2 * metrics::kGap;
    const bool beside = m_heat->hasHeightForWidth()
                            ? false
                            : isLargerBeside(room, side, over, lineHeight(TextStyle::Caption));
    for (QWidget* part : {m_words, m_settings})
        part->setMaximumWidth(beside ? static_cast<int>(side) : QWIDGETSIZE_MAX);
    if (const int width = beside ? static_cast<int>(side) : 0; width != m_largeGrid->columnMinimumWidth(1))
        m_largeGrid->setColumnMinimumWidth(1, width);
    if (m_largeGrid->count() > 0 && beside == (m_largeGrid->rowStretch(2) > 0))
        return;
    for (QWidget* part : {m_words, static_cast<QWidget*>(m_heat), m_settings})
        m_largeGrid->removeWidget(part);
    m_largeGrid->addWidget(m_words, 0, beside ? 1 : 0);
    m_largeGrid->addWidget(m_heat, beside ? 0 : 1, 0, beside ? 3 : 1, 1);
    m_largeGrid->addWidget(m_settings, beside ? 1 : 2, beside ? 1 : 0);
    m_largeGrid->setColumnStretch(0, 1);
    m_largeGrid->setRowStretch(1, beside ? 0 : 1);
    m_largeGrid->setRowStretch(2, beside ? 1 : 0);
}

}  // namespace glyphscope
