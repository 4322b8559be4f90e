// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/read_number.h"
#include "tests/model/numbers/written.h"
#include "tests/support/test_program.h"

#include "model/preprocess/normalize.h"
#include "model/recognition/fake_recognizer.h"

#include <QtTest/QTest>

#include <algorithm>
#include <limits>
#include <set>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// Counts what it hands on.
class Counting final : public Recognizer {
public:
    explicit Counting(Recognizer& reader) : m_reader(reader) {}
    [[nodiscard]] Prediction predict(const Glyph& glyph) override
    {
        ++readings;
        return m_reader.predict(glyph);
    }
    [[nodiscard]] Reading read(const Glyph& glyph) override { return m_reader.read(glyph); }

    int readings = 0;

private:
    Recognizer& m_reader;
};

/// Gives classes other names.
class Renamed final : public Recognizer {
public:
    Renamed(Recognizer& reader, ClassSet classes) : m_reader(reader), m_classes(std::move(classes)) {}
    [[nodiscard]] Prediction predict(const Glyph& glyph) override
    {
        Prediction prediction = m_reader.predict(glyph);
        prediction.classes = m_classes;
        return prediction;
    }
    [[nodiscard]] Reading read(const Glyph& glyph) override { return m_reader.read(glyph); }

private:
    Recognizer& m_reader;
    ClassSet m_classes;
};

/// 71 whose seven is crossed by a long bar, drawn last.
Drawing crossedSevenAndOne()
{
    Drawing drawing = written("71", 60);
    drawing.strokes.push_back({{{12, 42}, {56, 40}}, 1.0});
    return drawing;
}

/// 15 whose five has its bar apart, drawn last.
Drawing fiveWithItsBarApart()
{
    Drawing drawing = written("1", 0);
    add(moved({{{{16, 12}, {13, 38}, {34, 34}, {50, 46}, {50, 66}, {36, 82}, {10, 80}}, 1.0},
               {{{20, 8}, {52, 6}}, 1.0}},
              60),
        drawing);
    return drawing;
}

/// A drawing as grey ink on a sheet of its size and a rim, a unit a pixel.
Picture photographed(const Drawing& drawing)
{
    constexpr double kRim = 40;
    constexpr double kPen = 4;
    double width = 0;
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& p : stroke.points)
            width = std::max(width, p.x);
    Picture picture;
    picture.grey = Raster(static_cast<int>(width + 2 * kRim), static_cast<int>(90 + 2 * kRim));
    std::ranges::fill(picture.grey.pixels, std::uint8_t{230});
    picture.width = picture.grey.width;
    picture.height = picture.grey.height;
    for (const Stroke& stroke : drawing.strokes)
        for (std::size_t i = 1; i < stroke.points.size(); ++i)
            for (int step = 0; step <= 200; ++step) {
                const Point& a = stroke.points[i - 1];
                const Point& b = stroke.points[i];
                const double x = kRim + a.x + (b.x - a.x) * step / 200;
                const double y = kRim + a.y + (b.y - a.y) * step / 200;
                for (int dy = static_cast<int>(-kPen); dy <= kPen; ++dy)
                    for (int dx = static_cast<int>(-kPen); dx <= kPen; ++dx)
                        if (dx * dx + dy * dy <= kPen * kPen)
                            picture.grey.at(static_cast<int>(x) + dx, static_cast<int>(y) + dy) = 60;
            }
    return picture;
}

Drawing dot()
{
    return {{{{{5, 5}}, 1.0}}, {}};
}

/// So many short lines, over each other or in a row.
Drawing hatching(int lines, double step)
{
    Drawing drawing;
    for (int i = 0; i < lines; ++i)
        drawing.strokes.push_back({{{step * i, 0}, {step * i + 3, 80}}, 1.0});
    return drawing;
}

}  // namespace

class TstReadNumber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreRead_data();
    void numbersAreRead();
    void oneDigitIsReadAsItWas();
    void orderOfStrokesDoesNotMatter();
    void partsSayWhereTheyAre();
    void whatWasConsideredIsTold();
    void tenDigitsTakeFewReadings();
    void sizeAndPlaceDoNotMatter_data();
    void sizeAndPlaceDoNotMatter();
    void oneOnlyIsNotDivided();
    void partsThatHangTogetherAreUnsure();
    void otherClassesAreNotDivided();
    void picturesAreRead_data();
    void picturesAreRead();
    void strangeInk_data();
    void strangeInk();

private:
    std::unique_ptr<Recognizer> m_reader = shippedReader();
};

