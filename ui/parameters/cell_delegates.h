// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace glyphscope {

/// Paints a small histogram into a cell that has one (HistogramRole).
class HistogramDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// Paints a share in [0, 1] (ShareRole) as a bar to the left of the cell's text.
class ShareDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    /// Where the bar lies in a cell; empty where the text leaves no room. Pure.
    [[nodiscard]] static QRectF track(const QRectF& cell, double textWidth);
};

}  // namespace glyphscope
