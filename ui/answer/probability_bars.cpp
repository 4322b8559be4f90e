// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answer/probability_bars.h"

#include "ui/answer/answer_text.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kAnimationMs = 100;
constexpr float kVisibleMove = 0.01F;  // in training bars move by less, several times a second
constexpr int kFew = 12;               // up to so many, low rows are better than a bar to scroll
constexpr int kLowestRow = 11;         // their words get smaller then
constexpr double kLabelShare = 0.42;   // of the width, at most: the bars must stay readable

constexpr double kUsualRow = 34;    // the highest whose words are no larger than usual
constexpr double kRowShare = 0.09;  // of the width
constexpr double kLargestRow = 84;
constexpr double kLargestWords = 2;  // times as large as usual

/// Smaller where rows are lower than a line, larger where they are much higher.
QFont fittingFont(QFont words, double height)
{
    const int line = QFontMetrics(words).height();
    const int usual = QFontInfo(words).pixelSize();
    if (height > 0 && height < line)
        words.setPixelSize(std::max(7, static_cast<int>(usual * height / line)));
    else if (height > kUsualRow)
        words.setPixelSize(static_cast<int>(usual * std::min(height / kUsualRow, kLargestWords)));
    return words;
}

}  // namespace

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"probabilityBars"_s);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Probability of each class"));
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setDuration(kAnimationMs);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        const float share = value.toFloat();
        for (std::size_t i = 0; i < m_shown.size(); ++i)
            m_shown[i] = m_from[i] + (m_values[i] - m_from[i]) * share;
        update();
    });
}

void ProbabilityBars::setLabels(const QStringList& labels)
{
    m_labels = labels;
    m_current = 0;
    m_explained = -1;
    setValues({}, {}, -1, -1);
    updateGeometry();
}

void ProbabilityBars::setValues(const std::vector<float>& values, const std::vector<float>& logits, int best,
                                int second)
{
    m_animation.stop();
    m_values = values;
    m_logits = logits;
    m_best = best;
    m_second = second;
    setCursor(hasValues() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    const bool gentle =
        isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (gentle && movesVisibly()) {
        m_from = m_shown;
        m_animation.start();
    } else {
        m_shown = values;
        update();
    }
}

/// From what is shown to the values.
bool ProbabilityBars::movesVisibly() const
{
    const auto near = [](float from, float to) { return std::abs(to - from) <= kVisibleMove; };
    return m_shown.size() == m_values.size() && !std::ranges::equal(m_shown, m_values, near);
}

QString ProbabilityBars::percentAt(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return place < m_values.size() ? confidenceText(m_values[place]) : QString();
}

int ProbabilityBars::rowHeight(double padding) const
{
    return qRound(QFontMetricsF(font()).height() + padding);
}

QRect ProbabilityBars::rowAt(int row) const
{
    const Row place = layOutRow(size(), row, count(), 0, 0);
    return place.label.united(place.number).toAlignedRect();
}

QSize ProbabilityBars::sizeHint() const
{
    return {240, count() * rowHeight(8)};
}

QSize ProbabilityBars::minimumSizeHint() const
{
    return {160, count() * (count() > kFew ? rowHeight(4) : kLowestRow)};
}

double ProbabilityBars::highestRow(double width)
{
    return std::clamp(kRowShare * width, kUsualRow, kLargestRow);
}

ProbabilityBars::Row ProbabilityBars::layOutRow(QSizeF size, int row, int count, double labelWidth,
                                                double numberWidth)
{
    const double height = std::min(size.height() / std::max(count, 1), highestRow(size.width()));
    const double top = row * height;
    const double label = std::min(labelWidth, kLabelShare * size.width());
    const double barHeight = std::clamp(height * 0.42, 5.0, std::max(12.0, height * 0.35));
    const double left = label + metrics::kGap;
    const double right = size.width() - numberWidth - metrics::kGap;
    return {.label = QRectF(0, top, label, height),
            .bar = QRectF(left, top + (height - barHeight) / 2, std::max(right - left, 0.0), barHeight),
            .number = QRectF(size.width() - numberWidth, top, numberWidth, height)};
}

void ProbabilityBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont bold = fittingFont(font(), layOutRow(size(), 0, count(), 0, 0).label.height());
    bold.setBold(true);
    const QFontMetricsF text(bold);
    double labelWidth = 0;
    for (const QString& label : m_labels)
        labelWidth = std::max(labelWidth, text.horizontalAdvance(label));
    const double numberWidth = text.horizontalAdvance(u"> 99.9 %"_s);
    for (int row = 0; row < count(); ++row) {
        const Row place = layOutRow(size(), row, count(), labelWidth + 2, numberWidth);
        paintGround(painter, row, place);
        paintRow(painter, row, place);
    }
}

