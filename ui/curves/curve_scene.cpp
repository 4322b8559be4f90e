// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_scene.h"

#include "ui/curves/curve_trace.h"
#include "ui/style/theme.h"
#include "ui/text/number_text.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr double kSceneRim = 5;     // around what is plotted: half a mark and its edge
constexpr int kFitColumns = 240;    // that the range of values is found from
constexpr double kOutliers = 0.08;  // share of the course that may leave the plot: the first, steep steps
constexpr double kLogOutliers =
    0.03;  // of a logarithmic one: a rate that ends at zero would take all decades
constexpr double kMostDecades = 1e-12;  // the lowest over the highest

struct Seen {
    std::vector<double> lows;
    std::vector<double> highs;
    std::vector<double> evaluations;
};

double bound(std::vector<double>& values, double share, bool upper)
{
    const auto beyond = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size()));
    if (upper)
        std::nth_element(values.begin(), values.begin() + beyond, values.end(), std::greater<>());
    else
        std::nth_element(values.begin(), values.begin() + beyond, values.end());
    return values[static_cast<std::size_t>(beyond)];
}

Seen seen(const CurveModel& model, Quantity quantity, bool logarithmic)
{
    Seen result;
    const AxisRange range = model.range();
    const auto add = [&](std::vector<double>& values, double value) {
        if (std::isfinite(value) && (!logarithmic || value > 0))
            values.push_back(value);
    };
    for (const ChartRun& run : model.runs) {
        if (!run.shown)
            continue;
        const std::span<const float> values = run.series->smoothed(quantity);
        const std::vector<std::uint32_t>& columns = run.series->columns(model.axis, range, kFitColumns);
        for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
            const Extent extent = run.series->smoothedPyramid(quantity).extent(
                values, std::min<std::size_t>(columns[i], values.size()),
                std::min<std::size_t>(columns[i + 1], values.size()));
            if (extent.empty())
                continue;
            add(result.lows, static_cast<double>(extent.low));
            add(result.highs, static_cast<double>(extent.high));
        }
        for (const EpochStats& epoch : run.series->curves().epochs) {
            const double at = run.series->ofStep(model.axis, static_cast<double>(epoch.step));
            if (at < range.from || at > range.to)
                continue;
            for (const std::optional<double>& value :
                 {testOf(epoch, quantity), validationOf(epoch, quantity)})
                if (value)
                    add(result.evaluations, *value);
        }
    }
    return result;
}

/// The lowest and the highest value that the axis should show.
AxisRange fitted(const CurveModel& model, Quantity quantity, bool logarithmic)
{
    Seen values = seen(model, quantity, logarithmic);
    const bool accuracy = quantity == Quantity::Accuracy;
    const bool whole = !model.zoom;
    if (values.lows.empty() && values.evaluations.empty())
        return logarithmic ? AxisRange{0.1, 1} : AxisRange{0, 1};
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    if (!values.lows.empty()) {
        low = bound(values.lows,
                    whole && accuracy      ? kOutliers
                    : whole && logarithmic ? kLogOutliers
                                           : 0,
                    false);
        high = values.highs.empty()
                   ? low
                   : bound(values.highs, whole && !accuracy && !logarithmic ? kOutliers : 0, true);
    }
    for (const double value : values.evaluations) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (!logarithmic && whole && !accuracy)
        low = std::min(low, 0.0);
    if (whole && accuracy)
        high = 1;
    if (logarithmic)
        low = std::max(low, high * kMostDecades);
    if (!(high > low) && !logarithmic && accuracy)
        low = high - 0.05;
    return {std::min(low, high), high};
}

AxisTicks positionTicks(CurveAxis axis, AxisRange range, int most)
{
    if (axis == CurveAxis::Time)
        return timeTicks(range.from, range.to, most);
    return ticksWithin(range.from, range.to, most, axis == CurveAxis::Step ? 1 : 0);
}

std::vector<QPointF> traceOf(const PlotScene& scene, const ChartRun& run, std::span<const float> values,
                             const ValuePyramid& pyramid, int columns)
{
    const CurveAxis axis = scene.model->axis;
    return trace({values, pyramid, run.series->columns(axis, scene.scale.x, columns),
                  [&](std::size_t i) { return run.series->at(axis, i); }},
                 scene.scale);
}

double plotLine()
{
    return std::ceil(QFontMetricsF(glyphscope::font(TextStyle::Caption)).height());
}

/// Above the curves: title and keys; below them: positions.
double roomAbove()
{
    return plotLine() + metrics::kGap + kSceneRim;
}

double roomBelow()
{
    return plotLine() + metrics::kUnit + kSceneRim;
}

}  // namespace

int heightOfPlot(int curves)
{
    return curves + static_cast<int>(std::ceil(roomAbove() + roomBelow()));
}

