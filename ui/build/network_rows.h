// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/build/network_document.h"
#include "ui/build/network_row_model.h"

#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtWidgets/QTreeView>

namespace glyphscope {

class OptionEditor;
class ModuleRowDelegate;

/// The modules of the edited network, one a row, blocks with what is in them. Rows are dragged, or moved by
/// Alt and the arrows; F2 renames, Delete removes, Return goes to the options, which stand in the row.
class NetworkRows : public QTreeView {
    Q_OBJECT

public:
    explicit NetworkRows(QWidget* parent);

    void setRows(std::vector<NetworkRow> rows);
    [[nodiscard]] const std::vector<NetworkRow>& rows() const { return m_model->rows(); }
    /// The titles of the numbers, to stand over the rows.
    [[nodiscard]] QWidget* titles() const { return m_titles; }
    [[nodiscard]] NetworkRowModel* rowModel() const { return m_model; }

    [[nodiscard]] std::vector<SpecPlace> selectedPlaces() const;
    [[nodiscard]] std::optional<SpecPlace> currentPlace() const;
    void select(const LayerRange& rows);
    /// Its name can be changed where it stands.
    void rename();
    void editOptions();

Q_SIGNALS:
    void removeWanted();
    void copyWanted();
    void cutWanted();
    void pasteWanted();
    void moveByWanted(int step);
    void moveOutWanted();
    void moveInWanted();
    void optionWanted(const glyphscope::SpecPlace& place, const QString& option,
                      const glyphscope::OptionValue& value);
    void menuWanted(const QPoint& globalPosition);
    void chosen();  ///< another selection, or none

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void openOptions();
    void openOptionsLater();
    void fitOptions();
    void placeOptions();
    void fit();
    void restoreFolds();

    NetworkRowModel* m_model;
    ModuleRowDelegate* m_delegate;
    QWidget* m_titles;
    QPointer<OptionEditor> m_options;
    QPersistentModelIndex m_optionsOf;
    QSet<QString> m_folded;  // paths of names of blocks that the user closed
    bool m_restoring = false;
};

}  // namespace glyphscope
