// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QApplication>

#include <cstdint>
#include <functional>
#include <vector>

namespace glyphscope {
class AnswerPanel;
class Canvas;
class RecognitionSession;
class TrainingSession;
struct Reading;
}  // namespace glyphscope

namespace glyphscope::bench {

/// An application that times how long what the pen did takes to be seen: until the canvas has been painted
/// with it, and until the panel has been painted with the answer to it. A move counts from the moment it was
/// due.
class PenClock : public QApplication {
public:
    struct Delays {
        std::vector<double> painted, answered;  ///< milliseconds
    };

    using QApplication::QApplication;

    void watch(Canvas* canvas, AnswerPanel* answer);
    /// What is timed from now on is kept here; null: nothing is.
    void keepIn(Delays* delays);
    /// Runs `move`, which hands the canvas something the pen did, due at this time. It is timed if the
    /// drawing is another one then: a pen that is lifted, or moves on the spot, changes nothing that could be
    /// seen.
    void time(double due, const std::function<void()>& move);

    /// Of a training that the window runs, so far.
    [[nodiscard]] std::int64_t trainingSteps() const { return m_trainingSteps; }

    bool notify(QObject* receiver, QEvent* event) override;

private:
    void meet(QObject* receiver);
    void answered(const std::shared_ptr<const Reading>& reading);
    void settle(std::vector<double>& waiting, std::vector<double> Delays::*kind);

    QPointer<Canvas> m_canvas;
    QPointer<AnswerPanel> m_answer;
    RecognitionSession* m_session = nullptr;
    TrainingSession* m_training = nullptr;
    std::int64_t m_trainingSteps = 0;
    Delays* m_delays = nullptr;
    int m_depth = 0;
    bool m_changed = false;  // the drawing, by the present move
    bool m_canvasPainted = false;
    bool m_answerPainted = false;
    std::vector<double> m_unpainted;   // when what is not yet seen was due
    std::vector<double> m_unanswered;  // and what is not yet answered
    std::vector<double> m_unseen;      // answered, but the panel has not been painted since
    std::vector<double> m_lastAnswer;  // probabilities
};

}  // namespace glyphscope::bench
