// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/preprocess/glyph_place.h"
#include "model/types/error.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/module_view.h"
#include "ui/network/network_strip.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/training/gradient_flow_strip.h"
#include "ui/why/heat_image.h"
#include "ui/why/why_panel.h"
#include "ui/widgets/notice_bar.h"
#include "ui/window/main_window.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr std::size_t kActivityImages = 1000;

/// The images over which dead and saturated channels are looked for.
Dataset activityImages()
{
    if (!hasMnist())
        throw Error(howToGetMnist());
    Dataset images = loadIdxFolder(mnistFolder()).test;
    const std::size_t count = std::min(kActivityImages, images.size());
    images.labels.resize(count);
    images.images.resize(count * kGlyphPixels);
    return images;
}

}  // namespace

void Wiring::connectInspection()
{
    connectModuleView();
    connectParameters();
    connectHooks();
    connectWhy();
    m_inspection.wantDescription(true);
    connect(&m_training, &TrainingController::runningChanged, &m_inspection, &InspectionSession::spare);
    connect(&m_samples, &SamplesController::teachingChanged, &m_inspection, &InspectionSession::spare);
    connect(&m_inspection, &InspectionSession::described, m_window.parameters(),
            &ParameterPanel::setDescription);
    connect(&m_inspection, &InspectionSession::described, m_window.hooks(), &HookPanel::setModules);
    connect(&m_inspection, &InspectionSession::failed, this, &Wiring::inspectionFailed);
    connectDevices();
}

void Wiring::connectDevices()
{
    connect(&m_window, &MainWindow::deviceRequested, this, &Wiring::useDevice);
    connect(&m_training.session(), &TrainingSession::stayedOn, this, &Wiring::useDevice);
    connect(&m_recognition, &RecognitionSession::readerMade, this, [this](std::uint64_t number) {
        if (m_move && number == m_readerNumber) {
            m_move->readerMade = true;
            finishMove();
        }
    });
    connect(&m_inspection, &InspectionSession::inspectorMade, this, [this](std::uint64_t maker) {
        if (m_move && maker == m_inspectorNumber) {
            m_move->inspectorMade = true;
            finishMove();
        }
    });
    // what was given up meanwhile concerns nobody any more
    connect(&m_recognition, &RecognitionSession::readerRefused, this,
            [this](std::uint64_t number, const QString& message) {
                if (number == m_readerNumber)
                    refused(message);
            });
    connect(&m_inspection, &InspectionSession::inspectorRefused, this,
            [this](std::uint64_t maker, const QString& message) {
                if (maker == m_inspectorNumber)
                    refused(message);
            });
}

/// What is remembered of it. Hooks come back as they were, which is said: they change answers.
void Wiring::restoreInspection()
{
    m_window.parameters()->restoreColumnState(m_settings.parameterColumns);
    m_window.why()->setChoice(m_settings.why);
    if (!m_settings.module.isEmpty()) {
        m_window.moduleView()->setModule(m_settings.module);
        m_window.networkStrip()->setCurrent(m_settings.module);
    }
    m_window.hooks()->setHooks(m_settings.hooks);
    useHooks(m_settings.hooks);
    const auto active = std::count_if(m_settings.hooks.begin(), m_settings.hooks.end(),
                                      [](const HookSpec& hook) { return hook.changesValues(); });
    if (active > 0)
        m_window.notices()->warning(
            active == 1
                ? tr("A hook of last time is active and may change answers: see Hooks.")
                : tr("%1 hooks of last time are active and may change answers: see Hooks.").arg(active));
}

void Wiring::useHooks(const std::vector<HookSpec>& hooks)
{
    m_window.moduleView()->setHooks(hooks);
    if (m_engine.engine())  // they run in LibTorch's modules
        m_recognition.setHooks(hooks);
    m_inspection.setHooks(hooks);
    m_training.setHooks(hooks);
}

