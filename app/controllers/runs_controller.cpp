// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/runs_controller.h"

#include "app/controllers/training_controller.h"
#include "app/controllers/weights_controller.h"
#include "app/session/task_session.h"
#include "app/settings/installation.h"
#include "app/text/message_text.h"
#include "model/types/error.h"
#include "ui/curves/curve_chart.h"
#include "ui/runs/run_text.h"
#include "ui/runs/runs_panel.h"
#include "ui/text/training_numbers.h"
#include "ui/training/training_panel.h"
#include "ui/widgets/notice_bar.h"

#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>

#include <algorithm>
#include <utility>

namespace glyphscope {
namespace {

/// From where it was stopped: some end before their first resume point.
bool canResume(const RunStore& runs, const RunInfo& run)
{
    if (run.state != RunState::Stopped && run.state != RunState::Interrupted)
        return false;
    try {
        (void)runs.resumePoint(run.id);
    } catch (const Error&) {
        return false;
    }
    return true;
}

double epochsDone(const RunInfo& run)
{
    if (run.totalSteps <= 0)
        return 0;
    return static_cast<double>(run.step) / static_cast<double>(run.totalSteps) * run.options.epochs;
}

}  // namespace

RunsController::RunsController(const Parts& parts) : m_parts(parts)
{
    connectList();
    connectChanges();
    connectScrubbing();
    refresh();
}

RunsController::~RunsController() = default;

void RunsController::connectList()
{
    RunsPanel* panel = &m_parts.runs;
    connect(panel, &RunsPanel::runChosen, this, &RunsController::showDetails);
    connect(panel, &RunsPanel::curvesWanted, this, &RunsController::loadCurves);
    connect(panel, &RunsPanel::overlaysChanged, this, [this](const QStringList& ids) {
        m_overlays = ids;
        loadCurves(ids);
    });
    connect(panel, &RunsPanel::resumeRequested, this, &RunsController::resume);
    connect(&m_parts.training, &TrainingPanel::resumeRequested, this, [this] {
        if (m_resumable && m_active.isEmpty())
            resume(QString::fromStdString(m_list.front().id));
    });
    connect(panel, &RunsPanel::useRequested, this, &RunsController::use);
    connect(panel, &RunsPanel::openFolderRequested, this, [](const QString& id) {
        const std::filesystem::path folder = runsFolder() / id.toStdString();
        QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(folder.string())));
    });
    connect(&m_parts.trainer, &TrainingController::activeRunChanged, this, [this, panel](const QString& id) {
        m_active = id;
        panel->setActive(id);
        if (!id.isEmpty())
            panel->leaveScrubbing();  // a training is watched from its beginning
        loadCurves(m_overlays);       // one of them may have been resumed
    });
    connect(&m_parts.trainer, &TrainingController::runsChanged, this, &RunsController::refresh);
    connect(&m_parts.trainer.session(), &TrainingSession::pausedChanged, panel, &RunsPanel::setPaused);
    connect(&m_parts.trainer, &TrainingController::runningChanged, this, [this](bool running) {
        if (running)
            m_parts.notices.withdraw(Topic::Training);  // it would not be the last training any more
    });
}

void RunsController::connectChanges()
{
    RunsPanel* panel = &m_parts.runs;
    connect(panel, &RunsPanel::renameRequested, this, [this](const QString& id, const QString& name) {
        change([id, name](RunStore& runs) { runs.rename(id.toStdString(), name.toStdString()); });
    });
    connect(panel, &RunsPanel::noteRequested, this, [this](const QString& id, const QString& text) {
        change([id, text](RunStore& runs) { runs.setNote(id.toStdString(), text.toStdString()); });
    });
    connect(panel, &RunsPanel::trashRequested, this, &RunsController::trash);
    connect(panel, &RunsPanel::restoreRequested, this, &RunsController::restore);
}

void RunsController::connectScrubbing()
{
    connect(&m_parts.runs, &RunsPanel::scrubbed, this, &RunsController::scrub);
    connect(&m_parts.runs, &RunsPanel::scrubEnded, this, &RunsController::endScrubbing);
    // what is applied meanwhile, and what a reset gives, is what the user wants to see
    connect(&m_parts.weights, &WeightsController::applied, &m_parts.runs, &RunsPanel::leaveScrubbing);
    connect(&m_parts.trainer, &TrainingController::wasReset, &m_parts.runs, &RunsPanel::leaveScrubbing);
}

void RunsController::refresh()
{
    m_parts.disk.run([this, runs = m_parts.store]() -> std::function<void()> {
        std::vector<Message> notices;
        std::vector<RunInfo> list = runs->list(&notices);
        const bool resumable = !list.empty() && canResume(*runs, list.front());
        return [this, list = std::move(list), notices, resumable] {
            m_list = list;
            m_resumable = resumable;
            m_parts.runs.setRuns(m_list);
            m_parts.trainer.setRuns(m_list);
            showResumable();
            if (!newestWasInterrupted())
                m_parts.notices.withdraw(Topic::Training);
            showOverlays();  // by their new names, without those that are gone
            for (const Message& notice : notices)
                m_parts.notices.warning(messageText(notice));
        };
    });
}

void RunsController::showResumable()
{
    if (!m_resumable) {
        m_parts.training.setResumable({}, 0, 0);
        return;
    }
    const RunInfo& run = m_list.front();
    m_parts.training.setResumable(QString::fromStdString(run.name), epochsDone(run), run.options.epochs);
}

