// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/canvas/canvas_driver.h"
#include "ui/widgets/paint_drawing.h"

#include <QtCore/QMimeData>
#include <QtCore/QUrl>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// Notes what the widget is asked to repaint.
class PaintWatch : public QObject {
public:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
    QRegion painted;
};

}  // namespace

class TstCanvasView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_canvas.reset(); }

    void dropsAreSignalled();
    void draggingShowsTheFrame();
    void foreignDragsAreRefused();
    void resizingKeepsTheInk();
    void aRunningStrokeRepaintsOnlyItsEnd();
    void pixelsEqualAFreshPainting_data();
    void pixelsEqualAFreshPainting();
    void sharpAtAnyPixelRatio_data();
    void sharpAtAnyPixelRatio();
    void picturesLieBeneathTheInk();
    void followsTheTheme();
    void focusIsSeenAndNamed();

private:
    std::unique_ptr<Canvas> m_canvas;
};

void TstCanvasView::init()
{
    test::failOnQtWarnings();
    applyTheme(*qApp, false);
    m_canvas = std::make_unique<Canvas>();
    m_canvas->resize(kSide, kSide);
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

void TstCanvasView::dropsAreSignalled()
{
    const auto drop = [this](const QMimeData& data) {
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_canvas.get(), &enter);
        QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    };
    QSignalSpy files(m_canvas.get(), &Canvas::filesDropped);
    QSignalSpy images(m_canvas.get(), &Canvas::imageDropped);
    QMimeData paths;
    paths.setUrls({QUrl::fromLocalFile(QStringLiteral("/a/7.png")),
                   QUrl(QStringLiteral("https://example.org/8.png")),
                   QUrl::fromLocalFile(QStringLiteral("/b c/9.inkml"))});
    drop(paths);
    QCOMPARE(files.count(), 1);
    QCOMPARE(files[0][0].toStringList(),
             (QStringList{QStringLiteral("/a/7.png"), QStringLiteral("/b c/9.inkml")}));
    QMimeData picture;
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    picture.setImageData(image);
    drop(picture);
    QCOMPARE(images.count(), 1);
    QCOMPARE(qvariant_cast<QImage>(images[0][0]).size(), QSize(3, 2));
    QMimeData text;
    text.setText(QStringLiteral("7"));
    drop(text);
    QCOMPARE(files.count() + images.count(), 2);
    QVERIFY2(m_canvas->isEmpty(), "what is dropped is only signalled");
}

