// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_table_model.h"
#include "ui/widgets/data_table.h"

#include <QtCore/QStringList>

#include <array>

class QSortFilterProxyModel;

namespace glyphscope {

/// The list of runs, the newest first until another order is chosen. F2 renames one, Space shows or hides the
/// curves of the selected, Delete throws them away.
class RunTable : public DataTable {
    Q_OBJECT

public:
    RunTable(RunTableModel* runs, QWidget* parent);

    [[nodiscard]] QStringList selectedIds() const;  ///< from top to bottom
    void setUndoable(bool undoable) { m_undoable = undoable; }
    /// Those on a validation split appear with the first run that has one.
    void showValidation();
    [[nodiscard]] QSize sizeHint() const override;  ///< all rows

Q_SIGNALS:
    void chosen();  ///< another selection, or none
    void trashWanted();
    void undoWanted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void fitColumns();
    void shareWidth();
    [[nodiscard]] int widthOfNames() const;
    void toggleOverlays();

    RunTableModel* m_runs;
    QSortFilterProxyModel* m_order;
    std::array<int, RunTableModel::kColumnCount> m_widths{};  // that the columns have at least
    bool m_sharing = false;
    bool m_undoable = false;
    bool m_validation = false;  // has been shown
};

}  // namespace glyphscope
