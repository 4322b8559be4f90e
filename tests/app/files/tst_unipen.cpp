// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/inkml.h"
#include "app/files/unipen.h"
#include "model/types/error.h"
#include "tests/support/processor_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QFile>
#include <QtTest/QtTest>

#include <cmath>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kHead = ".VERSION 1.0\n.COORD X Y\n";
const QByteArray kTwoPoints = ".PEN_DOWN\n1 2\n3 4\n.PEN_UP\n";

/// "7[3,2] K[1]": truth and points of each stroke, a drawing each.
QString outline(const std::vector<LabelledDrawing>& drawings)
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

QString unipenMessageOf(const QByteArray& bytes)
{
    try {
        std::ignore = readUnipen(bytes, u"/none/file.dat"_s);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return u"was read"_s;
}

/// A small file in which every kind of statement occurs that the reader takes.
QByteArray oneOfEverything()
{
    return kHead + ".X_POINTS_PER_MM 5.5\n.SEGMENT CHARACTER 0:0-1:1,2 OK \"\\\"7\"\n" +
           ".PEN_DOWN\n1 2\n-3 +4.5\n.PEN_UP\n5 6\n7 8\n.DT 100\n.PEN_DOWN\n9 10\n";
}

/// `count` components with the pen down, of 1, 2, 3 ... points.
QByteArray staircase(int count)
{
    QByteArray bytes;
    for (int i = 1; i <= count; ++i)
        bytes += ".PEN_DOWN\n" + QByteArray("5 6\n").repeated(i) + ".PEN_UP\n";
    return bytes;
}

/// The drawings as UNIPEN has them: Y upwards, in `yScale` times as fine steps, pen-up points between
/// strokes.
QByteArray unipenOf(const std::vector<LabelledDrawing>& drawings, double yScale)
{
    QByteArray ink;
    QByteArray segments;
    int component = 0;
    for (const LabelledDrawing& labelled : drawings) {
        const int first = component;
        for (const Stroke& stroke : labelled.drawing.strokes) {
            if (component > first) {
                ink += "0 0\n";
                ++component;
            }
            ink += ".PEN_DOWN\n";
            for (const Point& p : stroke.points)
                ink +=
                    QByteArray::number(p.x, 'f', 6) + ' ' + QByteArray::number(-p.y * yScale, 'f', 6) + '\n';
            ink += ".PEN_UP\n";
            ++component;
        }
        segments += ".SEGMENT CHARACTER " + QByteArray::number(first) + '-' +
                    QByteArray::number(component - 1) + " OK \"" + QByteArray::fromStdString(labelled.truth) +
                    "\"\n";
    }
    return ".VERSION 1.0\n.COORD X Y\n.X_POINTS_PER_INCH 100\n.Y_POINTS_PER_INCH " +
           QByteArray::number(100 * yScale) + '\n' + segments + ink;
}

Point cornerOf(const Drawing& drawing)
{
    Point corner{INFINITY, INFINITY};
    for (const Stroke& stroke : drawing.strokes)
        for (const Point& point : stroke.points)
            corner = {std::min(corner.x, point.x), std::min(corner.y, point.y)};
    return corner;
}

/// The largest distance between the same points of two drawings that begin in different corners.
double difference(const Drawing& a, const Drawing& b)
{
    const Point from = cornerOf(a);
    const Point to = cornerOf(b);
    double most = 0;
    for (std::size_t i = 0; i < a.strokes.size(); ++i)
        for (std::size_t k = 0; k < a.strokes[i].points.size(); ++k) {
            const Point& p = a.strokes[i].points[k];
            const Point& q = b.strokes.at(i).points.at(k);
            most = std::max(most, std::hypot(p.x - from.x - q.x + to.x, p.y - from.y - q.y + to.y));
        }
    return most;
}

}  // namespace

class TstUnipen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void isRecognised_data();
    void isRecognised();
    void reads_data();
    void reads();
    void coordinatesAreTurnedAndCorrected_data();
    void coordinatesAreTurnedAndCorrected();
    void digitsComeBack();
    void idsNameContributorFileAndComponents();
    void refuses_data();
    void refuses();
    void hostileFilesAreRefusedFast_data();
    void hostileFilesAreRefusedFast();
    void everyPrefixIsReadOrRefused();
    void everyFlippedBitIsReadOrRefused();
};

