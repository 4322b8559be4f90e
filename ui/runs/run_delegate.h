// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/cell_delegates.h"

namespace glyphscope {

struct RunStyle;

/// A run's name with a box to tick and the line of its curves. A name that is being edited is not overwritten
/// by the list that arrives meanwhile.
class RunDelegate : public CheckDelegate {
    Q_OBJECT

public:
    using CheckDelegate::CheckDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

    /// Of the curves: beside the box, or in its place where there is none. Pure.
    [[nodiscard]] static QRectF line(const QRectF& cell, bool hasBox);
    /// Of the name, which gets what is left. Pure.
    [[nodiscard]] static QRectF words(const QRectF& cell, bool hasBox, bool hasLine);
};

/// A piece of a run's curves, as a legend has it.
void paintRunLine(QPainter& painter, const QRectF& place, const RunStyle& style);

}  // namespace glyphscope
