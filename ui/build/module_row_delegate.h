// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/row_facts.h"
#include "ui/build/row_geometry.h"

#include <QtWidgets/QStyledItemDelegate>

namespace glyphscope {

/// Paints a row of the network: what is wrong with it, its picture, name, options, and its numbers.
class ModuleRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// How wide the numbers of these rows, and their titles, are.
    void fit(const std::vector<NetworkRow>& rows);
    void setWidth(int width);  ///< of the whole list
    [[nodiscard]] const RowColumns& columns() const { return m_columns; }
    [[nodiscard]] int rowHeight() const;  ///< without the options that can be changed

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

    /// The row whose options can be changed, and how high these are.
    void setOpen(const QPersistentModelIndex& index, int height);

private:
    void paintWords(QPainter& painter, const QRect& area, const NetworkRow& row) const;
    void paintNumbers(QPainter& painter, const QRect& area, const NetworkRow& row) const;

    std::array<int, kRowNumbers> m_wanted{};
    RowColumns m_columns;
    int m_width = 0;
    QPersistentModelIndex m_open;
    int m_openHeight = 0;
};

[[nodiscard]] QString titleOf(RowNumber number);
[[nodiscard]] QString textOf(const NetworkRow& row, RowNumber number);

}  // namespace glyphscope
