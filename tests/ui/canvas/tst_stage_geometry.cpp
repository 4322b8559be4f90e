// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/canvas/stage_geometry.h"

#include <cmath>

using namespace glyphscope;

namespace {

constexpr double kLine = 15;

StageLayout layoutFor(int width)
{
    return layOutStages(QSizeF(width, stagesHeight(width, kLine)), kLine);
}

void addWidths()
{
    QTest::addColumn<int>("width");
    for (const int width : {260, 420, 421, 500, 640, 800, 1000, 1600})
        QTest::addRow("%d", width) << width;
}

}  // namespace

class TstStageGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void everythingLiesInOrderInsideTheStrip_data() { addWidths(); }
    void everythingLiesInOrderInsideTheStrip();
    void theHeightIsUsed_data() { addWidths(); }
    void theHeightIsUsed();
    void aColumnIsFilledInTwoLines_data();
    void aColumnIsFilledInTwoLines();
    void pixelsAreWholeAndEven_data() { addWidths(); }
    void pixelsAreWholeAndEven();
    void aLowStripShrinksItsCards();
    void everyPixelIsFoundUnderItsMiddle_data() { addWidths(); }
    void everyPixelIsFoundUnderItsMiddle();
    void noPixelBesideThePictures();
    void boxesLieOnTheirPixels();
    void barycentreCountsFromPixelCentres();
    void theNetworksInputAloneLeavesRoomForWords_data() { addWidths(); }
    void theNetworksInputAloneLeavesRoomForWords();
};

void TstStageGeometry::everythingLiesInOrderInsideTheStrip()
{
    QFETCH(int, width);
    const QRectF strip(0, 0, width, stagesHeight(width, kLine));
    const StageLayout layout = layoutFor(width);
    for (std::size_t i = 0; i < kStageCount; ++i) {
        QVERIFY(strip.contains(layout.cards[i]));
        QVERIFY(layout.cards[i].contains(layout.pictures[i]));
        QVERIFY(layout.captions[i].top() >= layout.cards[i].bottom());
        QCOMPARE(layout.captions[i].center().x(), layout.cards[i].center().x());
        QVERIFY(layout.captions[i].bottom() <= layout.readout.top());
        if (i == 0)
            continue;
        QVERIFY(layout.cards[i - 1].right() <= layout.arrows[i - 1].left());
        QVERIFY(layout.arrows[i - 1].right() <= layout.cards[i].left());
        QVERIFY(layout.captions[i - 1].right() <= layout.captions[i].left());
        QCOMPARE(layout.cards[i].size(), layout.cards[0].size());
    }
    QVERIFY(strip.contains(layout.readout));
}

void TstStageGeometry::theHeightIsUsed()
{
    QFETCH(int, width);
    const StageLayout layout = layoutFor(width);
    QVERIFY(stagesHeight(width, kLine) - layout.readout.bottom() <= 4);
    QVERIFY(layout.cards[0].width() >= std::min(260.0, (width - 72) / 4 - 1.0));
}

void TstStageGeometry::aColumnIsFilledInTwoLines_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1024x768") << QSize(260, 420);
    QTest::newRow("1280x720") << QSize(500, 400);
    QTest::newRow("3840x2160") << QSize(1400, 1450);
}

void TstStageGeometry::aColumnIsFilledInTwoLines()
{
    QFETCH(QSize, size);
    const StageLayout layout = layOutStages(size, kLine);
    const QRectF strip(QPointF(), size);
    QCOMPARE(layout.cards[0].top(), layout.cards[1].top());
    QVERIFY(layout.captions[0].bottom() < layout.cards[2].top());
    QCOMPARE(layout.cards[2].left(), layout.cards[0].left());
    for (const auto& places : {layout.cards, layout.captions})
        for (const QRectF& each : places)
            QVERIFY(strip.contains(each));
    for (const QRectF& arrow : layout.arrows)
        QVERIFY(strip.contains(arrow));
    QVERIFY(layout.captions[3].bottom() < layout.readout.top());
    QVERIFY(strip.contains(layout.readout));
    const bool wide = 2 * layout.cards[0].width() > 0.7 * size.width();
    const bool high = 2 * layout.cards[0].width() > 0.7 * size.height();
    QVERIFY(wide || high);
    const StageLayout alone = withNetworkInputAlone(layout);
    QVERIFY(alone.words.bottom() < alone.cards[3].top());
    QVERIFY(std::abs(alone.words.center().x() - alone.cards[3].center().x()) <= 1);
}

