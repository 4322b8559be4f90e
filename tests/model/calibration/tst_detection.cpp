// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calibration/detection.h"
#include "tests/support/test_program.h"

#include "model/types/error.h"
#include "tests/model/calibration/goldens.h"

#include <limits>
#include <numeric>

using namespace glyphscope;
using namespace glyphscope::test;

using Floats = std::vector<float>;

class TstDetection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aurocByHand_data();
    void aurocByHand();
    void pythonFindsTheSameAuroc();
    void thresholdByHand_data();
    void thresholdByHand();
    void theNextThresholdRefusesTooMany();
    void refusedIsStrictlyBelow();
    void wrongArgumentsAreRefused();
};

void TstDetection::aurocByHand_data()
{
    QTest::addColumn<Floats>("positives");
    QTest::addColumn<Floats>("negatives");
    QTest::addColumn<double>("area");
    QTest::newRow("apart") << Floats{5, 6} << Floats{1, 2, 3} << 1.0;
    QTest::newRow("the wrong way round") << Floats{1, 2} << Floats{3, 4, 5} << 0.0;
    QTest::newRow("all alike") << Floats{1, 1} << Floats{1, 1, 1} << 0.5;
    QTest::newRow("one pair of four lost") << Floats{4, 2} << Floats{3, 1} << 0.75;
    QTest::newRow("a tie") << Floats{2, 3} << Floats{2} << 0.75;
    QTest::newRow("infinite scores") << Floats{std::numeric_limits<float>::infinity()}
                                     << Floats{-std::numeric_limits<float>::infinity()} << 1.0;
}

void TstDetection::aurocByHand()
{
    QFETCH(Floats, positives);
    QFETCH(Floats, negatives);
    QTEST(auroc(positives, negatives), "area");
}

void TstDetection::pythonFindsTheSameAuroc()
{
    const Floats positives = goldenFloats("positives");
    QCOMPARE(positives.size(), std::size_t{150});
    const double area = auroc(positives, goldenFloats("negatives"));
    QVERIFY(area > 0.6 && area < 0.95);
    QVERIFY(near(area, golden("auroc").at(0), 1e-12));
}

void TstDetection::thresholdByHand_data()
{
    QTest::addColumn<Floats>("evidence");
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("threshold");
    const Floats ten{9, 2, 7, 4, 1, 3, 8, 6, 5, 10};
    QTest::newRow("none refused") << ten << 0.0 << 1.0;
    QTest::newRow("one of ten") << ten << 0.1 << 2.0;
    QTest::newRow("a share between two") << ten << 0.19 << 2.0;
    QTest::newRow("nearly all") << ten << 0.99 << 10.0;
    QTest::newRow("ties stay together") << Floats{1, 1, 1, 2} << 0.5 << 1.0;
    QTest::newRow("one digit") << Floats{3} << 0.5 << 3.0;
    Floats hundred(100);
    std::iota(hundred.begin(), hundred.end(), 0.0F);
    QTest::newRow("0.29 * 100 in floating point") << hundred << 0.29 << 29.0;
}

void TstDetection::thresholdByHand()
{
    QFETCH(Floats, evidence);
    QFETCH(double, share);
    const double threshold = evidenceThreshold(evidence, share);
    QTEST(threshold, "threshold");
    QVERIFY(refusedShare(evidence, threshold) <= share);
}

void TstDetection::theNextThresholdRefusesTooMany()
{
    const Floats digits = goldenFloats("positives");
    for (const double share : {0.0, 0.01, 0.05, 0.5}) {
        const double threshold = evidenceThreshold(digits, share);
        QVERIFY(refusedShare(digits, threshold) <= share);
        QVERIFY(refusedShare(digits, std::nextafter(threshold, 1e9)) > share);
    }
}

void TstDetection::refusedIsStrictlyBelow()
{
    QCOMPARE(refusedShare(Floats{1, 2, 3, 4}, 3), 0.5);
    QCOMPARE(refusedShare(Floats{}, 3), 0.0);
}

void TstDetection::wrongArgumentsAreRefused()
{
    const Floats nan{1, std::numeric_limits<float>::quiet_NaN()};
    QVERIFY_EXCEPTION_THROWN((void)auroc(Floats{}, Floats{1}), Error);
    QVERIFY_EXCEPTION_THROWN((void)auroc(Floats{1}, Floats{}), Error);
    QVERIFY_EXCEPTION_THROWN((void)auroc(Floats{1}, nan), Error);
    QVERIFY_EXCEPTION_THROWN((void)evidenceThreshold(Floats{}, 0.1), Error);
    QVERIFY_EXCEPTION_THROWN((void)evidenceThreshold(nan, 0.1), Error);
    QVERIFY_EXCEPTION_THROWN((void)evidenceThreshold(Floats{1}, -0.1), Error);
    QVERIFY_EXCEPTION_THROWN((void)evidenceThreshold(Floats{1}, 1), Error);
}

GLYPHSCOPE_TEST(TstDetection, Core)
#include "tst_detection.moc"
