// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of picture that people take, scan or export gives the figure that was written in it. How the
// network reads real ink in them: tests/bench/picture_truth.
#include "model/preprocess/normalize.h"
#include "model/preprocess/picture_ink.h"
#include "tests/model/preprocess/glyph_difference.h"
#include "tests/support/picture_kinds.h"
#include "tests/support/plain_digits.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

constexpr double kNear = 17;  // mean difference of glyphs, of 255: other digits are 30 and more away

const PictureKind& kindNamed(const std::string& name)
{
    for (const PictureKind& kind : pictureKinds())
        if (kind.name == name)
            return kind;
    qFatal("no such kind");
}

/// The digit, then others.
std::vector<std::vector<Stroke>> digitsFrom(int first)
{
    std::vector<std::vector<Stroke>> digits;
    for (const int step : {0, 3, 5, 8})
        digits.push_back(plainDigits()[static_cast<std::size_t>((first + step) % 10)]);
    return digits;
}

Picture pictureOfKind(const PictureKind& kind, int digit)
{
    std::mt19937 random(static_cast<unsigned>(17 * digit + 5));
    return pictureOf(kind.make(digitsFrom(digit), random));
}

bool isDoubted(const Stages& stages)
{
    return stages.empty || (stages.picture && stages.picture->doubts.any());
}

}  // namespace

class TstPictureKinds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void figureIsFound_data();
    void figureIsFound();
    void pureStepsAreTheSameTwice();
    void optionsOverrideTheSteps();
    void cropIsWhatIsLookedAt();
    void transparencyOfInkAndOfACard();
};

void TstPictureKinds::figureIsFound_data()
{
    QTest::addColumn<std::string>("name");
    for (const PictureKind& kind : pictureKinds())
        QTest::newRow(kind.name.c_str()) << kind.name;
}

/// Of ten pictures, one a digit, one may be doubted or torn: the network has its doubts too, and the bench
/// measures both.
void TstPictureKinds::figureIsFound()
{
    QFETCH(std::string, name);
    const PictureKind& kind = kindNamed(name);
    int right = 0;
    QByteArray told;
    for (int digit = 0; digit < 10; ++digit) {
        const Stages stages = normalize({{}, pictureOfKind(kind, digit)});
        const double away =
            difference(stages.glyph, normalize({plainDigits()[static_cast<std::size_t>(digit)], {}}).glyph);
        told += QByteArray::number(digit) + ": " + QByteArray::number(away, 'f', 1) +
                (isDoubted(stages) ? "?  " : "  ");
        switch (kind.right) {
        case Right::Read:
            right += !isDoubted(stages) && away < kNear ? 1 : 0;
            break;
        case Right::NeverWrong:
            right += isDoubted(stages) || away < kNear ? 1 : 0;
            break;
        case Right::Several:
            right += isDoubted(stages) ? 1 : 0;
            break;
        case Right::Blank:
            right += stages.empty ? 1 : 0;
            break;
        }
    }
    QVERIFY2(right >= (kind.right == Right::Blank ? 10 : 9), told);
}

void TstPictureKinds::pureStepsAreTheSameTwice()
{
    const Picture picture = pictureOfKind(kindNamed("graph paper, strong lines"), 5);
    const PictureSteps first = pictureSteps(picture);
    const PictureSteps second = pictureSteps(picture);
    QVERIFY(first.figure == second.figure && first.rules == second.rules && first.grey == second.grey);
    QVERIFY(!first.rules.empty());
}

void TstPictureKinds::optionsOverrideTheSteps()
{
    Picture ruled = pictureOfKind(kindNamed("in a box"), 3);
    QVERIFY(!pictureSteps(ruled).rules.empty());
    ruled.options.takeOutRules = false;
    QVERIFY(pictureSteps(ruled).rules.empty());

    Picture shadow = pictureOfKind(kindNamed("shadow of 55 % light"), 3);
    QVERIFY(!pictureSteps(shadow).light.empty());
    shadow.options.evenOutShadow = false;
    QVERIFY(pictureSteps(shadow).light.empty());

    Picture plain = pictureOfKind(kindNamed("dark on white"), 3);
    const auto inkAt = [&](int threshold) {
        plain.options.threshold = threshold;
        return std::ranges::count(pictureSteps(plain).ink.pixels, 255);
    };
    QVERIFY(inkAt(40) > inkAt(220));
    QCOMPARE(pictureSteps(plain).threshold, 220);
}

void TstPictureKinds::cropIsWhatIsLookedAt()
{
    Picture two = pictureOfKind(kindNamed("two digits"), 3);
    QVERIFY(pictureSteps(two).doubts.several);
    two.options.crop = PictureCrop{0, 0, 0.35, 1};
    const Stages stages = normalize({{}, two});
    QVERIFY(!stages.picture->doubts.several);
    QVERIFY(difference(stages.glyph, normalize({plainDigits()[3], {}}).glyph) < kNear);
    QVERIFY(std::abs(stages.picture->crop.width - 0.35) < 0.01);
}

void TstPictureKinds::transparencyOfInkAndOfACard()
{
    Picture white = pictureOfKind(kindNamed("white on transparent"), 2);
    QCOMPARE(pictureSteps(white).ground, PictureGround::Transparent);
    white.options.ground = PictureGround::Sheet;  // white on white
    QVERIFY(normalize({{}, white}).empty);
    const Picture card = pictureOfKind(kindNamed("card with round corners"), 2);
    QCOMPARE(pictureSteps(card).ground, PictureGround::Sheet);
}

GLYPHSCOPE_TEST(TstPictureKinds, Core)
#include "tst_picture_kinds.moc"
