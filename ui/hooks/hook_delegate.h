// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace glyphscope {

/// Paints a row of the list of hooks: check boxes in the window's colours, two lines where the table is
/// narrow.
class HookDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTwoLines(bool two) { m_twoLines = two; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    void paintLines(QPainter* painter, const QRect& area, const QModelIndex& index, bool on) const;

    bool m_twoLines = true;
};

/// A check box as the style sheet draws it, `area` being where it may be.
void paintCheck(QPainter& painter, const QRect& area, bool on);
[[nodiscard]] QRect checkBox(const QRect& area);

}  // namespace glyphscope
