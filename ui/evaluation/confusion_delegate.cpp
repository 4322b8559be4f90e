// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/confusion_delegate.h"

#include "ui/evaluation/confusion_colours.h"
#include "ui/evaluation/confusion_fit.h"
#include "ui/evaluation/confusion_model.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QTableView>

using namespace Qt::StringLiterals;

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

/// The same for all cells of a matrix.
double scaleIn(const QStyleOptionViewItem& option)
{
    const auto* matrix = qobject_cast<const QTableView*>(option.widget);
    const QFontMetrics measure(font(TextStyle::Caption));
    return matrix == nullptr ? 1
                             : numberScale(matrix->columnWidth(0), matrix->rowHeight(0),
                                           measure.horizontalAdvance(u"888"_s), measure.height());
}

QFont scaled(QFont words, double scale)
{
    if (words.pointSizeF() > 0)
        words.setPointSizeF(words.pointSizeF() * scale);
    else
        words.setPixelSize(qRound(words.pixelSize() * scale));
    return words;
}

}  // namespace

/// The number in full, else in full and smaller, else in short; what does not fit even then is left to the
/// tip.
void ConfusionDelegate::paintNumber(QPainter& painter, const QRectF& place, const QModelIndex& index,
                                    double largest)
{
    for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(ConfusionModel::ShortRole)})
        for (const double scale : {largest, 1.0, kSmallestShare}) {
            const QFont words = scaled(font(TextStyle::Caption), scale);
            const QFontMetricsF measure(words);
            const QString text = index.data(role).toString();
            if (measure.horizontalAdvance(text) > place.width() || measure.height() > place.height() + 2)
                continue;
            painter.setFont(words);
            painter.drawText(place, Qt::AlignCenter, text);
            return;
        }
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
    paintNumber(*painter, cell.adjusted(0, 0, -gap, -gap), index, scaleIn(option));
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
