// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/answer_panel.h"

#include "ui/answer/answer_text.h"
#include "ui/answer/probability_bars.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

QStringList digits()
{
    QStringList names;
    for (int i = 0; i < 10; ++i)
        names << QString::number(i);
    return names;
}

QLabel* makeLabel(const QString& name, Qt::Alignment alignment, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAlignment(alignment);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString roleOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Digit:
        return u"accent"_s;
    case Verdict::Unsure:
        return u"caution"_s;
    case Verdict::NotADigit:
    case Verdict::Empty:
        break;
    }
    return u"muted"_s;
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

AnswerPanel::AnswerPanel(QWidget* parent) : QWidget(parent), m_names(digits())
{
    setObjectName(u"answerPanel"_s);
    setAccessibleName(u"Answer"_s);
    m_big = makeLabel(u"answerDigit"_s, Qt::AlignCenter, this);
    m_verdict = makeLabel(u"answerVerdict"_s, Qt::AlignLeft | Qt::AlignBottom, this);
    m_detail = makeLabel(u"answerDetail"_s, Qt::AlignLeft | Qt::AlignTop, this);
    setRole(m_detail, u"muted"_s);
    m_verdict->setWordWrap(true);
    m_detail->setWordWrap(true);
    m_bars = new ProbabilityBars(this);
    m_bars->setLabels(m_names);

    auto* words = new QVBoxLayout;
    words->setSpacing(metrics::kUnit);
    words->addWidget(m_verdict, 1);
    words->addWidget(m_detail, 1);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::kMargin);
    head->addWidget(m_big);
    head->addLayout(words, 1);

    auto* scroll = new QScrollArea(this);  // for more classes than the panel is high
    scroll->setObjectName(u"answerScroll"_s);
    scroll->setWidget(m_bars);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_bars->setAutoFillBackground(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kMargin, metrics::kGap, metrics::kMargin, metrics::kPadding);
    column->setSpacing(metrics::kPadding);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    refresh();
}

QString AnswerPanel::verdict() const
{
    return m_verdict->text();
}

void AnswerPanel::setPrediction(const Prediction& prediction)
{
    m_state = State::Answer;
    m_prediction = prediction;
    refresh();
}

void AnswerPanel::setClassNames(const QStringList& names)
{
    const QStringList wanted = names.isEmpty() ? digits() : names;
    if (wanted == m_names)
        return;
    m_names = wanted;
    m_bars->setLabels(m_names);
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

void AnswerPanel::refresh()
{
    const bool answered = m_state == State::Answer && m_prediction.verdict != Verdict::Empty;
    if (answered)
        m_bars->setValues(m_prediction.probabilities, m_prediction.logits, m_prediction.best,
                          m_prediction.second);
    else
        m_bars->setValues({}, {}, -1, -1);

    if (m_state == State::Waiting) {
        showBig(u"\u2026"_s, u"muted"_s);
        showWords(u"One moment"_s, m_message);
    } else if (m_state == State::Failed) {
        showBig(u"!"_s, u"bad"_s);
        showWords(u"No answer"_s, m_message);
    } else if (!answered) {
        showBig({}, {});
        showWords(verdictText(m_prediction, m_names), detailText(m_prediction, m_names));
    } else {
        const bool known = m_prediction.verdict != Verdict::NotADigit;
        showBig(known ? className(m_names, m_prediction.best) : u"?"_s, roleOf(m_prediction.verdict));
        showWords(verdictText(m_prediction, m_names), detailText(m_prediction, m_names));
    }
}

void AnswerPanel::showBig(const QString& text, const QString& role)
{
    const QFont display = glyphscope::font(TextStyle::Display);
    const QFontMetrics measure(display);
    // One place for every digit, so that nothing jumps when the answer changes; a name has no big form.
    m_big->setFixedSize(measure.horizontalAdvance(u"00"_s) * 2 / 3,
                        measure.tightBoundingRect(u"0"_s).height() * 3 / 2);
    m_big->setVisible(text.size() <= 1);
    m_big->setFont(display);
    if (text.isEmpty()) {
        m_big->setPixmap(iconPixmap(u"pen"_s, theme().mutedText, measure.height() / 2, devicePixelRatioF()));
        return;
    }
    setRole(m_big, role);
    m_big->setText(text.size() <= 1 ? text : QString());
}

void AnswerPanel::showWords(const QString& verdict, const QString& detail)
{
    m_verdict->setFont(glyphscope::font(TextStyle::Title));
    m_detail->setFont(glyphscope::font(TextStyle::Body));
    m_detail->setText(detail);
    setAccessibleDescription(verdict + u". "_s + detail);
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
