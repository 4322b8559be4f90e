// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace glyphscope {

/// A cell of the confusion matrix: its number on a ground that says how large it is of its class.
class ConfusionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    static void paintNumber(QPainter& painter, const QRectF& place, const QModelIndex& index, double scale);
};

}  // namespace glyphscope
