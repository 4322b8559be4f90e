// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/histogram_geometry.h"
#include "ui/widgets/number_grid.h"

using namespace glyphscope;

namespace {

const QRectF kArea(10, 20, 100, 50);

Histogram fourBins()
{
    return {.low = -1, .high = 3, .counts = {0, 100, 50, 1}};
}

}  // namespace

class TstHistogramGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void theFullestBinFillsTheArea()
    {
        const QPolygonF outline = histogramOutline(fourBins(), kArea);
        QCOMPARE(outline.size(), 10);
        QCOMPARE(outline.boundingRect(), kArea);
        QCOMPARE(outline.first(), kArea.bottomLeft());
        QCOMPARE(outline.last(), kArea.bottomRight());
        QCOMPARE(outline[2], QPointF(35, 70));  // an empty bin lies on the ground
        QCOMPARE(outline[3], QPointF(35, 20));
        QCOMPARE(outline[5], QPointF(60, 45));
    }

    void whatIsThereIsSeen() { QCOMPARE(histogramOutline(fourBins(), kArea)[7].y(), kArea.bottom() - 1); }

    void aSingleValueIsSeenBesideThousands()
    {
        const Histogram histogram{.low = -1, .high = 3, .counts = {18031, 0, 1, 7}};
        const QPolygonF outline = histogramOutline(histogram, kArea, HistogramHeights::Logarithmic);
        QCOMPARE(outline[1], kArea.topLeft());
        QCOMPARE(outline[2], QPointF(35, 20));
        QCOMPARE(outline[3].y(), kArea.bottom());  // nothing is no height
        QVERIFY(kArea.bottom() - outline[5].y() >= 3);
        QCOMPARE(outline[8].x(), kArea.right());
    }

    void nothingToDrawIsNothing()
    {
        QVERIFY(histogramOutline({}, kArea).isEmpty());
        QVERIFY(histogramOutline({.low = 0, .high = 1, .counts = {0, 0}}, kArea).isEmpty());
        QVERIFY(histogramOutline(fourBins(), QRectF()).isEmpty());
        QCOMPARE(histogramBinAt({}, kArea, 50), -1);
        QVERIFY(!histogramX({}, kArea, 0));
    }

    void valuesLieBetweenTheEdges()
    {
        QCOMPARE(histogramX(fourBins(), kArea, -1), kArea.left());
        QCOMPARE(histogramX(fourBins(), kArea, 0), 35.0);
        QCOMPARE(histogramX(fourBins(), kArea, 3), kArea.right());
        QVERIFY(!histogramX(fourBins(), kArea, 3.1));
        QVERIFY(!histogramX(fourBins(), kArea, -2));
        QVERIFY(!histogramX(fourBins(), kArea, std::nan("")));
    }

    void binsAreFoundAgain()
    {
        for (int bin = 0; bin < 4; ++bin) {
            const QRectF place = histogramBin(fourBins(), kArea, bin);
            QCOMPARE(histogramBinAt(fourBins(), kArea, place.center().x()), bin);
            QCOMPARE(histogramRange(fourBins(), bin).low, -1.0 + bin);
            QCOMPARE(histogramRange(fourBins(), bin).high, 0.0 + bin);
        }
        QCOMPARE(histogramBinAt(fourBins(), kArea, kArea.right()), 3);
        QCOMPARE(histogramBinAt(fourBins(), kArea, kArea.right() + 1), -1);
        QCOMPARE(histogramBinAt(fourBins(), kArea, kArea.left() - 1), -1);
    }

    void numbersStandInEqualRows()
    {
        QCOMPARE(NumberGrid::columnsFor(8, 900, 100), 8);
        QCOMPARE(NumberGrid::columnsFor(8, 520, 100), 4);
        QCOMPARE(NumberGrid::columnsFor(8, 330, 100), 3);
        QCOMPARE(NumberGrid::columnsFor(8, 20, 100), 1);
        QCOMPARE(NumberGrid::columnsFor(0, 20, 100), 1);
    }

    void theShareBarLeavesTheTextItsRoom()
    {
        const QRectF cell(100, 0, 200, 30);
        const QRectF bar = ShareDelegate::track(cell, 80);
        QVERIFY(cell.contains(bar));
        QVERIFY(bar.right() <= cell.right() - 80);
        QCOMPARE(bar.center().y(), cell.center().y());
        QVERIFY(ShareDelegate::track(cell, 175).isEmpty());
    }
};

GLYPHSCOPE_TEST(TstHistogramGeometry, Core)
#include "tst_histogram_geometry.moc"
