// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_table_model.h"

#include "ui/runs/run_text.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/text/recipe_text.h"
#include "ui/widgets/table_roles.h"

#include <QtGui/QGuiApplication>

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr int kIconSide = 14;

QString idOf(const RunInfo& run)
{
    return QString::fromStdString(run.id);
}

QColor stateColour(RunState state)
{
    switch (state) {
    case RunState::Running:
        return theme().accent;
    case RunState::Done:
        return theme().good;
    case RunState::Failed:
        return theme().bad;
    case RunState::Interrupted:
        return theme().caution;
    case RunState::Stopped:
        break;
    }
    return theme().mutedText;
}

bool isNumber(int column)
{
    using M = RunTableModel;
    return column != M::Name && column != M::State && column != M::Started && column != M::Recipe &&
           column != M::Data;
}

}  // namespace

void RunTableModel::setRuns(const std::vector<RunInfo>& runs)
{
    removeMissing(runs);
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < m_runs.size(); ++row)
        rows[m_runs[row].id] = row;
    std::vector<RunInfo> fresh;
    for (const RunInfo& run : runs) {
        if (const auto known = rows.find(run.id); known != rows.end())
            m_runs[known->second] = run;
        else
            fresh.push_back(run);
    }
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
    if (!fresh.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        m_runs.insert(m_runs.end(), fresh.begin(), fresh.end());
        endInsertRows();
    }
    dropOverlays();
}

void RunTableModel::removeMissing(const std::vector<RunInfo>& runs)
{
    std::set<std::string> kept;
    for (const RunInfo& run : runs)
        kept.insert(run.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (kept.contains(m_runs[static_cast<std::size_t>(row)].id))
            continue;
        beginRemoveRows({}, row, row);
        m_runs.erase(m_runs.begin() + row);
        endRemoveRows();
    }
}

void RunTableModel::dropOverlays()
{
    const QStringList before = m_overlays;
    m_overlays.removeIf([this](const QString& id) { return id == m_active || find(id) == nullptr; });
    if (m_overlays == before)
        return;
    std::erase_if(m_styles, [this](const auto& entry) { return !m_overlays.contains(entry.first); });
    tellNames();
    Q_EMIT overlaysChanged(m_overlays);
}

void RunTableModel::setActive(const QString& id)
{
    if (id == m_active)
        return;
    m_active = id;
    tellNames();
    dropOverlays();
}

void RunTableModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
}

void RunTableModel::tellNames()
{
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole, StyleRole});
}

const RunInfo* RunTableModel::find(const QString& id) const
{
    const auto run = std::ranges::find(m_runs, id.toStdString(), &RunInfo::id);
    return run == m_runs.end() ? nullptr : &*run;
}

bool RunTableModel::anyValidated() const
{
    return std::ranges::any_of(m_runs, [](const RunInfo& run) { return run.last.validated; });
}

bool RunTableModel::isActive(const RunInfo& run) const
{
    return !m_active.isEmpty() && idOf(run) == m_active;
}

void RunTableModel::setOverlaid(const QStringList& ids, bool shown)
{
    const QStringList before = m_overlays;
    for (const QString& id : ids) {
        if (!shown) {
            m_overlays.removeAll(id);
            m_styles.erase(id);
        } else if (!m_overlays.contains(id) && id != m_active && find(id) != nullptr) {
            int style = 1;
            while (std::ranges::any_of(m_styles, [&](const auto& entry) { return entry.second == style; }))
                ++style;
            m_overlays.append(id);
            m_styles[id] = style;
        }
    }
    if (m_overlays == before)
        return;
    tellNames();
    Q_EMIT overlaysChanged(m_overlays);
}

std::optional<int> RunTableModel::styleOf(const QString& id) const
{
    if (!m_active.isEmpty() && id == m_active)
        return 0;
    const auto style = m_styles.find(id);
    return style == m_styles.end() ? std::nullopt : std::optional(style->second);
}

int RunTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString RunTableModel::text(const RunInfo& run, int column) const
{
    const bool judged = isJudged(run);
    const bool validated = judged && run.last.validated;
    switch (column) {
    case Name:
        return QString::fromStdString(run.name);
    case State:
        return stateText(run.state, m_paused && isActive(run));
    case BestTest:
        return judged ? percentText(run.best.testAccuracy) : QString();
    case LastTest:
        return judged ? percentText(run.last.testAccuracy) : QString();
    case BestValidation:
        return validated ? percentText(run.best.validationAccuracy) : QString();
    case LastValidation:
        return validated ? percentText(run.last.validationAccuracy) : QString();
    case Epochs:
        return tr("%1 of %2").arg(run.epochsDone).arg(run.options.epochs);
    case Steps:
        return stepsText(run);
    case Time:
        return timeText(run);
    case Speed:
        return imagesPerSecond(run) > 0 ? rateText(imagesPerSecond(run)) : QString();
    case Started:
        return startText(run);
    case Recipe:
        return recipeTitle(run.options);
    case Data:
        return QString::fromStdString(run.dataName);
    default:
        return {};
    }
}

