// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/live_values_sender.h"

#include <QtCore/QTimer>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRest = 150;  // milliseconds without a change

}  // namespace

LiveValuesSender::LiveValuesSender(QObject* parent) : QObject(parent), m_clock(new QTimer(this))
{
    m_clock->setObjectName(u"training.valuesClock"_s);
    m_clock->setSingleShot(true);
    m_clock->setInterval(kRest);
    connect(m_clock, &QTimer::timeout, this, &LiveValuesSender::flush);
}

void LiveValuesSender::begin(const LiveValues& values)
{
    m_running = true;
    setInForce(values);
}

void LiveValuesSender::end()
{
    m_running = false;
    m_clock->stop();
}

void LiveValuesSender::setInForce(const LiveValues& values)
{
    m_newest = values;
    m_inForce = values;
}

void LiveValuesSender::change(const LiveValues& values)
{
    m_newest = values;
    if (m_running && m_newest != m_inForce)
        m_clock->start();
}

void LiveValuesSender::flush()
{
    m_clock->stop();
    if (!m_running || m_newest == m_inForce)
        return;
    m_inForce = m_newest;
    Q_EMIT due(m_inForce);
}

}  // namespace glyphscope
