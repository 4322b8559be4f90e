// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/event_times.h"

#include <QtCore/QEvent>
#include <QtCore/QMetaEnum>
#include <QtCore/QThread>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <ranges>
#include <utility>

namespace glyphscope::bench {
namespace {

constexpr double kFrame = 16;  // milliseconds
constexpr std::size_t kListed = 14;

std::string labelOf(const QMetaObject& type, const QString& name, QEvent::Type event)
{
    const char* eventName = QMetaEnum::fromType<QEvent::Type>().valueToKey(event);
    std::string label = type.className();
    if (!name.isEmpty())
        label += " '" + name.toStdString() + "'";
    return label + ' ' + (eventName != nullptr ? eventName : std::to_string(event).c_str());
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

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto index = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::ranges::nth_element(values, values.begin() + index);
    return values[static_cast<std::size_t>(index)];
}

bool TimedApplication::notify(QObject* receiver, QEvent* event)
{
    // LibTorch's and Qt's own threads deliver events too
    if (m_phase.empty() || thread() != QThread::currentThread())
        return QApplication::notify(receiver, event);
    if (m_depth == 0 && m_watcher)
        m_watcher(receiver);
    // asked before: the receiver may be gone afterwards, and the phase over
    const Key key{m_phase, labelOf(*receiver->metaObject(), receiver->objectName(), event->type())};
    const double nestedBefore = std::exchange(m_nestedCpu, 0);
    ++m_depth;
    const Times begin{wallMilliseconds(), threadCpuMilliseconds()};
    const bool handled = QApplication::notify(receiver, event);
    const Times took{wallMilliseconds() - begin.wall, threadCpuMilliseconds() - begin.cpu};
    --m_depth;
    Costs& costs = m_costs[key];
    const double own = took.cpu - m_nestedCpu;
    ++costs.count;
    costs.ownCpu += own;
    costs.worstOwnCpu = std::max(costs.worstOwnCpu, own);
    if (m_depth == 0)
        costs.whole.push_back(took);
    m_nestedCpu = nestedBefore + took.cpu;
    return handled;
}

std::vector<std::pair<std::string, const Costs*>> TimedApplication::costsOf(const std::string& phase) const
{
    std::vector<std::pair<std::string, const Costs*>> found;
    for (const auto& [key, costs] : m_costs)
        if (key.first == phase)
            found.emplace_back(key.second, &costs);
    return found;
}

void TimedApplication::report(const std::string& phase, double seconds) const
{
    auto all = costsOf(phase);
    std::vector<double> wall, cpu;
    double total = 0;
    for (const auto& [label, costs] : all)
        for (const Times& times : costs->whole) {
            wall.push_back(times.wall);
            cpu.push_back(times.cpu);
            total += times.cpu;
        }
    std::printf("%s: %zu events in %.1f s; the GUI thread worked %.1f %% of the time\n", phase.c_str(),
                cpu.size(), seconds, total / seconds / 10);
    reportQuantiles("cpu", cpu);
    reportQuantiles("wall", wall);

    std::ranges::sort(all, {}, [](const auto& entry) { return -worstCpu(*entry.second); });
    std::printf("  worst, with all they set off       cpu max    p99  wall max  count  over 16 ms cpu\n");
    for (const auto& [label, costs] : all | std::views::take(kListed)) {
        std::vector<double> walls, cpus;
        for (const Times& times : costs->whole) {
            walls.push_back(times.wall);
            cpus.push_back(times.cpu);
        }
        std::printf("  %-60s %7.2f %7.2f %7.2f %7zu %5td\n", label.c_str(), quantile(cpus, 1),
                    quantile(cpus, 0.99), quantile(walls, 1), cpus.size(),
                    std::ranges::count_if(cpus, [](double v) { return v > kFrame; }));
    }
    std::ranges::sort(all, {}, [](const auto& entry) { return -entry.second->ownCpu; });
    std::printf("  most work of their own                     cpu ms/s   mean    max   count\n");
    for (const auto& [label, costs] : all | std::views::take(kListed))
        std::printf("  %-60s %7.2f %7.3f %7.2f %7lld\n", label.c_str(), costs->ownCpu / seconds,
                    costs->ownCpu / static_cast<double>(costs->count), costs->worstOwnCpu,
                    static_cast<long long>(costs->count));
}

void TimedApplication::reportWorst(const std::string& phase) const
{
    auto all = costsOf(phase);
    if (all.empty())
        return;
    const auto worst =
        std::ranges::max_element(all, {}, [](const auto& entry) { return worstCpu(*entry.second); });
    std::printf("  %-28s %7.2f ms cpu   %s\n", phase.c_str(), worstCpu(*worst->second),
                worst->first.c_str());
}

}  // namespace glyphscope::bench
