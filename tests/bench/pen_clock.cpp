// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/pen_clock.h"

#include "app/session/recognition_session.h"
#include "app/session/training_session.h"
#include "tests/bench/event_times.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"

#include <QtCore/QEvent>
#include <QtCore/QThread>

#include <iterator>
#include <utility>

namespace glyphscope::bench {

void PenClock::watch(Canvas* canvas, AnswerPanel* answer)
{
    m_canvas = canvas;
    m_answer = answer;
    connect(canvas, &Canvas::drawingChanged, this, [this] { m_changed = true; });
}

void PenClock::keepIn(Delays* delays)
{
    m_delays = delays;
    m_unpainted.clear();
    m_unanswered.clear();
    m_unseen.clear();
}

void PenClock::time(double due, const std::function<void()>& move)
{
    m_changed = false;
    move();
    if (m_delays == nullptr || !m_changed)
        return;
    m_unpainted.push_back(due);
    m_unanswered.push_back(due);
}

bool PenClock::notify(QObject* receiver, QEvent* event)
{
    if (thread() != QThread::currentThread())  // other threads deliver events of their own
        return QApplication::notify(receiver, event);
    meet(receiver);
    if (event->type() == QEvent::Paint) {
        m_canvasPainted = m_canvasPainted || receiver == m_canvas;
        auto* widget = qobject_cast<QWidget*>(receiver);
        m_answerPainted = m_answerPainted || (widget != nullptr && m_answer != nullptr &&
                                              (widget == m_answer || m_answer->isAncestorOf(widget)));
    }
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    if (--m_depth > 0)
        return handled;
    // The event that painted is over: the window's pixels are on their way to the screen.
    if (std::exchange(m_canvasPainted, false))
        settle(m_unpainted, &Delays::painted);
    if (std::exchange(m_answerPainted, false))
        settle(m_unseen, &Delays::answered);
    return handled;
}

/// The sessions are nobody's children: they are met when their events come.
void PenClock::meet(QObject* receiver)
{
    if (m_session == nullptr) {
        m_session = qobject_cast<RecognitionSession*>(receiver);
        if (m_session != nullptr)
            connect(m_session, &RecognitionSession::recognized, this, &PenClock::answered);
    }
    if (m_training == nullptr) {
        m_training = qobject_cast<TrainingSession*>(receiver);
        if (m_training != nullptr)
            connect(m_training, &TrainingSession::progressed, this,
                    [this](const std::vector<StepStats>& steps) { m_trainingSteps = steps.back().step; });
    }
}

/// An answer to an older drawing than the newest settles nothing: which of the moves it knew cannot be told.
void PenClock::answered(const std::shared_ptr<const Reading>& reading)
{
    if (m_delays == nullptr || !m_session->upToDate())
        return;
    std::move(m_unanswered.begin(), m_unanswered.end(), std::back_inserter(m_unseen));
    m_unanswered.clear();
    // The same answer once more is seen already: nothing is painted for it.
    const auto& probabilities = reading->prediction.probabilities;
    const std::vector<double> now(probabilities.begin(), probabilities.end());
    if (std::exchange(m_lastAnswer, now) == now)
        settle(m_unseen, &Delays::answered);
}

void PenClock::settle(std::vector<double>& waiting, std::vector<double> Delays::*kind)
{
    const double now = wallMilliseconds();
    if (m_delays != nullptr)
        for (const double due : waiting)
            (m_delays->*kind).push_back(now - due);
    waiting.clear();
}

}  // namespace glyphscope::bench
