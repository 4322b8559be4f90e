// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"

#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>

class QMenu;

namespace glyphscope {

class SampleSheetModel;

/// A character of a sheet on a small paper, its label below. One that is read otherwise has that beside the
/// label; one that is left out is pale and crossed out.
class SampleSheetDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int kSide = 56;  ///< of the paper
    static constexpr QSize kCell{66, 84};

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The characters of a sheet. Several can be selected; a key says what they are where a class is called so,
/// Delete leaves them out or takes them in again.
class SampleSheetView : public QListView {
    Q_OBJECT

public:
    explicit SampleSheetView(SampleSheetModel* model, QWidget* parent = nullptr);

    void setClasses(const ClassSet& classes) { m_classes = classes; }
    void label(const QString& className);  ///< those selected
    void toggleLeftOut();                  ///< likewise
    void fillLabelMenu(QMenu& menu);       ///< with an action a class

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    bool handle(const QKeyEvent& key, bool act);
    [[nodiscard]] int classOfKey(const QKeyEvent& key) const;  // -1: none

    SampleSheetModel* const m_sheet;
    ClassSet m_classes;
};

}  // namespace glyphscope
