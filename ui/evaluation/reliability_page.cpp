// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/reliability_page.h"

#include "ui/evaluation/reliability_diagram.h"
#include "ui/evaluation/reliability_text.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace glyphscope {
ReliabilityPage::ReliabilityPage(QWidget* parent)
    : QWidget(parent)
    , m_calibration(makeWords(u"evaluation.calibration"_s, {}, TextStyle::Body, this))
    , m_refused(makeWords(u"evaluation.refused"_s, u"muted"_s, TextStyle::Caption, this))
    , m_diagram(new ReliabilityDiagram(this))
    , m_bin(makeWords(u"evaluation.bin"_s, u"muted"_s, TextStyle::Caption, this))
{
    m_calibration->setToolTip(
        tr("The mean difference between how sure the network is and how often it is right: answers that are "
           "equally sure are put into a bin each, and a bin counts by how many images it has"));
    m_bin->setMinimumHeight(3 * QFontMetrics(m_bin->font()).lineSpacing() + metrics::kUnit);
    m_bin->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addWidget(m_calibration);
    column->addWidget(m_refused);
    column->addWidget(m_diagram, 1);
    column->addWidget(m_bin);
    column->addStretch(0);
    connect(m_diagram, &ReliabilityDiagram::currentChanged, this, &ReliabilityPage::showBin);
}

ReliabilityPage::~ReliabilityPage()
{
    // A window of its own loses the focus only in QWidget's destructor, when this is no page any more.
    disconnect(m_diagram, nullptr, this, nullptr);
}

void ReliabilityPage::setReliability(const Reliability& reliability)
{
    m_reliability = reliability;
    m_diagram->setReliability(reliability);
    m_calibration->setText(known() ? calibrationText(reliability) : QString());
    m_refused->setText(known() ? refusedText(reliability) : QString());
    showBin();
}

void ReliabilityPage::showBin()
{
    const int bin = m_diagram->current();
    m_bin->setText(bin < 0 || !known() ? QString() : binText(m_reliability, bin));
}

}  // namespace glyphscope
