// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/inspection_controller.h"

#include "app/controllers/file_dialogs.h"
#include "app/controllers/training_controller.h"
#include "app/session/engine_session.h"
#include "app/session/recognition_session.h"
#include "app/session/task_session.h"
#include "app/settings/settings.h"
#include "model/checkpoint/atomic_file.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/preprocess/glyph_place.h"
#include "model/spec/network_layers.h"
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

#include <algorithm>
#include <iterator>
#include <memory>
#include <span>

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

InspectionController::InspectionController(const Parts& parts) : m_parts(parts), m_frames(views())
{
    connectModule();
    connectParameters();
    connectHooks();
    connectWhy();
    m_parts.inspection.wantDescription(true);
    connect(&m_parts.inspection, &InspectionSession::described, &m_parts.parameters,
            &ParameterPanel::setDescription);
    connect(&m_parts.inspection, &InspectionSession::described, &m_parts.hooks, &HookPanel::setModules);
    connect(&m_parts.inspection, &InspectionSession::described, &m_parts.trainer,
            &TrainingController::setNetwork);
    connect(&m_parts.inspection, &InspectionSession::failed, this, &InspectionController::failed);
    connect(&m_parts.engine, &EngineSession::failed, this, [this] {
        m_engineFailed = true;
        sayHooksNeedEngine();
    });
}

void InspectionController::restore(const Settings& settings)
{
    m_parts.parameters.restoreColumnState(settings.parameterColumns);
    m_parts.why.setChoice(settings.why);
    if (!settings.module.isEmpty()) {
        m_parts.module.setModule(settings.module);
        m_parts.network.setCurrent(settings.module);
    }
    m_parts.hooks.setHooks(settings.hooks);
    useHooks(settings.hooks);
    const auto active = std::count_if(settings.hooks.begin(), settings.hooks.end(),
                                      [](const HookSpec& hook) { return hook.changesValues(); });
    if (active > 0)
        m_parts.notices.warning(
            tr("%n hook(s) of the last session are active and may change answers: see Hooks.", nullptr,
               static_cast<int>(active)));
}

void InspectionController::keep(Settings& settings) const
{
    settings.parameterColumns = m_parts.parameters.columnState();
    settings.module = m_parts.module.module();
    settings.why = m_parts.why.choice();
    settings.hooks = m_parts.hooks.hooks();
}

void InspectionController::setEngineReady()
{
    m_parts.why.setEngineReady(true);
    m_parts.recognition.setHooks(ofThisNetwork(m_parts.hooks.hooks()));
    tellOfHooks();
}

void InspectionController::setNetwork(const NetworkSpec& network)
{
    std::set<std::string> modules;
    for (const NetworkLayer& layer : layersOf(network))
        modules.insert(layer.path);
    m_parts.hooks.setNetwork(network);
    if (modules == m_modules)
        return;
    m_modules = std::move(modules);
    const std::vector<HookSpec>& hooks = m_parts.hooks.hooks();
    if (hooks.empty())
        return;
    useHooks(hooks);
    if (const std::size_t waiting = hooks.size() - ofThisNetwork(hooks).size(); waiting > 0)
        m_parts.notices.info(tr("%n hook(s) wait: this network does not have their modules. See Hooks.",
                                nullptr, static_cast<int>(waiting)));
}

std::vector<HookSpec> InspectionController::ofThisNetwork(const std::vector<HookSpec>& hooks) const
{
    std::vector<HookSpec> here;
    std::ranges::copy_if(hooks, std::back_inserter(here), [this](const HookSpec& hook) {
        return m_modules.empty() || hook.module.empty() || m_modules.contains(hook.module);
    });
    return here;
}

void InspectionController::showReading(const std::shared_ptr<const Reading>& reading)
{
    m_frames.put(reading);
}

/// What takes a reading apart, one after the other; the inspection last, so that its results find the reading
/// that they are of.
void InspectionController::throttle(bool training)
{
    m_parts.inspection.throttle(training);
    m_frames.throttle(training);
}