void TstUnipen::isRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("unipen");
    QTest::newRow("version") << QByteArray(".VERSION 1.0\n") << true;
    QTest::newRow("text in front") << QByteArray("\n made by hand\r\n.INCLUDE a.doc\r\n") << true;
    QTest::newRow("pen alone") << QByteArray(".PEN_DOWN\n1 2") << true;
    QTest::newRow("an unknown keyword first") << QByteArray(".OWN a\n.COORD X Y") << true;
    QTest::newRow("keyword not in front") << QByteArray("a .VERSION 1.0") << false;
    QTest::newRow("a manual page") << QByteArray(".TH LS 1\n.SH NAME\n") << false;
    QTest::newRow("longer keyword") << QByteArray(".VERSIONS 1.0\n") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("zeros") << QByteArray("\0\n.VERSION 1.0", 14) << false;
    QTest::newRow("far behind") << QByteArray(5000, '\n') + ".VERSION 1.0" << false;
}

void TstUnipen::isRecognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, unipen);
    QCOMPARE(looksLikeUnipen(bytes), unipen);
}

void TstUnipen::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("drawings");
    const auto row = [](const char* name, const QByteArray& bytes, const char* drawings) {
        QTest::newRow(name) << kHead + bytes << QString::fromLatin1(drawings);
    };
    row("nothing", {}, "");
    row("no segments", staircase(2), "[1,2]");
    row("segments in front", ".SEGMENT CHARACTER 0 ? \"7\"\n.SEGMENT CHARACTER 1-2 OK \"K\"\n" + staircase(3),
        "7[1] K[2,3]");
    row("segments behind", staircase(3) + ".SEGMENT CHARACTER 2 GOOD \"7\"\n", "7[3]");
    row("other levels", ".SEGMENT WORD 0-1 ? \"71\"\n" + staircase(2) + ".SEGMENT CHAR 1 ? \"1\"", "1[2]");
    row("digits", staircase(2) + ".SEGMENT DIGIT 0-1 ? \"8\"", "8[1,2]");
    row("a list", staircase(4) + ".SEGMENT CHARACTER 0,2-3 ? \"7\"\n", "7[1,3,4]");
    row("points", staircase(4) + ".SEGMENT CHARACTER 1:1-3:0 ? \"7\"\n", "7[1,3,1]");
    row("points of one component", staircase(4) + ".SEGMENT CHARACTER 3:1-3:2 ? \"7\"\n", "7[2]");
    row("overlapping", staircase(2) + ".SEGMENT CHARACTER 0-1 ? \"7\"\n.SEGMENT CHARACTER 1 ? \"1\"\n",
        "7[1,2] 1[2]");
    row("pen up is counted but no ink",
        ".PEN_DOWN\n1 1\n.PEN_UP\n2 2\n3 3\n.PEN_DOWN\n4 4\n5 5\n.SEGMENT CHARACTER 0-2 ? \"7\"\n"
        ".SEGMENT CHARACTER 2 ? \"1\"\n",
        "7[1,2] 1[2]");
    row("without points is not counted",
        ".PEN_UP\n.PEN_DOWN\n.PEN_UP\n\n" + staircase(2) + ".DT 100\n.SEGMENT CHARACTER 1 ? \"7\"\n", "7[2]");
    row("a set counts anew",
        ".START_SET a\n.SEGMENT CHARACTER 1 ? \"7\"\n" + staircase(3) + ".START_SET b\n" + staircase(3) +
            ".SEGMENT CHARACTER 2 ? \"1\"\n",
        "7[2] 1[3]");
    row("a set without segments beside one with",
        staircase(3) + ".START_SET\n" + staircase(1) + ".SEGMENT CHARACTER 0 ? \"1\"\n", "1[1]");
    row("unknown keywords and lines between", ".H_LINE 3\n4 5\n.OWN 1 2\nand 3\n" + kTwoPoints + ".BOX\n 6 7",
        "[2]");
    row("numbers on any lines", ".PEN_DOWN 1\n2 3\n4\n5 6 7 8\n", "[4]");
    row("Windows' line ends", ".PEN_DOWN\r\n1 2\r\n3 4\r\n.PEN_UP\r\n.SEGMENT CHARACTER 0 ? \"7\"\r\n",
        "7[2]");
}

void TstUnipen::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, drawings);
    QCOMPARE(outline(readUnipen(bytes, u"/none/file.dat"_s)), drawings);
}

