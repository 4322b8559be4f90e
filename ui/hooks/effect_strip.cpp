// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/effect_strip.h"

#include "ui/style/class_name.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr double kKey = 9;  // side of the square that tells the two answers apart
constexpr double kArrow = 26;
constexpr int kBars = 46;  // the height they like

double widthOf(const QString& words)
{
    return QFontMetricsF(glyphscope::font(TextStyle::Body)).horizontalAdvance(words);
}

QColor beforeColour()
{
    return blend(theme().surface, theme().mutedText, 0.55);
}

QString shareOf(const EffectStrip::Answer& answer, int index)
{
    const auto place = static_cast<std::size_t>(index);
    return place < answer.probabilities.size() ? confidenceText(answer.probabilities[place]) : u"\u2013"_s;
}

}  // namespace

EffectStrip::EffectStrip(const QString& before, const QString& after, QWidget* parent)
    : QWidget(parent), m_beforeText(before), m_afterText(after)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void EffectStrip::setTexts(const QString& before, const QString& after)
{
    m_beforeText = before;
    m_afterText = after;
    setAccessibleDescription(words());
    update();
}

void EffectStrip::setAnswers(const std::optional<Answer>& before, const Answer& after)
{
    if (before == m_before && after == m_after)
        return;
    m_before = before;
    m_after = after;
    setAccessibleDescription(words());
    update();
}

void EffectStrip::setClassNames(const QStringList& names)
{
    m_names = names;
    setAccessibleDescription(words());
    update();
}

void EffectStrip::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

void EffectStrip::setWordsOnly(bool only)
{
    if (only == m_wordsOnly)
        return;
    m_wordsOnly = only;
    updateGeometry();
    update();
}

QString EffectStrip::answerWords(const Answer& answer) const
{
    return tr("%1 at %2", "a class and its probability")
        .arg(className(m_names, answer.best), shareOf(answer, answer.best));
}

QString EffectStrip::beforeWords() const
{
    return m_beforeText.arg(answerWords(*m_before));
}

QString EffectStrip::afterWords() const
{
    const QString answer = answerWords(m_after);
    return compares() ? m_afterText.arg(answer) : tr("%1, no hook changes it").arg(answer);
}

QString EffectStrip::words() const
{
    if (m_after.probabilities.empty())
        return m_emptyText;
    return compares() ? listText({beforeWords(), afterWords()}) : afterWords();
}

EffectPlaces EffectStrip::places() const
{
    double words = kKey + metrics::kUnit + widthOf(afterWords());
    if (compares())
        words += kKey + metrics::kUnit + widthOf(beforeWords()) + kArrow;
    return effectPlaces(QRectF(rect()), static_cast<int>(m_after.probabilities.size()), words,
                        lineHeight(TextStyle::Body), lineHeight(TextStyle::Caption));
}

int EffectStrip::heightWithBars()
{
    return qRound(lineHeight(TextStyle::Body) + lineHeight(TextStyle::Caption)) + kBars;
}

QSize EffectStrip::sizeHint() const
{
    return {260, m_wordsOnly ? qRound(lineHeight(TextStyle::Body)) : heightWithBars()};
}

QSize EffectStrip::minimumSizeHint() const
{
    return {160, m_wordsOnly ? sizeHint().height() : sizeHint().height() - kBars / 4};
}

void EffectStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(glyphscope::font(TextStyle::Body));
    if (m_after.probabilities.empty()) {
        painter.setPen(theme().mutedText);
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const EffectPlaces where = places();
    paintWords(painter, where);
    if (!m_wordsOnly)
        paintBars(painter, where);
}

void EffectStrip::paintWords(QPainter& painter, const EffectPlaces& places) const
{
    const Theme& t = theme();
    const auto say = [&](const QRectF& line, double x, const QColor& key, const QColor& ink,
                         const QString& text) {
        const QRectF square(x, line.center().y() - kKey / 2, kKey, kKey);
        painter.setPen(Qt::NoPen);
        painter.setBrush(key);
        painter.drawRoundedRect(square, 2, 2);
        painter.setPen(ink);
        const QRectF place(square.right() + metrics::kUnit, line.top(), line.right() - square.right(),
                           line.height());
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, text);
        return place.left() + widthOf(text);
    };
    double x = places.before.left();
    if (compares()) {
        x = say(places.before, x, beforeColour(), t.mutedText, beforeWords());
        if (places.beside) {
            painter.drawText(QRectF(x, places.before.top(), kArrow, places.before.height()), Qt::AlignCenter,
                             u"\u2192"_s);
            x += kArrow;
        } else {
            x = places.after.left();
        }
    }
    const bool turned = compares() && m_before->best != m_after.best;
    say(places.after, x, t.accent, turned ? t.accent : t.text, afterWords());
}

void EffectStrip::paintBars(QPainter& painter, const EffectPlaces& places) const
{
    const Theme& t = theme();
    painter.setPen(QPen(t.border, 1));
    const double ground = std::floor(places.bars.bottom()) + 0.5;
    painter.drawLine(QPointF(places.bars.left(), ground), QPointF(places.bars.right(), ground));
    painter.setFont(glyphscope::font(TextStyle::Caption));
    const QFontMetricsF measure(painter.font());
    for (std::size_t i = 0; i < places.pairs.size(); ++i) {
        const EffectPlaces::Pair& pair = places.pairs[i];
        const int index = static_cast<int>(i);
        if (compares() && i < m_before->probabilities.size())
            painter.fillRect(filledPart(pair.before, m_before->probabilities[i]), beforeColour());
        painter.fillRect(filledPart(pair.after, m_after.probabilities[i]), t.accent);
        painter.setPen(index == m_after.best ? t.text : t.mutedText);
        painter.drawText(pair.label, Qt::AlignCenter,
                         measure.elidedText(className(m_names, index), Qt::ElideRight, pair.label.width()));
    }
}

QString EffectStrip::tipFor(int index) const
{
    const QString name = className(m_names, index);
    if (!compares())
        return tr("%1: %2").arg(name, shareOf(m_after, index));
    return u"%1\n%2\n%3"_s.arg(name, m_beforeText.arg(shareOf(*m_before, index)),
                               m_afterText.arg(shareOf(m_after, index)));
}

bool EffectStrip::event(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int index = m_after.probabilities.empty() ? -1 : classAt(places(), help->pos());
    QToolTip::showText(help->globalPos(), index < 0 ? words() : tipFor(index), this);
    return true;
}

}  // namespace glyphscope
