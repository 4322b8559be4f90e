// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/curves/smoothing.h"

#include <QtCore/QFile>
#include <QtCore/QList>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace glyphscope;

namespace {

std::vector<float> noisyWave(int count)
{
    std::vector<float> values;
    for (int i = 0; i < count; ++i)
        values.push_back(static_cast<float>(std::sin(i * 1.7) + 0.001 * i));
    return values;
}

}  // namespace

class TstSmoothing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTensorBoard_data();
    void followsTensorBoard();
    void agreesWithTheGoldens_data();
    void agreesWithTheGoldens();
    void aConstantStaysWhatItIs();
    void whatIsNotFinitePassesAndIsForgotten();
    void manyStepsNeedNoDenormals();
    void slicesComeToTheSame();
    void anotherWeightIsWorkedInFromTheStart();
    void extentsFollowTheCourse();
};

void TstSmoothing::followsTensorBoard_data()
{
    QTest::addColumn<double>("weight");
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QList<double>>("expected");
    QTest::newRow("nothing") << 0.9 << QList<double>{} << QList<double>{};
    QTest::newRow("weight 0 changes nothing") << 0.0 << QList<double>{3, 1, 4} << QList<double>{3, 1, 4};
    // sums 0.5, 1.25, 2.625 over 1/2, 3/4, 7/8
    QTest::newRow("weight 0.5") << 0.5 << QList<double>{1, 2, 4} << QList<double>{1, 5.0 / 3, 3};
    // sums 0.2, 0.16, 0.328 over 0.1, 0.19, 0.271 of 2, -0.2, 1.84 at weight 0.9
    QTest::newRow("weight 0.9") << 0.9 << QList<double>{2, -0.2, 1.84}
                                << QList<double>{2, 0.16 / 0.19, 0.328 / 0.271};
}

void TstSmoothing::followsTensorBoard()
{
    QFETCH(double, weight);
    QFETCH(QList<double>, values);
    QFETCH(QList<double>, expected);
    const std::vector<double> result =
        smooth({values.constData(), static_cast<std::size_t>(values.size())}, weight);
    QCOMPARE(result.size(), static_cast<std::size_t>(expected.size()));
    for (std::size_t i = 0; i < result.size(); ++i)
        QVERIFY2(std::abs(result[i] - expected[static_cast<qsizetype>(i)]) < 1e-12,
                 qPrintable(QString::number(result[i], 'g', 15)));
}

void TstSmoothing::agreesWithTheGoldens_data()
{
    QTest::addColumn<double>("weight");
    QTest::addColumn<QList<double>>("values");
    QTest::addColumn<QList<double>>("expected");
    // golden/smoothing.py
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/ui/curves/golden/smoothing.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto numbers = [](const QByteArray& text) {
        QList<double> result;
        for (const QByteArray& number : text.split(','))
            result.append(number.toDouble());
        return result;
    };
    while (!file.atEnd()) {
        const QList<QByteArray> parts = file.readLine().trimmed().split(';');
        QCOMPARE(parts.size(), 4);
        QTest::newRow((parts[0] + ", " + parts[1]).constData())
            << parts[1].toDouble() << numbers(parts[2]) << numbers(parts[3]);
    }
}

void TstSmoothing::agreesWithTheGoldens()
{
    QFETCH(double, weight);
    QFETCH(QList<double>, values);
    QFETCH(QList<double>, expected);
    const std::vector<double> result =
        smooth({values.constData(), static_cast<std::size_t>(values.size())}, weight);
    QCOMPARE(result.size(), static_cast<std::size_t>(expected.size()));
    for (std::size_t i = 0; i < result.size(); ++i) {
        const double right = expected[static_cast<qsizetype>(i)];
        if (std::isfinite(right))
            QVERIFY2(std::abs(result[i] - right) <= 1e-12 * std::max(1.0, std::abs(right)),
                     qPrintable(QStringLiteral("%1: %2, not %3").arg(i).arg(result[i]).arg(right)));
        else
            QVERIFY(std::isnan(right) ? std::isnan(result[i]) : result[i] == right);
    }
}

void TstSmoothing::aConstantStaysWhatItIs()
{
    const std::vector<double> values(500, 0.3);
    QCOMPARE(smooth(values, 0.99), values);
}

void TstSmoothing::whatIsNotFinitePassesAndIsForgotten()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> result = smooth(std::vector<double>{1, nan, 2, 4}, 0.5);
    QCOMPARE(result[0], 1.0);
    QVERIFY(std::isnan(result[1]));
    QVERIFY(std::abs(result[2] - 5.0 / 3) < 1e-12);
    QVERIFY(std::abs(result[3] - 3) < 1e-12);
}

void TstSmoothing::manyStepsNeedNoDenormals()
{
    DebiasedAverage average(0.6);
    double last = 0;
    for (int i = 0; i < 5000; ++i)
        last = average.add(i % 2);
    QVERIFY(std::abs(last - 1 / 1.6) < 1e-12);  // the limit of 1 at every other step: 0.4 / (1 - 0.36)
}

void TstSmoothing::slicesComeToTheSame()
{
    const std::vector<float> values = noisyWave(1000);
    SmoothedCurve whole;
    whole.setWeight(0.9);
    std::size_t budget = 5000;
    whole.advance(values, budget);
    QCOMPARE(budget, std::size_t{4000});
    QVERIFY(whole.complete(1000));
    SmoothedCurve sliced;
    sliced.setWeight(0.9);
    for (int i = 0; i < 11; ++i) {
        budget = 97;
        // It grows meanwhile.
        sliced.advance(
            std::span(values).first(std::min<std::size_t>(1000, 50 + 100 * static_cast<std::size_t>(i))),
            budget);
    }
    QVERIFY(sliced.complete(1000));
    QVERIFY(std::equal(whole.values().begin(), whole.values().end(), sliced.values().begin()));
    QCOMPARE(whole.values().size(), sliced.values().size());
}

void TstSmoothing::anotherWeightIsWorkedInFromTheStart()
{
    const std::vector<float> values = noisyWave(1000);
    SmoothedCurve curve;
    curve.setWeight(0.5);
    std::size_t budget = 1000;
    curve.advance(values, budget);
    const std::vector<float> before(curve.values().begin(), curve.values().end());
    curve.setWeight(0.9);
    QVERIFY(!curve.complete(1000));
    budget = 400;
    curve.advance(values, budget);
    QCOMPARE(curve.values().size(), std::size_t{1000});
    QVERIFY(curve.values()[399] != before[399]);
    QCOMPARE(curve.values()[400], before[400]);
    budget = 1000;
    curve.advance(values, budget);
    const std::vector<double> doubles(values.begin(), values.end());
    QCOMPARE(curve.values()[999], static_cast<float>(smooth(doubles, 0.9)[999]));
}

void TstSmoothing::extentsFollowTheCourse()
{
    const std::vector<float> values = noisyWave(1000);
    SmoothedCurve curve;
    for (const double weight : {0.0, 0.99}) {
        curve.setWeight(weight);
        for (int i = 0; i < 3; ++i) {
            std::size_t budget = 400;
            curve.advance(values, budget);
        }
        Extent right;
        for (std::size_t i = 100; i < 800; ++i)
            right.add(curve.values()[i]);
        QCOMPARE(curve.pyramid().extent(curve.values(), 100, 800), right);
    }
}

GLYPHSCOPE_TEST(TstSmoothing, Core)
#include "tst_smoothing.moc"
