// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/lesson_facts_collector.h"

#include "app/controllers/samples_controller.h"
#include "app/controllers/training_controller.h"
#include "app/controllers/weights_controller.h"
#include "app/controllers/weights_files.h"
#include "app/session/recognition_session.h"
#include "model/spec/spec_of.h"
#include "model/types/class_names.h"
#include "ui/answer/answer_panel.h"
#include "ui/build/build_panel.h"
#include "ui/build/code_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/module_view.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/style/class_name.h"
#include "ui/training/training_panel.h"
#include "ui/widgets/ink_edit.h"

#include <QtCore/QFileInfo>
#include <QtGui/QAction>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace glyphscope {
namespace {

// in the order of the enumerations
const std::array kVerdicts{u"digit"_s, u"unsure"_s, u"not-a-digit"_s, u"empty"_s};
const std::array kHookKinds{u"forward-pre"_s, u"forward"_s, u"full-backward-pre"_s, u"full-backward"_s};
const std::array kHookActions{u"observe"_s, u"zero"_s,  u"fill"_s, u"scale"_s,
                              u"clamp"_s,   u"noise"_s, u"patch"_s};
const std::array kLanguages{u"python"_s, u"python"_s, u"cpp"_s, u"printed"_s};

template <typename Names, typename Value>
QString wordOf(const Names& names, Value value)
{
    return names.at(static_cast<std::size_t>(value));
}

double sizeOf(const Drawing& drawing)
{
    double left = kCanvasSide;
    double top = kCanvasSide;
    double right = 0;
    double bottom = 0;
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& point : stroke.points) {
            left = std::min(left, point.x);
            top = std::min(top, point.y);
            right = std::max(right, point.x);
            bottom = std::max(bottom, point.y);
        }
    return std::max(0.0, std::max(right - left, bottom - top)) / kCanvasSide;
}

void note(std::map<std::uint64_t, std::int64_t>& calls, const std::vector<HookRecord>& records)
{
    for (const HookRecord& record : records)
        calls[record.id] = std::max(calls[record.id], record.calls);
}

}  // namespace

LessonFactsCollector::LessonFactsCollector(const Parts& parts) : m_parts(parts)
{
    connectReading();
    connectTraining();
    connectRest();
}

void LessonFactsCollector::connectReading()
{
    connect(&m_parts.recognition, &RecognitionSession::recognized, this,
            [this](const std::shared_ptr<const Reading>& reading) { read(*reading); });
    connect(&m_parts.recognition, &RecognitionSession::normalized, this, [this](const Stages& stages) {
        m_facts.dataImage = stages.dataSet && !stages.drawnOver;
        if (!stages.empty)
            m_facts.glyph = stages.glyph;
    });
    connect(&m_parts.weights, &WeightsController::changed, this,
            [this](const std::shared_ptr<const StateDict>& weights) {
                m_facts.weights = weights;
                m_facts.inUse = specOf(*weights);
                m_classNames = classNames(classesOf(*weights));
            });
}

void LessonFactsCollector::read(const Reading& reading)
{
    const Prediction& answer = reading.prediction;
    const QString verdict = wordOf(kVerdicts, answer.verdict);
    if (answer.verdict == Verdict::Empty && m_facts.verdict != verdict) {
        m_facts.bestBefore = m_facts.best;
        m_facts.glyphBefore = m_facts.glyph;
        m_facts.glyph = {};
    }
    m_facts.verdict = verdict;
    m_facts.best = nameOf(answer.best);
    m_facts.second = nameOf(answer.second);
    m_facts.changedByHooks =
        reading.withoutHooks && reading.withoutHooks->probabilities != answer.probabilities;
    note(m_calls, reading.hooks);
}

QString LessonFactsCollector::nameOf(int classIndex) const
{
    return classIndex < 0 ? QString() : className(m_classNames, classIndex);
}

void LessonFactsCollector::connectTraining()
{
    const TrainingSession* session = &m_parts.trainer.session();
    connect(&m_parts.trainer, &TrainingController::runningChanged, this, [this](bool running) {
        m_running = running;
        m_paused = false;
        if (running)
            runBegan();
    });
    connect(session, &TrainingSession::pausedChanged, this, [this](bool paused) { m_paused = paused; });
    connect(session, &TrainingSession::progressed, this, [this](const std::vector<StepStats>& steps) {
        m_facts.steps += std::ssize(steps);
        if (!steps.empty())
            m_facts.newestStep = steps.back().step;
    });
    connect(session, &TrainingSession::snapshotTaken, this, &LessonFactsCollector::snapshot);
    connect(session, &TrainingSession::evaluated, this,
            [this](const EpochStats& epoch) { m_facts.accuracy = epoch.testAccuracy; });
    connect(session, &TrainingSession::hooksRecorded, this,
            [this](const std::vector<HookRecord>& records) { note(m_trainingCalls, records); });
    connect(session, &TrainingSession::finished, this, [this](const TrainResult& result) {
        ++m_facts.finished;
        m_facts.accuracy = std::max(m_facts.accuracy, result.test.count > 0 ? result.test.accuracy() : -1);
    });
    connect(session, &TrainingSession::stopped, this, [this] { ++m_facts.stopped; });
    connect(session, &TrainingSession::failed, this, [this](const QString&, const TrainResult& result) {
        m_facts.diverged += result.failure.empty() ? 0 : 1;
    });
}