void Wiring::connectModuleView()
{
    ModuleView* view = m_window.moduleView();
    NetworkStrip* strip = m_window.networkStrip();
    connect(strip, &NetworkStrip::currentChanged, view, &ModuleView::setModule);
    connect(strip, &NetworkStrip::opened, &m_window, &MainWindow::openModule);
    connect(view, &ModuleView::moduleChosen, strip, &NetworkStrip::setCurrent);
    connect(view, &ModuleView::shown, this, [this](bool visible) {
        m_moduleSeen = visible;
        explainUnit();
    });
    connect(view, &ModuleView::unitChosen, this, &Wiring::explainUnit);
    connect(view, &ModuleView::unitCleared, this, &Wiring::explainUnit);
    connect(&m_inspection, &InspectionSession::unitExplained, view, &ModuleView::setExplanation);
    connect(&m_inspection, &InspectionSession::unitExplained, this,
            [this](const UnitExplanation& explanation) {
                if (m_moduleSeen && m_window.moduleView()->unit() == explanation.unit)
                    showReceptiveField(explanation.receptiveField);
            });
    connect(view, &ModuleView::activityRequested, this,
            [this] { m_inspection.measureActivity(activityImages); });
    connect(&m_inspection, &InspectionSession::activityMeasured, view, &ModuleView::setActivity);
}

void Wiring::connectParameters()
{
    ParameterPanel* panel = m_window.parameters();
    connect(panel, &ParameterPanel::shown, this, [this](bool visible) {
        m_parametersSeen = visible;
        m_inspection.wantParameters(visible);
        m_training.session().wantGradientFlow(m_parametersSeen || m_flowSeen);
    });
    connect(panel, &ParameterPanel::frozenChanged, this, [this](const QStringList& names) {
        std::vector<std::string> frozen;
        for (const QString& name : names)
            frozen.push_back(name.toStdString());
        m_training.setFrozen(std::move(frozen));
    });
    connect(panel, &ParameterPanel::moduleChosen, m_window.networkStrip(), &NetworkStrip::setCurrent);
    connect(panel, &ParameterPanel::moduleChosen, m_window.moduleView(), &ModuleView::setModule);
    connect(&m_inspection, &InspectionSession::parametersMeasured, panel, &ParameterPanel::setStatistics);

    GradientFlowStrip* flow = m_window.gradientFlow();
    connect(flow, &GradientFlowStrip::shown, this, [this](bool visible) {
        m_flowSeen = visible;
        m_training.session().wantGradientFlow(m_parametersSeen || m_flowSeen);
    });
    connect(&m_training.session(), &TrainingSession::gradientsFlowed, flow, &GradientFlowStrip::setFlow);
    connect(&m_training.session(), &TrainingSession::gradientsFlowed, &m_inspection,
            &InspectionSession::setGradientFlow);
}

void Wiring::connectHooks()
{
    HookPanel* panel = m_window.hooks();
    connect(panel, &HookPanel::hooksChanged, this, &Wiring::useHooks);
    connect(panel, &HookPanel::logWanted, &m_recognition, &RecognitionSession::wantHookEvents);
    connect(panel, &HookPanel::logWanted, &m_inspection, &InspectionSession::wantHookEvents);
    connect(panel, &HookPanel::logWanted, &m_training.session(), &TrainingSession::wantHookEvents);
    connect(&m_recognition, &RecognitionSession::hooksCalled, panel, &HookPanel::appendEvents);
    connect(&m_inspection, &InspectionSession::hooksCalled, panel, &HookPanel::appendEvents);
    connect(&m_training.session(), &TrainingSession::hooksCalled, panel, &HookPanel::appendEvents);
    connect(&m_training.session(), &TrainingSession::hooksRecorded, panel,
            [panel](const std::vector<HookRecord>& records) { panel->setRecords(records); });
    connect(panel, &HookPanel::sweepRequested, this, [this, panel](const QString& module) {
        panel->setSweepRunning(true);
        m_inspection.sweep(module.toStdString());
    });
    connect(&m_inspection, &InspectionSession::swept, panel, &HookPanel::setSweep);
    connect(panel, &HookPanel::saveLogRequested, this, &Wiring::askWhereToSaveLog);
}

