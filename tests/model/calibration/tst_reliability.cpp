// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/calibration/reliability.h"
#include "tests/support/test_program.h"

#include "model/types/error.h"
#include "tests/model/calibration/goldens.h"

#include <algorithm>
#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;

using Floats = std::vector<float>;
using Bytes = std::vector<std::uint8_t>;

class TstReliability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void binsByHand();
    void binsAreClosedAbove_data();
    void binsAreClosedAbove();
    void pythonFindsTheSame();
    void nothingIsNoError();
    void anEvaluationIsItsAnswers();
    void wrongArgumentsAreRefused();
};

void TstReliability::binsByHand()
{
    const auto bins = reliability(Floats{0.375F, 0.25F, 0.75F, 1, 1}, Bytes{1, 0, 1, 1, 0}, 2);
    QCOMPARE(bins.size(), std::size_t{2});
    QCOMPARE(bins[0], (ReliabilityBin{2, 0.3125, 0.5}));
    QCOMPARE(bins[1].count, 3);
    QVERIFY(near(bins[1].confidence, 2.75 / 3, 1e-12));
    QVERIFY(near(bins[1].accuracy, 2.0 / 3, 1e-12));
    // (2 * 0.1875 + 3 * 0.25) / 5
    QVERIFY(near(expectedCalibrationError(bins), 0.225, 1e-12));
}

void TstReliability::binsAreClosedAbove_data()
{
    QTest::addColumn<float>("confidence");
    QTest::addColumn<int>("bin");
    QTest::newRow("nothing") << 0.0F << 0;
    QTest::newRow("a little") << 1e-6F << 0;
    QTest::newRow("on an edge") << 0.2F << 2;
    QTest::newRow("above it") << 0.2001F << 3;
    QTest::newRow("one") << 1.0F << 14;
    QTest::newRow("one, rounded up") << 1.000001F << 14;
}

void TstReliability::binsAreClosedAbove()
{
    QFETCH(float, confidence);
    const auto bins = reliability(Floats{confidence}, Bytes{1});
    QCOMPARE(bins.size(), std::size_t{kReliabilityBins});
    const auto filled = std::ranges::find(bins, 1, &ReliabilityBin::count);
    QTEST(int(filled - bins.begin()), "bin");
    QVERIFY(filled->confidence <= 1);
}

void TstReliability::pythonFindsTheSame()
{
    const Floats logits = goldenFloats("logits");
    const Bytes labels = goldenBytes("labels");
    const std::size_t classes = logits.size() / labels.size();
    Floats confidence;
    Bytes right;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto row = logits.begin() + static_cast<std::ptrdiff_t>(i * classes);
        const auto best = std::max_element(row, row + static_cast<std::ptrdiff_t>(classes));
        double sum = 0;
        for (std::size_t k = 0; k < classes; ++k)
            sum += std::exp(double{row[static_cast<std::ptrdiff_t>(k)]} - double{*best});
        confidence.push_back(static_cast<float>(1 / sum));
        right.push_back(best - row == labels[i] ? 1 : 0);
    }
    const double error = expectedCalibrationError(reliability(confidence, right));
    QVERIFY(error > 0.05);
    QVERIFY(near(error, golden("calibration_error").at(0), 1e-6));
}

void TstReliability::nothingIsNoError()
{
    const auto bins = reliability(Floats{}, Bytes{});
    QCOMPARE(bins, std::vector<ReliabilityBin>(kReliabilityBins));
    QCOMPARE(expectedCalibrationError(bins), 0.0);
    QCOMPARE(expectedCalibrationError({}), 0.0);
}

void TstReliability::anEvaluationIsItsAnswers()
{
    Evaluation evaluation;
    evaluation.answers = {3, 4};
    evaluation.confidence = {0.9F, 0.6F};
    const auto bins = reliability(evaluation, Bytes{3, 7}, 1);
    QCOMPARE(bins[0].count, 2);
    QCOMPARE(bins[0].accuracy, 0.5);
    QVERIFY_EXCEPTION_THROWN((void)reliability(evaluation, Bytes{3}, 1), Error);
}

void TstReliability::wrongArgumentsAreRefused()
{
    QVERIFY_EXCEPTION_THROWN((void)reliability(Floats{0.5F}, Bytes{}), Error);
    QVERIFY_EXCEPTION_THROWN((void)reliability(Floats{0.5F}, Bytes{1}, 0), Error);
    QVERIFY_EXCEPTION_THROWN((void)reliability(Floats{1.1F}, Bytes{1}), Error);
    QVERIFY_EXCEPTION_THROWN((void)reliability(Floats{-0.1F}, Bytes{1}), Error);
    QVERIFY_EXCEPTION_THROWN((void)reliability(Floats{std::numeric_limits<float>::quiet_NaN()}, Bytes{1}),
                             Error);
}

GLYPHSCOPE_TEST(TstReliability, Core)
#include "tst_reliability.moc"
