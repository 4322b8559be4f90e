// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml.h"
#include "model/types/error.h"
#include "tests/support/processor_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

/// "7[3,2] K[1]": truth and points of each stroke, a drawing each.
QString inkmlOutline(const std::vector<LabelledDrawing>& drawings)
{
    QStringList all;
    for (const LabelledDrawing& labelled : drawings) {
        QStringList strokes;
        for (const Stroke& stroke : labelled.drawing.strokes)
            strokes += QString::number(stroke.points.size());
        all += u"%1[%2]"_s.arg(QString::fromStdString(labelled.truth), strokes.join(u','));
    }
    return all.join(u' ');
}

QByteArray ink(const QByteArray& inside)
{
    return "<ink xmlns=\"http://www.w3.org/2003/InkML\">" + inside + "</ink>";
}

QByteArray truth(const char* label)
{
    return QByteArray("<annotation type=\"truth\">") + label + "</annotation>";
}

QString inkmlMessageOf(const QByteArray& bytes)
{
    try {
        std::ignore = readInkml(bytes, u"file.inkml"_s);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return u"was read"_s;
}

std::vector<LabelledDrawing> samples()
{
    LabelledDrawing one;
    one.truth = "7";
    one.id = "me & <you> \"1\"";
    one.drawing.strokes = {{{{0.1, -1.0 / 3}, {1e-9, 123456789.125}}, 1.0}, {{{5, 5}}, 1.6}};
    LabelledDrawing two;
    two.truth = "\xe4\xb8\x83";
    two.drawing.strokes = {{{{1, 2}, {3, 4}, {3, 4}}, 0.7}};
    return {one, two, {}};
}

}  // namespace

class TstInkml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void reads_data();
    void reads();
    void encodings_data();
    void encodings();
    void writesNoMoreThanIsRead_data();
    void writesNoMoreThanIsRead();
    void channelsComeFromTheTraceFormat();
    void roundTripIsExact();
    void strangeStrokesAreWrittenSafely();
    void picturesAreRefused();
    void refuses_data();
    void refuses();
    void hostileFilesAreRefusedFast_data();
    void hostileFilesAreRefusedFast();
    void everyPrefixIsReadOrRefused();
};

void TstInkml::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("drawings");
    const QByteArray a = "<trace>1 2,3 4</trace>";
    const QByteArray b = "<trace>5 6</trace>";
    const auto group = [](const QByteArray& inside) { return "<traceGroup>" + inside + "</traceGroup>"; };
    QTest::newRow("nothing") << ink({}) << u""_s;
    QTest::newRow("traces alone") << ink(a + b) << u"[2,1]"_s;
    QTest::newRow("traces alone, labelled") << ink(truth("3") + a) << u"3[2]"_s;
    QTest::newRow("groups") << ink(group(truth("7") + a + b) + group(b + truth("1"))) << u"7[2,1] 1[1]"_s;
    QTest::newRow("label instead of truth")
        << ink(group("<annotation type=\"label\">5</annotation>" + a)) << u"5[2]"_s;
    QTest::newRow("an empty group") << ink(group({}) + group(a)) << u"[] [2]"_s;
    QTest::newRow("traces beside groups") << ink(a + group(truth("7") + b)) << u"[2] 7[1]"_s;
    QTest::newRow("a word of digits")
        << ink(group(truth("71") + group(truth("7") + a) + group(truth("1") + b))) << u"7[2] 1[1]"_s;
    QTest::newRow("strokes in groups") << ink(group(truth("5") + group(a) + group(b))) << u"5[2,1]"_s;
    QTest::newRow("groups in a plain group") << ink(group(group(a) + group(b))) << u"[2] [1]"_s;
    QTest::newRow("prefixed")
        << QByteArray("<i:ink xmlns:i=\"http://www.w3.org/2003/InkML\"><i:traceGroup><i:trace>1 "
                      "2</i:trace></i:traceGroup></i:ink>")
        << u"[1]"_s;
    QTest::newRow("no namespace") << QByteArray("<?xml version=\"1.0\"?><ink><trace>1 2</trace></ink>")
                                  << u"[1]"_s;
    QTest::newRow("pen up") << ink("<trace type=\"penUp\">1 2</trace>" + b) << u"[1]"_s;
    QTest::newRow("empty trace") << ink("<trace/><trace> </trace>" + b) << u"[1]"_s;
    QTest::newRow("comments and CDATA")
        << ink("<!-- a --><trace>1 <!-- b -->2,<![CDATA[3 4]]></trace>") << u"[2]"_s;
    QTest::newRow("unknown elements")
        << ink("<definitions><context><inkSource><annotation "
               "type=\"truth\">no</annotation></inkSource></context></definitions>" +
               a)
        << u"[2]"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfe", 2) +
                                   QByteArray(reinterpret_cast<const char*>(u"<ink><trace>1 2</trace></ink>"),
                                              58)
                            << u"[1]"_s;
}