void TstStageGeometry::pixelsAreWholeAndEven()
{
    QFETCH(int, width);
    const StageLayout layout = layoutFor(width);
    for (const StageKind kind : {StageKind::Resampled, StageKind::Centred}) {
        const double cell = layout.cell(kind);
        if (cell >= 2)
            QCOMPARE(cell, std::floor(cell));
        const QRectF& picture = layout.pictures[static_cast<std::size_t>(kind)];
        QCOMPARE(picture.topLeft(), QPointF(picture.topLeft().toPoint()));
    }
    if (width >= 420)
        QVERIFY(layout.cell(StageKind::Centred) >= 2);
    if (width >= 1000)
        QVERIFY(layout.cell(StageKind::Centred) >= 8);
}

void TstStageGeometry::aLowStripShrinksItsCards()
{
    const StageLayout layout = layOutStages(QSizeF(1000, 120), kLine);
    QVERIFY(layout.readout.bottom() <= 120);
    QVERIFY(layout.cards[0].width() < 80);
    QCOMPARE(layout.cards[0].left() + layout.cards[3].right(), 1000.0);
}

void TstStageGeometry::everyPixelIsFoundUnderItsMiddle()
{
    QFETCH(int, width);
    const StageLayout layout = layoutFor(width);
    for (const StageKind kind : kStageKinds)
        for (int y = 0; y < stageSide(kind); ++y)
            for (int x = 0; x < stageSide(kind); ++x) {
                const StagePixel pixel{kind, {x, y}};
                QCOMPARE(pixelAt(layout, pixelRect(layout, pixel).center()), std::optional(pixel));
            }
}

void TstStageGeometry::noPixelBesideThePictures()
{
    const StageLayout layout = layoutFor(640);
    for (const QRectF& picture : layout.pictures) {
        QVERIFY(!pixelAt(layout, picture.topLeft() - QPointF(0.1, 0)));
        QVERIFY(!pixelAt(layout, picture.topLeft() - QPointF(0, 0.1)));
        QVERIFY(!pixelAt(layout, picture.bottomRight() + QPointF(0.1, 0.1)));
    }
    for (const QRectF& arrow : layout.arrows)
        QVERIFY(!pixelAt(layout, arrow.center()));
    QVERIFY(!pixelAt(layout, layout.readout.center()));
    QVERIFY(!pixelAt(layout, QPointF(-1e6, 1e6)));
}

void TstStageGeometry::boxesLieOnTheirPixels()
{
    const StageLayout layout = layoutFor(640);
    const QRectF box = boxRect(layout, StageKind::Resampled, {2, 3, 4, 5});
    QCOMPARE(box.topLeft(), pixelRect(layout, {StageKind::Resampled, {2, 3}}).topLeft());
    QCOMPARE(box.bottomRight(), pixelRect(layout, {StageKind::Resampled, {5, 7}}).bottomRight());
}

void TstStageGeometry::barycentreCountsFromPixelCentres()
{
    Glyph glyph{};
    QVERIFY(!barycentre(glyph));
    glyph[3 * kGlyphSide + 7] = 255;
    QCOMPARE(*barycentre(glyph), QPointF(7.5, 3.5));
    glyph[3 * kGlyphSide + 17] = 85;
    QCOMPARE(*barycentre(glyph), QPointF(10, 3.5));
}

void TstStageGeometry::theNetworksInputAloneLeavesRoomForWords()
{
    QFETCH(int, width);
    const StageLayout all = layoutFor(width);
    const StageLayout alone = withNetworkInputAlone(all);
    QCOMPARE(alone.cards.back(), all.cards.back());
    QCOMPARE(alone.pictures.back(), all.pictures.back());
    QVERIFY(alone.words.right() < alone.cards.back().left());
    QVERIFY(alone.words.bottom() <= alone.readout.top());
    QVERIFY(alone.words.width() >= 150 && alone.words.height() >= 3 * kLine);
    for (const StageKind kind : kStageKinds) {
        const auto at = pixelAt(alone, all.pictures[static_cast<std::size_t>(kind)].center());
        QCOMPARE(at.has_value(), kind == StageKind::Centred);
    }
}

GLYPHSCOPE_TEST(TstStageGeometry, Core)
#include "tst_stage_geometry.moc"
