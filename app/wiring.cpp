// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring.h"

#include "app/files/my_samples.h"
#include "app/settings/installation.h"
#include "app/text/language.h"
#include "model/checkpoint/run_store.h"
#include "model/spec/spec_of.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/build/build_panel.h"
#include "ui/build/code_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/hooks/hook_panel.h"
#include "ui/lessons/lesson_panel.h"
#include "ui/lessons/outline.h"
#include "ui/lessons/welcome_card.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/runs/runs_panel.h"
#include "ui/samples/samples_panel.h"
#include "ui/style/class_name.h"
#include "ui/style/theme.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/training/training_panel.h"
#include "ui/why/why_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/language_menu.h"
#include "ui/window/main_window.h"

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <chrono>
#include <cstdio>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::chrono::seconds kUntilTheWindowStands{1};

bool desktopIsDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

/// Where lessons that show put what they save.
QString lessonsFolder()
{
    return QString::fromStdString((dataFolder() / "lessons").string());
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
    , m_dialogs(window)
    , m_weights(m_disk, dataFolder() / "weights")
    , m_reading({.canvas = *window.canvas(),
                 .stages = *window.stageStrip(),
                 .answer = *window.panel<AnswerPanel>(),
                 .notices = *window.notices(),
                 .recognition = m_recognition,
                 .weights = m_weights})
    , m_numbers(
          {.canvas = *window.canvas(), .answer = *window.panel<AnswerPanel>(), .recognition = m_recognition})
    , m_pictures({.canvas = *window.canvas(),
                  .bar = *window.pictureBar(),
                  .crop = *window.cropFrame(),
                  .notices = *window.notices(),
                  .recognition = m_recognition})
    , m_devices({.notices = *window.notices(),
                 .engine = m_engine,
                 .recognition = m_recognition,
                 .inspection = m_inspection})
    , m_document({.canvas = *window.canvas(),
                  .pager = *window.pager(),
                  .notices = *window.notices(),
                  .dialogs = m_dialogs,
                  .disk = m_disk})
    , m_weightsFiles(
          {.notices = *window.notices(), .dialogs = m_dialogs, .disk = m_disk, .weights = m_weights})
    , m_samples({.samples = *window.panel<SamplesPanel>(),
                 .training = *window.panel<TrainingPanel>(),
                 .answer = *window.panel<AnswerPanel>(),
                 .canvas = *window.canvas(),
                 .notices = *window.notices(),
                 .dialogs = m_dialogs,
                 .engine = m_engine,
                 .disk = m_disk,
                 .compute = m_compute,
                 .weights = m_weights},
                samplesFolder())
    , m_sheets({.samples = *window.panel<SamplesPanel>(),
                .notices = *window.notices(),
                .dialogs = m_dialogs,
                .engine = m_engine,
                .disk = m_disk,
                .compute = m_compute,
                .weights = m_weights})
    , m_data({.training = *window.panel<TrainingPanel>(),
              .notices = *window.notices(),
              .dialogs = m_dialogs,
              .engine = m_engine,
              .disk = m_disk,
              .compute = m_compute})
    , m_training({.training = *window.panel<TrainingPanel>(),
                  .gradientFlow = *window.panel<GradientFlowStrip>(),
                  .notices = *window.notices(),
                  .dialogs = m_dialogs,
                  .engine = m_engine,
                  .disk = m_disk,
                  .compute = m_compute,
                  .weights = m_weights,
                  .runs = runStore(),
                  .samples = mySamples})
    , m_runs({.runs = *window.panel<RunsPanel>(),
              .training = *window.panel<TrainingPanel>(),
              .notices = *window.notices(),
              .disk = m_disk,
              .weights = m_weights,
              .trainer = m_training,
              .store = runStore()})
    , m_evaluation({.evaluation = *window.panel<EvaluationPanel>(),
                    .training = *window.panel<TrainingPanel>(),
                    .engine = m_engine,
                    .weights = m_weights,
                    .samples = mySamples})
    , m_inspector({.answer = *window.panel<AnswerPanel>(),
                   .canvas = *window.canvas(),
                   .network = *window.panel<NetworkStrip>(),
                   .module = *window.panel<ModuleView>(),
                   .parameters = *window.panel<ParameterPanel>(),
                   .gradientFlow = *window.panel<GradientFlowStrip>(),
                   .hooks = *window.panel<HookPanel>(),
                   .why = *window.panel<WhyPanel>(),
                   .notices = *window.notices(),
                   .dialogs = m_dialogs,
                   .disk = m_disk,
                   .engine = m_engine,
                   .recognition = m_recognition,
                   .inspection = m_inspection,
                   .trainer = m_training})
    , m_build({.build = *window.panel<BuildPanel>(),
               .code = *window.panel<CodePanel>(),
               .notices = *window.notices(),
               .dialogs = m_dialogs,
               .engine = m_engine,
               .disk = m_disk,
               .compute = m_compute,
               .weights = m_weights},
              dataFolder() / "edited-network.json")
    , m_hints({.line = *window.hints(),
               .answer = *window.panel<AnswerPanel>(),
               .network = *window.panel<NetworkStrip>(),
               .recognition = m_recognition,
               .trainer = m_training})
    , m_lessons({.lessons = *window.panel<LessonPanel>(),
                 .welcome = *new WelcomeCard(window.canvas()),
                 .outline = *new Outline(&window),
                 .notices = *window.notices(),
                 .dialogs = m_dialogs,
                 .engine = m_engine,
                 .compute = m_compute,
                 .facts = {.window = window,
                           .canvas = *window.canvas(),
                           .answer = *window.panel<AnswerPanel>(),
                           .module = *window.panel<ModuleView>(),
                           .parameters = *window.panel<ParameterPanel>(),
                           .hooks = *window.panel<HookPanel>(),
                           .build = *window.panel<BuildPanel>(),
                           .code = *window.panel<CodePanel>(),
                           .training = *window.panel<TrainingPanel>(),
                           .recognition = m_recognition,
                           .trainer = m_training,
                           .samples = m_samples,
                           .weights = m_weights,
                           .files = m_weightsFiles}},
                lessonsFolder())
    , m_autosave(*window.canvas(), *window.notices(), dataFolder() / "canvas")
{
    applySettings();
    connectEngine();
    connectDocument();
    connectWeights();
    connectReading();
    connectNumbers();
    connectBuild();
    connectTraining();
    connectLessons();
    connectLifecycle();
}

Wiring::~Wiring() = default;

void Wiring::loadEngineAfterFirstPaint(const std::filesystem::path& module)
{
    connect(&m_window, &MainWindow::firstPainted, &m_engine, [this, module] {
        begin();
        m_engine.load(module);
    });
}

void Wiring::begin()
{
    m_build.begin();    // before the weights, whose network it would be
    m_weights.begin();  // reading needs no engine
    m_autosave.begin();
    // A window manager gives a maximised window its size after it was painted.
    QTimer::singleShot(kUntilTheWindowStands, this, [this] { m_startGuard.done(); });
}

Carried Wiring::leave()
{
    const Carried carried{m_engine.engine(), QString::fromStdString(m_devices.device()),
                          m_window.canvas()->history(),
                          m_training.paused() ? QString() : m_training.resumableRun()};
    close();
    return carried;
}

void Wiring::takeOver(const Carried& carried)
{
    m_interruptedRun = carried.run;
    m_window.canvas()->setHistory(carried.drawing);
    if (!carried.engine)
        return;
    connect(&m_window, &MainWindow::firstPainted, &m_engine,
            [this, engine = carried.engine, device = carried.device] {
                begin();
                m_engine.use(engine);
                m_devices.moveTo(device);
            });
}

void Wiring::openLesson(const QString& path)
{
    connect(&m_window, &MainWindow::firstPainted, &m_lessons, [this, path] { m_lessons.openFile(path); });
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
    m_inspector.restore(m_settings);
    m_build.restore(m_settings);
    m_hints.restore(m_settings);
    m_lessons.restore(m_settings);
    m_training.restore(m_settings.training);
    QList<LanguageMenu::Entry> names;
    for (const Language& language : languages())
        names += {language.code, language.name};
    LanguageMenu* menu = m_window.windowActions().language;
    menu->setLanguages(names, m_settings.language);
    connect(menu, &LanguageMenu::chosen, this, &Wiring::chooseLanguage);
    connect(&m_window, &MainWindow::darkToggled, this, [this](bool isDark) {
        m_settings.dark = isDark;
        applyTheme(*qApp, isDark);
    });
}

void Wiring::keepSettings()
{
    m_settings.layout = m_window.layoutState();
    m_settings.pen = m_window.penWidth();
    m_inspector.keep(m_settings);
    m_build.keep(m_settings);
    m_hints.keep(m_settings);
    m_lessons.keep(m_settings);
    m_settings.training = m_training.kept();
    try {
        saveSettings(m_settingsPath, m_settings);
    } catch (const Error& error) {
        std::fprintf(stderr, "glyphscope: %s\n", error.what());  // there may be no window left
    }
}

void Wiring::chooseLanguage(const QString& code)
{
    m_settings.language = code;
    keepSettings();
    if (m_teaching || (m_training.session().running() && m_training.resumableRun().isEmpty()))
        m_window.notices()->info(
            tr("What is being trained now could not be resumed. The language changes at the next start."));
    else
        Q_EMIT languageChosen(code);
}

void Wiring::close()
{
    keepSettings();
    m_startGuard.done();
    m_autosave.close();
    m_build.close();
    m_training.session().interrupt();  // it saves what it has; the session is waited for when we go
}

void Wiring::connectLifecycle()
{
    connect(&m_window, &MainWindow::closing, this, &Wiring::close);
    // Whoever goes elsewhere may not come back: the program may be ended from there.
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive && hasEngine())
            keepSettings();
    });
    for (const TaskSession* tasks : {&m_disk, &m_compute}) {
        connect(tasks, &TaskSession::failed, m_window.notices(), &NoticeBar::error);
        connect(tasks, &TaskSession::succeeded, m_window.notices(), &NoticeBar::settle);
    }
}

