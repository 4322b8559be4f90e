// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"

#include <QtCore/QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace glyphscope {

/// The mean of the last `kKept` numbers that were measured.
class RunningMean {
public:
    static constexpr std::size_t kKept = 20;

    void add(double value);
    [[nodiscard]] double value() const;  ///< 0 before the first
    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    std::array<double, kKept> m_values{};
    std::size_t m_count = 0;
    std::size_t m_next = 0;
};

/// How long the modules took, calmed over the last readings so that it can be read.
class PassTimes {
public:
    /// Times of 0 were not measured and are left out.
    void add(const Reading& reading);
    [[nodiscard]] double of(const std::string& module) const;  ///< microseconds; 0 while unknown
    [[nodiscard]] double whole() const { return m_whole.value(); }
    void clear() { *this = {}; }

private:
    std::map<std::string, RunningMean> m_modules;
    RunningMean m_whole;
};

/// One step of the way through the network.
struct TraceStep {
    QString name;
    QString kind;
    std::vector<int> shapeIn;
    std::vector<int> shapeOut;
    double microseconds = 0;  ///< 0 while unknown
    double share = 0;         ///< of the time of all modules together, in [0, 1]
    std::int64_t bytes = 0;   ///< of the output
    float low = 0;            ///< of the finite values of the output
    float high = 0;
    std::int64_t notFinite = 0;
};

/// The steps of the newest reading, with the times of `times`. Empty where nothing was read.
[[nodiscard]] std::vector<TraceStep> traceOf(const Reading& reading, const PassTimes& times);

}  // namespace glyphscope
