// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/read_sheet.h"
#include "model/numbers/sheet_rows.h"
#include "model/recognition/fake_recognizer.h"
#include "model/types/error.h"
#include "model/types/sheet_layout.h"
#include "tests/model/numbers/written.h"
#include "tests/support/sample_sheets.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;

Q_DECLARE_METATYPE(SheetPhoto)

namespace {

DigitInk inkOfSheet()
{
    DigitInk ink;
    for (std::size_t digit = 0; digit < ink.size(); ++digit)
        ink[digit] = {plainDigits()[digit]};
    return ink;
}

/// How many of each label.
std::vector<int> countsOf(const SheetReading& sheet)
{
    std::vector<int> counts(10);
    for (const SheetItem& item : sheet.items)
        if (item.label >= 0)
            ++counts[static_cast<std::size_t>(item.label)];
    return counts;
}

Prediction sure(int best, int classes)
{
    Prediction prediction;
    prediction.best = best;
    prediction.verdict = Verdict::Digit;
    prediction.probabilities.assign(static_cast<std::size_t>(classes), 0.01F);
    prediction.probabilities[static_cast<std::size_t>(best)] = 0.9F;
    return prediction;
}

}  // namespace

class TstReadSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printedSheetsAreRead_data();
    void printedSheetsAreRead();
    void plainSheetsAreRead_data();
    void plainSheetsAreRead();
    void labelsAreThoseOfReading();
    void itemsAreReadAgainAsTheyWere();
    void aSheetOfMoreClassesIsRefused();
    void blankPaperIsRefused();
    void rowsFollowTheClasses();
    void codesAreRead();

private:
    std::unique_ptr<Recognizer> m_reader = shippedReader();
};

void TstReadSheet::printedSheetsAreRead_data()
{
    QTest::addColumn<SheetPhoto>("photo");
    QTest::newRow("scanned") << SheetPhoto{};
    QTest::newRow("on a table") << SheetPhoto{.turn = 0.05, .table = true};
    QTest::newRow("at an angle") << SheetPhoto{.turn = -0.08, .tilt = 0.25, .table = true};
    QTest::newRow("in a shadow") << SheetPhoto{.turn = 0.03, .tilt = -0.1, .shadow = true};
    QTest::newRow("sideways") << SheetPhoto{.turn = 0.03, .quarterTurns = 1};
    QTest::newRow("upside down") << SheetPhoto{.tilt = 0.1, .table = true, .quarterTurns = 2};
    QTest::newRow("half filled") << SheetPhoto{.perRow = 4};
}

void TstReadSheet::printedSheetsAreRead()
{
    QFETCH(const SheetPhoto, photo);
    std::mt19937 random(1);
    const SheetReading sheet = readSheet(pictureOf(printedSheet(inkOfSheet(), photo, random)), *m_reader);
    QVERIFY(sheet.printed);
    QVERIFY(sheet.byRows);
    QCOMPARE(sheet.rows, 10);
    QCOMPARE(countsOf(sheet), std::vector<int>(10, photo.perRow));
    // In a blurred photograph the flag of a one runs into its stem: then it has the head of a nine.
    int wrongOnes = 0;
    for (const SheetItem& item : sheet.items) {
        if (item.label == 1)
            wrongOnes += item.prediction.best == 1 ? 0 : 1;
        else
            QCOMPARE(item.prediction.best, item.label);
    }
    QVERIFY2(2 * wrongOnes <= photo.perRow, qPrintable(QString::number(wrongOnes)));
}

void TstReadSheet::plainSheetsAreRead_data()
{
    QTest::addColumn<SheetPhoto>("photo");
    QTest::newRow("0 to 9") << SheetPhoto{.turn = 0.02};
    QTest::newRow("1 to 9, 0") << SheetPhoto{.turn = -0.03, .first = 1};
    QTest::newRow("on a table") << SheetPhoto{.turn = 0.04, .tilt = 0.1, .table = true};
    QTest::newRow("in a shadow") << SheetPhoto{.shadow = true, .first = 1, .perRow = 7};
}