/// Both bytes of a character are looked at together: one of them may be that of a "<".
void TstInkml::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("message");  // what it is refused with; "was read" if it is not
    const auto utf16 = [](const QString& text) {
        return QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    };
    const auto declared = [](const char* encoding) {
        return "<?xml version=\"1.0\" encoding='" + QByteArray(encoding) + "'?><ink><trace>1 2</trace></ink>";
    };
    const QString read = u"was read"_s;
    const QString tag = u"a tag of more than 2,048 characters"_s;
    const QString many = u"x"_s.repeated(2100);
    QTest::newRow("a character with the byte of <")
        << utf16(u"\uFEFF<ink><annotation type=\"truth\">\u3C00%1</annotation></ink>"_s.arg(many)) << read;
    QTest::newRow("characters with the bytes of a comment")
        << utf16(u"\uFEFF<ink>\u213C\u2D2D<x b=\"%1\"/></ink>"_s.arg(many)) << tag;
    QTest::newRow("UTF-16 without a mark") << utf16(u"<ink/>"_s) << read;
    for (const char* const known : {"UTF-8", "utf-8", "US-ASCII", "ISO-8859-1"})
        QTest::addRow("says %s", known) << declared(known) << read;
    for (const char* const other : {"UTF-7", "windows-1252", "Shift_JIS", "EBCDIC-7"})
        QTest::addRow("says %s", other)
            << declared(other) << u"written in \"%1\", which is none of"_s.arg(QLatin1StringView(other));
    QTest::newRow("says nothing") << declared("") << u"not well-formed XML"_s;
    QTest::newRow("says UTF-16 and is not") << declared("UTF-16") << u"and is not"_s;
    QTest::newRow("no UTF-8") << ink("\xff") << u"no characters in its encoding"_s;
}

void TstInkml::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const QString got = inkmlMessageOf(bytes);
    QVERIFY2(got.contains(message), qPrintable(got));
    QVERIFY(got == u"was read" || got.startsWith(u"file.inkml:"));
}

/// 3 MB as differences, 18 MB as they are written.
void TstInkml::writesNoMoreThanIsRead_data()
{
    QTest::addColumn<int>("strokes");
    QTest::addColumn<int>("points");
    QTest::addColumn<QString>("reason");
    QTest::newRow("bytes") << 1 << 480'000 << u"bytes as InkML, and a file may have 16 MiB."_s;
    QTest::newRow("points") << 1 << 1'000'001 << u"of 1,000,001 points"_s;
    QTest::newRow("strokes") << 100'001 << 1 << u"has 100,001 strokes"_s;
}

void TstInkml::writesNoMoreThanIsRead()
{
    QFETCH(int, strokes);
    QFETCH(int, points);
    QFETCH(QString, reason);
    Stroke stroke;
    for (int i = 0; i < points; ++i)
        stroke.points.push_back({1.0 / 3 + i, 2.0 / 3 - i});
    LabelledDrawing drawing;
    drawing.drawing.strokes.assign(static_cast<std::size_t>(strokes), stroke);
    try {
        (void)writeInkml({drawing});
        QFAIL("was written");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(reason), error.what());
    }
}

void TstInkml::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, drawings);
    QCOMPARE(inkmlOutline(readInkml(bytes, u"file.inkml"_s)), drawings);
}

void TstInkml::channelsComeFromTheTraceFormat()
{
    const auto drawings =
        readInkml(ink("<traceFormat><channel name=\"T\"/><channel name=\"Y\"/><channel name=\"X\"/>"
                      "<intermittentChannels><channel name=\"B\"/></intermittentChannels></traceFormat>"
                      "<trace>0 2 1,9 4 3 T</trace>"),
                  u"file.inkml"_s);
    QCOMPARE(drawings.size(), std::size_t{1});
    QVERIFY(drawings[0].drawing.strokes[0].points == (std::vector<Point>{{1, 2}, {3, 4}}));
}

void TstInkml::roundTripIsExact()
{
    const auto before = samples();
    const auto after = readInkml(writeInkml(before), u"file.inkml"_s);
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        QVERIFY(after[i].drawing == before[i].drawing);
        QCOMPARE(after[i].truth, before[i].truth);
        QCOMPARE(after[i].id, before[i].id);
    }
}

