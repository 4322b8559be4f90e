// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/types/statistics.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

using namespace glyphscope;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kMost = std::numeric_limits<float>::max();

using Values = std::vector<float>;

}  // namespace

Q_DECLARE_METATYPE(std::vector<float>)

class TstStatistics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownNumbers();
    void equalsTwoPasses();
    void smallSpreadOnALargeMean();
    void whatIsNotFiniteIsLeftOut();
    void fewNumbers_data();
    void fewNumbers();
    void histogramCounts();
    void histogramHoldsBothEnds();
    void histogramCountsEveryFiniteValue_data();
    void histogramCountsEveryFiniteValue();
    void histogramOfOneValueLiesAroundIt();
};

void TstStatistics::knownNumbers()
{
    // torch.tensor([2, 4, 4, 4, 5, 5, 7, 9, 0, -0.]): .std() is 2.78887, .norm() 15.2315
    const Values values{2, 4, 4, 4, 5, 5, 7, 9, 0, -0.0F};
    const Statistics s = statisticsOf(values);
    QCOMPARE(s.count, 10);
    QCOMPARE(s.notFinite, 0);
    QCOMPARE(s.zeros, 2);
    QCOMPARE(s.mean, 4.0);
    QCOMPARE(s.deviation, std::sqrt(72.0 / 9));
    QCOMPARE(s.low, 0.0F);
    QCOMPARE(s.high, 9.0F);
    QCOMPARE(s.norm, std::sqrt(232.0));
}

void TstStatistics::equalsTwoPasses()
{
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0.3F, 2);
    Values values(20'000);
    std::ranges::generate(values, [&] { return normal(random); });
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 20'000;
    const double squares = std::accumulate(values.begin(), values.end(), 0.0, [mean](double sum, float v) {
        return sum + (static_cast<double>(v) - mean) * (static_cast<double>(v) - mean);
    });
    const Statistics s = statisticsOf(values);
    QVERIFY(std::abs(s.mean - mean) < 1e-12);
    QVERIFY(std::abs(s.deviation - std::sqrt(squares / 19'999)) < 1e-12);
    QCOMPARE(s.low, *std::ranges::min_element(values));
    QCOMPARE(s.high, *std::ranges::max_element(values));
}

void TstStatistics::smallSpreadOnALargeMean()
{
    // The sum of squares less the square of the sum would lose all of it
    Values values(1000);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 16'000'000.0F + static_cast<float>(i % 2);
    const Statistics s = statisticsOf(values);
    QCOMPARE(s.mean, 16'000'000.5);
    QVERIFY(std::abs(s.deviation - std::sqrt(250.0 / 999)) < 1e-9);
}

void TstStatistics::whatIsNotFiniteIsLeftOut()
{
    const Statistics s = statisticsOf(Values{kNaN, 1, kInfinity, 3, -kInfinity});
    const Statistics clean = statisticsOf(Values{1, 3});
    QCOMPARE(s.notFinite, 3);
    QCOMPARE(s.count, 2);
    QCOMPARE(s.mean, 2.0);
    QCOMPARE(s.deviation, clean.deviation);
    QCOMPARE(s.low, 1.0F);
    QCOMPARE(s.high, 3.0F);
    QCOMPARE(s.norm, clean.norm);
}

void TstStatistics::fewNumbers_data()
{
    QTest::addColumn<Values>("values");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("mean");
    QTest::newRow("none") << Values{} << 0 << 0.0;
    QTest::newRow("none that are finite") << Values{kNaN, kInfinity} << 0 << 0.0;
    QTest::newRow("one") << Values{-3} << 1 << -3.0;
}

void TstStatistics::fewNumbers()
{
    QFETCH(Values, values);
    QFETCH(int, count);
    QFETCH(double, mean);
    const Statistics s = statisticsOf(values);
    QCOMPARE(s.count, count);
    QCOMPARE(s.mean, mean);
    QCOMPARE(s.deviation, 0.0);
    QCOMPARE(s.low, static_cast<float>(mean));
    QCOMPARE(s.high, static_cast<float>(mean));
    QCOMPARE(s.norm, std::abs(mean));
}

void TstStatistics::histogramCounts()
{
    const Histogram h = histogramOf(Values{0, 0.9F, 1, 1.5F, 3.2F, 4}, 4);
    QCOMPARE(h.low, 0.0F);
    QCOMPARE(h.high, 4.0F);
    QCOMPARE(h.counts, (std::vector<std::int64_t>{2, 2, 0, 2}));
}

void TstStatistics::histogramHoldsBothEnds()
{
    const Histogram h = histogramOf(Values{-1, kNaN, 0.25F, kInfinity, 1}, 2);
    QCOMPARE(h.low, -1.0F);
    QCOMPARE(h.high, 1.0F);
    QCOMPARE(h.counts, (std::vector<std::int64_t>{1, 2}));
}

void TstStatistics::histogramCountsEveryFiniteValue_data()
{
    QTest::addColumn<Values>("values");
    QTest::newRow("none") << Values{};
    QTest::newRow("nothing finite") << Values{kNaN, kInfinity};
    QTest::newRow("zeros") << Values(7, 0.0F);
    QTest::newRow("one large value") << Values(7, 1e10F);
    QTest::newRow("one value, large and negative") << Values(7, -3e30F);
    QTest::newRow("the largest there is") << Values(3, kMost);
    QTest::newRow("all there is") << Values{-kMost, 0, kMost};
    QTest::newRow("neighbours") << Values{1, std::nextafter(1.0F, 2.0F)};
    QTest::newRow("the smallest there is") << Values{0, std::numeric_limits<float>::denorm_min()};
}

void TstStatistics::histogramCountsEveryFiniteValue()
{
    QFETCH(Values, values);
    const auto finite = std::ranges::count_if(values, [](float value) { return std::isfinite(value); });
    for (const int bins : {1, 2, 64}) {
        const Histogram h = histogramOf(values, bins);
        QCOMPARE(static_cast<int>(h.counts.size()), bins);
        QCOMPARE(std::accumulate(h.counts.begin(), h.counts.end(), std::int64_t{0}),
                 static_cast<std::int64_t>(finite));
        QVERIFY(std::isfinite(h.low) && std::isfinite(h.high) && h.low < h.high);
    }
}

void TstStatistics::histogramOfOneValueLiesAroundIt()
{
    const Histogram h = histogramOf(Values{2, 2, 2}, 3);
    QCOMPARE(h.low, 1.5F);
    QCOMPARE(h.high, 2.5F);
    QCOMPARE(h.counts, (std::vector<std::int64_t>{0, 3, 0}));
    const Histogram large = histogramOf(Values{1e10F}, 3);
    QCOMPARE(large.counts, (std::vector<std::int64_t>{0, 1, 0}));
    QVERIFY(large.low < 1e10F && large.high > 1e10F);
}

GLYPHSCOPE_TEST(TstStatistics, Core)
#include "tst_statistics.moc"
