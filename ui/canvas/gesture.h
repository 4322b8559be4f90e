// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/drawing.h"

#include <QtCore/QRectF>

#include <cstddef>

namespace glyphscope {

/// The radius of the eraser for a pen size, in drawing units.
[[nodiscard]] double eraserRadius(double pen);

/// One press, its moves and its lift: edits the drawing while it runs. Ink ends where the pen leaves the
/// paper, and goes on as another stroke where it comes back: all of them are the drawing's last. Functions
/// return the area of the drawing that changed, null for none.
class Gesture {
public:
    enum class Kind { None, Draw, Erase };

    struct Start {
        Kind kind = Kind::Draw;
        double pen = 1;
        Point at;
        double slack = 0;  ///< drawing units that the pen may tremble by and still leave a dot
    };

    [[nodiscard]] Kind kind() const { return m_start.kind; }
    [[nodiscard]] bool running() const { return m_start.kind != Kind::None; }
    [[nodiscard]] bool changed() const { return m_changed; }  ///< whether the drawing is another than before

    /// The first of the strokes that it has drawn so far, by its place in the drawing.
    [[nodiscard]] std::size_t firstStroke() const { return m_firstStroke; }

    QRectF begin(Drawing& drawing, const Start& start);
    QRectF moveTo(Drawing& drawing, Point to);
    void end();

private:
    QRectF drawTo(Drawing& drawing, Point to);
    QRectF eraseTo(Drawing& drawing, Point to);

    Start m_start{Kind::None, 1, {}, 0};
    Point m_last;  // of the pen, on the paper or beside it
    std::size_t m_firstStroke = 0;
    bool m_moved = false;
    bool m_changed = false;
};

}  // namespace glyphscope
