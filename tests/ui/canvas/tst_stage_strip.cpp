// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/stage_strip.h"
#include "ui/style/theme.h"

#include <QtWidgets/QApplication>

#include <algorithm>

using namespace glyphscope;

namespace {

/// An upright bar whose every value tells where it stands.
Stages bar()
{
    Stages stages;
    stages.empty = false;
    stages.bitmap = Raster(128, 128);
    stages.tight = {60, 14, 8, 100};
    for (int y = 14; y < 114; ++y)
        for (int x = 60; x < 68; ++x)
            stages.bitmap.at(x, y) = 255;
    stages.box = Raster(20, 20);
    stages.offsetX = 5;
    stages.offsetY = 4;
    for (int y = 0; y < 20; ++y) {
        stages.box.at(9, y) = static_cast<std::uint8_t>(255 - y);
        stages.glyph[static_cast<std::size_t>((y + 4) * kGlyphSide + 14)] = stages.box.at(9, y);
    }
    return stages;
}

/// The strip at a width, shown, and where its pixels lie. The offscreen screen, beyond which there is no
/// mouse, is 800 wide.
class ShownStrip {
public:
    explicit ShownStrip(int width = 640)
    {
        strip.resize(width, strip.heightForWidth(width));
        strip.show();
    }
    void hover(const StagePixel& pixel)
    {
        const double line = strip.heightForWidth(640) - stagesHeight(640, 0);
        const StageLayout layout = layOutStages(strip.size(), line / 2);
        QTest::mouseMove(&strip, pixelRect(layout, pixel).center().toPoint());
    }
    StageStrip strip;
};

}  // namespace

class TstStageStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        test::failOnQtWarnings();
        applyTheme(*qApp, false);
    }
    void saysWhatWillAppear();
    void saysHowFarItWasShifted();
    void readsOutThePixelUnderThePointer_data();
    void readsOutThePixelUnderThePointer();
    void forgetsThePixelWhenThePointerLeaves();
    void readoutFollowsThePen();
    void arrowKeysInspectTheNetworksInput();
    void arrowsStopAtTheEdge();
    void refusesStagesOfOtherSizes();
    void pixelsShowInTheThemesInk_data();
    void pixelsShowInTheThemesInk();
    void isAccessible();
    void showsAnImageOfADataSetAlone();
};

void TstStageStrip::saysWhatWillAppear()
{
    ShownStrip shown;
    QVERIFY(shown.strip.readout().contains(u"appears here"));
    shown.hover({StageKind::Centred, {3, 4}});
    QTest::keyClick(&shown.strip, Qt::Key_Right);
    QVERIFY(!shown.strip.inspected());
}

void TstStageStrip::saysHowFarItWasShifted()
{
    ShownStrip shown;
    shown.strip.setStages(bar());
    QVERIFY(shown.strip.readout().startsWith(u"Shifted by (5, 4)"));
}

void TstStageStrip::readsOutThePixelUnderThePointer_data()
{
    QTest::addColumn<StagePixel>("pixel");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, StagePixel pixel, QStringView text) {
        QTest::newRow(name) << pixel << text.toString();
    };
    row("ink of the strokes", {StageKind::Strokes, {64, 60}}, u"row 60, column 64: ink");
    row("paper of the box", {StageKind::TightBox, {10, 60}}, u"row 60, column 10: paper");
    row("resampled", {StageKind::Resampled, {9, 3}}, u"row 3, column 9: 252 of 255");
    row("network's ink", {StageKind::Centred, {14, 5}}, u"row 5, column 14: 254 \u2192 network input 2.81");
    row("network's paper", {StageKind::Centred, {0, 27}},
        u"row 27, column 0: 0 \u2192 network input \u22120.42");
}

void TstStageStrip::readsOutThePixelUnderThePointer()
{
    QFETCH(StagePixel, pixel);
    QFETCH(QString, expected);
    ShownStrip shown;
    shown.strip.setStages(bar());
    shown.hover(pixel);
    QCOMPARE(shown.strip.inspected(), std::optional(pixel));
    QCOMPARE(shown.strip.readout(), expected);
    QCOMPARE(shown.strip.accessibleDescription(), expected);
}

void TstStageStrip::forgetsThePixelWhenThePointerLeaves()
{
    ShownStrip shown;
    shown.strip.setStages(bar());
    shown.hover({StageKind::Centred, {3, 4}});
    QVERIFY(shown.strip.inspected());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&shown.strip, &leave);
    QVERIFY(!shown.strip.inspected());
    QVERIFY(shown.strip.readout().startsWith(u"Shifted"));
}

