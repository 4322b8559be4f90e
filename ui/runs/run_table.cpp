// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_table.h"

#include "ui/runs/run_delegate.h"
#include "ui/runs/run_table_model.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_text.h"
#include "ui/widgets/table_roles.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

/// Beside the name, also in a narrow dock: what tells runs of one name apart, what they reached, how long.
constexpr std::array<int, 4> kInSight{RunTableModel::Started, RunTableModel::BestTest, RunTableModel::State,
                                      RunTableModel::Time};

}  // namespace

RunTable::RunTable(RunTableModel* runs, QWidget* parent)
    : DataTable(u"runs.table"_s, parent), m_runs(runs), m_order(new QSortFilterProxyModel(this))
{
    setAccessibleName(tr("Runs"));
    m_order->setSourceModel(m_runs);
    m_order->setSortRole(SortRole);
    m_order->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_order);
    setItemDelegateForColumn(RunTableModel::Name, new RunDelegate(this));
    setSortingEnabled(true);
    sortByColumn(RunTableModel::Started, Qt::DescendingOrder);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMinimumHeight(3 * verticalHeader()->defaultSectionSize() + metrics::kGap);
    for (const int column : {RunTableModel::BestValidation, RunTableModel::LastValidation})
        setColumnHidden(column, true);
    fitColumns();
    connect(this, &DataTable::spacePressed, this, &RunTable::toggleOverlays);
}

void RunTable::fitColumns()
{
    const QString share = u"98.61\u00a0%"_s;
    fitColumn(RunTableModel::State, u"[x] interrupted"_s);
    for (const int column : {RunTableModel::BestTest, RunTableModel::LastTest, RunTableModel::BestValidation,
                             RunTableModel::LastValidation})
        fitColumn(column, share);
    fitColumn(RunTableModel::Epochs, u"10 of 20"_s);
    fitColumn(RunTableModel::Steps, u"9,380 of 9,380"_s);
    fitColumn(RunTableModel::Time, u"1:02:03"_s);
    fitColumn(RunTableModel::Speed, u"12,340"_s);
    fitColumn(RunTableModel::Started, u"2026-03-01 14:05:07"_s);
    TrainOptions changed;
    changed.recipe = customRecipe(changed.recipe);
    fitColumn(RunTableModel::Recipe, recipeTitle(changed));
    fitColumn(RunTableModel::Data, RunTable::tr("MNIST + my samples", "how wide the column is"));
    int place = RunTableModel::Name;
    for (const int column : kInSight)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), ++place);
}

void RunTable::resizeEvent(QResizeEvent* event)
{
    const int narrow = fontMetrics().horizontalAdvance(u"[x]  standard, seed 1"_s);
    int room = viewport()->width();
    for (const int column : kInSight)
        room -= columnWidth(column);
    setColumnWidth(RunTableModel::Name, std::clamp(room, narrow, 2 * narrow));
    setElastic(RunTableModel::Name);
    DataTable::resizeEvent(event);
}

void RunTable::showValidation()
{
    if (std::exchange(m_validation, true))
        return;
    for (const int column : {RunTableModel::BestValidation, RunTableModel::LastValidation})
        setColumnHidden(column, false);
}

QStringList RunTable::selectedIds() const
{
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    QStringList ids;
    for (const int row : rows)
        ids << m_order->index(row, 0).data(RunTableModel::IdRole).toString();
    return ids;
}

void RunTable::toggleOverlays()
{
    const QStringList ids = selectedIds();
    const QStringList shown = m_runs->overlays();
    const bool all = std::ranges::all_of(ids, [&](const QString& id) { return shown.contains(id); });
    m_runs->setOverlaid(ids, !all);
}

void RunTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    DataTable::selectionChanged(selected, deselected);
    Q_EMIT chosen();
}

bool RunTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete || (m_undoable && key->matches(QKeySequence::Undo))) {
            key->accept();
            return true;
        }
    }
    return DataTable::event(event);
}

void RunTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete)
        Q_EMIT trashWanted();
    else if (m_undoable && event->matches(QKeySequence::Undo))
        Q_EMIT undoWanted();
    else if (event->key() == Qt::Key_F2 && currentIndex().isValid())
        edit(currentIndex().siblingAtColumn(RunTableModel::Name));  // wherever in its row one is
    else
        DataTable::keyPressEvent(event);
}

}  // namespace glyphscope
