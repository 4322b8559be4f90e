// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/training_controller.h"

#include "app/controllers/file_dialogs.h"
#include "app/controllers/weights_controller.h"
#include "app/files/curve_export.h"
#include "app/files/training_data.h"
#include "app/session/engine_session.h"
#include "app/session/task_session.h"
#include "model/checkpoint/atomic_file.h"
#include "model/checkpoint/weights_file.h"
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "model/spec/spec_of.h"
#include "model/training/recipes.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "ui/curves/curve_chart.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"
#include "ui/text/recipe_text.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"
#include "ui/widgets/notice_bar.h"

#include <QtGui/QGuiApplication>

#include <algorithm>
#include <chrono>
#include <map>
#include <span>
#include <utility>

namespace glyphscope {
namespace {

constexpr QSize kPictureSize{1400, 900};

/// `accuracy` is that of the newest test, also of one before the run was resumed.
QString summary(const TrainResult& result, std::optional<double> accuracy)
{
    if (result.steps == 0)
        return TrainingController::tr("Stopped before the first step. Nothing was changed.");
    if (!accuracy)
        return TrainingController::tr("Stopped at step %1, before the first test.").arg(result.steps);
    const QString words =
        result.stopped ? TrainingController::tr("Stopped after %1 s; %2 on the test set when last measured.")
                       : TrainingController::tr("Done in %1 s: %2 on the test set.");
    return words.arg(fixedText(result.seconds, 1), percentText(*accuracy));
}

/// What was learnt of other classes cannot be gone on from.
void requireSameClasses(const StateDict& weights, const TrainTest& data)
{
    const ClassSet known = classesOf(weights);
    const ClassSet& classes = data.train.classes;
    if (known.size() != classes.size())
        throw Error(GLYPHSCOPE_TEXT(
                        "Training",
                        "The weights in use tell %1 classes from each other, and %2 has %3, from \"%4\" to "
                        "\"%5\". Switch \"Begin with the weights in use\" off, or give the last layer %3 "
                        "outputs in Build and use that network."),
                    known.size(), data.name, classes.size(), classes.names().front(), classes.names().back());
}

std::int64_t secondsSinceEpoch()
{
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace

TrainingController::TrainingController(const Parts& parts)
    : m_parts(parts), m_forecast(parts.training, parts.notices)
{
    connectControls();
    connectRun();
    connect(&m_parts.weights, &WeightsController::applied, this,
            [this] { m_forecast.setNetwork(trainedNetwork()); });
}

TrainingController::~TrainingController() = default;

void TrainingController::connectControls()
{
    TrainingPanel* panel = &m_parts.training;
    panel->setRecipes(recipes());
    connect(panel, &TrainingPanel::trainRequested, this, &TrainingController::start);
    connect(panel, &TrainingPanel::pauseRequested, &m_session, &TrainingSession::pause);
    connect(panel, &TrainingPanel::resumeRequested, this, [this](TrainUntil until) {
        if (m_session.running())
            m_session.unpause(until);
    });
    connect(panel, &TrainingPanel::stopRequested, &m_session, &TrainingSession::stop);
    connect(panel, &TrainingPanel::resetRequested, this,
            &TrainingController::reset);  // with the seed in options()
    connect(panel, &TrainingPanel::valuesChanged, this, [this](const LiveValues& values) {
        m_live.values = values;
        m_session.change(m_live);
    });
    connect(panel->chart(), &CurveChart::exportRequested, this, &TrainingController::exportCurves);
}

void TrainingController::connectRun()
{
    TrainingPanel* panel = &m_parts.training;
    connect(&m_session, &TrainingSession::began, this,
            [this](const std::shared_ptr<const TrainTest>& data, const QString& id) {
                m_data = data;
                m_run = id;
                m_kept = !id.isEmpty();
                Q_EMIT activeRunChanged(id);
                Q_EMIT runsChanged();
            });
    connect(&m_session, &TrainingSession::testRead, this,
            [this](const std::shared_ptr<const Evaluation>& evaluation) {
                m_test = evaluation;
                m_accuracy = evaluation->accuracy();
            });
    connect(&m_session, &TrainingSession::evaluated, this, [this](const EpochStats& epoch) {
        if (m_test)
            Q_EMIT testRead(std::exchange(m_test, nullptr), m_data,
                            tr("%1, step %2").arg(m_name).arg(epoch.step));
        Q_EMIT runsChanged();
    });
    connect(&m_session, &TrainingSession::pausedChanged, panel, &TrainingPanel::setPaused);
    connect(&m_session, &TrainingSession::progressed, panel, &TrainingPanel::addSteps);
    connect(&m_session, &TrainingSession::pausedChanged, this, [this](bool paused) { m_paused = paused; });
    connect(&m_session, &TrainingSession::progressed, this, [this](const std::vector<StepStats>& steps) {
        m_stepped = true;
        m_forecast.follow(steps);
    });
    connect(&m_session, &TrainingSession::evaluated, panel, &TrainingPanel::addEpoch);
    connect(&m_session, &TrainingSession::marked, panel, &TrainingPanel::addMark);
    connect(&m_session, &TrainingSession::snapshotTaken, this,
            [this](const std::shared_ptr<const StateDict>& weights) {
                if (m_follows)
                    m_parts.weights.set(WeightsSource::Training, weights,
                                        tr("Weights of the running training"));
            });
    // no snapshot hides what the user applied meanwhile
    connect(&m_parts.weights, &WeightsController::applied, this, [this] {
        m_follows = false;
        sayEnd();
    });
    connect(&m_session, &TrainingSession::finished, this, &TrainingController::ended);
    connect(&m_session, &TrainingSession::stopped, this, &TrainingController::ended);
    connect(&m_session, &TrainingSession::failed, this, &TrainingController::failed);
    connect(&m_session, &TrainingSession::notSaved, this,
            [this](const QString& text) { m_parts.notices.error(text, Topic::Training); });
    connect(&m_session, &TrainingSession::refused, this,
            [this](const QString& text) { m_parts.notices.warning(text, Topic::Training); });
}

void TrainingController::restore(const TrainingSettings& settings)
{
    TrainingPanel& panel = m_parts.training;
    if (settings.choice) {
        panel.setOptions(settings.choice->options);
        panel.setData(settings.choice->data);
    }
    panel.setOpenSections(settings.openSections);
    panel.chart()->setLook(settings.look);
    m_forecast.setSpeeds(settings.speeds);
    m_forecast.setNetwork(trainedNetwork());
}

TrainingSettings TrainingController::kept() const
{
    const TrainingPanel& panel = m_parts.training;
    return {TrainingChoice{panel.chosenOptions(), panel.chosenData()}, panel.openSections(),
            panel.chart()->look(), m_forecast.speeds()};
}

void TrainingController::setFrozen(std::vector<std::string> names)
{
    m_live.frozen = std::move(names);
    m_session.change(m_live);
    sayFrozen();
}

void TrainingController::setNetwork(const NetworkDescription& network)
{
    m_parameters = network.parameters;
    std::erase_if(m_parameters, &ParameterInfo::buffer);
    sayFrozen();
}

void TrainingController::sayFrozen()
{
    std::int64_t all = 0;
    std::int64_t trained = 0;
    for (const ParameterInfo& parameter : m_parameters) {
        const bool frozen = std::ranges::find(m_live.frozen, parameter.name) != m_live.frozen.end();
        all += parameter.count;
        trained += frozen ? 0 : parameter.count;
    }
    m_parts.training.setTrainedShare(all == 0 ? 1 : static_cast<double>(trained) / static_cast<double>(all));
}

void TrainingController::setHooks(std::vector<HookSpec> hooks)
{
    m_live.hooks = std::move(hooks);
    m_session.change(m_live);
}

void TrainingController::setDevice(const std::string& device)
{
    m_live.device = device;
    m_session.change(m_live);
    m_forecast.setDevice(device);
}

void TrainingController::start(const TrainOptions& options, const DataChoice& data, TrainUntil until)
{
    if (!mayStart())
        return;
    RunInfo info;
    info.options = options;
    info.options.network = networkInUse();
    info.data = data;
    info.dataName = nameOfData(data);
    info.startedAt = secondsSinceEpoch();
    launch(info, until, {});
}

/// Nothing for the one that a training makes unasked.
std::optional<NetworkSpec> TrainingController::networkInUse() const
{
    const WeightsController::Weights weights = m_parts.weights.inUse();
    if (!weights)
        return std::nullopt;
    try {
        NetworkSpec network = specOf(*weights);
        if (network != shippedNetwork(static_cast<int>(network.classes.size())))
            return network;
    } catch (const Error&) {
        // of no network: who reads with them says so
    }
    return std::nullopt;
}

NetworkSpec TrainingController::trainedNetwork() const
{
    return networkInUse().value_or(shippedNetwork());
}

bool TrainingController::mayStart()
{
    if (m_blocked)
        m_parts.notices.info(tr("The network is being taught your hand. Train when that is done."));
    return !m_blocked && !m_session.running() && m_parts.engine.engine();
}

/// With `resumed` as a run of the store that is resumed, else as a new one.
void TrainingController::launch(const RunInfo& run, TrainUntil until, const std::optional<RunCurves>& resumed)
{
    m_startedAt = run.startedAt;
    m_name = recipeTitle(run.options);
    m_follows = true;
    m_stepped = m_paused = false;
    m_forecast.begin(run.options.network.value_or(shippedNetwork()));
    m_live.values.reset();
    m_left = nullptr;
    m_end.clear();
    m_accuracy.reset();
    if (resumed && run.test.count > 0)
        m_accuracy = run.test.accuracy();
    m_parts.training.setRunning(true);
    if (resumed) {
        m_parts.training.setOptions(run.options);
        m_parts.training.setData(run.data);
        m_parts.training.setRun(*resumed);
    }
    m_parts.gradientFlow.clear();
    Q_EMIT runningChanged(true);
    const bool begins = run.options.fromWeights && !resumed;
    TrainingJob job{m_parts.engine.engine(),
                    [data = run.data, seed = run.options.seed, samples = m_parts.samples,
                     weights = begins ? m_parts.weights.inUse() : nullptr] {
                        TrainTest loaded = loadTrainingData(data, seed, samples);
                        if (weights)
                            requireSameClasses(*weights, loaded);
                        return loaded;
                    },
                    run.options, until};
    if (resumed) {
        job.loadResumePoint = [runs = m_parts.runs, id = run.id] {
            return std::optional(runs->resumePoint(id));
        };
        job.beginRun = [runs = m_parts.runs, id = run.id] { return runs->resume(id); };
    } else {
        job.beginRun = [runs = m_parts.runs, run] { return runs->begin(run); };
        if (begins && m_parts.weights.inUse())
            job.loadResumePoint = [weights = m_parts.weights.inUse()] {
                return std::optional(weightsToBeginWith(*weights));
            };
    }
    m_parts.notices.settle(Topic::Training);
    m_session.start(std::move(job));
}

void TrainingController::resume(const RunInfo& run)
{
    if (!mayStart())
        return;
    m_parts.disk.run([this, runs = m_parts.runs, run = RunInfo(run)]() mutable -> std::function<void()> {
        // as they are now: some may have been changed in the course of the run
        run.options = optionsOf(runs->resumePoint(run.id));
        const auto curves = std::make_shared<const RunCurves>(runs->curves(run.id));
        return [this, run, curves] {
            if (mayStart())
                resumeWith(run, *curves);
        };
    });
}

void TrainingController::resumeWith(const RunInfo& run, const RunCurves& curves)
{
    QStringList frozen;
    for (const std::string& name : run.options.frozen)
        frozen << QString::fromStdString(name);
    Q_EMIT frozenRestored(frozen);
    setFrozen(run.options.frozen);
    launch(run, TrainUntil::End, curves);
}

void TrainingController::ended(const TrainResult& result)
{
    const bool used = std::exchange(m_follows, false);
    if (result.test.count > 0)
        m_accuracy = result.test.accuracy();
    m_end = summary(result, m_accuracy);
    if (result.steps > 0)
        m_left = std::make_shared<const StateDict>(result.weights);
    m_parts.training.setFinished(m_end);
    if (used && m_left == nullptr)
        m_parts.weights.clear(WeightsSource::Training);
    else if (used)
        m_parts.weights.apply(m_left, tr("Trained: %1, step %2").arg(m_name).arg(result.steps));
    sayEnd();
    leave();
}

/// How the last run ended, and whether what it left is in place: also after an undo, a redo and the like.
void TrainingController::sayEnd()
{
    if (m_end.isEmpty() || m_session.running())
        return;
    QString use;
    if (m_left != nullptr)
        use = m_parts.weights.uses(*m_left) ? tr("These weights are in use.")
              : m_kept                      ? tr("Other weights are in use; these are kept in Runs.")
                                            : tr("Other weights are in use; these are not in Runs.");
    m_parts.training.setFinished(sentences({m_end, use}));
}

void TrainingController::setRuns(const std::vector<RunInfo>& runs)
{
    const bool kept = std::ranges::find(runs, m_run.toStdString(), &RunInfo::id) != runs.end();
    if (std::exchange(m_kept, kept) != kept)
        sayEnd();
}

void TrainingController::failed(const QString& message, const TrainResult& result)
{
    // the last good weights are shown, but not applied: the run went wrong
    if (std::exchange(m_follows, false)) {
        if (result.steps > 0)
            m_parts.weights.set(WeightsSource::Training, std::make_shared<const StateDict>(result.weights),
                                tr("Last good weights of the run, step %1").arg(result.steps));
        else
            m_parts.weights.clear(WeightsSource::Training);
    }
    m_parts.training.setFailed(message);
    leave();
}

void TrainingController::leave()
{
    m_forecast.end();
    Q_EMIT activeRunChanged({});
    Q_EMIT runsChanged();
    Q_EMIT runningChanged(false);
}

void TrainingController::reset()
{
    const std::shared_ptr<Engine> engine = m_parts.engine.engine();
    if (m_session.running() || !engine)
        return;
    TrainOptions options = m_parts.training.options();
    m_end.clear();
    m_parts.training.clearRun();
    const ClassSet classes = m_data ? m_data->train.classes : ClassSet::digits();
    m_parts.compute.run(
        [this, engine, classes, seed = options.seed, network = networkInUse()]() -> std::function<void()> {
            auto drawn = network ? engine->freshWeights(withClassCount(*network, classes.size()), seed)
                                 : engine->initialWeights(seed, classes.givenNames(), classes.size());
            if (network)
                putClassNames(classes.givenNames(), drawn);
            auto weights = std::make_shared<const StateDict>(std::move(drawn));
            return [this, weights, seed] {
                m_parts.weights.set(WeightsSource::Training, weights,
                                    tr("Untrained weights of seed %1").arg(seed));
                Q_EMIT wasReset();
            };
        });
}

void TrainingController::exportCurves(CurveFormat format)
{
    const std::map<CurveFormat, QString> filters{
        {CurveFormat::Csv, tr("Table (*.csv)")},
        {CurveFormat::Png, tr("Picture (*.png)")},
        {CurveFormat::Svg, tr("SVG (*.svg)")},
        {CurveFormat::TensorBoard, tr("TensorBoard events (*.tfevents)")},
    };
    m_parts.dialogs.saveFile(*this, tr("Save the curves"), {filters.at(format)},
                             [this, format](const QString& path) { saveCurves(path, format); });
}

void TrainingController::saveCurves(const QString& path, CurveFormat format)
{
    const CurveChart* chart = m_parts.training.chart();
    QByteArray picture;
    const auto paint = [chart](QPainter& painter, QSize size) { chart->paintTo(painter, size, true); };
    if (format == CurveFormat::Png)
        picture = curvesPng(paint, kPictureSize, 1);
    else if (format == CurveFormat::Svg)
        picture = curvesSvg(paint, kPictureSize);
    m_parts.disk.run(
        Topic::Save,
        [this, path, format, picture, runs = m_parts.runs, id = m_run.toStdString(),
         startedAt = m_startedAt]() -> std::function<void()> {
            QByteArray bytes = picture;
            if (bytes.isEmpty() && id.empty())
                throw Error(GLYPHSCOPE_TEXT(
                    "Files",
                    "The run was kept nowhere, so there are no values to save. Save a picture instead."));
            if (format == CurveFormat::Csv)
                bytes = csvOf(runs->curves(id));
            else if (format == CurveFormat::TensorBoard)
                bytes = tensorboardEventsOf(runs->curves(id), static_cast<double>(startedAt));
            writeAtomically(
                path.toStdString(),
                std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
            return [this, path] { m_parts.notices.info(tr("Saved %1").arg(path)); };
        });
}

}  // namespace glyphscope
