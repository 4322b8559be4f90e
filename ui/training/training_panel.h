// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "model/types/live_options.h"
#include "model/types/raster.h"
#include "model/types/run.h"
#include "model/types/train_options.h"
#include "model/types/train_until.h"
#include "model/types/training_progress.h"
#include "ui/training/data_sources.h"
#include "ui/training/status_line.h"
#include "ui/training/training_plan.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <optional>
#include <vector>

class QBoxLayout;
class QFrame;
class QGridLayout;
class QToolButton;

namespace glyphscope {

class CurveChart;
class LiveValuesSender;
class RecipeBar;
class RunPages;
class RunProgress;
class TrainingSettingsCard;
class TransportRow;

/// Where a network is trained: what on, how, the buttons that drive it, and how it goes.
/// It starts nothing itself: trainRequested() asks, setRunning(true) confirms and clears the last run. What
/// is changed in the course of a run is that run's: when it ends, what was chosen before stands again.
class TrainingPanel : public Panel {
    Q_OBJECT
    /// Which parts are unfolded, to be remembered: "more" and the keys of the sections.
    Q_PROPERTY(QStringList openSections READ openSections WRITE setOpenSections)

public:
    explicit TrainingPanel(QWidget* parent = nullptr);

    /// Every hyper-parameter as it stands: of a run, with the values changed in its course.
    [[nodiscard]] const TrainOptions& options() const;
    [[nodiscard]] const DataChoice& data() const;
    /// What the next run takes, also while one is under way.
    [[nodiscard]] const TrainOptions& chosenOptions() const;
    [[nodiscard]] const DataChoice& chosenData() const;
    [[nodiscard]] QStringList openSections() const;
    void setOpenSections(const QStringList& keys);
    [[nodiscard]] CurveChart* chart() const;

public Q_SLOTS:
    void setRecipes(const std::vector<glyphscope::TrainOptions>& recipes);
    /// Settings remembered, or, just after setRunning(true), those of the run that is resumed.
    void setOptions(const glyphscope::TrainOptions& options);
    void setData(const glyphscope::DataChoice& data);
    void setDataSources(const glyphscope::DataSources& sources);
    /// A source that could not be read, in words; empty takes it back.
    void setDataProblem(const QString& problem);
    void setEngineReady(bool ready);

    void setRunning(bool running);
    void setPaused(bool paused);
    void addSteps(const std::vector<glyphscope::StepStats>& steps);
    void addEpoch(const glyphscope::EpochStats& epoch);
    void addMark(const glyphscope::RunMark& mark);
    /// How the run ended. Both also end the running state.
    void setFinished(const QString& summary);
    void setFailed(const QString& message);
    /// How far the run that is resumed had come, just after setRunning(true).
    void setRun(const glyphscope::RunCurves& curves);
    /// No run any more: after a reset.
    void clearRun();
    /// The newest run, if it was stopped before its end; its name is empty: there is nothing to resume.
    void setResumable(const QString& name, double epochsDone, int epochs);

    /// The share of the network's parameters that is trained: the others are frozen.
    void setTrainedShare(double share);

    /// The network that a new run trains, and how many images a second that may take; none: not known.
    void setNetwork(const QString& name, std::optional<double> imagesPerSecond);

    /// The answer to augmentationPreviewWanted().
    void setAugmented(const std::vector<glyphscope::Glyph>& originals,
                      const std::vector<glyphscope::Glyph>& distorted);

Q_SIGNALS:
    void trainRequested(const glyphscope::TrainOptions& options, const glyphscope::DataChoice& data,
                        glyphscope::TrainUntil until);
    void pauseRequested();
    /// Of the paused run, or, where there is none, of that of setResumable().
    void resumeRequested(glyphscope::TrainUntil until);
    void stopRequested();
    /// options() has the seed to start over with.
    void resetRequested(bool newSeed);
    /// Changed in the course of a run, for its next step.
    void valuesChanged(const glyphscope::LiveValues& values);
    void addFolderRequested();
    void addInkRequested();
    void addNotDigitsRequested();
    /// About twice a second while the preview is seen; nothing once it is not.
    void augmentationPreviewWanted(const std::optional<glyphscope::Augmentation>&, const QString& habit = {});

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildControls();
    QFrame* buildProgress();
    QWidget* buildDataLine();
    void connectSettings();
    void connectTransport();
    void arrange();
    void arrangeControls();

    void reset(bool newSeed);
    void endRun(StatusLine::Tone tone, const QString& text);
    [[nodiscard]] bool isRunning() const;
    void showState();
    void showRunState();
    void showIdleState();
    void showData();

    bool m_engineReady = false;
    bool m_beside = true;  // the settings stand beside the curves
    QString m_end;         // how the run ended that is shown; empty: there is none, or it has not
    StatusLine::Tone m_endTone = StatusLine::Tone::Good;
    QString m_resumable;  // what of setResumable() is said
    TrainingPlan m_plan;
    LiveValuesSender* m_values = nullptr;
    QGridLayout* m_layout = nullptr;
    QBoxLayout* m_controls = nullptr;
    QFrame* m_progressCard = nullptr;
    TransportRow* m_transport = nullptr;
    RecipeBar* m_recipe = nullptr;
    QToolButton* m_dataLine = nullptr;
    StatusLine* m_status = nullptr;
    RunProgress* m_progress = nullptr;
    TrainingSettingsCard* m_settings = nullptr;
    RunPages* m_pages = nullptr;
};

}  // namespace glyphscope
