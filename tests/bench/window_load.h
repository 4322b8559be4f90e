// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/engine.h"
#include "model/types/drawing.h"
#include "ui/canvas/canvas.h"

#include <QtCore/QEvent>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <thread>

namespace glyphscope::bench {

/// Training as the window's worker does it, with nothing around it.
class TrainingAlone {
public:
    TrainingAlone(std::shared_ptr<Engine> engine, const TrainTest& data, const TrainOptions& options);

    [[nodiscard]] std::int64_t steps() const { return m_sink.steps; }

private:
    struct Sink final : TrainSink {
        void onStep(const StepStats& stats) override { steps = stats.step; }
        std::atomic<std::int64_t> steps = 0;
    };
    Sink m_sink;
    std::jthread m_worker;
};

/// Writes one digit after the other, forever, with the points of a mouse of 125 Hz.
class Writer : public QObject {
public:
    explicit Writer(Canvas& canvas);

    void start() { m_timer.start(); }
    void stop();

private:
    using Event = std::function<void()>;

    void next();
    void plan(const Drawing& drawing);
    void post(QEvent::Type type, QPointF at);

    Canvas& m_canvas;
    QTimer m_timer;
    std::deque<Event> m_events;
    int m_digit = 0;
};

}  // namespace glyphscope::bench
