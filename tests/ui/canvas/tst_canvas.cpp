// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/canvas/canvas_driver.h"
#include "ui/widgets/ink_edit.h"

#include <QtGui/QPointingDevice>
#include <QtGui/QTabletEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/qtesttouch.h>
#include <QtWidgets/QApplication>

#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;

class TstCanvas : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_canvas.reset(); }

    void mouseDrawsAStroke();
    void everyMoveIsSignalled();
    void aTapIsADot_data();
    void aTapIsADot();
    void otherButtonsAndPlacesDrawNothing();
    void inkEndsWhereThePenLeavesThePaper();
    void inkGoesOnWhereThePenComesBack();
    void aJumpAcrossThePaperDrawsAcross();
    void aLostReleaseEndsTheStroke();
    void penWidthIsKeptAndLimited();

    void fingersDrawOnce();
    void aSecondFingerIsIgnored();
    void aCancelledTouchLeavesNothing();
    void tabletDrawsAndItsOtherEndErases();

    void undoAndRedoWalkThroughTheGestures();
    void undoTakesBackTheRunningStroke();
    void clearCanBeUndone();
    void eraserSplitsStrokes();
    void anEraserThatHitsNothingIsNoEntry();
    void escapeCancels_data();
    void escapeCancels();
    void interruptionsEndTheStroke_data();
    void interruptionsEndTheStroke();
    void setDrawingIsOneEntry();
    void setDrawingOfItselfIsNothing();

private:
    std::unique_ptr<Canvas> m_canvas;
};

void TstCanvas::init()
{
    test::failOnQtWarnings();
    applyTheme(*qApp, false);
    m_canvas = std::make_unique<Canvas>();
    m_canvas->resize(kSide, kSide);
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

void TstCanvas::mouseDrawsAStroke()
{
    const QSignalSpy finished(m_canvas.get(), &Canvas::historyChanged);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, QPoint(50, 60) + kPaper);
    QTest::mouseMove(m_canvas.get(), QPoint(70, 90) + kPaper);
    QTest::mouseMove(m_canvas.get(), QPoint(100, 130) + kPaper);
    QCOMPARE(finished.count(), 0);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, QPoint(101, 140) + kPaper);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{1});
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{50, 60}, {70, 90}, {100, 130}, {101, 140}}));
}

void TstCanvas::everyMoveIsSignalled()
{
    std::vector<std::size_t> lengths;
    connect(m_canvas.get(), &Canvas::drawingChanged, this,
            [&](const Drawing& drawing) { lengths.push_back(drawing.strokes.back().points.size()); });
    drag(*m_canvas, {10, 10}, {100, 100});
    QCOMPARE(lengths, (std::vector<std::size_t>{1, 2, 3}));
}

void TstCanvas::aTapIsADot_data()
{
    QTest::addColumn<QPoint>("tremble");
    QTest::addColumn<std::size_t>("points");
    QTest::newRow("still") << QPoint(0, 0) << std::size_t{1};
    QTest::newRow("a pixel aside") << QPoint(1, 0) << std::size_t{1};
    QTest::newRow("a pixel diagonally") << QPoint(-1, 1) << std::size_t{1};
    QTest::newRow("two pixels are a line") << QPoint(0, 2) << std::size_t{2};
}

void TstCanvas::aTapIsADot()
{
    QFETCH(QPoint, tremble);
    QFETCH(std::size_t, points);
    press(*m_canvas, {50, 50});
    move(*m_canvas, QPoint(50, 50) + tremble);
    release(*m_canvas, QPoint(50, 50) + tremble);
    QCOMPARE(lastStroke(*m_canvas).size(), points);
    QVERIFY(inkPixels(shot(*m_canvas)) > 150);
}

void TstCanvas::otherButtonsAndPlacesDrawNothing()
{
    QTest::mouseClick(m_canvas.get(), Qt::RightButton, {}, QPoint(100, 100));
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, QPoint(1, 1));
    move(*m_canvas, {30, 30});
    QVERIFY(m_canvas->isEmpty());
    QVERIFY(!m_canvas->canUndo());
}

void TstCanvas::inkEndsWhereThePenLeavesThePaper()
{
    drag(*m_canvas, {100, 100}, {900, -50});
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{1});
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{100, 100}, {280, 66.25}}));
}

