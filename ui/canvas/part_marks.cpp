// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/part_marks.h"

#include "ui/style/theme.h"
#include "ui/widgets/ink_edit.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {
namespace {

constexpr double kArm = 5;          // of a bracket, upwards
constexpr double kBelow = 8;        // under the ink, half a pen away from its points
constexpr double kPenShare = 0.12;  // of a small character, that half of its pen takes
constexpr double kLeast = 14;       // width of a bracket: a one has none
constexpr double kAround = 2;       // of what takes clicks
constexpr double kLeastGap = 8;     // width of what takes clicks between two
constexpr double kGapHeight = 9;    // to either side

void paintName(QPainter& painter, const PartMark& part, const QRectF& place, bool hovered)
{
    QColor ground = theme().paper;  // a picture may be light where the paper is dark
    ground.setAlphaF(0.85F);
    painter.setBrush(ground);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(place, 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(!part.sure                ? theme().caution
                   : part.focused || hovered ? theme().accent
                                             : theme().mutedText);
    painter.drawText(place, Qt::AlignCenter, part.name);
}

void paintFrame(QPainter& painter, const QRectF& frame, const PartMark& part, bool hovered)
{
    constexpr double kCorners = 2;
    QColor colour = part.sure || part.focused ? theme().accent : theme().caution;
    colour.setAlphaF(part.focused || hovered || !part.sure ? 1.0F : 0.5F);
    painter.setPen(QPen(colour, part.focused ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, kCorners, kCorners);
}

}  // namespace

PartPlace partPlace(const CanvasGeometry& geometry, const PartMark& part)
{
    const QFontMetricsF measure(font(TextStyle::Caption));
    const QRectF box = geometry.transform().mapRect(part.box);
    const double pen =
        std::min(geometry.scale * kPenWidth / 2, kPenShare * std::max(box.height(), box.width()));
    const double half = std::max(box.width() / 2 + pen, kLeast / 2);
    const double lowest = geometry.paper.bottom() - measure.height() - 2;
    const double y = std::min(box.bottom() + pen + kBelow, lowest);
    const double left = std::max(box.center().x() - half, geometry.paper.left() + 2);
    const double right = std::min(box.center().x() + half, geometry.paper.right() - 2);
    const double wide = measure.horizontalAdvance(part.name) + 6;
    PartPlace place;
    place.bracket = QRectF(left, y - kArm, right - left, kArm);
    place.name = QRectF(box.center().x() - wide / 2, y + 1, wide, measure.height());
    place.strip = part.framed ? box.adjusted(-kAround, -kAround, kAround, kAround)
                              : place.bracket.united(place.name).adjusted(0, -kAround, 0, kAround);
    return place;
}

std::optional<QRectF> gapPlace(const CanvasGeometry& geometry, const std::vector<PartMark>& parts, int left)
{
    if (left < 0 || left + 1 >= std::ssize(parts))
        return std::nullopt;
    const PartMark& one = parts[static_cast<std::size_t>(left)];
    const PartMark& other = parts[static_cast<std::size_t>(left) + 1];
    const bool beside = one.box.top() <= other.box.bottom() && other.box.top() <= one.box.bottom();
    if (!beside || !one.divisible || !other.divisible)
        return std::nullopt;
    const QPointF from = partPlace(geometry, one).bracket.bottomRight();
    const QPointF to = partPlace(geometry, other).bracket.bottomLeft();
    const QPointF middle = (from + to) / 2;
    const double half = std::max(to.x() - from.x(), kLeastGap) / 2;
    return QRectF(middle.x() - half, middle.y() - kGapHeight, 2 * half, 2 * kGapHeight);
}

std::optional<PartTarget> targetAt(const CanvasGeometry& geometry, const std::vector<PartMark>& parts,
                                   QPointF position)
{
    if (parts.size() < 2)
        return std::nullopt;
    for (int i = 0; i < std::ssize(parts); ++i)
        if (const auto gap = gapPlace(geometry, parts, i); gap && gap->contains(position))
            return PartTarget{i, true};
    for (int i = 0; i < std::ssize(parts); ++i)
        if (partPlace(geometry, parts[static_cast<std::size_t>(i)]).strip.contains(position))
            return PartTarget{i, false};
    return std::nullopt;
}

void paintParts(QPainter& painter, const CanvasGeometry& geometry, const std::vector<PartMark>& parts,
                const std::optional<PartTarget>& hovered)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font(TextStyle::Caption));
    for (int i = 0; i < std::ssize(parts); ++i) {
        const PartMark& part = parts[static_cast<std::size_t>(i)];
        const bool under = hovered == PartTarget{i, false};
        const PartPlace place = partPlace(geometry, part);
        if (part.framed) {
            paintFrame(painter, place.strip, part, under);
            continue;
        }
        painter.setPen(QPen(part.focused || under ? theme().accent : theme().guide, part.focused ? 2 : 1.5,
                            Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QRectF& at = place.bracket;
        const QPointF bracket[]{at.topLeft(), at.bottomLeft(), at.bottomRight(), at.topRight()};
        painter.drawPolyline(bracket, 4);
        paintName(painter, part, place.name, under);
    }
    if (hovered && hovered->gap) {  // a click joins the two
        const auto& one = parts[static_cast<std::size_t>(hovered->part)];
        const auto& other = parts[static_cast<std::size_t>(hovered->part) + 1];
        painter.setPen(QPen(theme().accent, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(partPlace(geometry, one).bracket.bottomRight() - QPointF(4, 0),
                         partPlace(geometry, other).bracket.bottomLeft() + QPointF(4, 0));
    }
    painter.restore();
}

}  // namespace glyphscope
