// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/gradient_page.h"

#include "model/types/raster.h"
#include "model/types/statistics.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/why/gradient_maps.h"
#include "ui/why/norm_bars.h"
#include "ui/why/page_width.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace glyphscope {

GradientPage::GradientPage(QWidget* parent) : QWidget(parent), m_lazy(this, [this] { refresh(); })
{
    m_modulesCard = buildModules();
    m_mapsCard = buildMaps();
    setObjectName(u"why.gradients"_s);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(metrics::kGap);
    arrange();
    connect(m_modules, &NormBars::chosen, this, &GradientPage::showModule);
}

QFrame* GradientPage::buildModules()
{
    QFrame* card = makeCard(this);
    auto* heading = new QLabel(tr("Gradient at every module"), card);
    heading->setFont(glyphscope::font(TextStyle::Heading));
    QLabel* words = makeWords(u"why.gradientWords"_s, u"muted"_s, card);
    words->setFont(glyphscope::font(TextStyle::Caption));
    words->setText(tr("How the score changes with each module's output: the Euclidean norm, from the input "
                      "to the logits."));
    m_modules = new NormBars(card);
    m_time = makeWords(u"why.gradientTime"_s, u"muted"_s, card);
    m_time->setFont(glyphscope::font(TextStyle::Caption));
    QVBoxLayout* column = columnIn(card);
    column->addWidget(heading);
    column->addWidget(words);
    column->addWidget(m_modules, 1);
    column->addWidget(m_time);
    column->addStretch(0);
    return card;
}

QFrame* GradientPage::buildMaps()
{
    QFrame* card = makeCard(this);
    m_title = makeWords(u"why.module"_s, {}, card);
    m_title->setFont(glyphscope::font(TextStyle::Heading));
    m_kind = makeWords(u"why.moduleKind"_s, u"muted"_s, card);
    m_kind->setFont(glyphscope::font(TextStyle::Caption));
    m_numbers = makeWords(u"why.moduleNumbers"_s, {}, card);
    m_maps = new GradientMaps(card);
    QVBoxLayout* column = columnIn(card);
    column->addWidget(m_title);
    column->addWidget(m_kind);
    column->addWidget(m_numbers);
    column->addWidget(m_maps, 1);
    column->addStretch(0);
    return card;
}

void GradientPage::arrange()
{
    if (m_grid == nullptr)
        return;
    const bool wide = width() >= kTwoWhyColumns;
    if (m_grid->count() > 0 && wide == (m_grid->columnStretch(1) > 0))
        return;
    m_grid->removeWidget(m_modulesCard);
    m_grid->removeWidget(m_mapsCard);
    m_grid->addWidget(m_modulesCard, 0, 0);
    m_grid->addWidget(m_mapsCard, wide ? 0 : 1, wide ? 1 : 0);
    m_grid->setColumnStretch(0, wide ? 2 : 1);
    m_grid->setColumnStretch(1, wide ? 3 : 0);
    m_grid->setRowStretch(0, wide ? 1 : 0);
    m_grid->setRowStretch(2, wide ? 0 : 1);
    m_maps->setFillsRoom(wide);
}

void GradientPage::setGlyph(const Glyph& glyph)
{
    m_glyph = glyph;
    showAge();
}

void GradientPage::setGradients(const GradientReading& reading)
{
    m_reading = reading;
    m_lazy.request();
}

void GradientPage::setClassNames(const QStringList& names)
{
    m_maps->setClassNames(names);
}

void GradientPage::forget()
{
    m_reading.reset();
    m_lazy.request();
}

void GradientPage::refresh()
{
    m_outputs.clear();
    if (m_reading) {
        m_outputs.push_back({.name = "input",
                             .kind = tr("What the network gets").toStdString(),
                             .shape = {1, kGlyphSide, kGlyphSide},
                             .values = m_reading->input,
                             .microseconds = 0});
        m_outputs.insert(m_outputs.end(), m_reading->modules.begin(), m_reading->modules.end());
    }
    std::vector<NormBars::Row> rows;
    for (const ModuleOutput& each : m_outputs)
        rows.push_back({QString::fromStdString(each.name), statisticsOf(each.values).norm});
    if (m_reading || m_modules->rows().empty())  // old bars rather than none while the next are computed
        m_modules->setRows(std::move(rows));
    showModule(m_modules->current());
    showAge();
}

/// Whether what is shown is the present drawing's.
void GradientPage::showAge()
{
    const bool past = m_reading && m_reading->glyph != m_glyph;
    m_modules->setFaint(past);
    m_maps->setFaint(past);
    if (past)
        m_time->setText(tr("Of the drawing before; computing\u2026"));
    else if (m_reading)
        m_time->setText(tr("One backward pass: %1 ms").arg(fixedText(m_reading->milliseconds, 1)));
    else
        m_time->setText(tr("Computing\u2026"));
}

void GradientPage::showModule(int row)
{
    if (row < 0 || row >= static_cast<int>(m_outputs.size())) {
        m_title->setText(tr("Gradient"));
        m_kind->clear();
        m_numbers->clear();
        m_maps->setGradient({});
        return;
    }
    const ModuleOutput& output = m_outputs[static_cast<std::size_t>(row)];
    const Statistics numbers = statisticsOf(output.values);
    m_title->setText(tr("Gradient at %1").arg(QString::fromStdString(output.name)));
    m_kind->setText(QString::fromStdString(output.kind) + u" \u00B7 "_s + shapeText(output.shape));
    m_numbers->setText(tr("min %1, max %2, norm %3, %4 of %5 are zero")
                           .arg(valueText(static_cast<double>(numbers.low)),
                                valueText(static_cast<double>(numbers.high)), valueText(numbers.norm))
                           .arg(numbers.zeros)
                           .arg(numbers.count));
    m_maps->setAccessibleName(m_title->text());
    m_maps->setGradient(output);
}

void GradientPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void GradientPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    arrange();
}

}  // namespace glyphscope
