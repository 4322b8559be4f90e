// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/mark_paint.h"

#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include <algorithm>

namespace glyphscope {

namespace {

struct MarkPaintText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::MarkPaintText)
};

/// A disc for what holds over many images, a ring for this drawing alone; red where nothing comes out, amber
/// where everything does.
void paintSign(QPainter& painter, QPointF centre, double radius, const MapMark& mark)
{
    const bool always = mark.dead || mark.saturated;
    const bool nothing = mark.dead || (mark.zero && !mark.saturated);
    const QColor colour = nothing ? theme().bad : theme().caution;
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(always ? QBrush(colour) : QBrush(theme().surface));
    painter.drawEllipse(centre, radius, radius);
}

int countOf(const std::vector<MapMark>& marks, bool MapMark::*member)
{
    return static_cast<int>(
        std::count_if(marks.begin(), marks.end(), [&](const MapMark& mark) { return mark.*member; }));
}

}  // namespace

QString markText(const MapMark& mark)
{
    QStringList lines;
    if (mark.zero)
        lines << MarkPaintText::tr("Nothing above zero for this drawing");
    if (mark.full)
        lines << MarkPaintText::tr("Everything above zero for this drawing");
    if (mark.dead)
        lines << MarkPaintText::tr("Dead: never above zero over the test images");
    if (mark.saturated)
        lines << MarkPaintText::tr("Saturated: always above zero over the test images");
    return lines.join(u'\n');
}

QString marksSummary(const std::vector<MapMark>& marks, bool vector, int images)
{
    const QString all = countText(static_cast<std::int64_t>(marks.size()));
    QStringList parts;
    if (!vector) {
        const int zero = countOf(marks, &MapMark::zero);
        const int full = countOf(marks, &MapMark::full);
        if (zero > 0)
            parts << MarkPaintText::tr("%1 of %2 maps have nothing above zero for this drawing.")
                         .arg(zero)
                         .arg(all);
        if (full > 0)
            parts << MarkPaintText::tr("%1 of %2 maps are above zero everywhere.").arg(full).arg(all);
    }
    if (images > 0)
        parts << MarkPaintText::tr("Over %1 test images %2 of %3 are dead and %4 saturated.")
                     .arg(countText(images))
                     .arg(countOf(marks, &MapMark::dead))
                     .arg(all)
                     .arg(countOf(marks, &MapMark::saturated));
    return sentences(parts);
}

void paintMarks(QPainter& painter, const MapLayout& layout, int place, int map, const MapSheet& sheet,
                const std::vector<MapMark>& marks)
{
    constexpr double kRadius = 3;
    painter.setRenderHint(QPainter::Antialiasing);
    if (!sheet.vector) {
        const auto at = static_cast<std::size_t>(map);
        if (at < marks.size() && marks[at].any()) {
            const QRectF area = layout.caption > 0 ? layout.captionRect(place) : layout.mapRect(place);
            const double y = layout.caption > 0 ? area.center().y() : area.top() + kRadius + 1;
            paintSign(painter, QPointF(area.right() - kRadius - 1, y), kRadius, marks[at]);
        }
    } else if (layout.cell >= 3 * kRadius) {
        for (std::size_t i = 0; i < std::min(marks.size(), sheet.values.size()); ++i) {
            if (!marks[i].any())
                continue;
            const MapCell cell = sheet.cellOf(static_cast<int>(i)).value_or(MapCell{});
            const QRectF area = layout.cellRect({.map = place, .y = cell.y, .x = cell.x});
            paintSign(painter, area.topRight() + QPointF(-kRadius - 1, kRadius + 1), kRadius - 1, marks[i]);
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace glyphscope
