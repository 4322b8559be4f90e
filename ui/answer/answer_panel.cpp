// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/answer_panel.h"

#include "ui/answer/announcement.h"
#include "ui/answer/answer_text.h"
#include "ui/answer/big_digit.h"
#include "ui/answer/character_row.h"
#include "ui/answer/label_row.h"
#include "ui/answer/probability_bars.h"
#include "ui/answer/softmax_card.h"
#include "ui/style/class_name.h"
#include "ui/style/theme.h"
#include "ui/widgets/hook_badge.h"

#include <QtCore/QEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;

namespace glyphscope {

AnswerPanel::AnswerPanel(QWidget* parent) : Panel(u"answerPanel"_s, tr("Answer"), parent)
{
    buildParts();
    layOutParts();
    connectParts();
    refresh();
}

std::optional<Prediction> AnswerPanel::prediction() const
{
    return m_state == State::Answer ? std::optional(m_prediction) : std::nullopt;
}

int AnswerPanel::explained() const
{
    return m_card->isHidden() ? -1 : m_pinned >= 0 ? m_pinned : m_prediction.best;
}

bool AnswerPanel::answered() const
{
    return m_state == State::Answer && m_prediction.verdict != Verdict::Empty;
}

QString AnswerPanel::verdict() const
{
    return m_verdict->text();
}

void AnswerPanel::setPrediction(const Prediction& prediction, const std::optional<Prediction>& withoutHooks)
{
    if (!prediction.classes.empty() && prediction.classes != m_classes)
        return;  // the last answer of other weights
    m_state = State::Answer;
    m_prediction = prediction;
    m_withoutHooks = withoutHooks;
    if (prediction.verdict == Verdict::Empty)
        m_pinned = -1;
    refresh();
}

void AnswerPanel::setNumber(const std::vector<CharacterCell>& number, int focus)
{
    if (number == m_number->cells() && (number.empty() || focus == m_number->focus()))
        return;  // setPrediction() shows the rest
    m_number->setCells(number, focus);
    refresh();
}

void AnswerPanel::setHooks(const std::vector<HookSpec>& changing)
{
    m_changingHooks = changing;
    showHooks();
    arrange();
}

void AnswerPanel::setRule(const AnswerRule& rule)
{
    m_rule = rule;
    refresh();
}

void AnswerPanel::setClasses(const ClassSet& classes)
{
    if (classes == m_classes)
        return;
    m_classes = classes;
    m_bars->setLabels(classNames(classes));
    m_labels->setClasses(classes);
    m_prediction = {};  // it spoke of other classes
    m_withoutHooks.reset();
    m_pinned = -1;
    refresh();
}

void AnswerPanel::setWaiting(const QString& what)
{
    m_state = State::Waiting;
    m_message = what;
    refresh();
}

void AnswerPanel::setFailed(const QString& message)
{
    m_state = State::Failed;
    m_message = message;
    refresh();
}

void AnswerPanel::setLabelable(bool labelable)
{
    m_labels->setLabelable(labelable);
}

void AnswerPanel::setKept(const std::optional<QString>& className)
{
    m_labels->setKept(className);
}

void AnswerPanel::giveLabel(int label)
{
    m_labels->give(label);
}

void AnswerPanel::refresh()
{
    const bool known = answered() && m_prediction.verdict != Verdict::NotADigit;
    m_labels->setAnswer(known ? std::optional(m_prediction.best) : std::nullopt);
    if (answered())  // of what is no digit, no bar stands out
        m_bars->setValues(m_prediction.probabilities, m_prediction.logits, known ? m_prediction.best : -1,
                          known ? m_prediction.second : -1);
    else
        m_bars->setValues({}, {}, -1, -1);
    bringBestIntoSight();
    showHooks();
    showAnswer();
    m_big->setVisible(m_big->text().size() <= 1 && m_number->isHidden());  // a whole name has no large form
    arrange();
}

void AnswerPanel::showAnswer()
{
    const bool known = m_prediction.verdict != Verdict::NotADigit;
    if (m_state == State::Waiting) {
        m_big->setDigit(u"\u2026"_s, BigDigit::Tone::Neutral);
        showWords(tr("One moment"), m_message);
    } else if (m_state == State::Failed) {
        m_big->setDigit(u"!"_s, BigDigit::Tone::Bad);
        showWords(tr("No answer"), m_message);
    } else if (!answered()) {
        m_big->setDigit({}, BigDigit::Tone::Neutral);
        showWords(verdictText(m_prediction, m_classes), detailText(m_prediction, m_classes));
    } else {
        const std::vector<CharacterCell>& number = m_number->cells();
        m_big->setDigit(known ? className(m_classes, m_prediction.best) : u"?"_s,
                        BigDigit::toneOf(m_prediction.verdict));
        if (number.empty())
            showWords(verdictText(m_prediction, m_classes), detailText(m_prediction, m_classes));
        else
            showWords(
                verdictText(number, m_number->focus()),
                detailText(number[static_cast<std::size_t>(m_number->focus())], m_prediction, m_classes));
        const QString evidence = evidenceText(m_prediction, m_rule);
        m_verdict->setToolTip(number.empty() || number.back().line == 0 ? evidence : linesText(number));
        m_detail->setToolTip(evidence);
    }
}

/// Hooks that are not in the reading that is shown, or no more, did not change it.
void AnswerPanel::showHooks()
{
    m_hooks->setWithout(answered() ? m_withoutHooks : std::nullopt);
    m_hooks->setHooks(answered() && !m_withoutHooks ? std::vector<HookSpec>() : m_changingHooks);
}

/// Another answer is looked for among many bars only once: where it was scrolled to by hand, it stays.
void AnswerPanel::bringBestIntoSight()
{
    const int best = answered() ? m_prediction.best : -1;
    if (best == m_bestSeen)
        return;
    m_bestSeen = best;
    if (best >= 0) {
        const QRect row = m_bars->rowAt(best);
        m_scroll->ensureVisible(0, row.center().y(), 0, row.height());
    }
}

void AnswerPanel::showWords(const QString& verdict, const QString& detail)
{
    m_verdict->setToolTip({});
    m_detail->setToolTip({});
    setWordFonts();
    m_detail->setText(detail);
    setAccessibleDescription(tr("%1. %2", "the verdict and its details").arg(verdict, detail));
    if (m_verdict->text() == verdict)
        return;
    m_verdict->setText(verdict);
    announce(m_verdict, verdict);
}

/// The same bar again gives its card back to the answer.
void AnswerPanel::explain(int row)
{
    const bool again = row == m_pinned && !m_card->isHidden();
    m_pinned = again ? -1 : row;
    m_cardWanted = again ? std::nullopt : std::optional(true);
    arrange();
    Q_EMIT barChosen();
}

void AnswerPanel::toggleCard(bool on)
{
    m_cardWanted = on;
    if (!on)
        m_pinned = -1;
    arrange();
}

void AnswerPanel::closeCard()
{
    const bool focused = m_card->isAncestorOf(focusWidget());
    toggleCard(false);
    if (focused)
        m_bars->setFocus();
}

void AnswerPanel::showCard()
{
    const int label = m_pinned >= 0 ? m_pinned : m_prediction.best;
    const auto place = static_cast<std::size_t>(label);
    if (!answered() || label < 0 || place >= m_prediction.logits.size() ||
        place >= m_prediction.probabilities.size())
        return;
    // asked for only: it must not move the bars
    const bool refused = m_prediction.verdict == Verdict::NotADigit && m_cardWanted.value_or(false);
    m_card->setShare(softmaxShare(m_prediction.logits, m_rule.temperature, label),
                     className(m_classes, label), m_prediction.probabilities[place],
                     refused ? evidenceText(m_prediction, m_rule) : QString());
}

void AnswerPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    arrange();
}

void AnswerPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
