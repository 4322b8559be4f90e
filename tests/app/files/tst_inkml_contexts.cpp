// SPDX-License-Identifier: GPL-3.0-or-later
// What the numbers of a trace mean: W3C InkML 2011, 3.1, 4 and 6.
#include "app/files/inkml.h"
#include "app/files/inkml_scale.h"
#include "model/types/error.h"
#include "tests/app/files/ink_of_kinds.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QtTest>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

using Written = std::function<std::vector<double>(Point)>;

const Written kXY = [](Point p) { return std::vector{p.x, p.y}; };
const Written kYX = [](Point p) { return std::vector{p.y, p.x}; };

/// The same numbers in millimetres, a hundred a millimetre across and fifty down.
const Written kUneven = [](Point p) { return std::vector{p.x * 100, p.y * 50}; };

QByteArray formatOf(const QByteArray& channels, const QByteArray& attributes = {})
{
    return "<traceFormat" + attributes + ">" + channels + "</traceFormat>";
}

QByteArray channel(const char* name, const QByteArray& attributes = {})
{
    return QByteArray("<channel name=\"") + name + "\" " + attributes + "/>";
}

QByteArray resolution(const char* channel, const QByteArray& value, const QByteArray& units)
{
    return QByteArray("<channelProperty channel=\"") + channel + "\" name=\"resolution\" value=\"" + value +
           "\" units=\"" + units + "\"/>";
}

QByteArray source(const QByteArray& format, const QByteArray& properties = {},
                  const QByteArray& attributes = {})
{
    return "<inkSource" + attributes + ">" + format + "<channelProperties>" + properties +
           "</channelProperties></inkSource>";
}

QByteArray context(const char* id, const QByteArray& inside, const QByteArray& attributes = {})
{
    return QByteArray("<context xml:id=\"") + id + "\"" + attributes + ">" + inside + "</context>";
}

QByteArray definitions(const QByteArray& inside)
{
    return "<definitions>" + inside + "</definitions>";
}

/// Both strokes as traces with these attributes.
QByteArray traces(const Written& written, const QByteArray& attributes = {})
{
    QByteArray all;
    for (const std::vector<Point>& stroke : unevenStrokes())
        all += "<trace" + attributes + ">" + traceText(stroke, written) + "</trace>";
    return all;
}

const QByteArray kFormatXY = formatOf(channel("X") + channel("Y"));
const QByteArray kFormatYX = formatOf(channel("Y") + channel("X"));
const QByteArray kFormatFour = formatOf(channel("F") + channel("Y") + channel("T") + channel("X"));
const Written kPressed = [](Point p) { return std::vector{9.0, p.y, 3.0, p.x}; };
const QByteArray kPen = " contextRef=\"#pen\"";
const QByteArray kMouse = " contextRef=\"#mouse\"";

QByteArray penAndMouse(const QByteArray& pen, const QByteArray& mouse)
{
    return definitions(context("pen", pen) + context("mouse", mouse));
}

}  // namespace

class TstInkmlContexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void theShapeIsTheSame_data();
    void theShapeIsTheSame();
    void numbersAreLeftAsTheyAre();
    void contextsAreScaledToEachOther();
    void resolutions_data();
    void resolutions();
    void refuses_data();
    void refuses();

private:
    static void addContexts();
    static void addMeasures();
    static void addTransforms();
};

void TstInkmlContexts::theShapeIsTheSame_data()
{
    QTest::addColumn<QByteArray>("inside");
    addContexts();
    addMeasures();
    addTransforms();
}

