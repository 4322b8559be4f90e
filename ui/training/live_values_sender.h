// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/live_options.h"

#include <QtCore/QObject>

class QTimer;

namespace glyphscope {

/// Sends what is changed in the course of a run on to it once it rests, so that a drag or typing is not sent
/// at every step. Nothing is due outside a run, or where the run has these values already.
class LiveValuesSender : public QObject {
    Q_OBJECT

public:
    explicit LiveValuesSender(QObject* parent = nullptr);

    void begin(const LiveValues& values);       ///< a run, with these
    void end();                                 ///< the run; what was not sent yet is not sent any more
    void setInForce(const LiveValues& values);  ///< the run has them without being told
    void change(const LiveValues& values);
    void flush();  ///< sends at once what there is to send

Q_SIGNALS:
    void due(const glyphscope::LiveValues& values);

private:
    LiveValues m_newest;
    LiveValues m_inForce;
    bool m_running = false;
    QTimer* m_clock;
};

}  // namespace glyphscope
