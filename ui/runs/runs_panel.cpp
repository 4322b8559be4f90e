// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_panel.h"

#include "ui/runs/run_compare.h"
#include "ui/runs/run_details.h"
#include "ui/runs/run_table.h"
#include "ui/runs/run_table_model.h"
#include "ui/runs/run_text.h"
#include "ui/text/joined_text.h"
#include "ui/widgets/undo_bar.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

enum Page { Hint, One, Two, Many };

}  // namespace

RunsPanel::~RunsPanel()
{
    // Parts that lose the focus while they go would still tell what they hold.
    for (QObject* part : std::initializer_list<QObject*>{m_details, m_table, m_model})
        part->disconnect(this);
}

void RunsPanel::connectList()
{
    connect(m_table, &RunTable::chosen, this, &RunsPanel::choose);
    connect(m_table, &RunTable::trashWanted, this, [this] { trash(selectedIds()); });
    connect(m_table, &RunTable::undoWanted, m_undoBar, &UndoBar::undo);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        makeMenu()->popup(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_model, &RunTableModel::renamed, this, [this](const QString& id, const QString& name) {
        showChosen(m_shown);
        Q_EMIT renameRequested(id, name);
    });
    connect(m_model, &RunTableModel::overlaysChanged, this, [this](const QStringList& ids) {
        if (!m_updating)
            showChosen(m_shown);  // in the colours of the curves
        Q_EMIT overlaysChanged(ids);
    });
}

void RunsPanel::connectDetails()
{
    connect(m_details, &RunDetails::noteEdited, this, &RunsPanel::noteRequested);
    connect(m_details, &RunDetails::resumeWanted, this, &RunsPanel::resumeRequested);
    connect(m_details, &RunDetails::useWanted, this, &RunsPanel::useRequested);
    connect(m_details, &RunDetails::folderWanted, this, &RunsPanel::openFolderRequested);
    connect(m_details, &RunDetails::trashWanted, this, [this](const QString& id) { trash({id}); });
    connect(m_details, &RunDetails::scrubbed, this, &RunsPanel::scrubbed);
    connect(m_details, &RunDetails::scrubEnded, this, &RunsPanel::scrubEnded);
}

QStringList RunsPanel::selectedIds() const
{
    return m_table->selectedIds();
}

bool RunsPanel::isScrubbing() const
{
    return m_details->isScrubbing();
}

void RunsPanel::setRuns(const std::vector<RunInfo>& runs)
{
    std::vector<std::int64_t> before;
    for (const QString& id : m_shown)
        if (const RunInfo* run = m_model->find(id))
            before.push_back(run->last.step);
    m_updating = true;
    m_model->setRuns(runs);
    m_updating = false;
    if (m_model->anyValidated())
        m_table->showValidation();
    m_pages->setCurrentIndex(runs.empty() ? 0 : 1);
    m_summary->setText(runsText(static_cast<qsizetype>(runs.size())));
    const QStringList ids = selectedIds();
    if (ids != m_shown) {
        choose();
        return;
    }
    showChosen(ids);
    std::vector<std::int64_t> now;
    for (const QString& id : ids)
        if (const RunInfo* run = m_model->find(id))
            now.push_back(run->last.step);
    if (now != before)
        askForMore();
}

void RunsPanel::setCurves(const QString& id, const std::shared_ptr<const RunCurves>& curves)
{
    m_compare->setCurves(id, curves);
}

void RunsPanel::setCheckpoints(const QString& id, const std::vector<RunCheckpoint>& checkpoints)
{
    if (m_shown == QStringList{id})
        m_details->setCheckpoints(checkpoints);
}

void RunsPanel::setActive(const QString& id)
{
    if (id == m_active)
        return;
    m_active = id;
    m_model->setActive(id);
    showChosen(m_shown);
}

void RunsPanel::setPaused(bool paused)
{
    m_model->setPaused(paused);
    m_details->setPaused(paused);
}

void RunsPanel::setEngineReady(bool ready)
{
    m_ready = ready;
    m_details->setEngineReady(ready);
}

void RunsPanel::setProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void RunsPanel::leaveScrubbing()
{
    m_details->endScrubbing();
}

void RunsPanel::choose()
{
    const QStringList ids = selectedIds();
    if (m_updating || ids == m_shown)
        return;
    m_shown = ids;
    setProblem({});
    showChosen(ids);
    askForMore();
}

/// The page for the selection, as the list has it now.
void RunsPanel::showChosen(const QStringList& ids)
{
    std::vector<const RunInfo*> runs;
    for (const QString& id : ids)
        if (const RunInfo* run = m_model->find(id))
            runs.push_back(run);
    if (runs.size() == 1)
        m_details->setRun(*runs[0], m_active);
    else if (!m_details->id().isEmpty())
        m_details->clear();
    if (runs.size() == 2)
        m_compare->setRuns(*runs[0], *runs[1], stylesFor(m_model->styleOf(ids[0]), m_model->styleOf(ids[1])));
    if (runs.size() > 2)
        m_manyWords->setText(tr("%1 are chosen. Choose two to compare them.")
                                 .arg(runsText(static_cast<qsizetype>(runs.size()))));
    m_chosen->setCurrentIndex(static_cast<int>(std::min<std::size_t>(runs.size(), Many)));
}

void RunsPanel::askForMore()
{
    if (m_shown.size() == 1)
        Q_EMIT runChosen(m_shown[0]);
    else if (m_shown.size() == 2)
        Q_EMIT curvesWanted(m_shown);
}

void RunsPanel::trash(const QStringList& ids)
{
    QStringList free;
    QString problem;
    for (const QString& id : ids) {
        const RunInfo* run = m_model->find(id);
        const QString hindrance = run == nullptr ? QString() : trashProblem(*run, m_active);
        if (run != nullptr && hindrance.isEmpty())
            free += id;
        else if (run != nullptr)
            problem = labelled(QString::fromStdString(run->name), hindrance);
    }
    setProblem(problem);
    if (free.isEmpty())
        return;
    m_details->leave();
    m_undoBar->offer(
        free.size() > 1 ? tr("%n run(s) are in the trash", nullptr, static_cast<int>(free.size()))
                        : tr("%1 is in the trash").arg(QString::fromStdString(m_model->find(free[0])->name)));
    m_table->setUndoable(true);
    Q_EMIT trashRequested(free);
}

bool RunsPanel::event(QEvent* event)
{
    // The window may use Escape for something else.
    if (event->type() == QEvent::ShortcutOverride && isScrubbing() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void RunsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isScrubbing())
        m_details->endScrubbing();
    else
        QWidget::keyPressEvent(event);
}

void RunsPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    askForMore();
}

void RunsPanel::hideEvent(QHideEvent* event)
{
    m_details->leave();
    Panel::hideEvent(event);
}

bool RunsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == (watched == m_split ? QEvent::Resize : QEvent::LayoutRequest))
        shareRoom();
    return Panel::eventFilter(watched, event);
}

}  // namespace glyphscope
