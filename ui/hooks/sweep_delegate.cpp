// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/sweep_delegate.h"

#include "ui/hooks/sweep_model.h"
#include "ui/style/contrast.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kWidestMove = 420;  // farther from its channel, a number belongs to no row

}  // namespace

void SweepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const Theme& t = theme();
    const bool turned = index.data(SweepModel::TurnedRole).toBool();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, t.accentSoft);
    const QRect area = option.rect.adjusted(metrics::kGap, 0, -metrics::kGap, 0);
    painter->setFont(font(TextStyle::Body));
    if (index.column() == SweepModel::Move) {
        paintMove(*painter, area, index);
    } else {
        const bool answer = index.column() == SweepModel::Answer;
        painter->setPen(m_stale || (answer && !turned) ? t.mutedText : answer ? t.accent : t.text);
        const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(
            area, alignment,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
    painter->restore();
}

void SweepDelegate::paintMove(QPainter& painter, const QRect& cell, const QModelIndex& index) const
{
    const QRect area(cell.topLeft(), QSize(std::min(cell.width(), kWidestMove), cell.height()));
    const double gain = index.data(SweepModel::MoveRole).toDouble();
    const Theme& t = theme();
    painter.setFont(font(TextStyle::Caption));
    const int words = painter.fontMetrics().horizontalAdvance(u"\u2212100.0"_s) + metrics::kUnit;
    painter.setPen(t.mutedText);
    painter.drawText(area.adjusted(area.width() - words, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter,
                     index.data().toString());
    const QRectF track(area.left(), area.center().y() - 2, area.width() - words - metrics::kGap, 6);
    if (track.width() < 8)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(blend(t.surface, t.mutedText, 0.18));
    painter.drawRoundedRect(track, 3, 3);
    QRectF bar = track;
    bar.setWidth(track.width() * std::min(1.0, std::abs(gain)));
    painter.setBrush(m_stale ? blend(t.surface, t.mutedText, 0.6) : gain < 0 ? t.second : t.accent);
    painter.drawRoundedRect(bar, std::min(3.0, bar.width() / 2), 3);
}

}  // namespace glyphscope