void TstInkmlContexts::addContexts()
{
    QTest::newRow("Y before X") << kFormatYX + traces(kYX);
    QTest::newRow("four channels") << kFormatFour + traces(kPressed);
    QTest::newRow("the first of two contexts") << penAndMouse(kFormatXY, kFormatYX) + traces(kXY, kPen);
    QTest::newRow("the second of two contexts") << penAndMouse(kFormatXY, kFormatYX) + traces(kYX, kMouse);
    QTest::newRow("the second in an ink source")
        << penAndMouse(source(kFormatXY), source(kFormatFour)) + traces(kPressed, kMouse);
    QTest::newRow("neither of two contexts") << penAndMouse(kFormatYX, kFormatFour) + traces(kXY);
    QTest::newRow("the only context there is")
        << definitions(context("pen", source(kFormatYX))) + traces(kYX);
    QTest::newRow("the only format there is") << definitions(kFormatYX) + traces(kYX);
    QTest::newRow("defined behind the traces") << traces(kYX, kMouse) + penAndMouse(kFormatXY, kFormatYX);
    QTest::newRow("a group's context")
        << penAndMouse(kFormatXY, kFormatYX) + "<traceGroup" + kMouse + ">" + traces(kYX) + "</traceGroup>";
    QTest::newRow("a trace's before its group's") << penAndMouse(kFormatXY, kFormatYX) + "<traceGroup" +
                                                         kPen + "><traceGroup>" + traces(kYX, kMouse) +
                                                         "</traceGroup></traceGroup>";
    QTest::newRow("a context from here on") << context("a", kFormatYX) + traces(kYX);
    QTest::newRow("a format by its name")
        << definitions(formatOf(channel("Y") + channel("X"), " xml:id=\"f\"") +
                       "<context xml:id=\"mouse\" traceFormatRef=\"#f\"/>" + context("pen", kFormatXY)) +
               traces(kYX, kMouse);
    QTest::newRow("an ink source by its name, defined later")
        << definitions("<context xml:id=\"mouse\" inkSourceRef=\"#s\"/>" + context("pen", kFormatXY) +
                       source(kFormatYX, {}, " xml:id=\"s\"")) +
               traces(kYX, kMouse);
    QTest::newRow("a context that builds on another")
        << definitions(context("pen", kFormatYX) + "<context xml:id=\"mouse\" contextRef=\"#pen\"/>") +
               traces(kYX, kMouse);
    QTest::newRow("the default context")
        << penAndMouse(kFormatYX, kFormatFour) + traces(kXY, " contextRef=\"#DefaultContext\"");
}

void TstInkmlContexts::addMeasures()
{
    const Written up = [](Point p) { return std::vector{p.x, 500 - p.y}; };
    const Written left = [](Point p) { return std::vector{-p.x, p.y}; };
    QTest::newRow("intermittent channels")
        << formatOf(channel("Y") + channel("X") + "<intermittentChannels>" + channel("F") +
                    "</intermittentChannels>") +
               traces(kYX);
    QTest::newRow("Y up") << formatOf(channel("X") + channel("Y", "orientation=\"-ve\"")) + traces(up);
    QTest::newRow("X to the left") << formatOf(channel("X", "orientation=\"-ve\"") +
                                               channel("Y", "orientation=\"+ve\"")) +
                                          traces(left);
    const QByteArray xyDev = formatOf(channel("X", "units=\"dev\"") + channel("Y", "units=\"dev\""));
    QTest::newRow("unequal resolutions")
        << definitions(context(
               "pen", source(xyDev, resolution("X", "100", "1/mm") + resolution("Y", "50", "1/mm")))) +
               traces(kUneven, kPen);
    QTest::newRow("unequal resolutions in unequal units")
        << definitions(context(
               "pen", source(xyDev, resolution("X", "1000", "1/cm") + resolution("Y", "1270", "1/in")))) +
               traces(kUneven, kPen);
    QTest::newRow("unequal units") << formatOf(channel("X", "units=\"mm\"") + channel("Y", "units=\"cm\"")) +
                                          traces([](Point p) {
                                              return std::vector{p.x, p.y / 10};
                                          });
    QTest::newRow("one resolution alone")
        << definitions(context("pen", source(xyDev, resolution("X", "100", "1/mm")))) + traces(kXY, kPen);
}

