// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"
#include "ui/widgets/table_roles.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace glyphscope {

/// Parameters and buffers as a table, a row each in the order of state_dict(). A check mark says whether a
/// parameter is trained; those that are not are the frozen ones, which are remembered by name, whatever
/// network comes. Knows the roles of table_roles.h.
class ParameterTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Name,
        Shape,
        Dtype,
        Count,
        MultiplyAdds,
        Bytes,
        RequiresGrad,
        Device,
        Mean,
        Deviation,
        Low,
        High,
        Norm,
        GradientNorm,
        Values,
        kColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// The same names again, as after a change of device, keep their rows and what is known of their values.
    void setParameters(std::vector<ParameterInfo> parameters);
    /// Of some or all parameters; those of a name that is not there are passed over.
    void setStatistics(const std::vector<ParameterStatistics>& statistics);

    /// Says nothing to frozenChanged(): it is what comes from outside.
    void setFrozen(const QStringList& names);
    /// The user's: tells frozenChanged() where it changes something.
    void freeze(const QStringList& names, bool frozen);
    [[nodiscard]] QStringList frozen() const;  ///< sorted
    [[nodiscard]] bool isFrozen(int row) const;

    [[nodiscard]] const std::vector<ParameterInfo>& parameters() const { return m_parameters; }
    [[nodiscard]] const ParameterInfo& parameter(int row) const;
    [[nodiscard]] const std::optional<ParameterStatistics>& statistics(int row) const;
    [[nodiscard]] QString name(int row) const;
    [[nodiscard]] QString moduleOf(int row) const;                         ///< "conv1" of "conv1.weight"
    [[nodiscard]] QStringList namesOfModule(const QString& module) const;  ///< of parameters
    [[nodiscard]] bool isBuffer(int row) const { return parameter(row).buffer; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void frozenChanged(const QStringList& parameterNames);

private:
    [[nodiscard]] QVariant fact(const ParameterInfo& info, int column, int role) const;
    [[nodiscard]] QVariant number(int row, int column) const;  ///< a live one; invalid where there is none
    [[nodiscard]] QString display(int row, int column) const;
    [[nodiscard]] QString plain(int row, int column) const;
    [[nodiscard]] QString tip(int row, int column) const;
    void tellColumn(Column first, Column last);

    std::vector<ParameterInfo> m_parameters;
    std::vector<std::optional<ParameterStatistics>> m_statistics;  // one a parameter
    QSet<QString> m_frozen;
};

}  // namespace glyphscope
