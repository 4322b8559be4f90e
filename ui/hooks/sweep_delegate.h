// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace glyphscope {

/// Paints a row of the sweep: how far the answer moves as a bar, another answer in the accent's colour.
class SweepDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setStale(bool stale) { m_stale = stale; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintMove(QPainter& painter, const QRect& cell, const QModelIndex& index) const;

    bool m_stale = false;
};

}  // namespace glyphscope