void Wiring::connectEngine()
{
    m_window.setEngineText(tr("Loading LibTorch …"));
    m_window.panel<AnswerPanel>()->setWaiting(tr("The network is still being loaded."));
    connect(&m_engine, &EngineSession::ready, this, &Wiring::engineReady);
    connect(&m_engine, &EngineSession::failed, this, [this](const QString& message) {
        m_window.setEngineText(tr("No engine"));
        m_window.notices()->error(message);
    });
    connect(&m_window, &MainWindow::deviceRequested, &m_devices, &DeviceController::moveTo);
    connect(&m_training.session(), &TrainingSession::stayedOn, &m_devices, &DeviceController::moveTo);
    connect(&m_devices, &DeviceController::engineDescribed, &m_window, &MainWindow::setEngineText);
    connect(&m_devices, &DeviceController::devicesChanged, &m_window, &MainWindow::setDevices);
    connect(&m_devices, &DeviceController::moved, &m_training, &TrainingController::setDevice);
    connect(&m_devices, &DeviceController::moved, &m_samples, &SamplesController::setDevice);
    connect(&m_devices, &DeviceController::moved, &m_evaluation, &EvaluationController::setDevice);
}

void Wiring::engineReady()
{
    m_window.panel<TrainingPanel>()->setEngineReady(true);
    m_window.panel<SamplesPanel>()->setEngineReady(true);
    m_window.panel<RunsPanel>()->setEngineReady(true);
    m_evaluation.setEngineReady();
    m_build.setEngineReady();
    if (m_interruptedRun.isEmpty())
        m_runs.offerInterrupted();
    else  // behind the task that reads the list
        m_disk.run([this]() -> std::function<void()> { return [this] { m_runs.resume(m_interruptedRun); }; });
    m_devices.useEngine();
    m_inspector.setEngineReady();  // hooks go into the readers that the engine makes
    m_samples.judge();
}

