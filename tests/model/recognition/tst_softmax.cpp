// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/softmax.h"

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

QTEST_GUILESS_MAIN(TstSoftmax)
#include "tst_softmax.moc"
