// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/text/number_range.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;
using namespace Qt::StringLiterals;
using Scale = NumberRange::Scale;

namespace {

constexpr NumberRange kRate{.least = 1e-9, .most = 1000, .low = 1e-5, .high = 1, .scale = Scale::Logarithmic};
constexpr NumberRange kWeightDecay{
    .least = 0, .most = 1000, .low = 1e-6, .high = 1, .scale = Scale::Logarithmic};
constexpr NumberRange kBeta{.most = 0.999999, .high = 0.9999, .scale = Scale::NearOne};
constexpr NumberRange kBatch{
    .least = 2, .most = 65536, .low = 8, .high = 1024, .scale = Scale::PowersOfTwo, .whole = true};
constexpr NumberRange kDegrees{.least = 0, .most = 180, .low = 0, .high = 50};
constexpr NumberRange kShift{.least = -100, .most = 100, .low = -5, .high = 5, .steps = 200, .arrow = 0.1};
constexpr NumberRange kEpochs{.least = 1, .most = 100000, .low = 1, .high = 20, .whole = true};

}  // namespace

Q_DECLARE_METATYPE(NumberRange)

class TstNumberRange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSliderComesBackToItsPlace_data();
    void theSliderComesBackToItsPlace();
    void theSliderGivesRoundNumbers_data();
    void theSliderGivesRoundNumbers();
    void arrowsStep_data();
    void arrowsStep();
    void beyondTheSliderIsItsEnd();
};

void TstNumberRange::theSliderComesBackToItsPlace_data()
{
    QTest::addColumn<NumberRange>("range");
    QTest::addColumn<int>("steps");
    QTest::newRow("logarithmic") << kRate << 100;
    QTest::newRow("logarithmic from zero") << kWeightDecay << 100;
    QTest::newRow("near one") << kBeta << 100;
    QTest::newRow("powers of two") << kBatch << 7;
    QTest::newRow("linear") << kDegrees << 100;
    QTest::newRow("whole") << kEpochs << 19;
}

void TstNumberRange::theSliderComesBackToItsPlace()
{
    QFETCH(NumberRange, range);
    QTEST(sliderSteps(range), "steps");
    double before = -1;
    for (int step = 0; step <= sliderSteps(range); ++step) {
        const double value = sliderValue(range, step);
        QVERIFY2(value >= range.least && value <= range.most, qPrintable(QString::number(value)));
        QVERIFY2(value > before, qPrintable(QString::number(step)));
        QCOMPARE(sliderStep(range, value), step);
        before = value;
    }
}

void TstNumberRange::theSliderGivesRoundNumbers_data()
{
    QTest::addColumn<NumberRange>("range");
    QTest::addColumn<int>("step");
    QTest::addColumn<QString>("value");
    QTest::newRow("a learning rate at its least") << kRate << 0 << u"1e-05"_s;
    QTest::newRow("in the middle") << kRate << 50 << u"0.0032"_s;
    QTest::newRow("at its most") << kRate << 100 << u"1"_s;
    QTest::newRow("no weight decay") << kWeightDecay << 0 << u"0"_s;
    QTest::newRow("the least weight decay") << kWeightDecay << 1 << u"1e-06"_s;
    QTest::newRow("no momentum") << kBeta << 0 << u"0"_s;
    QTest::newRow("0.9") << kBeta << 25 << u"0.9"_s;
    QTest::newRow("0.999") << kBeta << 75 << u"0.999"_s;
    QTest::newRow("128 images") << kBatch << 4 << u"128"_s;
    QTest::newRow("degrees") << kDegrees << 3 << u"1.5"_s;
    QTest::newRow("in finer steps") << kShift << 41 << u"-2.95"_s;
    QTest::newRow("zero between the ends") << kShift << 100 << u"0"_s;
}

void TstNumberRange::theSliderGivesRoundNumbers()
{
    QFETCH(NumberRange, range);
    QFETCH(int, step);
    QTEST(QString::number(sliderValue(range, step), 'g', 12), "value");
}

void TstNumberRange::arrowsStep_data()
{
    QTest::addColumn<NumberRange>("range");
    QTest::addColumn<double>("from");
    QTest::addColumn<int>("steps");
    QTest::addColumn<QString>("to");
    QTest::newRow("1, 2, 5 up") << kRate << 0.004 << 1 << u"0.005"_s;
    QTest::newRow("over a power of ten") << kRate << 0.004 << 3 << u"0.02"_s;
    QTest::newRow("down") << kRate << 0.004 << -1 << u"0.002"_s;
    QTest::newRow("down from a power of ten") << kRate << 0.001 << -1 << u"0.0005"_s;
    QTest::newRow("down to zero") << kWeightDecay << 1e-6 << -1 << u"0"_s;
    QTest::newRow("up from zero") << kWeightDecay << 0.0 << 1 << u"1e-06"_s;
    QTest::newRow("twice the batch") << kBatch << 96.0 << 1 << u"192"_s;
    QTest::newRow("no smaller batch") << kBatch << 2.0 << -1 << u"2"_s;
    QTest::newRow("one epoch more") << kEpochs << 2.0 << 1 << u"3"_s;
    QTest::newRow("half a degree") << kDegrees << 10.0 << 1 << u"10.5"_s;
    QTest::newRow("as much as an arrow adds") << kShift << -0.3 << 2 << u"-0.1"_s;
    QTest::newRow("never below its least") << kDegrees << 0.0 << -1 << u"0"_s;
}

void TstNumberRange::arrowsStep()
{
    QFETCH(NumberRange, range);
    QFETCH(double, from);
    QFETCH(int, steps);
    QTEST(QString::number(stepped(range, from, steps), 'g', 12), "to");
}

void TstNumberRange::beyondTheSliderIsItsEnd()
{
    QCOMPARE(sliderStep(kRate, 20), 100);
    QCOMPARE(sliderStep(kRate, 1e-8), 0);
    QCOMPARE(sliderStep(kBeta, 0.999999), 100);
    QCOMPARE(sliderStep(kBatch, 2), 0);
}

GLYPHSCOPE_TEST(TstNumberRange, Core)
#include "tst_number_range.moc"
