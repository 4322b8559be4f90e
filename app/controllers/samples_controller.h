// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/files/sample_store.h"
#include "app/session/fine_tune_session.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace glyphscope {

class EngineSession;
class MainWindow;
class TaskSession;
class WeightsController;

/// The part of the map around my handwriting: samples kept, changed and taught to the network. Lives on the
/// GUI thread; the disk is left to `tasks`.
class SamplesController : public QObject {
    Q_OBJECT

public:
    SamplesController(MainWindow& window, EngineSession& engine, TaskSession& tasks,
                      WeightsController& weights, QString folder);
    ~SamplesController() override;

    /// Nothing is taught while something else trains.
    void setBlocked(bool blocked) { m_blocked = blocked; }
    /// What the weights in use say of each sample; nothing before the engine is there.
    void judge();

Q_SIGNALS:
    void countChanged(int count);
    void teachingChanged(bool teaching);

private:
    void connectAnswer();
    void connectGallery();
    void connectFineTuning();

    void refresh();
    void show(std::vector<Sample> samples);
    void keep(int label);
    void takeBack();
    void relabel(const QStringList& ids, int label);
    void remove(const QStringList& ids);
    void restore();
    void import();
    void exportAll(bool inkml);
    void fineTune(const FineTuneOptions& options);
    void taught(const std::shared_ptr<const FineTuneResult>& result);
    void change(std::function<void(const SampleStore&)> change);

    MainWindow& m_window;
    EngineSession& m_engine;
    TaskSession& m_tasks;
    WeightsController& m_weights;
    const SampleStore m_store;
    std::vector<Sample> m_samples;
    std::string m_kept;  // the sample that "It was a ..." gave last
    /// Undoes the last change of the gallery.
    std::function<void(const SampleStore&)> m_undo;
    bool m_blocked = false;
    bool m_judging = false;
    bool m_judgeAgain = false;
    FineTuneSession m_session;
};

}  // namespace glyphscope
