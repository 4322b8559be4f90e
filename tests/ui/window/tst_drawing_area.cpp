// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/stage_strip.h"
#include "ui/window/drawing_area.h"

using namespace glyphscope;

class TstDrawingArea : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void canvasKeepsTheRoom_data();
    void canvasKeepsTheRoom();
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
    DrawingArea area(canvas, new StageStrip);
    area.resize(size);
    area.show();
    QTEST(area.sideBySide(), "beside");
    QTRY_VERIFY(std::min(canvas->width(), canvas->height()) >= atLeast);
}

GLYPHSCOPE_TEST(TstDrawingArea, Widgets)
#include "tst_drawing_area.moc"
