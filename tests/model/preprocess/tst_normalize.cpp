// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/preprocess/normalize.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <zlib.h>

using namespace glyphscope;

namespace {

/// One record of goldens.bin.gz, as make_goldens.py writes it.
struct Golden {
    Raster bitmap;
    bool empty = true;
    Glyph glyph{};
};

QByteArray inflated(const char* path)
{
    QByteArray all;
    gzFile file = gzopen(path, "rb");
    char buffer[65536];
    for (int got = 0; file != nullptr && (got = gzread(file, buffer, sizeof buffer)) > 0;)
        all.append(buffer, got);
    gzclose(file);
    return all;
}

std::vector<Golden> goldens()
{
    const QByteArray bytes = inflated(GLYPHSCOPE_SOURCE_DIR "/tests/model/preprocess/goldens.bin.gz");
    std::vector<Golden> all;
    const auto byte = [&bytes](qsizetype i) { return static_cast<std::uint8_t>(bytes.at(i)); };
    for (qsizetype at = 0; at < bytes.size();) {
        Golden golden{Raster(byte(at), byte(at + 1)), true, {}};
        at += 2;
        const auto count = static_cast<qsizetype>(golden.bitmap.pixels.size());
        for (qsizetype i = 0; i < count; ++i)
            golden.bitmap.pixels[static_cast<std::size_t>(i)] = (byte(at + i / 8) >> (7 - i % 8)) & 1;
        at += (count + 7) / 8;
        golden.empty = byte(at++) == 0;
        for (int i = 0; !golden.empty && i < kGlyphPixels; ++i)
            golden.glyph[static_cast<std::size_t>(i)] = byte(at++);
        all.push_back(std::move(golden));
    }
    return all;
}

QByteArray differences(const Glyph& actual, const Glyph& expected)
{
    QByteArray text;
    for (std::size_t i = 0; i < expected.size(); ++i)
        if (actual[i] != expected[i])
            text += QStringLiteral(" (%1, %2): %3 instead of %4")
                        .arg(i % kGlyphSide)
                        .arg(i / kGlyphSide)
                        .arg(actual[i])
                        .arg(expected[i])
                        .toUtf8();
    return text;
}

std::vector<Stroke> randomStrokes(std::mt19937& random)
{
    std::uniform_int_distribution<int> strokeCount(1, 3);
    std::uniform_int_distribution<int> pointCount(1, 40);
    std::uniform_real_distribution<double> step(-12, 12);
    std::vector<Stroke> strokes(static_cast<std::size_t>(strokeCount(random)));
    for (Stroke& stroke : strokes) {
        Point p{step(random) * 8, step(random) * 8};
        for (int n = pointCount(random); n > 0; --n) {
            stroke.points.push_back(p);
            p = {p.x + step(random), p.y + step(random)};
        }
    }
    return strokes;
}

Drawing moved(Drawing drawing, double scale, double dx, double dy)
{
    for (Stroke& stroke : drawing.strokes)
        for (Point& p : stroke.points)
            p = {p.x * scale + dx, p.y * scale + dy};
    return drawing;
}

double barycentre(const Raster& box, bool alongX)
{
    double sum = 0;
    double total = 0;
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x) {
            total += box.at(x, y);
            sum += box.at(x, y) * ((alongX ? x : y) + 0.5);
        }
    return sum / total;
}

}  // namespace

class TstNormalize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void equalsTheReferenceByteForByte();
    void movingAndScalingLeavesTheBytesAlone_data();
    void movingAndScalingLeavesTheBytesAlone();
    void peakIs255AndBarycentreInTheMiddle();
    void stagesBelongTogether();
    void noInkIsEmpty_data();
    void noInkIsEmpty();
    void simplestFigures_data();
    void simplestFigures();
    void networkInputIsPyTorchs();
    void timeOfADigit();
};

void TstNormalize::equalsTheReferenceByteForByte()
{
    const std::vector<Golden> all = goldens();
    QVERIFY(all.size() >= 1000);
    for (std::size_t k = 0; k < all.size(); ++k) {
        const Stages stages = normalizeBitmap(all[k].bitmap);
        const QByteArray where = "bitmap " + QByteArray::number(static_cast<qulonglong>(k)) + ":";
        QVERIFY2(stages.empty == all[k].empty, where + " ink or none");
        const QByteArray wrong = differences(stages.glyph, all[k].glyph);
        QVERIFY2(wrong.isEmpty(), where + wrong);
    }
}

void TstNormalize::movingAndScalingLeavesTheBytesAlone_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("dy");
    QTest::newRow("half a pixel") << 1.0 << 0.5 << 0.0;
    QTest::newRow("to the far corner") << 1.0 << 180.0 << 140.0;
    QTest::newRow("a third") << 1.0 / 3 << 0.0 << 0.0;
    QTest::newRow("seven times, and away") << 7.0 << -1234.5678 << 99.01;
    QTest::newRow("tiny") << 1e-9 << 0.0 << 0.0;
    QTest::newRow("huge") << 1e60 << 0.0 << 0.0;
}

void TstNormalize::movingAndScalingLeavesTheBytesAlone()
{
    QFETCH(double, scale);
    QFETCH(double, dx);
    QFETCH(double, dy);
    std::mt19937 random(11);
    for (int k = 0; k < 300; ++k) {
        const Drawing drawing{randomStrokes(random), {}};
        // Whole numbers too, as tablets and InkML have them: they fall on ties when snapped.
        Drawing whole = drawing;
        for (Stroke& stroke : whole.strokes)
            for (Point& p : stroke.points)
                p = {std::round(p.x), std::round(p.y)};
        for (const Drawing& d : {drawing, whole}) {
            const QByteArray wrong =
                differences(normalize(moved(d, scale, dx, dy)).glyph, normalize(d).glyph);
            QVERIFY2(wrong.isEmpty(), "drawing " + QByteArray::number(k) + ":" + wrong);
        }
    }
}

