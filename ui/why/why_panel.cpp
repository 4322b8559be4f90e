// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_panel.h"

#include "ui/style/class_name.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/why/attribution_page.h"
#include "ui/why/attribution_text.h"
#include "ui/why/class_picker.h"
#include "ui/why/gradient_page.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace glyphscope {
WhyChoice WhyPanel::choice() const
{
    return m_attributions->choice();
}

void WhyPanel::setChoice(const WhyChoice& choice)
{
    m_attributions->setChoice(choice);
}

HeatLook WhyPanel::look() const
{
    return m_attributions->look();
}

void WhyPanel::setEngineReady(bool ready)
{
    m_engineReady = ready;
    refreshState();
    ask();
}

void WhyPanel::setClassNames(const QStringList& names)
{
    const QStringList all = names.isEmpty() ? classNames(ClassSet::digits()) : names;
    if (all == m_names)
        return;
    m_names = all;
    m_classes->setNames(all);
    m_gradients->setClassNames(all);
    {
        const QSignalBlocker quiet(m_against);
        const int before = m_against->currentIndex();
        m_against->clear();
        m_against->addItem(tr("None"));
        m_against->addItems(all);
        m_against->setCurrentIndex(before > 0 && before < m_against->count() ? before : 0);
    }
    m_prediction = {};  // it spoke of other classes
    changed();
    updateChoice();
    refreshState();
}

void WhyPanel::setReading(const Reading& reading)
{
    if (reading.prediction.verdict == Verdict::Empty) {
        clear();
        return;
    }
    m_glyph = reading.glyph;
    m_prediction = reading.prediction;
    m_mapModules.clear();
    for (const ModuleOutput& module : reading.modules)
        if (module.shape.size() == 3)
            m_mapModules << QString::fromStdString(module.name);
    m_modulesKnown = !reading.modules.empty();
    changed();
}

void WhyPanel::clear()
{
    m_prediction = {};
    m_glyph = {};
    m_attributions->forget();
    m_gradients->forget();
    m_score->setText(tr("Computing\u2026"));
    m_target = {};
    changed();
}

void WhyPanel::refresh()
{
    refreshState();
    m_classes->setProbabilities(m_prediction.probabilities, m_prediction.best);
    arrangeTarget();
    if (m_modulesKnown)
        m_attributions->setMapModules(m_mapModules);
    m_attributions->setGlyph(m_glyph);
    m_gradients->setGlyph(m_glyph);
    showAge();
    ask();  // the answer may have become the class it is set against
}

/// What is chosen. Nothing can be set against itself: then the class stands alone.
ClassTarget WhyPanel::wanted() const
{
    ClassTarget target{.target = m_classes->chosen(), .contrast = m_against->currentIndex() - 1};
    const int resolved = target.target < 0 ? m_prediction.best : target.target;
    if (target.contrast == resolved)
        target.contrast = -1;
    return target;
}

bool WhyPanel::fits(const ClassTarget& target) const
{
    const ClassTarget now = wanted();
    return m_prediction.best >= 0 && (now.target < 0 || now.target == target.target) &&
           now.contrast == target.contrast;
}

void WhyPanel::setAttribution(const Attribution& attribution)
{
    if (!fits(attribution.target))
        return;
    m_failure.clear();
    m_attributions->setAttribution(attribution);
    showScore(attribution.target, static_cast<double>(attribution.score), attribution.glyph);
}

void WhyPanel::setGradients(const GradientReading& gradients)
{
    if (!fits(gradients.target))
        return;
    m_failure.clear();
    m_gradients->setGradients(gradients);
    showScore(gradients.target, static_cast<double>(gradients.score), gradients.glyph);
}

void WhyPanel::showScore(const ClassTarget& target, double score, const Glyph& glyph)
{
    m_target = target;
    m_scoredGlyph = glyph;
    showAge();
    m_score->setText(scoreText(target, score, m_names));
    showStatus();
}

