// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numbers/corrections.h"
#include "model/numbers/read_number.h"
#include "tests/model/numbers/written.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;

class TstCorrections : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinedPartsAreOne();
    void othersAreDividedFreely();
    void dividedPartsAreTwo();
    void oneStrokeIsCut();
    void laterWordsOverruleEarlierOnes();
    void whatIsNotThereChangesNothing();

private:
    std::unique_ptr<Recognizer> m_reader = shippedReader();
};

void TstCorrections::joinedPartsAreOne()
{
    const Drawing drawing = written("42");
    const NumberReading reading = readNumber(drawing, *m_reader);
    const NumberOptions options = withJoined(reading, 0, {});
    const NumberReading joined = readNumber(drawing, *m_reader, options);
    QCOMPARE(joined.parts.size(), std::size_t{1});
    QCOMPARE(joined.parts[0].drawing, drawing);
}

void TstCorrections::othersAreDividedFreely()
{
    const Drawing drawing = written("1742");
    const NumberOptions options = withJoined(readNumber(drawing, *m_reader), 0, {});
    const NumberReading joined = readNumber(drawing, *m_reader, options);
    QCOMPARE(joined.parts.size(), std::size_t{3});
    QCOMPARE(joined.text().substr(1), std::string("42"));
}

void TstCorrections::dividedPartsAreTwo()
{
    const Drawing drawing = written("4");  // a bar and a hook
    const auto options = withDivided(readNumber(drawing, *m_reader), 0, 35, {});
    QVERIFY(options);
    const NumberReading divided = readNumber(drawing, *m_reader, *options);
    QCOMPARE(divided.parts.size(), std::size_t{2});
    QCOMPARE(divided.parts[1].drawing.strokes, std::vector<Stroke>{drawing.strokes[1]});
}

void TstCorrections::oneStrokeIsCut()
{
    const Drawing drawing = inOneStroke(written("11", 30));
    NumberOptions one;
    one.oneOnly = true;
    const auto options = withDivided(readNumber(drawing, *m_reader, one), 0, 37, {});
    QVERIFY(options);
    const NumberReading divided = readNumber(drawing, *m_reader, *options);
    QCOMPARE(divided.parts.size(), std::size_t{2});
    QCOMPARE(divided.text(), std::string("11"));
    QCOMPARE(divided.parts[0].pieces, (std::vector<StrokePiece>{{0, 0, 3}}));
}

void TstCorrections::laterWordsOverruleEarlierOnes()
{
    const Drawing drawing = written("42");
    const NumberOptions joined = withJoined(readNumber(drawing, *m_reader), 0, {});
    const auto divided = withDivided(readNumber(drawing, *m_reader, joined), 0, 65, joined);
    QVERIFY(divided);
    QCOMPARE(divided->fixed.size(), std::size_t{2});
    QCOMPARE(readNumber(drawing, *m_reader, *divided).text(), std::string("42"));
}

void TstCorrections::whatIsNotThereChangesNothing()
{
    const NumberReading reading = readNumber(written("42"), *m_reader);
    QVERIFY(withJoined(reading, 1, {}).fixed.empty());
    QVERIFY(withJoined(reading, -1, {}).fixed.empty());
    QVERIFY(!withDivided(reading, 7, 0, {}));
    QVERIFY(!withDivided(reading, 0, 1000, {}));
    NumberOptions strange;
    strange.fixed = {{{9, 0, 4}}, {{0, 3, 90}}, {}};
    QCOMPARE(readNumber(written("42"), *m_reader, strange).text(), std::string("42"));
}

GLYPHSCOPE_TEST(TstCorrections, Core)
#include "tst_corrections.moc"
