// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_table.h"

#include "ui/runs/run_delegate.h"
#include "ui/style/theme.h"
#include "ui/text/recipe_text.h"
#include "ui/widgets/table_roles.h"

#include <QtCore/QScopedValueRollback>
#include <QtCore/QSortFilterProxyModel>
#include <QtCore/QtMath>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

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
    fitColumns();
    for (const int column : {RunTableModel::BestValidation, RunTableModel::LastValidation})
        setColumnHidden(column, true);
    connect(this, &DataTable::spacePressed, this, &RunTable::toggleOverlays);
    for (auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_runs, change, this, &RunTable::shareWidth);
    connect(m_runs, &QAbstractItemModel::dataChanged, this, &RunTable::shareWidth);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_sharing && width > 0)
            m_widths[static_cast<std::size_t>(column)] = width;  // as the user wants it
    });
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
    for (int column = 0; column < RunTableModel::kColumnCount; ++column)
        m_widths[static_cast<std::size_t>(column)] = columnWidth(column);
}

int RunTable::widthOfNames() const
{
    constexpr double kCell = 1000;
    int widest = 0;
    for (int row = 0; row < m_runs->rowCount(); ++row)
        widest = std::max(widest, fontMetrics().horizontalAdvance(
                                      m_runs->index(row, RunTableModel::Name).data().toString()));
    return widest + 2 + qCeil(kCell - RunDelegate::words({0, 0, kCell, 20}, true, true).width());
}

/// As many whole columns as there is room for, and nothing of a further one: what is left goes to the names,
/// or, where all have room, to all.
void RunTable::shareWidth()
{
    const QScopedValueRollback sharing(m_sharing, true);
    const int narrow = fontMetrics().horizontalAdvance(u"[x]  standard, seed 1"_s);
    int left = viewport()->width();
    for (const int column : kInSight)
        left -= m_widths[static_cast<std::size_t>(column)];
    const int names = std::clamp(std::min(widthOfNames(), left), narrow, 2 * narrow);
    left = viewport()->width() - names;
    QList<int> others;
    bool whole = true;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (column == RunTableModel::Name || isColumnHidden(column))
            continue;
        others += column;
        const int width = m_widths[static_cast<std::size_t>(column)];
        whole = whole && width <= left;
        left -= whole ? width : 0;
    }
    const int more = whole ? std::max(0, left) / static_cast<int>(others.size() + 1) : 0;
    for (const int column : others)
        setColumnWidth(column, m_widths[static_cast<std::size_t>(column)] + more);
    setColumnWidth(RunTableModel::Name,
                   names + std::max(0, whole ? left - more * static_cast<int>(others.size()) : left));
    updateGeometry();
}

QSize RunTable::sizeHint() const
{
    const bool scrolls = horizontalHeader()->length() > viewport()->width();
    return {DataTable::sizeHint().width(), horizontalHeader()->sizeHint().height() +
                                               verticalHeader()->length() + 2 * frameWidth() +
                                               (scrolls ? horizontalScrollBar()->sizeHint().height() : 0)};
}

void RunTable::resizeEvent(QResizeEvent* event)
{
    shareWidth();
    DataTable::resizeEvent(event);
}

void RunTable::showValidation()
{
    if (std::exchange(m_validation, true))
        return;
    for (const int column : {RunTableModel::BestValidation, RunTableModel::LastValidation})
        setColumnHidden(column, false);
    shareWidth();
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
