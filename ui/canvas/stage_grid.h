// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/stage_geometry.h"

#include <QtGui/QColor>
#include <QtGui/QPixmap>

class QPainter;

namespace glyphscope {

/// The lines between the pixels of the stages. They are drawn once and copied from then on: translucent lines
/// of more than some hundred pixels Qt's raster engine gives to other threads, one by one, and waits for
/// each, which takes longer than all else in the strip and longest while a training keeps the processor busy.
class StageGrid {
public:
    /// For a widget of that size, in device-independent pixels.
    void paint(QPainter& painter, const StageLayout& layout, QSize widget, const QColor& line);

private:
    struct Look {
        std::array<QRectF, kStageCount> pictures;
        QSize pixels;
        QColor line;
        friend bool operator==(const Look&, const Look&) = default;
    };
    void render(const StageLayout& layout, qreal dpr);

    Look m_look;
    QPixmap m_lines;
};

}  // namespace glyphscope
