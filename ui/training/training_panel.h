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
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <optional>
#include <vector>

class QFrame;
class QGridLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTimer;
class QToolButton;

namespace glyphscope {

class CurveChart;
class DataPicker;
class EpochTable;
class OptionForm;
class RecipeBar;
class RunProgress;
class Section;
class TransportRow;

/// Where a network is trained: what on, how, the buttons that drive it, and how it goes.
/// It starts nothing itself: trainRequested() asks, setRunning(true) confirms and clears the last run.
class TrainingPanel : public Panel {
    Q_OBJECT
    /// Which parts are unfolded, to be remembered: "more" and the keys of the sections.
    Q_PROPERTY(QStringList openSections READ openSections WRITE setOpenSections)

public:
    explicit TrainingPanel(QWidget* parent = nullptr);

    /// Every hyper-parameter as it stands; also the values changed in the course of a run.
    [[nodiscard]] const TrainOptions& options() const { return m_options; }
    [[nodiscard]] const DataChoice& data() const;
    [[nodiscard]] QStringList openSections() const;
    void setOpenSections(const QStringList& keys);
    [[nodiscard]] CurveChart* chart() const { return m_chart; }

public Q_SLOTS:
    void setRecipes(const std::vector<glyphscope::TrainOptions>& recipes);
    /// Settings remembered, or those of a run that is resumed.
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

    /// The answer to augmentationPreviewWanted().
    void setAugmented(const std::vector<glyphscope::Glyph>& originals,
                      const std::vector<glyphscope::Glyph>& distorted);

Q_SIGNALS:
    void trainRequested(const glyphscope::TrainOptions& options, const glyphscope::DataChoice& data,
                        glyphscope::TrainUntil until);
    void pauseRequested();
    void continueRequested(glyphscope::TrainUntil until);
    void stopRequested();
    /// options() has the seed to start over with.
    void resetRequested(bool newSeed);
    /// Changed in the course of a run, for its next step.
    void valuesChanged(const glyphscope::LiveValues& values);
    void addFolderRequested();
    void addInkRequested();
    void addNotDigitsRequested();
    /// About twice a second while the preview is seen; nothing once it is not.
    void augmentationPreviewWanted(const std::optional<glyphscope::Augmentation>& augmentation);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Tone { Muted, Good, Caution, Bad };

    QWidget* buildControls();
    QWidget* buildDataLine();
    QWidget* buildStatus();
    QWidget* buildSettings();
    QWidget* buildEmptyPage();
    QWidget* buildRunPage();
    void connectSettings();
    void connectTransport();
    void arrange();

    void chooseRecipe(const TrainOptions& recipe);
    void takeOptions(TrainOptions options);
    void changeOptions(const TrainOptions& options);
    void sendValues();
    void openData();
    void reset(bool newSeed);
    void end(Tone tone, const QString& text);
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] QString obstacle() const;
    void showState();
    void showIdleState();
    void showData();
    void setStatus(Tone tone, const QString& text);
    void updateIcons();

    TrainOptions m_options;
    DataSources m_sources;
    bool m_engineReady = false;
    bool m_ended = false;  // a run has ended: its end stays in the status line
    Tone m_tone = Tone::Muted;
    LiveValues m_sent;      // in force, as far as the panel knows
    QTimer* m_valuesClock;  // so that a drag or typing is sent once it rests

    bool m_beside = false;  // the settings stand beside the curves
    QGridLayout* m_layout = nullptr;
    TransportRow* m_transport = nullptr;
    RecipeBar* m_recipe = nullptr;
    QToolButton* m_dataLine = nullptr;
    RunProgress* m_progress = nullptr;
    QLabel* m_statusIcon = nullptr;
    QLabel* m_status = nullptr;
    QWidget* m_controls = nullptr;
    QFrame* m_settings = nullptr;
    Section* m_dataSection = nullptr;
    DataPicker* m_data = nullptr;
    OptionForm* m_form = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_emptyIcon = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    CurveChart* m_chart = nullptr;
    EpochTable* m_table = nullptr;
};

}  // namespace glyphscope
