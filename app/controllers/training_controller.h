// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/controllers/training_forecast.h"
#include "app/session/training_session.h"
#include "app/settings/training_settings.h"
#include "model/checkpoint/run_store.h"
#include "model/types/data_choice.h"
#include "model/types/network_description.h"
#include "ui/curves/curve_format.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

class EngineSession;
class FileDialogs;
class GradientFlowStrip;
class NoticeBar;
class TaskSession;
class TrainingPanel;
class WeightsController;

/// Training: controls, curves, numbers, and the session that trains. Lives on the
/// GUI thread.
class TrainingController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        TrainingPanel& training;
        GradientFlowStrip& gradientFlow;
        NoticeBar& notices;
        FileDialogs& dialogs;
        EngineSession& engine;
        TaskSession& disk;
        TaskSession& compute;
        WeightsController& weights;
        std::shared_ptr<RunStore> runs;
        std::function<Dataset(const ClassSet&)> samples;
    };

    explicit TrainingController(const Parts& parts);
    ~TrainingController() override;

    [[nodiscard]] TrainingSession& session() { return m_session; }
    /// What the panel remembers from one start to the next.
    void restore(const TrainingSettings& settings);
    [[nodiscard]] TrainingSettings kept() const;
    /// What inspection and device change, also in the midst of a run.
    void setFrozen(std::vector<std::string> names);
    void setNetwork(const NetworkDescription& network);  ///< of which some is frozen
    void setHooks(std::vector<HookSpec> hooks);
    void setDevice(const std::string& device);

    /// Resumes a run that was stopped or interrupted, as it was: options, data and frozen parameters.
    void resume(const RunInfo& run);

    /// The run that is trained now, once it can be interrupted and resumed; empty: there is none.
    [[nodiscard]] QString resumableRun() const
    {
        return m_session.running() && m_stepped && m_kept ? m_run : QString();
    }
    [[nodiscard]] bool paused() const { return m_paused; }

    /// Those that are there: some may be gone since they were trained.
    void setRuns(const std::vector<RunInfo>& runs);

    /// Nothing is trained while something else does, such as a fine-tune.
    void setBlocked(bool blocked) { m_blocked = blocked; }

Q_SIGNALS:
    void runningChanged(bool running);
    /// The run that is being written now; empty: none.
    void activeRunChanged(const QString& id);
    /// A run has changed on disk.
    void runsChanged();
    /// Untrained weights are there to be seen.
    void wasReset();
    /// Of a run that is resumed.
    void frozenRestored(const QStringList& parameterNames);
    /// How the whole test set was read, and by what.
    void testRead(const std::shared_ptr<const glyphscope::Evaluation>& evaluation,
                  const std::shared_ptr<const glyphscope::TrainTest>& data, const QString& what);

private:
    void connectControls();
    void connectRun();

    void start(const TrainOptions& options, const DataChoice& data, TrainUntil until);
    [[nodiscard]] bool mayStart();
    [[nodiscard]] std::optional<NetworkSpec> networkInUse() const;
    [[nodiscard]] NetworkSpec trainedNetwork() const;  // by a new run
    void launch(const RunInfo& run, TrainUntil until, const std::optional<RunCurves>& resumed);
    void resumeWith(const RunInfo& run, const RunCurves& curves);
    void leave();
    void sayFrozen();
    void reset();
    void ended(const TrainResult& result);
    void sayEnd();
    void failed(const QString& message, const TrainResult& result);
    void exportCurves(CurveFormat format);
    void saveCurves(const QString& path, CurveFormat format);

    const Parts m_parts;

    LiveOptions m_live;
    std::vector<ParameterInfo> m_parameters;   // of the network
    QString m_name;                            // of the run, for what it leaves
    bool m_follows = false;                    // its weights are shown, until the user applies others
    std::shared_ptr<const TrainTest> m_data;   // of the newest run
    std::shared_ptr<const Evaluation> m_test;  // until its epoch's numbers are there
    std::optional<double> m_accuracy;          // of the newest run, when it was tested last
    bool m_blocked = false;
    TrainingForecast m_forecast;
    std::shared_ptr<const StateDict> m_left;  // by the newest run; none: it left nothing
    QString m_end;                            // how the newest run ended, in words
    QString m_run;                            // the newest run's id; empty: it is kept nowhere
    bool m_kept = false;                      // it is among the runs
    bool m_stepped = false;                   // it has made a step of its own
    bool m_paused = false;
    std::int64_t m_startedAt = 0;
    TrainingSession m_session;
};

}  // namespace glyphscope
