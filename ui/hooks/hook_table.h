// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hooks/hook_table_model.h"

#include <QtWidgets/QTableView>

namespace glyphscope {

/// What of the list there is room for.
struct HookColumns {
    bool twoLines = true;  ///< kind and last value stand below what the hook does
    bool checks = false;   ///< predicting and training have columns
    bool counts = false;   ///< calls and time have columns
    friend bool operator==(const HookColumns&, const HookColumns&) = default;
    [[nodiscard]] bool shows(int column) const;
};
[[nodiscard]] HookColumns hookColumnsFor(int width);

/// The list of hooks. Space switches one on or off, Delete removes, Ctrl+Up and Ctrl+Down move, Escape lets
/// go; rows can be dragged.
class HookTable : public QTableView {
    Q_OBJECT

public:
    HookTable(HookTableModel* model, QWidget* parent);

    [[nodiscard]] std::vector<int> selectedRows() const;
    /// The row whose hook is edited; -1 unless exactly one is selected.
    [[nodiscard]] int currentRow() const;
    void selectHook(std::uint64_t id);
    [[nodiscard]] HookColumns columns() const { return m_columns; }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void removeWanted();
    void duplicateWanted();
    void moveWanted(int from, int to);
    void toggleWanted();
    void chosen();  ///< another selection, or none

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void arrange();

    HookColumns m_columns;
};

}  // namespace glyphscope
