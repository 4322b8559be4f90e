// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/sweep_model.h"

#include "ui/hooks/hook_words.h"
#include "ui/text/number_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

void SweepModel::setSweep(const ChannelSweep& sweep)
{
    beginResetModel();
    m_sweep = sweep;
    std::ranges::stable_sort(m_sweep.effects, std::greater<>(), &ChannelEffect::move);
    endResetModel();
}

void SweepModel::setClassNames(const QStringList& names)
{
    if (names == m_names)
        return;
    m_names = names;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SweepModel::turned() const
{
    return static_cast<int>(std::ranges::count_if(
        m_sweep.effects, [this](const ChannelEffect& effect) { return effect.best != m_sweep.best; }));
}

int SweepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sweep.effects.size());
}

int SweepModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SweepModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ChannelEffect& effect = m_sweep.effects[static_cast<std::size_t>(index.row())];
    const QString answer = hookwords::answer(effect.probabilities, effect.best, m_names);
    const QString move = fixedText(100 * effect.move, 1);
    switch (role) {
    case Qt::DisplayRole:
        return QStringList{QString::number(effect.channel), answer, move}.value(index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("Without channel %1 the answer is %2. The probabilities move by %3 of 100 points.")
            .arg(effect.channel)
            .arg(answer, move);
    case Qt::TextAlignmentRole:
        return int((index.column() == Channel ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case MoveRole:
        return effect.move;
    case TurnedRole:
        return effect.best != m_sweep.best;
    default:
        return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const QStringList names{tr("Channel"), tr("Answer"), tr("Change in points")};
    const QStringList tips{tr("The channel (of a vector: value) that is taken away"),
                           tr("What the network would answer if this channel were always zero"),
                           tr("Points of probability that change hands, of 100")};
    if (role == Qt::DisplayRole)
        return names.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == Channel ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::ToolTipRole ? QVariant(tips.value(section)) : QVariant();
}

}  // namespace glyphscope
