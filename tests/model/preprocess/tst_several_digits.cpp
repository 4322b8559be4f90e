// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/several_digits.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace glyphscope;

namespace {

Stroke line(std::vector<Point> points)
{
    return {std::move(points), 1.0};
}

Stroke ring(double x, double y, double width, double height)
{
    Stroke stroke;
    for (int i = 0; i <= 24; ++i) {
        const double angle = 2 * std::numbers::pi * i / 24;
        stroke.points.push_back({x + width / 2 * std::sin(angle), y - height / 2 * std::cos(angle)});
    }
    return stroke;
}

const std::vector<Stroke> kFour{line({{40, 60}, {25, 150}, {110, 150}}), line({{85, 70}, {85, 220}})};
const Stroke kTwo = line({{160, 90}, {190, 60}, {225, 90}, {160, 215}, {235, 215}});

std::vector<Stroke> joined(std::vector<Stroke> strokes, const std::vector<Stroke>& more)
{
    strokes.insert(strokes.end(), more.begin(), more.end());
    return strokes;
}

}  // namespace

class TstSeveralDigits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsNumbersFromDigits_data();
    void tellsNumbersFromDigits();
    void sizeAndPlaceDoNotMatter();
    void strangePointsDoNoHarm();
    void picturesAreNotJudged();
};

void TstSeveralDigits::tellsNumbersFromDigits_data()
{
    QTest::addColumn<std::vector<Stroke>>("strokes");
    QTest::addColumn<bool>("several");
    const auto row = [](const char* name, std::vector<Stroke> strokes, bool several) {
        QTest::newRow(name) << std::move(strokes) << several;
    };
    const Stroke one = line({{60, 60}, {60, 220}});
    row("42", joined(kFour, {kTwo}), true);
    row("42, the two first", joined({kTwo}, kFour), true);
    row("10", {one, ring(160, 140, 90, 160)}, true);
    row("11, far apart", {one, line({{170, 60}, {170, 220}})}, true);
    row("three ones",
        {line({{40, 60}, {40, 220}}), line({{130, 60}, {130, 220}}), line({{220, 60}, {220, 220}})}, true);
    row("42 as unequal figures", joined(kFour, {line({{160, 90}, {190, 70}, {160, 180}, {235, 180}})}), true);
    row("a four in two strokes", kFour, false);
    row("an open four", {line({{40, 60}, {30, 140}, {100, 150}}), line({{110, 130}, {110, 220}})}, false);
    row("a five with its bar apart",
        {line({{80, 70}, {75, 130}, {130, 140}, {140, 190}, {70, 220}}), line({{95, 60}, {190, 55}})}, false);
    row("a seven with its bar", {line({{60, 60}, {180, 60}, {100, 220}}), line({{90, 140}, {170, 140}})},
        false);
    row("a slashed nought", {ring(140, 140, 110, 160), line({{220, 50}, {60, 230}})}, false);
    row("an equals sign", {line({{60, 110}, {220, 110}}), line({{60, 170}, {220, 170}})}, false);
    row("a plus", {line({{60, 140}, {220, 140}}), line({{140, 60}, {140, 220}})}, false);
    row("a dash and a line", {line({{40, 140}, {110, 140}}), line({{150, 60}, {150, 220}})}, false);
    row("two strokes of one line", {line({{100, 60}, {100, 220}}), line({{120, 60}, {120, 220}})}, false);
    row("a dot", {line({{100, 60}})}, false);
    row("two dots", {line({{100, 60}}), line({{160, 60}})}, false);
    row("nothing", {}, false);
}

void TstSeveralDigits::tellsNumbersFromDigits()
{
    QFETCH(std::vector<Stroke>, strokes);
    QFETCH(bool, several);
    QCOMPARE(looksLikeSeveral({strokes, {}}), several);
    std::ranges::reverse(strokes);
    QCOMPARE(looksLikeSeveral({strokes, {}}), several);
}

void TstSeveralDigits::sizeAndPlaceDoNotMatter()
{
    for (std::vector<Stroke> strokes : {joined(kFour, {kTwo}), kFour}) {
        const bool several = looksLikeSeveral({strokes, {}});
        for (Stroke& stroke : strokes)
            for (Point& p : stroke.points)
                p = {-3000 + 0.01 * p.x, 77 + 0.01 * p.y};
        QCOMPARE(looksLikeSeveral({strokes, {}}), several);
    }
}

void TstSeveralDigits::strangePointsDoNoHarm()
{
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    const Stroke strange = line({{std::nan(""), 3}, {kInfinite, -kInfinite}});
    QVERIFY(!looksLikeSeveral({{strange}, {}}));
    QVERIFY(looksLikeSeveral({joined(kFour, {kTwo, strange}), {}}));
    QVERIFY(!looksLikeSeveral({joined(kFour, {strange, {}}), {}}));
    const double most = std::numeric_limits<double>::max();
    QVERIFY(!looksLikeSeveral({{line({{-most, -most}, {most, most}})}, {}}));
}

void TstSeveralDigits::picturesAreNotJudged()
{
    QVERIFY(!looksLikeSeveral({joined(kFour, {kTwo}), Picture{Raster(4, 4), 0, 0, 280, 280}}));
}

GLYPHSCOPE_TEST(TstSeveralDigits, Core)
#include "tst_several_digits.moc"
