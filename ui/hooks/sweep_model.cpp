// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/sweep_model.h"

#include "ui/hooks/hook_words.h"
#include "ui/style/class_name.h"
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

/// Of the class that is the answer with all channels.
double SweepModel::gain(const ChannelEffect& effect) const
{
    const auto best = static_cast<std::size_t>(m_sweep.best);
    if (best >= effect.probabilities.size() || best >= m_sweep.before.size())
        return 0;
    return static_cast<double>(effect.probabilities[best]) - static_cast<double>(m_sweep.before[best]);
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
    const QString move = signedText(100 * gain(effect), 1);
    switch (role) {
    case Qt::DisplayRole:
        return QStringList{QString::number(effect.channel), answer, move}.value(index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("Without channel %1 the answer is %2. %3 changes by %4 points.")
            .arg(effect.channel)
            .arg(answer, className(m_names, m_sweep.best), move);
    case Qt::TextAlignmentRole:
        return int((index.column() == Channel ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case MoveRole:
        return gain(effect);
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
    const QStringList tips{
        tr("The channel (of a vector: value) that is taken away"),
        tr("What the network would answer if this channel were always zero"),
        tr("What the answer's probability gains or loses without the channel, in points of 100")};
    if (role == Qt::DisplayRole)
        return names.value(section);
    if (role == Qt::TextAlignmentRole)
        return int((section == Channel ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::ToolTipRole ? QVariant(tips.value(section)) : QVariant();
}

}  // namespace glyphscope
