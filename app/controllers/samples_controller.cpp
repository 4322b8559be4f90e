// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/samples_controller.h"

#include "app/controllers/file_dialogs.h"
#include "app/controllers/weights_controller.h"
#include "app/files/training_data.h"
#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/samples/report_text.h"
#include "ui/samples/samples_panel.h"
#include "ui/training/training_panel.h"
#include "ui/widgets/notice_bar.h"

#include <QtCore/QFileInfo>

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

/// The class that `weights` say of each sample; nothing of those of other classes.
std::vector<std::string> answersOf(Engine& engine, const StateDict& weights,
                                   const std::vector<Sample>& samples, const std::string& device)
{
    const ClassSet classes = classesOf(weights);
    const Dataset known = datasetOf(samples, classes);
    std::vector<std::string> answers(samples.size());
    if (known.size() == 0)
        return answers;
    const Evaluation read = engine.evaluate(weights, known, device, {});
    auto answer = read.answers.begin();
    for (std::size_t i = 0; i < samples.size() && answer != read.answers.end(); ++i)
        if (classes.indexOf(samples[i].label) >= 0)
            answers[i] = classes.name(*answer++);
    return answers;
}

}  // namespace

SamplesController::SamplesController(const Parts& parts, QString folder)
    : m_parts(parts), m_store(std::move(folder))
{
    connectAnswer();
    connectGallery();
    connectFineTuning();
    refresh();
}

SamplesController::~SamplesController() = default;

void SamplesController::connectAnswer()
{
    AnswerPanel* answer = &m_parts.answer;
    connect(answer, &AnswerPanel::labelGiven, this, &SamplesController::keep);
    connect(answer, &AnswerPanel::labelUndoRequested, this, &SamplesController::takeBack);
    connect(&m_parts.canvas, &Canvas::drawingChanged, this, [answer](const Drawing& drawing) {
        answer->setLabelable(!drawing.empty());
        answer->setKept(std::nullopt);
    });
}

void SamplesController::connectGallery()
{
    SamplesPanel* panel = &m_parts.samples;
    connect(panel, &SamplesPanel::relabelRequested, this, &SamplesController::relabel);
    connect(panel, &SamplesPanel::removeRequested, this, &SamplesController::remove);
    connect(panel, &SamplesPanel::restoreRequested, this, &SamplesController::restore);
    connect(panel, &SamplesPanel::importRequested, this, &SamplesController::import);
    connect(panel, &SamplesPanel::exportRequested, this, &SamplesController::exportAll);
    connect(panel, &SamplesPanel::sampleChosen, this, [this](const QString& id) {
        const auto sample = std::find_if(m_samples.begin(), m_samples.end(),
                                         [name = id.toStdString()](const Sample& s) { return s.id == name; });
        if (sample != m_samples.end())
            m_parts.canvas.setDrawing(sample->drawing);
    });
}

void SamplesController::connectFineTuning()
{
    SamplesPanel* panel = &m_parts.samples;
    connect(panel, &SamplesPanel::fineTuneRequested, this, &SamplesController::fineTune);
    connect(panel, &SamplesPanel::stopRequested, &m_session, &FineTuneSession::stop);
    connect(panel, &SamplesPanel::undoRequested, &m_parts.weights, &WeightsController::undo);
    connect(panel, &SamplesPanel::redoRequested, &m_parts.weights, &WeightsController::redo);
    connect(panel, &SamplesPanel::shippedRequested, &m_parts.weights, &WeightsController::applyShipped);
    connect(&m_parts.weights, &WeightsController::historyChanged, panel, &SamplesPanel::setHistory);
    connect(&m_parts.weights, &WeightsController::changed, this, &SamplesController::judge);
    connect(&m_parts.weights, &WeightsController::applied, panel, [this, panel] {
        panel->setReportInPlace(m_taught != nullptr && m_parts.weights.uses(*m_taught));
    });
    connect(&m_session, &FineTuneSession::progressed, panel,
            [panel](double share) { panel->setFineTuning(share); });
    connect(&m_session, &FineTuneSession::snapshotTaken, this,
            [this](const std::shared_ptr<const StateDict>& weights) {
                m_parts.weights.set(WeightsSource::FineTune, weights, tr("Weights of the running fine-tune"));
            });
    connect(&m_session, &FineTuneSession::finished, this, &SamplesController::taught);
    const auto ended = [this, panel](const QString& problem) {
        m_parts.weights.clear(WeightsSource::FineTune);
        panel->setFineTuning(std::nullopt);
        panel->setProblem(problem);
        Q_EMIT teachingChanged(false);
    };
    connect(&m_session, &FineTuneSession::stopped, this, [ended] { ended({}); });
    connect(&m_session, &FineTuneSession::failed, this, ended);
}

void SamplesController::refresh()
{
    m_parts.disk.run([this, store = m_store]() -> std::function<void()> {
        QStringList notices;
        std::vector<Sample> samples = store.load(&notices);
        return [this, samples = std::move(samples), notices] {
            show(samples);
            for (const QString& notice : notices)
                m_parts.notices.warning(notice);
        };
    });
}

void SamplesController::show(std::vector<Sample> samples)
{
    m_samples = std::move(samples);
    m_parts.samples.setSamples(m_samples);
    judge();
    Q_EMIT countChanged(static_cast<int>(m_samples.size()));
}

