// SPDX-License-Identifier: GPL-3.0-or-later
// Traces by reference: W3C InkML 2011, 3.3, and as the CROHME competitions write them.
#include "app/files/inkml.h"
#include "model/types/error.h"
#include "tests/app/files/ink_of_kinds.h"
#include "tests/support/processor_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// "7[0-1,5] K[2]": the truth of each drawing, and of each stroke the X of its first and last point.
QString outlineOfViews(const std::vector<LabelledDrawing>& drawings)
{
    QStringList all;
    for (const LabelledDrawing& labelled : drawings) {
        QStringList strokes;
        for (const Stroke& stroke : labelled.drawing.strokes) {
            const auto first = static_cast<int>(stroke.points.front().x);
            const auto last = static_cast<int>(stroke.points.back().x);
            strokes += first == last ? QString::number(first) : u"%1-%2"_s.arg(first).arg(last);
        }
        all += u"%1[%2]"_s.arg(QString::fromStdString(labelled.truth), strokes.join(u','));
    }
    return all.join(u' ');
}

/// A trace of that name with points whose X are `first` to `last`.
QByteArray trace(const QByteArray& name, int first, int last, const QByteArray& attributes = {})
{
    QByteArray text;
    for (int x = first; x <= last; ++x)
        text += (text.isEmpty() ? "" : ",") + QByteArray::number(x) + " 0";
    return "<trace " + name + attributes + ">" + text + "</trace>";
}

QByteArray viewOf(const QByteArray& target, const QByteArray& attributes = {})
{
    return "<traceView traceDataRef=\"" + target + "\"" + attributes + "/>";
}

QByteArray labelled(const QByteArray& element, const QByteArray& label, const QByteArray& inside,
                    const QByteArray& attributes = {})
{
    return "<" + element + attributes + "><annotation type=\"truth\">" + label + "</annotation>" + inside +
           "</" + element + ">";
}

/// A formula of CROHME's, of the symbols that are given with their traces.
QByteArray crohme(const std::vector<std::pair<QByteArray, QList<int>>>& symbols, int traceCount)
{
    QByteArray ink = "<annotation type=\"UI\">a_formula</annotation><annotation type=\"truth\">$a$"
                     "</annotation><annotationXML type=\"truth\" encoding=\"Content-MathML\">" +
                     QByteArray("<mrow>").repeated(30) + QByteArray("</mrow>").repeated(30) +
                     "</annotationXML>";
    for (int i = 0; i < traceCount; ++i)
        ink += trace("id=\"" + QByteArray::number(i) + "\"", 10 * i, 10 * i + 1);
    QByteArray groups;
    for (const auto& [label, traces] : symbols) {
        QByteArray views;
        for (const int number : traces)
            views += viewOf(QByteArray::number(number));
        groups += labelled("traceGroup", label, views + "<annotationXML href=\"n\"/>", " xml:id=\"g\"");
    }
    return ink + labelled("traceGroup", "Segmentation", groups, " xml:id=\"all\"");
}

QByteArray defined(const QByteArray& inside)
{
    return "<definitions>" + inside + "</definitions>";
}

}  // namespace

class TstInkmlViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void explosionsAreRefusedFast_data();
    void explosionsAreRefusedFast();
};

void TstInkmlViews::reads_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("drawings");
    const QByteArray a = trace("xml:id=\"a\"", 0, 9);
    const QByteArray b = trace("xml:id=\"b\"", 20, 29);
    const auto group = [](const QByteArray& inside, const QByteArray& attributes = {}) {
        return "<traceGroup" + attributes + ">" + inside + "</traceGroup>";
    };
    QTest::newRow("CROHME") << crohme({{"3", {0}}, {"+", {1, 3}}, {"5", {2}}}, 4)
                            << u"3[0-1] +[10-11,30-31] 5[20-21]"_s;
    QTest::newRow("CROHME, a trace of no symbol")
        << crohme({{"3", {0}}, {"5", {2}}}, 3) << u"$a$[10-11] 3[0-1] 5[20-21]"_s;
    QTest::newRow("CROHME, a trace of two symbols")
        << crohme({{"3", {0, 1}}, {"5", {1}}}, 2) << u"3[0-1,10-11] 5[10-11]"_s;
    QTest::newRow("a group of a view") << a + group(viewOf("#a")) << u"[0-9]"_s;
    QTest::newRow("before the trace") << group(viewOf("#a")) + a << u"[0-9]"_s;
    QTest::newRow("a view by itself") << defined(a + b) + viewOf("#a") << u"[0-9]"_s;
    QTest::newRow("defined, and shown nowhere") << defined(a + b) << u""_s;
    QTest::newRow("a labelled view") << a + b + labelled("traceView", " 7 ", viewOf("#a") + viewOf("#b"))
                                     << u"7[0-9,20-29]"_s;
    QTest::newRow("labelled views in one")
        << a + b + "<traceView>" + labelled("traceView", "7", viewOf("#a")) +
               labelled("traceView", "1", viewOf("#b")) + "</traceView>"
        << u"7[0-9] 1[20-29]"_s;
    QTest::newRow("a label on the reference itself")
        << a + labelled("traceView", "7", {}, " traceDataRef=\"#a\"") << u"7[0-9]"_s;
    QTest::newRow("of a group") << group(a + b, " xml:id=\"g\"") + labelled("traceView", "4", viewOf("#g"))
                                << u"4[0-9,20-29]"_s;
    QTest::newRow("of a labelled group elsewhere")
        << labelled("traceGroup", "7", a, " xml:id=\"g\"") + viewOf("#g") << u"7[0-9]"_s;
    QTest::newRow("of a labelled group that is defined")
        << defined(labelled("traceGroup", "7", a, " xml:id=\"g\"")) + viewOf("#g") << u"7[0-9]"_s;
    QTest::newRow("of a view") << defined(a + b + "<traceView xml:id=\"v\">" + viewOf("#b") +
                                          "</traceView>") +
                                      viewOf("#v")
                               << u"[20-29]"_s;
    QTest::newRow("points from and to") << defined(a) + viewOf("#a", " from=\"3\" to=\"5\"") << u"[2-4]"_s;
    QTest::newRow("points from") << defined(a) + viewOf("#a", " from=\"9\"") << u"[8-9]"_s;
    QTest::newRow("points to") << defined(a) + viewOf("#a", " to=\"2\"") << u"[0-1]"_s;
    QTest::newRow("halves of a trace") << a + labelled("traceView", "1", viewOf("#a", " to=\"5\"")) +
                                              labelled("traceView", "2", viewOf("#a", " from=\"6\""))
                                       << u"1[0-4] 2[5-9]"_s;
    const QByteArray word = group(a + b + trace("xml:id=\"c\"", 40, 49), " xml:id=\"g\"");
    QTest::newRow("traces from") << defined(word) + viewOf("#g", " from=\"2\"") << u"[20-29,40-49]"_s;
    QTest::newRow("traces and points")
        << defined(word) + viewOf("#g", " from=\"1:9\" to=\"3:2\"") << u"[8-9,20-29,40-41]"_s;
    QTest::newRow("points of one trace")
        << defined(word) + viewOf("#g", " from=\"2:3\" to=\"2:4\"") << u"[22-23]"_s;
    QTest::newRow("a continued stroke")
        << a + trace("xml:id=\"b\"", 10, 12, " continuation=\"middle\" priorRef=\"#a\"") +
               trace("xml:id=\"c\"", 13, 15, " continuation=\"end\" priorRef=\"#b\"")
        << u"[0-15]"_s;
    QTest::newRow("a label with blanks") << labelled("traceGroup", "\n\t1 ", a) << u"1[0-9]"_s;
}