void TstInkmlContexts::addTransforms()
{
    QTest::newRow("an affine transform")
        << context("a", kFormatXY + "<canvasTransform><mapping type=\"affine\"><affine>0 1 5, 1 0 0</affine>"
                                    "</mapping></canvasTransform>") +
               traces(kYX);
    QTest::newRow("an affine transform of named channels")
        << context("a", kFormatFour + "<canvasTransform invertible=\"true\"><mapping type=\"affine\">"
                                      "<bind source=\"Y\"/><bind source=\"F\"/><bind source=\"X\"/>"
                                      "<bind target=\"Y\"/><bind target=\"X\"/>"
                                      "<affine>2 0 0 7, 0 0 2 9</affine></mapping></canvasTransform>") +
               traces(kPressed);
    QTest::newRow("a canvas whose Y is up")
        << context("a", kFormatXY + "<canvas>" +
                            formatOf(channel("X") + channel("Y", "orientation=\"-ve\"")) +
                            "</canvas><canvasTransform><mapping type=\"affine\"><affine>1 0 0, 0 -1 0"
                            "</affine></mapping></canvasTransform>") +
               traces(kXY);
    QTest::newRow("an identity transform")
        << context("a", kFormatYX + "<canvasTransform><mapping type=\"identity\"/></canvasTransform>") +
               traces(kYX);
    QTest::newRow("a channel's own mapping is the device's")
        << formatOf("<channel name=\"Y\"><mapping type=\"affine\"><affine>3 1</affine></mapping></channel>" +
                    channel("X")) +
               traces(kYX);
    QByteArray differences;
    for (const std::vector<Point>& stroke : unevenStrokes())
        differences += "<trace>" + differenceText(stroke) + ",</trace>";
    QTest::newRow("differences, and a comma at the end") << differences;
}

void TstInkmlContexts::theShapeIsTheSame()
{
    QFETCH(QByteArray, inside);
    const auto drawings = readInkml(inkmlOf(inside), u"file.inkml"_s);
    QCOMPARE(drawings.size(), std::size_t(1));
    QVERIFY(isSameShape(drawings[0].drawing, drawingOfStrokes(unevenStrokes())));
}

/// Equal resolutions change nothing: what is read is what is written, to the bit.
void TstInkmlContexts::numbersAreLeftAsTheyAre()
{
    const QByteArray equal = definitions(
        context("pen", source(formatOf(channel("X", "units=\"in\"") + channel("Y", "units=\"in\"")),
                              resolution("X", "1000", "1/cm") + resolution("Y", "1000", "1/cm"))));
    const auto drawings = readInkml(inkmlOf(equal + traces(kXY, " contextRef=\"#pen\"")), u"file.inkml"_s);
    QVERIFY(drawings.at(0).drawing == drawingOfStrokes(unevenStrokes()));
}

void TstInkmlContexts::contextsAreScaledToEachOther()
{
    const auto pen = [](const char* id, const char* perInch) {
        return context(id, source(formatOf(channel("X") + channel("Y")),
                                  resolution("X", perInch, "1/in") + resolution("Y", perInch, "1/in")));
    };
    const auto drawings = readInkml(
        inkmlOf(
            definitions(pen("fine", "200") + pen("coarse", "100")) +
            "<trace contextRef=\"#fine\">0 0,20 40</trace><trace contextRef=\"#coarse\">5 5,10 20</trace>"),
        u"file.inkml"_s);
    QVERIFY(drawings.at(0).drawing.strokes.at(0).points == (std::vector<Point>{{0, 0}, {20, 40}}));
    QVERIFY(drawings.at(0).drawing.strokes.at(1).points == (std::vector<Point>{{10, 10}, {20, 40}}));
}

