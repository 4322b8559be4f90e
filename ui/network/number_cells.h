// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtGui/QFont>
#include <QtGui/QRgb>

class QPainter;
class QRectF;

namespace glyphscope {

/// Three figures that count, alike in all cells so that they can be multiplied and checked: "2.30", "-0.500";
/// ".500" or fewer figures where there is no room for so many characters.
[[nodiscard]] QString threeFigures(double value, int characters);

/// Writes numbers into coloured squares of one size, in whichever of black and white is read best.
class NumberCells {
public:
    explicit NumberCells(double cell);

    [[nodiscard]] const QFont& font() const { return m_font; }
    [[nodiscard]] int characters() const { return m_characters; }  ///< that fit into a cell

    /// The most exact text that fits.
    void paint(QPainter& painter, const QRectF& cell, float value, QRgb ground) const;
    void paintFigures(QPainter& painter, const QRectF& cell, double value, QRgb ground) const;

private:
    void write(QPainter& painter, const QRectF& cell, const QString& text, QRgb ground) const;

    QFont m_font;
    int m_characters = 0;
};

}  // namespace glyphscope
