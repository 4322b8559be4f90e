// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_table_model.h"

#include "ui/hooks/hook_actions.h"
#include "ui/hooks/hook_document.h"
#include "ui/hooks/hook_words.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QMimeData>

#include <algorithm>
#include <cstdint>
#include <limits>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

bool isCheck(int column)
{
    return column == HookTableModel::On || column == HookTableModel::Predicting ||
           column == HookTableModel::Training;
}

}  // namespace

void HookTableModel::setHooks(const std::vector<HookSpec>& specs)
{
    const bool sameRows = std::ranges::equal(specs, m_specs, {}, &HookSpec::id, &HookSpec::id);
    if (!sameRows)
        beginResetModel();
    m_specs = specs;
    std::erase_if(m_tallies, [this](const auto& tally) {
        return std::ranges::find(m_specs, tally.first, &HookSpec::id) == m_specs.end();
    });
    if (!sameRows)
        endResetModel();
    else if (!m_specs.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void HookTableModel::setRecords(HookSource source, const std::vector<HookRecord>& records)
{
    for (const HookRecord& record : records) {
        if (std::ranges::find(m_specs, record.id, &HookSpec::id) == m_specs.end())
            continue;
        Tally& tally = m_tallies[record.id];
        const HookRecord& before = tally.sources[source];
        if (record.calls != before.calls || record.shape != before.shape)
            tally.newest = source;
        tally.sources[source] = record;
    }
    if (!m_specs.empty() && !records.empty())
        Q_EMIT dataChanged(index(0, On),
                           index(rowCount() - 1, Last));  // a narrow list says it under the title
}

HookRecord HookTableModel::recordOf(std::uint64_t id) const
{
    const auto found = m_tallies.find(id);
    if (found == m_tallies.end()) {
        HookRecord none;
        none.id = id;
        return none;
    }
    const Tally& tally = found->second;
    HookRecord all = tally.sources.at(tally.newest);
    all.calls = 0;
    double microseconds = 0;
    for (const auto& [source, record] : tally.sources) {
        all.calls += record.calls;
        microseconds += record.meanMicroseconds * static_cast<double>(record.calls);
    }
    all.meanMicroseconds = all.calls == 0 ? 0 : microseconds / static_cast<double>(all.calls);
    return all;
}

int HookTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_specs.size());
}

int HookTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HookTableModel::text(int row, int column) const
{
    const HookSpec& spec = m_specs[static_cast<std::size_t>(row)];
    const HookRecord record = recordOf(spec.id);
    const QString none = u"\u2013"_s;
    switch (column) {
    case On:
        return QString::number(row + 1);
    case Kind:
        return hookwords::kind(spec.kind);
    case Module:
        return hookwords::module(spec.module);
    case Does:
        return hookwords::does(spec);
    case Calls:
        return countText(record.calls);
    case Time:
        return record.calls == 0 ? none : hookwords::time(record.meanMicroseconds);
    case Last:
        if (record.calls == 0)
            return none;
        return record.last.count == 0
                   ? hookwords::spread(record.last)
                   : listText({hookwords::spread(record.last), hookwords::range(record.last)});
    default:
        return {};
    }
}

QString HookTableModel::detail(const HookSpec& spec) const
{
    const HookRecord record = recordOf(spec.id);
    QStringList words{hookwords::kind(spec.kind)};
    if (const QString when = hookwords::when(spec); !spec.predicting || spec.training)
        words << when;
    const bool waits = spec.training || !isBackward(spec.kind);
    if (record.calls == 0)
        words << (waits ? tr("not called yet") : tr("reading makes no backward pass"));
    else
        words << hookwords::spread(record.last);
    return words.join(u" \u00B7 "_s);
}

