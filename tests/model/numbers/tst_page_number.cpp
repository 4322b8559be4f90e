// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/page_number.h"
#include "model/numbers/read_number.h"
#include "tests/model/numbers/written.h"
#include "tests/support/number_pages.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// The plain digits as the ink of pages.
DigitInk plainInk()
{
    DigitInk ink;
    for (std::size_t digit = 0; digit < ink.size(); ++digit)
        ink[digit] = {plainDigits()[digit]};
    return ink;
}

QStringList linesOf(const NumberReading& reading)
{
    QStringList lines;
    for (const NumberLine& line : reading.allLines())
        lines << QString::fromStdString(reading.text(line));
    return lines;
}

/// A grey sheet with plain digits at these places.
Picture sheetWith(const std::vector<std::pair<int, Point>>& digits, double height)
{
    Page page(500, 600, {215, 212, 205});
    for (const auto& [digit, at] : digits)
        page.strokes(fitted(plainDigits()[static_cast<std::size_t>(digit)], at.x, at.y, height, height), 5,
                     {40, 40, 60});
    return pictureOf(page.rgba());
}

}  // namespace

class TstPageNumber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesAreRead_data();
    void pagesAreRead();
    void scatteredDigitsAreFound();
    void linesAreInReadingOrder();
    void boxesLieWhereTheDigitsAre();
    void oneDigitStaysOne();
    void aPageOfScribblesIsNoSureDigit();

private:
    std::unique_ptr<Recognizer> m_reader = shippedReader();
};

void TstPageNumber::pagesAreRead_data()
{
    QTest::addColumn<int>("kind");
    for (std::size_t k = 0; k < pageKinds().size(); ++k)
        if (!pageKinds()[k].wear.scattered)
            QTest::newRow(pageKinds()[k].name.c_str()) << static_cast<int>(k);
}

void TstPageNumber::pagesAreRead()
{
    QFETCH(const int, kind);
    std::mt19937 random(7);
    const NumberPage page = numberPage(plainInk(), pageKinds()[static_cast<std::size_t>(kind)].wear, random);
    const NumberReading reading = readNumber({{}, pictureOf(page.image)}, *m_reader);
    QStringList truth;
    for (const std::string& line : page.lines)
        truth << QString::fromStdString(line);
    QCOMPARE(linesOf(reading), truth);
}

void TstPageNumber::scatteredDigitsAreFound()
{
    std::mt19937 random(3);
    const NumberPage page = numberPage(plainInk(), {.scattered = true}, random);
    const NumberReading reading = readNumber({{}, pictureOf(page.image)}, *m_reader);
    std::string digits = linesOf(reading).join(QString()).toStdString();
    std::string truth = page.lines.front();
    std::ranges::sort(digits);
    std::ranges::sort(truth);
    QCOMPARE(digits, truth);
}

void TstPageNumber::linesAreInReadingOrder()
{
    const Picture picture = sheetWith(
        {{4, {60, 300}}, {2, {120, 306}}, {7, {70, 80}}, {1, {130, 84}}, {9, {190, 78}}, {3, {250, 480}}},
        50);
    const NumberReading reading = readNumber({{}, picture}, *m_reader);
    QCOMPARE(linesOf(reading),
             QStringList({QStringLiteral("719"), QStringLiteral("42"), QStringLiteral("3")}));
    QCOMPARE(reading.text(), std::string("719\n42\n3"));
    QCOMPARE(reading.lines, (std::vector<NumberLine>{{0, 3}, {3, 5}, {5, 6}}));
    QCOMPARE(std::ranges::count(reading.considered, true, &NumberCandidate::taken), 6);
}

void TstPageNumber::boxesLieWhereTheDigitsAre()
{
    const Picture picture = sheetWith({{8, {100, 100}}, {5, {300, 400}}, {6, {120, 420}}}, 60);
    const NumberReading reading = readNumber({{}, picture}, *m_reader);
    QCOMPARE(reading.parts.size(), std::size_t{3});
    const double scale = picture.width / picture.grey.width;
    const DrawingBox& box = reading.parts.front().box;
    QVERIFY(std::abs(box.y - (picture.y + 97.5 * scale)) < 2 * scale);
    QVERIFY(std::abs(box.height - 65 * scale) < 4 * scale);
}

void TstPageNumber::oneDigitStaysOne()
{
    for (int digit = 0; digit < 10; ++digit) {
        const NumberReading reading = readNumber({{}, sheetWith({{digit, {150, 150}}}, 200)}, *m_reader);
        QCOMPARE(reading.parts.size(), std::size_t{1});
        QCOMPARE(reading.parts.front().prediction.best, digit);
        QVERIFY(reading.lines.empty());
    }
}

void TstPageNumber::aPageOfScribblesIsNoSureDigit()
{
    Page page(500, 600, {215, 212, 205});
    for (int k = 0; k < 20; ++k) {
        Stroke scribble;
        for (int i = 0; i < 12; ++i)
            scribble.points.push_back({60.0 + 90 * (k % 4) + (i % 2) * 40, 60.0 + 100 * (k / 4) + 4 * i});
        page.strokes({scribble}, 4, {40, 40, 60});
    }
    const NumberReading reading = readNumber({{}, pictureOf(page.rgba())}, *m_reader);
    QVERIFY(reading.parts.size() > 1 || reading.parts.front().prediction.verdict != Verdict::Digit);
}

GLYPHSCOPE_TEST(TstPageNumber, Core)
#include "tst_page_number.moc"
