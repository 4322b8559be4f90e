// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hooks/hook_log.h"

#include <QtCore/QAbstractTableModel>

#include <vector>

namespace glyphscope {

/// The newest calls of the hooks, and of these the ones that pass the filter, as rows.
class HookLogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Pass, Kind, Module, Value, Range, Shape, Time, ColumnCount };
    static constexpr std::size_t kMostLines = 10000;

    using QAbstractTableModel::QAbstractTableModel;

    void append(std::vector<HookEvent> events);
    void setFilter(const HookLogFilter& filter);
    void clear();

    [[nodiscard]] const HookLogFilter& filter() const { return m_filter; }
    [[nodiscard]] int lineCount() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] const HookLogLine& lineAt(int row) const;
    /// What the rows show.
    [[nodiscard]] QString csv() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void evict(std::size_t count);

    std::deque<HookLogLine> m_lines;    // numbers without gaps
    std::deque<std::uint64_t> m_shown;  // the numbers of those that pass
    std::uint64_t m_last = 0;
    HookLogFilter m_filter;
};

}  // namespace glyphscope
