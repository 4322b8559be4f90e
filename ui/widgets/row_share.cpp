// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/row_share.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

#include <algorithm>

namespace glyphscope {

RowShare::RowShare(QTableView* table)
    : QObject(table), m_table(table), m_usual(table->verticalHeader()->defaultSectionSize())
{
    table->viewport()->installEventFilter(this);
    connect(table->model(), &QAbstractItemModel::modelReset, this, &RowShare::share);
    connect(table->model(), &QAbstractItemModel::rowsInserted, this, &RowShare::share);
    connect(table->model(), &QAbstractItemModel::rowsRemoved, this, &RowShare::share);
}

int RowShare::heightFor(int rows, int room, int usual)
{
    return std::clamp(room / std::max(rows, 1), usual, 2 * usual);
}

void RowShare::share()
{
    m_table->verticalHeader()->setDefaultSectionSize(
        heightFor(m_table->model()->rowCount(), m_table->viewport()->height(), m_usual));
}

bool RowShare::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        share();
    return QObject::eventFilter(watched, event);
}

}  // namespace glyphscope