void TstNormalize::peakIs255AndBarycentreInTheMiddle()
{
    std::mt19937 random(12);
    for (int k = 0; k < 500; ++k) {
        const Stages stages = normalize(Drawing{randomStrokes(random), {}});
        QCOMPARE(static_cast<int>(std::ranges::max(stages.box.pixels)), 255);
        for (const bool alongX : {true, false}) {
            const double inBox = barycentre(stages.box, alongX);
            const double centre = inBox + (alongX ? stages.offsetX : stages.offsetY);
            // The reference truncates towards zero, which lands figures heavy at the far end one pixel on.
            const bool settled = inBox <= 15 ? centre > 14 && centre <= 15 : centre >= 15 && centre < 16;
            QVERIFY2(settled, QByteArray::number(centre));
        }
    }
}

void TstNormalize::stagesBelongTogether()
{
    std::mt19937 random(13);
    for (int k = 0; k < 200; ++k) {
        const Stages s = normalize(Drawing{randomStrokes(random), {}});
        QVERIFY(!s.empty);
        QCOMPARE(s.bitmap.width, 128);
        QCOMPARE(s.bitmap.height, 128);
        QVERIFY(std::all_of(s.bitmap.pixels.begin(), s.bitmap.pixels.end(),
                            [](int v) { return v == 0 || v == 255; }));
        QVERIFY(s.tight.x >= 13 && s.tight.y >= 13);
        QVERIFY(s.tight.x + s.tight.width <= 115 && s.tight.y + s.tight.height <= 115);
        for (int y = 0; y < 128; ++y)
            for (int x = 0; x < 128; ++x)
                QVERIFY(s.bitmap.at(x, y) == 0 || (x >= s.tight.x && x < s.tight.x + s.tight.width &&
                                                   y >= s.tight.y && y < s.tight.y + s.tight.height));
        for (int y = 0; y < 20; ++y)
            for (int x = 0; x < 20; ++x) {
                const int gx = x + s.offsetX;
                const int gy = y + s.offsetY;
                if (gx >= 0 && gy >= 0 && gx < kGlyphSide && gy < kGlyphSide)
                    QCOMPARE(s.glyph[static_cast<std::size_t>(gy * kGlyphSide + gx)], s.box.at(x, y));
            }
    }
}

void TstNormalize::noInkIsEmpty_data()
{
    QTest::addColumn<bool>("nan");
    QTest::newRow("nothing drawn") << false;
    QTest::newRow("no finite point") << true;
}

void TstNormalize::noInkIsEmpty()
{
    QFETCH(bool, nan);
    Drawing drawing;
    if (nan)
        drawing.strokes = {{{{std::nan(""), 1}, {1, INFINITY}}, 1.0}, {{}, 1.0}};
    const Stages stages = normalize(drawing);
    QVERIFY(stages.empty);
    QVERIFY(stages.bitmap.empty());
    QVERIFY(stages.box.empty());
    QVERIFY(stages.glyph == Glyph{});
    QVERIFY(normalizeBitmap(Raster{}).empty);
}

void TstNormalize::simplestFigures_data()
{
    QTest::addColumn<double>("dx");
    QTest::addColumn<double>("dy");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("dot") << 0.0 << 0.0 << 20 << 20;
    QTest::newRow("horizontal line") << 50.0 << 0.0 << 20 << 3;
    QTest::newRow("vertical line") << 0.0 << 50.0 << 3 << 20;
}

void TstNormalize::simplestFigures()
{
    QFETCH(double, dx);
    QFETCH(double, dy);
    QFETCH(int, width);
    QFETCH(int, height);
    const Stages s = normalize(Drawing{{{{{10, 10}, {10, 10}, {10 + dx, 10 + dy}}, 1.0}}, {}});
    int columns = 0;
    int rows = 0;
    for (int i = 0; i < 20; ++i) {
        int inColumn = 0;
        int inRow = 0;
        for (int k = 0; k < 20; ++k) {
            inColumn = std::max<int>(inColumn, s.box.at(i, k));
            inRow = std::max<int>(inRow, s.box.at(k, i));
        }
        columns += inColumn > 0 ? 1 : 0;
        rows += inRow > 0 ? 1 : 0;
    }
    QVERIFY2(std::abs(columns - width) <= 1, QByteArray::number(columns));
    QVERIFY2(std::abs(rows - height) <= 1, QByteArray::number(rows));
}

void TstNormalize::networkInputIsPyTorchs()
{
    // torchvision: transforms.Normalize((0.1307,), (0.3081,)) of 0, 127 and 255, float32
    QCOMPARE(networkInput(0), -0.42421296F);
    QCOMPARE(networkInput(127), 1.1922811F);
    QCOMPARE(networkInput(255), 2.8214867F);
}

void TstNormalize::timeOfADigit()
{
    Stroke eight;
    for (int i = 0; i <= 44; ++i)
        eight.points.push_back({30 * std::sin(i * 0.2856), 50 * std::cos(i * 0.1428)});
    const Drawing drawing{{eight}, {}};
    QBENCHMARK
    {
        QVERIFY(!normalize(drawing).empty);
    }
}

GLYPHSCOPE_TEST(TstNormalize, Core)
#include "tst_normalize.moc"
