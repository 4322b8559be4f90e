// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/parameter_table.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/text/parameter_text.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr auto kRight = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
constexpr auto kLeft = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);

bool isLive(int column)
{
    return column >= ParameterTable::Mean && column <= ParameterTable::GradientNorm;
}

bool isText(int column)
{
    return column == ParameterTable::Name || column == ParameterTable::Shape ||
           column == ParameterTable::Dtype || column == ParameterTable::Device ||
           column == ParameterTable::RequiresGrad;
}

QString histogramText(const Histogram& histogram)
{
    QStringList counts;
    for (const std::int64_t count : histogram.counts)
        counts << QString::number(count);
    return counts.join(u' ');
}

std::size_t at(int row)
{
    return static_cast<std::size_t>(row);
}

}  // namespace

void ParameterTable::setParameters(std::vector<ParameterInfo> parameters)
{
    if (std::ranges::equal(parameters, m_parameters, {}, &ParameterInfo::name, &ParameterInfo::name)) {
        m_parameters = std::move(parameters);
        tellColumn(Name, Values);
        return;
    }
    beginResetModel();
    m_parameters = std::move(parameters);
    m_statistics.assign(m_parameters.size(), std::nullopt);
    endResetModel();
}

void ParameterTable::setStatistics(const std::vector<ParameterStatistics>& statistics)
{
    bool changed = false;
    for (const ParameterStatistics& each : statistics) {
        const auto found = std::ranges::find(m_parameters, each.name, &ParameterInfo::name);
        if (found == m_parameters.end())
            continue;
        m_statistics[static_cast<std::size_t>(found - m_parameters.begin())] = each;
        changed = true;
    }
    if (changed)
        tellColumn(Mean, Values);
}

void ParameterTable::setFrozen(const QStringList& names)
{
    const QSet<QString> now(names.begin(), names.end());
    if (now == m_frozen)
        return;
    m_frozen = now;
    tellColumn(Name, Values);  // all of the row is written fainter
}

void ParameterTable::freeze(const QStringList& names, bool frozen)
{
    QSet<QString> now = m_frozen;
    for (const QString& each : names) {
        if (frozen)
            now.insert(each);
        else
            now.remove(each);
    }
    if (now == m_frozen)
        return;
    m_frozen = now;
    tellColumn(Name, Values);
    Q_EMIT frozenChanged(this->frozen());
}

QStringList ParameterTable::frozen() const
{
    QStringList names(m_frozen.begin(), m_frozen.end());
    names.sort();
    return names;
}

bool ParameterTable::isFrozen(int row) const
{
    return m_frozen.contains(name(row));
}

const ParameterInfo& ParameterTable::parameter(int row) const
{
    return m_parameters[at(row)];
}

const std::optional<ParameterStatistics>& ParameterTable::statistics(int row) const
{
    return m_statistics[at(row)];
}

QString ParameterTable::name(int row) const
{
    return QString::fromStdString(parameter(row).name);
}

QString ParameterTable::moduleOf(int row) const
{
    return name(row).section(u'.', 0, -2);
}

QStringList ParameterTable::namesOfModule(const QString& module) const
{
    QStringList names;
    for (int row = 0; row < rowCount(); ++row)
        if (moduleOf(row) == module && !isBuffer(row))
            names << name(row);
    return names;
}

int ParameterTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_parameters.size());
}

int ParameterTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant ParameterTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return tip(row, column);
    case Qt::TextAlignmentRole:
        return isText(column) ? kLeft : kRight;
    case Qt::CheckStateRole:
        return column == RequiresGrad && !isBuffer(row)
                   ? QVariant(isFrozen(row) ? Qt::Unchecked : Qt::Checked)
                   : QVariant();
    case Qt::ForegroundRole:
        if (isLive(column) && statistics(row) && statistics(row)->values.notFinite > 0)
            return theme().bad;
        return isFrozen(row) ? QVariant(theme().mutedText) : QVariant();
    case Qt::AccessibleTextRole:
        return tip(row, column);
    case SortRole:
        return isLive(column) ? number(row, column) : fact(parameter(row), column, SortRole);
    case PlainRole:
        return plain(row, column);
    case HistogramRole:
        return column == Values && statistics(row) ? QVariant::fromValue(statistics(row)->histogram)
                                                   : QVariant();
    default:
        return {};
    }
}

QVariant ParameterTable::fact(const ParameterInfo& info, int column, int role) const
{
    const auto count = [role](std::int64_t value) {
        return role == Qt::DisplayRole ? QVariant(countText(value))
                                       : QVariant::fromValue(static_cast<qint64>(value));
    };
    switch (column) {
    case Name:
        return QString::fromStdString(info.name);
    case Shape:
        return role == Qt::DisplayRole ? QVariant(tensorShapeText(info.shape)) : count(info.count);
    case Dtype:
        return QString::fromStdString(info.dtype);
    case Count:
        return count(info.count);
    case MultiplyAdds:
        return count(info.multiplyAdds);
    case Bytes:
        return role == Qt::DisplayRole ? QVariant(memoryText(info.bytes)) : count(info.bytes);
    case RequiresGrad:
        return !info.buffer && !m_frozen.contains(QString::fromStdString(info.name));
    case Device:
        return QString::fromStdString(info.device);
    default:
        return {};
    }
}

