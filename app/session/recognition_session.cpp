// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/recognition_session.h"

#include "model/preprocess/normalize.h"

#include <exception>
#include <utility>

namespace glyphscope {

RecognitionSession::RecognitionSession(QObject* parent)
    : QObject(parent), m_worker([this](std::stop_token stop) { work(stop); })
{
}

RecognitionSession::~RecognitionSession() = default;

void RecognitionSession::recognize(Drawing drawing)
{
    m_newest.drawing = std::move(drawing);
    post();
}

void RecognitionSession::useWeights(MakeRecognizer make, std::shared_ptr<const StateDict> weights)
{
    m_newest.make = std::move(make);
    m_newest.weights = std::move(weights);
    post();
}

void RecognitionSession::post()
{
    ++m_newest.id;
    m_requests.put(m_newest);
}

void RecognitionSession::work(std::stop_token stop)
{
    while (const auto request = m_requests.take(stop)) {
        try {
            refreshRecognizer(*request);
            answer(*request);
        } catch (const std::exception& error) {
            const QString message = QString::fromUtf8(error.what());
            deliver(request->id, [this, message] { Q_EMIT failed(message); });
        }
    }
}

void RecognitionSession::refreshRecognizer(const Request& request)
{
    if (request.weights == m_inUse)
        return;
    m_inUse = request.weights;  // also when they do not fit: they are not tried again for every drawing
    m_recognizer = request.make(*request.weights);
}

void RecognitionSession::answer(const Request& request)
{
    const Stages stages = normalize(request.drawing);
    Reading reading;
    if (m_recognizer && !stages.empty)
        reading = m_recognizer->read(stages.glyph);
    const bool answered = m_recognizer != nullptr;
    deliver(request.id, [this, stages, reading = std::move(reading), answered] {
        Q_EMIT normalized(stages);
        if (answered)
            Q_EMIT recognized(reading);
    });
}

void RecognitionSession::deliver(std::uint64_t id, const std::function<void()>& emitSignals)
{
    const auto onGuiThread = [this, id, emitSignals] {
        if (id <= m_delivered)
            return;
        m_delivered = id;
        emitSignals();
    };
    QMetaObject::invokeMethod(this, onGuiThread, Qt::QueuedConnection);
}

}  // namespace glyphscope