void TstInkml::strangeStrokesAreWrittenSafely()
{
    LabelledDrawing drawing;
    drawing.truth = std::string("a\0b\x1b", 4);
    drawing.drawing.strokes = {{{}, 1.0}, {{{NAN, 1}}, 1.0}, {{{1, 2}, {INFINITY, 0}}, NAN}};
    const auto after = readInkml(writeInkml({drawing}), u"file.inkml"_s);
    QCOMPARE(inkmlOutline(after), u"ab[1]"_s);
    QCOMPARE(after[0].drawing.strokes[0].pen, 1.0);
}

void TstInkml::picturesAreRefused()
{
    LabelledDrawing drawing;
    drawing.drawing.picture = Picture{Raster(2, 2), 0, 0, 2, 2};
    QVERIFY_EXCEPTION_THROWN(std::ignore = writeInkml({drawing}), Error);
}

void TstInkml::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << bytes << QString::fromLatin1(reason);
    };
    row("nothing at all", {}, "not well-formed XML");
    row("text", "a seven", "not well-formed XML");
    row("another root", "<svg/>", "file.inkml:1:6: the root element is <svg>, not <ink>");
    row("breaks off", "<ink>\n<trace>1 2", "file.inkml:2:");
    row("does not close", "<ink><trace>1 2</ink>", "not well-formed XML");
    row("plain DTD", "<!DOCTYPE ink><ink/>", "document type declaration");
    row("DTD with an entity", "<!DOCTYPE ink [<!ENTITY a \"1 2\">]><ink><trace>&a;</trace></ink>",
        "document type declaration");
    row("DTD from a file", "<!DOCTYPE ink SYSTEM \"file:///etc/passwd\"><ink/>", "document type declaration");
    row("unknown entity", ink("<trace>&a;</trace>"), "not well-formed XML");
    row("a bad number", "<ink>\n <trace>1 x</trace></ink>", "file.inkml:2:");
    row("a bad number's point", ink("<trace>1 2,3 x</trace>"), "point 2 of the trace: \"x\" is no number");
    row("not finite", ink("<trace>1 1e400</trace>"), "is no number that can be held");
    row("element in a trace", ink("<trace>1 2<b/></trace>"), "only text may stand");
    row("no Y", ink("<traceFormat><channel name=\"X\"/></traceFormat>"), "without the channels X and Y");
    row("a brush of no width", ink("<brush xml:id=\"a\"><annotation type=\"pen\">0</annotation></brush>"),
        "no pen width");
    row("group inside a context", ink("<context><traceGroup/></context>"),
        "traceGroup inside another element");
    row("deep", ink(QByteArray("<a>").repeated(16)), "nested deeper than 16");
    row("deep groups", ink(QByteArray("<traceGroup>").repeated(16)), "nested deeper than 16");
}

void TstInkml::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString message = inkmlMessageOf(bytes);
    QVERIFY2(message.startsWith(u"file.inkml:"_s), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstInkml::hostileFilesAreRefusedFast_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("17 MiB") << QByteArray(17 << 20, ' ')
                            << u"17,825,792 bytes; an InkML file may have 16 MiB"_s;
    QTest::newRow("100,001 traces") << ink(QByteArray("<trace>1 2</trace>").repeated(100'001))
                                    << u"more than 100,000 traces"_s;
    QTest::newRow("1,000,001 points")
        << ink("<trace>0 0" + QByteArray(",1 2").repeated(1'000'000) + "</trace>")
        << u"more points than the 1,000,000"_s;
    QTest::newRow("never ending depth")
        << QByteArray("<ink>") + QByteArray("<a>").repeated(1'000'000) << u"nested deeper than 16"_s;
    QTest::newRow("a billion laughs")
        << QByteArray("<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
                      "\"&b;&b;&b;&b;&b;&b;&b;&b;\">]><ink><trace>&c;</trace></ink>")
        << u"document type declaration"_s;
}

void TstInkml::hostileFilesAreRefusedFast()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const test::ProcessorTime spent;
    const QString message = inkmlMessageOf(bytes);
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(spent.isWithin(2000), spent.text());
}

void TstInkml::everyPrefixIsReadOrRefused()
{
    const QByteArray whole = writeInkml(samples());
    for (qsizetype n = 0; n + 1 < whole.size(); ++n)
        QVERIFY2(inkmlMessageOf(whole.left(n)).contains(u"not well-formed"_s) ||
                     whole.mid(n).trimmed().isEmpty(),
                 QByteArray::number(n));
}

GLYPHSCOPE_TEST(TstInkml, Core)
#include "tst_inkml.moc"
