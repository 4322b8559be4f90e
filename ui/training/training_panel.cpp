// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_panel.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/training/curve_chart.h"
#include "ui/training/epoch_table.h"
#include "ui/training/number_line.h"
#include "ui/training/recipe_text.h"
#include "ui/training/training_numbers.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyle>

namespace glyphscope {

using namespace Qt::StringLiterals;

TrainOptions TrainingPanel::options() const
{
    const int index = m_recipe->currentIndex();
    TrainOptions options;
    if (index >= 0)
        options = m_recipes[static_cast<std::size_t>(index)];
    options.epochs = m_epochs->value();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    return options;
}

void TrainingPanel::setRecipes(const std::vector<TrainOptions>& recipes)
{
    const QString before = m_recipe->currentData().toString();
    m_recipes = recipes;
    {
        const QSignalBlocker quiet(m_recipe);
        m_recipe->clear();
        for (const TrainOptions& recipe : recipes) {
            m_recipe->addItem(recipeTitle(recipe), QString::fromStdString(recipe.recipe));
            m_recipe->setItemData(m_recipe->count() - 1, recipeSummary(recipe), Qt::ToolTipRole);
        }
        const int standard = m_recipe->findData(u"standard"_s);
        const int kept = m_recipe->findData(before);
        m_recipe->setCurrentIndex(kept >= 0 ? kept : std::max(0, standard));
    }
    chooseRecipe(m_recipe->currentIndex());
    updateState();
}

void TrainingPanel::chooseRecipe(int index)
{
    if (index < 0)
        return;
    const TrainOptions& recipe = m_recipes[static_cast<std::size_t>(index)];
    m_summary->setText(recipeSummary(recipe));
    m_summary->setToolTip(recipeSummary(recipe));
    if (m_epochsChosen)
        return;
    const QSignalBlocker quiet(m_epochs);
    m_epochs->setValue(recipe.epochs);
}

void TrainingPanel::noteEpochs(int epochs)
{
    const int index = m_recipe->currentIndex();
    m_epochsChosen = index < 0 || epochs != m_recipes[static_cast<std::size_t>(index)].epochs;
}

void TrainingPanel::setDataState(bool available, const QString& text)
{
    m_dataAvailable = available;
    m_dataText = text;
    updateState();
}

void TrainingPanel::setEngineReady(bool ready)
{
    m_engineReady = ready;
    updateState();
}

void TrainingPanel::press()
{
    if (!m_running) {
        Q_EMIT trainRequested(options());
        return;
    }
    m_stopping = true;
    updateState();
    Q_EMIT stopRequested();
}

void TrainingPanel::setRunning(bool running)
{
    if (running == m_running)
        return;
    if (!running) {
        end(Tone::Muted, tr("Stopped after step %1.").arg(countText(static_cast<double>(m_last.step))));
        return;
    }
    clearRun();
    m_running = true;
    m_pages->setCurrentIndex(1);
    updateState();
}

void TrainingPanel::clearRun()
{
    m_last = {};
    m_stopping = false;
    m_ended = false;
    m_chart->clear();
    m_table->clearRows();
    showNumbers();
}

void TrainingPanel::end(Tone tone, const QString& text)
{
    m_running = false;
    m_stopping = false;
    m_ended = true;
    showNumbers();
    updateState();
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

void TrainingPanel::addSteps(const std::vector<StepStats>& steps)
{
    if (steps.empty())
        return;
    m_last = steps.back();
    m_chart->addSteps(steps);
    showNumbers();
}

void TrainingPanel::addEpoch(const EpochStats& epoch)
{
    m_chart->addEpoch(epoch);
    m_table->add(epoch);
}

void TrainingPanel::showNumbers()
{
    m_progress->setValue(static_cast<int>(progressOf(m_last) * m_progress->maximum()));
    if (m_last.step == 0) {
        m_numbers->setValues({});
        return;
    }
    const QString left = m_running ? durationText(secondsLeft(m_last)) : QString();
    m_numbers->setValues({QString::number(static_cast<int>(100 * progressOf(m_last))) + u"\u00a0%"_s, left,
                          rateText(m_last.imagesPerSecond), lossText(m_last.loss),
                          percentText(m_last.accuracy)});
}

void TrainingPanel::updateState()
{
    for (QWidget* setting : std::initializer_list<QWidget*>{m_recipe, m_epochs, m_seed})
        setting->setEnabled(!m_running);
    m_button->setText(m_stopping ? tr("Stopping\u2026") : m_running ? tr("S&top") : tr("&Train"));
    m_button->setToolTip(m_running ? tr("Stop training; what was learned so far is kept")
                                   : tr("Train a new network with this recipe"));
    m_button->setEnabled(m_running ? !m_stopping : m_dataAvailable && m_engineReady && !m_recipes.empty());
    if (m_running)
        setStatus(Tone::Muted, tr("Training %1, seed %2.").arg(m_recipe->currentText()).arg(m_seed->value()));
    else
        showIdleState();
    updateIcons();
}

void TrainingPanel::showIdleState()
{
    m_emptyTitle->setText(m_dataAvailable ? tr("Watch it learn") : tr("No training data"));
    m_emptyText->setText(!m_dataAvailable
                             ? m_dataText
                             : tr("Choose a recipe and press Train. Loss and accuracy are drawn here "
                                  "while the network learns."));
    // The empty page explains missing data itself; once there are curves, the status line does.
    const bool curves = m_pages->currentIndex() == 1;
    if (!m_engineReady)
        setStatus(Tone::Muted, tr("The network is still being loaded."));
    else if (!m_dataAvailable && curves)
        setStatus(Tone::Caution, m_dataText);
    else if (!m_dataAvailable)
        setStatus(Tone::Caution, tr("Training needs data."));
    else if (!m_ended)
        setStatus(Tone::Muted, m_dataText);
}

void TrainingPanel::setStatus(Tone tone, const QString& text)
{
    static const QStringList roles{u"muted"_s, u"good"_s, u"caution"_s, u"bad"_s};
    m_tone = tone;
    m_status->setText(text);
    m_status->setProperty("role", roles[static_cast<int>(tone)]);
    m_status->style()->unpolish(m_status);
    m_status->style()->polish(m_status);
    updateIcons();
}

void TrainingPanel::updateIcons()
{
    constexpr int kSmall = 16;
    constexpr int kLarge = 40;
    const double ratio = devicePixelRatioF();
    const QColor onButton = m_button->isEnabled() ? theme().accentText : theme().mutedText;
    m_button->setIcon(iconPixmap(m_running ? u"stop"_s : u"play"_s, onButton, kSmall, ratio));
    const QStringList names{u"info"_s, u"check"_s, u"warning"_s, u"error"_s};
    const QList<QColor> colours{theme().mutedText, theme().good, theme().caution, theme().bad};
    const auto tone = static_cast<int>(m_tone);
    m_statusIcon->setPixmap(iconPixmap(names[tone], colours[tone], kSmall, ratio));
    m_emptyIcon->setPixmap(iconPixmap(m_dataAvailable ? u"play"_s : u"info"_s,
                                      m_dataAvailable ? theme().accent : theme().caution, kLarge, ratio));
}

void TrainingPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcons();
}

}  // namespace glyphscope
