// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_panel.h"

#include "ui/curves/curve_chart.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/text/joined_text.h"
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
#include "ui/training/training_settings_card.h"
#include "ui/training/transport_row.h"
#include "ui/widgets/parts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastBeside = 320;  // width of the curves that the settings stand beside
constexpr int kLeastSettings = 276;
constexpr int kMostSettings = 360;

}  // namespace

TrainingPanel::TrainingPanel(QWidget* parent) : Panel(u"training.panel"_s, tr("Training"), parent)
{
    m_values = new LiveValuesSender(this);
    m_layout = new QGridLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(metrics::kGap);
    m_layout->addWidget(buildControls(), 0, 0, 1, 2);
    m_pages = new RunPages(this);
    m_layout->addWidget(buildProgress(), 1, 0, 1, 2);
    m_settings = new TrainingSettingsCard(m_recipe, this);
    m_layout->addWidget(m_pages, 2, 0);
    m_layout->addWidget(m_settings, 2, 1);
    m_layout->setRowStretch(2, 1);
    m_layout->setColumnStretch(0, 1);
    connectTransport();
    connectSettings();
    connect(m_pages, &RunPages::currentChanged, this, &TrainingPanel::showState);
    arrange();
    m_progress->setEpochs(options().epochs);
    showData();
}

/// On the left what drives the training and what it trains on, on the right how it trains.
QWidget* TrainingPanel::buildControls()
{
    QFrame* controls = makeCard(this);
    m_controls = new QBoxLayout(QBoxLayout::LeftToRight, controls);
    m_controls->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    m_controls->setSpacing(metrics::kUnit);
    m_transport = new TransportRow(controls);
    m_recipe = new RecipeBar(controls);
    auto* drive = new QVBoxLayout;
    drive->setSpacing(metrics::kUnit);
    drive->addWidget(m_transport);
    drive->addWidget(buildDataLine());
    m_controls->addLayout(drive);
    m_controls->addWidget(m_recipe, 1);
    // Narrow enough, they stand beneath each other: the row is not to forbid that.
    controls->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    controls->setMinimumWidth(std::max(m_transport->sizeHint().width(), m_recipe->leastWidth()) +
                              2 * metrics::kPadding);
    return controls;
}

