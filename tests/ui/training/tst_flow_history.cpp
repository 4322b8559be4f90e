// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/training/flow_story.h"
#include "ui/training/flow_geometry.h"
#include "ui/training/flow_history.h"

#include <cmath>
#include <limits>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

GradientFlow::Layer layer(double output, double weightGradient, double weights, double dead)
{
    GradientFlow::Layer result;
    result.module = "relu3";
    result.outputGradient = output;
    result.weightGradient = weightGradient;
    result.weights = weights;
    result.dead = dead;
    return result;
}

}  // namespace

class TstFlowHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<double>("output");
        QTest::addColumn<double>("weightGradient");
        QTest::addColumn<double>("weights");
        QTest::addColumn<double>("dead");
        QTest::addColumn<QString>("words");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("well") << 0.1 << 0.1 << 1.0 << 0.0 << QString();
        QTest::newRow("at the limits") << 1e-6 << 1e3 << 1.0 << 0.0 << QString();
        QTest::newRow("output vanishes") << 9e-7 << 0.1 << 1.0 << 0.0 << u"vanishing"_s;
        QTest::newRow("no output gradient") << 0.0 << 0.0 << 0.0 << 0.0 << u"vanishing"_s;
        QTest::newRow("weights vanish") << 0.1 << 1e-7 << 1.0 << 0.0 << u"vanishing"_s;
        QTest::newRow("large weights make it small") << 0.1 << 1e-4 << 1e3 << 0.0 << u"vanishing"_s;
        QTest::newRow("output explodes") << 1001.0 << 0.0 << 0.0 << 0.0 << u"exploding"_s;
        QTest::newRow("weights explode") << 1.0 << 20.0 << 0.01 << 0.0 << u"exploding"_s;
        QTest::newRow("both ends") << 1e-9 << 1e9 << 1.0 << 0.0 << u"exploding"_s;
        QTest::newRow("not a number") << nan << 0.0 << 0.0 << 0.0 << u"not finite"_s;
        QTest::newRow("infinite weights") << 1.0 << HUGE_VAL << 1.0 << 0.0 << u"not finite"_s;
        QTest::newRow("frozen weights") << 0.1 << 0.0 << 4.0 << 0.0 << QString();
        QTest::newRow("a few dead") << 0.1 << 0.0 << 0.0 << 0.0625 << u"6\u00a0% dead"_s;
        QTest::newRow("many dead") << 0.1 << 0.0 << 0.0 << 0.75 << u"75\u00a0% dead"_s;
        QTest::newRow("dead and vanishing") << 1e-9 << 0.0 << 0.0 << 0.75 << u"vanishing"_s;
    }

    void whatIsWrongIsSaid()
    {
        QFETCH(double, output);
        QFETCH(double, weightGradient);
        QFETCH(double, weights);
        QFETCH(double, dead);
        QTEST(flowWords(layer(output, weightGradient, weights, dead)), "words");
    }

    void manyDeadIsAStateOfItsOwn()
    {
        QCOMPARE(flowState(layer(0.1, 0, 0, 0.49)), FlowState::Flowing);
        QCOMPARE(flowState(layer(0.1, 0, 0, 0.5)), FlowState::Dead);
    }

    void theTipHasTheNumbers()
    {
        GradientFlow flow = test::flowAt(1200);
        QCOMPARE(flowTip(flow, 0), u"conv1, step 1,200\nGradient of its output: 0.01, over 64 images\n"
                                   "Gradient of its weights: 0.02, which is 0.005 of their norm"_s);
        flow.layers[0].weightGradient = 0;
        QVERIFY(flowTip(flow, 0).endsWith(u"they are frozen"));
        flow.layers[1].outputGradient = 2.5e-8;
        QVERIFY(flowTip(flow, 1).startsWith(
            u"relu1, step 1,200: vanishing\nGradient of its output: 2.5e\u221208"));
    }

    void theScaleIsLogarithmic()
    {
        const Decades decades{.low = -6, .high = 2};
        QCOMPARE(decades.share(1e-6), 0.0);
        QCOMPARE(decades.share(1e-2), 0.5);
        QCOMPARE(decades.share(1e2), 1.0);
        QCOMPARE(decades.share(1e9), 1.0);
        QCOMPARE(decades.share(0), 0.0);
        QCOMPARE(decades.share(std::nan("")), 0.0);
    }

    void theScaleGrowsWithWhatIsKept()
    {
        FlowHistory history;
        QCOMPARE(history.decades(), (Decades{.low = -6, .high = 1}));
        history.add(test::flowAt(1, 3e-9));
        history.add(test::flowAt(2, 300));
        QCOMPARE(history.decades(), (Decades{.low = -9, .high = 3}));
        history.add(test::flowAt(3, 1e-40));
        history.add(test::flowAt(4, HUGE_VAL));
        QCOMPARE(history.decades(), (Decades{.low = -12, .high = 3}));
    }

    void coloursTellTheUsualValuesApart()
    {
        FlowHistory history;
        QCOMPARE(history.flowingDecades(), Decades{});
        history.add(test::flowAt(1, 3e-9));
        history.add(test::flowAt(2, 0.004));
        QCOMPARE(history.flowingDecades(), (Decades{.low = -3, .high = -2}));
        history.add(test::flowAt(3, 0.2));
        QCOMPARE(history.flowingDecades(), (Decades{.low = -3, .high = 0}));
    }

    void onlyTheNewestAreKept()
    {
        FlowHistory history;
        for (int step = 0; step < 75; ++step)
            history.add(test::flowAt(step));
        QCOMPARE(history.flows().size(), FlowHistory::kKept);
        QCOMPARE(history.flows().front().step, 15);
        QCOMPARE(history.newest().step, 74);
    }

    void anotherRunBeginsAnew()
    {
        FlowHistory history;
        history.add(test::flowAt(100));
        history.add(test::flowAt(110));
        history.add(test::flowAt(10));
        QCOMPARE(history.flows().size(), 1U);
        GradientFlow other = test::flowAt(20);
        other.layers.pop_back();
        history.add(other);
        QCOMPARE(history.flows().size(), 1U);
        history.add({});
        QVERIFY(history.empty());
    }

    void partsLieBesideEachOther_data()
    {
        QTest::addColumn<QSizeF>("size");
        for (const QSizeF size : {QSizeF(220, 160), QSizeF(280, 170), QSizeF(1400, 300), QSizeF(360, 90)})
            QTest::addRow("%g x %g", size.width(), size.height()) << size;
    }

    void partsLieBesideEachOther()
    {
        QFETCH(QSizeF, size);
        const FlowLayout layout = layOutFlow(size, 10, 48, 60, 13);
        const QRectF all(QPointF(), size);
        for (const QRectF& part : {layout.titles, layout.names, layout.plot, layout.words, layout.scale})
            QVERIFY(all.contains(part));
        QVERIFY(layout.names.right() < layout.plot.left());
        QVERIFY(layout.plot.right() < layout.words.left());
        QVERIFY(layout.plot.width() >= 72);
        if (!layout.history.isEmpty()) {
            QVERIFY(layout.plot.right() < layout.history.left());
            QVERIFY(layout.history.right() < layout.words.left());
        }
        QCOMPARE(layout.history.isEmpty(), size.width() == 220);
        for (int row = 0; row < 10; ++row)
            QCOMPARE(layout.rowAt(layout.row(layout.plot, row).center().y()), row);
        QCOMPARE(layout.rowAt(1), -1);
        QCOMPARE(layout.rowAt(layout.names.bottom() + 1), -1);
    }

    void rowsShareTheHeight()
    {
        for (const QSizeF size : {QSizeF(690, 600), QSizeF(880, 560), QSizeF(2700, 2000)}) {
            const FlowLayout layout = layOutFlow(size, 10, 48, 60, 13);
            QVERIFY(layout.scale.bottom() > size.height() - 20);
            QVERIFY(layout.history.width() > 0.3 * (layout.words.left() - layout.names.right()));
        }
        QVERIFY(layOutFlow({690, 2000}, 2, 48, 60, 13).rowHeight < 240);
    }

    void decadesAreWrittenWhereTheyHaveRoom()
    {
        QCOMPARE(decadeStride(46, 26), 1);  // as at 1024x768
        QCOMPARE(decadeStride(30, 26), 2);
        QCOMPARE(decadeStride(300, 26), 1);
        QVERIFY(decadeStride(0, 26) >= 1);
    }

    void theNewestProbeIsOnTheRight()
    {
        const QRectF history(100, 0, 120, 50);
        QCOMPARE(probeAt(history, 60, 60, 101), 0);
        QCOMPARE(probeAt(history, 60, 60, 219), 59);
        QCOMPARE(probeAt(history, 2, 60, 219), 1);
        QCOMPARE(probeAt(history, 2, 60, 217), 0);
        QCOMPARE(probeAt(history, 2, 60, 150), -1);
        QCOMPARE(probeAt(history, 60, 60, 99), -1);
        QCOMPARE(probeAt(history, 60, 60, 220), -1);
        QCOMPARE(probeAt({}, 60, 60, 0), -1);
    }
};

GLYPHSCOPE_TEST(TstFlowHistory, Core)
#include "tst_flow_history.moc"
