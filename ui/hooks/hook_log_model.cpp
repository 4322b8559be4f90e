// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_log_model.h"

#include "ui/hooks/hook_words.h"
#include "ui/text/number_text.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace glyphscope {

void HookLogModel::append(std::vector<HookEvent> events)
{
    if (events.empty())
        return;
    const std::size_t skipped = events.size() - std::min(events.size(), kMostLines);
    const std::size_t added = events.size() - skipped;
    const std::size_t all = m_lines.size() + added;
    evict(skipped > 0 ? m_lines.size() : all - std::min(all, kMostLines));
    m_last += skipped;
    std::vector<std::uint64_t> shown;
    for (auto event = events.begin() + static_cast<std::ptrdiff_t>(skipped); event != events.end(); ++event) {
        m_lines.push_back({++m_last, std::move(*event)});
        if (passes(m_filter, m_lines.back().event))
            shown.push_back(m_last);
    }
    if (shown.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(shown.size()) - 1);
    m_shown.insert(m_shown.end(), shown.begin(), shown.end());
    endInsertRows();
}

void HookLogModel::evict(std::size_t count)
{
    if (count == 0)
        return;
    const std::uint64_t kept = m_lines.front().number + count;
    const auto firstKept = std::ranges::lower_bound(m_shown, kept);
    const auto rows = static_cast<int>(firstKept - m_shown.begin());
    if (rows > 0)
        beginRemoveRows({}, 0, rows - 1);
    m_shown.erase(m_shown.begin(), firstKept);
    m_lines.erase(m_lines.begin(), m_lines.begin() + static_cast<std::ptrdiff_t>(count));
    if (rows > 0)
        endRemoveRows();
}

void HookLogModel::setFilter(const HookLogFilter& filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_shown.clear();
    for (const HookLogLine& line : m_lines)
        if (passes(m_filter, line.event))
            m_shown.push_back(line.number);
    endResetModel();
}

void HookLogModel::clear()
{
    beginResetModel();
    m_lines.clear();
    m_shown.clear();
    endResetModel();
}

const HookLogLine& HookLogModel::lineAt(int row) const
{
    return m_lines[m_shown[static_cast<std::size_t>(row)] - m_lines.front().number];
}

QString HookLogModel::csv() const
{
    QString text = csvHead();
    for (int row = 0; row < rowCount(); ++row)
        text += csvLine(lineAt(row));
    return text;
}

int HookLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int HookLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HookLogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const HookLogLine& line = lineAt(index.row());
    if (role == Qt::DisplayRole)
        return logWord(line.event, index.column());
    if (role == Qt::ToolTipRole)
        return tr("Call %1 of hook %2\n%3")
            .arg(countText(static_cast<std::int64_t>(line.number)))
            .arg(line.event.id)
            .arg(logWords(line.event).join(u"\n"_s));
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant HookLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList names{tr("Pass"),  tr("Kind"),  tr("Module"), tr("Value"),
                            tr("Range"), tr("Shape"), tr("Time")};
    return role == Qt::DisplayRole ? QVariant(names.value(section)) : QVariant();
}

}  // namespace glyphscope
