// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring.h"

#include "app/files/my_samples.h"
#include "app/settings/installation.h"
#include "model/checkpoint/run_store.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/training/recipes.h"
#include "model/types/answer_rule.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage_strip.h"
#include "ui/curves/curve_chart.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/runs/runs_panel.h"
#include "ui/samples/samples_panel.h"
#include "ui/style/theme.h"
#include "ui/training/training_panel.h"
#include "ui/why/why_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/main_window.h"

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <chrono>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

constexpr std::chrono::seconds kUntilTheWindowStands{1};

bool desktopIsDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

QString engineText(const EngineInfo& info)
{
    const QString precision = info.bf16 ? Wiring::tr("trains in bfloat16") : Wiring::tr("trains in float32");
    const QString threads =
        info.threads == 1 ? Wiring::tr("1 thread") : Wiring::tr("%1 threads").arg(info.threads);
    return Wiring::tr("LibTorch %1, %2, %3")
        .arg(QString::fromStdString(info.torchVersion), threads, precision);
}

QStringList classNames(const StateDict& weights)
{
    QStringList names;
    for (const std::string& name : classNamesOf(weights))
        names << QString::fromStdString(name);
    return names;
}

/// A broken rule is told of by the reader, which refuses its weights.
AnswerRule ruleOf(const StateDict& weights)
{
    try {
        return answerRuleOf(weights);
    } catch (const Error&) {
        return {};
    }
}

/// What is shared by those who hold one is the folder.
std::shared_ptr<RunStore> runStore()
{
    return std::make_shared<RunStore>(runsFolder());
}

}  // namespace

Wiring::Wiring(MainWindow& window, QString settingsPath)
    : m_window(window)
    , m_settingsPath(std::move(settingsPath))
    , m_startGuard(m_settingsPath)
    , m_weights(m_tasks, dataFolder() / "weights")
    , m_samples(window, m_engine, m_tasks, m_weights, samplesFolder())
    , m_data(window, m_engine, m_tasks)
    , m_training(window, m_engine, m_tasks, m_weights, runStore(), mySamples)
    , m_runs(window, m_tasks, m_weights, m_training, runStore())
    , m_numbers(window, m_engine, m_weights, mySamples)
    , m_ink(window, dataFolder() / "canvas")
    , m_readingFrames(readingViews())
{
    applySettings();
    connectEngine();
    connectWeights();
    connectRecognition();
    connectFiles();
    connectInspection();
    connectTraining();
    connectLifecycle();
}

Wiring::~Wiring() = default;

void Wiring::loadEngineAfterFirstPaint(const std::filesystem::path& module)
{
    connect(&m_window, &MainWindow::firstPainted, &m_engine, [this, module] {
        m_weights.begin();  // reading needs no engine
        m_ink.begin();
        m_engine.load(module);
        // A window manager gives a maximised window its size after it was painted.
        QTimer::singleShot(kUntilTheWindowStands, this, [this] { m_startGuard.done(); });
    });
}

void Wiring::applySettings()
{
    QString notice;
    if (m_startGuard.lastStartDied())
        notice = setSettingsAside(m_settingsPath);
    else
        m_settings = loadSettings(m_settingsPath, &notice);
    m_startGuard.begin();
    const bool dark = m_settings.dark.value_or(desktopIsDark());
    applyTheme(*qApp, dark);
    m_window.setDark(dark);
    m_window.setPenWidth(m_settings.pen);
    if (!m_settings.layout.isEmpty())
        m_window.restoreLayout(m_settings.layout);
    if (!notice.isEmpty())
        m_window.notices()->warning(notice);
    restoreInspection();
    restoreTraining();
    connect(&m_window, &MainWindow::darkToggled, this, [this](bool isDark) {
        m_settings.dark = isDark;
        applyTheme(*qApp, isDark);
    });
}

void Wiring::keepSettings()
{
    m_settings.layout = m_window.layoutState();
    m_settings.pen = m_window.penWidth();
    m_settings.parameterColumns = m_window.parameters()->columnState();
    m_settings.module = m_window.moduleView()->module();
    m_settings.why = m_window.why()->choice();
    m_settings.hooks = m_window.hooks()->hooks();
    TrainingPanel* training = m_window.training();
    m_settings.training = {TrainingChoice{training->options(), training->data()}, training->openSections(),
                           training->chart()->look()};
    try {
        saveSettings(m_settingsPath, m_settings);
    } catch (const Error& error) {
        std::fprintf(stderr, "glyphscope: %s\n", error.what());  // the window is about to go
    }
}

void Wiring::restoreTraining()
{
    TrainingPanel* training = m_window.training();
    const TrainingSettings& kept = m_settings.training;
    if (kept.choice) {
        training->setOptions(kept.choice->options);
        training->setData(kept.choice->data);
    }
    training->setOpenSections(kept.openSections);
    training->chart()->setLook(kept.look);
}

void Wiring::connectLifecycle()
{
    connect(&m_window, &MainWindow::closing, this, [this] {
        keepSettings();
        m_startGuard.done();
        m_ink.close();
        m_training.session().stop();  // it saves what it has; the session is waited for when we go
    });
    connect(&m_tasks, &TaskSession::failed, m_window.notices(), &NoticeBar::error);
}

