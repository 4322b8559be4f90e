// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/training_session.h"
#include "model/checkpoint/run_store.h"
#include "model/types/data_choice.h"
#include "ui/training/curve_format.h"
#include "ui/training/data_sources.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

class EngineSession;
class MainWindow;
class TaskSession;
class WeightsDesk;

/// The part of the map around training: controls, curves, numbers, and the session that trains. Lives on the
/// GUI thread.
class TrainingWiring : public QObject {
    Q_OBJECT

public:
    TrainingWiring(MainWindow& window, EngineSession& engine, TaskSession& tasks, WeightsDesk& weights,
                   std::shared_ptr<RunStore> runs, std::function<Dataset(int classCount)> samples);
    ~TrainingWiring() override;

    [[nodiscard]] TrainingSession& session() { return m_session; }
    /// What inspection and device change, also in the midst of a run.
    void setFrozen(std::vector<std::string> names);
    void setHooks(std::vector<HookSpec> hooks);
    void setDevice(std::string device);

    void setSampleCount(int count);
    /// Nothing is trained while something else does, such as a fine-tune.
    void setBlocked(bool blocked) { m_blocked = blocked; }

Q_SIGNALS:
    void runningChanged(bool running);

private:
    void connectControls();
    void connectRun();
    void connectData();

    void start(const TrainOptions& options, const DataChoice& data, TrainUntil until);
    void reset(bool newSeed);
    void ended(const TrainResult& result);
    void failed(const QString& message, const TrainResult& result);
    void showSources();
    void addSource(bool folder);
    void addSources(const QStringList& paths, bool folders);
    void sourceRead(const QString& path, bool folder, qint64 images, const QString& problem);
    void exportCurves(CurveFormat format);
    void saveCurves(const QString& path, CurveFormat format);
    void preview(const std::optional<Augmentation>& augmentation);

    MainWindow& m_window;
    EngineSession& m_engine;
    TaskSession& m_tasks;
    WeightsDesk& m_weights;
    const std::shared_ptr<RunStore> m_runs;
    const std::function<Dataset(int classCount)> m_samples;

    LiveOptions m_live;
    QString m_name;          // of the run, for what it leaves
    bool m_follows = false;  // the weights shown are the run's, until the user asks for others
    DataSources m_sources;
    std::shared_ptr<const TrainTest> m_data;                // of the newest run
    std::shared_ptr<const std::vector<Glyph>> m_originals;  // the preview's
    bool m_previewing = false;
    bool m_blocked = false;
    QString m_run;  // the newest run's id; empty: it is kept nowhere
    std::int64_t m_startedAt = 0;
    std::uint64_t m_previewSeed = 0;
    TrainingSession m_session;
};

}  // namespace glyphscope