QVariant ParameterTable::number(int row, int column) const
{
    const std::optional<ParameterStatistics>& known = statistics(row);
    if (!known)
        return {};
    if (column == GradientNorm)
        return known->gradientNorm && !isFrozen(row) ? QVariant(*known->gradientNorm) : QVariant();
    const Statistics& values = known->values;
    if (values.count == 0)
        return {};
    switch (column) {
    case Mean:
        return values.mean;
    case Deviation:
        return values.deviation;
    case Low:
        return static_cast<double>(values.low);
    case High:
        return static_cast<double>(values.high);
    case Norm:
        return values.norm;
    default:
        return {};
    }
}

QString ParameterTable::display(int row, int column) const
{
    if (isLive(column)) {
        const QVariant value = number(row, column);
        return value.isValid() ? valueText(value.toDouble()) : dashText();
    }
    if (column == RequiresGrad)
        return isBuffer(row) ? tr("buffer") : isFrozen(row) ? tr("frozen") : QString();
    if (column == Values)
        return statistics(row) ? QString() : dashText();
    return fact(parameter(row), column, Qt::DisplayRole).toString();
}

QString ParameterTable::plain(int row, int column) const
{
    if (isLive(column)) {
        const QVariant value = number(row, column);
        return value.isValid() ? QString::number(value.toDouble(), 'g', 9) : QString();
    }
    if (column == Values)
        return statistics(row) ? histogramText(statistics(row)->histogram) : QString();
    if (column == Shape)
        return plainShapeText(parameter(row).shape);
    return fact(parameter(row), column, PlainRole).toString();
}

QString ParameterTable::tip(int row, int column) const
{
    const QString what = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    if (column == Name)
        return tr("%1: %2").arg(name(row), tensorShapeText(parameter(row).shape));
    if (column == RequiresGrad && isBuffer(row))
        return tr("%1 is a buffer: training measures it, no gradient changes it").arg(name(row));
    if (column == GradientNorm && isBuffer(row))
        return tr("%1 is a buffer: it has no gradient").arg(name(row));
    if (column == RequiresGrad)
        return isFrozen(row) ? tr("%1 is frozen: training leaves it as it is").arg(name(row))
                             : tr("%1 is trained; take the check mark away to freeze it").arg(name(row));
    if (isLive(column) || column == Values) {
        const std::optional<ParameterStatistics>& known = statistics(row);
        if (known && known->values.notFinite > 0)
            return tr("%1: %Ln value(s) are not finite", nullptr, static_cast<int>(known->values.notFinite))
                .arg(name(row));
    }
    if (column == GradientNorm && isFrozen(row))
        return tr("%1 is frozen: it has no gradient").arg(name(row));
    if (column == GradientNorm && !number(row, column).isValid())
        return tr("%1: gradients are known while the network trains").arg(name(row));
    if (column == Values)
        return tr("%1: how often its values occur, from min to max").arg(name(row));
    const QString text = column == Bytes ? plain(row, column) : display(row, column);
    return tr("%1, %2: %3").arg(name(row), what, text);
}

QVariant ParameterTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList titles{tr("Name"),   tr("Shape"),   tr("Dtype"),  tr("Count"),         tr("MACs"),
                             tr("Memory"), tr("Trained"), tr("Device"), tr("Mean"),          tr("Std"),
                             tr("Min"),    tr("Max"),     tr("Norm"),   tr("Gradient norm"), tr("Histogram")};
    const QStringList tips{tr("Name in the state dict"),
                           tr("Sides of the tensor, the outputs first; sorted by count"),
                           tr("Type of its numbers"),
                           tr("How many numbers"),
                           tr("Multiply-adds in which it takes part, of one drawing"),
                           tr("Memory of its numbers"),
                           tr("requires_grad: without the check mark it is frozen"),
                           tr("Where the tensor is"),
                           tr("Mean of its values"),
                           tr("Standard deviation of its values, as torch.std"),
                           tr("Smallest value"),
                           tr("Largest value"),
                           tr("Euclidean norm of its values"),
                           tr("Euclidean norm of its gradient in the last step that was looked at"),
                           tr("How often its values occur, from min to max")};
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return titles[section];
    case Qt::ToolTipRole:
        return tips[section];
    case Qt::TextAlignmentRole:
        return isText(section) || section == Values ? kLeft : kRight;
    default:
        return {};
    }
}

Qt::ItemFlags ParameterTable::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == RequiresGrad && !isBuffer(index.row())
               ? flags | Qt::ItemIsUserCheckable
               : flags;
}

bool ParameterTable::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != RequiresGrad || role != Qt::CheckStateRole ||
        isBuffer(index.row()))
        return false;
    freeze({name(index.row())}, value.toInt() != Qt::Checked);
    return true;
}

void ParameterTable::tellColumn(Column first, Column last)
{
    if (!m_parameters.empty())
        Q_EMIT dataChanged(index(0, first), index(rowCount() - 1, last));
}

}  // namespace glyphscope
