// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_table.h"

#include "ui/hooks/hook_delegate.h"
#include "ui/style/theme.h"

#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kRoomForChecks = 400;
constexpr int kRoomForCounts = 540;
constexpr int kRoomForAll = 860;

// Keys that the list answers itself though the window has shortcuts on some of them.
bool isOwnKey(const QKeyEvent& event)
{
    const bool moves = event.modifiers() == Qt::ControlModifier &&
                       (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
    return moves || event.key() == Qt::Key_Delete || event.key() == Qt::Key_Space ||
           event.key() == Qt::Key_Escape;
}

}  // namespace

bool HookColumns::shows(int column) const
{
    switch (column) {
    case HookTableModel::On:
    case HookTableModel::Does:
        return true;
    case HookTableModel::Predicting:
    case HookTableModel::Training:
        return checks;
    case HookTableModel::Calls:
    case HookTableModel::Time:
        return counts;
    default:
        return !twoLines;
    }
}

HookColumns hookColumnsFor(int width)
{
    return {.twoLines = width < kRoomForAll,
            .checks = width >= kRoomForChecks,
            .counts = width >= kRoomForCounts};
}

HookTable::HookTable(HookTableModel* model, QWidget* parent) : QTableView(parent)
{
    setObjectName(u"hooks.list"_s);
    setAccessibleName(tr("Hooks"));
    setItemDelegate(new HookDelegate(this));
    setModel(model);
    connect(model, &HookTableModel::moveWanted, this, &HookTable::moveWanted);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(32);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(HookTableModel::Does, QHeaderView::Stretch);
    setMinimumHeight(60);
    arrange();
}

QSize HookTable::sizeHint() const
{
    return {300, 160};
}

void HookTable::arrange()
{
    m_columns = hookColumnsFor(width());
    static_cast<HookDelegate*>(itemDelegate())->setTwoLines(m_columns.twoLines);
    horizontalHeader()->setVisible(m_columns.checks);
    horizontalHeader()->setFont(glyphscope::font(TextStyle::Caption));
    const QFontMetrics measure(glyphscope::font(TextStyle::Body));
    const auto titleOf = [this](int column) {
        return model()->headerData(column, Qt::Horizontal).toString();
    };
    const auto wide = [&](const QString& text) { return measure.horizontalAdvance(text) + 20; };
    const std::pair<int, int> widths[] = {
        {HookTableModel::On, 50},
        {HookTableModel::Kind, wide(hookwords::kind(HookKind::FullBackwardPre))},
        {HookTableModel::Module, wide(hookwords::module({}))},
        {HookTableModel::Predicting, wide(titleOf(HookTableModel::Predicting))},
        {HookTableModel::Training, wide(titleOf(HookTableModel::Training))},
        {HookTableModel::Calls, wide(u"123,456"_s)},
        {HookTableModel::Time, wide(titleOf(HookTableModel::Time))},
        {HookTableModel::Last, wide(u"\u22120.123 \u00B1 0.123, \u221210.1 to 10.1"_s)}};
    for (const auto& [column, width] : widths)
        setColumnWidth(column, width);
    for (int column = 0; column < HookTableModel::ColumnCount; ++column)
        setColumnHidden(column, !m_columns.shows(column));
    verticalHeader()->setDefaultSectionSize(itemDelegate()->sizeHint({}, {}).height());
}

std::vector<int> HookTable::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

int HookTable::currentRow() const
{
    const std::vector<int> rows = selectedRows();
    return rows.size() == 1 ? rows.front() : -1;
}

void HookTable::selectHook(std::uint64_t id)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, HookTableModel::Does);
        if (index.data(HookTableModel::IdRole).toULongLong() != id)
            continue;
        selectionModel()->setCurrentIndex(index,
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
        return;
    }
    clearSelection();
}

void HookTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT chosen();
}

bool HookTable::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void HookTable::keyPressEvent(QKeyEvent* event)
{
    const int row = currentRow();
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (event->key() == Qt::Key_Space)
        Q_EMIT toggleWanted();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removeWanted();
    else if (event->key() == Qt::Key_Escape)
        clearSelection();
    else if (control && event->key() == Qt::Key_Up && row > 0)
        Q_EMIT moveWanted(row, row - 1);
    else if (control && event->key() == Qt::Key_Down && row >= 0 && row + 1 < model()->rowCount())
        Q_EMIT moveWanted(row, row + 1);
    else if (!isOwnKey(*event))
        QTableView::keyPressEvent(event);
}

void HookTable::contextMenuEvent(QContextMenuEvent* event)
{
    const std::vector<int> rows = selectedRows();
    if (rows.empty())
        return;
    const int row = currentRow();
    QMenu* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"hooks.listMenu"_s);
    menu->addAction(tr("Switch on or off\tSpace"), this, &HookTable::toggleWanted);
    menu->addSeparator();
    menu->addAction(tr("Move up\tCtrl+Up"), this, [this, row] { Q_EMIT moveWanted(row, row - 1); })
        ->setEnabled(row > 0);
    menu->addAction(tr("Move down\tCtrl+Down"), this, [this, row] { Q_EMIT moveWanted(row, row + 1); })
        ->setEnabled(row >= 0 && row + 1 < model()->rowCount());
    menu->addAction(tr("Duplicate"), this, &HookTable::duplicateWanted)->setEnabled(row >= 0);
    menu->addSeparator();
    menu->addAction(tr("Remove\tDel"), this, &HookTable::removeWanted);
    menu->popup(event->globalPos());
}

void HookTable::resizeEvent(QResizeEvent* event)
{
    arrange();
    QTableView::resizeEvent(event);
}

void HookTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        arrange();
}

}  // namespace glyphscope