QString HookTableModel::tip(int row, int column) const
{
    const HookSpec& spec = m_specs[static_cast<std::size_t>(row)];
    if (column == Predicting)
        return tr("Runs when the window reads a drawing");
    if (column == Training)
        return tr("Runs in every training step, which is slower with hooks than without");
    const HookTurn turn = turnOf(m_specs, row);
    const HookRecord record = recordOf(spec.id);
    QStringList lines{hookwords::asSentence(hookwords::sentence(spec))};
    lines << (turn.of == 0 ? tr("Switched off.")
                           : tr("Runs as number %1 of %2 of this kind here (global ones first).")
                                 .arg(turn.place)
                                 .arg(turn.of));
    const auto calls =
        static_cast<int>(std::min(record.calls, static_cast<std::int64_t>(std::numeric_limits<int>::max())));
    if (record.calls > 0 && record.last.count == 0)
        lines << tr("%Ln call(s), %1 each. Last value: %2.", nullptr, calls)
                     .arg(hookwords::time(record.meanMicroseconds), hookwords::spread(record.last));
    else if (record.calls > 0)
        lines << tr("%Ln call(s), %1 each. Last value: %2, %3, %4.", nullptr, calls)
                     .arg(hookwords::time(record.meanMicroseconds), shapeText(record.shape),
                          hookwords::spread(record.last), hookwords::range(record.last));
    return lines.join(u'\n');
}

QVariant HookTableModel::checked(const HookSpec& spec, int column) const
{
    switch (column) {
    case On:
        return spec.enabled ? Qt::Checked : Qt::Unchecked;
    case Predicting:
        return spec.predicting ? Qt::Checked : Qt::Unchecked;
    case Training:
        return spec.training ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

QVariant HookTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const HookSpec& spec = m_specs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return tip(index.row(), index.column());
    case Qt::CheckStateRole:
        return checked(spec, index.column());
    case Qt::AccessibleTextRole:
        return isCheck(index.column()) ? headerData(index.column(), Qt::Horizontal, Qt::DisplayRole)
                                       : QVariant(text(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return int((index.column() == Calls || index.column() == Time ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case TitleRole:
        return hookwords::title(spec);
    case DetailRole:
        return detail(spec);
    case IdRole:
        return static_cast<qulonglong>(spec.id);
    default:
        return {};
    }
}

QVariant HookTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Calls || section == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList names{tr("On"),    tr("Kind"),  tr("Module"),    tr("What it does"), tr("Predict"),
                            tr("Train"), tr("Calls"), tr("Mean time"), tr("Last value")};
    const QStringList tips{tr("Switch a hook on or off (Space); its number in the list"),
                           tr("When in a pass the hook is called"),
                           tr("The module that the hook is on"),
                           tr("What the hook does to the value it is given"),
                           tr("Runs when the window reads a drawing"),
                           tr("Runs in every training step"),
                           tr("Calls since the hooks last changed"),
                           tr("Of the hook's own work, per call"),
                           tr("Mean \u00B1 deviation and range of the last value, after the hook")};
    if (role == Qt::DisplayRole)
        return names.value(section);
    return role == Qt::ToolTipRole ? QVariant(tips.value(section)) : QVariant();
}

Qt::ItemFlags HookTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;  // between the rows, not onto one
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    return isCheck(index.column()) ? flags | Qt::ItemIsUserCheckable : flags;
}

bool HookTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || !isCheck(index.column()))
        return false;
    HookSpec spec = m_specs[static_cast<std::size_t>(index.row())];
    const bool on = value.toInt() == Qt::Checked;
    bool& flag = index.column() == On           ? spec.enabled
                 : index.column() == Predicting ? spec.predicting
                                                : spec.training;
    flag = on;
    Q_EMIT changeWanted(index.row(), spec);
    return true;
}

/// Rows are dropped on their own list only, not on that of another window.
QString HookTableModel::mimeType() const
{
    return u"application/x-glyphscope-hook-row-%1-%2"_s.arg(QCoreApplication::applicationPid())
        .arg(reinterpret_cast<quintptr>(this), 0, 16);
}

QStringList HookTableModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData* HookTableModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(mimeType(), QByteArray::number(indexes.front().row()));
    return data;
}

bool HookTableModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                                  const QModelIndex& parent)
{
    if (action != Qt::MoveAction || !data->hasFormat(mimeType()))
        return false;
    const int from = data->data(mimeType()).toInt();
    const int gap = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    Q_EMIT moveWanted(from, gap > from ? gap - 1 : gap);
    return false;  // the rows move when the new order comes back; the view must not remove any
}

}  // namespace glyphscope