void TstUnipen::coordinatesAreTurnedAndCorrected_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QPointF>("second");  // the first point, on the left and highest, is (0, 0)
    const QByteArray ink = ".PEN_DOWN\n-10 20\n30 -60\n";
    QTest::newRow("as written") << ".COORD X Y\n" + ink << QPointF(40, 80);
    QTest::newRow("no .COORD") << ink << QPointF(40, 80);
    QTest::newRow("pressure and time")
        << QByteArray(".COORD T X P Y\n.PEN_DOWN\n0 -10 9 20\n1 30 9 -60\n") << QPointF(40, 80);
    QTest::newRow("finer in Y") << ".COORD X Y\n.X_POINTS_PER_INCH 100\n.Y_POINTS_PER_INCH 200\n" + ink
                                << QPointF(40, 40);
    QTest::newRow("finer in X") << ".COORD X Y\n.X_POINTS_PER_MM 20\n.Y_POINTS_PER_MM 10\n" + ink
                                << QPointF(40, 160);
    QTest::newRow("inches and millimetres")
        << ".COORD X Y\n.X_POINTS_PER_INCH 50.8\n.Y_POINTS_PER_MM 4\n" + ink << QPointF(40, 40);
    QTest::newRow("one alone") << ".COORD X Y\n.X_POINTS_PER_INCH 100\n" + ink << QPointF(40, 80);
    QTest::newRow("unknown") << ".COORD X Y\n.X_POINTS_PER_INCH 100\n.Y_POINTS_PER_INCH ?\n" + ink
                             << QPointF(40, 80);
}

void TstUnipen::coordinatesAreTurnedAndCorrected()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QPointF, second);
    const auto drawings = readUnipen(bytes, u"/none/file.dat"_s);
    QCOMPARE(outline(drawings), u"[2]"_s);
    const std::vector<Point>& points = drawings[0].drawing.strokes[0].points;
    QVERIFY(points[0] == Point{});
    QCOMPARE(QPointF(points[1].x, points[1].y), second);
}

void TstUnipen::digitsComeBack()
{
    QFile file(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/tour/digits.inkml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto before = readInkml(file.readAll(), file.fileName());
    QVERIFY(before.size() >= 10);
    const auto after = readUnipen(unipenOf(before, 1.6), u"/none/digits.dat"_s);
    QCOMPARE(outline(after), outline(before));
    for (std::size_t i = 0; i < before.size(); ++i)
        QVERIFY(difference(before[i].drawing, after[i].drawing) < 1e-5);
}

void TstUnipen::idsNameContributorFileAndComponents()
{
    const QByteArray ink = staircase(3) + ".SEGMENT CHARACTER 0,2 ? \"7\"\n";
    const auto idOf = [](const QByteArray& bytes, const QString& path) {
        return QString::fromStdString(readUnipen(bytes, path).at(0).id);
    };
    QCOMPARE(idOf(ink, u"/x/ced/a.b_s_2h.dat"_s), u"ced/a.b_s_2h:0,2"_s);
    QCOMPARE(idOf(staircase(3), u"/x/ced/a.dat"_s), u"ced/a"_s);
}

void TstUnipen::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << bytes << QString::fromLatin1(reason);
    };
    row("a word for a number", kHead + ".PEN_DOWN\n1 2\n3 four\n",
        ":5: \"four\" is no number. Mend the file");
    row("not a number", kHead + ".PEN_DOWN\n1 nan\n", ":4: \"nan\" is no number");
    row("infinite", kHead + ".PEN_UP\n1 inf\n", ":4: \"inf\" is no number");
    row("huge", kHead + ".PEN_DOWN\n1 2000000000\n", ":4: \"2000000000\" is beyond");
    row("half a point", kHead + ".PEN_DOWN\n1 2\n3\n", ":5: 3 numbers, which do not make points of 2");
    row("points of three", ".COORD X Y P\n.PEN_DOWN\n1 2 3\n4 5\n",
        ":4: 5 numbers, which do not make points of 3");
    row("points nobody names", ".PEN_DOWN\n1 2 3\n4 5 6\n", ":2: points of other than two numbers");
    row("no Y", ".COORD X P\n", ":1: .COORD without both X and Y");
    row("many coordinates", ".COORD" + QByteArray(" X Y").repeated(9), ".COORD names more than 16");
    row("no resolution", ".X_POINTS_PER_INCH 0\n", ":1: a resolution that is not above 0");
    row("negative resolution", ".Y_POINTS_PER_MM -3\n", "not above 0");
    row("resolution missing", ".Y_POINTS_PER_MM\n", "\"\" is no number");
    row("resolutions apart", ".COORD X Y\n.X_POINTS_PER_INCH 1\n.Y_POINTS_PER_INCH 200\n" + kTwoPoints,
        "differ a hundredfold");
    row("no components", kHead + ".SEGMENT CHARACTER ? \"7\"\n", ":3: \"?\" names no components");
    row("beyond the last", kHead + ".SEGMENT CHARACTER 0-2 ? \"7\"\n" + staircase(2),
        ":3: component 2 of 2, counted from 0. It is not in the file");
    row("in an empty set", kHead + staircase(2) + ".START_SET\n.SEGMENT CHARACTER 0 ? \"7\"\n",
        "component 0 of 0");
    row("beyond the first point", kHead + ".SEGMENT CHARACTER 1:2 ? \"7\"\n" + staircase(2),
        ":3: point 2 of component 1, which has 2");
    row("beyond the last point", kHead + ".SEGMENT CHARACTER 0-1:2 ? \"7\"\n" + staircase(2),
        ":3: point 2 of component 1, which has 2");
    row("backwards", kHead + ".SEGMENT CHARACTER 1-0 ? \"7\"\n" + staircase(2), ":3: \"1-0\" ends before");
    row("bad label", kHead + ".SEGMENT CHARACTER 0 ? 7\n" + staircase(2), ":3: \"7\" stands where a label");
    row("words alone", kHead + staircase(2) + ".SEGMENT WORD 0-1 ? \"71\"\n",
        "file.dat: holds segments, but none");
}

