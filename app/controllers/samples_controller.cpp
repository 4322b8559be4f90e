// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/samples_controller.h"

#include "app/controllers/weights_controller.h"
#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/samples/report_text.h"
#include "ui/samples/samples_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/main_window.h"

#include <QtWidgets/QFileDialog>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

std::vector<std::string> namesOfFiles(const QStringList& ids)
{
    std::vector<std::string> names;
    for (const QString& id : ids)
        names.push_back(id.toStdString());
    return names;
}

}  // namespace

SamplesController::SamplesController(MainWindow& window, EngineSession& engine, TaskSession& tasks,
                                     WeightsController& weights, QString folder)
    : m_window(window), m_engine(engine), m_tasks(tasks), m_weights(weights), m_store(std::move(folder))
{
    connectAnswer();
    connectGallery();
    connectFineTuning();
    refresh();
}

SamplesController::~SamplesController() = default;

void SamplesController::connectAnswer()
{
    AnswerPanel* answer = m_window.answer();
    connect(answer, &AnswerPanel::labelGiven, this, &SamplesController::keep);
    connect(answer, &AnswerPanel::labelUndoRequested, this, &SamplesController::takeBack);
    connect(m_window.canvas(), &Canvas::drawingChanged, this, [answer](const Drawing& drawing) {
        answer->setLabelable(!drawing.empty());
        answer->setKept(std::nullopt);
    });
}

void SamplesController::connectGallery()
{
    SamplesPanel* panel = m_window.samples();
    connect(panel, &SamplesPanel::relabelRequested, this, &SamplesController::relabel);
    connect(panel, &SamplesPanel::removeRequested, this, &SamplesController::remove);
    connect(panel, &SamplesPanel::restoreRequested, this, &SamplesController::restore);
    connect(panel, &SamplesPanel::importRequested, this, &SamplesController::import);
    connect(panel, &SamplesPanel::exportRequested, this, &SamplesController::exportAll);
    connect(panel, &SamplesPanel::sampleChosen, this, [this](const QString& id) {
        const auto sample = std::find_if(m_samples.begin(), m_samples.end(),
                                         [name = id.toStdString()](const Sample& s) { return s.id == name; });
        if (sample != m_samples.end())
            m_window.canvas()->setDrawing(sample->drawing);
    });
}

void SamplesController::connectFineTuning()
{
    SamplesPanel* panel = m_window.samples();
    connect(panel, &SamplesPanel::fineTuneRequested, this, &SamplesController::fineTune);
    connect(panel, &SamplesPanel::stopRequested, &m_session, &FineTuneSession::stop);
    connect(panel, &SamplesPanel::undoRequested, &m_weights, &WeightsController::undo);
    connect(panel, &SamplesPanel::redoRequested, &m_weights, &WeightsController::redo);
    connect(panel, &SamplesPanel::shippedRequested, &m_weights, &WeightsController::applyShipped);
    connect(&m_weights, &WeightsController::historyChanged, panel, &SamplesPanel::setHistory);
    connect(&m_weights, &WeightsController::changed, this, &SamplesController::judge);
    connect(&m_session, &FineTuneSession::progressed, panel,
            [panel](double share) { panel->setFineTuning(share); });
    connect(&m_session, &FineTuneSession::snapshotTaken, this,
            [this](const std::shared_ptr<const StateDict>& weights) {
                m_weights.set(WeightsSource::FineTune, weights, tr("Weights of the running fine-tune"));
            });
    connect(&m_session, &FineTuneSession::finished, this, &SamplesController::taught);
    const auto ended = [this, panel](const QString& problem) {
        m_weights.clear(WeightsSource::FineTune);
        panel->setFineTuning(std::nullopt);
        panel->setProblem(problem);
        Q_EMIT teachingChanged(false);
    };
    connect(&m_session, &FineTuneSession::stopped, this, [ended] { ended({}); });
    connect(&m_session, &FineTuneSession::failed, this, ended);
}

void SamplesController::refresh()
{
    m_tasks.run([this, store = m_store]() -> std::function<void()> {
        QStringList notices;
        std::vector<Sample> samples = store.load(&notices);
        return [this, samples = std::move(samples), notices] {
            show(samples);
            for (const QString& notice : notices)
                m_window.notices()->warning(notice);
        };
    });
}

void SamplesController::show(std::vector<Sample> samples)
{
    m_samples = std::move(samples);
    m_window.samples()->setSamples(m_samples);
    judge();
    Q_EMIT countChanged(static_cast<int>(m_samples.size()));
}

/// What the weights in use say of each sample. While weights follow each other, the newest are judged when
/// the judgement before them is there.
void SamplesController::judge()
{
    const std::shared_ptr<Engine> engine = m_engine.engine();
    if (!engine || !m_weights.shown() || m_samples.empty())
        return;
    m_judgeAgain = m_judging;
    if (std::exchange(m_judging, true))
        return;
    m_tasks.run([this, engine, weights = m_weights.shown(), samples = m_samples]() -> std::function<void()> {
        std::vector<int> answers;
        try {
            const Dataset data = datasetOf(samples, 10);
            const Evaluation read = engine->evaluate(*weights, data, "cpu", {});
            answers.assign(read.answers.begin(), read.answers.end());
        } catch (const Error&) {
            // weights of other classes have nothing to say of digits
        }
        return [this, answers] {
            m_judging = false;
            if (answers.size() == m_samples.size())
                m_window.samples()->setAnswers(answers);
            if (std::exchange(m_judgeAgain, false))
                judge();
        };
    });
}