void RunsController::offerInterrupted()
{
    // Behind the task that reads the list
    m_parts.disk.run([this]() -> std::function<void()> { return [this] { offerNewest(); }; });
}

bool RunsController::newestWasInterrupted() const
{
    return m_resumable && m_list.front().state == RunState::Interrupted;
}

void RunsController::offerNewest()
{
    if (!newestWasInterrupted())
        return;
    const RunInfo& run = m_list.front();
    m_parts.notices.ask(Topic::Training,
                        tr("The last training, %1, was stopped at epoch %2 of %3 when the program ended.")
                            .arg(QString::fromStdString(run.name))
                            .arg(epochUnderWay(epochsDone(run), run.options.epochs))
                            .arg(run.options.epochs),
                        {tr("Resume"), [this, id = QString::fromStdString(run.id)] { resume(id); }}, {});
}

void RunsController::showDetails(const QString& id)
{
    m_parts.disk.run([this, runs = m_parts.store, id]() -> std::function<void()> {
        std::vector<RunCheckpoint> checkpoints;
        try {
            checkpoints = runs->checkpoints(id.toStdString());
        } catch (const Error&) {
            // it went to the trash meanwhile
        }
        return [this, id, checkpoints] { m_parts.runs.setCheckpoints(id, checkpoints); };
    });
}

void RunsController::loadCurves(const QStringList& ids)
{
    for (const QString& id : ids)
        m_parts.disk.run([this, runs = m_parts.store, id]() -> std::function<void()> {
            auto curves = std::make_shared<const RunCurves>(runs->curves(id.toStdString()));
            return [this, id, curves] {
                m_curves[id] = curves;
                m_parts.runs.setCurves(id, curves);
                showOverlays();
            };
        });
    showOverlays();
}

void RunsController::showOverlays()
{
    std::vector<RunInfo> runs;
    for (const QString& id : m_overlays) {
        const auto run = std::ranges::find(m_list, id.toStdString(), &RunInfo::id);
        // the current run is drawn as such
        if (id != m_active && run != m_list.end() && m_curves.contains(id))
            runs.push_back(*run);
    }
    const QStringList names = distinctNames(runs);
    std::vector<RunOverlay> overlays;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const QString id = QString::fromStdString(runs[i].id);
        overlays.push_back({id, names[static_cast<qsizetype>(i)], m_curves.at(id)});
    }
    m_parts.training.chart()->setOverlays(std::move(overlays));
}

void RunsController::scrub(const QString& id, std::int64_t step)
{
    m_wanted = {id, step};
    m_parts.training.chart()->setCursor(id == m_active ? std::optional(step) : std::nullopt);
    loadScrubbed();
}

void RunsController::loadScrubbed()
{
    if (m_loading || !m_wanted)
        return;  // when the present one is there, the newest is next
    m_loading = true;
    m_parts.disk.run([this, runs = m_parts.store, wanted = *m_wanted]() -> std::function<void()> {
        WeightsController::Weights weights;
        QString problem;
        try {
            weights = std::make_shared<const StateDict>(runs->weights(wanted.id.toStdString(), wanted.step));
        } catch (const Error& error) {
            problem = errorText(error);
        }
        return [this, wanted, weights, problem] {
            m_loading = false;
            if (!m_wanted)
                return;  // scrubbing is over
            m_parts.runs.setProblem(problem);
            if (weights)
                m_parts.weights.set(WeightsSource::Scrub, weights, tr("Weights of step %1").arg(wanted.step));
            if (*m_wanted != wanted)
                loadScrubbed();
        };
    });
}

void RunsController::endScrubbing()
{
    m_wanted.reset();
    m_parts.training.chart()->setCursor(std::nullopt);
    m_parts.weights.clear(WeightsSource::Scrub);
}

void RunsController::use(const QString& id, std::int64_t step)
{
    m_parts.disk.run([this, runs = m_parts.store, id, step]() -> std::function<void()> {
        const std::string name = id.toStdString();
        auto weights =
            std::make_shared<const StateDict>(step < 0 ? runs->best(name) : runs->weights(name, step));
        const QString title = QString::fromStdString(runs->info(name).name);
        return [this, weights, title, step] {
            m_parts.weights.apply(weights, step < 0 ? tr("Best of %1").arg(title)
                                                    : tr("%1, step %2").arg(title).arg(step));
        };
    });
}

void RunsController::trash(const QStringList& ids)
{
    m_trashed.clear();
    for (const QString& id : ids)  // one that cannot be moved keeps none of the others
        m_parts.disk.run([this, runs = m_parts.store, id]() -> std::function<void()> {
            runs->trash(id.toStdString());
            return [this, id] { m_trashed << id; };
        });
    refresh();
}

void RunsController::restore()
{
    change([ids = std::exchange(m_trashed, {})](RunStore& runs) {
        for (const QString& id : ids)
            runs.restore(id.toStdString());
    });
}

void RunsController::resume(const QString& id)
{
    const auto run = std::ranges::find(m_list, id.toStdString(), &RunInfo::id);
    if (run == m_list.end())
        return;
    m_parts.runs.leaveScrubbing();
    m_parts.trainer.resume(*run);
}

void RunsController::change(std::function<void(RunStore&)> change)
{
    m_parts.disk.run(Topic::Runs,
                     [runs = m_parts.store, change = std::move(change)]() -> std::function<void()> {
                         change(*runs);
                         return {};
                     });
    refresh();  // also when it failed: what is shown is what is there
}

}  // namespace glyphscope