void TstInkmlViews::reads()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, drawings);
    QCOMPARE(outlineOfViews(readInkml(inkmlOf(inside), u"file.inkml"_s)), drawings);
}

void TstInkmlViews::refuses_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& inside, const char* reason) {
        QTest::newRow(name) << inside << QString::fromLatin1(reason);
    };
    const QByteArray a = trace("xml:id=\"a\"", 0, 9);
    row("of nothing", viewOf("#t"), "a traceView of \"#t\", which is not in this file");
    row("of another file", viewOf("more.inkml#t"), "which is not in this file");
    row("of itself", "<traceView xml:id=\"v\" traceDataRef=\"#v\"/>", "in a circle");
    row("of each other",
        defined(
            "<traceView xml:id=\"v\" traceDataRef=\"#w\"/><traceView xml:id=\"w\" traceDataRef=\"#v\"/>") +
            viewOf("#v"),
        "in a circle");
    row("of what it stands in",
        defined("<traceGroup xml:id=\"g\"><annotation type=\"truth\">7</annotation>" + viewOf("#g") +
                "</traceGroup>") +
            viewOf("#g"),
        "in a circle");
    row("beyond the end", a + viewOf("#a", " to=\"11\""), "from 1 to 11 of 10");
    row("backwards", a + viewOf("#a", " from=\"3\" to=\"2\""), "from 3 to 2 of 10");
    row("from 0", a + viewOf("#a", " from=\"0\""), "is no range");
    row("from a word", a + viewOf("#a", " from=\"one\""), "is no range");
    row("in a context", "<context>" + viewOf("#a") + "</context>" + a, "inside another element");
}

void TstInkmlViews::refuses()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, reason);
    const QString message = messageOfInk(inkmlOf(inside));
    QVERIFY2(message.startsWith(u"file.inkml:1:"_s) && message.count(u"file.inkml"_s) == 1,
             qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstInkmlViews::explosionsAreRefusedFast_data()
{
    QTest::addColumn<QByteArray>("inside");
    const auto doubling = [](const QByteArray& first) {
        QByteArray all = "<traceGroup xml:id=\"g0\">" + first + "</traceGroup>";
        for (int i = 1; i < 14; ++i)
            all += "<traceGroup xml:id=\"g" + QByteArray::number(i) + "\">" +
                   viewOf("#g" + QByteArray::number(i - 1)).repeated(8) + "</traceGroup>";
        return defined(all) + viewOf("#g13");
    };
    QTest::newRow("of a trace") << doubling(trace("xml:id=\"a\"", 0, 9));
    QTest::newRow("of nothing") << doubling({});
    QTest::newRow("of many points over and over")
        << defined(trace("xml:id=\"a\"", 0, 100'000)) + viewOf("#a").repeated(11);
}

void TstInkmlViews::explosionsAreRefusedFast()
{
    QFETCH(QByteArray, inside);
    const test::ProcessorTime spent;
    const QString message = messageOfInk(inkmlOf(inside));
    QVERIFY2(message.startsWith(u"file.inkml:1:"_s), qPrintable(message));
    QVERIFY2(spent.isWithin(2000), spent.text());
}

GLYPHSCOPE_TEST(TstInkmlViews, Core)
#include "tst_inkml_views.moc"
