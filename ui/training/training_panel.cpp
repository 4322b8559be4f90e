// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_panel.h"

#include "ui/curves/curve_chart.h"
#include "ui/style/icons.h"
#include "ui/style/roles.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"
#include "ui/text/recipe_text.h"
#include "ui/text/training_numbers.h"
#include "ui/training/augmentation_preview.h"
#include "ui/training/data_picker.h"
#include "ui/training/data_text.h"
#include "ui/training/epoch_table.h"
#include "ui/training/option_form.h"
#include "ui/training/recipe_bar.h"
#include "ui/training/run_progress.h"
#include "ui/training/schedule_sketch.h"
#include "ui/training/seed_field.h"
#include "ui/training/transport_row.h"
#include "ui/widgets/section.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

namespace glyphscope {

using namespace Qt::StringLiterals;

const DataChoice& TrainingPanel::data() const
{
    return m_data->choice();
}

QStringList TrainingPanel::openSections() const
{
    QStringList open;
    if (m_recipe->isMoreOpen())
        open += u"more"_s;
    if (m_dataSection->isOpen())
        open += m_dataSection->key();
    for (const Section* section : m_form->sections())
        if (section->isOpen())
            open += section->key();
    return open;
}

void TrainingPanel::setOpenSections(const QStringList& keys)
{
    m_recipe->setMoreOpen(keys.contains(u"more"_s));
    m_dataSection->setOpen(keys.contains(m_dataSection->key()));
    for (Section* section : m_form->sections())
        section->setOpen(keys.contains(section->key()));
}

void TrainingPanel::setRecipes(const std::vector<TrainOptions>& recipes)
{
    m_recipe->setRecipes(recipes);
    if (m_recipe->recipe(m_options.recipe) == nullptr && !recipes.empty())
        chooseRecipe(recipes.front());
    else
        takeOptions(m_options);
    showState();
}

void TrainingPanel::setOptions(const TrainOptions& options)
{
    takeOptions(options);
    m_sent = liveValuesOf(options);
    showState();
}

void TrainingPanel::chooseRecipe(const TrainOptions& recipe)
{
    TrainOptions options = recipe;
    options.seed = m_options.seed;
    options.device = m_options.device;
    options.frozen = m_options.frozen;
    options.untilAccuracy = m_options.untilAccuracy;
    options.evaluateEvery = m_options.evaluateEvery;
    changeOptions(options);
}

/// Names the options after the recipe that they equal, or after the one that they were changed from.
void TrainingPanel::takeOptions(TrainOptions options)
{
    if (const TrainOptions* base = m_recipe->recipe(options.recipe))
        options.recipe = sameRecipe(options, *base) ? base->recipe : customRecipe(base->recipe);
    m_options = options;
    m_recipe->showOptions(options);
    m_form->setOptions(options);
    m_progress->setEpochs(options.epochs);
}

void TrainingPanel::changeOptions(const TrainOptions& options)
{
    takeOptions(options);
    if (isRunning() && liveValuesOf(m_options) != m_sent)
        m_valuesClock->start();
}

void TrainingPanel::sendValues()
{
    m_valuesClock->stop();
    const LiveValues values = liveValuesOf(m_options);
    if (!isRunning() || values == m_sent)
        return;
    m_sent = values;
    Q_EMIT valuesChanged(values);
}

void TrainingPanel::setData(const DataChoice& data)
{
    m_data->setChoice(data);
    showData();
}

void TrainingPanel::setDataSources(const DataSources& sources)
{
    m_sources = sources;
    m_data->setSources(sources);
    showData();
}

void TrainingPanel::setDataProblem(const QString& problem)
{
    m_data->setProblem(problem);
    if (!problem.isEmpty())
        openData();
}

void TrainingPanel::openData()
{
    m_recipe->setMoreOpen(true);
    m_dataSection->setOpen(true);
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
        end(Tone::Muted, tr("Stopped after step %1.").arg(countText(step)));
        return;
    }
    clearRun();
    m_sent = liveValuesOf(m_options);
    m_transport->setState(TrainState::Running);
    m_pages->setCurrentIndex(1);
    showState();
}

void TrainingPanel::setRun(const RunCurves& curves)
{
    m_chart->setRun({}, curves);
    m_table->clearRows();
    for (const EpochStats& epoch : curves.epochs)
        m_table->add(epoch);
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
    m_chart->clear();
    m_table->clearRows();
    m_pages->setCurrentIndex(0);
    showState();
}

void TrainingPanel::end(Tone tone, const QString& text)
{
    m_valuesClock->stop();
    m_transport->setState(TrainState::Idle);
    m_ended = true;
    showState();
    setStatus(tone, text);
}

void TrainingPanel::setFinished(const QString& summary)
{
    end(Tone::Good, summary);
}

