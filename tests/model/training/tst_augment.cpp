// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/augment.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;

namespace {

torch::Tensor squares(int count)
{
    torch::Tensor images = torch::zeros({count, 1, 28, 28});
    images.slice(2, 9, 19).slice(3, 9, 19).fill_(255);
    return images;
}

Augmenter make(const Augmentation& options)
{
    return {options, 28, torch::kCPU};
}

}  // namespace

class TstAugment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAskedNothingDone();
    void sameSeedSameImages();
    void everyImageItsOwn();
    void keepsTheRangeAndMostOfTheInk();
    void translationMovesTheBarycentreWithinItsBound();
    void elasticDisplacementHasTheAskedDeviation();
};

void TstAugment::nothingAskedNothingDone()
{
    const torch::Tensor images = squares(3);
    QVERIFY(torch::equal(make({})(images, 1), images));
}

void TstAugment::sameSeedSameImages()
{
    const Augmenter augment = make({.rotation = 15, .scale = 0.1, .elasticAlpha = 1});
    const torch::Tensor images = squares(4);
    QVERIFY(torch::equal(augment(images, 7), augment(images, 7)));
    QVERIFY(!torch::equal(augment(images, 7), augment(images, 8)));
}

void TstAugment::everyImageItsOwn()
{
    const torch::Tensor out = make({.elasticAlpha = 1})(squares(2), 3);
    QVERIFY(!torch::equal(out[0], out[1]));
}

void TstAugment::keepsTheRangeAndMostOfTheInk()
{
    const torch::Tensor images = squares(64);
    const torch::Tensor out =
        make({.rotation = 15, .scale = 0.15, .shear = 0.1, .translation = 2, .elasticAlpha = 1})(images, 5);
    QCOMPARE(out.sizes(), images.sizes());
    QVERIFY(out.min().item<float>() >= 0);
    QVERIFY(out.max().item<float>() <= 255.001F);
    const torch::Tensor ink = out.sum({1, 2, 3}) / images.sum({1, 2, 3});
    QVERIFY(ink.min().item<float>() > 0.6F);
    QVERIFY(ink.max().item<float>() < 1.6F);
}

void TstAugment::translationMovesTheBarycentreWithinItsBound()
{
    const torch::Tensor out = make({.translation = 2})(squares(256), 11).squeeze(1);
    const torch::Tensor at = torch::arange(28) + 0.5;
    const torch::Tensor x = (out.sum(1) * at).sum(1) / out.sum({1, 2});
    const torch::Tensor moved = (x - 14).abs();
    QVERIFY(moved.max().item<float>() <= 2.01F);
    QVERIFY(moved.max().item<float>() > 1.8F);  // 256 uniform draws come near the bound
}

void TstAugment::elasticDisplacementHasTheAskedDeviation()
{
    // A ramp along x shows the horizontal displacement directly, away from the borders.
    const torch::Tensor ramp = (torch::arange(28) + 100.0).expand({512, 1, 28, 28}).contiguous();
    const torch::Tensor out = make({.elasticAlpha = 0.8})(ramp, 13);
    const torch::Tensor displacement = (out - ramp).slice(2, 8, 20).slice(3, 8, 20);
    const double deviation = displacement.std().item<double>();
    QVERIFY2(deviation > 0.75 && deviation < 0.85, qPrintable(QString::number(deviation)));
}

GLYPHSCOPE_TEST(TstAugment, Core)
#include "tst_augment.moc"
