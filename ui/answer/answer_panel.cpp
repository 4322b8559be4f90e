// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/answer_panel.h"

#include "ui/answer/answer_text.h"
#include "ui/answer/big_digit.h"
#include "ui/answer/label_row.h"
#include "ui/answer/probability_bars.h"
#include "ui/style/class_name.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

QLabel* makeLabel(const QString& name, Qt::Alignment alignment, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAlignment(alignment);
    label->setTextFormat(Qt::PlainText);
    return label;
}

BigDigit::Tone toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Digit:
        return BigDigit::Tone::Sure;
    case Verdict::Unsure:
        return BigDigit::Tone::Unsure;
    case Verdict::NotADigit:
    case Verdict::Empty:
        break;
    }
    return BigDigit::Tone::Neutral;
}

void announce(QWidget* widget, const QString& text)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(widget, text);
#else
    Q_UNUSED(text)
    QAccessibleEvent event(widget, QAccessible::NameChanged);
#endif
    QAccessible::updateAccessibility(&event);
}

}  // namespace

AnswerPanel::AnswerPanel(QWidget* parent) : Panel(u"answerPanel"_s, tr("Answer"), parent)
{
    m_big = new BigDigit(this);
    m_big->setObjectName(u"answerDigit"_s);
    m_verdict = makeLabel(u"answerVerdict"_s, Qt::AlignLeft | Qt::AlignBottom, this);
    m_detail = makeLabel(u"answerDetail"_s, Qt::AlignLeft | Qt::AlignTop, this);
    setRole(m_detail, u"muted"_s);
    m_verdict->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_bars = new ProbabilityBars(this);
    m_bars->setLabels(classNames(m_classes));
    m_labels = new LabelRow(this);
    connect(m_labels, &LabelRow::labelGiven, this, &AnswerPanel::labelGiven);
    connect(m_labels, &LabelRow::undoRequested, this, &AnswerPanel::labelUndoRequested);

    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::kUnit);
    words->addWidget(m_verdict, 1);
    words->addWidget(m_detail, 1);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::kMargin);
    head->addWidget(m_big);
    head->addLayout(words, 1);

    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"answerScroll"_s);
    m_scroll->setWidget(m_bars);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_bars->setAutoFillBackground(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kMargin, metrics::kGap, metrics::kMargin, metrics::kPadding);
    column->setSpacing(metrics::kPadding);
    column->addLayout(head);
    column->addWidget(m_labels);
    column->addWidget(m_scroll, 1);
    refresh();
}

std::optional<Prediction> AnswerPanel::prediction() const
{
    return m_state == State::Answer ? std::optional(m_prediction) : std::nullopt;
}

QString AnswerPanel::verdict() const
{
    return m_verdict->text();
}

void AnswerPanel::setPrediction(const Prediction& prediction)
{
    if (!prediction.classes.empty() && prediction.classes != m_classes)
        return;  // the last answer of other weights
    m_state = State::Answer;
    m_prediction = prediction;
    refresh();
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
    const bool answered = m_state == State::Answer && m_prediction.verdict != Verdict::Empty;
    const bool known = answered && m_prediction.verdict != Verdict::NotADigit;
    m_labels->setAnswer(known ? std::optional(m_prediction.best) : std::nullopt);
    if (answered)  // of what is no digit, no bar stands out
        m_bars->setValues(m_prediction.probabilities, m_prediction.logits, known ? m_prediction.best : -1,
                          known ? m_prediction.second : -1);
    else
        m_bars->setValues({}, {}, -1, -1);
    bringBestIntoSight();

    if (m_state == State::Waiting) {
        m_big->setDigit(u"\u2026"_s, BigDigit::Tone::Neutral);
        showWords(tr("One moment"), m_message);
    } else if (m_state == State::Failed) {
        m_big->setDigit(u"!"_s, BigDigit::Tone::Bad);
        showWords(tr("No answer"), m_message);
    } else if (!answered) {
        m_big->setDigit({}, BigDigit::Tone::Neutral);
        showWords(verdictText(m_prediction, m_classes), detailText(m_prediction, m_classes));
    } else {
        m_big->setDigit(known ? className(m_classes, m_prediction.best) : u"?"_s,
                        toneOf(m_prediction.verdict));
        const QString evidence = evidenceText(m_prediction, m_rule, m_classes);
        const QString detail = detailText(m_prediction, m_classes);
        showWords(verdictText(m_prediction, m_classes), known ? detail : sentences({detail, evidence}));
        m_verdict->setToolTip(evidence);
        m_detail->setToolTip(evidence);
    }
    m_big->setVisible(m_big->text().size() <= 1);  // a whole name has no large form
}

/// Another answer is looked for among many bars only once: where it was scrolled to by hand, it stays.
void AnswerPanel::bringBestIntoSight()
{
    const bool answered = m_state == State::Answer && m_prediction.verdict != Verdict::Empty;
    const int best = answered ? m_prediction.best : -1;
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
    m_verdict->setFont(glyphscope::font(TextStyle::Title));
    m_detail->setFont(glyphscope::font(TextStyle::Body));
    // Room for what an unsure answer says, so that the bars stay where they are.
    m_verdict->setMinimumHeight(2 * QFontMetrics(m_verdict->font()).height());
    m_detail->setMinimumHeight(3 * QFontMetrics(m_detail->font()).height());
    m_detail->setText(detail);
    setAccessibleDescription(tr("%1. %2", "the verdict and its details").arg(verdict, detail));
    if (m_verdict->text() == verdict)
        return;
    m_verdict->setText(verdict);
    announce(m_verdict, verdict);
}

void AnswerPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
    QWidget::changeEvent(event);
}

}  // namespace glyphscope
