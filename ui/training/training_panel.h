// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"
#include "model/types/training_progress.h"

#include <QtWidgets/QWidget>

#include <vector>

class QBoxLayout;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace glyphscope {

class CurveChart;
class EpochTable;
class NumberLine;

/// Where a network is trained: what to train, one button to start and stop, and how it goes.
/// It starts nothing itself: trainRequested() asks, setRunning(true) confirms and clears the last run.
class TrainingPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrainingPanel(QWidget* parent = nullptr);

    /// The recipe chosen, with the epochs and the seed as they stand.
    [[nodiscard]] TrainOptions options() const;

public Q_SLOTS:
    void setRecipes(const std::vector<glyphscope::TrainOptions>& recipes);

    /// Whether there is something to train on, and its name; or else how to get it.
    void setDataState(bool available, const QString& text);
    void setEngineReady(bool ready);

    void setRunning(bool running);
    void addSteps(const std::vector<glyphscope::StepStats>& steps);
    void addEpoch(const glyphscope::EpochStats& epoch);

    /// How the run ended. Both also end the running state.
    void setFinished(const QString& summary);
    void setFailed(const QString& message);

Q_SIGNALS:
    void trainRequested(const glyphscope::TrainOptions& options);
    void stopRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Tone { Muted, Good, Caution, Bad };

    QWidget* buildSettings();
    QWidget* buildProgress();
    QWidget* buildEmptyPage();
    QWidget* buildRunPage();

    void chooseRecipe(int index);
    void noteEpochs(int epochs);
    void press();
    void clearRun();
    void end(Tone tone, const QString& text);
    void showNumbers();
    void updateState();
    void showIdleState();
    void setStatus(Tone tone, const QString& text);
    void updateIcons();

    std::vector<TrainOptions> m_recipes;
    bool m_epochsChosen = false;  // by the user, not by the recipe
    bool m_dataAvailable = false;
    QString m_dataText;
    bool m_engineReady = false;
    bool m_running = false;
    bool m_stopping = false;
    bool m_ended = false;  // a run has ended: its end stays in the status line
    Tone m_tone = Tone::Muted;
    StepStats m_last;

    QComboBox* m_recipe = nullptr;
    QSpinBox* m_epochs = nullptr;
    QSpinBox* m_seed = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_button = nullptr;
    QProgressBar* m_progress = nullptr;
    NumberLine* m_numbers = nullptr;
    QLabel* m_statusIcon = nullptr;
    QLabel* m_status = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_emptyIcon = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    CurveChart* m_chart = nullptr;
    EpochTable* m_table = nullptr;
};

}  // namespace glyphscope