void TstReadNumber::numbersAreRead_data()
{
    QTest::addColumn<Drawing>("drawing");
    QTest::addColumn<QString>("number");
    const auto row = [](const char* name, Drawing drawing, const char* number) {
        QTest::newRow(name) << std::move(drawing) << QString::fromLatin1(number);
    };
    row("42", written("42"), "42");
    row("1998", written("1998"), "1998");
    row("close", written("2035", 56), "2035");
    row("far", written("60", 200), "60");
    row("eleven", written("11", 40), "11");
    row("ten digits", written("0123456789"), "0123456789");
    row("crossed seven", crossedSevenAndOne(), "71");
    row("bar apart", fiveWithItsBarApart(), "15");
    row("eight", written("8"), "8");
    row("four of two strokes", written("4"), "4");
    row("one stroke of two", inOneStroke(written("23", 80)), "23");
    row("nothing", Drawing(), "");
}

void TstReadNumber::numbersAreRead()
{
    QFETCH(const Drawing, drawing);
    QFETCH(const QString, number);
    const NumberReading reading = readNumber(drawing, *m_reader);
    QCOMPARE(QString::fromStdString(reading.text()), number);
    QCOMPARE(reading.parts.size(), std::max<std::size_t>(1, static_cast<std::size_t>(number.size())));
}

void TstReadNumber::oneDigitIsReadAsItWas()
{
    for (int digit = 0; digit < 10; ++digit) {
        const Drawing drawing{plainDigits()[static_cast<std::size_t>(digit)], {}};
        const NumberReading reading = readNumber(drawing, *m_reader);
        const Prediction before = m_reader->predict(normalize(drawing).glyph);
        QCOMPARE(reading.parts.size(), std::size_t{1});
        QCOMPARE(reading.parts[0].drawing, drawing);
        QCOMPARE(reading.parts[0].prediction.best, digit);
        QCOMPARE(reading.parts[0].prediction.probabilities, before.probabilities);
        QCOMPARE(reading.parts[0].prediction.verdict, before.verdict);
    }
}

void TstReadNumber::orderOfStrokesDoesNotMatter()
{
    Drawing drawing = written("4745");
    std::ranges::reverse(drawing.strokes);
    QCOMPARE(readNumber(drawing, *m_reader).text(), std::string("4745"));
}

void TstReadNumber::partsSayWhereTheyAre()
{
    const NumberReading reading = readNumber(written("42", 100), *m_reader);
    QCOMPARE(reading.parts.size(), std::size_t{2});
    QCOMPARE(reading.parts[0].pieces, (std::vector<StrokePiece>{{0, 0, 4}, {1, 0, 2}}));
    QCOMPARE(reading.parts[0].box, (DrawingBox{6, 4, 50, 80}));
    QCOMPARE(reading.parts[1].drawing.strokes, moved(plainDigits()[2], 100));
}

void TstReadNumber::whatWasConsideredIsTold()
{
    const NumberReading reading = readNumber(written("42"), *m_reader);
    QVERIFY(reading.considered.size() > 2);
    QCOMPARE(std::ranges::count(reading.considered, true, &NumberCandidate::taken), 2);
    QVERIFY(reading.divisions.size() > 1);
    QCOMPARE(reading.divisions[0].candidates.size(), std::size_t{2});
    double sum = 0;
    for (const int index : reading.divisions[0].candidates)
        sum += reading.considered[static_cast<std::size_t>(index)].score.sum();
    QVERIFY(std::abs(sum - reading.divisions[0].score) < 1e-9);
}

void TstReadNumber::tenDigitsTakeFewReadings()
{
    Counting counting(*m_reader);
    QCOMPARE(readNumber(written("4574574574"), counting).text(), std::string("4574574574"));
    QVERIFY2(counting.readings <= 60, qPrintable(QString::number(counting.readings)));
}

void TstReadNumber::sizeAndPlaceDoNotMatter_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("x");
    QTest::newRow("tiny") << 1e-3 << 0.0;
    QTest::newRow("large") << 1e5 << 0.0;
    QTest::newRow("far away") << 1.0 << -1e6;
}

void TstReadNumber::sizeAndPlaceDoNotMatter()
{
    QFETCH(const double, scale);
    QFETCH(const double, x);
    const Drawing drawing{moved(written("42").strokes, x, x / 2, scale), {}};
    QCOMPARE(readNumber(drawing, *m_reader).text(), std::string("42"));
}

void TstReadNumber::oneOnlyIsNotDivided()
{
    NumberOptions options;
    options.oneOnly = true;
    QCOMPARE(readNumber(written("42"), *m_reader, options).parts.size(), std::size_t{1});
}

