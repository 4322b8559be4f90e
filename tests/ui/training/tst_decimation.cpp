// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/decimation.h"

#include <QtCore/QHash>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace glyphscope;

namespace {

std::vector<QPointF> wave(int count)
{
    std::vector<QPointF> points;
    for (int i = 0; i < count; ++i)
        points.push_back(QPointF(i, std::sin(i * 1.7) + 0.001 * i));
    return points;
}

}  // namespace

class TstDecimation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheExtremesOfAColumnInTheirOrder_data();
    void keepsTheExtremesOfAColumnInTheirOrder();
    void atMostTwoPointsAColumn();
    void noPeakIsLost();
    void leavesOutWhatIsNotToBeSeen();
    void hasNothingToSayOfAnEmptyPlot();
};

void TstDecimation::keepsTheExtremesOfAColumnInTheirOrder_data()
{
    using Points = QList<QPointF>;
    QTest::addColumn<Points>("points");
    QTest::addColumn<int>("columns");
    QTest::addColumn<Points>("expected");
    const Points four{{0, 2}, {1, 5}, {2, 1}, {3, 3}};
    QTest::newRow("nothing") << Points{} << 4 << Points{};
    QTest::newRow("one") << Points{{1, 7}} << 4 << Points{{1, 7}};
    QTest::newRow("few stay as they are") << four << 300 << four;
    QTest::newRow("high before low") << four << 1 << Points{{1, 5}, {2, 1}};
    QTest::newRow("low before high") << Points{{0, 2}, {1, 1}, {2, 5}, {3, 3}} << 1 << Points{{1, 1}, {2, 5}};
    QTest::newRow("level") << Points{{0, 4}, {1, 4}, {2, 4}} << 1 << Points{{0, 4}};
}

void TstDecimation::keepsTheExtremesOfAColumnInTheirOrder()
{
    QFETCH(QList<QPointF>, points);
    QFETCH(int, columns);
    QFETCH(QList<QPointF>, expected);
    const std::vector<QPointF> given(points.begin(), points.end());
    QCOMPARE(decimate(given, 0, 3, columns), expected);
}

void TstDecimation::atMostTwoPointsAColumn()
{
    const QList<QPointF> result = decimate(wave(10000), 0, 9999, 250);
    QVERIFY(result.size() <= 500);
    QHash<int, int> perColumn;
    for (qsizetype i = 0; i < result.size(); ++i) {
        QVERIFY(i == 0 || result[i - 1].x() < result[i].x());
        QVERIFY(++perColumn[std::min(249, static_cast<int>(result[i].x() / 9999 * 250))] <= 2);
    }
    QCOMPARE(perColumn.size(), 250);
}

void TstDecimation::noPeakIsLost()
{
    std::vector<QPointF> points = wave(10000);
    points[4321].setY(50);
    points[777].setY(-50);
    const QList<QPointF> result = decimate(points, 0, 9999, 100);
    QVERIFY(result.contains(QPointF(4321, 50)));
    QVERIFY(result.contains(QPointF(777, -50)));
}

void TstDecimation::leavesOutWhatIsNotToBeSeen()
{
    const double infinite = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<QPointF> points{{-1, 0}, {0, 1}, {1, nan}, {2, infinite}, {3, 2}, {4, 9}};
    QCOMPARE(decimate(points, 0, 3, 10), (QList<QPointF>{{0, 1}, {3, 2}}));
}

void TstDecimation::hasNothingToSayOfAnEmptyPlot()
{
    QVERIFY(decimate(wave(10), 0, 9, 0).isEmpty());
    QVERIFY(decimate(wave(10), 5, 5, 100).isEmpty());
}

QTEST_GUILESS_MAIN(TstDecimation)
#include "tst_decimation.moc"
