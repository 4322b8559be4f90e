// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/class_page.h"

#include "ui/evaluation/class_table.h"
#include "ui/evaluation/evaluation_text.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/table_roles.h"

#include <QtCore/QEvent>
#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

/// As high as all rows together, where there is room.
class FittingTable : public DataTable {
public:
    using DataTable::DataTable;

    [[nodiscard]] QSize sizeHint() const override
    {
        const bool scrolls = horizontalHeader()->length() > width();
        return {360, horizontalHeader()->sizeHint().height() + verticalHeader()->length() +
                         (scrolls ? horizontalScrollBar()->sizeHint().height() : 0)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {200, horizontalHeader()->sizeHint().height() + 3 * verticalHeader()->defaultSectionSize()};
    }
};

}  // namespace

ClassPage::ClassPage(QWidget* parent)
    : QWidget(parent)
    , m_model(new ClassTable(this))
    , m_order(new QSortFilterProxyModel(this))
    , m_means(new QLabel(this))
{
    m_order->setSourceModel(m_model);
    m_order->setSortRole(SortRole);
    buildTable();
    m_means->setObjectName(u"evaluation.means"_s);
    setRole(m_means, u"muted"_s);
    m_means->setFont(glyphscope::font(TextStyle::Caption));
    m_means->setWordWrap(true);
    m_means->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_means->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_means->setToolTip(tr("Every class counts alike; one whose number is undefined is left out"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kUnit);
    column->addWidget(m_view, 1);
    column->addWidget(m_means);
    column->addStretch(0);
}

void ClassPage::buildTable()
{
    m_view = new FittingTable(u"evaluation.classes"_s, this);
    m_view->setAccessibleName(tr("Numbers of every class"));
    m_view->setModel(m_order);
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_view->horizontalHeader()->setSectionsMovable(false);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setStyleSheet(u"QHeaderView::section { padding: 4px; }"_s);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ClassTable::Class, Qt::AscendingOrder);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->installEventFilter(this);
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& position) { makeMenu()->popup(m_view->viewport()->mapToGlobal(position)); });
    connect(m_view, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT classChosen(m_order->mapToSource(index).row()); });
}

QMenu* ClassPage::makeMenu()
{
    auto* menu = new QMenu(m_view);
    menu->setObjectName(u"evaluation.classMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_view->addCopyActions(*menu);
    return menu;
}

void ClassPage::setNumbers(const std::vector<ClassNumbers>& numbers)
{
    const bool resets = static_cast<int>(numbers.size()) != m_model->rowCount();
    m_model->setNumbers(numbers);
    const MacroMeans means = macroMeans(numbers);
    m_means->setText(tr("Mean of the classes: precision %1, recall %2, F1 %3")
                         .arg(shareText(means.precision), shareText(means.recall), shareText(means.f1)));
    if (!resets)
        return;
    setRoom(m_room);
    fitColumns();
}

void ClassPage::setClassNames(const QStringList& names)
{
    m_model->setClassNames(names);
    fitColumns();
}

void ClassPage::setRoom(int height)
{
    constexpr double kHighest = 2.2;  // lines of the table
    m_room = height;
    const QHeaderView* rows = m_view->verticalHeader();
    const int least = m_view->fontMetrics().height() + metrics::kPadding;
    const int room = height - m_view->horizontalHeader()->sizeHint().height() - m_means->sizeHint().height() -
                     2 * metrics::kUnit;
    const int wanted =
        std::clamp(room / std::max(1, rows->count()), least, static_cast<int>(kHighest * least));
    if (wanted == rows->defaultSectionSize())
        return;
    m_view->verticalHeader()->setDefaultSectionSize(wanted);
    m_view->updateGeometry();
}

/// Every column as wide as it needs; what is left is shared among all, what is lacking scrolls.
void ClassPage::fitColumns()
{
    constexpr int kSortArrow = 12;
    constexpr int kTitleMargins = 10;
    constexpr int kCellMargins = 18;
    const QFontMetrics titles(m_view->horizontalHeader()->font());
    const QFontMetrics cells(m_view->font());
    std::array<int, ClassTable::kColumns> widths{};
    for (int column = 0; column < ClassTable::kColumns; ++column) {
        const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int widest = column == ClassTable::Class     ? 0
                     : column == ClassTable::Support ? cells.horizontalAdvance(u"8,888"_s)
                                                     : cells.horizontalAdvance(u"100.00\u00a0%"_s);
        for (int row = 0; column == ClassTable::Class && row < m_model->rowCount(); ++row)
            widest = std::max(widest, cells.horizontalAdvance(m_model->index(row, column).data().toString()));
        widths[static_cast<std::size_t>(column)] =
            std::max(widest + kCellMargins, titles.horizontalAdvance(title) + kSortArrow + kTitleMargins);
    }
    const int spare = m_view->viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    for (int column = 0; column < ClassTable::kColumns; ++column)
        m_view->setColumnWidth(column, widths[static_cast<std::size_t>(column)] +
                                           std::max(0, spare / ClassTable::kColumns));
    m_view->updateGeometry();
}

/// Of the table's viewport, which also a scroll bar makes narrower.
bool ClassPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

}  // namespace glyphscope