void Wiring::connectWhy()
{
    WhyPanel* panel = m_window.why();
    panel->setEngineReady(false);
    connect(panel, &WhyPanel::attributionsWanted, &m_inspection, &InspectionSession::wantAttributions);
    connect(panel, &WhyPanel::gradientsWanted, &m_inspection, &InspectionSession::wantGradients);
    connect(&m_inspection, &InspectionSession::attributed, panel, &WhyPanel::setAttribution);
    connect(&m_inspection, &InspectionSession::gradientsRead, panel, &WhyPanel::setGradients);
    connect(&m_inspection, &InspectionSession::busyChanged, panel, &WhyPanel::setBusy);
    connect(panel, &WhyPanel::overlayChanged, this, [this](const std::optional<Attribution>& overlay) {
        m_overlay = overlay;
        showOverlay();
    });
    connect(m_window.canvas(), &Canvas::drawingChanged, this, [this] {
        if (m_overlay)
            showOverlay();
    });
    connect(&m_recognition, &RecognitionSession::normalized, this, [this](const Stages& stages) {
        m_stages = stages;
        if (m_overlay || m_receptiveField)
            showOverlay();
    });
}

void Wiring::showModule(const Reading& reading)
{
    if (reading.modules.empty())
        m_window.moduleView()->clear();
    else
        m_window.moduleView()->setReading(reading);
}

void Wiring::inspectReading(const Reading& reading)
{
    if (reading.modules.empty())
        m_window.why()->clear();
    else
        m_window.why()->setReading(reading);
    m_inspection.setReading(std::make_shared<const Reading>(reading));
}

void Wiring::explainUnit()
{
    const std::optional<UnitAddress>& unit = m_window.moduleView()->unit();
    m_inspection.wantUnit(m_moduleSeen ? unit : std::nullopt);
    if (!m_moduleSeen || !unit)
        showReceptiveField(std::nullopt);
}

void Wiring::showReceptiveField(const std::optional<Box>& field)
{
    m_receptiveField = field;
    showOverlay();
}

void Wiring::showOverlay()
{
    Canvas* canvas = m_window.canvas();
    const std::optional<GlyphPlace> place = glyphPlace(canvas->drawing(), m_stages);
    // a map lies over its own drawing or nowhere
    const bool heat = m_overlay && m_recognition.upToDate() && m_overlay->glyph == m_stages.glyph;
    if (!place || (!heat && !m_receptiveField)) {
        canvas->setOverlay(std::nullopt);
        return;
    }
    CanvasOverlay overlay;
    overlay.place = QRectF(place->x, place->y, place->side, place->side);
    if (heat)
        overlay.heat = heatImage(*m_overlay, m_window.why()->look());
    if (m_receptiveField)
        overlay.box = QRectF(m_receptiveField->x, m_receptiveField->y, m_receptiveField->width,
                             m_receptiveField->height);
    canvas->setOverlay(overlay);
}

void Wiring::inspectionFailed(InspectionSession::Part part, const QString& message)
{
    switch (part) {
    case InspectionSession::Part::Activity:
        m_window.moduleView()->setActivityFailed(message);
        break;
    case InspectionSession::Part::Sweep:
        m_window.hooks()->setSweepFailed(message);
        break;
    case InspectionSession::Part::Gradients:
    case InspectionSession::Part::Attributions:
        m_window.why()->setFailed(message);
        break;
    default:
        m_window.notices()->error(message);
    }
}

void Wiring::useDevice(const QString& device)
{
    const std::string wanted = device.toStdString();
    if (wanted != readersDevice()) {
        m_move.reset();
        if (wanted != m_device)
            m_move = Move{.device = wanted};
        makeReaders();
    }
    showDevices();  // a click has marked the new one, but nothing is there yet
}

/// The training follows the readers: a device that refuses them would refuse it too.
void Wiring::finishMove()
{
    if (!m_move->readerMade || !m_move->inspectorMade)
        return;
    m_device = m_move->device;
    m_move.reset();
    m_training.setDevice(m_device);
    showDevices();
}

/// By the device to be moved to: then everything goes back; or the weights do not fit.
void Wiring::refused(const QString& message)
{
    if (!m_move) {
        m_window.notices()->error(message);
        return;
    }
    m_move.reset();
    makeReaders();
    showDevices();
    m_window.notices()->error(
        tr("%1 Everything stays on %2.").arg(message, QString::fromStdString(m_device).toUpper()));
}

void Wiring::showDevices()
{
    QStringList devices;
    for (const std::string& device : m_engine.engine()->info().devices)
        devices << QString::fromStdString(device);
    m_window.setDevices(devices, QString::fromStdString(m_device));
}

}  // namespace glyphscope