PlotScene layOutPlot(const CurveModel& model, Quantity quantity, bool logarithmic, QSizeF size)
{
    PlotScene scene{&model, quantity, size, {}, {}, {}};
    const QFontMetricsF measure(glyphscope::font(TextStyle::Caption));
    const double line = plotLine();
    const double top = roomAbove();
    const double bottom = std::max(top + 10, size.height() - roomBelow());
    scene.scale.x = model.range();
    scene.scale.logarithmic = logarithmic;
    const AxisRange values = fitted(model, quantity, logarithmic);
    const int rows = std::clamp(static_cast<int>((bottom - top) / (2.2 * line)), 2, 6);
    scene.yTicks =
        logarithmic ? logTicks(values.from, values.to, rows) : roundTicks(values.from, values.to, rows);
    if (quantity == Quantity::Accuracy && !logarithmic)
        scene.yTicks.to = std::min(scene.yTicks.to, 1.0);
    scene.scale.y = {scene.yTicks.from, scene.yTicks.to};
    double labels = measure.horizontalAdvance(u"0.000"_s);
    for (const double value : scene.yTicks.values)
        labels = std::max(labels, measure.horizontalAdvance(tickText(scene, value)));
    const double left = std::ceil(labels) + metrics::kGap;
    scene.scale.area =
        QRectF(QPointF(left, top), QPointF(std::max(left + 10, size.width() - kSceneRim), bottom));
    const double widest = measure.horizontalAdvance(positionText(model.axis, scene.scale.x.to));
    scene.xTicks =
        positionTicks(model.axis, scene.scale.x,
                      std::clamp(static_cast<int>(scene.scale.area.width() / (2 * widest + 16)), 1, 8));
    return scene;
}

std::vector<QPointF> rawTrace(const PlotScene& scene, const ChartRun& run, int columns)
{
    return traceOf(scene, run, run.series->raw(scene.quantity), run.series->rawPyramid(scene.quantity),
                   columns);
}

std::vector<QPointF> smoothTrace(const PlotScene& scene, const ChartRun& run, int columns)
{
    return traceOf(scene, run, run.series->smoothed(scene.quantity),
                   run.series->smoothedPyramid(scene.quantity), columns);
}

std::vector<QPointF> evaluationTrace(const PlotScene& scene, const ChartRun& run, bool validation)
{
    std::vector<QPointF> result;
    for (const EpochStats& epoch : run.series->curves().epochs) {
        const std::optional<double> value =
            validation ? validationOf(epoch, scene.quantity) : testOf(epoch, scene.quantity);
        if (!value)
            continue;
        const double x =
            scene.scale.toX(run.series->ofStep(scene.model->axis, static_cast<double>(epoch.step)));
        const bool drawn = std::isfinite(*value) && (!scene.scale.logarithmic || *value > 0);
        result.push_back({x, drawn ? scene.scale.toY(*value) : std::numeric_limits<double>::quiet_NaN()});
    }
    return result;
}

int markColumns(const PlotScene& scene)
{
    return std::max(1, static_cast<int>(scene.scale.area.width() / (2 * kMarksApart)));
}

bool covers(const PlotScene& scene, const QRectF& box)
{
    const QRectF& area = scene.scale.area;
    const int columns = markColumns(scene);
    const auto columnAt = [&](double x) {
        const int column = static_cast<int>((x - area.left()) / area.width() * columns);
        return static_cast<std::size_t>(std::clamp(column, 0, columns - 1));
    };
    return std::ranges::any_of(scene.model->runs, [&](const ChartRun& run) {
        if (!run.shown)
            return false;
        const std::vector<std::uint32_t>& first =
            run.series->columns(scene.model->axis, scene.scale.x, columns);
        const std::span<const float> raw = run.series->raw(scene.quantity);
        const auto from = std::min<std::size_t>(first[columnAt(box.left())], raw.size());
        const auto to = std::min<std::size_t>(first[columnAt(box.right()) + 1], raw.size());
        const Extent extent = run.series->rawPyramid(scene.quantity).extent(raw, from, to);
        if (!extent.empty() && scene.scale.toY(static_cast<double>(extent.high)) <= box.bottom() &&
            scene.scale.toY(static_cast<double>(extent.low)) >= box.top())
            return true;
        const QRectF around = box.adjusted(-kSceneRim, -kSceneRim, kSceneRim, kSceneRim);
        for (const bool validation : {false, true})
            if (std::ranges::any_of(evaluationTrace(scene, run, validation),
                                    [&](QPointF at) { return around.contains(at); }))
                return true;
        return false;
    });
}

QString tickText(const PlotScene& scene, double value)
{
    const int decimals = scene.yTicks.decimals;
    if (scene.quantity == Quantity::Accuracy)
        return fixedText(100 * value, std::max(0, decimals - 2)) + u'%';
    if (scene.scale.logarithmic || decimals > 4)
        return significantText(value, 3);
    return value >= 1000 ? countText(value) : fixedText(value, decimals);
}

QString positionText(CurveAxis axis, double position)
{
    switch (axis) {
    case CurveAxis::Epoch:
        return fixedText(position, 2);
    case CurveAxis::Time:
        return durationText(position);
    case CurveAxis::Step:
        break;
    }
    return countText(position);
}

}  // namespace glyphscope
