// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/training_session.h"

#include "app/session/gui_call.h"
#include "model/checkpoint/safetensors.h"

#include <chrono>
#include <exception>
#include <iterator>
#include <sys/resource.h>
#include <utility>

namespace glyphscope {
namespace {

using Clock = std::chrono::steady_clock;

/// True once per interval, at most.
class Pace {
public:
    explicit Pace(int perSecond) : m_interval(std::chrono::nanoseconds(1'000'000'000 / perSecond)) {}

    [[nodiscard]] bool due()
    {
        const Clock::time_point now = Clock::now();
        if (now < m_next)
            return false;
        m_next = now + m_interval;
        return true;
    }

private:
    const Clock::duration m_interval;
    Clock::time_point m_next;
};

/// Lets the window and the reader go first. Under Linux's default scheduler only the nice value of a thread
/// counts, and the threads that OpenMP starts from this one inherit it.
void yieldToTheWindow()
{
#if defined(__linux__)
    ::setpriority(PRIO_PROCESS, 0, 10);
#endif
}

}  // namespace

/// Collects on the worker thread, hands over in portions.
class TrainingSession::Sink final : public TrainSink {
public:
    explicit Sink(TrainingSession& session) : m_session(session) {}

    void onStep(const StepStats& stats) override
    {
        m_steps.push_back(stats);
        if (m_updates.due())
            flush();
    }

    void onEpoch(const EpochStats& stats) override
    {
        flush();
        callOnThreadOf(&m_session, [&session = m_session, stats] { Q_EMIT session.evaluated(stats); });
    }

    bool wantsSnapshot() override { return m_snapshots.due(); }

    void onSnapshot(StateDict weights) override
    {
        const auto shared = std::make_shared<const StateDict>(std::move(weights));
        callOnThreadOf(&m_session, [&session = m_session, shared] { Q_EMIT session.snapshotTaken(shared); });
    }

    std::optional<LiveOptions> takeChanges() override { return m_session.m_changes.tryTake(); }

    void onRefused(const std::string& message) override
    {
        callOnThreadOf(&m_session, [&session = m_session, text = QString::fromStdString(message)] {
            Q_EMIT session.refused(text);
        });
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

    void flush()
    {
        flushHooks();
        if (m_steps.empty())
            return;
        callOnThreadOf(&m_session, [&session = m_session, steps = std::exchange(m_steps, {})] {
            Q_EMIT session.progressed(steps);
        });
    }

private:
    void flushHooks()
    {
        if (m_records.empty())
            return;
        callOnThreadOf(&m_session, [&session = m_session, records = std::exchange(m_records, {}),
                                    events = std::exchange(m_events, {})] {
            Q_EMIT session.hooksRecorded(records);
            if (!events.empty())
                Q_EMIT session.hooksCalled(events);
        });
    }

    TrainingSession& m_session;
    std::vector<StepStats> m_steps;
    std::vector<HookRecord> m_records;
    std::vector<HookEvent> m_events;
    Pace m_probes{kProbesPerSecond};
    Pace m_updates{kUpdatesPerSecond};
    Pace m_snapshots{kSnapshotsPerSecond};
};

TrainingSession::TrainingSession(QObject* parent) : QObject(parent)
{
}

TrainingSession::~TrainingSession() = default;

void TrainingSession::start(TrainingJob job)
{
    if (m_running)
        return;
    m_running = true;
    job.options.frozen = m_options.frozen;
    job.options.device = m_options.device;
    m_changes.put(m_options);  // the hooks
    m_worker = std::jthread([this, job = std::move(job)](std::stop_token stop) { work(job, stop); });
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

void TrainingSession::work(const TrainingJob& job, std::stop_token stop)
{
    yieldToTheWindow();
    Sink sink(*this);
    try {
        const TrainTest data = job.loadData();
        TrainResult result = job.engine->train(data, job.options, std::nullopt, stop, sink);
        sink.flush();
        keep(result, job.keepAt);
        end([this, result = std::move(result)] {
            if (!result.failure.empty())
                Q_EMIT failed(QString::fromStdString(result.failure));
            else if (result.stopped)
                Q_EMIT stopped(result);
            else
                Q_EMIT finished(result);
        });
    } catch (const std::exception& error) {
        sink.flush();  // the last steps show how it came to this
        end([this, message = QString::fromUtf8(error.what())] { Q_EMIT failed(message); });
    }
}

void TrainingSession::keep(const TrainResult& result, const std::filesystem::path& file)
{
    if (result.steps == 0)
        return;
    try {
        std::error_code none;  // there may be no older file
        std::filesystem::copy_file(file, weightsBefore(file),
                                   std::filesystem::copy_options::overwrite_existing, none);
        writeSafetensors(result.weights, file);
    } catch (const std::exception& error) {
        callOnThreadOf(this, [this, message = QString::fromUtf8(error.what())] { Q_EMIT notSaved(message); });
    }
}

void TrainingSession::end(const std::function<void()>& emitSignal)
{
    callOnThreadOf(this, [this, emitSignal] {
        m_running = false;
        emitSignal();
    });
}

}  // namespace glyphscope
