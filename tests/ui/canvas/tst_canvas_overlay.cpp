// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/canvas/canvas_driver.h"
#include "ui/canvas/canvas_overlays.h"

#include <QtGui/QPaintEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// Notes what the widget is asked to repaint.
class OverlayPaintWatch : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
    QRegion painted;
};

/// Half red everywhere, and half green in the pixel (3, 5).
CanvasOverlay heat(const QRectF& place)
{
    QImage image(28, 28, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(255, 0, 0, 128));
    image.setPixelColor(3, 5, QColor(0, 255, 0, 128));
    return {.heat = image, .box = std::nullopt, .place = place};
}

constexpr QRectF kPlace(56, 84, 168, 168);  // six units a glyph pixel

bool isReddish(const QColor& colour)
{
    return colour.red() > colour.green() + 60;
}

}  // namespace

class TstCanvasOverlay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
        m_canvas = std::make_unique<Canvas>();
        m_canvas->resize(kSide, kSide);
        m_canvas->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
    }
    void cleanup() { m_canvas.reset(); }

    void heatLiesInItsPlace()
    {
        drag(*m_canvas, {20, 20}, {260, 20});
        m_canvas->setOverlay(heat(kPlace));
        const QImage image = shot(*m_canvas);
        QVERIFY(isReddish(image.pixelColor(QPoint(60, 90) + kPaper)));
        QVERIFY(isReddish(image.pixelColor(QPoint(222, 250) + kPaper)));
        QCOMPARE(image.pixelColor(QPoint(53, 90) + kPaper), theme().paper);
        QCOMPARE(image.pixelColor(QPoint(228, 250) + kPaper), theme().paper);
        const QColor third = image.pixelColor(QPoint(56 + 3 * 6 + 3, 84 + 5 * 6 + 3) + kPaper);
        QVERIFY2(third.green() > third.red() + 60, "a glyph's pixel is where it was drawn");
    }

    void inkIsSeenThroughIt()
    {
        drag(*m_canvas, {70, 150}, {210, 150});
        m_canvas->setOverlay(heat(kPlace));
        const QImage image = shot(*m_canvas);
        const QColor ink = image.pixelColor(QPoint(140, 150) + kPaper);
        const QColor paper = image.pixelColor(QPoint(140, 220) + kPaper);
        QVERIFY(isReddish(ink) && isReddish(paper));
        QVERIFY(qGray(ink.rgb()) + 40 < qGray(paper.rgb()));
    }

    void theBoxIsAFrame()
    {
        drag(*m_canvas, {20, 20}, {260, 20});
        m_canvas->setOverlay(CanvasOverlay{.heat = {}, .box = QRectF(10, 10, 5, 4), .place = kPlace});
        const QImage image = shot(*m_canvas);
        QCOMPARE(image.pixelColor(QPoint(56 + 60, 84 + 72) + kPaper), theme().accent);  // left edge
        QCOMPARE(image.pixelColor(QPoint(56 + 75, 84 + 60) + kPaper), theme().accent);  // upper edge
        QCOMPARE(image.pixelColor(QPoint(56 + 75, 84 + 72) + kPaper), theme().paper);   // inside
        QCOMPARE(image.pixelColor(QPoint(56 + 40, 84 + 72) + kPaper), theme().paper);   // outside
    }

    void boxesAreCountedInGlyphPixels()
    {
        const CanvasGeometry geometry{QRectF(6, 6, 560, 560), 2};
        const CanvasOverlay overlay{.heat = {}, .box = QRectF(7, 14, 3, 28), .place = QRectF(0, 28, 56, 56)};
        QCOMPARE(overlayBox(geometry, overlay), QRectF(6 + 28, 6 + 56 + 56, 12, 112));
        QVERIFY(overlayArea(geometry, overlay).contains(QRect(6, 62, 112, 168)));
        QVERIFY(overlayBox(geometry, {}).isEmpty());
        QVERIFY(overlayArea(geometry, {}).isEmpty());
    }

    void itGoesWhenItIsTakenAway()
    {
        drag(*m_canvas, {20, 20}, {260, 20});
        const QImage before = shot(*m_canvas);
        m_canvas->setOverlay(heat(kPlace));
        QVERIFY(shot(*m_canvas) != before);
        m_canvas->setOverlay(std::nullopt);
        QCOMPARE(shot(*m_canvas), before);
    }

    void anEmptyCanvasHasNone()
    {
        const QImage before = shot(*m_canvas);
        m_canvas->setOverlay(heat(kPlace));
        QCOMPARE(shot(*m_canvas), before);
    }

    void nothingOfItLiesBesideThePaper()
    {
        drag(*m_canvas, {20, 20}, {260, 20});
        const QImage before = shot(*m_canvas);
        m_canvas->setOverlay(heat(QRectF(-100, -100, 600, 600)));
        const QImage after = shot(*m_canvas);
        QVERIFY(isReddish(after.pixelColor(QPoint(140, 140) + kPaper)));
        QCOMPARE(after.pixelColor(1, kSide / 2), before.pixelColor(1, kSide / 2));
    }

    void onlyItsPlacesAreRepainted()
    {
        drag(*m_canvas, {20, 20}, {260, 20});
        m_canvas->setOverlay(heat(QRectF(20, 40, 56, 56)));
        m_canvas->repaint();
        QCoreApplication::sendPostedEvents();
        OverlayPaintWatch watch;
        m_canvas->installEventFilter(&watch);
        m_canvas->setOverlay(heat(QRectF(40, 40, 56, 56)));
        QTRY_VERIFY(!watch.painted.isEmpty());
        const QRect painted = watch.painted.boundingRect();
        QVERIFY(painted.contains(QRect(26, 46, 76, 56)));
        QVERIFY2(painted.width() < 90 && painted.height() < 70, "before and after, and no more");
    }

    void aRunningStrokeStillRepaintsOnlyItsEnd()
    {
        m_canvas->setOverlay(heat(kPlace));
        press(*m_canvas, {70, 100});
        for (int i = 1; i < 20; ++i)
            move(*m_canvas, {70 + 6 * i, 100 + 6 * i});
        m_canvas->repaint();
        QCoreApplication::sendPostedEvents();
        OverlayPaintWatch watch;
        m_canvas->installEventFilter(&watch);
        move(*m_canvas, {190, 218});
        QTRY_VERIFY(!watch.painted.isEmpty());
        QVERIFY(watch.painted.boundingRect().width() < 60);
        QVERIFY(watch.painted.boundingRect().height() < 60);
    }

    void piecewisePaintingEqualsAFreshOne()
    {
        m_canvas->setOverlay(heat(kPlace));
        shot(*m_canvas);
        press(*m_canvas, {60, 90});
        for (int i = 1; i < 30; ++i)
            move(*m_canvas, {60 + 5 * i, 90 + 4 * i});
        QImage pieces = shot(*m_canvas);
        m_canvas->resize(kSide + 1, kSide + 1);
        shot(*m_canvas);
        m_canvas->resize(kSide, kSide);
        const QImage fresh = shot(*m_canvas);
        int worst = 0;
        for (int y = 0; y < fresh.height(); ++y)
            for (int x = 0; x < fresh.width(); ++x)
                worst = std::max(worst, std::abs(qGray(fresh.pixel(x, y)) - qGray(pieces.pixel(x, y))));
        QVERIFY2(worst <= 2, qPrintable(QString::number(worst)));
    }

    void anOverlaidPaintIsQuick()
    {
        m_canvas->resize(800, 800);
        drag(*m_canvas, {20, 20}, {260, 20});
        QImage fine(112, 112, QImage::Format_ARGB32_Premultiplied);
        fine.fill(QColor(255, 0, 0, 128));
        m_canvas->setOverlay(CanvasOverlay{.heat = fine, .box = QRectF(3, 3, 5, 5), .place = kPlace});
        QImage target(m_canvas->size(), QImage::Format_ARGB32_Premultiplied);
        QBENCHMARK
        {
            m_canvas->render(&target);
        }
    }

private:
    std::unique_ptr<Canvas> m_canvas;
};

GLYPHSCOPE_TEST(TstCanvasOverlay, Widgets)
#include "tst_canvas_overlay.moc"
