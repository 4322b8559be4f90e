// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QFont>
#include <QtGui/QRgb>

class QPainter;
class QRectF;

namespace glyphscope {

/// Writes numbers into coloured squares of one size, in whichever of black and white is read best.
class NumberCells {
public:
    explicit NumberCells(double cell);

    [[nodiscard]] const QFont& font() const { return m_font; }
    [[nodiscard]] int characters() const { return m_characters; }  ///< that fit into a cell

    void paint(QPainter& painter, const QRectF& cell, float value, QRgb ground) const;

private:
    QFont m_font;
    int m_characters = 0;
};

}  // namespace glyphscope
