// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that people take: opened, looked at step by step, and put right where a step went wrong.
#include "tests/journeys/journey.h"
#include "tests/support/test_program.h"
#include "ui/canvas/canvas_geometry.h"
#include "ui/canvas/crop_frame.h"
#include "ui/canvas/picture_bar.h"

#include <QtCore/QFile>
#include <QtGui/QPainter>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QToolButton>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

void drawSeven(QPainter& painter, QPointF at, double side, QColor ink)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, side * 0.1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF line[] = {at, at + QPointF(0.7 * side, 0), at + QPointF(0.25 * side, side)};
    painter.drawPolyline(line, 3);
}

}  // namespace

class TstPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void linesThatWereTakenOutComeBackAndGo();
    void cropPartsTwoDigits();
    void whiteInkOnTransparentIsRead();
    void cutOffPictureIsShownAndTold();

private:
    QString saved(const QImage& image, const QString& name)
    {
        const QString path = m_data.file(name);
        image.save(path);
        return path;
    }

    ScratchData m_data;
};

void TstPictures::linesThatWereTakenOutComeBackAndGo()
{
    QImage image(400, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(60, 60, 280, 280);
    drawSeven(painter, {140, 120}, 235, Qt::black);  // over the lower side of the box
    painter.end();
    OpenWindow window(m_data);
    hand::drop(window.canvas(), saved(image, u"box.png"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 7, 30000);
    QVERIFY(window->pictureBar()->isVisible());
    auto* takeOut = window.find<QCheckBox>("picture.takeOut");
    hand::click(*takeOut, QPointF(10, takeOut->height() / 2.0));
    QTRY_VERIFY(window.digit() != 7);
    window.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(window.digit(), 7);
    QVERIFY(takeOut->isChecked());
    window.press(Qt::Key_Delete);
    QTRY_VERIFY(!window->pictureBar()->isVisible());
}

void TstPictures::cropPartsTwoDigits()
{
    QImage image(500, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawSeven(painter, {60, 60}, 180, Qt::black);
    drawSeven(painter, {300, 60}, 180, Qt::black);
    painter.end();
    OpenWindow window(m_data);
    hand::drop(window.canvas(), saved(image, u"number.png"_s));
    QTRY_COMPARE(window.verdict(), u"It is 77"_s);
    QCOMPARE(window.canvas().parts().size(), std::size_t(2));

    hand::click(*window.find<QToolButton>("picture.crop"));
    CropFrame* frame = window->cropFrame();
    QTRY_VERIFY(frame->isVisible());
    const Picture picture = *window.canvas().drawing().picture;
    const CanvasGeometry geometry = CanvasGeometry::of(frame->size());
    const double middle = picture.y + picture.height / 2;
    const QPoint edge = geometry.toWidget(Point{picture.x + picture.width, middle}).toPoint();
    const QPoint half = geometry.toWidget(Point{picture.x + picture.width / 2, middle}).toPoint();
    QTest::mousePress(frame, Qt::LeftButton, {}, edge - QPoint(2, 0));
    QTest::mouseMove(frame, half);
    QTest::mouseRelease(frame, Qt::LeftButton, {}, half);
    QTRY_COMPARE(window.verdict(), u"It is a 7"_s);
    QVERIFY(window.canvas().drawing().picture->options.crop.has_value());
    hand::click(*window.find<QToolButton>("picture.reset"));
    QTRY_COMPARE(window.verdict(), u"It is 77"_s);
    QVERIFY(!window.canvas().drawing().picture->options.crop);
}

void TstPictures::whiteInkOnTransparentIsRead()
{
    QImage image(400, 400, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawSeven(painter, {120, 100}, 200, Qt::white);
    painter.end();
    OpenWindow window(m_data);
    hand::drop(window.canvas(), saved(image, u"white.png"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window.digit(), 7, 30000);
}

void TstPictures::cutOffPictureIsShownAndTold()
{
    QImage image(800, 800, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawSeven(painter, {240, 200}, 400, Qt::black);
    painter.end();
    const QString path = saved(image, u"half.jpg"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    OpenWindow window(m_data);
    hand::drop(window.canvas(), path);
    QTRY_VERIFY_WITH_TIMEOUT(window.canvas().drawing().picture.has_value(), 30000);
    QVERIFY(window.canvas().drawing().picture->cutOff);
    QTRY_VERIFY(window->notices()->isVisible());
    QTRY_VERIFY(window->panel<AnswerPanel>()->prediction().has_value());
    QVERIFY(window.digit() < 0);
}

GLYPHSCOPE_TEST(TstPictures, Widgets)
#include "tst_pictures.moc"
