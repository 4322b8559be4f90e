// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/evaluation_session.h"

#include "app/session/gui_call.h"
#include "app/session/thread_priority.h"
#include "app/text/message_text.h"

#include <exception>
#include <utility>

namespace glyphscope {

EvaluationSession::EvaluationSession(QObject* parent) : QObject(parent)
{
}

EvaluationSession::~EvaluationSession() = default;

void EvaluationSession::start(EvaluationJob job)
{
    if (m_running)
        return;
    m_running = true;
    m_worker = std::jthread([this, job = std::move(job)](std::stop_token stop) { work(job, stop); });
}

void EvaluationSession::work(const EvaluationJob& job, std::stop_token stop)
{
    lowerThreadPriority();
    try {
        const auto data = std::make_shared<const TrainTest>(job.loadData());
        const auto evaluation = std::make_shared<const Evaluation>(
            job.engine->evaluate(*job.weights, data->test, job.device, stop));
        end([this, evaluation, data] { Q_EMIT measured(evaluation, data); });
    } catch (const std::exception& error) {
        end([this, message = errorText(error)] { Q_EMIT failed(message); });
    }
}

void EvaluationSession::end(const std::function<void()>& emitSignal)
{
    callOnThreadOf(this, [this, emitSignal] {
        m_running = false;
        emitSignal();
    });
}

}  // namespace glyphscope