std::vector<ReadingFrames::View> InspectionController::views()
{
    return {[this](const std::shared_ptr<const Reading>& reading) { showNetwork(reading); },
            [this](const std::shared_ptr<const Reading>& reading) { showModule(reading); },
            [this](const std::shared_ptr<const Reading>& reading) { showParameters(reading); },
            [this](const std::shared_ptr<const Reading>& reading) { inspect(reading); }};
}

void InspectionController::showNetwork(const std::shared_ptr<const Reading>& reading)
{
    if (reading->modules.empty()) {
        m_parts.network.clear();
        Q_EMIT latencyChanged({});
        return;
    }
    m_parts.network.setModules({reading, &reading->modules});
    m_parts.network.setWithoutHooks(reading->withoutHooks);
    Q_EMIT latencyChanged(tr("Read in %1 ms").arg(reading->microseconds / 1000, 0, 'f', 2));
}

void InspectionController::showModule(const std::shared_ptr<const Reading>& reading)
{
    if (reading->modules.empty())
        m_parts.module.clear();
    else
        m_parts.module.setReading(*reading);
}

void InspectionController::showParameters(const std::shared_ptr<const Reading>& reading)
{
    if (!reading->modules.empty())
        m_parts.parameters.setReading(reading);
    m_parts.hooks.setReading(reading);
}

void InspectionController::inspect(const std::shared_ptr<const Reading>& reading)
{
    if (reading->modules.empty())
        m_parts.why.clear();
    else
        m_parts.why.setReading(*reading);
    m_parts.inspection.setReading(reading);
}

void InspectionController::useHooks(const std::vector<HookSpec>& all)
{
    const std::vector<HookSpec> hooks = ofThisNetwork(all);
    m_parts.module.setHooks(hooks);
    if (m_parts.engine.engine())  // they run in LibTorch's modules
        m_parts.recognition.setHooks(hooks);
    tellOfHooks();
    sayHooksNeedEngine();
    m_parts.inspection.setHooks(hooks);
    m_parts.trainer.setHooks(hooks);
}

/// Only once it is known that it does not come.
void InspectionController::sayHooksNeedEngine()
{
    const auto works = [](const HookSpec& hook) { return hook.enabled; };
    if (m_engineFailed && std::ranges::any_of(m_parts.hooks.hooks(), works))
        m_parts.notices.warning(tr("Hooks need LibTorch, which could not be loaded. They do nothing."));
}

/// Beside what they change.
void InspectionController::tellOfHooks()
{
    std::vector<HookSpec> changing;
    if (m_parts.engine.engine())
        std::ranges::copy_if(ofThisNetwork(m_parts.hooks.hooks()), std::back_inserter(changing),
                             &HookSpec::changesAnswers);
    m_parts.answer.setHooks(changing);
    m_parts.network.setHooks(changing);
}

void InspectionController::connectModule()
{
    ModuleView* view = &m_parts.module;
    NetworkStrip* strip = &m_parts.network;
    connect(strip, &NetworkStrip::currentChanged, view, &ModuleView::setModule);
    connect(view, &ModuleView::moduleChosen, strip, &NetworkStrip::setCurrent);
    connect(view, &ModuleView::shown, this, [this](bool visible) {
        m_moduleSeen = visible;
        explainUnit();
    });
    connect(view, &ModuleView::unitChosen, this, &InspectionController::explainUnit);
    connect(view, &ModuleView::unitCleared, this, &InspectionController::explainUnit);
    connect(&m_parts.inspection, &InspectionSession::unitExplained, view, &ModuleView::setExplanation);
    connect(&m_parts.inspection, &InspectionSession::unitExplained, this,
            [this, view](const UnitExplanation& explanation) {
                if (m_moduleSeen && view->unit() == explanation.unit)
                    showReceptiveField(explanation.receptiveField);
            });
    connect(view, &ModuleView::activityRequested, this,
            [this] { m_parts.inspection.measureActivity(activityImages); });
    connect(&m_parts.inspection, &InspectionSession::activityMeasured, view, &ModuleView::setActivity);
}