void SamplesController::keep(int label)
{
    const Drawing drawing = m_window.canvas()->drawing();
    m_tasks.run([this, store = m_store, drawing, label]() -> std::function<void()> {
        const Sample sample = store.add(drawing, label);
        return [this, sample] {
            m_kept = sample.id;
            m_window.answer()->setKept(sample.label);
            m_samples.push_back(sample);
            show(std::move(m_samples));
        };
    });
}

void SamplesController::takeBack()
{
    if (m_kept.empty())
        return;
    m_window.answer()->setKept(std::nullopt);
    change([id = std::exchange(m_kept, {})](const SampleStore& store) { store.remove({id}); });
}

void SamplesController::relabel(const QStringList& ids, int label)
{
    std::vector<std::pair<std::string, int>> before;
    for (const Sample& sample : m_samples)
        if (ids.contains(QString::fromStdString(sample.id)))
            before.emplace_back(sample.id, sample.label);
    m_undo = [before](const SampleStore& store) {
        for (const auto& [id, old] : before)
            store.relabel(id, old);
    };
    change([before, label](const SampleStore& store) {
        for (const auto& sample : before)
            store.relabel(sample.first, label);
    });
}

void SamplesController::remove(const QStringList& ids)
{
    m_undo = [names = namesOfFiles(ids)](const SampleStore& store) { store.restore(names); };
    change([names = namesOfFiles(ids)](const SampleStore& store) { store.remove(names); });
}

void SamplesController::restore()
{
    if (m_undo)
        change(std::exchange(m_undo, nullptr));
}

void SamplesController::import()
{
    auto* ask = new QFileDialog(&m_window, tr("Import samples"));
    ask->setObjectName(u"fileDialog"_s);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setFileMode(QFileDialog::ExistingFile);
    ask->setNameFilters({tr("InkML, UNIPEN, or one of four IDX files (*.inkml *.dat *-ubyte *-ubyte.gz)"),
                         tr("All files (*)")});
    connect(ask, &QFileDialog::fileSelected, this, [this](const QString& chosen) {
        const QFileInfo info(chosen);
        const QString path = info.fileName().contains(u"-ubyte"_s) ? info.absolutePath() : chosen;
        m_tasks.run([this, store = m_store, path]() -> std::function<void()> {
            const SampleStore::Import result = store.import(path);
            return [this, result] {
                m_window.notices()->info(tr("%1 imported, %2 were there already.")
                                             .arg(samplesText(std::ssize(result.added)))
                                             .arg(result.known));
                refresh();
            };
        });
    });
    ask->open();
}

void SamplesController::exportAll(bool inkml)
{
    auto* ask =
        new QFileDialog(&m_window, inkml ? tr("Export as InkML") : tr("Export as IDX files into a folder"));
    ask->setObjectName(u"fileDialog"_s);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    if (inkml) {
        ask->setAcceptMode(QFileDialog::AcceptSave);
        ask->setNameFilters({tr("InkML (*.inkml)")});
        ask->setDefaultSuffix(u"inkml"_s);
    } else {
        ask->setFileMode(QFileDialog::Directory);
    }
    connect(ask, &QFileDialog::fileSelected, this, [this, inkml](const QString& path) {
        m_tasks.run([this, inkml, path, samples = m_samples]() -> std::function<void()> {
            if (inkml)
                exportInkml(path, samples);
            else
                exportIdx(path, samples);
            return [this, path, count = std::ssize(samples)] {
                m_window.notices()->info(tr("%1 exported to %2.").arg(samplesText(count), path));
            };
        });
    });
    ask->open();
}

void SamplesController::fineTune(const FineTuneOptions& options)
{
    const std::shared_ptr<Engine> engine = m_engine.engine();
    if (m_session.running() || m_blocked || !engine || !m_weights.inUse()) {
        m_window.samples()->setProblem(m_blocked ? tr("A training is running. Stop it, then teach.")
                                                 : QString());
        return;
    }
    m_window.samples()->setProblem({});
    m_window.samples()->setFineTuning(0.0);
    Q_EMIT teachingChanged(true);
    m_session.start({engine, m_weights.inUse(),
                     [store = m_store](int classCount) { return datasetOf(store.load(), classCount); },
                     [] { return hasMnist() ? loadIdxFolder(mnistFolder()) : TrainTest(); }, options});
}

void SamplesController::taught(const std::shared_ptr<const FineTuneResult>& result)
{
    SamplesPanel* panel = m_window.samples();
    panel->setFineTuning(std::nullopt);
    panel->setReport(std::make_shared<const FineTuneReport>(result->report));
    m_weights.apply(std::make_shared<const StateDict>(result->weights),
                    tr("Fine-tuned on %1").arg(samplesText(result->report.samples)));
    Q_EMIT teachingChanged(false);
}

void SamplesController::change(std::function<void(const SampleStore&)> change)
{
    m_tasks.run([store = m_store, change = std::move(change)]() -> std::function<void()> {
        change(store);
        return {};
    });
    refresh();  // also when it failed: what is shown is what is there
}

}  // namespace glyphscope
