// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/forward_table.h"

#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/text/parameter_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

void ForwardTable::setSteps(std::vector<TraceStep> steps)
{
    if (std::ranges::equal(steps, m_steps, {}, &TraceStep::name, &TraceStep::name)) {
        m_steps = std::move(steps);
        if (!m_steps.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
        return;
    }
    beginResetModel();
    m_steps = std::move(steps);
    endResetModel();
}

int ForwardTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_steps.size());
}

int ForwardTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant ForwardTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TraceStep& step = m_steps[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(step, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tip(step, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column <= Shape ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return column == Range && step.notFinite > 0 ? QVariant(theme().bad) : QVariant();
    case PlainRole:
        return plain(step, column);
    case ShareRole:
        return column == Time && step.microseconds > 0 ? QVariant(step.share) : QVariant();
    default:
        return {};
    }
}

QString ForwardTable::display(const TraceStep& step, int column) const
{
    switch (column) {
    case Step:
        return step.name;
    case Shape:
        return wayText(step);
    case Time:
        return step.microseconds > 0
                   ? passTimeText(step.microseconds) + u"  "_s + wholePercentText(step.share)
                   : dashText();
    case Memory:
        return memoryText(step.bytes);
    case Range:
        return tr("%1 to %2").arg(valueText(step.low), valueText(step.high));
    default:
        return {};
    }
}

QString ForwardTable::plain(const TraceStep& step, int column) const
{
    switch (column) {
    case Shape:
        return plainShapeText(step.shapeIn) + u" -> "_s + plainShapeText(step.shapeOut);
    case Time:
        return step.microseconds > 0 ? QString::number(step.microseconds, 'g', 6) : QString();
    case Memory:
        return QString::number(step.bytes);
    case Range:
        return u"%1 %2"_s.arg(static_cast<double>(step.low), 0, 'g', 9)
            .arg(static_cast<double>(step.high), 0, 'g', 9);
    default:
        return display(step, column);
    }
}

QString ForwardTable::tip(const TraceStep& step, int column) const
{
    switch (column) {
    case Time:
        return step.microseconds > 0
                   ? tr("%1: %2, mean of the last %3 readings; %4 of the time of all modules")
                         .arg(step.name, passTimeText(step.microseconds))
                         .arg(RunningMean::kKept)
                         .arg(wholePercentText(step.share))
                   : tr("%1: not measured yet").arg(step.name);
    case Memory:
        return tr("%1: %2 bytes of output for one drawing").arg(step.name, countText(step.bytes));
    case Range:
        if (step.notFinite > 0)
            return tr("%1: %Ln value(s) are not finite", nullptr, static_cast<int>(step.notFinite))
                .arg(step.name);
        return tr("%1: smallest and largest value of the output").arg(step.name);
    default:
        return tr("%1: %2\n%3").arg(step.name, step.kind, wayText(step));
    }
}

QVariant ForwardTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QStringList titles{tr("Step"), tr("Shape"), tr("Time"), tr("Output"), tr("Range")};
    const QStringList tips{
        tr("Module, in order of the forward pass"), tr("What goes in and what comes out, without the batch"),
        tr("Mean of the last %1 readings, and the share of all modules together").arg(RunningMean::kKept),
        tr("Memory of the output for one drawing"), tr("Smallest and largest value of the output")};
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return titles[section];
    case Qt::ToolTipRole:
        return tips[section];
    case Qt::TextAlignmentRole:
        return static_cast<int>((section <= Shape ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString wayText(const TraceStep& step)
{
    return tensorShapeText(step.shapeIn) + u" \u2192 "_s + tensorShapeText(step.shapeOut);
}

}  // namespace glyphscope
