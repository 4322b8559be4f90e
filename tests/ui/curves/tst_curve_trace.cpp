// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/curves/curve_story.h"
#include "ui/curves/curve_trace.h"
#include "ui/curves/run_series.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;

namespace {

/// Losses at steps 1, 2, ... as a series, and the scale of a plot of `columns` pixels.
struct Plot {
    std::shared_ptr<RunCurves> curves = std::make_shared<RunCurves>();
    std::unique_ptr<RunSeries> series;
    PlotScale scale;
    int columns;

    Plot(const std::vector<double>& losses, AxisRange x, int width, AxisRange y = {0, 100}) : columns(width)
    {
        for (const double loss : losses) {
            StepStats step;
            step.step = static_cast<std::int64_t>(curves->steps.size()) + 1;
            step.loss = loss;
            curves->steps.add(step);
        }
        series = std::make_unique<RunSeries>(curves);
        std::size_t budget = 10'000'000;
        series->prepare(Quantity::Loss, budget);
        scale.area = QRectF(0, 0, width, 100);
        scale.x = x;
        scale.y = y;
    }

    [[nodiscard]] std::vector<QPointF> line() const
    {
        return trace({series->raw(Quantity::Loss), series->rawPyramid(Quantity::Loss),
                      series->columns(CurveAxis::Step, scale.x, columns),
                      [this](std::size_t i) { return series->at(CurveAxis::Step, i); }},
                     scale);
    }
};

std::vector<double> wave(int count)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(50 + 20 * std::sin(i * 1.7));
    return values;
}

}  // namespace

class TstCurveTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fewPointsStayWhatTheyAre();
    void atMostTwoPointsAColumn();
    void noPeakIsLost();
    void goesOnToTheEdges();
    void gapsWhereAValueIsNotFinite();
    void gapsWhereALogarithmHasNoPlace();
    void nothingForNothing();
};

void TstCurveTrace::fewPointsStayWhatTheyAre()
{
    const Plot plot({10, 40, 20, 100}, {1, 4}, 300);
    const std::vector<QPointF> expected{{0, 90}, {100, 60}, {200, 80}, {300, 0}};
    QCOMPARE(plot.line(), expected);
}

void TstCurveTrace::atMostTwoPointsAColumn()
{
    for (const int count : {450, 600, 5000, 200000}) {
        const Plot plot(wave(count), {0, static_cast<double>(count)}, 300);
        const std::vector<QPointF> line = plot.line();
        QVERIFY(line.size() <= 602);
        QVERIFY(line.size() >= 300);
        for (std::size_t i = 1; i < line.size(); ++i)
            QVERIFY(line[i - 1].x() <= line[i].x());
    }
}

void TstCurveTrace::noPeakIsLost()
{
    for (const int count : {5000, 200000}) {
        std::vector<double> values = wave(count);
        values[static_cast<std::size_t>(count / 2 + 3)] = 99;
        values[static_cast<std::size_t>(count / 5 + 1)] = 1;
        values.back() = 98;
        const Plot plot(values, {0, static_cast<double>(count)}, 300);
        const std::vector<QPointF> line = plot.line();
        const auto at = [&](double y) {
            return std::find_if(line.begin(), line.end(),
                                [&](QPointF p) { return std::abs(p.y() - y) < 1e-3; });
        };
        QVERIFY(at(1) != line.end() && std::abs(at(1)->x() - 150) <= 1);
        QVERIFY(at(99) != line.end() && std::abs(at(99)->x() - 60) <= 1);
        QVERIFY(at(2) != line.end() && at(2)->x() >= 299);
    }
}

void TstCurveTrace::goesOnToTheEdges()
{
    const Plot plot(wave(1000), {500.5, 510.5}, 300);
    const std::vector<QPointF> line = plot.line();
    QVERIFY(line.front().x() < 0);
    QVERIFY(line.back().x() > 300);
    QVERIFY(line.size() <= 13);
}

void TstCurveTrace::gapsWhereAValueIsNotFinite()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<QPointF> line = Plot({10, nan, 20, HUGE_VAL, 30}, {1, 5}, 300).line();
    QCOMPARE(line.size(), std::size_t{5});
    QVERIFY(!std::isnan(line[0].y()) && std::isnan(line[1].y()) && std::isnan(line[3].y()));
    // In a full column only its finite values count.
    std::vector<double> values = wave(9000);
    std::fill(values.begin() + 3000, values.begin() + 6000, nan);
    values[100] = nan;
    const std::vector<QPointF> many = Plot(values, {0, 9000}, 300).line();
    QCOMPARE(std::count_if(many.begin(), many.end(), [](QPointF p) { return std::isnan(p.y()); }), 99);
}

void TstCurveTrace::gapsWhereALogarithmHasNoPlace()
{
    Plot plot({10, 0, 1, -5, 100}, {1, 5}, 300, {1, 100});
    plot.scale.logarithmic = true;
    const std::vector<QPointF> line = plot.line();
    QCOMPARE(line[0].y(), 50.0);
    QVERIFY(std::isnan(line[1].y()));
    QCOMPARE(line[2].y(), 100.0);
    QVERIFY(std::isnan(line[3].y()));
    QCOMPARE(line[4].y(), 0.0);
}

void TstCurveTrace::nothingForNothing()
{
    QVERIFY(Plot({}, {0, 1}, 300).line().empty());
    QCOMPARE(Plot({5}, {0, 2}, 300).line().size(), std::size_t{1});
}

GLYPHSCOPE_TEST(TstCurveTrace, Core)
#include "tst_curve_trace.moc"