QFrame* TrainingPanel::buildProgress()
{
    m_progressCard = makeCard(this);
    auto* inside = new QVBoxLayout(m_progressCard);
    inside->setContentsMargins(metrics::kPadding, metrics::kGap, metrics::kPadding, metrics::kGap);
    inside->setSpacing(metrics::kUnit);
    m_status = new StatusLine(m_progressCard);
    m_progress = new RunProgress(m_progressCard);
    auto* words = new QHBoxLayout;
    words->setSpacing(metrics::kGap);
    words->addWidget(m_status, 1, Qt::AlignVCenter);
    words->addWidget(m_pages->choice(), 0, Qt::AlignTop | Qt::AlignRight);
    inside->addLayout(words);
    inside->addWidget(m_progress);
    return m_progressCard;
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
    connect(m_transport, &TransportRow::resumeRequested, this, [this](TrainUntil until) {
        m_values->flush();  // what was just typed holds from the next step on
        Q_EMIT resumeRequested(until);
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
    connect(m_settings, &TrainingSettingsCard::optionsChanged, this,
            [this](const TrainOptions& options) { m_values->change(liveValuesOf(options)); });
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

/// The settings in a column beside the curves; in a narrow panel in the place of the curves.
void TrainingPanel::arrange()
{
    const bool more = m_recipe->isMoreOpen();
    const int needed = std::max(kLeastSettings, m_settings->minimumSizeHint().width());
    const bool beside = width() >= needed + metrics::kGap + kLeastBeside;
    if (beside != std::exchange(m_beside, beside)) {
        m_layout->removeWidget(m_settings);
        m_layout->addWidget(m_settings, 2, beside ? 1 : 0);
    }
    const int wide = std::clamp(width() / 4, needed, std::max(needed, kMostSettings));
    m_settings->setMinimumWidth(beside ? wide : 0);
    m_settings->setMaximumWidth(beside ? wide : QWIDGETSIZE_MAX);
    m_pages->setVisible(beside || !more);
    // Only what changes: a layout told the same again asks for another pass, which comes back to here.
    if (const int gap = beside && more ? metrics::kGap : 0; gap != m_layout->horizontalSpacing())
        m_layout->setHorizontalSpacing(gap);
    arrangeControls();
}

/// In one row where that leaves the recipe room for its name; its caption gives way first.
void TrainingPanel::arrangeControls()
{
    const int needed = m_transport->sizeHint().width() + m_recipe->leastWidth() + 3 * metrics::kPadding;
    const bool oneRow = width() >= needed - m_recipe->captionWidth();
    m_recipe->setCaptionShown(!oneRow || width() >= needed);
    m_controls->setDirection(oneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (const int gap = oneRow ? metrics::kPadding : metrics::kUnit; gap != m_controls->spacing())
        m_controls->setSpacing(gap);
}

const TrainOptions& TrainingPanel::options() const
{
    return m_settings->options();
}

const DataChoice& TrainingPanel::data() const
{
    return m_settings->data();
}

const TrainOptions& TrainingPanel::chosenOptions() const
{
    return m_settings->chosenOptions();
}

const DataChoice& TrainingPanel::chosenData() const
{
    return m_settings->chosenData();
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
    if (isRunning())
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
        const auto step = static_cast<double>(m_progress->newest().step);
        endRun(StatusLine::Tone::Muted, tr("Stopped after step %1.").arg(countText(step)));
        return;
    }
    clearRun();
    m_settings->begin();
    m_progress->setEpochs(options().epochs);
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
    m_end.clear();
    m_progress->clear();
    m_pages->clearRun();
    showState();
}

void TrainingPanel::endRun(StatusLine::Tone tone, const QString& text)
{
    m_values->end();
    m_transport->setState(TrainState::Idle);
    m_end = text;
    m_endTone = tone;
    m_settings->end();
    showData();
}

void TrainingPanel::setResumable(const QString& name, double epochsDone, int epochs)
{
    const QString epoch = QString::number(epochUnderWay(epochsDone, epochs));
    m_resumable = name.isEmpty() ? QString()
                                 : tr("%1 was stopped at epoch %2 of %3. It can be resumed there.")
                                       .arg(name, epoch, QString::number(epochs));
    m_transport->setResumable(m_resumable);
    showState();
}

void TrainingPanel::setTrainedShare(double share)
{
    m_plan.trainedShare = share;
    showState();
}

void TrainingPanel::setNetwork(const QString& name, std::optional<double> imagesPerSecond)
{
    m_plan.network = name;
    m_plan.imagesPerSecond = imagesPerSecond;
    showState();
}

void TrainingPanel::setFinished(const QString& summary)
{
    endRun(StatusLine::Tone::Good, summary);
}

void TrainingPanel::setFailed(const QString& message)
{
    endRun(StatusLine::Tone::Bad, message);
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
    m_transport->setEngineReady(m_engineReady);
    m_settings->setRunning(running);
    m_progress->setGoing(running);
    m_progress->setVisible(m_pages->showsRun());
    if (running) {
        showRunState();
    } else {
        m_settings->form()->sketch()->setProgress(-1);
        showIdleState();
    }
    m_progressCard->setVisible(!m_status->isHidden() || !m_progress->isHidden());
    arrangeControls();
}

void TrainingPanel::showRunState()
{
    const QString step = countText(static_cast<double>(m_progress->newest().step));
    const QString run = tr("%1, seed %2").arg(recipeTitle(options())).arg(options().seed);
    const TrainState state = m_transport->state();
    const QString said = state == TrainState::Running  ? tr("Training %1.").arg(run)
                         : state == TrainState::Paused ? tr("Paused after step %1 of %2.").arg(step, run)
                                                       : tr("Stopping %1.").arg(run);
    m_status->setStatus(StatusLine::Tone::Muted, sentences({said, m_plan.frozenText()}));
}

void TrainingPanel::showIdleState()
{
    const QString problem = m_settings->dataProblem();
    m_plan.images = m_settings->imagesOfRun();
    m_pages->setDataProblem(problem);
    // The empty page explains missing data itself; once there are curves, the status line does.
    if (!m_engineReady)
        m_status->setStatus(StatusLine::Tone::Muted, tr("The network is still being loaded."));
    else if (!problem.isEmpty())
        m_status->setStatus(StatusLine::Tone::Caution,
                            m_pages->showsRun() ? problem : tr("Training needs data."));
    else if (!m_end.isEmpty())
        m_status->setStatus(m_endTone, sentences({m_end, m_plan.isLong() ? m_plan.text() : QString()}));
    else
        m_status->setStatus(m_plan.isLong() ? StatusLine::Tone::Caution : StatusLine::Tone::Muted,
                            sentences({m_plan.text(), m_resumable, m_plan.frozenText()}));
}

bool TrainingPanel::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();  // the settings may need another width
    return Panel::event(event);
}

void TrainingPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace glyphscope
