// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/curves/curve_story.h"
#include "ui/curves/run_series.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace glyphscope;

class TstRunSeries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isPreparedInSlices();
    void followsCurvesThatGrow();
    void knowsWhatIsNotFinite();
    void findsPositions_data();
    void findsPositions();
    void placesSteps();
    void columnsAreThoseOfALinearSearch();
};

void TstRunSeries::isPreparedInSlices()
{
    RunSeries series(test::makeCurves(1000));
    series.setWeight(0.5);
    std::size_t budget = 300;
    QVERIFY(!series.prepare(Quantity::Loss, budget));
    QCOMPARE(budget, std::size_t{0});
    QCOMPARE(series.raw(Quantity::Loss).size(), std::size_t{300});
    int slices = 1;
    for (bool complete = false; !complete; ++slices) {
        budget = 300;
        complete = series.prepare(Quantity::Loss, budget);
    }
    QCOMPARE(slices, 7);  // a thousand values, and a thousand smoothed ones
    QCOMPARE(series.raw(Quantity::Loss).size(), std::size_t{1000});
    QCOMPARE(series.smoothed(Quantity::Loss).size(), std::size_t{1000});
    QVERIFY(series.raw(Quantity::GradientNorm).empty());
}

void TstRunSeries::followsCurvesThatGrow()
{
    const auto curves = test::makeCurves(100);
    RunSeries series(curves);
    series.setWeight(0);
    std::size_t budget = 1000;
    QVERIFY(series.prepare(Quantity::Accuracy, budget));
    QCOMPARE(budget, std::size_t{800});
    StepStats step;
    step.step = 101;
    step.accuracy = 0.5;
    curves->steps.add(step);
    budget = 1000;
    QVERIFY(series.prepare(Quantity::Accuracy, budget));
    QCOMPARE(budget, std::size_t{998});
    QCOMPARE(series.smoothed(Quantity::Accuracy)[100], 0.5F);
}

void TstRunSeries::knowsWhatIsNotFinite()
{
    const auto curves = test::makeCurves(100);
    curves->steps.loss[7] = std::numeric_limits<float>::quiet_NaN();
    curves->steps.loss[70] = std::numeric_limits<float>::infinity();
    RunSeries series(curves);
    std::size_t budget = 1000;
    series.prepare(Quantity::Loss, budget);
    series.prepare(Quantity::Accuracy, budget);
    const auto found = series.notFinite(Quantity::Loss);
    QCOMPARE(std::vector<std::uint32_t>(found.begin(), found.end()), (std::vector<std::uint32_t>{7, 70}));
    QVERIFY(series.notFinite(Quantity::Accuracy).empty());
}

void TstRunSeries::findsPositions_data()
{
    QTest::addColumn<int>("axis");
    QTest::addColumn<double>("position");
    QTest::addColumn<int>("nearest");
    const int step = static_cast<int>(CurveAxis::Step);
    QTest::newRow("before the first") << step << -5.0 << 0;
    QTest::newRow("the first") << step << 1.0 << 0;
    QTest::newRow("nearer to the one before") << step << 50.4 << 49;
    QTest::newRow("nearer to the one after") << step << 50.6 << 50;
    QTest::newRow("behind the last") << step << 1e9 << 99;
    QTest::newRow("by epoch") << static_cast<int>(CurveAxis::Epoch) << 0.502 << 49;
    QTest::newRow("by time") << static_cast<int>(CurveAxis::Time) << 0.258 << 25;
}

void TstRunSeries::findsPositions()
{
    QFETCH(int, axis);
    QFETCH(double, position);
    const RunSeries series(test::makeCurves(100));
    QTEST(static_cast<int>(series.nearest(static_cast<CurveAxis>(axis), position)), "nearest");
}

void TstRunSeries::placesSteps()
{
    const RunSeries series(test::makeCurves(100));
    const auto near = [](double value, double right) { return std::abs(value - right) < 1e-6; };
    QCOMPARE(series.ofStep(CurveAxis::Step, 33), 33.0);
    QVERIFY(near(series.ofStep(CurveAxis::Epoch, 50), 0.5));
    QVERIFY(near(series.ofStep(CurveAxis::Epoch, 50.5), 0.505));
    QVERIFY(near(series.ofStep(CurveAxis::Time, 0), 0));
    QVERIFY(near(series.ofStep(CurveAxis::Epoch, 400), 4));  // where the run is headed
    QVERIFY(near(series.end(CurveAxis::Time), 1));
    const RunSeries empty(std::make_shared<RunCurves>());
    QCOMPARE(empty.end(CurveAxis::Epoch), 0.0);
    QCOMPARE(empty.ofStep(CurveAxis::Epoch, 7), 7.0);
}

void TstRunSeries::columnsAreThoseOfALinearSearch()
{
    const RunSeries series(test::makeCurves(1000));
    for (const AxisRange range :
         {AxisRange{0, 1000}, AxisRange{-50, 2000}, AxisRange{499.5, 500.5}, AxisRange{0, 1e7}})
        for (const int columns : {1, 7, 300, 3000}) {
            const std::vector<std::uint32_t> found = series.columns(CurveAxis::Step, range, columns);
            QCOMPARE(found.size(), static_cast<std::size_t>(columns + 1));
            for (int i = 0; i <= columns; ++i) {
                const double position = range.from + range.span() * i / columns;
                // Step s has index s - 1; the last part has its edge.
                const double first = i == columns ? std::floor(position) : std::ceil(position) - 1;
                const double right = std::clamp(first, 0.0, 1000.0);
                QCOMPARE(static_cast<double>(found[static_cast<std::size_t>(i)]), right);
            }
        }
}

GLYPHSCOPE_TEST(TstRunSeries, Core)
#include "tst_run_series.moc"