void TstReadNumber::partsThatHangTogetherAreUnsure()
{
    const auto isSure = [](const NumberReading& reading) {
        return std::ranges::all_of(
            reading.parts, [](const NumberPart& part) { return part.prediction.verdict == Verdict::Digit; });
    };
    QVERIFY(isSure(readNumber(written("42"), *m_reader)));
    // an N of three strokes: two ones, were it not for what joins them
    Drawing letter;
    letter.strokes = {{{{40, 40}, {40, 120}, {40, 200}}, 1},
                      {{{40, 40}, {70, 120}, {100, 200}}, 1},
                      {{{100, 40}, {100, 120}, {100, 200}}, 1}};
    const NumberReading reading = readNumber(letter, *m_reader);
    QVERIFY(reading.parts.size() == 1 || !isSure(reading));
}

void TstReadNumber::otherClassesAreNotDivided()
{
    Renamed letters(*m_reader, ClassSet({"O", "l", "Z", "E", "ä", "S", "b", "T", "B", "g"}));
    QCOMPARE(readNumber(written("42"), letters).parts.size(), std::size_t{1});
    Renamed words(*m_reader, ClassSet({"a", "b", "c", "d", "e", "f", "g", "h", "i", "ten"}));
    QCOMPARE(readNumber(written("42"), words).parts.size(), std::size_t{1});
}

void TstReadNumber::picturesAreRead_data()
{
    QTest::addColumn<QString>("number");
    for (const char* const number : {"42", "1998", "2035", "71", "8"})
        QTest::newRow(number) << QString::fromLatin1(number);
}

void TstReadNumber::picturesAreRead()
{
    QFETCH(const QString, number);
    const Drawing drawing{{}, photographed(written(number.toStdString()))};
    const NumberReading reading = readNumber(drawing, *m_reader);
    QCOMPARE(QString::fromStdString(reading.text()), number);
    QCOMPARE(reading.parts.size(), static_cast<std::size_t>(number.size()));
    for (const NumberPart& part : reading.parts) {
        QCOMPARE(readAsOne(part.drawing, *m_reader).best, part.prediction.best);
        QVERIFY(part.box.x >= 0 && part.box.x + part.box.width <= drawing.picture->width);
    }
}

void TstReadNumber::strangeInk_data()
{
    QTest::addColumn<Drawing>("drawing");
    QTest::newRow("nothing") << Drawing();
    QTest::newRow("stroke without points") << Drawing{{{{}, 1.0}}, {}};
    QTest::newRow("dot") << dot();
    QTest::newRow("two dots at one place") << Drawing{{dot().strokes[0], dot().strokes[0]}, {}};
    QTest::newRow("a row of lines") << hatching(90, 30);
    QTest::newRow("lines over each other") << hatching(90, 0.5);
    QTest::newRow("hundreds of strokes") << hatching(900, 2);
    Drawing huge = written("42");
    for (Point& p : huge.strokes[0].points)
        p = {p.x * 1e99, p.y * 1e99};
    QTest::newRow("huge coordinates") << huge;
    Drawing broken = written("42");
    broken.strokes[0].points[1] = {std::numeric_limits<double>::quiet_NaN(), 0};
    broken.strokes[1].points[0] = {std::numeric_limits<double>::infinity(), 0};
    QTest::newRow("points that are no numbers") << broken;
    Drawing flat{{{{{0, 0}, {50, 0}}, 1.0}, {{{60, 0}, {90, 0}}, 1.0}}, {}};
    QTest::newRow("without height") << flat;
    Drawing comb{{{}}, {}};
    for (int i = 0; i < 4000; ++i)
        comb.strokes[0].points.push_back({static_cast<double>(i), i % 2 == 0 ? 0.0 : 90.0});
    QTest::newRow("one stroke of thousands of turns") << comb;
}

void TstReadNumber::strangeInk()
{
    QFETCH(const Drawing, drawing);
    FakeRecognizer fake;
    Counting counting(fake);
    const NumberReading reading = readNumber(drawing, counting);
    QVERIFY(!reading.parts.empty());
    QVERIFY2(counting.readings <= 1000, qPrintable(QString::number(counting.readings)));
    std::set<StrokePiece> seen;
    for (const NumberPart& part : reading.parts)
        for (const StrokePiece& piece : part.pieces)
            QVERIFY(seen.insert(piece).second);
}

GLYPHSCOPE_TEST(TstReadNumber, Core)
#include "tst_read_number.moc"
