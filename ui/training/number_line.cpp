// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/number_line.h"

#include "ui/style/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr double kWidestNumber = 132;  // of a place: farther apart they no longer read as one line
constexpr double kBetweenNumbers = 4;  // lines

double numberLineHeight(TextStyle style)
{
    return std::ceil(QFontMetricsF(glyphscope::font(style)).height());
}

int heightOfLines(int lines)
{
    const double one =
        numberLineHeight(TextStyle::Caption) + numberLineHeight(TextStyle::Number) + kBetweenNumbers;
    return static_cast<int>(lines * one - kBetweenNumbers);
}

}  // namespace

NumberLine::NumberLine(const QStringList& captions, QWidget* parent) : QWidget(parent), m_captions(captions)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setValues({});
}

void NumberLine::setValues(const QStringList& values)
{
    QStringList all;
    QStringList spoken;
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        all += values.value(i).isEmpty() ? u"\u2013"_s : values[i];
        spoken += m_captions[i] + u' ' + all.last();
    }
    if (all == m_values)
        return;
    m_values = all;
    setAccessibleDescription(spoken.join(u", "_s));
    update();
}

int NumberLine::narrowest() const
{
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    double widest = QFontMetricsF(glyphscope::font(TextStyle::Number)).horizontalAdvance(u"100.00 %"_s);
    for (const QString& caption : m_captions)
        widest = std::max(widest, measure.horizontalAdvance(caption));
    return static_cast<int>(std::ceil(widest)) + metrics::kUnit;
}

int NumberLine::placesInALine(int width) const
{
    const int all = static_cast<int>(m_captions.size());
    const int fitting = std::clamp(width / narrowest(), 1, all);
    const int lines = (all + fitting - 1) / fitting;
    return (all + lines - 1) / lines;  // lines of one length
}

QSize NumberLine::minimumSizeHint() const
{
    return {3 * narrowest(), heightOfLines(1)};
}

QSize NumberLine::sizeHint() const
{
    const int wide = static_cast<int>(m_captions.size()) * narrowest();
    return {wide, heightOfLines(1)};
}

int NumberLine::heightForWidth(int width) const
{
    const int all = static_cast<int>(m_captions.size());
    const int inALine = placesInALine(width);
    return heightOfLines((all + inALine - 1) / inALine);
}

void NumberLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int inALine = placesInALine(width());
    const double place = std::floor(std::min(width() / static_cast<double>(inALine), kWidestNumber));
    const double caption = numberLineHeight(TextStyle::Caption);
    const double number = numberLineHeight(TextStyle::Number);
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        const double x = place * static_cast<double>(i % inALine);
        const double y = static_cast<double>(i / inALine) * (caption + number + kBetweenNumbers);
        painter.setFont(glyphscope::font(TextStyle::Caption));
        painter.setPen(theme().mutedText);
        painter.drawText(QRectF(x, y, place, caption), Qt::AlignLeft | Qt::AlignVCenter, m_captions[i]);
        painter.setFont(glyphscope::font(TextStyle::Number));
        painter.setPen(m_values[i] == u"\u2013" ? theme().mutedText : theme().text);
        painter.drawText(QRectF(x, y + caption, place, number), Qt::AlignLeft | Qt::AlignVCenter,
                         m_values[i]);
    }
}

void NumberLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
}

}  // namespace glyphscope
