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

constexpr double kWidest = 132;  // of a place: farther apart they no longer read as one line

double lineHeight(TextStyle style)
{
    return std::ceil(QFontMetricsF(glyphscope::font(style)).height());
}

}  // namespace

NumberLine::NumberLine(const QStringList& captions, QWidget* parent) : QWidget(parent), m_captions(captions)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
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

QSize NumberLine::minimumSizeHint() const
{
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    double widest = QFontMetricsF(glyphscope::font(TextStyle::Number)).horizontalAdvance(u"98.61 %"_s);
    for (const QString& caption : m_captions)
        widest = std::max(widest, measure.horizontalAdvance(caption));
    const double wide = static_cast<double>(m_captions.size()) * (widest + metrics::kUnit);
    return {static_cast<int>(wide), sizeHint().height()};
}

QSize NumberLine::sizeHint() const
{
    const double high = lineHeight(TextStyle::Caption) + lineHeight(TextStyle::Number) + 2;
    return {static_cast<int>(kWidest * static_cast<double>(m_captions.size())), static_cast<int>(high)};
}

void NumberLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double place = std::floor(std::min(width() / static_cast<double>(m_captions.size()), kWidest));
    const double top = lineHeight(TextStyle::Caption);
    for (qsizetype i = 0; i < m_captions.size(); ++i) {
        const double x = place * static_cast<double>(i);
        painter.setFont(glyphscope::font(TextStyle::Caption));
        painter.setPen(theme().mutedText);
        painter.drawText(QRectF(x, 0, place, top), Qt::AlignLeft | Qt::AlignVCenter, m_captions[i]);
        painter.setFont(glyphscope::font(TextStyle::Number));
        painter.setPen(m_values[i] == u"\u2013" ? theme().mutedText : theme().text);
        painter.drawText(QRectF(x, top + 2, place, height() - top - 2), Qt::AlignLeft | Qt::AlignVCenter,
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
