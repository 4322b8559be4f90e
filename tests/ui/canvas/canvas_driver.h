// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas.h"
#include "ui/style/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QImage>
#include <QtGui/QMouseEvent>
#include <QtGui/QPixmap>

/// Draws on a canvas with true events and looks at what it paints, in drawing units.
namespace glyphscope::test {

/// A widget of this side has exactly one device-independent pixel a drawing unit, and the paper at (6, 6).
inline constexpr int kSide = 292;
inline constexpr QPoint kPaper(6, 6);

inline const std::vector<Point>& lastStroke(const Canvas& canvas)
{
    return canvas.drawing().strokes.back().points;
}

inline void send(Canvas& canvas, QEvent::Type type, QPoint at, Qt::MouseButtons buttons,
                 Qt::MouseEventSource source = Qt::MouseEventNotSynthesized)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const QPointF position(at + kPaper);
    QMouseEvent event(type, position, position, canvas.mapToGlobal(position), button, buttons, Qt::NoModifier,
                      source);
    QCoreApplication::sendEvent(&canvas, &event);
}

inline void press(Canvas& canvas, QPoint at)
{
    send(canvas, QEvent::MouseButtonPress, at, Qt::LeftButton);
}
inline void move(Canvas& canvas, QPoint at)
{
    send(canvas, QEvent::MouseMove, at, Qt::LeftButton);
}
inline void release(Canvas& canvas, QPoint at)
{
    send(canvas, QEvent::MouseButtonRelease, at, Qt::NoButton);
}

inline void drag(Canvas& canvas, QPoint from, QPoint to)
{
    press(canvas, from);
    move(canvas, (from + to) / 2);
    move(canvas, to);
    release(canvas, to);
}

inline int inkPixels(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == theme().ink ? 1 : 0;
    return count;
}

inline QImage shot(Canvas& canvas)
{
    return canvas.grab().toImage();
}

}  // namespace glyphscope::test