void Wiring::connectTraining()
{
    connect(&m_samples, &SamplesController::countChanged, &m_data, &DataController::setSampleCount);
    connect(&m_samples, &SamplesController::teachingChanged, &m_training, &TrainingController::setBlocked);
    connect(&m_training, &TrainingController::runningChanged, &m_samples, &SamplesController::setBlocked);
    connect(&m_training, &TrainingController::runningChanged, &m_data, &DataController::setRunning);
    connect(&m_training, &TrainingController::frozenRestored, m_window.parameters(),
            &ParameterPanel::setFrozen);
    connect(&m_training, &TrainingController::testRead, &m_numbers, &EvaluationController::show);
    connect(&m_data, &DataController::mnistSeen, &m_numbers, &EvaluationController::setMnist);
    connect(&m_numbers, &EvaluationController::imageChosen, this,
            [this](const QString& name, const QImage& image, int truth) {
                openImage(name, image, std::to_string(truth));
            });
    m_data.showSources();
}

void Wiring::connectEngine()
{
    m_window.setEngineText(tr("Loading LibTorch …"));
    m_window.answer()->setWaiting(tr("The network is still being loaded."));
    connect(&m_engine, &EngineSession::ready, this, &Wiring::engineReady);
    connect(&m_engine, &EngineSession::failed, this, [this](const QString& message) {
        m_window.setEngineText(tr("No engine"));
        m_window.answer()->setFailed(message);
        m_window.notices()->error(message);
    });
}

void Wiring::connectRecognition()
{
    Canvas* canvas = m_window.canvas();
    connect(canvas, &Canvas::drawingChanged, &m_recognition, &RecognitionSession::recognize);
    connect(&m_recognition, &RecognitionSession::normalized, m_window.stageStrip(), &StageStrip::setStages);
    connect(&m_recognition, &RecognitionSession::recognized, this, &Wiring::showReading);
    connect(&m_recognition, &RecognitionSession::failed, this,
            [this](const QString& message) { m_window.notices()->error(message); });
}

void Wiring::showReading(const Reading& reading)
{
    m_window.answer()->setPrediction(reading.prediction);
    m_readingFrames.put(reading);  // the answer keeps up with the pen, what takes it apart follows
}

/// What takes a reading apart, one after the other; the inspection last, so that its results find the reading
/// that they are of.
std::vector<ReadingFrames::View> Wiring::readingViews()
{
    return {[this](const Reading& reading) { showNetwork(reading); },
            [this](const Reading& reading) { showModule(reading); },
            [this](const Reading& reading) {
                if (!reading.modules.empty())
                    m_window.parameters()->setReading(reading);
                m_window.hooks()->setReading(reading);
            },
            [this](const Reading& reading) { inspectReading(reading); }};
}

void Wiring::showNetwork(const Reading& reading)
{
    if (reading.modules.empty()) {
        m_window.networkStrip()->clear();
        m_window.setLatencyText({});
        return;
    }
    m_window.networkStrip()->setModules(reading.modules);
    m_window.setLatencyText(tr("Read in %1 ms").arg(reading.microseconds / 1000, 0, 'f', 2));
}

void Wiring::engineReady()
{
    const EngineInfo info = m_engine.engine()->info();
    m_window.setEngineText(engineText(info));
    if (info.slowBlas)
        m_window.notices()->warning(
            tr("Matrices are multiplied by the reference BLAS: training takes many times as "
               "long as with OpenBLAS (libopenblas0 on Debian)."));
    m_window.answer()->setPrediction({});  // of nothing; that of a drawing follows
    m_window.training()->setEngineReady(true);
    m_window.samples()->setEngineReady(true);
    m_window.runs()->setEngineReady(true);
    m_numbers.setEngineReady();
    m_runs.offerInterrupted();
    m_window.why()->setEngineReady(true);
    showDevices();
    m_recognition.setHooks(m_window.hooks()->hooks());
    makeReaders();
    m_samples.judge();
}

void Wiring::connectWeights()
{
    connect(&m_weights, &WeightsController::changed, this, &Wiring::useWeights);
    connect(&m_weights, &WeightsController::warned, m_window.notices(), &NoticeBar::warning);
    connect(&m_weights, &WeightsController::historyChanged, &m_window, &MainWindow::setWeightsHistory);
    connect(&m_window, &MainWindow::shippedWeightsRequested, &m_weights, &WeightsController::applyShipped);
    connect(&m_window, &MainWindow::undoWeightsRequested, &m_weights, &WeightsController::undo);
    connect(&m_window, &MainWindow::redoWeightsRequested, &m_weights, &WeightsController::redo);
}

void Wiring::useWeights(const std::shared_ptr<const StateDict>& weights, const QString& description)
{
    m_window.setWeightsText(description);
    const QStringList names = classNames(*weights);
    m_window.answer()->setClassNames(names);
    m_window.answer()->setRule(ruleOf(*weights));
    m_window.networkStrip()->setClassNames(names);
    m_window.moduleView()->setClassNames(names);
    m_window.moduleView()->setWeights(weights);
    m_window.hooks()->setClassNames(names);
    m_window.why()->setClassNames(names);
    readWith(weights);
}

void Wiring::makeReaders()
{
    if (const std::shared_ptr<Engine> engine = m_engine.engine())
        m_inspectorNumber =
            m_inspection.useMaker([engine, device = readersDevice()](const StateDict& weights) {
                return engine->inspector(weights, device);
            });
    if (m_weights.shown() != nullptr)
        readWith(m_weights.shown());
}

void Wiring::readWith(std::shared_ptr<const StateDict> weights)
{
    const auto make = [engine = m_engine.engine(), device = readersDevice()](const StateDict& w) {
        return engine ? engine->recognizer(w, device) : makeCpuRecognizer(w);
    };
    m_inspection.useWeights(weights);
    m_readerNumber = m_recognition.useWeights(make, std::move(weights));
    if (m_move)
        m_move->readerMade = false;
}

}  // namespace glyphscope