void TstCanvas::inkGoesOnWhereThePenComesBack()
{
    press(*m_canvas, {200, 100});
    move(*m_canvas, {360, 100});
    move(*m_canvas, {360, 180});  // along the edge, beside the paper
    move(*m_canvas, {200, 180});
    move(*m_canvas, {200, 200});
    const QImage running = m_canvas->grab().toImage();
    release(*m_canvas, {200, 200});
    const std::vector<Stroke>& strokes = m_canvas->drawing().strokes;
    QCOMPARE(strokes.size(), std::size_t{2});
    QCOMPARE(strokes[0].points, (std::vector<Point>{{200, 100}, {280, 100}}));
    QCOMPARE(strokes[1].points, (std::vector<Point>{{280, 180}, {200, 180}, {200, 200}}));
    QVERIFY(m_canvas->grab().toImage() == running);
    m_canvas->undo();  // it was one gesture
    QVERIFY(m_canvas->isEmpty());
    m_canvas->redo();
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{2});
}

void TstCanvas::aJumpAcrossThePaperDrawsAcross()
{
    press(*m_canvas, {100, 100});
    move(*m_canvas, {100, -40});
    move(*m_canvas, {-80, 0});
    move(*m_canvas, {360, 220});
    release(*m_canvas, {360, 220});
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{2});
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{0, 40}, {280, 180}}));
}

void TstCanvas::aLostReleaseEndsTheStroke()
{
    press(*m_canvas, {10, 10});
    move(*m_canvas, {50, 50});
    send(*m_canvas, QEvent::MouseMove, {90, 90}, Qt::NoButton);
    QVERIFY(m_canvas->canUndo());
    QCOMPARE(lastStroke(*m_canvas).back(), (Point{50, 50}));
    move(*m_canvas, {200, 200});
    QCOMPARE(lastStroke(*m_canvas).back(), (Point{50, 50}));
}

void TstCanvas::penWidthIsKeptAndLimited()
{
    m_canvas->setPen(1.7);
    drag(*m_canvas, {10, 10}, {50, 50});
    QCOMPARE(m_canvas->drawing().strokes.back().pen, 1.7);
    m_canvas->setPen(9);
    QCOMPARE(m_canvas->pen(), 2.5);
    m_canvas->setPen(0);
    QCOMPARE(m_canvas->pen(), 0.5);
}

void TstCanvas::fingersDrawOnce()
{
    const std::unique_ptr<QPointingDevice> device(QTest::createTouchDevice());
    QTest::touchEvent(m_canvas.get(), device.get()).press(1, QPoint(40, 40) + kPaper);
    send(*m_canvas, QEvent::MouseButtonPress, {40, 40}, Qt::LeftButton, Qt::MouseEventSynthesizedBySystem);
    QTest::touchEvent(m_canvas.get(), device.get()).move(1, QPoint(90, 70) + kPaper);
    send(*m_canvas, QEvent::MouseMove, {90, 70}, Qt::LeftButton, Qt::MouseEventSynthesizedByQt);
    QTest::touchEvent(m_canvas.get(), device.get()).release(1, QPoint(90, 70) + kPaper);
    send(*m_canvas, QEvent::MouseButtonPress, {40, 40}, Qt::LeftButton, Qt::MouseEventSynthesizedBySystem);
    send(*m_canvas, QEvent::MouseButtonRelease, {40, 40}, Qt::NoButton, Qt::MouseEventSynthesizedBySystem);
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{1});
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{40, 40}, {90, 70}}));
    QVERIFY(m_canvas->canUndo());
}

void TstCanvas::aSecondFingerIsIgnored()
{
    const std::unique_ptr<QPointingDevice> device(QTest::createTouchDevice());
    QTest::touchEvent(m_canvas.get(), device.get()).press(1, QPoint(40, 40) + kPaper);
    QTest::touchEvent(m_canvas.get(), device.get()).stationary(1).press(2, QPoint(200, 200) + kPaper);
    QTest::touchEvent(m_canvas.get(), device.get())
        .move(1, QPoint(60, 60) + kPaper)
        .move(2, QPoint(220, 200) + kPaper);
    QTest::touchEvent(m_canvas.get(), device.get())
        .release(1, QPoint(60, 60) + kPaper)
        .release(2, QPoint(220, 200) + kPaper);
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{1});
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{40, 40}, {60, 60}}));
}

void TstCanvas::aCancelledTouchLeavesNothing()
{
    const std::unique_ptr<QPointingDevice> device(QTest::createTouchDevice());
    QTest::touchEvent(m_canvas.get(), device.get()).press(1, QPoint(40, 40) + kPaper);
    QVERIFY(!m_canvas->isEmpty());
    QTouchEvent cancelled(QEvent::TouchCancel, device.get());
    QCoreApplication::sendEvent(m_canvas.get(), &cancelled);
    QVERIFY(m_canvas->isEmpty());
    QVERIFY(!m_canvas->canUndo());
    QTest::touchEvent(m_canvas.get(), device.get()).release(1, QPoint(40, 40) + kPaper);
    QVERIFY(m_canvas->isEmpty());
}

