// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/picture_bar.h"
#include "ui/canvas/stage_strip.h"
#include "ui/widgets/hint_line.h"
#include "ui/window/drawing_area.h"

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstDrawingArea : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void canvasKeepsTheRoom_data();
    void canvasKeepsTheRoom();
    void stagesGoBesideWhereTheCanvasGainsMuch_data();
    void stagesGoBesideWhereTheCanvasGainsMuch();
    void partsLieApartInTheArea_data();
    void partsLieApartInTheArea();
    void aHintThatComesMovesNothing_data();
    void aHintThatComesMovesNothing();
};

void TstDrawingArea::canvasKeepsTheRoom_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("beside");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("roomy") << QSize(1000, 560) << true << 540;
    QTest::newRow("square") << QSize(700, 700) << false << 500;
    QTest::newRow("low") << QSize(560, 300) << true << 240;
    QTest::newRow("narrow") << QSize(420, 390) << false << 180;
    QTest::newRow("tall") << QSize(420, 800) << false << 400;
}

void TstDrawingArea::canvasKeepsTheRoom()
{
    QFETCH(QSize, size);
    QFETCH(int, atLeast);
    auto* canvas = new Canvas;
    DrawingArea area(canvas, new PictureBar, new StageStrip, nullptr);
    area.resize(size);
    area.show();
    QTEST(area.sideBySide(), "beside");
    QTRY_VERIFY(std::min(canvas->width(), canvas->height()) >= atLeast);
}

void TstDrawingArea::stagesGoBesideWhereTheCanvasGainsMuch_data()
{
    QTest::addColumn<QSize>("area");
    QTest::addColumn<bool>("beside");
    QTest::newRow("Draw, 1024x768") << QSize(735, 470) << true;
    QTest::newRow("Draw, 1280x720") << QSize(930, 420) << true;
    QTest::newRow("Draw, 3840x2160") << QSize(2860, 1500) << true;
    QTest::newRow("Train, 3840x2160") << QSize(1130, 960) << false;
    QTest::newRow("Inspect, 3840x2160") << QSize(970, 960) << false;
    QTest::newRow("Train, 1920x1080") << QSize(550, 440) << false;
}

void TstDrawingArea::stagesGoBesideWhereTheCanvasGainsMuch()
{
    QFETCH(QSize, area);
    const DrawingArea::Places places = DrawingArea::places(area, 300, 0);
    QTEST(places.beside, "beside");
    QVERIFY(!places.stages.isNull());
}

void TstDrawingArea::partsLieApartInTheArea_data()
{
    QTest::addColumn<QSize>("area");
    for (const QSize area : {QSize(260, 220), QSize(400, 700), QSize(735, 470), QSize(2860, 1500)})
        QTest::addRow("%dx%d", area.width(), area.height()) << area;
}

void TstDrawingArea::partsLieApartInTheArea()
{
    QFETCH(QSize, area);
    const auto [canvas, stages, hint, beside] = DrawingArea::places(area, 200, 30);
    const QRect all(QPoint(), area);
    QVERIFY(all.contains(canvas) && all.contains(hint));
    QVERIFY(stages.isNull() || all.contains(stages));
    QVERIFY(!canvas.intersects(stages) && !canvas.intersects(hint) && !stages.intersects(hint));
}

void TstDrawingArea::aHintThatComesMovesNothing_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("beside") << QSize(735, 470);
    QTest::newRow("below") << QSize(700, 700);
    QTest::newRow("canvas alone") << QSize(260, 230);
}

void TstDrawingArea::aHintThatComesMovesNothing()
{
    QFETCH(QSize, size);
    auto* canvas = new Canvas;
    auto* stages = new StageStrip;
    auto* hint = new HintLine;
    DrawingArea area(canvas, nullptr, stages, hint);
    area.resize(size);
    area.show();
    const QRect canvasBefore = canvas->geometry();
    const QRect stagesBefore = stages->geometry();
    hint->setHint(
        u"Something worth a try, in a few words that do not fit into one line of a narrow window."_s);
    QTRY_VERIFY(hint->isVisible());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(canvas->geometry(), canvasBefore);
    QCOMPARE(stages->geometry(), stagesBefore);
    hint->setHere(false);  // another layout has no hints, and the room for itself
    QTRY_VERIFY(canvas->height() >= canvasBefore.height());
    QTRY_VERIFY(stages->geometry() != stagesBefore || stages->isHidden());
}

GLYPHSCOPE_TEST(TstDrawingArea, Widgets)
#include "tst_drawing_area.moc"
