// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/number_cells.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {

namespace {

constexpr double kSmallestText = 8;
constexpr double kLargestText = 13;

}  // namespace

NumberCells::NumberCells(double cell) : m_font(glyphscope::font(TextStyle::Number))
{
    m_font.setPixelSize(static_cast<int>(std::clamp(cell * 0.3, kSmallestText, kLargestText)));
    const double digit = QFontMetricsF(m_font).horizontalAdvance(u'8');
    m_characters = std::max(2, static_cast<int>((cell - 6) / digit));
}

void NumberCells::paint(QPainter& painter, const QRectF& cell, float value, QRgb ground) const
{
    const int brightness = (qRed(ground) * 299 + qGreen(ground) * 587 + qBlue(ground) * 114) / 1000;
    painter.setPen(brightness > 128 ? Qt::black : Qt::white);
    painter.drawText(cell, Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine,
                     cellText(value, m_characters));
}

}  // namespace glyphscope