void TstCanvas::tabletDrawsAndItsOtherEndErases()
{
    const auto stylus = [](QPointingDevice::PointerType tip) {
        return std::make_unique<QPointingDevice>(QStringLiteral("stylus"), 1,
                                                 QInputDevice::DeviceType::Stylus, tip,
                                                 QInputDevice::Capability::Position, 1, 1);
    };
    const auto tap = [this](const QPointingDevice& device, QPoint from, QPoint to) {
        const auto event = [&](QEvent::Type type, QPoint at, Qt::MouseButton button,
                               Qt::MouseButtons buttons) {
            const QPointF position(at + kPaper);
            QTabletEvent tablet(type, &device, position, m_canvas->mapToGlobal(position), 1, 0, 0, 0, 0, 0,
                                Qt::NoModifier, button, buttons);
            QCoreApplication::sendEvent(m_canvas.get(), &tablet);
            QVERIFY(tablet.isAccepted());
        };
        event(QEvent::TabletPress, from, Qt::LeftButton, Qt::LeftButton);
        event(QEvent::TabletMove, to, Qt::NoButton, Qt::LeftButton);
        event(QEvent::TabletRelease, to, Qt::LeftButton, Qt::NoButton);
    };
    tap(*stylus(QPointingDevice::PointerType::Pen), {20, 100}, {260, 100});
    QCOMPARE(lastStroke(*m_canvas), (std::vector<Point>{{20, 100}, {260, 100}}));
    tap(*stylus(QPointingDevice::PointerType::Eraser), {140, 60}, {140, 140});
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{2});
    QCOMPARE(m_canvas->tool(), Canvas::Pen);
}

void TstCanvas::undoAndRedoWalkThroughTheGestures()
{
    QSignalSpy history(m_canvas.get(), &Canvas::historyChanged);
    drag(*m_canvas, {10, 10}, {50, 50});
    QCOMPARE(history.takeLast(), (QVariantList{true, false}));
    const Drawing one = m_canvas->drawing();
    drag(*m_canvas, {10, 60}, {50, 60});
    const Drawing two = m_canvas->drawing();
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing(), one);
    QCOMPARE(history.takeLast(), (QVariantList{true, true}));
    m_canvas->undo();
    QVERIFY(m_canvas->isEmpty());
    QCOMPARE(history.takeLast(), (QVariantList{false, true}));
    m_canvas->undo();
    m_canvas->redo();
    m_canvas->redo();
    QCOMPARE(m_canvas->drawing(), two);
    QVERIFY(!m_canvas->canRedo());
}

void TstCanvas::undoTakesBackTheRunningStroke()
{
    drag(*m_canvas, {10, 10}, {50, 50});
    const Drawing one = m_canvas->drawing();
    press(*m_canvas, {100, 100});
    move(*m_canvas, {150, 150});
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing(), one);
    release(*m_canvas, {160, 160});
    QCOMPARE(m_canvas->drawing(), one);
    QVERIFY(m_canvas->canUndo());
}

void TstCanvas::clearCanBeUndone()
{
    drag(*m_canvas, {10, 10}, {50, 50});
    const Drawing one = m_canvas->drawing();
    m_canvas->clear();
    QVERIFY(m_canvas->isEmpty());
    QCOMPARE(inkPixels(shot(*m_canvas)), 0);
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing(), one);
}

void TstCanvas::eraserSplitsStrokes()
{
    drag(*m_canvas, {20, 100}, {260, 100});
    const int before = inkPixels(shot(*m_canvas));
    const Drawing whole = m_canvas->drawing();
    m_canvas->setTool(Canvas::Eraser);
    press(*m_canvas, {140, 20});
    move(*m_canvas, {140, 100});
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{2});
    release(*m_canvas, {140, 180});
    const double reach = eraserRadius(1) + kPenWidth / 2;
    QCOMPARE(m_canvas->drawing().strokes[0].points.back(), (Point{140 - reach, 100}));
    QCOMPARE(m_canvas->drawing().strokes[1].points.front(), (Point{140 + reach, 100}));
    QVERIFY(inkPixels(shot(*m_canvas)) < before - 300);
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing(), whole);
}

