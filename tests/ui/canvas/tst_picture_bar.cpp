// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/crop_frame.h"
#include "ui/canvas/picture_bar.h"
#include "ui/canvas/picture_thumbnail.h"
#include "ui/widgets/ink_edit.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QSlider>
#include <QtWidgets/QToolButton>

using namespace glyphscope;

namespace {

Picture sheetOfPaper()
{
    Picture picture{Raster(100, 100), 20, 20, 240, 240};
    std::ranges::fill(picture.grey.pixels, std::uint8_t{255});
    return picture;
}

std::shared_ptr<const PictureSteps> stepsWith(bool lines)
{
    PictureSteps steps;
    steps.grey = steps.ink = steps.figure = steps.paper = Raster(64, 64);
    steps.threshold = 90;
    if (lines)
        steps.rules = Raster(64, 64);
    return std::make_shared<const PictureSteps>(steps);
}

}  // namespace

class TstPictureBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void isThereForPicturesAlone();
    void showsWhatWasFound();
    void everyControlChangesItsOption();
    void changesOfOptionsAreUndone();
    void frameIsDraggedOnTheCanvas();
};

void TstPictureBar::isThereForPicturesAlone()
{
    PictureBar bar;
    QVERIFY(bar.isHidden());
    bar.setPicture(sheetOfPaper());
    QVERIFY(!bar.isHidden());
    Picture image{Raster(28, 28), 0, 0, 280, 280};
    image.dataSet = "MNIST";
    bar.setPicture(image);
    QVERIFY(bar.isHidden());
    bar.setPicture(sheetOfPaper());
    bar.setPicture(std::nullopt);
    QVERIFY(bar.isHidden());
}

void TstPictureBar::showsWhatWasFound()
{
    PictureBar bar;
    bar.setPicture(sheetOfPaper());
    bar.setSteps(stepsWith(true));
    const auto image = [&](const char* name) {
        return bar.findChild<PictureThumbnail*>(QLatin1StringView(name))->image();
    };
    QVERIFY(!image("picture.rules").isNull());
    QVERIFY(!image("picture.ink").isNull());
    QVERIFY(image("picture.shadow").isNull());
    QCOMPARE(bar.findChild<QSlider*>(QStringLiteral("picture.threshold"))->value(), 90);
    bar.setSteps(stepsWith(false));
    QVERIFY(image("picture.rules").isNull());
    bar.setSteps(nullptr);
    QVERIFY(image("picture.ink").isNull());
}

void TstPictureBar::everyControlChangesItsOption()
{
    PictureBar bar;
    bar.setPicture(sheetOfPaper());
    bar.setSteps(stepsWith(true));
    QSignalSpy changed(&bar, &PictureBar::optionsChanged);
    const auto newest = [&] { return changed.last().first().value<PictureOptions>(); };
    bar.findChild<QCheckBox*>(QStringLiteral("picture.takeOut"))->click();
    QVERIFY(!newest().takeOutRules);
    bar.findChild<QCheckBox*>(QStringLiteral("picture.evenOut"))->click();
    QVERIFY(!newest().evenOutShadow && !newest().takeOutRules);
    bar.findChild<QSlider*>(QStringLiteral("picture.threshold"))->setValue(120);
    QCOMPARE(newest().threshold, std::optional(120));
    QVERIFY(bar.findChild<QCheckBox*>(QStringLiteral("picture.ownThreshold"))->isChecked());
    bar.findChild<QCheckBox*>(QStringLiteral("picture.ownThreshold"))->click();
    QVERIFY(!newest().threshold);
    auto* ground = bar.findChild<QComboBox*>(QStringLiteral("picture.ground"));
    ground->setFocus();
    QTest::keyClick(ground, Qt::Key_End);
    QCOMPARE(newest().ground, PictureGround::Transparent);
    bar.findChild<QToolButton*>(QStringLiteral("picture.reset"))->click();
    QVERIFY(newest() == PictureOptions());
    QCOMPARE(changed.size(), 6);
}

void TstPictureBar::changesOfOptionsAreUndone()
{
    Canvas canvas;
    PictureOptions options;
    options.takeOutRules = false;
    canvas.setPictureOptions(options);
    QVERIFY(!canvas.canUndo());
    canvas.setDrawing({{}, sheetOfPaper()});
    canvas.setPictureOptions(options);
    QVERIFY(canvas.drawing().picture->options == options);
    canvas.undo();
    QVERIFY(canvas.drawing().picture->options == PictureOptions());
    canvas.redo();
    QVERIFY(canvas.drawing().picture->options == options);
}

void TstPictureBar::frameIsDraggedOnTheCanvas()
{
    Canvas canvas;
    canvas.resize(300, 300);
    auto* frame = new CropFrame(&canvas);
    frame->setPicture(sheetOfPaper());
    frame->setCrop({});
    canvas.show();
    frame->show();
    QSignalSpy changed(frame, &CropFrame::cropChanged);
    const CanvasGeometry geometry = CanvasGeometry::of(canvas.size());
    const QPoint corner = geometry.toWidget(Point{20, 20}).toPoint();
    const QPoint middle = geometry.toWidget(Point{140, 140}).toPoint();
    QTest::mousePress(frame, Qt::LeftButton, {}, corner);
    QTest::mouseMove(frame, middle);
    QTest::mouseRelease(frame, Qt::LeftButton, {}, middle);
    QCOMPARE(changed.size(), 1);
    const auto crop = changed.last().first().value<PictureCrop>();
    QVERIFY(std::abs(crop.left - 0.5) < 0.02 && std::abs(crop.width - 0.5) < 0.02);
    QTest::keyClick(frame, Qt::Key_Left);
    QVERIFY(changed.last().first().value<PictureCrop>().left < crop.left);
    QSignalSpy left(frame, &CropFrame::left);
    QTest::keyClick(frame, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QVERIFY(frame->isHidden());
}

GLYPHSCOPE_TEST(TstPictureBar, Widgets)
#include "tst_picture_bar.moc"
