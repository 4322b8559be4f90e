// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/event_times.h"

#include "tests/bench/figure.h"

#include <QtCore/QMetaEnum>
#include <QtCore/QMetaObject>
#include <QtCore/QThread>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <numeric>
#include <ranges>
#include <string>
#include <utility>

namespace glyphscope::bench {
namespace {

constexpr double kFrame = 16;  // milliseconds

std::string labelOf(const std::tuple<const QMetaObject*, QEvent::Type, QString>& key)
{
    const auto& [type, event, name] = key;
    const char* eventName = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
    std::string label = type->className();
    label.erase(0, label.rfind(':') + 1);  // the namespace
    if (!name.isEmpty())
        label += " '" + name.toStdString() + "'";
    return label + ' ' + (eventName != nullptr ? std::string(eventName) : std::to_string(event));
}

double worstCpu(const Costs& costs)
{
    double worst = 0;
    for (const Times& times : costs.whole)
        worst = std::max(worst, times.cpu);
    return worst;
}

void reportQuantiles(const char* what, const std::vector<double>& values)
{
    const auto late = std::ranges::count_if(values, [](double v) { return v > kFrame; });
    std::printf("  %-10s p50 %7.3f  p99 %7.3f  p99.9 %7.3f  max %7.3f ms   over %.0f ms: %td\n", what,
                quantile(values, 0.5), quantile(values, 0.99), quantile(values, 0.999), quantile(values, 1),
                kFrame, late);
}

}  // namespace

double threadCpuMilliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double wallMilliseconds()
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool TimedApplication::notify(QObject* receiver, QEvent* event)
{
    if (thread() != QThread::currentThread())  // other threads deliver events of their own
        return QApplication::notify(receiver, event);
    if (m_watcher)
        m_watcher(receiver);
    if (m_phase == nullptr)
        return QApplication::notify(receiver, event);
    // asked before: the receiver may be gone afterwards, and the phase over
    Costs& costs = (*m_phase)[{receiver->metaObject(), event->type(), receiver->objectName()}];
    const double nestedBefore = std::exchange(m_nestedCpu, 0);
    ++m_depth;
    const Times begin{wallMilliseconds(), threadCpuMilliseconds()};
    const bool handled = QApplication::notify(receiver, event);
    const Times took{wallMilliseconds() - begin.wall, threadCpuMilliseconds() - begin.cpu};
    --m_depth;
    const double own = took.cpu - m_nestedCpu;
    ++costs.count;
    costs.ownCpu += own;
    costs.worstOwnCpu = std::max(costs.worstOwnCpu, own);
    if (m_depth == 0)
        costs.whole.push_back(took);
    m_nestedCpu = nestedBefore + took.cpu;
    return handled;
}

const TimedApplication::Phase& TimedApplication::phase(const std::string& name) const
{
    static const Phase nothing;
    const auto found = m_phases.find(name);
    return found == m_phases.end() ? nothing : found->second;
}

std::vector<Times> TimedApplication::times(const std::string& name) const
{
    std::vector<Times> all;
    for (const auto& [key, costs] : phase(name))
        all.insert(all.end(), costs.whole.begin(), costs.whole.end());
    return all;
}

void TimedApplication::reportTail(const std::string& name, double seconds) const
{
    std::vector<double> wall, cpu;
    for (const Times& one : times(name)) {
        wall.push_back(one.wall);
        cpu.push_back(one.cpu);
    }
    std::printf("%s: %zu events in %.1f s; the GUI thread worked %.1f %% of the time\n", name.c_str(),
                cpu.size(), seconds, std::accumulate(cpu.begin(), cpu.end(), 0.0) / seconds / 10);
    reportQuantiles("cpu", cpu);
    reportQuantiles("wall", wall);
}

void TimedApplication::reportWorst(const std::string& name, std::size_t lines) const
{
    std::vector<Phase::const_pointer> all;
    for (const auto& entry : phase(name))
        if (!entry.second.whole.empty())
            all.push_back(&entry);
    std::ranges::sort(all, std::greater(), [](const auto* entry) { return worstCpu(entry->second); });
    std::printf("  %-60s %7s %7s %8s %6s %5s\n", "worst, with all they set off", "cpu max", "p99", "wall max",
                "count", "late");
    for (const auto* entry : all | std::views::take(lines)) {
        std::vector<double> wall, cpu;
        for (const Times& times : entry->second.whole) {
            wall.push_back(times.wall);
            cpu.push_back(times.cpu);
        }
        std::printf("  %-60s %7.2f %7.2f %8.2f %6zu %5td\n", labelOf(entry->first).c_str(), quantile(cpu, 1),
                    quantile(cpu, 0.99), quantile(wall, 1), cpu.size(),
                    std::ranges::count_if(cpu, [](double v) { return v > kFrame; }));
    }
}

void TimedApplication::reportMost(const std::string& name, double seconds, std::size_t lines) const
{
    std::vector<Phase::const_pointer> all;
    for (const auto& entry : phase(name))
        all.push_back(&entry);
    std::ranges::sort(all, std::greater(), [](const auto* entry) { return entry->second.ownCpu; });
    std::printf("  %-60s %7s %7s %8s %6s\n", "most work of their own", "ms/s", "mean", "max", "count");
    for (const auto* entry : all | std::views::take(lines)) {
        const Costs& costs = entry->second;
        std::printf("  %-60s %7.2f %7.3f %8.2f %6lld\n", labelOf(entry->first).c_str(),
                    costs.ownCpu / seconds, costs.ownCpu / static_cast<double>(costs.count),
                    costs.worstOwnCpu, static_cast<long long>(costs.count));
    }
}

}  // namespace glyphscope::bench