void TstCanvasView::draggingShowsTheFrame()
{
    const QImage before = shot(*m_canvas);
    QMimeData paths;
    paths.setUrls({QUrl::fromLocalFile(QStringLiteral("/a/7.png"))});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &paths, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(m_canvas.get(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(shot(*m_canvas) != before);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_canvas.get(), &leave);
    QCOMPARE(shot(*m_canvas), before);
}

void TstCanvasView::foreignDragsAreRefused()
{
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.org/8.png"))});
    data.setText(QStringLiteral("8"));
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(m_canvas.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

void TstCanvasView::resizingKeepsTheInk()
{
    drag(*m_canvas, {70, 70}, {210, 210});
    const Drawing before = m_canvas->drawing();
    const int small = inkPixels(shot(*m_canvas));
    m_canvas->resize(2 * kSide - 12, 2 * kSide + 100);
    QCOMPARE(m_canvas->drawing(), before);
    const double ratio = inkPixels(shot(*m_canvas)) / static_cast<double>(small);
    QVERIFY2(ratio > 3.8 && ratio < 4.3, qPrintable(QString::number(ratio)));
}

void TstCanvasView::aRunningStrokeRepaintsOnlyItsEnd()
{
    press(*m_canvas, {20, 20});
    for (int i = 1; i < 20; ++i)
        move(*m_canvas, {20 + 8 * i, 20 + 8 * i});
    m_canvas->repaint();
    QCoreApplication::sendPostedEvents();
    PaintWatch watch;
    m_canvas->installEventFilter(&watch);
    move(*m_canvas, {180, 184});
    QTRY_VERIFY(!watch.painted.isEmpty());
    const QRect painted = watch.painted.boundingRect();
    QVERIFY2(painted.width() < 60 && painted.height() < 60, "two segments and the width of the pen");
    QVERIFY(painted.contains(QPoint(180, 184) + kPaper));
}

void TstCanvasView::pixelsEqualAFreshPainting_data()
{
    using Story = void (*)(Canvas&);
    QTest::addColumn<Story>("story");
    const auto row = [](const char* name, Story story) { QTest::newRow(name) << story; };
    row("strokes", [](Canvas& canvas) {
        drag(canvas, {30, 30}, {200, 90});
        drag(canvas, {40, 200}, {200, 30});
    });
    row("running stroke", [](Canvas& canvas) {
        drag(canvas, {30, 30}, {200, 90});
        press(canvas, {30, 90});
        for (int i = 0; i < 40; ++i)
            move(canvas, {30 + 5 * i, 90 + (i % 7) * 9});
    });
    row("running eraser", [](Canvas& canvas) {
        drag(canvas, {30, 30}, {200, 90});
        drag(canvas, {40, 200}, {200, 30});
        canvas.setTool(Canvas::Eraser);
        press(canvas, {120, 20});
        for (int i = 0; i < 30; ++i)
            move(canvas, {120 + (i % 3) * 6, 20 + 7 * i});
    });
    row("over the corners", [](Canvas& canvas) {
        drag(canvas, {0, 0}, {280, 280});
        drag(canvas, {0, 280}, {279, 1});
    });
    row("undone", [](Canvas& canvas) {
        drag(canvas, {30, 30}, {200, 90});
        drag(canvas, {40, 200}, {200, 30});
        canvas.undo();
    });
}

void TstCanvasView::pixelsEqualAFreshPainting()
{
    using Story = void (*)(Canvas&);
    QFETCH(Story, story);
    shot(*m_canvas);  // so that the cache is there and has to keep up
    story(*m_canvas);
    QEvent leave(QEvent::Leave);  // the eraser's ring is no ink
    QCoreApplication::sendEvent(m_canvas.get(), &leave);
    const QImage lived = shot(*m_canvas);
    m_canvas->resize(kSide + 1, kSide + 1);  // throws every cached pixel away
    shot(*m_canvas);
    m_canvas->resize(kSide, kSide);
    const QImage fresh = shot(*m_canvas);
    int worst = 0;
    for (int y = 0; y < fresh.height(); ++y)
        for (int x = 0; x < fresh.width(); ++x)
            worst = std::max(worst, std::abs(qGray(fresh.pixel(x, y)) - qGray(lived.pixel(x, y))));
    QVERIFY2(worst <= 2, qPrintable(QString::number(worst)));
}

void TstCanvasView::sharpAtAnyPixelRatio_data()
{
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
        QTest::addRow("%g", ratio) << ratio;
}

void TstCanvasView::sharpAtAnyPixelRatio()
{
    QFETCH(double, ratio);
    const Drawing drawing{{Stroke{{{40, 60}, {240, 220}}, 1}}, {}};
    QImage image = renderDrawing(drawing, {200, 200}, ratio, theme().ink, theme().paper);
    QCOMPARE(image.size(), (QSizeF(200, 200) * ratio).toSize());
    const QImage blank = renderDrawing({}, {200, 200}, ratio, theme().ink, theme().paper);
    QVERIFY(image != blank);
    const double share = inkPixels(image) / (200 * 200 * ratio * ratio);
    const double expected = (256.1 * 18 + 254.5) / (280 * 280);  // the line and its round ends
    QVERIFY2(share > 0.85 * expected && share < 1.01 * expected,
             qPrintable(QString::number(share / expected)));

    m_canvas->setDrawing(drawing);
    QImage target((QSizeF(m_canvas->size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    target.setDevicePixelRatio(ratio);
    target.fill(Qt::white);
    m_canvas->render(&target);
    QVERIFY(inkPixels(target) > 0.85 * 4600 * ratio * ratio);
}

void TstCanvasView::picturesLieBeneathTheInk()
{
    Drawing drawing{{}, Picture{Raster(100, 100), 40, 40, 200, 200}};
    m_canvas->setDrawing(drawing);
    QVERIFY(!m_canvas->isEmpty());
    const QPoint middle = QPoint(140, 140) + kPaper;
    QCOMPARE(shot(*m_canvas).pixelColor(middle), QColor(Qt::black));
    QCOMPARE(shot(*m_canvas).pixelColor(QPoint(20, 140) + kPaper), theme().paper);
    drag(*m_canvas, {100, 140}, {200, 140});
    QCOMPARE(shot(*m_canvas).pixelColor(middle), theme().ink);
    m_canvas->setTool(Canvas::Eraser);
    drag(*m_canvas, {100, 140}, {200, 140});
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_canvas.get(), &leave);
    QCOMPARE(shot(*m_canvas).pixelColor(middle), QColor(Qt::black));
    QCOMPARE(m_canvas->drawing(), drawing);
}

void TstCanvasView::followsTheTheme()
{
    drag(*m_canvas, {100, 140}, {200, 140});
    shot(*m_canvas);
    applyTheme(*qApp, true);
    const QImage dark = shot(*m_canvas);
    QCOMPARE(dark.pixelColor(QPoint(20, 20) + kPaper), theme().paper);
    QCOMPARE(dark.pixelColor(QPoint(150, 140) + kPaper), theme().ink);
}

void TstCanvasView::focusIsSeenAndNamed()
{
    QVERIFY(!m_canvas->accessibleName().isEmpty());
    QVERIFY(m_canvas->accessibleDescription().contains(u"Space"));
    m_canvas->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
    m_canvas->clearFocus();
    const QImage without = shot(*m_canvas);
    m_canvas->setFocus(Qt::TabFocusReason);
    QVERIFY(m_canvas->hasFocus());
    const QImage with = shot(*m_canvas);
    QCOMPARE(with.pixelColor(kSide / 2, 3), theme().accent);
    QVERIFY(without.pixelColor(kSide / 2, 3) != theme().accent);
}

GLYPHSCOPE_TEST(TstCanvasView, Widgets)
#include "tst_canvas_view.moc"
