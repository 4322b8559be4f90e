// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/preview.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

std::vector<Glyph> previewSquares(std::size_t count)
{
    Glyph glyph{};
    for (std::size_t y = 9; y < 19; ++y)
        for (std::size_t x = 9; x < 19; ++x)
            glyph[y * kGlyphSide + x] = 255;
    return std::vector<Glyph>(count, glyph);
}

const Augmentation kTurn{.rotation = 15, .translation = 2, .elasticAlpha = 1};

}  // namespace

class TstPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initialWeightsAreThoseThatTrainingStartsFrom();
    void initialWeightsKnowTheirClasses();
    void impossibleNetworksAreRefused();
    void nothingAskedNothingDone();
    void everyGlyphIsDistortedInItsOwnWay();
    void distortionKeepsMostOfTheInk();
};

void TstPreview::initialWeightsAreThoseThatTrainingStartsFrom()
{
    TrainOptions options = quickOptions();
    options.averaging = 0;
    Recorder recorder;
    recorder.wantSnapshots = true;
    recorder.stopAt = 1;
    (void)run(options, recorder);
    QVERIFY(initialWeights(options.seed, {}, 10).tensors == recorder.snapshots.front().tensors);
    QVERIFY(initialWeights(options.seed + 1, {}, 10).tensors != recorder.snapshots.front().tensors);
}

void TstPreview::initialWeightsKnowTheirClasses()
{
    const std::vector<std::string> names{"shirt", "ankle boot", "bag"};
    const StateDict weights = initialWeights(4, names, 3);
    QVERIFY(classNamesOf(weights) == names);
    QCOMPARE(weights.metadata.at("seed"), std::string("4"));
    QVERIFY(classNamesOf(initialWeights(4, {}, 3)) == (std::vector<std::string>{"0", "1", "2"}));
}

void TstPreview::impossibleNetworksAreRefused()
{
    QVERIFY_THROWS_EXCEPTION(Error, (void)initialWeights(0, {}, 1));
    QVERIFY_THROWS_EXCEPTION(Error, (void)initialWeights(0, {}, 257));
}

void TstPreview::nothingAskedNothingDone()
{
    QVERIFY(augmented(previewSquares(2), {}, 1) == previewSquares(2));
    QVERIFY(augmented({}, kTurn, 1).empty());
}

void TstPreview::everyGlyphIsDistortedInItsOwnWay()
{
    const std::vector<Glyph> out = augmented(previewSquares(2), kTurn, 7);
    QCOMPARE(out.size(), std::size_t(2));
    QVERIFY(out[0] != out[1] && out[0] != previewSquares(1)[0]);
    QVERIFY(augmented(previewSquares(2), kTurn, 7) == out);
    QVERIFY(augmented(previewSquares(2), kTurn, 8) != out);
}

void TstPreview::distortionKeepsMostOfTheInk()
{
    for (const Glyph& glyph : augmented(previewSquares(32), kTurn, 3)) {
        const auto ink = std::count_if(glyph.begin(), glyph.end(), [](std::uint8_t v) { return v > 127; });
        QVERIFY2(ink > 60 && ink < 160, qPrintable(QString::number(ink)));  // of 100
    }
}

GLYPHSCOPE_TEST(TstPreview, Core)
#include "tst_preview.moc"
