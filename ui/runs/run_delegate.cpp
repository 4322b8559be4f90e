// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_delegate.h"

#include "ui/curves/run_palette.h"
#include "ui/runs/run_table_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr double kLine = 20;

bool hasBox(const QModelIndex& index)
{
    return index.data(Qt::CheckStateRole).isValid();
}

bool hasLine(const QModelIndex& index)
{
    return index.data(RunTableModel::StyleRole).isValid();
}

void paintBox(QPainter& painter, const QRectF& place, const QColor& fill, bool checked)
{
    const Theme& t = theme();
    painter.setPen(QPen(checked ? fill : t.mutedText, 1));
    painter.setBrush(checked ? fill : t.raised);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (checked)
        painter.drawPixmap(place.topLeft() + QPointF(2, 2),
                           iconPixmap(u"check"_s, t.surface, static_cast<int>(place.width()) - 4,
                                      painter.device()->devicePixelRatioF()));
}

}  // namespace

void paintRunLine(QPainter& painter, const QRectF& place, const RunStyle& style)
{
    QPen pen(style.colour, 2.5, Qt::SolidLine, Qt::FlatCap);
    if (!style.dashes.empty())
        pen.setDashPattern(penDashes(style, pen.widthF()));
    painter.setPen(pen);
    painter.drawLine(QPointF(place.left(), place.center().y()), QPointF(place.right(), place.center().y()));
}

QRectF RunDelegate::line(const QRectF& cell, bool hasBox)
{
    const QRectF check = box(cell);
    if (!hasBox)
        return check;
    return {check.right() + metrics::kGap, check.top(), kLine, check.height()};
}

QRectF RunDelegate::words(const QRectF& cell, bool hasBox, bool hasLine)
{
    const double left = hasLine ? line(cell, hasBox).right() : box(cell).right();
    return cell.adjusted(left - cell.left() + metrics::kGap, 0, -metrics::kUnit, 0);
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    cell.state &= ~QStyle::State_HasFocus;
    const QStyle* look = option.widget ? option.widget->style() : QApplication::style();
    look->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, painter, option.widget);
    const QRectF area(option.rect);
    const QVariant style = index.data(RunTableModel::StyleRole);
    const QVariant check = index.data(Qt::CheckStateRole);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (check.isValid())
        paintBox(*painter, box(area), style.isValid() ? runStyle(style.toInt(), theme()).colour : QColor(),
                 check.toInt() == Qt::Checked);
    if (style.isValid())
        paintRunLine(*painter, line(area, check.isValid()), runStyle(style.toInt(), theme()));
    painter->setPen(theme().text);
    painter->setFont(option.font);
    const QRectF name = words(area, hasBox(index), hasLine(index));
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle,
                                                    static_cast<int>(name.width())));
    painter->restore();
}

bool RunDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                              const QModelIndex& index)
{
    return hasBox(index) && CheckDelegate::editorEvent(event, model, option, index);
}

QWidget* RunDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(u"runs.nameEdit"_s);
    edit->setAccessibleName(tr("Name of the run"));
    edit->setMaxLength(200);
    edit->setStyleSheet(u"QLineEdit { min-height: 0; padding: 0 2px; border-radius: 3px; }"_s);
    return edit;
}

void RunDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* edit = qobject_cast<QLineEdit*>(editor);
    if (!edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void RunDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const
{
    const QRectF name = words(option.rect, hasBox(index), hasLine(index));
    editor->setGeometry(name.adjusted(-metrics::kUnit, 1, metrics::kUnit, -1).toRect());
}

}  // namespace glyphscope
