// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring.h"

#include "app/settings/installation.h"
#include "model/checkpoint/safetensors.h"
#include "model/training/recipes.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage_strip.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/style/theme.h"
#include "ui/training/training_panel.h"
#include "ui/why/why_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"

#include <QtWidgets/QApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

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

}  // namespace

Wiring::Wiring(MainWindow& window, QString settingsPath)
    : m_window(window), m_settingsPath(std::move(settingsPath))
{
    applySettings();
    connectEngine();
    connectRecognition();
    connectFiles();
    connectTraining();
    connectInspection();
    connectLifecycle();
}

Wiring::~Wiring() = default;

void Wiring::loadEngineAfterFirstPaint(const std::filesystem::path& module)
{
    connect(&m_window, &MainWindow::firstPainted, &m_engine, [this, module] { m_engine.load(module); });
}

void Wiring::applySettings()
{
    QString notice;
    m_settings = loadSettings(m_settingsPath, &notice);
    const bool dark = m_settings.dark.value_or(desktopIsDark());
    applyTheme(*qApp, dark);
    m_window.setDark(dark);
    m_window.setPenWidth(m_settings.pen);
    if (!m_settings.layout.isEmpty())
        m_window.restoreLayout(m_settings.layout);
    if (!notice.isEmpty())
        m_window.notices()->warning(notice);
    restoreInspection();
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
    saveSettings(m_settingsPath, m_settings);
}

void Wiring::connectLifecycle()
{
    connect(&m_window, &MainWindow::closing, this, [this] {
        if (m_training.running())
            m_settings.useTrained = true;  // what it saves is read at the next start
        keepSettings();
        m_training.stop();  // it saves what it has; the session is waited for when we go
    });
    connect(&m_tasks, &TaskSession::failed, m_window.notices(), &NoticeBar::error);
}

void Wiring::connectEngine()
{
    m_window.answer()->setWaiting(tr("Loading LibTorch"));
    m_window.setEngineText(tr("Loading LibTorch …"));
    connect(&m_engine, &EngineSession::ready, this, &Wiring::engineReady);
    connect(&m_engine, &EngineSession::failed, this, [this](const QString& message) {
        m_window.answer()->setFailed(tr("The engine could not be loaded"));
        m_window.setEngineText(tr("No engine"));
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
    if (reading.modules.empty()) {
        m_window.networkStrip()->clear();
        m_window.setLatencyText({});
        inspectReading(reading);
        return;
    }
    m_window.networkStrip()->setModules(reading.modules);
    inspectReading(reading);
    m_window.setLatencyText(tr("Read in %1 ms").arg(reading.microseconds / 1000, 0, 'f', 2));
}

void Wiring::engineReady()
{
    m_window.setEngineText(engineText(m_engine.engine()->info()));
    m_window.training()->setEngineReady(true);
    m_window.why()->setEngineReady(true);
    showDevices();
    useStartingWeights();
}

void Wiring::useStartingWeights()
{
    const bool wantTrained = m_settings.useTrained;
    m_tasks.run([this, wantTrained, engine = m_engine.engine()]() -> std::function<void()> {
        const std::filesystem::path kept = trainedWeightsPath();
        QString problem;
        std::error_code code;
        if (wantTrained && std::filesystem::exists(kept, code)) {
            try {
                auto weights = std::make_shared<const StateDict>(readSafetensors(kept));
                (void)engine->recognizer(*weights, "cpu");  // they fit, or are set aside
                return [this, weights] { useWeights(weights, tr("Weights trained here")); };
            } catch (const Error& error) {
                std::filesystem::rename(kept, kept.string() + ".bad", code);
                problem = tr("%1 It was set aside; the shipped weights are used.")
                              .arg(QString::fromUtf8(error.what()));
            }
        }
        auto weights = std::make_shared<const StateDict>(shippedWeights());
        return [this, weights, problem] {
            useWeights(weights, tr("Shipped weights"));
            if (!problem.isEmpty())
                m_window.notices()->warning(problem);
        };
    });
}

void Wiring::useWeights(std::shared_ptr<const StateDict> weights, const QString& description)
{
    const bool first = m_weights.weights == nullptr;
    m_weights = {weights, description};
    m_window.setWeightsText(description);
    const QStringList names = classNames(*weights);
    m_window.answer()->setClassNames(names);
    m_window.moduleView()->setClassNames(names);
    m_window.moduleView()->setWeights(weights);
    m_window.hooks()->setClassNames(names);
    m_window.why()->setClassNames(names);
    if (first)
        makeReaders();
    else
        readWith(std::move(weights));
}

void Wiring::makeReaders()
{
    m_inspectorNumber =
        m_inspection.useMaker([engine = m_engine.engine(), device = readersDevice()](const StateDict& w) {
            return engine->inspector(w, device);
        });
    if (m_weights.weights != nullptr)
        readWith(m_weights.weights);
}

void Wiring::readWith(std::shared_ptr<const StateDict> weights)
{
    const auto make = [engine = m_engine.engine(), device = readersDevice()](const StateDict& w) {
        return engine->recognizer(w, device);
    };
    m_inspection.useWeights(weights);
    m_readerNumber = m_recognition.useWeights(make, std::move(weights));
    if (m_move)
        m_move->readerMade = false;
}

std::filesystem::path Wiring::trainedWeightsPath()
{
    return dataFolder() / "weights" / "trained.safetensors";
}

}  // namespace glyphscope
