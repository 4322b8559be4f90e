// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/training_session.h"

#include "app/session/gui_call.h"
#include "app/session/pace.h"
#include "app/session/run_keeper.h"
#include "app/session/thread_priority.h"
#include "app/text/message_text.h"
#include "model/types/error.h"

#include <cmath>
#include <exception>
#include <iterator>
#include <utility>

namespace glyphscope {
namespace {

/// The run's place on disk; none, and trouble told, if there is no room for it: training continues.
std::unique_ptr<RunWriter> writerOf(const TrainingJob& job,
                                    const std::function<void(const std::exception&)>& onTrouble)
{
    if (!job.beginRun)
        return nullptr;
    if (job.loadResumePoint)
        return job.beginRun();  // a run that cannot be written cannot be resumed
    try {
        return job.beginRun();
    } catch (const Error& error) {
        onTrouble(error);
        return nullptr;
    }
}

}  // namespace

/// Collects on the worker thread, hands over in portions.
class TrainingSession::Sink final : public TrainSink {
public:
    Sink(TrainingSession& session, RunKeeper& run) : m_session(session), m_run(run) {}

    void onStep(const StepStats& stats) override
    {
        m_steps.push_back(stats);
        m_session.m_gate.passed(stats.epoch == std::floor(stats.epoch));
        if (m_updates.due())
            flush();
    }

    void onEvaluation(const Evaluation& evaluation) override
    {
        m_evaluation = std::make_shared<const Evaluation>(evaluation);
    }

    void onEpoch(const EpochStats& stats) override
    {
        flush();
        if (m_evaluation) {
            m_run.addEpoch(stats, *m_evaluation);
            callOnThreadOf(&m_session, [&session = m_session, evaluation = m_evaluation] {
                Q_EMIT session.testRead(evaluation);
            });
        }
        callOnThreadOf(&m_session, [&session = m_session, stats] { Q_EMIT session.evaluated(stats); });
    }

    bool wantsSnapshot() override
    {
        m_waits = !m_session.m_gate.isOpen();
        m_publishes = m_waits || m_snapshots.due();
        return m_publishes || m_run.wantsWeights();
    }

    void onSnapshot(StateDict weights) override
    {
        if (m_run.wantsWeights()) {
            flush();
            m_run.keepWeights(weights);
        }
        if (!m_publishes)
            return;
        const auto shared = std::make_shared<const StateDict>(std::move(weights));
        callOnThreadOf(&m_session, [&session = m_session, shared] { Q_EMIT session.snapshotTaken(shared); });
    }

    void waitForTurn(std::stop_token stop) override
    {
        if (!m_waits)
            return;
        flush();
        emitPaused(true);
        m_session.m_gate.wait(stop);
        emitPaused(false);
    }

    bool wantsCheckpoint() override { return m_run.wantsResumePoint() || !m_session.m_gate.isOpen(); }

    void onCheckpoint(StateDict checkpoint) override
    {
        flush();
        m_run.keepResumePoint(checkpoint);
    }

    void onMark(const RunMark& mark) override
    {
        flush();
        m_run.addMark(mark);
        callOnThreadOf(&m_session, [&session = m_session, mark] { Q_EMIT session.marked(mark); });
    }

    std::optional<LiveOptions> takeChanges() override { return m_session.m_changes.tryTake(); }

    void onRefused(const Message& message) override
    {
        callOnThreadOf(&m_session,
                       [&session = m_session, text = messageText(message)] { Q_EMIT session.refused(text); });
    }

    void onDevice(const std::string& device) override
    {
        callOnThreadOf(&m_session, [&session = m_session, device] {
            if (std::exchange(session.m_options.device, device) != device)
                Q_EMIT session.stayedOn(QString::fromStdString(device));
        });
    }

    bool wantsGradientFlow() override { return m_session.m_wantFlow && m_probes.due(); }

    void onGradientFlow(const GradientFlow& flow) override
    {
        callOnThreadOf(&m_session, [&session = m_session, flow] { Q_EMIT session.gradientsFlowed(flow); });
    }

    void onHooks(const std::vector<HookRecord>& records, std::vector<HookEvent> events) override
    {
        m_records = records;
        if (m_session.m_wantHookEvents)
            std::move(events.begin(), events.end(), std::back_inserter(m_events));
    }

    void onHookCost(const HookCost& cost) override { m_cost = cost; }

    void flush()
    {
        flushHooks();
        if (m_steps.empty())
            return;
        m_run.addSteps(m_steps);
        callOnThreadOf(&m_session, [&session = m_session, steps = std::exchange(m_steps, {})] {
            Q_EMIT session.progressed(steps);
        });
    }

private:
    void flushHooks()
    {
        if (m_records.empty())
            return;
        callOnThreadOf(&m_session,
                       [&session = m_session, records = std::exchange(m_records, {}),
                        events = std::exchange(m_events, {}), cost = std::exchange(m_cost, std::nullopt)] {
                           Q_EMIT session.hooksRecorded(records);
                           if (cost)
                               Q_EMIT session.hooksCost(*cost);
                           if (!events.empty())
                               Q_EMIT session.hooksCalled(events);
                       });
    }

