// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <vector>

class QLabel;
class QMenu;
class QSortFilterProxyModel;
class QSplitter;
class QStackedLayout;

namespace glyphscope {

class DataTable;
class HistogramView;
class NumberGrid;
class ParameterTable;

/// The table of the parameters, with the histogram of the one that is chosen. New statistics change numbers
/// in their cells: selection, order and scroll position stay.
class ParameterPage : public QWidget {
    Q_OBJECT

public:
    explicit ParameterPage(QWidget* parent = nullptr);

    void setDescription(const NetworkDescription& description);
    void setStatistics(const std::vector<ParameterStatistics>& statistics);
    void setFrozen(const QStringList& names);

    [[nodiscard]] QByteArray columnState() const;  ///< order, widths, hidden ones, sorting
    void restoreColumnState(const QByteArray& state);

    /// What can be done with the rows chosen; deletes itself when it closes.
    [[nodiscard]] QMenu* makeMenu();

Q_SIGNALS:
    void frozenChanged(const QStringList& parameterNames);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTable();
    QWidget* buildDetail();
    void fitColumns();
    void showTotals();
    void showDetail();
    void freezeSelected();
    void addFreezeActions(QMenu& menu, int row);
    [[nodiscard]] int currentRow() const;             ///< of the model; -1: none
    [[nodiscard]] QStringList selectedNames() const;  // of parameters

    NetworkDescription m_description;
    std::vector<ParameterStatistics> m_waiting;  // the newest, while nobody sees them

    ParameterTable* m_model;
    QSortFilterProxyModel* m_order;
    QStackedLayout* m_pages = nullptr;
    QSplitter* m_splitter = nullptr;
    DataTable* m_view = nullptr;
    QLabel* m_totals = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_subtitle = nullptr;
    HistogramView* m_histogram = nullptr;
    NumberGrid* m_numbers = nullptr;
};

}  // namespace glyphscope