QVariant RunTableModel::sortValue(const RunInfo& run, int column) const
{
    const bool judged = isJudged(run);
    const bool validated = judged && run.last.validated;
    switch (column) {
    case BestTest:
        return judged ? run.best.testAccuracy : -1;
    case LastTest:
        return judged ? run.last.testAccuracy : -1;
    case BestValidation:
        return validated ? run.best.validationAccuracy : -1;
    case LastValidation:
        return validated ? run.last.validationAccuracy : -1;
    case Epochs:
        return qlonglong{run.epochsDone};
    case Steps:
        return qlonglong{run.step};
    case Time:
        return run.seconds;
    case Speed:
        return imagesPerSecond(run);
    case Started:
        return qlonglong{run.startedAt};
    default:
        return text(run, column);
    }
}

QString RunTableModel::tip(const RunInfo& run, int column) const
{
    if (column == State)
        return fateText(run);
    if (column != Name)
        return {};
    if (isActive(run))
        return tr("It is trained now; its curves are those in the accent colour");
    return tr("Tick it to lay its curves beneath those of the current run. F2 renames it.");
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const RunInfo& run = m_runs[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(run, column);
    case PlainRole:
        return text(run, column).replace(u'\u00a0', u' ');
    case SortRole:
        return sortValue(run, column);
    case IdRole:
        return idOf(run);
    case Qt::ToolTipRole:
        return tip(run, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole:
        return column == State
                   ? QVariant(iconPixmap(stateIcon(run.state, m_paused && isActive(run)),
                                         stateColour(run.state), kIconSide, qGuiApp->devicePixelRatio()))
                   : QVariant();
    case Qt::CheckStateRole:
        return column == Name && !isActive(run)
                   ? QVariant(m_overlays.contains(idOf(run)) ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    case StyleRole: {
        const std::optional<int> style = styleOf(idOf(run));
        return style ? QVariant(*style) : QVariant();
    }
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumnCount)
        return {};
    const std::array<QString, kColumnCount> titles{
        tr("Name"),      tr("State"),  tr("Best test"), tr("Last test"), tr("Best val."),
        tr("Last val."), tr("Epochs"), tr("Steps"),     tr("Time"),      tr("Images/s"),
        tr("Started"),   tr("Recipe"), tr("Data")};
    const std::array<QString, kColumnCount> tips{
        tr("Tick runs to lay their curves beneath those of the current run; double-click a name to change "
           "it"),
        tr("How it ended, or that it is under way"),
        tr("Share of the test set read correctly by its best weights"),
        tr("Share of the test set read correctly by its last weights"),
        tr("Share of the images held out read correctly by its best weights"),
        tr("Share of the images held out read correctly by its last weights"),
        tr("Passes over the training set"),
        tr("Batches learnt from"),
        tr("Time of training, over all its parts"),
        tr("Images learnt from in a second, evaluations included"),
        tr("When it began"),
        tr("What its settings were made of"),
        tr("What it was trained on")};
    const auto i = static_cast<std::size_t>(section);
    if (role == Qt::DisplayRole)
        return titles[i];
    if (role == Qt::ToolTipRole)
        return tips[i];
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() != Name)
        return flags;
    return flags | Qt::ItemIsEditable | Qt::ItemIsUserCheckable;
}

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != Name)
        return false;
    if (role == Qt::EditRole)
        return rename(index, value.toString().simplified());
    if (role != Qt::CheckStateRole)
        return false;
    setOverlaid({index.data(IdRole).toString()}, value.toInt() == Qt::Checked);
    return true;
}

bool RunTableModel::rename(const QModelIndex& index, const QString& name)
{
    RunInfo& run = m_runs[static_cast<std::size_t>(index.row())];
    if (name.isEmpty() || name == QString::fromStdString(run.name))
        return false;
    run.name = name.toStdString();  // the next list tells what became of it
    Q_EMIT dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole});
    Q_EMIT renamed(idOf(run), name);
    return true;
}

}  // namespace glyphscope
