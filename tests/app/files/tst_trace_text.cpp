// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/trace_text.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

QString shown(const std::vector<Point>& points)
{
    QStringList all;
    for (const Point& p : points)
        all += u"%1 %2"_s.arg(p.x).arg(p.y);
    return all.join(u',');
}

}  // namespace

class TstTraceText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void reads_data();
    void reads();
    void picksItsChannels_data();
    void picksItsChannels();
    void refuses_data();
    void refuses();
};

void TstTraceText::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("points");
    QTest::newRow("nothing") << u" \n "_s << u""_s;
    QTest::newRow("integers") << u"1 2,3 4"_s << u"1 2,3 4"_s;
    QTest::newRow("decimals") << u"1.5 -.25, 3e2 4"_s << u"1.5 -0.25,300 4"_s;
    QTest::newRow("blanks everywhere") << u"\t1\n2 , 3\r\n4 "_s << u"1 2,3 4"_s;
    QTest::newRow("no blank before a minus") << u"1-2,3-4"_s << u"1 -2,3 -4"_s;
    QTest::newRow("hexadecimal") << u"#1F #0a"_s << u"31 10"_s;
    QTest::newRow("first differences") << u"10 20,'1'2,3 -4"_s << u"10 20,11 22,14 18"_s;
    QTest::newRow("back to explicit") << u"10 20,'1'2,!7!8,9 9"_s << u"10 20,11 22,7 8,9 9"_s;
    QTest::newRow("no change") << u"10 20,* 5,* *"_s << u"10 20,10 5,10 5"_s;
    QTest::newRow("same velocity") << u"10 20,'1'2,* *,* 0"_s << u"10 20,11 22,12 24,13 24"_s;
    QTest::newRow("a comma at the end") << u"1 2,3 4, \n"_s << u"1 2,3 4"_s;
    QTest::newRow("places that are not reported") << u"1 2,? 3,4 ?,'? '?,'2'2"_s << u"1 2,6 5"_s;
    // The example of W3C InkML 2011, 3.2.1.
    QTest::newRow("the specification's")
        << u"1125 18432,'23'43,\"7\"-8,3-5,7 -3,6 2,6 8,3 6,2 4,3 6,3-6"_s
        << u"1125 18432,1148 18475,1178 18510,1211 18540,1251 18567,1297 18596,"
           "1349 18633,1404 18676,1461 18723,1521 18776,1584 18823"_s;
}

void TstTraceText::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, points);
    QCOMPARE(shown(parseTrace(text, {}, 100)), points);
}

void TstTraceText::picksItsChannels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("y");
    QTest::addColumn<int>("regular");
    QTest::addColumn<int>("intermittent");
    QTest::newRow("pressure behind") << u"1 2 99,3 4 98"_s << 0 << 1 << 3 << 0;
    QTest::newRow("time in front") << u"0 1 2,10 3 4"_s << 1 << 2 << 3 << 0;
    QTest::newRow("Y before X") << u"2 1,4 3"_s << 1 << 0 << 2 << 0;
    QTest::newRow("flags and unknowns beside") << u"T 1 ? 2,F 3*4"_s << 1 << 3 << 4 << 0;
    QTest::newRow("intermittent, there once") << u"1 2,3 4 T"_s << 0 << 1 << 2 << 1;
}

void TstTraceText::picksItsChannels()
{
    QFETCH(QString, text);
    QFETCH(int, x);
    QFETCH(int, y);
    QFETCH(int, regular);
    QFETCH(int, intermittent);
    QCOMPARE(shown(parseTrace(text, {x, y, regular, intermittent}, 100)), u"1 2,3 4"_s);
}

void TstTraceText::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QString& text, const char* reason) {
        QTest::newRow(name) << text << QString::fromLatin1(reason);
    };
    row("words", u"1 2,three 4"_s, "point 2 of the trace: \"three\" is no number");
    row("not a number", u"nan 2"_s, "\"nan\" is no number");
    row("infinite", u"1 -inf"_s, "\"-inf\" is no number");
    row("beyond a double", u"1e999 2"_s, "\"1e999\" is no number that can be held");
    row("a lone minus", u"- 2"_s, "\"-\" is no number");
    row("plus sign", u"+1 2"_s, "\"+1\" is no number");
    row("one value", u"1 2,3"_s, "point 2 of the trace: values for 1 of 2 channels");
    row("three values", u"1 2 3"_s, "more values than the 2 channels");
    row("a comma alone", u","_s, "point 1 of the trace: values for 0 of 2");
    row("two commas at the end", u"1 2,,"_s, "point 2 of the trace: values for 0 of 2");
    row("two commas", u"1 2,,3 4"_s, "point 2 of the trace: values for 0 of 2");
    row("difference first", u"'1'2"_s, "a difference where the first value must stand");
    row("no change first", u"* 2"_s, "a difference where the first value must stand");
    row("Y a flag", u"1 T"_s, "channel Y has no number");
    row("prefix at the end", u"1 '"_s, "the trace ends after a prefix");
    row("empty hexadecimal", u"# 1"_s, "is no hexadecimal number");
    row("sums to infinity", u"1.5e308 0,'1.5e308'0"_s, "add up to no finite number");
    row("too many points", u"1 2,3 4,5 6,7 8"_s, "more points than the 1,000,000");
}

void TstTraceText::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    try {
        std::ignore = parseTrace(text, {}, 3);
        QFAIL("was read");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(reason), error.what());
    }
}

GLYPHSCOPE_TEST(TstTraceText, Core)
#include "tst_trace_text.moc"