void TstUnipen::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString message = unipenMessageOf(bytes);
    QVERIFY2(message.startsWith(u"/none/file.dat:"_s), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(message.endsWith(u'.') && !message.endsWith(u".."_s), qPrintable(message));
}

void TstUnipen::hostileFilesAreRefusedFast_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("17 MiB") << QByteArray(17 << 20, '.') << u"a UNIPEN file may have 16 MiB"_s;
    QTest::newRow("one endless line") << kHead + ".PEN_DOWN\n" + QByteArray("1 2 ").repeated(100'000)
                                      << u":4: a line of 400,000 characters"_s;
    QTest::newRow("1,000,001 points") << kHead + ".PEN_DOWN\n" + QByteArray("1 2\n").repeated(1'000'001)
                                      << u":1000004: more than 1,000,000 points"_s;
    QTest::newRow("100,001 segments")
        << kHead + QByteArray(".SEGMENT W 0\n").repeated(100'001) << u"more than 100,000 segments"_s;
    QTest::newRow("segments that all hold everything")
        << kHead + QByteArray(".PEN_UP\n1 2\n").repeated(100'000) +
               QByteArray(".SEGMENT CHARACTER 0-99999\n").repeated(99'999)
        << u"points in all segments together"_s;
    QTest::newRow("a list that holds everything again and again")
        << kHead + QByteArray(".PEN_DOWN\n1 2\n").repeated(100'000) + ".SEGMENT CHARACTER 0-99999" +
               QByteArray(",0-99999").repeated(400)
        << u"points in all segments together"_s;
    QTest::newRow("16 MiB of sets") << kHead + QByteArray(".START_SET\n").repeated(1'525'000) +
                                           ".SEGMENT CHARACTER 0"
                                    << u"component 0 of 0"_s;
    QTest::newRow("the largest component there can be")
        << kHead + ".SEGMENT CHARACTER 0-18446744073709551615\n" + kTwoPoints << u"of 1, counted from 0"_s;
}

void TstUnipen::hostileFilesAreRefusedFast()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const test::ProcessorTime spent;
    const QString message = unipenMessageOf(bytes);
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY2(spent.isWithin(1000), spent.text());
}

void TstUnipen::everyPrefixIsReadOrRefused()
{
    const QByteArray whole = oneOfEverything();
    QCOMPARE(outline(readUnipen(whole, u"/none/file.dat"_s)), u"\"7[2,1]"_s);
    for (qsizetype n = 0; n < whole.size(); ++n) {
        const QString message = unipenMessageOf(whole.left(n));
        QVERIFY2(message == u"was read"_s || message.startsWith(u"/none/file.dat:"_s), qPrintable(message));
    }
}

void TstUnipen::everyFlippedBitIsReadOrRefused()
{
    const QByteArray whole = oneOfEverything();
    for (qsizetype bit = 0; bit < 8 * whole.size(); ++bit) {
        QByteArray flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const QString message = unipenMessageOf(flipped);
        QVERIFY2(message == u"was read"_s || message.startsWith(u"/none/file.dat:"_s), qPrintable(message));
    }
}

GLYPHSCOPE_TEST(TstUnipen, Core)
#include "tst_unipen.moc"
