// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/smoothing.h"

#include <QtCore/QList>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace glyphscope;

class TstSmoothing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTensorBoard_data();
    void followsTensorBoard();
    void aConstantStaysWhatItIs();
    void whatIsNotFinitePassesAndIsForgotten();
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

void TstSmoothing::aConstantStaysWhatItIs()
{
    const std::vector<double> values(500, 0.3);
    for (const double value : smooth(values, 0.99))
        QVERIFY(std::abs(value - 0.3) < 1e-12);
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

QTEST_GUILESS_MAIN(TstSmoothing)
#include "tst_smoothing.moc"