void TstReadSheet::plainSheetsAreRead()
{
    QFETCH(const SheetPhoto, photo);
    std::mt19937 random(2);
    const SheetReading sheet = readSheet(pictureOf(plainSheet(inkOfSheet(), photo, random)), *m_reader);
    QVERIFY(!sheet.printed);
    QVERIFY(sheet.byRows);
    QCOMPARE(sheet.rows, 10);
    QCOMPARE(countsOf(sheet), std::vector<int>(10, photo.perRow));
    QCOMPARE(sheet.items.front().label, photo.first);
}

void TstReadSheet::labelsAreThoseOfReading()
{
    std::mt19937 random(3);
    const Picture picture = pictureOf(printedSheet(inkOfSheet(), {.perRow = 2}, random));
    const SheetReading sheet = readSheet(picture, *m_reader, SheetLabels::Read);
    QVERIFY(!sheet.byRows);
    for (const SheetItem& item : sheet.items)
        QCOMPARE(item.label, item.prediction.best);
}

void TstReadSheet::itemsAreReadAgainAsTheyWere()
{
    std::mt19937 random(4);
    const Picture picture = pictureOf(plainSheet(inkOfSheet(), {.perRow = 3}, random));
    for (const SheetItem& item : readSheet(picture, *m_reader).items) {
        QVERIFY(item.drawing.picture && item.drawing.strokes.empty());
        QCOMPARE(m_reader->predict(item.glyph).best, item.prediction.best);
    }
}

void TstReadSheet::aSheetOfMoreClassesIsRefused()
{
    class Few final : public Recognizer {
    public:
        [[nodiscard]] Prediction predict(const Glyph&) override
        {
            Prediction prediction = sure(0, 3);
            prediction.classes = ClassSet({"x", "y", "z"});
            return prediction;
        }
        [[nodiscard]] Reading read(const Glyph&) override { return {}; }
    } few;
    std::mt19937 random(5);
    const Picture picture = pictureOf(printedSheet(inkOfSheet(), {}, random));
    QVERIFY_THROWS_EXCEPTION(Error, (void)readSheet(picture, few));
}

void TstReadSheet::blankPaperIsRefused()
{
    Page page(400, 500, {230, 230, 226});
    QVERIFY_THROWS_EXCEPTION(Error, (void)readSheet(pictureOf(page.rgba()), *m_reader));
    std::mt19937 random(6);
    const Picture unfilled = pictureOf(printedSheet(inkOfSheet(), {.perRow = 0}, random));
    QVERIFY_THROWS_EXCEPTION(Error, (void)readSheet(unfilled, *m_reader));
}

void TstReadSheet::rowsFollowTheClasses()
{
    const auto row = [](std::vector<int> read) {
        std::vector<Prediction> predictions;
        for (const int best : read)
            predictions.push_back(sure(best, 5));
        return predictions;
    };
    // the second row is misread, and follows the first
    const std::vector<std::vector<Prediction>> rows{row({3, 3, 3}), row({4, 2, 2}), row({0, 0, 0})};
    QCOMPARE(classesOfRows(rows, 5), (std::vector<int>{3, 4, 0}));
    QVERIFY(!areOneClassEach(rows, {3, 4, 0}));
    const std::vector<std::vector<Prediction>> others{row({3, 3, 3}), row({1, 1, 1}), row({3, 3, 3})};
    QCOMPARE(classesOfRows(others, 5), (std::vector<int>{3, 1, 3}));
    QVERIFY(areOneClassEach(others, {3, 1, 3}));
}

void TstReadSheet::codesAreRead()
{
    for (const SheetCode& code : {SheetCode{false, 0, 10}, SheetCode{true, 3, 26}, SheetCode{false, 15, 1}}) {
        auto squares = squaresOf(code);
        QCOMPARE(codeOf(squares), std::optional(code));
        squares[4] = !squares[4];
        QVERIFY(!codeOf(squares));
    }
}

GLYPHSCOPE_TEST(TstReadSheet, Core)
#include "tst_read_sheet.moc"
