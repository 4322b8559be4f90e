// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sample_sheet_model.h"

#include <algorithm>

namespace glyphscope {

void SampleSheetModel::setCells(std::vector<SheetCell> cells)
{
    beginResetModel();
    m_cells = std::move(cells);
    endResetModel();
    Q_EMIT changed();
}

void SampleSheetModel::setLabel(const QModelIndexList& rows, const std::string& label)
{
    for (const QModelIndex& row : rows) {
        SheetCell& cell = m_cells[static_cast<std::size_t>(row.row())];
        cell.label = label;
        cell.leftOut = false;
        Q_EMIT dataChanged(row, row);
    }
    Q_EMIT changed();
}

void SampleSheetModel::setLeftOut(const QModelIndexList& rows, bool leftOut)
{
    for (const QModelIndex& row : rows) {
        m_cells[static_cast<std::size_t>(row.row())].leftOut = leftOut;
        Q_EMIT dataChanged(row, row);
    }
    Q_EMIT changed();
}

int SampleSheetModel::kept() const
{
    return static_cast<int>(std::ranges::count(m_cells, false, &SheetCell::leftOut));
}

int SampleSheetModel::doubtful() const
{
    return static_cast<int>(std::ranges::count_if(
        m_cells, [](const SheetCell& cell) { return !cell.leftOut && cell.label != cell.answer; }));
}

int SampleSheetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

QVariant SampleSheetModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const SheetCell& cell = m_cells[static_cast<std::size_t>(index.row())];
    const QString label = QString::fromStdString(cell.label);
    const QString answer = QString::fromStdString(cell.answer);
    switch (role) {
    case LabelRole:
        return label;
    case AnswerRole:
        return answer;
    case LeftOutRole:
        return cell.leftOut;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (cell.leftOut)
            return tr("%1, left out").arg(label);
        if (cell.answer.empty())
            return tr("%1, read as nothing that the network knows").arg(label);
        return cell.answer == cell.label ? tr("%1, read so, too").arg(label)
                                         : tr("%1, read as %2").arg(label, answer);
    default:
        return {};
    }
}

}  // namespace glyphscope