void InspectionController::connectParameters()
{
    ParameterPanel* panel = &m_parts.parameters;
    connect(panel, &ParameterPanel::shown, this, [this](bool visible) {
        m_parametersSeen = visible;
        m_parts.inspection.wantParameters(visible);
        wantGradientFlow();
    });
    connect(panel, &ParameterPanel::frozenChanged, this, [this](const QStringList& names) {
        std::vector<std::string> frozen;
        for (const QString& name : names)
            frozen.push_back(name.toStdString());
        m_parts.trainer.setFrozen(std::move(frozen));
    });
    connect(&m_parts.trainer, &TrainingController::frozenRestored, panel, &ParameterPanel::setFrozen);
    connect(panel, &ParameterPanel::moduleChosen, &m_parts.network, &NetworkStrip::setCurrent);
    connect(panel, &ParameterPanel::moduleChosen, &m_parts.module, &ModuleView::setModule);
    connect(&m_parts.inspection, &InspectionSession::parametersMeasured, panel,
            &ParameterPanel::setStatistics);

    GradientFlowStrip* flow = &m_parts.gradientFlow;
    connect(flow, &GradientFlowStrip::shown, this, [this](bool visible) {
        m_flowSeen = visible;
        wantGradientFlow();
    });
    connect(&m_parts.trainer.session(), &TrainingSession::gradientsFlowed, flow, &GradientFlowStrip::setFlow);
    connect(&m_parts.trainer.session(), &TrainingSession::gradientsFlowed, &m_parts.inspection,
            &InspectionSession::setGradientFlow);
}

void InspectionController::wantGradientFlow()
{
    m_parts.trainer.session().wantGradientFlow(m_parametersSeen || m_flowSeen);
}

void InspectionController::connectHooks()
{
    HookPanel* panel = &m_parts.hooks;
    TrainingSession* training = &m_parts.trainer.session();
    connect(panel, &HookPanel::hooksChanged, this, &InspectionController::useHooks);
    connect(panel, &HookPanel::logWanted, &m_parts.recognition, &RecognitionSession::wantHookEvents);
    connect(panel, &HookPanel::logWanted, &m_parts.inspection, &InspectionSession::wantHookEvents);
    connect(panel, &HookPanel::logWanted, training, &TrainingSession::wantHookEvents);
    connect(&m_parts.recognition, &RecognitionSession::hooksCalled, panel, &HookPanel::appendEvents);
    connect(&m_parts.inspection, &InspectionSession::hooksCalled, panel, &HookPanel::appendEvents);
    connect(training, &TrainingSession::hooksCalled, panel, &HookPanel::appendEvents);
    connect(training, &TrainingSession::hooksRecorded, panel,
            [panel](const std::vector<HookRecord>& records) { panel->setRecords(records); });
    connect(training, &TrainingSession::hooksCost, panel, &HookPanel::setTrainingCost);
    connect(panel, &HookPanel::sweepRequested, this, [this, panel](const QString& module) {
        panel->setSweepRunning(true);
        m_parts.inspection.sweep(module.toStdString());
    });
    connect(&m_parts.inspection, &InspectionSession::swept, panel, &HookPanel::setSweep);
    connect(panel, &HookPanel::saveLogRequested, this, &InspectionController::askWhereToSaveLog);
    const auto badge = [this, panel](auto& view, auto off, auto show) {
        connect(&view, off, panel, &HookPanel::turnOff);
        connect(&view, show, this, [this, panel](std::uint64_t hook) {
            Q_EMIT panelWanted(panel);
            panel->showHook(hook);
        });
    };
    badge(m_parts.answer, &AnswerPanel::hooksOffRequested, &AnswerPanel::hookShowRequested);
    badge(m_parts.network, &NetworkStrip::hooksOffRequested, &NetworkStrip::hookShowRequested);
    badge(m_parts.module, &ModuleView::hooksOffRequested, &ModuleView::hookShowRequested);
}

