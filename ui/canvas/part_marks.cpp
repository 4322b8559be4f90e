// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/part_marks.h"

#include "ui/style/theme.h"
#include "ui/widgets/ink_edit.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr double kArm = 5;     // of a bracket, upwards
constexpr double kBelow = 8;   // under the ink, half a pen away from its points
constexpr double kLeast = 14;  // width of a bracket: a one has none

void paintFrame(QPainter& painter, const QRectF& box, const PartMark& part)
{
    constexpr double kAround = 2;
    constexpr double kCorners = 2;
    QColor colour = part.sure || part.focused ? theme().accent : theme().caution;
    colour.setAlphaF(part.focused || !part.sure ? 1.0F : 0.5F);
    painter.setPen(QPen(colour, part.focused ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(-kAround, -kAround, kAround, kAround), kCorners, kCorners);
}

}  // namespace

void paintParts(QPainter& painter, const CanvasGeometry& geometry, const std::vector<PartMark>& parts)
{
    const QFont words = font(TextStyle::Caption);
    const double line = QFontMetricsF(words).height();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(words);
    for (const PartMark& part : parts) {
        const QRectF box = geometry.transform().mapRect(part.box);
        if (part.framed) {
            paintFrame(painter, box, part);
            continue;
        }
        const double pen = geometry.scale * kPenWidth / 2;
        const double half = std::max(box.width() / 2 + pen, kLeast / 2);
        const double lowest = geometry.paper.bottom() - line - 2;
        const double y = std::min(box.bottom() + pen + kBelow, lowest);
        const double left = std::max(box.center().x() - half, geometry.paper.left() + 2);
        const double right = std::min(box.center().x() + half, geometry.paper.right() - 2);
        const QColor colour = part.focused ? theme().accent : theme().guide;
        painter.setPen(QPen(colour, part.focused ? 2 : 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF bracket[]{{left, y - kArm}, {left, y}, {right, y}, {right, y - kArm}};
        painter.drawPolyline(bracket, 4);
        const QFontMetricsF measure(words);
        const double wide = measure.horizontalAdvance(part.name) + 6;
        const QRectF label(box.center().x() - wide / 2, y + 1, wide, line);
        QColor ground = theme().paper;  // a picture may be light where the paper is dark
        ground.setAlphaF(0.85F);
        painter.setBrush(ground);
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(label, 3, 3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(!part.sure ? theme().caution : part.focused ? theme().accent : theme().mutedText);
        painter.drawText(label, Qt::AlignCenter, part.name);
    }
    painter.restore();
}

}  // namespace glyphscope