void TstInkmlContexts::resolutions_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("units");
    QTest::addColumn<double>("perInch");
    QTest::newRow("inches") << u"3000"_s << u"1/in"_s << 3000.0;
    QTest::newRow("centimetres") << u" 100 "_s << u"1/cm"_s << 254.0;
    QTest::newRow("with blanks") << u"100"_s << u" 1 / cm"_s << 254.0;
    QTest::newRow("dots an inch") << u"96"_s << u"dpi"_s << 96.0;
    QTest::newRow("devices") << u"10"_s << u"dev/mm"_s << 254.0;
    QTest::newRow("no units") << u"1000"_s << QString() << 1000.0;
    QTest::newRow("no number") << u"fine"_s << u"1/in"_s << 0.0;
    QTest::newRow("zero") << u"0"_s << u"1/in"_s << 0.0;
    QTest::newRow("below zero") << u"-1"_s << u"1/in"_s << 0.0;
    QTest::newRow("not a number") << u"nan"_s << u"1/in"_s << 0.0;
    QTest::newRow("beyond reason") << u"1e300"_s << u"1/in"_s << 0.0;
}

void TstInkmlContexts::resolutions()
{
    QFETCH(QString, value);
    QFETCH(QString, units);
    QFETCH(double, perInch);
    QCOMPARE(inkmlResolution(value, units), perInch);
}

void TstInkmlContexts::refuses_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& inside, const char* reason) {
        QTest::newRow(name) << inside << QString::fromLatin1(reason);
    };
    const auto mapped = [](const QByteArray& mapping) {
        return context("a", "<canvasTransform>" + mapping + "</canvasTransform>") + "<trace>1 2</trace>";
    };
    const auto affine = [mapped](const QByteArray& text) {
        return mapped("<mapping type=\"affine\"><affine>" + text + "</affine></mapping>");
    };
    row("an unknown context", "<trace contextRef=\"#pen\">1 2</trace>", "\"#pen\" is referred to");
    row("a context elsewhere", "<trace contextRef=\"pens.inkml#a\">1 2</trace>",
        "\"pens.inkml#a\" is referred to");
    row("an unknown ink source", context("a", {}, " inkSourceRef=\"#s\"") + "<trace>1 2</trace>",
        "\"#s\" is referred to");
    row("contexts in a circle",
        definitions("<context xml:id=\"a\" contextRef=\"#b\"/><context xml:id=\"b\" contextRef=\"#a\"/>") +
            "<trace contextRef=\"#a\">1 2</trace>",
        "in a circle");
    row("a mapping by formula", mapped("<mapping type=\"mathml\"/>"), "of the type \"mathml\"");
    row("a table", mapped("<mapping type=\"lookup\"/>"), "of the type \"lookup\"");
    row("a matrix of one row", affine("1 0 0"), "not 2 rows of 3 numbers");
    row("a matrix of two columns", affine("1 0, 0 1"), "not 2 rows of 3 numbers");
    row("words in a matrix", affine("1 0 0, 0 one 0"), "\"one\" is no number");
    row("not finite", affine("1 0 0, 0 inf 0"), "\"inf\" is no number");
    row("X of the pressure",
        mapped("<mapping type=\"affine\"><bind source=\"X\"/><bind source=\"F\"/><bind target=\"X\"/>"
               "<affine>1 1 0</affine></mapping>"),
        "of the channel F");
    row("beyond all numbers",
        context("a", "<canvasTransform><mapping type=\"affine\"><affine>1e9 0 0, 0 1 0</affine></mapping>"
                     "</canvasTransform>") +
            "<trace>1e308 0</trace>",
        "beyond all numbers");
    row("no Y", formatOf(channel("X")), "without the channels X and Y");
}

void TstInkmlContexts::refuses()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, reason);
    const QString message = messageOfInk(inkmlOf(inside));
    QVERIFY2(message.startsWith(u"file.inkml:1:"_s) && message.endsWith(u'.'), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

GLYPHSCOPE_TEST(TstInkmlContexts, Core)
#include "tst_inkml_contexts.moc"
