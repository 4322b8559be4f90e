// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtWidgets/QApplication>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
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
    void beginPhase(const std::string& name) { m_phase = name; }
    /// Sees every receiver of an event that came to the thread, before the event.
    void watch(std::function<void(QObject*)> watcher) { m_watcher = std::move(watcher); }

    /// The median, the tail and the worst of a phase, then who was the worst and who took the most.
    void report(const std::string& phase, double seconds) const;
    /// One line: the worst of a phase.
    void reportWorst(const std::string& phase) const;

private:
    using Key = std::pair<std::string, std::string>;  // phase, "Class 'name' Event"

    [[nodiscard]] std::vector<std::pair<std::string, const Costs*>> costsOf(const std::string& phase) const;

    std::string m_phase;
    std::function<void(QObject*)> m_watcher;
    std::map<Key, Costs> m_costs;
    int m_depth = 0;
    double m_nestedCpu = 0;  // of the events inside the one being delivered
};

[[nodiscard]] double threadCpuMilliseconds();
[[nodiscard]] double wallMilliseconds();

/// The value below which `share` of them lie. They may be none.
[[nodiscard]] double quantile(std::vector<double> values, double share);

}  // namespace glyphscope::bench