void ProbabilityBars::paintRow(QPainter& painter, int row, const Row& place) const
{
    const Theme& t = theme();
    const auto index = static_cast<std::size_t>(row);
    const bool best = row == m_best;
    QFont words = fittingFont(font(), place.label.height());
    words.setBold(best);
    painter.setFont(words);
    painter.setPen(best ? t.text : t.mutedText);
    const QString label =
        QFontMetricsF(words).elidedText(m_labels.at(row), Qt::ElideRight, place.label.width());
    painter.drawText(place.label, Qt::AlignLeft | Qt::AlignVCenter, label);
    painter.drawText(place.number, Qt::AlignRight | Qt::AlignVCenter,
                     m_values.empty() ? u"\u2013"_s : percentAt(row));

    const double radius = place.bar.height() / 2;
    QPainterPath track;
    track.addRoundedRect(place.bar, radius, radius);
    painter.fillPath(track, blend(t.surface, t.mutedText, 0.16));
    const double share =
        index < m_shown.size() ? std::clamp(static_cast<double>(m_shown[index]), 0.0, 1.0) : 0.0;
    if (share <= 0)
        return;
    // Cut out of the track, not rounded for itself: one per cent is then as long as it is.
    painter.save();
    painter.setClipPath(track);
    QRectF filled = place.bar;
    filled.setWidth(std::max(share * place.bar.width(), 1.0));
    painter.fillRect(filled, best ? t.accent : blend(t.surface, t.accent, row == m_second ? 0.6 : 0.4));
    painter.restore();
}

bool ProbabilityBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = rowUnder(help->pos().y());
    const auto index = static_cast<std::size_t>(row);
    if (row >= 0 && index < m_values.size() && index < m_logits.size())
        QToolTip::showText(help->globalPos(),
                           tr("%1: %2, logit %3. Click to see where it comes from.")
                               .arg(m_labels.at(row), percentAt(row),
                                    withTrueMinus(fixedText(static_cast<double>(m_logits[index]), 2))),
                           this);
    else
        QToolTip::hideText();
    return true;
}

void ProbabilityBars::paintGround(QPainter& painter, int row, const Row& place) const
{
    const Theme& t = theme();
    const bool focused = hasFocus() && row == m_current;
    const bool pointed = row == m_pointed && hasValues();
    if (row != m_explained && !pointed && !focused)
        return;
    const QRectF line = place.label.united(place.number).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(focused ? QPen(t.accent, 1) : QPen(Qt::NoPen));
    painter.setBrush(row == m_explained ? QBrush(t.accentSoft)
                     : pointed          ? QBrush(t.raised)
                                        : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(line, 4, 4);
}

int ProbabilityBars::rowUnder(double y) const
{
    const double height = layOutRow(size(), 0, count(), 0, 0).label.height();
    const int row = static_cast<int>(std::floor(y / std::max(height, 1.0)));
    return row >= 0 && row < count() ? row : -1;
}

void ProbabilityBars::setExplained(int row)
{
    if (row == m_explained)
        return;
    m_explained = row;
    update();
}

void ProbabilityBars::setPointed(int row)
{
    if (row == m_pointed)
        return;
    m_pointed = row;
    update();
}

void ProbabilityBars::setCurrent(int row)
{
    m_current = std::clamp(row, 0, std::max(0, count() - 1));
    if (m_current < count())
        setAccessibleDescription(
            tr("%1: %2", "a class and its probability").arg(m_labels.at(m_current), percentAt(m_current)));
    update();
}

void ProbabilityBars::mouseMoveEvent(QMouseEvent* event)
{
    setPointed(rowUnder(event->position().y()));
}

void ProbabilityBars::leaveEvent(QEvent*)
{
    setPointed(-1);
}

void ProbabilityBars::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowUnder(event->position().y());
    if (event->button() != Qt::LeftButton || row < 0 || !hasValues())
        return;
    setCurrent(row);
    Q_EMIT rowChosen(row);
}

void ProbabilityBars::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        setCurrent(m_current - 1);
        return;
    case Qt::Key_Down:
        setCurrent(m_current + 1);
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(count() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (hasValues())
            Q_EMIT rowChosen(m_current);
        return;
    case Qt::Key_Escape:
        Q_EMIT dismissed();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ProbabilityBars::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    setCurrent(m_explained >= 0 ? m_explained : m_best >= 0 ? m_best : m_current);
}

void ProbabilityBars::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace glyphscope
