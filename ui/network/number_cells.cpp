// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/number_cells.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace glyphscope {

namespace {

constexpr double kSmallestText = 8;
constexpr double kLargestText = 22;
constexpr double kUsualText = 5;  // characters: "-2.82"
constexpr double kCellInset = 3;

/// The width of a digit in units of the font's size, which grows with it.
double digitShare()
{
    QFont words = glyphscope::font(TextStyle::Number);
    words.setPixelSize(100);
    return QFontMetricsF(words).horizontalAdvance(u'8') / 100;
}

}  // namespace

QString threeFigures(double value, int characters)
{
    if (!std::isfinite(value) || value == 0)
        return cellText(static_cast<float>(value), characters);
    int decimals = std::max(0, 2 - static_cast<int>(std::floor(std::log10(std::abs(value)))));
    const double step = std::pow(10.0, decimals);
    if (decimals > 0 && std::round(std::abs(value) * step) >= 1000)
        --decimals;  // 9.996 is 10.0
    QString text = fixedText(value, decimals);
    if (text.size() > characters && std::abs(value) < 1)
        text.remove(text.indexOf(u'0'), 1);
    return text.size() <= characters ? withTrueMinus(text) : cellText(static_cast<float>(value), characters);
}

NumberCells::NumberCells(double cell) : m_font(glyphscope::font(TextStyle::Number))
{
    const double room = cell - 2 * kCellInset;
    const double fitting = std::min(room / kUsualText / digitShare(), 0.3 * cell);
    m_font.setPixelSize(static_cast<int>(std::clamp(fitting, kSmallestText, kLargestText)));
    m_characters = std::max(2, static_cast<int>(room / QFontMetricsF(m_font).horizontalAdvance(u'8')));
}

void NumberCells::paint(QPainter& painter, const QRectF& cell, float value, QRgb ground) const
{
    write(painter, cell, cellText(value, m_characters), ground);
}

void NumberCells::paintFigures(QPainter& painter, const QRectF& cell, double value, QRgb ground) const
{
    write(painter, cell, threeFigures(value, m_characters), ground);
}

void NumberCells::write(QPainter& painter, const QRectF& cell, const QString& text, QRgb ground) const
{
    const int brightness = (qRed(ground) * 299 + qGreen(ground) * 587 + qBlue(ground) * 114) / 1000;
    painter.setPen(brightness > 128 ? Qt::black : Qt::white);
    painter.drawText(cell, Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine, text);
}

}  // namespace glyphscope