void TrainingPanel::setFailed(const QString& message)
{
    end(Tone::Bad, message);
}

void TrainingPanel::reset(bool newSeed)
{
    if (newSeed) {
        TrainOptions options = m_options;
        options.seed = SeedField::newSeed();
        changeOptions(options);
    }
    Q_EMIT resetRequested(newSeed);
}

void TrainingPanel::addSteps(const std::vector<StepStats>& steps)
{
    if (steps.empty())
        return;
    m_progress->add(steps.back());
    m_form->sketch()->setProgress(progressOf(steps.back()));
    m_chart->addSteps(steps);
    if (m_transport->state() == TrainState::Paused)
        showState();  // one step more
}

void TrainingPanel::addEpoch(const EpochStats& epoch)
{
    m_chart->addEpoch(epoch);
    m_table->add(epoch);
}

void TrainingPanel::addMark(const RunMark& mark)
{
    m_chart->addMark(mark);
    if (isRunning())
        setStatus(Tone::Muted,
                  tr("After step %1: %2.")
                      .arg(countText(static_cast<double>(mark.step)), QString::fromStdString(mark.text)));
}

void TrainingPanel::setAugmented(const std::vector<Glyph>& originals, const std::vector<Glyph>& distorted)
{
    m_form->preview()->setGlyphs(originals, distorted);
}

QString TrainingPanel::obstacle() const
{
    if (!m_engineReady)
        return tr("The network is still being loaded.");
    return dataProblem(m_data->choice(), m_sources);
}

void TrainingPanel::showData()
{
    m_dataLine->setText(dataSummary(m_data->choice(), m_sources));
    showState();
}

void TrainingPanel::showState()
{
    const TrainState state = m_transport->state();
    m_transport->setObstacle(obstacle());
    m_transport->setResettable(m_engineReady);
    const bool running = isRunning();
    m_recipe->setRunning(running);
    m_form->setRunning(running);
    m_data->setRunning(running);
    m_progress->setGoing(running);
    if (!running)
        m_form->sketch()->setProgress(-1);
    const QString step = countText(static_cast<double>(m_progress->newest().step));
    const QString run = tr("%1, seed %2").arg(recipeTitle(m_options)).arg(m_options.seed);
    if (state == TrainState::Running)
        setStatus(Tone::Muted, tr("Training %1.").arg(run));
    else if (state == TrainState::Paused)
        setStatus(Tone::Muted, tr("Paused after step %1 of %2.").arg(step, run));
    else if (state == TrainState::Stopping)
        setStatus(Tone::Muted, tr("Stopping %1.").arg(run));
    else
        showIdleState();
    updateIcons();
}

void TrainingPanel::showIdleState()
{
    const QString problem = dataProblem(m_data->choice(), m_sources);
    m_emptyTitle->setText(problem.isEmpty() ? tr("Watch it learn") : tr("No training data"));
    m_emptyText->setText(!problem.isEmpty()
                             ? problem
                             : tr("Choose a recipe and press Train. Loss and accuracy are drawn here "
                                  "while the network learns."));
    // The empty page explains missing data itself; once there are curves, the status line does.
    const bool curves = m_pages->currentIndex() == 1;
    if (!m_engineReady)
        setStatus(Tone::Muted, tr("The network is still being loaded."));
    else if (!problem.isEmpty())
        setStatus(Tone::Caution, curves ? problem : tr("Training needs data."));
    else if (!m_ended)
        setStatus(Tone::Muted, {});
}

void TrainingPanel::setStatus(Tone tone, const QString& text)
{
    static const QStringList roles{u"muted"_s, u"good"_s, u"caution"_s, u"bad"_s};
    m_tone = tone;
    m_status->setText(text);
    setRole(m_status, roles[static_cast<int>(tone)]);
    m_status->parentWidget()->setVisible(!text.isEmpty());
    updateIcons();
}

void TrainingPanel::updateIcons()
{
    constexpr int kSmall = 16;
    constexpr int kLarge = 40;
    const double ratio = devicePixelRatioF();
    const QStringList names{u"info"_s, u"check"_s, u"warning"_s, u"error"_s};
    const QList<QColor> colours{theme().mutedText, theme().good, theme().caution, theme().bad};
    const auto tone = static_cast<int>(m_tone);
    m_statusIcon->setPixmap(iconPixmap(names[tone], colours[tone], kSmall, ratio));
    const bool data = dataProblem(m_data->choice(), m_sources).isEmpty();
    m_emptyIcon->setPixmap(
        iconPixmap(data ? u"play"_s : u"info"_s, data ? theme().accent : theme().caution, kLarge, ratio));
}

void TrainingPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

void TrainingPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace glyphscope
