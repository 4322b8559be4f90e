// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/hook_spec.h"

#include <QtCore/QAbstractTableModel>

#include <map>
#include <vector>

namespace glyphscope {

/// Who ran the hooks that a record tells of; each counts for itself.
enum class HookSource { Reading, Gradients, Training };

/// The user's hooks and how they fare. It changes nothing itself: what the user wants is signalled.
class HookTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { On, Kind, Module, Does, Predicting, Training, Calls, Time, Last, ColumnCount };
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole, IdRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setHooks(const std::vector<HookSpec>& specs);
    void setRecords(HookSource source, const std::vector<HookRecord>& records);
    [[nodiscard]] const std::vector<HookSpec>& specs() const { return m_specs; }
    /// Of all sources together; the newest value.
    [[nodiscard]] HookRecord recordOf(std::uint64_t id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void changeWanted(int row, const glyphscope::HookSpec& spec);
    void moveWanted(int from, int to);

private:
    [[nodiscard]] QString mimeType() const;
    struct Tally {
        std::map<HookSource, HookRecord> sources;
        HookSource newest = HookSource::Reading;
    };
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString detail(const HookSpec& spec) const;
    [[nodiscard]] QString tip(int row, int column) const;
    [[nodiscard]] QVariant checked(const HookSpec& spec, int column) const;

    std::vector<HookSpec> m_specs;
    std::map<std::uint64_t, Tally> m_tallies;  // of hooks that are there
};

}  // namespace glyphscope