void WhyPanel::showAge()
{
    setRole(m_score, m_scoredGlyph == m_glyph ? QString() : u"muted"_s);
}

void WhyPanel::setBusy(bool busy)
{
    m_busy = busy;
    showStatus();
}

void WhyPanel::explainClass(int index)
{
    setPage(Page::Attributions);
    m_classes->choose(index);
}

void WhyPanel::setFailed(const QString& message)
{
    m_failure = message;
    showStatus();
}

void WhyPanel::showStatus()
{
    const bool failed = !m_failure.isEmpty();
    m_status->setText(failed ? m_failure : m_busy ? tr("Computing\u2026") : QString());
    m_status->setToolTip(m_failure);
    setRole(m_status, failed ? u"bad"_s : u"muted"_s);
}

void WhyPanel::refreshState()
{
    const bool drawn = m_prediction.best >= 0;
    m_pages->setCurrentIndex(m_engineReady && drawn ? 1 : 0);
    m_emptyTitle->setText(m_engineReady ? tr("Nothing drawn yet") : tr("One moment"));
    m_emptyText->setText(m_engineReady
                             ? tr("Write a digit to see which of its pixels the answer rests on, by six "
                                  "methods, for any class against any other.")
                             : tr("The network is still being loaded."));
    m_emptyIcon->setPixmap(
        iconPixmap(m_engineReady ? u"pen"_s : u"layers"_s, theme().mutedText, 40, devicePixelRatioF()));
}

void WhyPanel::setPage(Page page)
{
    m_page = page;
    m_whyTab->setChecked(page == Page::Attributions);
    m_gradientsTab->setChecked(page == Page::Gradients);
    m_attributions->setVisible(page == Page::Attributions);
    m_gradients->setVisible(page == Page::Gradients);
    ask();
    askForOverlay();
}

/// Another class was chosen, or set against it: what is there answers another question.
void WhyPanel::updateChoice()
{
    m_against->setToolTip(wanted().contrast < 0 && m_against->currentIndex() > 0
                              ? tr("A class cannot be set against itself: it stands alone")
                              : tr("Explain why not this class instead"));
    if (!fits(m_target)) {
        m_attributions->forget();
        m_gradients->forget();
        m_score->setText(tr("Computing\u2026"));
    }
    ask();
}

/// Says what is to be computed from now on, if that is something else than before.
void WhyPanel::ask()
{
    const bool why = isSeen() && m_engineReady && m_page == Page::Attributions;
    const bool gradients = isSeen() && m_engineReady && m_page == Page::Gradients;
    const std::vector<AttributionOptions> list =
        why ? m_attributions->optionsFor(wanted()) : std::vector<AttributionOptions>();
    const std::optional<ClassTarget> target = gradients ? std::optional(wanted()) : std::nullopt;
    if (list != m_asked) {
        m_asked = list;
        Q_EMIT attributionsWanted(m_asked);
    }
    if (target != m_askedGradients) {
        m_askedGradients = target;
        Q_EMIT gradientsWanted(m_askedGradients);
    }
}

void WhyPanel::askForOverlay()
{
    const bool visible = isSeen() && m_page == Page::Attributions;
    const std::optional<Attribution> overlay = visible ? m_attributions->overlay() : std::nullopt;
    if (!overlay && !m_overlaid)
        return;
    m_overlaid = overlay.has_value();
    Q_EMIT overlayChanged(overlay);
}

void WhyPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    ask();
    askForOverlay();
}

void WhyPanel::hideEvent(QHideEvent* event)
{
    ask();
    askForOverlay();
    Panel::hideEvent(event);
}

void WhyPanel::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9)
        m_classes->choose(event->key() - Qt::Key_0);
    else if (plain && event->key() == Qt::Key_A)
        m_classes->choose(-1);
    else
        QWidget::keyPressEvent(event);
}

void WhyPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    arrangeTarget();
}

void WhyPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshState();
}

}  // namespace glyphscope
