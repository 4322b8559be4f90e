// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_load.h"

#include "app/hand/hand.h"
#include "ui/canvas/canvas_geometry.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QMouseEvent>

#include <optional>
#include <sys/resource.h>
#include <utility>

namespace glyphscope::bench {
namespace {

constexpr int kPointEvery = 8;   // ms: a mouse of 125 Hz
constexpr int kRestPoints = 40;  // between two digits

}  // namespace

TrainingAlone::TrainingAlone(std::shared_ptr<Engine> engine, const TrainTest& data,
                             const TrainOptions& options)
    : m_worker([this, engine = std::move(engine), &data, options](std::stop_token stop) {
        ::setpriority(PRIO_PROCESS, 0, 10);  // as the session does
        (void)engine->train(data, options, std::nullopt, stop, m_sink);
    })
{
}

Writer::Writer(Canvas& canvas) : m_canvas(canvas)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kPointEvery);
    connect(&m_timer, &QTimer::timeout, this, &Writer::next);
}

void Writer::stop()
{
    m_timer.stop();
    m_events.clear();
    m_canvas.clear();
}

void Writer::next()
{
    if (m_events.empty())
        plan(tourDigit(m_digit++ % 10));
    m_events.front()();
    m_events.pop_front();
}

void Writer::plan(const Drawing& drawing)
{
    const CanvasGeometry geometry = CanvasGeometry::of(m_canvas.size());
    m_events.push_back([this] { m_canvas.clear(); });
    for (const Stroke& stroke : drawing.strokes) {
        for (std::size_t i = 0; i < stroke.points.size(); ++i)
            post(i == 0 ? QEvent::MouseButtonPress : QEvent::MouseMove, geometry.toWidget(stroke.points[i]));
        post(QEvent::MouseButtonRelease, geometry.toWidget(stroke.points.back()));
    }
    for (int i = 0; i < kRestPoints; ++i)
        m_events.push_back([] {});
}

void Writer::post(QEvent::Type type, QPointF at)
{
    m_events.push_back([this, type, at] {
        const bool moves = type == QEvent::MouseMove;
        const bool ends = type == QEvent::MouseButtonRelease;
        QCoreApplication::postEvent(&m_canvas,
                                    new QMouseEvent(type, at, m_canvas.mapToGlobal(at),
                                                    moves ? Qt::NoButton : Qt::LeftButton,
                                                    ends ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier));
    });
}

}  // namespace glyphscope::bench