void TstStageStrip::readoutFollowsThePen()
{
    ShownStrip shown;
    shown.strip.setStages(bar());
    shown.hover({StageKind::Centred, {14, 5}});
    Stages next = bar();
    next.glyph[5 * kGlyphSide + 14] = 17;
    shown.strip.setStages(next);
    QVERIFY(shown.strip.readout().contains(u": 17 \u2192"));
    shown.strip.setStages({});
    QVERIFY(shown.strip.readout().contains(u"appears here"));
}

void TstStageStrip::arrowKeysInspectTheNetworksInput()
{
    ShownStrip shown;
    shown.strip.setStages(bar());
    QTest::keyClick(&shown.strip, Qt::Key_Right);
    QCOMPARE(shown.strip.inspected(), (std::optional<StagePixel>{{StageKind::Centred, {14, 14}}}));
    QTest::keyClick(&shown.strip, Qt::Key_Left);
    QTest::keyClick(&shown.strip, Qt::Key_Up);
    QCOMPARE(shown.strip.inspected(), (std::optional<StagePixel>{{StageKind::Centred, {13, 13}}}));
    QTest::keyClick(&shown.strip, Qt::Key_Escape);
    QVERIFY(!shown.strip.inspected());
}

void TstStageStrip::arrowsStopAtTheEdge()
{
    ShownStrip shown;
    shown.strip.setStages(bar());
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(&shown.strip, Qt::Key_Down);
        QTest::keyClick(&shown.strip, Qt::Key_Left);
    }
    QCOMPARE(shown.strip.inspected()->at, QPoint(0, 27));
}

void TstStageStrip::refusesStagesOfOtherSizes()
{
    ShownStrip shown;
    Stages wrong = bar();
    wrong.bitmap = Raster(64, 64);
    shown.strip.setStages(wrong);
    shown.strip.grab();
    QVERIFY(shown.strip.readout().contains(u"appears here"));
}

void TstStageStrip::pixelsShowInTheThemesInk_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TstStageStrip::pixelsShowInTheThemesInk()
{
    QFETCH(bool, dark);
    ShownStrip shown(1000);
    Stages stages = bar();
    stages.box.at(0, 0) = 255;
    shown.strip.setStages(stages);
    applyTheme(*qApp, dark);
    const QImage image = shown.strip.grab().toImage();
    const double line = (shown.strip.heightForWidth(640) - stagesHeight(640, 0)) / 2.0;
    const StageLayout layout = layOutStages(shown.strip.size(), line);
    const auto colourAt = [&](QPoint pixel) {
        const QPointF middle = pixelRect(layout, {StageKind::Resampled, pixel}).center();
        return image.pixelColor((middle * image.devicePixelRatio()).toPoint());
    };
    QCOMPARE(colourAt({0, 0}), theme().ink);
    QCOMPARE(colourAt({3, 7}), theme().paper);
}

void TstStageStrip::isAccessible()
{
    StageStrip strip;
    QVERIFY(!strip.accessibleName().isEmpty());
    QVERIFY(!strip.accessibleDescription().isEmpty());
    QCOMPARE(strip.focusPolicy(), Qt::StrongFocus);
    QVERIFY(strip.heightForWidth(1000) > strip.heightForWidth(420));
}

void TstStageStrip::showsAnImageOfADataSetAlone()
{
    Stages image;
    image.empty = false;
    image.dataSet = "Fashion-MNIST";
    std::ranges::fill(image.glyph, std::uint8_t{7});
    ShownStrip shown;
    shown.strip.setStages(bar());
    shown.hover({StageKind::Strokes, {64, 60}});
    shown.strip.setStages(image);
    QVERIFY(!shown.strip.inspected());  // it was of a step that did not happen
    const QString asItIs = shown.strip.readout();
    QVERIFY(asItIs.contains(u"Fashion-MNIST"));
    shown.hover({StageKind::Resampled, {9, 3}});
    QVERIFY(!shown.strip.inspected());
    shown.hover({StageKind::Centred, {9, 3}});
    QVERIFY(shown.strip.readout().startsWith(u"row 3, column 9: 7 \u2192"));
    shown.hover({StageKind::TightBox, {9, 3}});
    image.drawnOver = true;
    shown.strip.setStages(image);
    QVERIFY(shown.strip.readout() != asItIs);
    shown.strip.grab();
}

GLYPHSCOPE_TEST(TstStageStrip, Widgets)
#include "tst_stage_strip.moc"
