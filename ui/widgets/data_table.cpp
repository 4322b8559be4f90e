// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/parameter_text.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/sticky_header.h"
#include "ui/widgets/table_roles.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

DataTable::DataTable(const QString& name, QWidget* parent)
    : QTableView(parent), m_header(new StickyHeader(this))
{
    setObjectName(name);
    setHorizontalHeader(m_header);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setItemDelegate(new RowDelegate(this));
    setCornerWidget(new QWidget(this));  // the style paints a frame where both scroll bars meet
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + metrics::kPadding);
    QHeaderView* header = horizontalHeader();
    header->setObjectName(name + u".header"_s);
    header->setFont(glyphscope::font(TextStyle::Caption));
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(36);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        makeColumnMenu()->popup(horizontalHeader()->mapToGlobal(position));
    });
}

QList<int> DataTable::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns << column;
    }
    return columns;
}

QStringList DataTable::plainRow(int row) const
{
    QStringList fields;
    for (const int column : shownColumns()) {
        const QModelIndex cell = model()->index(row, column);
        const QVariant plain = cell.data(PlainRole);
        fields << (plain.isValid() ? plain : cell.data()).toString();
    }
    return fields;
}

QString DataTable::selectionAsTsv() const
{
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    QString text;
    for (const int row : rows)
        text += tsvLine(plainRow(row)) + u'\n';
    return text;
}

QString DataTable::allAsCsv() const
{
    QStringList titles;
    for (const int column : shownColumns())
        titles << model()->headerData(column, Qt::Horizontal).toString();
    QString text = csvLine(titles) + u'\n';
    for (int row = 0; row < model()->rowCount(); ++row)
        text += csvLine(plainRow(row)) + u'\n';
    return text;
}

void DataTable::copySelection()
{
    if (const QString text = selectionAsTsv(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void DataTable::copyAll()
{
    QGuiApplication::clipboard()->setText(allAsCsv());
}

void DataTable::addCopyActions(QMenu& menu)
{
    QAction* rows = menu.addAction(icon(u"copy"_s), tr("Copy rows"), this, &DataTable::copySelection);
    rows->setObjectName(objectName() + u".copyRows"_s);
    rows->setShortcut(QKeySequence::Copy);
    rows->setShortcutContext(Qt::WidgetShortcut);  // only shown here: the table itself hears the keys
    rows->setEnabled(selectionModel()->hasSelection());
    QAction* all = menu.addAction(tr("Copy all as CSV"), this, &DataTable::copyAll);
    all->setObjectName(objectName() + u".copyAll"_s);
}

QMenu* DataTable::makeColumnMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(objectName() + u".columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < horizontalHeader()->count(); ++column) {
        QAction* entry = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        entry->setCheckable(true);
        entry->setChecked(!isColumnHidden(column));
        connect(entry, &QAction::toggled, this, [this, column](bool on) { setColumnHidden(column, !on); });
    }
    menu->addSeparator();
    menu->addAction(tr("Show all columns"), this, [this] {
        for (int column = 0; column < horizontalHeader()->count(); ++column)
            setColumnHidden(column, false);
    });
    return menu;
}

void DataTable::fitColumn(int column, const QString& sample)
{
    constexpr int kSortArrow = 18;
    const QFontMetrics title(horizontalHeader()->font());
    const int wide = title.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()) +
                     2 * metrics::kGap + (isSortingEnabled() ? kSortArrow : 2);
    setColumnWidth(
        column, std::max(wide, fontMetrics().horizontalAdvance(sample) + metrics::kMargin + metrics::kUnit));
}

void DataTable::setElastic(int column, int most)
{
    m_elastic = column;
    m_elasticMost = most;
    m_elasticLeast = columnWidth(column);
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    if (m_elastic >= 0 && !isColumnHidden(m_elastic)) {
        setColumnWidth(m_elastic, m_elasticLeast);
        const int wide = std::min(m_elasticLeast + spareWidth(), m_elasticMost);
        setColumnWidth(m_elastic, std::max(wide, m_elasticLeast));
    }
    QTableView::resizeEvent(event);
}

/// What the columns that are whole leave.
int DataTable::spareWidth() const
{
    int used = 0;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int wide = horizontalHeader()->sectionSize(horizontalHeader()->logicalIndex(place));
        if (used + wide > viewport()->width())
            break;
        used += wide;
    }
    return std::max(0, viewport()->width() - used);
}

QModelIndex DataTable::indexAt(const QPoint& position) const
{
    const QModelIndex index = QTableView::indexAt(position);
    return index.isValid() && position.x() < m_header->stickyWidth() ? index.siblingAtColumn(0) : index;
}

QRect DataTable::visualRect(const QModelIndex& index) const
{
    QRect place = QTableView::visualRect(index);
    if (index.column() == 0 && m_header->stickyWidth() > 0)
        place.moveLeft(0);
    return place;
}

void DataTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    QTableView::scrollTo(index, hint);
    const int hidden = m_header->stickyWidth() - columnViewportPosition(index.column());
    if (index.column() > 0 && hidden > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - hidden);
}

void DataTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0)
        viewport()->update();  // the first column was moved with the others
}

void DataTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    const int wide = m_header->stickyWidth();
    if (wide == 0 || model() == nullptr)
        return;
    const int last = rowAt(viewport()->height() - 1);
    for (int row = std::max(0, rowAt(0)); row <= (last < 0 ? model()->rowCount() - 1 : last); ++row)
        paintSticky(row, wide);
}

void DataTable::paintSticky(int row, int width)
{
    const QModelIndex index = model()->index(row, 0);
    const QRect place(0, rowViewportPosition(row), width, rowHeight(row));
    QStyleOptionViewItem cell;
    initViewItemOption(&cell);
    cell.rect = place;
    cell.features.setFlag(QStyleOptionViewItem::Alternate, alternatingRowColors() && row % 2 == 1);
    cell.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    QPainter painter(viewport());
    painter.setClipRect(place);
    painter.fillRect(place, palette().base());
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &cell, &painter, this);
    itemDelegateForIndex(index)->paint(&painter, cell, index);
    painter.fillRect(QRect(width - 1, place.top(), 1, place.height()), theme().border);
}

bool DataTable::event(QEvent* event)
{
    // The window may use the same keys for the drawing: while the table has the focus they are its own.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->key() == Qt::Key_Space) {
            key->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        Q_EMIT spacePressed();
    else
        QTableView::keyPressEvent(event);
}

}  // namespace glyphscope
