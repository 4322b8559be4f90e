// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/reading_frames.h"

#include <utility>

namespace glyphscope {
namespace {

constexpr int kFrame = 33;  // milliseconds
constexpr int kThrottledFrame = 80;

}  // namespace

ReadingFrames::ReadingFrames(std::vector<View> views, QObject* parent)
    : QObject(parent), m_views(std::move(views)), m_turns(this), m_next(m_views.size())
{
    m_turns.setTimerType(Qt::PreciseTimer);
    throttle(false);
    connect(&m_turns, &QTimer::timeout, this, &ReadingFrames::turn);
}

void ReadingFrames::throttle(bool training)
{
    m_turns.setInterval((training ? kThrottledFrame : kFrame) / static_cast<int>(m_views.size()));
}

void ReadingFrames::put(const std::shared_ptr<const Reading>& reading)
{
    if (reading->modules.empty()) {
        m_newest.reset();
        begin(reading);
        while (m_next < m_views.size())
            showNext();
    } else if (m_turns.isActive()) {
        m_newest = reading;
    } else {
        begin(reading);
    }
}

void ReadingFrames::begin(const std::shared_ptr<const Reading>& reading)
{
    m_shown = reading;
    m_next = 0;
    m_turns.start();
    showNext();
}

void ReadingFrames::turn()
{
    if (m_next < m_views.size())
        showNext();
    else if (m_newest)
        begin(std::exchange(m_newest, nullptr));
    else
        m_turns.stop();
}

void ReadingFrames::showNext()
{
    const auto shown = m_shown;  // a view may put the next one
    m_views[m_next++](shown);
}

}  // namespace glyphscope
