// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/unipen.h"
#include "app/files/unipen_text.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// "0:0-1:7 3-5": "component:point" of both ends of each span, without points that are not named.
QString shownSegments(const std::vector<UnipenSpan>& spans)
{
    QStringList all;
    for (const UnipenSpan& span : spans) {
        const QString end =
            span.lastPoint == UnipenSpan::kLastPoint ? QString() : u":%1"_s.arg(span.lastPoint);
        all += u"%1:%2-%3%4"_s.arg(span.firstComponent).arg(span.firstPoint).arg(span.lastComponent).arg(end);
    }
    return all.join(u' ');
}

/// What `function` throws.
template <typename Function>
QString textMessageOf(Function function)
{
    try {
        std::ignore = function();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return u"was read"_s;
}

}  // namespace

class TstUnipenText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void cutsIntoStatements();
    void keywordsInAnyCase();
    void longLinesAreRefused();
    void readsNumbers_data();
    void readsNumbers();
    void refusesNumbers_data();
    void refusesNumbers();
    void readsDelineations_data();
    void readsDelineations();
    void refusesDelineations_data();
    void refusesDelineations();
    void readsSegments_data();
    void readsSegments();
    void refusesSegments_data();
    void refusesSegments();
};

void TstUnipenText::cutsIntoStatements()
{
    UnipenScanner scanner("in front\r\n.VERSION 1.0\r\n.COMMENT a\n .not\n.5 b\n.nor this\n.PEN_DOWN\n1 2\n");
    QStringList all;
    while (const auto statement = scanner.next())
        all += u"%1:%2[%3]"_s.arg(statement->line)
                   .arg(QString::fromLatin1(statement->keyword))
                   .arg(QString::fromLatin1(statement->body).simplified());
    QCOMPARE(all.join(u' '), u"2:VERSION[1.0] 3:COMMENT[a .not .5 b .nor this] 7:PEN_DOWN[1 2]"_s);
    QCOMPARE(scanner.line(), 8);
}

void TstUnipenText::keywordsInAnyCase()
{
    UnipenScanner scanner(".version 1.0\n.Pen_Down\n1 2\n.pen_up\n.comment a\n.coordinates\n.coord X Y\n");
    QStringList all;
    while (const auto statement = scanner.next())
        all += QString::fromLatin1(statement->keyword);
    QCOMPARE(all.join(u' '), u"VERSION PEN_DOWN PEN_UP COMMENT COORD"_s);
}

void TstUnipenText::longLinesAreRefused()
{
    const QByteArray bytes = ".COMMENT\n" + QByteArray(UnipenLimits::line + 1, 'a');
    UnipenScanner scanner(bytes);
    QVERIFY(textMessageOf([&] { return scanner.next(); }).contains(u"65,537 characters"_s));
}

void TstUnipenText::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<double>("value");
    QTest::newRow("integer") << QByteArray("856") << 856.0;
    QTest::newRow("decimal") << QByteArray("856.75") << 856.75;
    QTest::newRow("minus") << QByteArray("-1022") << -1022.0;
    QTest::newRow("plus") << QByteArray("+3.5") << 3.5;
    QTest::newRow("nothing before the dot") << QByteArray("-.5") << -0.5;
    QTest::newRow("nothing behind the dot") << QByteArray("5.") << 5.0;
    QTest::newRow("the largest") << QByteArray("1000000000") << 1e9;
}

void TstUnipenText::readsNumbers()
{
    QFETCH(QByteArray, word);
    QFETCH(double, value);
    QCOMPARE(unipenNumber(word), value);
}

void TstUnipenText::refusesNumbers_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("reason");
    for (const char* word : {"", "-", ".", "nan", "-inf", "1e3", "0x10", "1,5", "--1", "+-1", "1.2.3", "12a"})
        QTest::newRow(*word == '\0' ? "nothing" : word)
            << QByteArray(word) << u"\"%1\" is no number"_s.arg(QString::fromLatin1(word));
    QTest::newRow("huge") << QByteArray("-1000000001") << u"is beyond what any tablet measures"_s;
    QTest::newRow("beyond a double") << QByteArray(400, '9') << u"is beyond what any tablet measures"_s;
}

