// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/confusion_delegate.h"

#include "ui/evaluation/confusion_colours.h"
#include "ui/evaluation/confusion_model.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>

namespace glyphscope {
namespace {

constexpr double kSmallestShare = 0.8;  // of the caption's size: what is smaller cannot be read

QColor groundOf(const ConfusionModel& model, const QModelIndex& index)
{
    if (model.isTotal(index))
        return theme().surface;
    const double share = index.data(ConfusionModel::ShareRole).toDouble();
    return index.row() == index.column() ? rightColour(share) : errorColour(share, model.greatestError());
}

}  // namespace

/// The number in full, else in short, else in short and smaller; what does not fit even then is left to the
/// tip.
void ConfusionDelegate::paintNumber(QPainter& painter, const QRectF& place, const QModelIndex& index)
{
    QFont words = font(TextStyle::Caption);
    const auto fits = [&](const QString& text) {
        return QFontMetricsF(words).horizontalAdvance(text) <= place.width();
    };
    QString text = index.data().toString();
    if (!fits(text))
        text = index.data(ConfusionModel::ShortRole).toString();
    if (!fits(text)) {
        if (words.pointSizeF() > 0)
            words.setPointSizeF(words.pointSizeF() * kSmallestShare);
        else
            words.setPixelSize(qRound(words.pixelSize() * kSmallestShare));
    }
    if (!fits(text) || QFontMetricsF(words).height() > place.height() + 2)
        return;
    painter.setFont(words);
    painter.drawText(place, Qt::AlignCenter, text);
}

void ConfusionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const auto& model = static_cast<const ConfusionModel&>(*index.model());
    const Theme& t = theme();
    const QColor ground = groundOf(model, index);
    const QRectF cell(option.rect);
    const double gap = cell.width() >= 12 ? 1 : 0;
    painter->save();
    painter->fillRect(cell, t.surface);
    painter->fillRect(cell.adjusted(0, 0, -gap, -gap), model.isTotal(index)  ? t.surface
                                                       : ground == t.surface ? t.raised
                                                                             : ground);
    painter->setPen(model.isTotal(index) ? t.mutedText : readableOn(ground));
    paintNumber(*painter, cell.adjusted(0, 0, -gap, -gap), index);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    if (option.state.testFlag(QStyle::State_Selected) || focused) {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(selected ? QPen(t.text, 2) : QPen(t.text, 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

}  // namespace glyphscope
