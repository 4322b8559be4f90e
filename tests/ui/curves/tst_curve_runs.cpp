// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/curves/curve_runs.h"
#include "ui/curves/run_series.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstCurveRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aResumedRunKeepsWhatCameBefore();
    void overlaysKeepTheirColourAndStayHidden();
    void overlaysWithoutCurvesAreLeftOut();

private:
    static std::vector<ChartRun> own()
    {
        return {{QString(), u"this run"_s, 0, true,
                 std::make_shared<RunSeries>(std::make_shared<const RunCurves>())}};
    }
    static RunOverlay overlay(const QString& id) { return {id, id, std::make_shared<const RunCurves>()}; }
};

void TstCurveRuns::aResumedRunKeepsWhatCameBefore()
{
    RunCurves curves;
    for (int step = 1; step <= 5; ++step) {
        StepStats stats;
        stats.step = step * 10;
        stats.loss = step;
        curves.steps.add(stats);
    }
    EpochStats epoch;
    epoch.step = 20;
    curves.epochs.push_back(epoch);
    epoch.step = 40;
    curves.epochs.push_back(epoch);
    const RunCurves kept = curvesBefore(curves, 40);
    QCOMPARE(kept.steps.step.size(), std::size_t{3});
    QCOMPARE(kept.steps.loss.size(), std::size_t{3});
    QCOMPARE(kept.steps.loss.back(), 3.0F);
    QCOMPARE(kept.epochs.size(), std::size_t{1});
    QCOMPARE(curvesBefore(curves, 41).epochs.size(), std::size_t{2});
}

void TstCurveRuns::overlaysKeepTheirColourAndStayHidden()
{
    const RunOverlay a = overlay(u"a"_s);
    const RunOverlay b = overlay(u"b"_s);
    std::vector<ChartRun> runs = withOverlays(own(), {a, b}, 0.6);
    QCOMPARE(runs.size(), std::size_t{3});
    QCOMPARE(runs[1].style, 1);
    QCOMPARE(runs[2].style, 2);
    runs[2].shown = false;
    runs = withOverlays(runs, {b, overlay(u"c"_s)}, 0.6);
    QCOMPARE(runs[1].id, u"b"_s);
    QCOMPARE(runs[1].style, 2);
    QVERIFY(!runs[1].shown);
    QCOMPARE(runs[2].style, 1);  // the colour of the one that is gone
    runs = withOverlays(runs, {}, 0.6);
    QCOMPARE(runs.size(), std::size_t{1});
    QCOMPARE(runs[0].name, u"this run"_s);
}

void TstCurveRuns::overlaysWithoutCurvesAreLeftOut()
{
    QCOMPARE(withOverlays(own(), {{u"a"_s, u"a"_s, nullptr}}, 0.6).size(), std::size_t{1});
}

GLYPHSCOPE_TEST(TstCurveRuns, Core)
#include "tst_curve_runs.moc"
