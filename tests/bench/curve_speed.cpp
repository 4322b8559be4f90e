// SPDX-License-Identifier: GPL-3.0-or-later
// How long the live curves take with ten runs of a million steps: adding, painting, another smoothing,
// zooming. curve_speed [STEPS [RUNS]]; QT_QPA_PLATFORM=offscreen where there is no display.
#include "ui/curves/curve_chart.h"
#include "ui/curves/curve_painter.h"
#include "ui/curves/curve_plot.h"
#include "ui/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

using namespace glyphscope;

namespace {

constexpr int kRepeats = 15;
constexpr std::size_t kAll = std::size_t(-1);

std::shared_ptr<RunCurves> makeRun(int number, int count)
{
    std::mt19937 random(static_cast<unsigned>(number));
    std::normal_distribution<double> noise(0, 1);
    auto curves = std::make_shared<RunCurves>();
    for (int i = 1; i <= count; ++i) {
        StepStats step;
        step.step = i;
        step.totalSteps = count;
        step.epoch = i / 468.0;
        step.seconds = i * 0.0061;
        const double fall = std::exp(-i / (count * 0.04 * (1 + 0.1 * number)));
        step.loss = 0.28 + 0.02 * number + 2 * fall + 0.08 * std::abs(noise(random));
        step.accuracy = std::min(1.0, 0.985 - 0.004 * number - 0.88 * fall + 0.01 * noise(random));
        step.learningRate = 0.004 * (1 - i / (count + 1.0));
        step.gradientNorm = 0.4 + fall + 0.1 * std::abs(noise(random));
        step.imagesPerSecond = 21000 + 200 * noise(random);
        curves->steps.add(step);
        if (i % (count / 10) == 0) {
            EpochStats epoch;
            epoch.epoch = i / 468;
            epoch.step = i;
            epoch.testLoss = 0.25 + 0.02 * number + fall;
            epoch.testAccuracy = 0.99 - 0.003 * number - 0.5 * fall;
            curves->epochs.push_back(epoch);
        }
    }
    return curves;
}

/// Of this process, in milliseconds: other work on the machine does not count.
double cpuTime()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The median of some repetitions.
template <typename Function>
void report(const char* what, Function function)
{
    std::vector<double> times;
    for (int i = 0; i < kRepeats; ++i) {
        const double before = cpuTime();
        function();
        times.push_back(cpuTime() - before);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-58s %8.3f ms (worst %.3f)\n", what, times[kRepeats / 2], times.back());
}

void prepareAll(CurveModel& model)
{
    for (const ChartRun& run : model.runs) {
        std::size_t budget = kAll;
        run.series->prepare(Quantity::Loss, budget);
    }
}

void measurePainting(CurveModel& model, double ratio, const char* view)
{
    PlotScene scene;
    char what[80];
    std::snprintf(what, sizeof what, "lay out, %s", view);
    report(what, [&] { scene = layOutPlot(model, Quantity::Loss, false, QSizeF(1200, 400)); });
    std::snprintf(what, sizeof what, "paint at 1200x400 @%gx, %s", ratio, view);
    QImage image((QSizeF(1200, 400) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(theme().surface);
    report(what, [&] {
        QPainter painter(&image);
        paintPlot(painter, scene, theme(), false, ratio);
    });
    const CurveRaster earlier = earlierCurves(scene, theme(), ratio);
    std::snprintf(what, sizeof what, "  of it the present run at @%gx, earlier ones kept", ratio);
    report(what, [&] { (void)curvesImage(scene, theme(), ratio, earlier); });
    if (qEnvironmentVariableIsSet("CURVE_SPEED_PICTURES")) {
        image.fill(theme().surface);
        QPainter painter(&image);
        paintPlot(painter, scene, theme(), false, ratio);
        painter.end();
        image.save(QStringLiteral("curve_speed_%1_%2.png").arg(ratio).arg(QString::fromLatin1(view).left(5)));
    }
}

void measureAppending(int steps)
{
    CurveChart chart;
    chart.setRun({}, *makeRun(0, steps));
    std::vector<StepStats> more(10);
    std::int64_t next = steps;
    std::size_t budget = kAll;
    chart.model().runs.front().series->prepare(Quantity::Loss, budget);
    report("append 10 steps to the run, pyramid and smoothing", [&] {
        for (StepStats& step : more) {
            step.step = ++next;
            step.loss = 0.3;
        }
        chart.addSteps(more);
        budget = kAll;
        chart.model().runs.front().series->prepare(Quantity::Loss, budget);
    });
}

}  // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    applyTheme(application, false);
    const int steps = argc > 1 ? std::max(100, std::atoi(argv[1])) : 1'000'000;
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 10;
    std::printf("%d runs of %d steps\n", runs, steps);
    CurveModel model;
    for (int i = 0; i < runs; ++i)
        model.runs.push_back({QString::number(i), QStringLiteral("run %1").arg(i), i, true,
                              std::make_shared<RunSeries>(makeRun(i, steps))});
    model.limits = {0, static_cast<double>(steps)};
    for (const ChartRun& run : model.runs)
        run.series->setWeight(0.6);
    const double before = cpuTime();
    prepareAll(model);
    std::printf("%-58s %8.3f ms\n", "prepare all: pyramids and smoothing", cpuTime() - before);
    measureAppending(steps);
    double weight = 0.6;
    report("another smoothing of all, in slices of 3 ms", [&] {
        weight = weight > 0.9 ? 0.5 : weight + 0.01;
        for (const ChartRun& run : model.runs)
            run.series->setWeight(weight);
        prepareAll(model);
    });
    for (const double ratio : {1.0, 2.0}) {
        model.zoom.reset();
        measurePainting(model, ratio, "whole");
        model.zoom = AxisRange{steps * 0.4, steps * 0.41};
        measurePainting(model, ratio, "a hundredth");
        model.zoom = AxisRange{steps * 0.4, steps * 0.4 + 400};
        measurePainting(model, ratio, "400 steps");
    }
    double at = 0;
    report("zoom: lay out anew at another place, columns included", [&] {
        at += 0.01;
        model.zoom = AxisRange{steps * at, steps * (at + 0.5)};
        (void)layOutPlot(model, Quantity::Loss, false, QSizeF(1200, 400));
    });
    report("zoom: lay out and draw @2x", [&] {
        at += 0.01;
        model.zoom = AxisRange{steps * at, steps * (at + 0.5)};
        const PlotScene scene = layOutPlot(model, Quantity::Loss, false, QSizeF(1200, 400));
        (void)curvesImage(scene, theme(), 2, earlierCurves(scene, theme(), 2));
    });
    return 0;
}