/// What the weights in use say of each sample that is of their classes. While weights follow each other, the
/// newest are judged when the judgement before them is there.
void SamplesController::judge()
{
    const std::shared_ptr<Engine> engine = m_parts.engine.engine();
    if (!engine || !m_parts.weights.shown() || m_samples.empty())
        return;
    m_judgeAgain = m_judging;
    if (std::exchange(m_judging, true))
        return;
    m_parts.compute.run([this, engine, weights = m_parts.weights.shown(), samples = m_samples,
                         device = m_device]() -> std::function<void()> {
        std::vector<std::string> answers;
        try {
            answers = answersOf(*engine, *weights, samples, device);
        } catch (const Error&) {
            // broken weights are told of by the reader
        }
        return [this, answers, weights] {
            m_judging = false;
            const bool current = classesOf(*weights) == classesOf(*m_parts.weights.shown());
            if (current && answers.size() == m_samples.size())
                m_parts.samples.setAnswers(answers);
            if (std::exchange(m_judgeAgain, false))
                judge();
        };
    });
}

void SamplesController::keep(const QString& className)
{
    keepAll({{m_parts.canvas.drawing(), className.toStdString(), {}}});
}

void SamplesController::keepAll(const std::vector<LabelledDrawing>& drawings)
{
    m_parts.disk.run([this, store = m_store, drawings]() -> std::function<void()> {
        return [this, samples = store.addAll(drawings)] {
            m_kept.clear();
            for (const Sample& sample : samples) {
                m_kept.push_back(sample.id);
                m_samples.push_back(sample);
            }
            m_parts.answer.setKept(QString::fromStdString(samples.back().label));
            show(std::move(m_samples));
        };
    });
}

void SamplesController::keepSheet(const std::vector<LabelledDrawing>& drawings)
{
    m_parts.disk.run(Topic::Samples, [this, store = m_store, drawings]() -> std::function<void()> {
        return [this, count = std::ssize(store.addAll(drawings))] {
            m_parts.notices.info(tr("%1 kept.").arg(samplesText(count)));
        };
    });
    refresh();
}

void SamplesController::takeBack()
{
    if (m_kept.empty())
        return;
    m_parts.answer.setKept(std::nullopt);
    change([ids = std::exchange(m_kept, {})](const SampleStore& store) { store.remove(ids); });
}

void SamplesController::relabel(const QStringList& ids, const QString& className)
{
    std::vector<std::pair<std::string, std::string>> before;
    for (const Sample& sample : m_samples)
        if (ids.contains(QString::fromStdString(sample.id)))
            before.emplace_back(sample.id, sample.label);
    m_undo = [before](const SampleStore& store) {
        for (const auto& [id, old] : before)
            store.relabel(id, old);
    };
    change([before, label = className.toStdString()](const SampleStore& store) {
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
    m_parts.dialogs.openFile(
        *this, tr("Import samples"),
        {tr("InkML, UNIPEN, or one of four IDX files (*.inkml *.dat *-ubyte *-ubyte.gz)"),
         tr("All files (*)")},
        [this](const QString& chosen) {
            const QFileInfo info(chosen);
            importFrom(info.fileName().contains(u"-ubyte"_s) ? info.absolutePath() : chosen);
        });
}

void SamplesController::importFrom(const QString& path)
{
    m_parts.disk.run(Topic::Open, [this, store = m_store, path]() -> std::function<void()> {
        const SampleStore::Import result = store.import(path);
        return [this, result] {
            m_parts.notices.info(tr("%1 imported, %2 were there already.")
                                     .arg(samplesText(std::ssize(result.added)))
                                     .arg(result.known));
            refresh();
        };
    });
}

void SamplesController::exportAll(bool inkml)
{
    const auto write = [this, inkml](const QString& path) { exportTo(path, inkml); };
    if (inkml)
        m_parts.dialogs.saveFile(*this, tr("Export as InkML"), {tr("InkML (*.inkml)")}, write);
    else
        m_parts.dialogs.chooseFolder(*this, tr("Export as IDX files into a folder"), write);
}

void SamplesController::exportTo(const QString& path, bool inkml)
{
    m_parts.disk.run(Topic::Save, [this, inkml, path, samples = m_samples]() -> std::function<void()> {
        if (inkml)
            exportInkml(path, samples);
        else
            exportIdx(path, samples);
        return [this, path, count = std::ssize(samples)] {
            m_parts.notices.info(tr("%1 exported to %2.").arg(samplesText(count), path));
        };
    });
}

void SamplesController::fineTune(const FineTuneOptions& options)
{
    const std::shared_ptr<Engine> engine = m_parts.engine.engine();
    if (m_session.running() || m_blocked || !engine || !m_parts.weights.inUse()) {
        m_parts.samples.setProblem(m_blocked ? tr("A training is running. Stop it, then teach.") : QString());
        return;
    }
    m_parts.samples.setProblem({});
    m_parts.samples.setFineTuning(0.0);
    Q_EMIT teachingChanged(true);
    FineTuneJob job{engine, m_parts.weights.inUse(),
                    [store = m_store](const ClassSet& classes) { return datasetOf(store.load(), classes); },
                    [classes = classesOf(*m_parts.weights.inUse()),
                     folders = m_parts.training.data().folders] { return replayFor(classes, folders); },
                    options};
    job.options.device = m_device;
    m_session.start(std::move(job));
}

void SamplesController::taught(const std::shared_ptr<const FineTuneResult>& result)
{
    SamplesPanel* panel = &m_parts.samples;
    panel->setFineTuning(std::nullopt);
    panel->setReport(std::make_shared<const FineTuneReport>(result->report));
    m_taught = std::make_shared<const StateDict>(result->weights);
    m_parts.weights.apply(m_taught, tr("Fine-tuned on %1").arg(samplesText(result->report.samples)));
    Q_EMIT teachingChanged(false);
}

void SamplesController::change(std::function<void(const SampleStore&)> change)
{
    m_parts.disk.run(Topic::Samples,
                     [store = m_store, change = std::move(change)]() -> std::function<void()> {
                         change(store);
                         return {};
                     });
    refresh();  // also when it failed: what is shown is what is there
}

}  // namespace glyphscope