void TstCanvas::anEraserThatHitsNothingIsNoEntry()
{
    drag(*m_canvas, {20, 100}, {260, 100});
    m_canvas->setTool(Canvas::Eraser);
    const QSignalSpy changed(m_canvas.get(), &Canvas::drawingChanged);
    const QSignalSpy finished(m_canvas.get(), &Canvas::historyChanged);
    drag(*m_canvas, {20, 200}, {260, 200});
    QCOMPARE(changed.count() + finished.count(), 0);
    m_canvas->undo();
    QVERIFY(m_canvas->isEmpty());
}

void TstCanvas::escapeCancels_data()
{
    QTest::addColumn<Canvas::Tool>("tool");
    QTest::newRow("pen") << Canvas::Pen;
    QTest::newRow("eraser") << Canvas::Eraser;
}

void TstCanvas::escapeCancels()
{
    QFETCH(Canvas::Tool, tool);
    drag(*m_canvas, {20, 100}, {260, 100});
    const Drawing before = m_canvas->drawing();
    m_canvas->setTool(tool);
    press(*m_canvas, {140, 60});
    move(*m_canvas, {140, 140});
    QVERIFY(m_canvas->drawing() != before);
    QTest::keyClick(m_canvas.get(), Qt::Key_Escape);
    QCOMPARE(m_canvas->drawing(), before);
    move(*m_canvas, {200, 200});
    release(*m_canvas, {200, 200});
    QCOMPARE(m_canvas->drawing(), before);
    m_canvas->undo();
    QVERIFY(m_canvas->isEmpty());
}

void TstCanvas::interruptionsEndTheStroke_data()
{
    using Interruption = void (*)(Canvas&);
    QTest::addColumn<Interruption>("interrupt");
    QTest::addColumn<std::size_t>("strokes");
    const auto row = [](const char* name, Interruption interrupt, std::size_t strokes = 1) {
        QTest::newRow(name) << interrupt << strokes;
    };
    row("tool switch", [](Canvas& canvas) { canvas.setTool(Canvas::Eraser); });
    row("hidden", [](Canvas& canvas) { canvas.hide(); });
    row("disabled", [](Canvas& canvas) { canvas.setEnabled(false); });
    row("redo", [](Canvas& canvas) { canvas.redo(); });
    row(
        "cleared", [](Canvas& canvas) { canvas.clear(); }, 0);
    row(
        "replaced",
        [](Canvas& canvas) {
            canvas.setDrawing({{Stroke{{{9, 9}}, 1}, {{{8, 8}}, 1}}, {}});
        },
        2);
    row("window left", [](Canvas& canvas) {
        QEvent deactivate(QEvent::WindowDeactivate);
        QCoreApplication::sendEvent(&canvas, &deactivate);
    });
}

void TstCanvas::interruptionsEndTheStroke()
{
    using Interruption = void (*)(Canvas&);
    QFETCH(Interruption, interrupt);
    QFETCH(std::size_t, strokes);
    const QSignalSpy finished(m_canvas.get(), &Canvas::historyChanged);
    press(*m_canvas, {20, 20});
    move(*m_canvas, {60, 60});
    interrupt(*m_canvas);
    const qsizetype ended = finished.count();
    QVERIFY(ended >= 1);  // the interruption itself may be an entry of the history
    const Drawing after = m_canvas->drawing();
    QCOMPARE(after.strokes.size(), strokes);
    move(*m_canvas, {90, 90});
    release(*m_canvas, {90, 90});
    QCOMPARE(m_canvas->drawing(), after);
    QCOMPARE(finished.count(), ended);
    while (m_canvas->drawing().strokes.size() != 1 || m_canvas->drawing().strokes[0].points.size() != 2) {
        QVERIFY2(m_canvas->canUndo(), "the interrupted stroke is in the history");
        m_canvas->undo();
    }
}

void TstCanvas::setDrawingIsOneEntry()
{
    QSignalSpy changed(m_canvas.get(), &Canvas::drawingChanged);
    drag(*m_canvas, {20, 20}, {60, 60});
    const Drawing mine = m_canvas->drawing();
    changed.clear();
    const Drawing other{{Stroke{{{30, 40}, {50, 60}}, 1}, {{{8, 8}}, 2}},
                        Picture{Raster(2, 2), 0, 0, 280, 280}};
    m_canvas->setDrawing(other);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_canvas->drawing(), other);
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing(), mine);
}

void TstCanvas::setDrawingOfItselfIsNothing()
{
    drag(*m_canvas, {20, 20}, {60, 60});
    press(*m_canvas, {100, 100});
    m_canvas->setDrawing(m_canvas->drawing());
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{2});
    m_canvas->undo();
    QCOMPARE(m_canvas->drawing().strokes.size(), std::size_t{1});
}

GLYPHSCOPE_TEST(TstCanvas, Widgets)
#include "tst_canvas.moc"
