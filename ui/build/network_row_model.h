// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/row_facts.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QHash>
#include <QtGui/QImage>

#include <vector>

namespace glyphscope {

/// The layers of the edited network as a tree of one column. It changes nothing itself: what the user wants
/// is signalled.
class NetworkRowModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1, PictureRole, UntrainedRole };

    using QAbstractItemModel::QAbstractItemModel;

    /// Where only options and shapes differ, the rows stay as they are in the views.
    void setRows(std::vector<NetworkRow> rows);
    [[nodiscard]] const std::vector<NetworkRow>& rows() const { return m_rows; }

    /// What each module makes of the drawing, by its path. `untrained`: some of the weights are.
    void setPictures(QHash<QString, QImage> pictures, bool untrained = false);

    [[nodiscard]] const NetworkRow* rowOf(const QModelIndex& index) const;  ///< null: of none
    [[nodiscard]] QModelIndex indexOf(const SpecPlace& place) const;        ///< invalid: there is none
    [[nodiscard]] QModelIndex indexOfRow(int row) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void renameWanted(const glyphscope::SpecPlace& place, const QString& name);
    void moveWanted(const std::vector<glyphscope::SpecPlace>& places, const glyphscope::SpecPlace& to);
    void insertWanted(const QString& kind, const glyphscope::SpecPlace& to);

private:
    [[nodiscard]] QString mimeType() const;
    [[nodiscard]] const std::vector<int>& childrenOf(const QModelIndex& parent) const;
    [[nodiscard]] QString tip(const NetworkRow& row) const;
    [[nodiscard]] QString spoken(const NetworkRow& row) const;

    std::vector<NetworkRow> m_rows;
    std::vector<int> m_outermost;
    QHash<QString, QImage> m_pictures;
    bool m_untrained = false;
};

/// A kind that is dragged from the palette.
[[nodiscard]] QString kindMimeType();

}  // namespace glyphscope
