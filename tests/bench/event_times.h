// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QEvent>
#include <QtCore/QString>
#include <QtWidgets/QApplication>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace glyphscope::bench {

/// Time on the clock and time of the thread's own work, in milliseconds. On a busy machine only the second
/// says what the program costs.
struct Times {
    double wall = 0;
    double cpu = 0;
};

/// What one kind of event at one kind of receiver took, in one phase of the story.
struct Costs {
    std::vector<Times> whole;  ///< of events that came to the thread, with everything they set off
    std::int64_t count = 0;    ///< of all, nested ones too
    double ownCpu = 0;         ///< without the events inside
    double worstOwnCpu = 0;
};

/// An application that times every event of the GUI thread. The events delivered inside another count with
/// that one, and by themselves.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;

    /// What is timed from now on is kept under this name; nothing is under an empty one.
    void beginPhase(const std::string& name) { m_phase = name.empty() ? nullptr : &m_phases[name]; }
    /// Sees every receiver of an event, before the event.
    void watch(std::function<void(QObject*)> watcher) { m_watcher = std::move(watcher); }

    /// Of every event of a phase, with all that it set off.
    [[nodiscard]] std::vector<Times> times(const std::string& phase) const;
    /// The median, the tail and the worst of a phase that lasted so long; then who was the worst, and who
    /// took the most.
    void reportTail(const std::string& phase, double seconds) const;
    void reportWorst(const std::string& phase, std::size_t lines) const;
    void reportMost(const std::string& phase, double seconds, std::size_t lines) const;

private:
    using Key = std::tuple<const QMetaObject*, QEvent::Type, QString>;  // and the receiver's name
    using Phase = std::map<Key, Costs>;

    [[nodiscard]] const Phase& phase(const std::string& name) const;

    Phase* m_phase = nullptr;
    std::function<void(QObject*)> m_watcher;
    std::map<std::string, Phase> m_phases;
    int m_depth = 0;
    double m_nestedCpu = 0;  // of the events inside the one being delivered
};

[[nodiscard]] double threadCpuMilliseconds();
[[nodiscard]] double wallMilliseconds();

}  // namespace glyphscope::bench
