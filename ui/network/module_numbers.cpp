// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/module_numbers.h"

#include "ui/network/number_table.h"
#include "ui/network/value_histogram.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBins = 48;
constexpr int kDigits = 4;

QString zerosText(const Statistics& statistics)
{
    const auto all = static_cast<double>(std::max<std::int64_t>(statistics.count, 1));
    const double share = static_cast<double>(statistics.zeros) / all;
    return u"%1 (%2)"_s.arg(countText(statistics.zeros), percentText(share, 0));
}

}  // namespace

ModuleNumbers::ModuleNumbers(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::kUnit);
    m_title = new QLabel(this);
    m_title->setObjectName(u"module.numbersTitle"_s);
    m_title->setFont(glyphscope::font(TextStyle::Heading));
    m_table = new NumberTable(this);
    m_table->setObjectName(u"module.statistics"_s);
    m_histogram = new ValueHistogram(this);
    m_histogram->setObjectName(u"module.histogram"_s);
    m_marks = new QLabel(this);
    m_marks->setObjectName(u"module.marks"_s);
    setRole(m_marks, u"muted"_s);
    m_marks->setFont(glyphscope::font(TextStyle::Caption));
    m_marks->setWordWrap(true);
    m_check = new QPushButton(this);
    m_check->setObjectName(u"module.check"_s);
    m_check->setToolTip(
        tr("Reads 1,000 test images to find channels that never, or always, let something pass"));
    layout->addWidget(m_title);
    layout->addWidget(m_table);
    layout->addWidget(m_histogram, 1);
    layout->addWidget(m_marks);
    layout->addWidget(m_check, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(m_check, &QPushButton::clicked, this, &ModuleNumbers::checkRequested);
    setCheck(Check::NotAsked);
}

void ModuleNumbers::setValues(const QString& title, std::span<const float> values)
{
    m_title->setText(title);
    m_table->show();
    m_histogram->show();
    const Statistics statistics = statisticsOf(values);
    const auto number = [](double value) { return valueText(value, kDigits); };
    std::vector<NumberTable::Entry> entries{
        {tr("Values"), countText(statistics.count)},
        {tr("Mean"), number(statistics.mean)},
        {tr("Std"), number(statistics.deviation)},
        {tr("Min"), number(static_cast<double>(statistics.low))},
        {tr("Max"), number(static_cast<double>(statistics.high))},
        {tr("Norm"), number(statistics.norm)},
        {tr("Zeros"), zerosText(statistics)},
    };
    if (statistics.notFinite > 0)
        entries.push_back({tr("Not finite"), countText(statistics.notFinite)});
    m_table->setEntries(std::move(entries));
    m_histogram->setHistogram(histogramOf(values, kBins));
}

void ModuleNumbers::clearValues()
{
    m_title->setText(tr("Statistics"));
    m_table->hide();
    m_histogram->hide();
}

void ModuleNumbers::setMarks(const QString& summary)
{
    m_marks->setText(summary);
    m_marks->setVisible(!summary.isEmpty());
}

void ModuleNumbers::setCheck(Check state)
{
    m_check->setEnabled(state != Check::Waiting);
    m_check->setText(state == Check::NotAsked  ? tr("Find dead channels")
                     : state == Check::Waiting ? tr("Reading 1,000 test images\u2026")
                                               : tr("Check again"));
}

void ModuleNumbers::setCheckPossible(bool possible)
{
    m_check->setVisible(possible);
}

}  // namespace glyphscope
