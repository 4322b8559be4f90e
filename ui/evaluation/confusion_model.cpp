// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/confusion_model.h"

#include "ui/evaluation/evaluation_text.h"
#include "ui/style/class_name.h"
#include "ui/text/number_text.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

ConfusionModel::ConfusionModel(QObject* parent) : QAbstractTableModel(parent)
{
}

void ConfusionModel::setEvaluation(std::shared_ptr<const Evaluation> evaluation)
{
    const bool resets = evaluation->classCount != m_evaluation->classCount;
    if (resets)
        beginResetModel();
    m_evaluation = std::move(evaluation);
    m_numbers = classNumbers(*m_evaluation);
    m_greatest = greatestErrorShare(*m_evaluation, m_numbers);
    if (resets)
        endResetModel();
    else if (classes() > 0)
        Q_EMIT dataChanged(index(0, 0), index(classes(), classes()));
}

void ConfusionModel::setClassNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    if (classes() == 0)
        return;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, classes());
    Q_EMIT headerDataChanged(Qt::Vertical, 0, classes());
}

void ConfusionModel::setShares(bool shares)
{
    if (shares == m_shares)
        return;
    m_shares = shares;
    if (classes() > 0)
        Q_EMIT dataChanged(index(0, 0), index(classes(), classes()));
}

int ConfusionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || classes() == 0 ? 0 : classes() + 1;
}

int ConfusionModel::columnCount(const QModelIndex& parent) const
{
    return rowCount(parent);
}

bool ConfusionModel::isTotal(const QModelIndex& index) const
{
    return index.row() >= classes() || index.column() >= classes();
}

Qt::ItemFlags ConfusionModel::flags(const QModelIndex& index) const
{
    // What cannot be chosen is passed over by the arrow keys.
    return isTotal(index) ? Qt::ItemNeverHasChildren : QAbstractTableModel::flags(index);
}

std::int64_t ConfusionModel::countAt(const QModelIndex& index) const
{
    if (!isTotal(index))
        return confusionAt(*m_evaluation, index.row(), index.column());
    if (index.row() < classes())
        return m_numbers[static_cast<std::size_t>(index.row())].support;
    if (index.column() < classes())
        return m_numbers[static_cast<std::size_t>(index.column())].answered;
    return m_evaluation->count;
}

QString ConfusionModel::textAt(const QModelIndex& index, bool brief) const
{
    const std::int64_t count = countAt(index);
    if (count == 0 && !isTotal(index))
        return {};  // what is there stands out the better
    if (brief && count >= 1000 && (!m_shares || isTotal(index)))
        return tr("%1k").arg(std::lround(static_cast<double>(count) / 1000));
    if (!m_shares || isTotal(index))
        return count < 10000 ? QString::number(count) : countText(static_cast<double>(count));
    const double percent = 100 * shareOfTruth(*m_evaluation, m_numbers, index.row(), index.column());
    if (brief)
        return percent < 0.5 ? QString() : QString::number(std::lround(percent));
    return fixedText(percent, 1);
}

QString ConfusionModel::wordsAt(const QModelIndex& index) const
{
    const std::int64_t count = countAt(index);
    if (!isTotal(index))
        return cellText(m_names, index.row(), index.column(), count,
                        m_numbers[static_cast<std::size_t>(index.row())].support);
    if (index.row() < classes())
        return tr("%1 of %2").arg(imagesText(count), className(m_names, index.row()));
    if (index.column() < classes())
        return tr("%1 read as %2, rightly or not").arg(imagesText(count), className(m_names, index.column()));
    return imagesText(count);
}

QVariant ConfusionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textAt(index, false);
    case ShortRole:
        return textAt(index, true);
    case ShareRole:
        return isTotal(index) ? QVariant()
                              : QVariant(shareOfTruth(*m_evaluation, m_numbers, index.row(), index.column()));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return wordsAt(index);
    default:
        return {};
    }
}

QVariant ConfusionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool total = section >= classes();
    const QString name = className(m_names, section);
    if (role == Qt::DisplayRole)
        return total ? tr("All") : name;
    if (role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    if (orientation == Qt::Horizontal)
        return total ? tr("All images of the class") : tr("Read as %1. Click: its errors").arg(name);
    return total ? tr("All images read as the class") : tr("Images of %1. Click: its errors").arg(name);
}

QString ConfusionModel::asTsv() const
{
    QString text;
    for (int column = 0; column < columnCount(); ++column)
        text += u'\t' + headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    for (int row = 0; row < rowCount(); ++row) {
        text += u'\n' + headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
        for (int column = 0; column < columnCount(); ++column)
            text += u'\t' + (m_shares && !isTotal(index(row, column))
                                 ? index(row, column).data().toString()
                                 : QString::number(countAt(index(row, column))));
    }
    return text + u'\n';
}

}  // namespace glyphscope