void InspectionController::connectWhy()
{
    WhyPanel* panel = &m_parts.why;
    InspectionSession* inspection = &m_parts.inspection;
    panel->setEngineReady(false);
    connect(&m_parts.answer, &AnswerPanel::attributionsRequested, this, [this, panel](int label) {
        Q_EMIT panelWanted(panel);
        panel->explainClass(label);
    });
    connect(panel, &WhyPanel::attributionsWanted, inspection, &InspectionSession::wantAttributions);
    connect(panel, &WhyPanel::gradientsWanted, inspection, &InspectionSession::wantGradients);
    connect(inspection, &InspectionSession::attributed, panel, &WhyPanel::setAttribution);
    connect(inspection, &InspectionSession::gradientsRead, panel, &WhyPanel::setGradients);
    connect(inspection, &InspectionSession::busyChanged, panel, &WhyPanel::setBusy);
    connect(panel, &WhyPanel::overlayChanged, this, [this](const std::optional<Attribution>& overlay) {
        m_overlay = overlay;
        showOverlay();
    });
    connect(&m_parts.canvas, &Canvas::drawingChanged, this, [this] {
        if (m_overlay)
            showOverlay();
    });
    connect(&m_parts.recognition, &RecognitionSession::normalized, this, [this](const Stages& stages) {
        m_stages = stages;
        if (m_overlay || m_receptiveField)
            showOverlay();
    });
}

void InspectionController::explainUnit()
{
    const std::optional<UnitAddress>& unit = m_parts.module.unit();
    m_parts.inspection.wantUnit(m_moduleSeen ? unit : std::nullopt);
    if (!m_moduleSeen || !unit)
        showReceptiveField(std::nullopt);
}

void InspectionController::showReceptiveField(const std::optional<Box>& field)
{
    m_receptiveField = field;
    showOverlay();
}

void InspectionController::showOverlay()
{
    Canvas& canvas = m_parts.canvas;
    const std::optional<GlyphPlace> place = glyphPlace(m_character.value_or(canvas.drawing()), m_stages);
    // a map lies over its own drawing or nowhere
    const bool heat = m_overlay && m_parts.recognition.upToDate() && m_overlay->glyph == m_stages.glyph;
    if (!place || (!heat && !m_receptiveField)) {
        canvas.setOverlay(std::nullopt);
        return;
    }
    CanvasOverlay overlay;
    overlay.place = QRectF(place->x, place->y, place->side, place->side);
    if (heat)
        overlay.heat = heatImage(*m_overlay, m_parts.why.look());
    if (m_receptiveField)
        overlay.box = QRectF(m_receptiveField->x, m_receptiveField->y, m_receptiveField->width,
                             m_receptiveField->height);
    canvas.setOverlay(overlay);
}

void InspectionController::failed(InspectionSession::Part part, const QString& message)
{
    switch (part) {
    case InspectionSession::Part::Activity:
        m_parts.module.setActivityFailed(message);
        break;
    case InspectionSession::Part::Sweep:
        m_parts.hooks.setSweepFailed(message);
        break;
    case InspectionSession::Part::Gradients:
    case InspectionSession::Part::Attributions:
        m_parts.why.setFailed(message);
        break;
    default:
        m_parts.notices.error(message);
    }
}

void InspectionController::askWhereToSaveLog(const QString& csv)
{
    const auto save = [this, bytes = csv.toUtf8()](const QString& path) {
        m_parts.disk.run(Topic::Save, [this, path, bytes]() -> std::function<void()> {
            writeAtomically(
                path.toStdString(),
                std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
            return [this, path] { m_parts.notices.info(tr("Saved %1").arg(path)); };
        });
    };
    m_parts.dialogs.saveFile(*this, tr("Save the log"), {tr("Table (*.csv)")}, save);
}

}  // namespace glyphscope