void TstUnipenText::refusesNumbers()
{
    QFETCH(QByteArray, word);
    QFETCH(QString, reason);
    const QString message = textMessageOf([&] { return unipenNumber(word); });
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstUnipenText::readsDelineations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("spans");
    QTest::newRow("one component") << QByteArray("4") << u"4:0-4"_s;
    QTest::newRow("a range") << QByteArray("3-5") << u"3:0-5"_s;
    QTest::newRow("a list") << QByteArray("3-5,7,9-9") << u"3:0-5 7:0-7 9:0-9"_s;
    QTest::newRow("points") << QByteArray("0:3-1:7") << u"0:3-1:7"_s;
    QTest::newRow("points of one component") << QByteArray("4:89-4:145") << u"4:89-4:145"_s;
    QTest::newRow("from a point on") << QByteArray("0:3-1") << u"0:3-1"_s;
    QTest::newRow("up to a point") << QByteArray("0-1:7") << u"0:0-1:7"_s;
    QTest::newRow("a single point") << QByteArray("2:5") << u"2:5-2:5"_s;
}

void TstUnipenText::readsDelineations()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, spans);
    QCOMPARE(shownSegments(unipenDelineation(text)), spans);
}

void TstUnipenText::refusesDelineations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    for (const char* text : {"", "-", "?", "a", "3-", "-3", "3,", ",3", "3;4", "1:", "1:2:3", "3--4", "1.5",
                             "3-4-5", "99999999999999999999"})
        QTest::newRow(*text == '\0' ? "nothing" : text) << QByteArray(text) << u"names no components"_s;
    QTest::newRow("backwards") << QByteArray("5-3") << u"ends before it begins"_s;
    QTest::newRow("backwards in a component") << QByteArray("2:5-2:4") << u"ends before it begins"_s;
    QTest::newRow("endless") << QByteArray("1,").repeated(3000) << u"longer than 4,096 characters"_s;
}

void TstUnipenText::refusesDelineations()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const QString message = textMessageOf([&] { return unipenDelineation(text); });
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstUnipenText::readsSegments_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("delineation");
    QTest::addColumn<QString>("label");
    const auto row = [](const char* name, const char* body, const char* level, const char* where,
                        const QString& label) {
        QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(level) << QString::fromLatin1(where)
                            << label;
    };
    row("all of it", " CHARACTER 3-5 OK \"a\"\n", "CHARACTER", "3-5", u"a"_s);
    row("over lines", "\tWORD\n 3\n?\n\"two\nwords\"", "WORD", "3", u"two words"_s);
    row("no label", " CHARACTER 3 ?", "CHARACTER", "3", QString());
    row("no quality", " CHARACTER 3", "CHARACTER", "3", QString());
    row("empty label", " CHARACTER 3 ? \"\"", "CHARACTER", "3", QString());
    row("escapes", R"( CHARACTER 3 ? "\"\\\/\t\n\ x")", "CHARACTER", "3", u"\"\\/\t\n x"_s);
    row("blanks around", " CHARACTER 3 ? \" 7\t\"", "CHARACTER", "3", u"7"_s);
    row("Latin-1", " CHARACTER 3 ? \"\xe9\"", "CHARACTER", "3", u"\u00e9"_s);
    row("UTF-8", " CHARACTER 3 ? \"\xe4\xb8\x83\"", "CHARACTER", "3", u"\u4e03"_s);
}

void TstUnipenText::readsSegments()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, level);
    QFETCH(QString, delineation);
    QFETCH(QString, label);
    const UnipenSegmentText segment = unipenSegment(body);
    QCOMPARE(QString::fromLatin1(segment.level), level);
    QCOMPARE(QString::fromLatin1(segment.delineation), delineation);
    QCOMPARE(QString::fromStdString(segment.label), label);
}

void TstUnipenText::refusesSegments_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray("\n") << u"without a level"_s;
    QTest::newRow("level alone") << QByteArray(" CHARACTER\n") << u"without a level and the components"_s;
    QTest::newRow("bare label") << QByteArray(" CHARACTER 3 OK a") << u"\"a\" stands where a label"_s;
    QTest::newRow("open label") << QByteArray(" CHARACTER 3 OK \"a") << u"no double quote at its end"_s;
    QTest::newRow("a quote alone") << QByteArray(" CHARACTER 3 OK \"") << u"stands where a label"_s;
    QTest::newRow("ends in an escape")
        << QByteArray(" CHARACTER 3 OK \"a\\") << u"no double quote at its end"_s;
    QTest::newRow("two labels") << QByteArray(" CHARACTER 3 OK \"a\" \"b\"") << u"\"\"b\"\" stands behind"_s;
    QTest::newRow("endless label") << QByteArray(" CHARACTER 3 OK \"") + QByteArray(300, 'a') + "\""
                                   << u"longer than 256 characters"_s;
}

void TstUnipenText::refusesSegments()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, reason);
    const QString message = textMessageOf([&] { return unipenSegment(body); });
    QVERIFY2(message.contains(reason), qPrintable(message));
}

GLYPHSCOPE_TEST(TstUnipenText, Core)
#include "tst_unipen_text.moc"
