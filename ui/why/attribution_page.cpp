// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/attribution_page.h"

#include "ui/style/roles.h"
#include "ui/text/number_text.h"
#include "ui/why/agreement_matrix.h"
#include "ui/why/attribution_text.h"
#include "ui/why/heat_view.h"
#include "ui/why/method_options.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSlider>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr double kGreatGap = 0.05;  // from here on more steps are called for

std::size_t indexOf(AttributionMethod method)
{
    return static_cast<std::size_t>(
        std::find(std::begin(kAttributionMethods), std::end(kAttributionMethods), method) -
        std::begin(kAttributionMethods));
}

}  // namespace

HeatLook AttributionPage::look() const
{
    return {.opacity = m_opacity->value() / 100.0, .smooth = m_smooth->isChecked()};
}

std::vector<AttributionOptions> AttributionPage::optionsFor(const ClassTarget& target) const
{
    return m_options->optionsFor(target);
}

WhyChoice AttributionPage::choice() const
{
    WhyChoice choice;
    for (const AttributionOptions& options : m_options->optionsFor({}))
        if (options.method == m_gallery->current() || options.method == choice.options.method)
            choice.options = options;
    choice.options.method = m_gallery->current();
    choice.opacity = look().opacity;
    choice.smooth = look().smooth;
    choice.onCanvas = m_onCanvas->isChecked();
    return choice;
}

void AttributionPage::setChoice(const WhyChoice& choice)
{
    m_gallery->choose(choice.options.method);
    m_options->setOptions(choice.options);
    m_opacity->setValue(qRound(100 * choice.opacity));
    m_smooth->setChecked(choice.smooth);
    m_onCanvas->setChecked(choice.onCanvas);
}

const std::optional<Attribution>& AttributionPage::current() const
{
    return m_attributions[indexOf(m_gallery->current())];
}

std::optional<Attribution> AttributionPage::overlay() const
{
    return m_onCanvas->isChecked() ? current() : std::nullopt;
}

void AttributionPage::setMapModules(const QStringList& names)
{
    m_options->setMapModules(names);
    if (m_hasMaps == !names.isEmpty())
        return;
    m_hasMaps = !names.isEmpty();
    forget();
    showMethod();
}

void AttributionPage::setGlyph(const Glyph& glyph)
{
    m_gallery->setGlyph(glyph);
    m_agreement->setGlyph(glyph);
    m_heat->setGlyph(glyph);
}

void AttributionPage::setAttribution(const Attribution& attribution)
{
    if (!(attribution.target == m_target)) {
        forget();
        m_target = attribution.target;
    }
    m_attributions[indexOf(attribution.method)] = attribution;
    m_gallery->setAttribution(attribution);
    m_agreement->setAttribution(attribution);
    if (attribution.method == m_gallery->current())
        showCurrent();
}

void AttributionPage::forget()
{
    m_attributions = {};
    m_gallery->forget();
    m_agreement->forget();
    showCurrent();
}

/// Another method was chosen.
void AttributionPage::showMethod()
{
    const AttributionMethod method = m_gallery->current();
    m_title->setText(methodName(method));
    const bool possible = m_hasMaps || method != AttributionMethod::GradCam;
    m_sentence->setText(possible ? methodSentence(method)
                                 : tr("Grad-CAM looks at maps, and no module of this network has any."));
    m_options->showFor(method);
    m_completeness->setVisible(method == AttributionMethod::IntegratedGradients);
    showCurrent();
}

/// The chosen method has other values.
void AttributionPage::showCurrent()
{
    const AttributionMethod method = m_gallery->current();
    const std::optional<Attribution>& shown = current();
    m_heat->setAttribution(shown);
    m_heat->setAccessibleName(tr("%1 of every pixel").arg(methodName(method)));
    m_paper->setToolTip(methodTitle(method));
    m_paper->setText(
        shown ? tr("%1 \u00B7 computed in %2 ms").arg(methodPaper(method), fixedText(shown->milliseconds, 1))
              : methodPaper(method));
    if (shown && shown->completeness) {
        m_completeness->setText(completenessText(*shown->completeness));
        setRole(m_completeness, gapShare(*shown->completeness) > kGreatGap ? u"caution"_s : u"good"_s);
    } else {
        m_completeness->setText(tr("Adds up to the rise of the score, but for a gap."));
        setRole(m_completeness, u"muted"_s);
    }
    Q_EMIT overlayChanged();
}

void AttributionPage::applyLook()
{
    m_opacity->setToolTip(tr("Opacity of the heat: %1 %").arg(m_opacity->value()));
    m_gallery->setLook(look());
    m_heat->setLook(look());
    if (m_onCanvas->isChecked())
        Q_EMIT overlayChanged();
}

void AttributionPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// Of the large card: resized, or with other words in it.
bool AttributionPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        arrangeLarge();
    return QWidget::eventFilter(watched, event);
}

void AttributionPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    arrange();
}

}  // namespace glyphscope
