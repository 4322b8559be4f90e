// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_panel.h"

#include "ui/curves/curve_chart.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/text/recipe_text.h"
#include "ui/text/training_numbers.h"
#include "ui/training/augmentation_preview.h"
#include "ui/training/data_picker.h"
#include "ui/training/live_values_sender.h"
#include "ui/training/option_form.h"
#include "ui/training/recipe_bar.h"
#include "ui/training/run_pages.h"
#include "ui/training/run_progress.h"
#include "ui/training/schedule_sketch.h"
#include "ui/training/status_line.h"
#include "ui/training/training_settings_card.h"
#include "ui/training/transport_row.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QToolButton>

#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBeside = 820;    // width from which the settings stand beside the curves
constexpr int kSettings = 360;  // their width then

}  // namespace

TrainingPanel::TrainingPanel(QWidget* parent) : Panel(u"training.panel"_s, tr("Training"), parent)
{
    m_values = new LiveValuesSender(this);
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kGap);
    m_controls = buildControls();
    m_settings = new TrainingSettingsCard(m_recipe, this);
    m_pages = new RunPages(this);
    connectTransport();
    connectSettings();
    connect(m_pages, &RunPages::currentChanged, this, &TrainingPanel::arrange);
    arrange();
    m_progress->setEpochs(options().epochs);
    showData();
}

QWidget* TrainingPanel::buildControls()
{
    QFrame* controls = makeCard(this);
    QVBoxLayout* inside = columnIn(controls);
    m_transport = new TransportRow(controls);
    m_recipe = new RecipeBar(controls);
    m_progress = new RunProgress(controls);
    m_status = new StatusLine(controls);
    inside->addWidget(m_transport);
    inside->addWidget(m_recipe);
    inside->addWidget(buildDataLine());
    inside->addWidget(m_status);
    inside->addWidget(m_progress);
    return controls;
}

QWidget* TrainingPanel::buildDataLine()
{
    m_dataLine = new QToolButton(this);
    m_dataLine->setObjectName(u"training.dataLine"_s);
    m_dataLine->setProperty("small", true);
    m_dataLine->setIcon(icon(u"layers"_s));
    m_dataLine->setIconSize({16, 16});
    m_dataLine->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_dataLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_dataLine->setToolTip(tr("What is trained on; press to choose"));
    m_dataLine->setStyleSheet(u"QToolButton { text-align: left; }"_s);
    return m_dataLine;
}

void TrainingPanel::connectTransport()
{
    connect(m_transport, &TransportRow::startRequested, this,
            [this](TrainUntil until) { Q_EMIT trainRequested(options(), data(), until); });
    connect(m_transport, &TransportRow::pauseRequested, this, &TrainingPanel::pauseRequested);
    connect(m_transport, &TransportRow::continueRequested, this, [this](TrainUntil until) {
        m_values->flush();  // what was just typed holds from the next step on
        Q_EMIT continueRequested(until);
    });
    connect(m_transport, &TransportRow::stopRequested, this, [this] {
        m_transport->setState(TrainState::Stopping);
        showState();
        Q_EMIT stopRequested();
    });
    connect(m_transport, &TransportRow::resetRequested, this, &TrainingPanel::reset);
}

void TrainingPanel::connectSettings()
{
    connect(m_settings, &TrainingSettingsCard::optionsChanged, this, [this](const TrainOptions& options) {
        m_progress->setEpochs(options.epochs);
        m_values->change(liveValuesOf(options));
    });
    connect(m_recipe, &RecipeBar::moreToggled, this, &TrainingPanel::arrange);
    connect(m_dataLine, &QToolButton::clicked, m_settings, &TrainingSettingsCard::openData);
    const OptionForm* form = m_settings->form();
    connect(form, &OptionForm::settled, m_values, &LiveValuesSender::flush);
    connect(form->preview(), &AugmentationPreview::wanted, this, &TrainingPanel::augmentationPreviewWanted);
    connect(m_values, &LiveValuesSender::due, this, &TrainingPanel::valuesChanged);
    const DataPicker* picker = m_settings->dataPicker();
    connect(picker, &DataPicker::changed, this, &TrainingPanel::showData);
    connect(picker, &DataPicker::addFolderRequested, this, &TrainingPanel::addFolderRequested);
    connect(picker, &DataPicker::addInkRequested, this, &TrainingPanel::addInkRequested);
    connect(picker, &DataPicker::addNotDigitsRequested, this, &TrainingPanel::addNotDigitsRequested);
}

/// The settings above the curves, or in a wide panel in a column beside them.
void TrainingPanel::arrange()
{
    const bool more = m_recipe->isMoreOpen();
    const bool beside = more && width() >= kBeside;
    m_layout->setRowStretch(1, !more ? 0 : m_pages->showsRun() || beside ? 1 : 4);
    m_layout->setRowStretch(2, beside ? 0 : 1);
    if (beside == std::exchange(m_beside, beside) && m_layout->count() > 0)
        return;
    for (QWidget* part : std::initializer_list<QWidget*>{m_controls, m_settings, m_pages})
        m_layout->removeWidget(part);
    m_layout->addWidget(m_controls, 0, 0);
    m_layout->addWidget(m_settings, 1, 0);
    if (beside)
        m_layout->addWidget(m_pages, 0, 1, 2, 1);
    else
        m_layout->addWidget(m_pages, 2, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_controls, m_settings})
        part->setMaximumWidth(beside ? kSettings : QWIDGETSIZE_MAX);
    m_layout->setColumnStretch(0, beside ? 0 : 1);
    m_layout->setColumnStretch(1, beside ? 1 : 0);
}

const TrainOptions& TrainingPanel::options() const
{
    return m_settings->options();
}