void Wiring::connectDocument()
{
    connect(&m_window, &MainWindow::openRequested, &m_document, &DocumentController::askToOpen);
    connect(&m_window, &MainWindow::saveRequested, &m_document, &DocumentController::askWhereToSave);
    connect(&m_window, &MainWindow::copyRequested, &m_document, &DocumentController::copy);
    connect(&m_window, &MainWindow::pasteRequested, &m_document, &DocumentController::paste);
    connect(&m_window, &MainWindow::filesDropped, &m_document, &DocumentController::openFiles);
    connect(&m_window, &MainWindow::previousDrawingRequested, &m_document, &DocumentController::showPrevious);
    connect(&m_window, &MainWindow::nextDrawingRequested, &m_document, &DocumentController::showNext);
    connect(&m_document, &DocumentController::weightsOpened, &m_weightsFiles, &WeightsFiles::open);
    connect(&m_document, &DocumentController::dataSetOpened, &m_data, &DataController::openFolder);
    connect(&m_document, &DocumentController::labelledInkOpened, &m_data, &DataController::offerInk);
    connect(&m_evaluation, &EvaluationController::imageChosen, &m_document,
            &DocumentController::openDataImage);
}

void Wiring::connectWeights()
{
    connect(&m_weights, &WeightsController::changed, this, &Wiring::useWeights);
    connect(&m_weights, &WeightsController::warned, m_window.notices(),
            [bar = m_window.notices()](const QString& text) { bar->warning(text); });
    connect(&m_weights, &WeightsController::historyChanged, &m_window, &MainWindow::setWeightsHistory);
    connect(&m_window, &MainWindow::openWeightsRequested, &m_weightsFiles, &WeightsFiles::askToOpen);
    connect(&m_window, &MainWindow::saveWeightsRequested, &m_weightsFiles, &WeightsFiles::askWhereToSave);
    connect(&m_window, &MainWindow::shippedWeightsRequested, &m_weights, &WeightsController::applyShipped);
    connect(&m_window, &MainWindow::undoWeightsRequested, &m_weights, &WeightsController::undo);
    connect(&m_window, &MainWindow::redoWeightsRequested, &m_weights, &WeightsController::redo);
}

