// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/class_table.h"

#include "ui/evaluation/evaluation_text.h"
#include "ui/style/class_name.h"
#include "ui/text/number_text.h"
#include "ui/widgets/table_roles.h"

using namespace Qt::StringLiterals;

namespace glyphscope {

ClassTable::ClassTable(QObject* parent) : QAbstractTableModel(parent)
{
}

void ClassTable::setNumbers(std::vector<ClassNumbers> numbers)
{
    const bool resets = numbers.size() != m_numbers.size();
    if (resets)
        beginResetModel();
    m_numbers = std::move(numbers);
    if (resets)
        endResetModel();
    else if (!m_numbers.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void ClassTable::setClassNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    if (!m_numbers.empty())
        Q_EMIT dataChanged(index(0, Class), index(rowCount() - 1, Class));
}

int ClassTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

int ClassTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

std::optional<double> ClassTable::shareAt(const QModelIndex& index) const
{
    const ClassNumbers& numbers = m_numbers[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Precision:
        return numbers.precision;
    case Recall:
        return numbers.recall;
    case F1:
        return numbers.f1;
    default:
        return std::nullopt;
    }
}

QString ClassTable::textAt(const QModelIndex& index) const
{
    if (index.column() == Class)
        return className(m_names, index.row());
    if (index.column() == Support)
        return countText(static_cast<double>(m_numbers[static_cast<std::size_t>(index.row())].support));
    return shareText(shareAt(index));
}

QVariant ClassTable::keyAt(const QModelIndex& index) const
{
    if (index.column() == Class)
        return index.row();
    if (index.column() == Support)
        return static_cast<qlonglong>(m_numbers[static_cast<std::size_t>(index.row())].support);
    return shareAt(index).value_or(-1);  // what is undefined is less than nothing
}

QString ClassTable::plainAt(const QModelIndex& index) const
{
    if (index.column() == Class)
        return className(m_names, index.row());
    if (index.column() == Support)
        return QString::number(m_numbers[static_cast<std::size_t>(index.row())].support);
    const std::optional<double> share = shareAt(index);
    return share ? QString::number(*share, 'f', 6) : QString();
}

QString ClassTable::wordsAt(const QModelIndex& index) const
{
    const ClassNumbers& numbers = m_numbers[static_cast<std::size_t>(index.row())];
    const QString name = className(m_names, index.row());
    const auto counted = [](std::int64_t count) { return countText(static_cast<double>(count)); };
    switch (index.column()) {
    case Precision:
        return numbers.precision ? tr("%1 of the %2 read as %3 are right")
                                       .arg(counted(numbers.correct), imagesText(numbers.answered), name)
                                 : tr("Nothing was read as %1, so its precision is undefined").arg(name);
    case Recall:
        return numbers.recall ? tr("%1 of the %2 of %3 are read right")
                                    .arg(counted(numbers.correct), imagesText(numbers.support), name)
                              : tr("There is no image of %1, so its recall is undefined").arg(name);
    case F1:
        return tr("The harmonic mean of precision and recall");
    case Support:
        return tr("%1 of %2").arg(imagesText(numbers.support), name);
    default:
        return name;
    }
}

QVariant ClassTable::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textAt(index);
    case Qt::ToolTipRole:
        return wordsAt(index);
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == Class ? Qt::AlignLeft | Qt::AlignVCenter
                                                : Qt::AlignRight | Qt::AlignVCenter);
    case SortRole:
        return keyAt(index);
    case PlainRole:
        return plainAt(index);
    default:
        return {};
    }
}

QVariant ClassTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    const QStringList titles{tr("Class"), tr("Precision"), tr("Recall"), tr("F1"), tr("Images")};
    const QStringList tips{tr("Sort as the classes are numbered"),
                           tr("Of the images read as the class, the share that is of it"),
                           tr("Of the images of the class, the share read as it"),
                           tr("The harmonic mean of precision and recall"),
                           tr("Images of the class, its support")};
    if (role == Qt::DisplayRole)
        return titles[section];
    if (role == Qt::ToolTipRole)
        return tips[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == Class ? Qt::AlignLeft | Qt::AlignVCenter
                                         : Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

}  // namespace glyphscope