const DataChoice& TrainingPanel::data() const
{
    return m_settings->data();
}

QStringList TrainingPanel::openSections() const
{
    return m_settings->openSections();
}

void TrainingPanel::setOpenSections(const QStringList& keys)
{
    m_settings->setOpenSections(keys);
}

CurveChart* TrainingPanel::chart() const
{
    return m_pages->chart();
}

void TrainingPanel::setRecipes(const std::vector<TrainOptions>& recipes)
{
    m_settings->setRecipes(recipes);
    showState();
}

void TrainingPanel::setOptions(const TrainOptions& options)
{
    m_settings->setOptions(options);
    m_progress->setEpochs(options.epochs);
    m_values->setInForce(liveValuesOf(options));
    showState();
}

void TrainingPanel::setData(const DataChoice& data)
{
    m_settings->setData(data);
    showData();
}

void TrainingPanel::setDataSources(const DataSources& sources)
{
    m_settings->setDataSources(sources);
    showData();
}

void TrainingPanel::setDataProblem(const QString& problem)
{
    m_settings->dataPicker()->setProblem(problem);
    if (!problem.isEmpty())
        m_settings->openData();
}

void TrainingPanel::setEngineReady(bool ready)
{
    m_engineReady = ready;
    showState();
}

bool TrainingPanel::isRunning() const
{
    return m_transport->state() != TrainState::Idle;
}

void TrainingPanel::setRunning(bool running)
{
    if (running == isRunning())
        return;
    if (!running) {
        endRun();
        const auto step = static_cast<double>(m_progress->newest().step);
        m_status->setStatus(StatusLine::Tone::Muted, tr("Stopped after step %1.").arg(countText(step)));
        return;
    }
    clearRun();
    m_values->begin(liveValuesOf(options()));
    m_transport->setState(TrainState::Running);
    m_pages->showRun();
    showState();
}

void TrainingPanel::setRun(const RunCurves& curves)
{
    m_pages->setRun(curves);
}

void TrainingPanel::setPaused(bool paused)
{
    const TrainState state = m_transport->state();
    if (state != TrainState::Running && state != TrainState::Paused)
        return;
    m_transport->setState(paused ? TrainState::Paused : TrainState::Running);
    showState();
}

void TrainingPanel::clearRun()
{
    m_ended = false;
    m_progress->clear();
    m_pages->clearRun();
    showState();
}

/// Its end is to be said in the status line.
void TrainingPanel::endRun()
{
    m_values->end();
    m_transport->setState(TrainState::Idle);
    m_ended = true;
    showState();
}

void TrainingPanel::setFinished(const QString& summary)
{
    endRun();
    m_status->setStatus(StatusLine::Tone::Good, summary);
}

void TrainingPanel::setFailed(const QString& message)
{
    endRun();
    m_status->setStatus(StatusLine::Tone::Bad, message);
}

void TrainingPanel::reset(bool newSeed)
{
    if (newSeed)
        m_settings->takeNewSeed();
    Q_EMIT resetRequested(newSeed);
}

void TrainingPanel::addSteps(const std::vector<StepStats>& steps)
{
    if (steps.empty())
        return;
    m_progress->add(steps.back());
    m_settings->form()->sketch()->setProgress(progressOf(steps.back()));
    m_pages->chart()->addSteps(steps);
    if (m_transport->state() == TrainState::Paused)
        showState();  // one step more
}

void TrainingPanel::addEpoch(const EpochStats& epoch)
{
    m_pages->addEpoch(epoch);
}

void TrainingPanel::addMark(const RunMark& mark)
{
    m_pages->chart()->addMark(mark);
    if (!isRunning())
        return;
    const QString step = countText(static_cast<double>(mark.step));
    m_status->setStatus(StatusLine::Tone::Muted,
                        tr("After step %1: %2.").arg(step, QString::fromStdString(mark.text)));
}

void TrainingPanel::setAugmented(const std::vector<Glyph>& originals, const std::vector<Glyph>& distorted)
{
    m_settings->form()->preview()->setGlyphs(originals, distorted);
}

void TrainingPanel::showData()
{
    m_dataLine->setText(m_settings->dataSummary());
    showState();
}

void TrainingPanel::showState()
{
    const bool running = isRunning();
    m_transport->setObstacle(m_engineReady ? m_settings->dataProblem()
                                           : tr("The network is still being loaded."));
    m_transport->setResettable(m_engineReady);
    m_settings->setRunning(running);
    m_progress->setGoing(running);
    if (running) {
        showRunState();
        return;
    }
    m_settings->form()->sketch()->setProgress(-1);
    showIdleState();
}

void TrainingPanel::showRunState()
{
    const QString step = countText(static_cast<double>(m_progress->newest().step));
    const QString run = tr("%1, seed %2").arg(recipeTitle(options())).arg(options().seed);
    const TrainState state = m_transport->state();
    m_status->setStatus(StatusLine::Tone::Muted, state == TrainState::Running ? tr("Training %1.").arg(run)
                                                 : state == TrainState::Paused
                                                     ? tr("Paused after step %1 of %2.").arg(step, run)
                                                     : tr("Stopping %1.").arg(run));
}

void TrainingPanel::showIdleState()
{
    const QString problem = m_settings->dataProblem();
    m_pages->setDataProblem(problem);
    // The empty page explains missing data itself; once there are curves, the status line does.
    if (!m_engineReady)
        m_status->setStatus(StatusLine::Tone::Muted, tr("The network is still being loaded."));
    else if (!problem.isEmpty())
        m_status->setStatus(StatusLine::Tone::Caution,
                            m_pages->showsRun() ? problem : tr("Training needs data."));
    else if (!m_ended)
        m_status->setStatus(StatusLine::Tone::Muted, {});
}

void TrainingPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace glyphscope