void LessonFactsCollector::runBegan()
{
    m_facts.first.reset();
    m_facts.newest.reset();
    m_facts.firstStep = 0;
    m_facts.newestStep = 0;
    m_facts.accuracy = -1;
    m_trainingCalls.clear();
}

void LessonFactsCollector::snapshot(const std::shared_ptr<const StateDict>& weights)
{
    if (!m_facts.first) {
        m_facts.first = weights;
        m_facts.firstStep = m_facts.newestStep;
    }
    m_facts.newest = weights;
}

void LessonFactsCollector::connectRest()
{
    connect(&m_parts.samples, &SamplesController::countChanged, this,
            [this](int count) { m_facts.samples = count; });
    connect(&m_parts.samples, &SamplesController::teachingChanged, this, [this](bool teaching) {
        if (teaching)
            m_beforeTeaching = m_parts.weights.inUse();
        else if (m_teaching && m_parts.weights.inUse() != m_beforeTeaching)
            ++m_facts.fineTuned;
        m_teaching = teaching;
    });
    connect(&m_parts.files, &WeightsFiles::saved, this,
            [this](const QString& path) { m_facts.saved << QFileInfo(path).suffix(); });
    connect(&m_parts.files, &WeightsFiles::opened, this,
            [this](const QString& path) { m_facts.opened << QFileInfo(path).suffix(); });
}

void LessonFactsCollector::deviceChosen(const QString& device)
{
    m_facts.devices << device;
}

void LessonFactsCollector::printed(const QString& input)
{
    m_facts.printed << input;
}

LessonFacts LessonFactsCollector::facts() const
{
    LessonFacts facts = m_facts;
    const Drawing& drawing = m_parts.canvas.drawing();
    facts.strokes = static_cast<int>(drawing.strokes.size());
    facts.size = sizeOf(drawing);
    facts.explained = m_parts.answer.isVisible() ? nameOf(m_parts.answer.explained()) : QString();
    facts.module = m_parts.module.isVisible() ? m_parts.module.module() : QString();
    if (const std::optional<UnitAddress>& unit = m_parts.module.unit())
        facts.unitModule = QString::fromStdString(unit->module);
    facts.frozen = m_parts.parameters.frozen();
    facts.hooks = hookFacts();
    if (m_parts.build.hasNetwork()) {
        facts.edited = m_parts.build.network();
        facts.fits = m_parts.build.verdict().fits();
    }
    if (m_parts.code.isVisible())
        facts.language = wordOf(kLanguages, m_parts.code.language());
    facts.training = !m_running ? u"idle"_s : m_paused ? u"paused"_s : u"running"_s;
    facts.learningRate = m_parts.training.options().peakLearningRate;
    facts.object = [this](const QString& name) { return objectFacts(name); };
    return facts;
}

std::vector<HookFacts> LessonFactsCollector::hookFacts() const
{
    const auto callsIn = [](const std::map<std::uint64_t, std::int64_t>& calls, std::uint64_t id) {
        const auto found = calls.find(id);
        return found == calls.end() ? std::int64_t(0) : found->second;
    };
    std::vector<HookFacts> facts;
    for (const HookSpec& hook : m_parts.hooks.hooks())
        if (hook.enabled)
            facts.push_back({wordOf(kHookKinds, hook.kind), QString::fromStdString(hook.module),
                             wordOf(kHookActions, hook.action), hook.channel >= 0, hook.training,
                             callsIn(m_calls, hook.id), callsIn(m_trainingCalls, hook.id)});
    return facts;
}

ObjectFacts LessonFactsCollector::objectFacts(const QString& name) const
{
    ObjectFacts facts;
    const QWidget* widget = m_parts.window.findChild<QWidget*>(name);
    if (widget == nullptr) {
        const QAction* action = m_parts.window.findChild<QAction*>(name);
        facts.checked = action != nullptr && action->isChecked();
        return facts;
    }
    facts.visible = widget->isVisible();
    facts.visited = m_visited.value(name);
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        facts.checked = button->isChecked();
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        facts.rows = box->count();
        facts.index = box->currentIndex();
        facts.chosen = box->currentText();
    }
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        view != nullptr && view->model() != nullptr && view->selectionModel() != nullptr) {
        const QModelIndex current = view->currentIndex();
        const bool chosen =
            current.isValid() && view->selectionModel()->isRowSelected(current.row(), current.parent());
        facts.rows = view->model()->rowCount();
        facts.index = chosen ? current.row() : -1;
        facts.chosen = chosen ? current.siblingAtColumn(0).data().toString() : QString();
    }
    return facts;
}

void LessonFactsCollector::watchRows(const QStringList& objectNames)
{
    m_visited.clear();
    m_watch = std::make_unique<QObject>();
    for (const QString& name : objectNames)
        if (const auto* view = m_parts.window.findChild<QAbstractItemView*>(name);
            view != nullptr && view->selectionModel() != nullptr) {
            if (const ObjectFacts now = objectFacts(name); now.index >= 0)
                m_visited[name] << now.chosen;
            connect(view->selectionModel(), &QItemSelectionModel::currentChanged, m_watch.get(),
                    [this, name](const QModelIndex& row) {
                        if (row.isValid())
                            m_visited[name] << row.siblingAtColumn(0).data().toString();
                    });
        }
}

}  // namespace glyphscope
