// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/network/map_grid.h"
#include "ui/style/theme.h"

#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <numeric>

using namespace glyphscope;

namespace {

MapSheet countingMaps(int maps, int side)
{
    MapSheet sheet{.maps = maps, .width = side, .height = side, .values = {}};
    sheet.values.resize(static_cast<std::size_t>(maps * side * side));
    std::iota(sheet.values.begin(), sheet.values.end(), 0.0F);
    return sheet;
}

ColourScale upTo(float limit)
{
    return {.diverging = false, .limit = limit};
}

}  // namespace

class TstMapGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, false); }

    void init()
    {
        test::failOnQtWarnings();
        m_grid = std::make_unique<MapGrid>();
        m_grid->resize(600, 400);
        m_grid->setSheet(countingMaps(6, 8), {upTo(6 * 64)});
        m_grid->show();
    }

    void everyValueIsASquareOfItsColour()
    {
        const QImage image = m_grid->viewport()->grab().toImage();
        for (const int index : {0, 63, 64, 200, 383}) {
            const MapCell cell = m_grid->sheet().cellOf(index).value();
            const QRectF place = m_grid->cellRect(cell);
            QVERIFY(place.width() >= 4);
            for (const QPointF& point :
                 {place.topLeft() + QPointF(1, 1), place.bottomRight() - QPointF(2, 2)})
                QCOMPARE(image.pixel(point.toPoint()), upTo(6 * 64).colour(static_cast<float>(index)));
        }
    }

    void aScalePerMapPaintsEveryMapOnItsOwn()
    {
        std::vector<ColourScale> scales(6, upTo(63));
        scales[1] = upTo(127);
        m_grid->setSheet(countingMaps(6, 8), scales);
        const QImage image = m_grid->viewport()->grab().toImage();
        const QPoint last = m_grid->cellRect({.map = 1, .y = 7, .x = 7}).center().toPoint();
        QCOMPARE(image.pixel(last), scales[1].colour(127));
        QCOMPARE(image.pixel(m_grid->cellRect({.map = 0, .y = 7, .x = 7}).center().toPoint()),
                 scales[0].colour(63));
    }

    void aClickChoosesTheValueUnderIt()
    {
        QSignalSpy chosen(m_grid.get(), &MapGrid::chosen);
        QSignalSpy cleared(m_grid.get(), &MapGrid::cleared);
        click({.map = 4, .y = 2, .x = 5});
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 4 * 64 + 2 * 8 + 5);
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, QPoint(1, 1));
        QCOMPARE(cleared.size(), 1);
        QCOMPARE(chosen.size(), 1);
    }

    void thePointerReadsTheValueUnderIt()
    {
        QSignalSpy hovered(m_grid.get(), &MapGrid::hovered);
        QTest::mouseMove(m_grid->viewport(), m_grid->cellRect({.map = 2, .y = 1, .x = 1}).center().toPoint());
        QTRY_VERIFY(!hovered.isEmpty());
        QCOMPARE(hovered.last().first().toInt(), 2 * 64 + 9);
        QTest::mouseMove(m_grid->viewport(), QPoint(1, 1));
        QTRY_COMPARE(hovered.last().first().toInt(), -1);
    }

    void theWheelZoomsAroundThePointer()
    {
        const MapCell cell{.map = 1, .y = 7, .x = 4};
        const double before = m_grid->cellSize();
        QVERIFY(m_grid->fits());
        for (int i = 0; i < 5; ++i)
            turn(QPointF(300, 200), 120);  // now there is something to scroll both ways
        for (int i = 0; i < 3; ++i) {
            const QPointF at = m_grid->cellRect(cell).center();
            turn(at, 120);
            QVERIFY(m_grid->cellRect(cell).adjusted(-2, -2, 2, 2).contains(at));
        }
        QVERIFY(m_grid->cellSize() > 2 * before);
        QVERIFY(!m_grid->fits());
        for (int i = 0; i < 12; ++i)
            turn(QPointF(300, 200), -120);
        QVERIFY(m_grid->fits());
        QCOMPARE(m_grid->cellSize(), before);
    }

    void zoomedInTheNumbersAreWritten()
    {
        m_grid->setSheet(countingMaps(1, 4), {upTo(16)});
        QVERIFY(m_grid->cellSize() >= kNumberCell);
        const QRectF place = m_grid->cellRect({.map = 0, .y = 0, .x = 3});
        const QImage image =
            m_grid->viewport()->grab().toImage().copy(place.adjusted(2, 2, -2, -2).toAlignedRect());
        const QRgb ground = upTo(16).colour(3);
        int written = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                written += image.pixel(x, y) != ground ? 1 : 0;
        QVERIFY(written > 10);
    }

    void aDragPansAndChoosesNothing()
    {
        for (int i = 0; i < 8; ++i)
            m_grid->zoomIn();
        const QPoint before = scrolled();
        QSignalSpy chosen(m_grid.get(), &MapGrid::chosen);
        QTest::mousePress(m_grid->viewport(), Qt::LeftButton, {}, QPoint(300, 200));
        QTest::mouseMove(m_grid->viewport(), QPoint(260, 170));
        QTest::mouseMove(m_grid->viewport(), QPoint(240, 150));
        QTest::mouseRelease(m_grid->viewport(), Qt::LeftButton, {}, QPoint(240, 150));
        QCOMPARE(scrolled() - before, QPoint(60, 50));
        QCOMPARE(chosen.size(), 0);
    }

    void aDoubleClickOpensAMapAloneAndEscapeClosesIt()
    {
        QSignalSpy alone(m_grid.get(), &MapGrid::aloneChanged);
        QSignalSpy chosen(m_grid.get(), &MapGrid::chosen);
        const double before = m_grid->cellSize();
        const QPoint at = m_grid->cellRect({.map = 3, .y = 4, .x = 4}).center().toPoint();
        QTest::mouseDClick(m_grid->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(m_grid->alone(), 3);
        QVERIFY(m_grid->cellSize() > 1.5 * before);
        QVERIFY(m_grid->mapRect(2).isEmpty());
        chosen.clear();
        click({.map = 3, .y = 7, .x = 0});
        QCOMPARE(chosen.last().first().toInt(), 3 * 64 + 56);
        QTest::keyClick(m_grid.get(), Qt::Key_Escape);
        QCOMPARE(m_grid->alone(), -1);
        QCOMPARE(m_grid->cellSize(), before);
        QCOMPARE(alone.size(), 2);
    }

    void arrowsWalkFromMapToMap()
    {
        connect(m_grid.get(), &MapGrid::chosen, m_grid.get(),
                [this](int index) { m_grid->setSelection(index / 64, index); });
        QSignalSpy chosen(m_grid.get(), &MapGrid::chosen);
        const auto last = [&] { return chosen.last().first().toInt(); };
        QTest::keyClick(m_grid.get(), Qt::Key_Right);
        QCOMPARE(last(), 0);
        QTest::keyClick(m_grid.get(), Qt::Key_Down);
        QCOMPARE(last(), 8);
        m_grid->setSelection(0, 15);
        QTest::keyClick(m_grid.get(), Qt::Key_Right);
        QCOMPARE(last(), 64 + 8);
        QTest::keyClick(m_grid.get(), Qt::Key_Left);
        QCOMPARE(last(), 15);
        m_grid->setSelection(5, 383);
        const auto before = chosen.size();
        QTest::keyClick(m_grid.get(), Qt::Key_Right);
        QCOMPARE(chosen.size(), before);  // the end
    }

    void keysZoom()
    {
        const double before = m_grid->cellSize();
        QTest::keyClick(m_grid.get(), Qt::Key_Plus);
        QVERIFY(m_grid->cellSize() > before);
        QTest::keyClick(m_grid.get(), Qt::Key_Plus);
        QTest::keyClick(m_grid.get(), Qt::Key_Minus);
        QVERIFY(m_grid->cellSize() > before);
        QTest::keyClick(m_grid.get(), Qt::Key_0);
        QCOMPARE(m_grid->cellSize(), before);
    }

    void zoomIsKeptWhileTheValuesChangeAndNotForOtherMaps()
    {
        for (int i = 0; i < 6; ++i)
            m_grid->zoomIn();
        const double cell = m_grid->cellSize();
        const QPoint place = scrolled();
        m_grid->setSheet(countingMaps(6, 8), {upTo(1)});
        QCOMPARE(m_grid->cellSize(), cell);
        QCOMPARE(scrolled(), place);
        m_grid->setSheet(countingMaps(7, 8), {upTo(1)});
        QVERIFY(m_grid->fits());
    }

    void aDeadMapIsMarked()
    {
        const QRect place = m_grid->mapRect(2).adjusted(0, -20, 0, -2).toAlignedRect();
        const auto reds = [&] {
            const QImage image = m_grid->viewport()->grab().toImage().copy(place);
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    count += QColor(image.pixel(x, y)) == theme().bad ? 1 : 0;
            return count;
        };
        QCOMPARE(reds(), 0);
        std::vector<MapMark> marks(6);
        marks[2].dead = true;
        m_grid->setMarks(marks);
        QVERIFY(reds() > 5);
    }

    void theLargestSheetPaintsWithinAFrame()
    {
        m_grid->resize(1200, 700);
        m_grid->setSheet(countingMaps(32, 28), {upTo(25088)});
        QImage target(m_grid->size(), QImage::Format_RGB32);
        QBENCHMARK
        {
            m_grid->viewport()->render(&target);
        }
    }

private:
    void click(const MapCell& cell)
    {
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, m_grid->cellRect(cell).center().toPoint());
    }

    void turn(QPointF at, int angle)
    {
        QWheelEvent event(at, m_grid->viewport()->mapToGlobal(at), {}, {0, angle}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_grid->viewport(), &event);
    }

    QPoint scrolled() const
    {
        return {m_grid->horizontalScrollBar()->value(), m_grid->verticalScrollBar()->value()};
    }

    std::unique_ptr<MapGrid> m_grid;
};

GLYPHSCOPE_TEST(TstMapGrid, Widgets)
#include "tst_map_grid.moc"
