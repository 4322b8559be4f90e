// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/softmax_card.h"

#include "ui/answer/scaled_font.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/glossary.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

QToolButton* makeCardButton(const QString& name, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setProperty("small", true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

}  // namespace

SoftmaxCard::SoftmaxCard(QWidget* parent)
    : QFrame(parent)
    , m_title(makeWords(u"softmax.title"_s, {}, TextStyle::Heading, this))
    , m_evidence(makeWords(u"softmax.evidence"_s, {}, TextStyle::Caption, this))
    , m_logit(makeWords(u"softmax.logit"_s, {}, TextStyle::Number, this))
    , m_power(makeWords(u"softmax.power"_s, {}, TextStyle::Number, this))
    , m_division(makeWords(u"softmax.division"_s, {}, TextStyle::Number, this))
{
    setObjectName(u"softmaxCard"_s);
    setProperty("card", true);
    m_logit->setToolTip(explained(GlossaryTerm::Logit));
    m_division->setToolTip(explained(GlossaryTerm::Softmax));
    QToolButton* pixels =
        makeCardButton(u"softmax.pixels"_s, tr("Show which pixels speak for this class, in Why"), this);
    pixels->setText(tr("Pixels"));
    pixels->setProperty("outlined", true);
    QToolButton* close = makeCardButton(u"softmax.close"_s, tr("Close (Esc)"), this);
    close->setAccessibleName(tr("Close"));
    close->setIcon(icon(u"close"_s));
    connect(pixels, &QToolButton::clicked, this, &SoftmaxCard::pixelsRequested);
    connect(close, &QToolButton::clicked, this, &SoftmaxCard::closed);

    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::kUnit);
    head->addWidget(m_title, 1);
    head->addWidget(pixels);
    head->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kGap, metrics::kUnit, metrics::kUnit, metrics::kUnit);
    column->setSpacing(2);
    column->addLayout(head);
    for (QLabel* words : {m_evidence, m_logit, m_power, m_division})
        column->addWidget(words);
}

void SoftmaxCard::setScale(double scale)
{
    m_title->setFont(scaledFont(TextStyle::Heading, scale));
    m_evidence->setFont(scaledFont(TextStyle::Caption, scale));
    for (QLabel* words : {m_logit, m_power, m_division})
        words->setFont(scaledFont(TextStyle::Number, scale));
    layout()->setSpacing(qRound(2 * scale * scale));
}

void SoftmaxCard::setShare(const SoftmaxShare& share, const QString& className, float probability,
                           const QString& evidence)
{
    m_share = share;
    m_title->setText(
        tr("Why %1 for %2?", "a percentage and a class").arg(confidenceText(probability), className));
    m_evidence->setText(evidence);
    m_evidence->setVisible(!evidence.isEmpty());
    m_logit->setText(sentences({rankText(share, className), temperatureText(share)}));
    m_power->setText(powerText(share));
    const QString temperature =
        tr("Before softmax these weights divide every logit by their temperature, %1.")
            .arg(significantText(share.temperature, kTemperatureDigits));
    m_power->setToolTip(share.temperature == 1 ? explained(GlossaryTerm::Softmax)
                                               : withMeaning(temperature, {GlossaryTerm::Softmax}));
    m_division->setText(tr("Share of the sum: %1").arg(divisionText(share)));
    setAccessibleDescription(QStringList{m_logit->text(), m_power->text(), m_division->text()}.join(u' '));
}

}  // namespace glyphscope
