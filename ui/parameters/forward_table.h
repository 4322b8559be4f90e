// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parameters/forward_trace.h"
#include "ui/widgets/table_roles.h"

#include <QtCore/QAbstractTableModel>

namespace glyphscope {

/// The forward trace as a table, a row a step. The rows stay where they are while only their values change.
class ForwardTable : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Step, Shape, Time, Memory, Range, kColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSteps(std::vector<TraceStep> steps);
    [[nodiscard]] const std::vector<TraceStep>& steps() const { return m_steps; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString display(const TraceStep& step, int column) const;
    [[nodiscard]] QString plain(const TraceStep& step, int column) const;
    [[nodiscard]] QString tip(const TraceStep& step, int column) const;

    std::vector<TraceStep> m_steps;
};

/// "1 × 28 × 28 → 32 × 28 × 28"
[[nodiscard]] QString wayText(const TraceStep& step);

}  // namespace glyphscope
