// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/forward_trace.h"

#include "model/types/module_tree.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {

namespace {

void takeRange(TraceStep& step, const std::vector<float>& values)
{
    bool first = true;
    for (const float value : values) {
        if (!std::isfinite(value)) {
            ++step.notFinite;
            continue;
        }
        step.low = first ? value : std::min(step.low, value);
        step.high = first ? value : std::max(step.high, value);
        first = false;
    }
}

std::vector<int> inputShape(const Reading& reading)
{
    if (reading.input.size() == kGlyphPixels || reading.input.empty())
        return {1, kGlyphSide, kGlyphSide};
    return {static_cast<int>(reading.input.size())};
}

}  // namespace

void RunningMean::add(double value)
{
    m_values[m_next] = value;
    m_next = (m_next + 1) % kKept;
    m_count = std::min(m_count + 1, kKept);
}

double RunningMean::value() const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_count; ++i)
        sum += m_values[i];
    return m_count == 0 ? 0 : sum / static_cast<double>(m_count);
}

void PassTimes::add(const Reading& reading)
{
    for (const ModuleOutput& module : reading.modules)
        if (module.microseconds > 0)
            m_modules[module.name].add(module.microseconds);
    if (reading.microseconds > 0)
        m_whole.add(reading.microseconds);
}

double PassTimes::of(const std::string& module) const
{
    const auto found = m_modules.find(module);
    return found == m_modules.end() ? 0 : found->second.value();
}

std::vector<TraceStep> traceOf(const Reading& reading, const PassTimes& times)
{
    std::vector<TraceStep> steps;
    steps.reserve(reading.modules.size());
    double together = 0;
    for (std::size_t i = 0; i < reading.modules.size(); ++i) {
        const ModuleOutput& module = reading.modules[i];
        const std::optional<std::size_t> before = inputPlace(reading.modules, i);
        TraceStep step{.name = QString::fromStdString(module.name),
                       .kind = QString::fromStdString(module.kind),
                       .shapeIn = before ? reading.modules[*before].shape : inputShape(reading),
                       .shapeOut = module.shape,
                       .microseconds = times.of(module.name),
                       .bytes = static_cast<std::int64_t>(module.values.size() * sizeof(float))};
        takeRange(step, module.values);
        if (!isBlock(reading.modules, module.name))
            together += step.microseconds;  // a block's is that of what it holds
        steps.push_back(std::move(step));
    }
    for (TraceStep& step : steps)
        step.share = together > 0 ? step.microseconds / together : 0;
    return steps;
}

}  // namespace glyphscope
