// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/fine_tune_session.h"

#include "app/session/gui_call.h"
#include "app/session/pace.h"
#include "app/session/thread_priority.h"
#include "app/text/message_text.h"
#include "model/types/class_names.h"

#include <exception>
#include <utility>

namespace glyphscope {

/// Hands over in portions.
class FineTuneSession::Sink final : public TrainSink {
public:
    explicit Sink(FineTuneSession& session) : m_session(session) {}

    void onStep(const StepStats& stats) override
    {
        if (!m_updates.due() || stats.totalSteps == 0)
            return;
        const double share = static_cast<double>(stats.step) / static_cast<double>(stats.totalSteps);
        callOnThreadOf(&m_session, [&session = m_session, share] { Q_EMIT session.progressed(share); });
    }

    bool wantsSnapshot() override { return m_snapshots.due(); }

    void onSnapshot(StateDict weights) override
    {
        const auto shared = std::make_shared<const StateDict>(std::move(weights));
        callOnThreadOf(&m_session, [&session = m_session, shared] { Q_EMIT session.snapshotTaken(shared); });
    }

private:
    FineTuneSession& m_session;
    Pace m_updates{kUpdatesPerSecond};
    Pace m_snapshots{kSnapshotsPerSecond};
};

FineTuneSession::FineTuneSession(QObject* parent) : QObject(parent)
{
}

FineTuneSession::~FineTuneSession() = default;

void FineTuneSession::start(FineTuneJob job)
{
    if (m_running)
        return;
    m_running = true;
    m_worker = std::jthread([this, job = std::move(job)](std::stop_token stop) { work(job, stop); });
}

void FineTuneSession::stop()
{
    m_worker.request_stop();
}

void FineTuneSession::work(const FineTuneJob& job, std::stop_token stop)
{
    lowerThreadPriority();
    try {
        const Dataset samples = job.loadSamples(classesOf(*job.weights));
        const TrainTest replay = job.loadReplay();
        Sink sink(*this);
        auto result = std::make_shared<FineTuneResult>(
            job.engine->fineTune(*job.weights, samples, replay, job.options, stop, sink));
        result->report.leftOut = static_cast<std::int64_t>(samples.leftOut);
        end([this, result] {
            if (result->stopped)
                Q_EMIT stopped();
            else
                Q_EMIT finished(result);
        });
    } catch (const std::exception& error) {
        end([this, message = errorText(error)] { Q_EMIT failed(message); });
    }
}

void FineTuneSession::end(const std::function<void()>& emitSignal)
{
    callOnThreadOf(this, [this, emitSignal] {
        m_running = false;
        emitSignal();
    });
}

}  // namespace glyphscope
