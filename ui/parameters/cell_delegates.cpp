// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/cell_delegates.h"

#include "ui/parameters/histogram_geometry.h"
#include "ui/parameters/table_roles.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr double kShortestBar = 16;
constexpr double kBarHeight = 6;

void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

}  // namespace

void HistogramDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const QVariant found = index.data(HistogramRole);
    if (!found.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintGround(painter, cell);
    const auto histogram = found.value<Histogram>();
    const QRectF area = QRectF(option.rect).adjusted(metrics::kGap, 4, -metrics::kGap, -4);
    const Theme& t = theme();
    const bool muted = index.data(Qt::ForegroundRole).isValid();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(blend(t.surface, muted ? t.mutedText : t.accent, 0.7));
    painter->drawPolygon(histogramOutline(histogram, area));
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(t.border, 1));
    painter->drawLine(QLineF(area.bottomLeft(), area.bottomRight()));
    if (const auto zero = histogramX(histogram, area, 0)) {
        painter->setPen(QPen(t.mutedText, 1));
        painter->drawLine(QLineF(*zero, area.bottom() - 2, *zero, area.bottom() + 2));
    }
    painter->restore();
}

QRectF ShareDelegate::track(const QRectF& cell, double textWidth)
{
    const double right = cell.right() - textWidth - 2 * metrics::kGap;
    const double left = cell.left() + metrics::kGap;
    if (right - left < kShortestBar)
        return {};
    return {left, cell.center().y() - kBarHeight / 2, right - left, kBarHeight};
}

void ShareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant share = index.data(ShareRole);
    if (!share.isValid())
        return;
    // Room for the longest text in every row: the bars of all rows are then to one scale.
    const double text = option.fontMetrics.horizontalAdvance(u"0.00\u00a0ms  100\u00a0%"_s);
    const QRectF place = track(option.rect, text);
    if (place.isEmpty())
        return;
    const Theme& t = theme();
    QPainterPath ground;
    ground.addRoundedRect(place, kBarHeight / 2, kBarHeight / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(ground, blend(t.surface, t.mutedText, 0.16));
    painter->setClipPath(ground, Qt::IntersectClip);
    const double length = std::clamp(share.toDouble(), 0.0, 1.0) * place.width();
    painter->fillRect(QRectF(place.topLeft(), QSizeF(std::max(length, 1.0), kBarHeight)), t.accent);
    painter->restore();
}

}  // namespace glyphscope