    void emitPaused(bool paused)
    {
        callOnThreadOf(&m_session, [&session = m_session, paused] { Q_EMIT session.pausedChanged(paused); });
    }

    TrainingSession& m_session;
    RunKeeper& m_run;
    bool m_waits = false;      // at this turn
    bool m_publishes = false;  // the weights of this turn
    std::shared_ptr<const Evaluation> m_evaluation;
    std::vector<StepStats> m_steps;
    std::vector<HookRecord> m_records;
    std::optional<HookCost> m_cost;
    std::vector<HookEvent> m_events;
    Pace m_probes{kProbesPerSecond};
    Pace m_updates{kUpdatesPerSecond};
    Pace m_snapshots{kSnapshotsPerSecond};
};

TrainingSession::TrainingSession(QObject* parent) : QObject(parent)
{
}

TrainingSession::~TrainingSession()
{
    interrupt();
}

void TrainingSession::start(TrainingJob job)
{
    if (m_running)
        return;
    m_running = true;
    m_interrupted = false;
    job.options.frozen = m_options.frozen;
    job.options.device = m_options.device;
    m_options.values.reset();  // of an earlier run
    m_changes.put(m_options);  // the hooks
    m_gate.open(job.until);
    m_worker = std::jthread([this, job = std::move(job)](std::stop_token stop) { work(job, stop); });
}

void TrainingSession::pause()
{
    m_gate.close();
}

void TrainingSession::unpause(TrainUntil until)
{
    m_gate.open(until);
}

void TrainingSession::change(LiveOptions options)
{
    m_options = std::move(options);
    if (m_running)
        m_changes.put(m_options);
}

void TrainingSession::wantGradientFlow(bool wanted)
{
    m_wantFlow = wanted;
}

void TrainingSession::wantHookEvents(bool wanted)
{
    m_wantHookEvents = wanted;
}

void TrainingSession::stop()
{
    m_worker.request_stop();
}

void TrainingSession::interrupt()
{
    if (m_worker.get_stop_token().stop_requested())
        return;  // the user stopped it before
    m_interrupted = true;
    stop();
}

void TrainingSession::work(const TrainingJob& job, std::stop_token stop)
{
    lowerThreadPriority();
    const auto trouble = [this](const std::exception& error) {
        callOnThreadOf(this, [this, text = errorText(error)] { Q_EMIT notSaved(text); });
    };
    try {
        const auto data = std::make_shared<const TrainTest>(job.loadData());
        RunKeeper run(writerOf(job, trouble), trouble);
        // only now: nobody else writes the run any more
        const auto resume = job.loadResumePoint ? job.loadResumePoint() : std::nullopt;
        announce(data, run);
        train(job, *data, resume, run, stop);
    } catch (const std::exception& error) {
        end([this, message = errorText(error)] { Q_EMIT failed(message, {}); });
    }
}

void TrainingSession::announce(const std::shared_ptr<const TrainTest>& data, RunKeeper& run)
{
    run.setData(data->name, static_cast<std::int64_t>(data->train.size()), data->train.classes.givenNames());
    const QString id = run.info() == nullptr ? QString() : QString::fromStdString(run.info()->id);
    callOnThreadOf(this, [this, data, id] { Q_EMIT began(data, id); });
}

void TrainingSession::train(const TrainingJob& job, const TrainTest& data,
                            const std::optional<StateDict>& resume, RunKeeper& run, std::stop_token stop)
{
    Sink sink(*this, run);
    try {
        const TrainResult result = job.engine->train(data, job.options, resume, stop, sink);
        sink.flush();
        run.end(endOf(result), result, result.failure.empty() ? std::string() : result.failure.text());
        end([this, result] {
            if (!result.failure.empty())
                Q_EMIT failed(messageText(result.failure), result);
            else if (result.stopped)
                Q_EMIT stopped(result);
            else
                Q_EMIT finished(result);
        });
    } catch (const std::exception& error) {
        sink.flush();  // the last steps show how it came to this
        run.end(RunState::Failed, {}, error.what());
        throw;
    }
}

RunState TrainingSession::endOf(const TrainResult& result) const
{
    if (!result.failure.empty())
        return RunState::Failed;
    if (!result.stopped)
        return RunState::Done;
    return m_interrupted ? RunState::Interrupted : RunState::Stopped;
}

void TrainingSession::end(const std::function<void()>& emitSignal)
{
    callOnThreadOf(this, [this, emitSignal] {
        m_running = false;
        emitSignal();
    });
}

}  // namespace glyphscope
