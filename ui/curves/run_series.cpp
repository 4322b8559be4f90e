// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/run_series.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr std::size_t kViews = 4;

/// The first index from `from` on whose value is not below `position`. `guess` is about how far away it is.
template <typename T>
std::size_t gallop(const std::vector<T>& values, std::size_t from, std::size_t guess, double position)
{
    const auto below = [&](std::size_t i) { return static_cast<double>(values[i]) < position; };
    std::size_t low = from;
    std::size_t reach = std::max<std::size_t>(1, guess);
    while (low + reach < values.size() && below(low + reach)) {
        low += reach;
        reach *= 2;
    }
    std::size_t high = std::min(values.size(), low + reach);
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (below(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

}  // namespace

template <typename Function>
auto RunSeries::withAxis(CurveAxis axis, Function function) const
{
    switch (axis) {
    case CurveAxis::Epoch:
        return function(m_curves->steps.epoch);
    case CurveAxis::Time:
        return function(m_curves->steps.seconds);
    case CurveAxis::Step:
        break;
    }
    return function(m_curves->steps.step);
}

RunSeries::RunSeries(std::shared_ptr<const RunCurves> curves) : m_curves(std::move(curves))
{
}

void RunSeries::setWeight(double weight)
{
    for (Row& row : m_rows)
        row.course.setWeight(weight);
}

bool RunSeries::prepare(Quantity quantity, std::size_t& budget)
{
    Row& row = m_rows[static_cast<std::size_t>(quantity)];
    const std::span<const float> values = valuesOf(m_curves->steps, quantity);
    const std::size_t last = std::min(values.size(), row.known + budget);
    if (last > row.known) {
        const std::span<const float> known = values.first(last);
        row.pyramid.update(known, row.known, last);
        for (std::size_t i = row.known; i < last; ++i)
            if (!std::isfinite(known[i]))
                row.notFinite.push_back(static_cast<std::uint32_t>(i));
        budget -= last - row.known;
        row.known = last;
    }
    row.course.advance(values.first(row.known), budget);
    return row.known == values.size() && row.course.complete(values.size());
}

std::span<const float> RunSeries::raw(Quantity quantity) const
{
    return valuesOf(m_curves->steps, quantity).first(row(quantity).known);
}

std::span<const float> RunSeries::smoothed(Quantity quantity) const
{
    return row(quantity).course.values();
}

const ValuePyramid& RunSeries::smoothedPyramid(Quantity quantity) const
{
    return row(quantity).course.pyramid();
}

std::span<const std::uint32_t> RunSeries::notFinite(Quantity quantity) const
{
    return row(quantity).notFinite;
}

double RunSeries::at(CurveAxis axis, std::size_t index) const
{
    return withAxis(axis, [&](const auto& values) { return static_cast<double>(values[index]); });
}

double RunSeries::end(CurveAxis axis) const
{
    return size() == 0 ? 0 : at(axis, size() - 1);
}

std::size_t RunSeries::indexAt(CurveAxis axis, double position) const
{
    return withAxis(axis, [&](const auto& values) { return gallop(values, 0, values.size(), position); });
}

std::size_t RunSeries::nearest(CurveAxis axis, double position) const
{
    const std::size_t after = indexAt(axis, position);
    if (after == 0)
        return 0;
    if (after == size())
        return after - 1;
    return at(axis, after) - position < position - at(axis, after - 1) ? after : after - 1;
}

double RunSeries::ofStep(CurveAxis axis, double step) const
{
    if (axis == CurveAxis::Step || size() == 0)
        return step;
    const std::size_t after = indexAt(CurveAxis::Step, step);
    const auto between = [&](double s0, double x0, double s1, double x1) {
        return s1 > s0 ? x0 + (step - s0) / (s1 - s0) * (x1 - x0) : x1;
    };
    if (after == 0 || after == size()) {
        const std::size_t edge = after == 0 ? 0 : size() - 1;
        return between(0, 0, at(CurveAxis::Step, edge), at(axis, edge));
    }
    return between(at(CurveAxis::Step, after - 1), at(axis, after - 1), at(CurveAxis::Step, after),
                   at(axis, after));
}

const std::vector<std::uint32_t>& RunSeries::columns(CurveAxis axis, AxisRange range, int columns) const
{
    const auto count = static_cast<std::size_t>(columns);
    for (const Columns& known : m_columns)
        if (known.axis == axis && known.range == range && known.size == size() &&
            known.first.size() == count + 1)
            return known.first;
    Columns made{axis, range, size(), std::vector<std::uint32_t>(count + 1)};
    withAxis(axis, [&](const auto& values) {
        std::size_t index = gallop(values, 0, values.size(), range.from);
        std::size_t step = 1;
        for (std::size_t i = 0; i <= count; ++i) {
            const double edge = range.from + range.span() * static_cast<double>(i) / columns;
            // What lies on the far edge of the last column is still in it.
            const double position = i == count ? std::nextafter(edge, edge + 1) : edge;
            const std::size_t next = gallop(values, index, step, position);
            step = next - index;
            index = next;
            made.first[i] = static_cast<std::uint32_t>(index);
        }
    });
    if (m_columns.size() == kViews)
        m_columns.erase(m_columns.begin());
    m_columns.push_back(std::move(made));
    return m_columns.back().first;
}

}  // namespace glyphscope
