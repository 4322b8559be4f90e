// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_delegate.h"

#include "ui/hooks/hook_table_model.h"
#include "ui/style/contrast.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kBox = 16;
constexpr int kInset = metrics::kGap;

QString elided(const QFont& words, const QString& text, int width)
{
    return QFontMetrics(words).elidedText(text, Qt::ElideRight, width);
}

bool isOn(const QModelIndex& index)
{
    return index.siblingAtColumn(HookTableModel::On).data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

}  // namespace

QRect checkBox(const QRect& area)
{
    return {area.left() + kInset, area.center().y() - kBox / 2 + 1, kBox, kBox};
}

void paintCheck(QPainter& painter, const QRect& area, bool on)
{
    const Theme& t = theme();
    const QRect box = checkBox(area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on ? t.accent : t.mutedText, 1));
    painter.setBrush(on ? t.accent : t.raised);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (on)
        painter.drawPixmap(box.topLeft() + QPoint(2, 2), iconPixmap(u"check"_s, t.accentText, kBox - 4,
                                                                    painter.device()->devicePixelRatioF()));
}

void HookDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Theme& t = theme();
    const bool on = isOn(index);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, t.accentSoft);
    painter->setPen(QPen(blend(t.surface, t.border, 0.6), 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QRect area = option.rect.adjusted(kInset, 0, -kInset, -1);
    painter->setFont(font(TextStyle::Body));
    painter->setPen(on ? t.text : t.mutedText);
    const QVariant check = index.data(Qt::CheckStateRole);
    if (check.isValid()) {
        paintCheck(*painter, option.rect, check.toInt() == Qt::Checked);
        painter->setFont(font(TextStyle::Caption));
        painter->setPen(t.mutedText);
        painter->drawText(area.adjusted(kBox + metrics::kUnit, 0, kInset, 0),
                          Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    } else if (m_twoLines && index.column() == HookTableModel::Does) {
        paintLines(painter, area, index, on);
    } else {
        const auto alignment = static_cast<Qt::Alignment>(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(area, alignment, elided(painter->font(), index.data().toString(), area.width()));
    }
    painter->restore();
}

void HookDelegate::paintLines(QPainter* painter, const QRect& area, const QModelIndex& index, bool on) const
{
    const QFont title = font(TextStyle::Body);
    const QFont detail = font(TextStyle::Caption);
    const int upper = QFontMetrics(title).height();
    const int lower = QFontMetrics(detail).height();
    const int top = area.top() + (area.height() - upper - lower) / 2;
    painter->setFont(title);
    painter->setPen(on ? theme().text : theme().mutedText);
    painter->drawText(QRect(area.left(), top, area.width(), upper), Qt::AlignLeft | Qt::AlignVCenter,
                      elided(title, index.data(HookTableModel::TitleRole).toString(), area.width()));
    painter->setFont(detail);
    painter->setPen(theme().mutedText);
    painter->drawText(QRect(area.left(), top + upper, area.width(), lower), Qt::AlignLeft | Qt::AlignVCenter,
                      elided(detail, index.data(HookTableModel::DetailRole).toString(), area.width()));
}

QSize HookDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int line = QFontMetrics(font(TextStyle::Body)).height();
    const int second = m_twoLines ? QFontMetrics(font(TextStyle::Caption)).height() : 0;
    return {40, line + second + metrics::kGap};
}

bool HookDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    const QVariant check = index.data(Qt::CheckStateRole);
    if (!check.isValid() || event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRect box = checkBox(option.rect).adjusted(-kInset, -kInset, kInset / 2, kInset);
    if (mouse->button() != Qt::LeftButton || !box.contains(mouse->position().toPoint()))
        return false;
    return model->setData(index, check.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                          Qt::CheckStateRole);
}

}  // namespace glyphscope
