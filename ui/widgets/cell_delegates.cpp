// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cell_delegates.h"

#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/histogram_paint.h"
#include "ui/widgets/table_roles.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kInset = metrics::kGap - 3;  // the style adds three pixels of its own
constexpr double kBoxSide = 16;
constexpr double kShortestBar = 16;
constexpr double kBarHeight = 6;

void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

QStyleOptionViewItem withoutFocus(const QStyleOptionViewItem& option)
{
    QStyleOptionViewItem cell = option;
    cell.state &= ~QStyle::State_HasFocus;  // the whole row is chosen, not a cell of it
    return cell;
}

}  // namespace

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = withoutFocus(option);
    paintGround(painter, cell);
    cell.rect.adjust(kInset, 0, -kInset, 0);
    QStyledItemDelegate::paint(painter, cell, index);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * kInset,
            option.fontMetrics.height() + metrics::kPadding};
}

QRectF CheckDelegate::box(const QRectF& cell)
{
    return {cell.left() + metrics::kGap, cell.center().y() - kBoxSide / 2, kBoxSide, kBoxSide};
}

void CheckDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Theme& t = theme();
    const QStyleOptionViewItem cell = withoutFocus(option);
    paintGround(painter, cell);
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRectF place = box(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(checked ? t.accent : t.mutedText, 1));
    painter->setBrush(checked ? t.accent : t.raised);
    painter->drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (checked)
        painter->drawPixmap(place.topLeft() + QPointF(2, 2),
                            iconPixmap(u"check"_s, t.accentText, static_cast<int>(kBoxSide) - 4,
                                       painter->device()->devicePixelRatioF()));
    painter->setPen(t.mutedText);
    painter->setFont(option.font);
    painter->drawText(QRectF(option.rect).adjusted(kBoxSide + 2 * metrics::kGap, 0, 0, 0),
                      Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    painter->restore();
}

bool CheckDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
    const bool press =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!press && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRectF target =
        box(option.rect).adjusted(-metrics::kUnit, -metrics::kUnit, metrics::kUnit, metrics::kUnit);
    if (mouse->button() != Qt::LeftButton || !target.contains(mouse->position()))
        return false;
    if (press)
        return true;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void HistogramDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const QVariant found = index.data(HistogramRole);
    if (!found.isValid()) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    paintGround(painter, withoutFocus(option));
    const auto histogram = found.value<Histogram>();
    const QRectF area = QRectF(option.rect).adjusted(metrics::kGap, 4, -metrics::kGap, -4);
    const Theme& t = theme();
    const bool muted = index.data(Qt::ForegroundRole).isValid();
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(blend(t.surface, muted ? t.mutedText : t.accent, 0.7));
    paintHistogramBars(*painter, histogram, area);
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
    RowDelegate::paint(painter, option, index);
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
