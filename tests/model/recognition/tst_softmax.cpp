// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/softmax.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

class TstSoftmax : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void probabilitiesSumToOne();
    void largeLogitsDoNotOverflow();
    void verdict_data();
    void verdict();
    void nothingIsEmpty();
    void theTemperatureChangesTheProbabilitiesAlone();
    void evidenceIsTheLogOfAllExponentials_data();
    void evidenceIsTheLogOfAllExponentials();
    void littleEvidenceIsNoDigit_data();
    void littleEvidenceIsNoDigit();
};

void TstSoftmax::probabilitiesSumToOne()
{
    const Prediction p = predictionOf({1, 2, 3});
    QCOMPARE(p.best, 2);
    QCOMPARE(p.second, 1);
    QVERIFY(std::abs(p.probabilities[2] - 0.66524F) < 1e-4F);
    QVERIFY(std::abs(p.probabilities[0] + p.probabilities[1] + p.probabilities[2] - 1) < 1e-6F);
    QVERIFY(std::abs(p.margin() - (0.66524F - 0.24473F)) < 1e-4F);
}

void TstSoftmax::largeLogitsDoNotOverflow()
{
    const Prediction p = predictionOf({1e30F, -1e30F, 1e30F});
    QCOMPARE(p.probabilities[0], 0.5F);
    QCOMPARE(p.probabilities[1], 0.0F);
}

void TstSoftmax::verdict_data()
{
    QTest::addColumn<float>("lead");
    QTest::addColumn<bool>("sure");
    QTest::newRow("far ahead") << 8.0F << true;
    QTest::newRow("just ahead") << 0.5F << false;
    QTest::newRow("level") << 0.0F << false;
}

void TstSoftmax::verdict()
{
    QFETCH(float, lead);
    QFETCH(bool, sure);
    QCOMPARE(predictionOf({0, lead, -9}).verdict == Verdict::Digit, sure);
}

void TstSoftmax::nothingIsEmpty()
{
    const Prediction p = predictionOf({});
    QVERIFY(p.verdict == Verdict::Empty);
    QCOMPARE(p.best, -1);
    QCOMPARE(p.margin(), 0.0F);
}

void TstSoftmax::theTemperatureChangesTheProbabilitiesAlone()
{
    const Prediction plain = predictionOf({1, 2, 6});
    const Prediction warm = predictionOf({1, 2, 6}, {.temperature = 4, .leastEvidence = {}});
    const Prediction same = predictionOf({0.25F, 0.5F, 1.5F});
    for (std::size_t k = 0; k < 3; ++k)
        QVERIFY(std::abs(warm.probabilities[k] - same.probabilities[k]) < 1e-6F);
    QVERIFY(plain.verdict == Verdict::Digit);
    QVERIFY(warm.verdict == Verdict::Unsure);  // 0.59
    QCOMPARE(warm.logits, plain.logits);
    QCOMPARE(warm.evidence, plain.evidence);
    QCOMPARE(warm.best, 2);
    QCOMPARE(warm.second, 1);
}

void TstSoftmax::evidenceIsTheLogOfAllExponentials_data()
{
    QTest::addColumn<std::vector<float>>("logits");
    QTest::addColumn<float>("evidence");
    QTest::newRow("by hand") << std::vector<float>{0, 0, 0, 0} << std::log(4.0F);
    QTest::newRow("one leads") << std::vector<float>{12, -30, -30} << 12.0F;
    QTest::newRow("nothing speaks for any") << std::vector<float>{-5, -5} << -5 + std::log(2.0F);
    QTest::newRow("large") << std::vector<float>{1e30F, 0} << 1e30F;
}

void TstSoftmax::evidenceIsTheLogOfAllExponentials()
{
    QFETCH(std::vector<float>, logits);
    QTEST(predictionOf(logits).evidence, "evidence");
}

void TstSoftmax::littleEvidenceIsNoDigit_data()
{
    QTest::addColumn<double>("least");
    QTest::addColumn<float>("lead");
    QTest::addColumn<int>("verdict");
    QTest::newRow("enough") << 7.0 << 8.0F << int(Verdict::Digit);
    QTest::newRow("just enough") << 8.0 << 8.0F << int(Verdict::Digit);
    QTest::newRow("too little") << 8.001 << 8.0F << int(Verdict::NotADigit);
    QTest::newRow("too little goes before unsure") << 8.001 << 0.5F << int(Verdict::NotADigit);
    QTest::newRow("enough, and unsure") << 0.5 << 0.5F << int(Verdict::Unsure);
}

void TstSoftmax::littleEvidenceIsNoDigit()
{
    QFETCH(double, least);
    QFETCH(float, lead);
    const Prediction p = predictionOf({0, lead, -9, -99}, {.temperature = 1, .leastEvidence = least});
    QTEST(int(p.verdict), "verdict");
    QCOMPARE(p.best, 1);  // the bars show what it would have been
    QCOMPARE(p.second, 0);
    QCOMPARE(p.probabilities.size(), std::size_t{4});
}

GLYPHSCOPE_TEST(TstSoftmax, Core)
#include "tst_softmax.moc"