void Wiring::useWeights(const std::shared_ptr<const StateDict>& weights, const QString& description)
{
    m_window.setWeightsText(description);
    const ClassSet classes = classesOf(*weights);
    const QStringList names = classNames(classes);
    m_window.setClasses(classes);
    m_window.panel<AnswerPanel>()->setClasses(classes);
    m_window.panel<SamplesPanel>()->setClasses(classes);
    m_window.panel<NetworkStrip>()->setClassNames(names);
    m_window.panel<ModuleView>()->setClassNames(names);
    m_window.panel<ModuleView>()->setWeights(weights);
    m_window.panel<HookPanel>()->setClassNames(names);
    m_inspector.setNetwork(specOf(*weights));
    m_window.panel<WhyPanel>()->setClassNames(names);
    m_devices.useWeights(weights);
}

void Wiring::connectReading()
{
    connect(&m_recognition, &RecognitionSession::recognized, &m_inspector,
            &InspectionController::showReading);
    connect(&m_window, &MainWindow::hintsRequested, &m_hints, &HintsController::showAgain);
    connect(&m_inspector, &InspectionController::panelWanted, &m_window, &MainWindow::openPanel);
    connect(&m_inspector, &InspectionController::latencyChanged, &m_window, &MainWindow::setLatencyText);
    connect(m_window.panel<NetworkStrip>(), &NetworkStrip::opened, &m_window, &MainWindow::openModule);
}

void Wiring::connectNumbers()
{
    const WindowActions& actions = m_window.windowActions();
    connect(&m_numbers, &NumberController::focusedChanged, &m_inspector, &InspectionController::setCharacter);
    for (QAction* action : {actions.previousCharacter, actions.nextCharacter, actions.removeCharacter})
        connect(&m_numbers, &NumberController::severalChanged, action, &QAction::setEnabled);
    connect(actions.previousCharacter, &QAction::triggered, &m_numbers, [this] { m_numbers.moveFocus(-1); });
    connect(actions.nextCharacter, &QAction::triggered, &m_numbers, [this] { m_numbers.moveFocus(1); });
    connect(actions.removeCharacter, &QAction::triggered, &m_numbers, &NumberController::removeFocused);
    connect(&m_numbers, &NumberController::keepRequested, &m_samples, &SamplesController::keepAll);
    connect(actions.oneOnly, &QAction::toggled, &m_numbers, &NumberController::setOneOnly);
}

void Wiring::connectBuild()
{
    connect(&m_recognition, &RecognitionSession::recognized, &m_build, &BuildController::showReading);
    connect(&m_document, &DocumentController::networkOpened, &m_build, &BuildController::open);
    connect(&m_build, &BuildController::panelWanted, &m_window, &MainWindow::useBuildLayout);
}

void Wiring::connectTraining()
{
    connect(&m_sheets, &SheetController::kept, &m_samples, &SamplesController::keepSheet);
    connect(&m_samples, &SamplesController::countChanged, &m_data, &DataController::setSampleCount);
    connect(&m_samples, &SamplesController::teachingChanged, this,
            [this](bool teaching) { m_teaching = teaching; });
    connect(&m_samples, &SamplesController::teachingChanged, &m_training, &TrainingController::setBlocked);
    connect(&m_samples, &SamplesController::teachingChanged, &m_inspector, &InspectionController::throttle);
    connect(&m_samples, &SamplesController::teachingChanged, &m_recognition, &RecognitionSession::throttle);
    connect(&m_training, &TrainingController::runningChanged, &m_samples, &SamplesController::setBlocked);
    connect(&m_training, &TrainingController::runningChanged, &m_data, &DataController::setRunning);
    connect(&m_training, &TrainingController::runningChanged, &m_inspector, &InspectionController::throttle);
    connect(&m_training, &TrainingController::runningChanged, &m_recognition, &RecognitionSession::throttle);
    connect(&m_training, &TrainingController::testRead, &m_evaluation, &EvaluationController::show);
    connect(&m_data, &DataController::mnistSeen, &m_evaluation, &EvaluationController::setMnist);
    m_data.showSources();
}

void Wiring::connectLessons()
{
    const WindowActions& actions = m_window.windowActions();
    connect(actions.lessons, &QAction::triggered, &m_window,
            [this] { m_window.openPanel(m_window.panel<LessonPanel>()); });
    connect(actions.openLesson, &QAction::triggered, &m_lessons, &LessonController::askToOpen);
    connect(&m_lessons, &LessonController::panelWanted, &m_window, &MainWindow::openPanel);
    connect(&m_window, &MainWindow::deviceRequested, &m_lessons, &LessonController::deviceChosen);
}

}  // namespace glyphscope
