// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, as scripts see it: convert.
#include "app/files/drawing_file.h"
#include "model/checkpoint/npz.h"
#include "model/checkpoint/pt_file.h"
#include "model/checkpoint/safetensors.h"
#include "tests/app/cli/program.h"
#include "tests/support/plain_digits.h"
#include "tests/support/test_program.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtTest/QTest>

#include <memory>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

const QString kShipped = QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/resources/weights/simplecnn.safetensors");
const QString kGoldens = QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/model/checkpoint/golden/");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Two labelled strokes as UNIPEN has them.
constexpr const char* kUnipen =
    ".VERSION 1.0\n.HIERARCHY PAGE TEXT WORD CHARACTER\n.COORD X Y\n"
    ".SEGMENT CHARACTER 0 OK \"1\"\n.SEGMENT CHARACTER 1 OK \"7\"\n"
    ".PEN_DOWN\n50 100\n50 0\n.PEN_UP\n.PEN_DOWN\n100 100\n160 100\n120 0\n.PEN_UP\n";

}  // namespace

class TstCliConvert : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void weightsGoThroughEveryFormat();
    void weightsOfPythonsBecomeOurs();
    void weightsAreReadByContent();
    void predictsWithWeightsOfEitherKind();
    void unipenBecomesInkml();
    void numbersAreDividedByTheirLabels();
    void onlyTheLabelsThatAreAskedFor();
    void drawingsBecomePictures_data();
    void drawingsBecomePictures();
    void drawingsBecomeADataSet_data();
    void drawingsBecomeADataSet();
    void drawingsWithoutLabelsHaveNoLabelFile();
    void aDataSetIsPackedAndUnpacked();
    void labelsAreFoundInEverySpelling_data();
    void labelsAreFoundInEverySpelling();
    void emnistIsTurnedUpright();
    void oneImageOfADataSetBecomesAPicture();
    void onlyTheItemThatIsAskedFor();
    void toGoesBeforeTheSuffix();
    void printsJson();
    void refusals_data();
    void refusals();
    void inkThatWouldNotBeReadBackIsNotWritten();
    void wrongUsage_data();
    void wrongUsage();
    void hostilePickleIsNamedAndNotRun();
    void anOlderFileStaysWhereNothingCanBeMade();
    void trainingWritesWhatTheSuffixOfOutNames();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome convert(const QStringList& arguments) const
    {
        return run(m_folder->path(), QStringList{u"convert"_s} + arguments);
    }
    void converted(const QString& in, const QString& out) const
    {
        const Outcome outcome = convert({in, out});
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.out.contains(out.toUtf8()), outcome.out.constData());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliConvert::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    write(path(u"ink.dat"_s), kUnipen);
    write(path(u"ink.inkml"_s), onesAndSevens(2));
    write(path(u"one.inkml"_s), "<ink><trace>0 0, 60 0, 20 100</trace></ink>");
    QImage picture(40, 40, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 5; y < 35; ++y)
        picture.setPixel(20, y, 0);
    QVERIFY(picture.save(path(u"one.png"_s)));
}

void TstCliConvert::weightsGoThroughEveryFormat()
{
    converted(kShipped, path(u"a.pt"_s));
    converted(path(u"a.pt"_s), path(u"b.safetensors"_s));
    const StateDict before = readSafetensors(kShipped.toStdString());
    QVERIFY(readSafetensors(path(u"b.safetensors"_s).toStdString()) == before);
    QVERIFY(readPt(path(u"a.pt"_s).toStdString()).tensors == before.tensors);
    converted(path(u"a.pt"_s), path(u"c.npz"_s));
    converted(path(u"a.pt"_s), path(u"d.onnx"_s));
    QVERIFY(contentOf(path(u"c.npz"_s)).contains("conv1.weight.npy"));
    const QByteArray onnx = contentOf(path(u"d.onnx"_s));
    QVERIFY(onnx.size() > 3'000'000 && onnx.contains("conv1.weight") && onnx.contains("answer.temperature"));
}

void TstCliConvert::weightsOfPythonsBecomeOurs()
{
    converted(kGoldens + u"wrapped.pt"_s, path(u"w.safetensors"_s));
    const StateDict weights = readSafetensors(path(u"w.safetensors"_s).toStdString());
    QCOMPARE(weights.tensors.size(), std::size_t{2});
    QVERIFY(weights.find("weight")->values == (std::vector<float>{1.5F, -2}));
}

void TstCliConvert::weightsAreReadByContent()
{
    QVERIFY(QFile::copy(kGoldens + u"wrapped.pt"_s, path(u"drawing.png"_s)));
    converted(path(u"drawing.png"_s), path(u"w.pth"_s));
    QCOMPARE(readPt(path(u"w.pth"_s).toStdString()).tensors.size(), std::size_t{2});
}

void TstCliConvert::predictsWithWeightsOfEitherKind()
{
    converted(kShipped, path(u"w.pt"_s));
    const QStringList command{u"predict"_s, path(u"one.inkml"_s), u"--json"_s};
    const Outcome shipped = run(m_folder->path(), command);
    const Outcome ours = run(m_folder->path(), command + QStringList{u"--model"_s, path(u"w.pt"_s)});
    QCOMPARE(ours.err, QByteArray());
    QCOMPARE(ours.out, shipped.out);
    const Outcome foreign =
        run(m_folder->path(), command + QStringList{u"--model"_s, kGoldens + u"wrapped.pt"_s});
    QCOMPARE(foreign.status, 1);
    QVERIFY2(foreign.err.contains("wrapped.pt: ") && foreign.err.contains("not those of a SimpleCNN"),
             foreign.err.constData());
}

void TstCliConvert::unipenBecomesInkml()
{
    converted(path(u"ink.dat"_s), path(u"out.inkml"_s));
    const auto drawings = loadDrawings(path(u"out.inkml"_s)).drawings;
    QCOMPARE(drawings.size(), std::size_t{2});
    QCOMPARE(drawings[0].truth, std::string("1"));
    QCOMPARE(drawings[1].truth, std::string("7"));
    const auto before = loadDrawings(path(u"ink.dat"_s)).drawings;
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        QVERIFY(drawings[i].drawing == before[i].drawing);
        QCOMPARE(drawings[i].id, before[i].id);
    }
}

void TstCliConvert::numbersAreDividedByTheirLabels()
{
    const auto number = [](const std::string& digits) {
        Drawing drawing;
        double x = 0;
        for (const char digit : digits) {
            for (Stroke stroke : plainDigits()[static_cast<std::size_t>(digit - '0')]) {
                for (Point& point : stroke.points)
                    point.x += x;
                drawing.strokes.push_back(std::move(stroke));
            }
            x += 70;
        }
        return LabelledDrawing{drawing, digits, "me/" + digits};
    };
    LabelledDrawing wrong = number("83");
    wrong.truth = "64721";
    saveInkml(path(u"numbers.inkml"_s), {number("42"), wrong, number("7"), number("105")});
    const Outcome outcome =
        run(m_folder->path(), {u"convert"_s, u"numbers.inkml"_s, u"digits.inkml"_s, u"--divide"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("numbers.inkml: 1 drawing left out"), outcome.err.constData());
    std::string labels;
    for (const LabelledDrawing& one : loadDrawings(path(u"digits.inkml"_s)).drawings)
        labels += one.truth + (one.id.empty() ? "?" : "");
    QCOMPARE(labels, std::string("427105"));
    const Outcome none = run(m_folder->path(), {u"convert"_s, kShipped, u"a.pt"_s, u"--divide"_s});
    QCOMPARE(none.status, 2);
    QVERIFY(none.err.contains("--divide"));
}

void TstCliConvert::onlyTheLabelsThatAreAskedFor()
{
    const Outcome outcome =
        run(m_folder->path(), {u"convert"_s, u"ink.dat"_s, u"sevens.inkml"_s, u"--only"_s, u"7,A"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const auto drawings = loadDrawings(path(u"sevens.inkml"_s)).drawings;
    QCOMPARE(drawings.size(), std::size_t{1});
    QCOMPARE(drawings[0].truth, std::string("7"));
    const Outcome none =
        run(m_folder->path(), {u"convert"_s, u"ink.dat"_s, u"none.inkml"_s, u"--only"_s, u"A"_s});
    QCOMPARE(none.status, 1);
    QVERIFY(none.err.contains("--only A") && !QFile::exists(path(u"none.inkml"_s)));
}

void TstCliConvert::drawingsBecomePictures_data()
{
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QByteArray>("begin");
    for (const QString& in : {u"one.inkml"_s, u"one.png"_s}) {
        QTest::addRow("%s to png", qPrintable(in)) << in << u"o.png"_s << QByteArray("\x89PNG");
        QTest::addRow("%s to svg", qPrintable(in)) << in << u"o.svg"_s << QByteArray("<?xml");
    }
}

void TstCliConvert::drawingsBecomePictures()
{
    QFETCH(QString, in);
    QFETCH(QString, out);
    QFETCH(QByteArray, begin);
    converted(path(in), path(out));
    QVERIFY(contentOf(path(out)).startsWith(begin));
}

void TstCliConvert::drawingsBecomeADataSet_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("raw") << QString();
    QTest::newRow("gzip") << u".gz"_s;
}

void TstCliConvert::drawingsBecomeADataSet()
{
    QFETCH(QString, ending);
    for (const QString& set : {u"train"_s, u"t10k"_s}) {
        const Outcome outcome = convert({path(u"ink.inkml"_s), path(set + u".idx"_s + ending)});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.out.contains("4 drawings: "), outcome.out.constData());
    }
    QCOMPARE(QDir(m_folder->path()).entryList({u"*ubyte*"_s}).size(), qsizetype{4});
    const Outcome evaluated =
        run(m_folder->path(), {u"evaluate"_s, u"--data"_s, m_folder->path(), u"--json"_s});
    QCOMPARE(evaluated.err, QByteArray());
    QCOMPARE(evaluated.json().at(0).value(u"n"_s).toInt(), 4);
    const Outcome drawn =
        run(m_folder->path(), {u"evaluate"_s, u"--ink"_s, path(u"ink.inkml"_s), u"--json"_s});
    QCOMPARE(evaluated.json().at(0).value(u"correct"_s).toInt(),
             drawn.json().at(0).value(u"correct"_s).toInt());
}

void TstCliConvert::drawingsWithoutLabelsHaveNoLabelFile()
{
    const Outcome outcome = convert({path(u"one.png"_s), path(u"o-images-idx3-ubyte"_s)});
    QCOMPARE(outcome.status, 0);
    const QByteArray images = contentOf(path(u"o-images-idx3-ubyte"_s));
    QCOMPARE(images.size(), qsizetype{16 + 784});
    QCOMPARE(images.left(8).toHex(), QByteArray("0000080300000001"));
    QVERIFY(!QFile::exists(path(u"o-labels-idx1-ubyte"_s)));
}

void TstCliConvert::aDataSetIsPackedAndUnpacked()
{
    writeBars(m_folder->path(), 20, 10);
    converted(path(u"train-images-idx3-ubyte"_s), path(u"packed-images-idx3-ubyte.gz"_s));
    QVERIFY(contentOf(path(u"packed-labels-idx1-ubyte.gz"_s)).startsWith("\x1f\x8b"));
    const Outcome back = convert({path(u"packed-images-idx3-ubyte.gz"_s), path(u"back.idx"_s)});
    QCOMPARE(back.status, 0);
    for (const QString& kind : {u"-images-idx3-ubyte"_s, u"-labels-idx1-ubyte"_s})
        QVERIFY(contentOf(path(u"back"_s + kind)) == contentOf(path(u"train"_s + kind)));
}

void TstCliConvert::labelsAreFoundInEverySpelling_data()
{
    QTest::addColumn<QString>("images");
    QTest::addColumn<QString>("labels");
    QTest::newRow("as LeCun's") << u"s-images-idx3-ubyte"_s << u"s-labels-idx1-ubyte"_s;
    QTest::newRow("as Keras'") << u"s-images.idx3-ubyte"_s << u"s-labels.idx1-ubyte"_s;
    QTest::newRow("mixed") << u"s-images.idx3-ubyte"_s << u"s-labels-idx1-ubyte.gz"_s;
}

void TstCliConvert::labelsAreFoundInEverySpelling()
{
    QFETCH(QString, images);
    QFETCH(QString, labels);
    writeBars(m_folder->path(), 20, 10);
    QCOMPARE(convert({path(u"t10k-images-idx3-ubyte"_s), path(u"packed.idx.gz"_s)}).status, 0);
    const QString packed =
        labels.endsWith(u".gz") ? u"packed-labels-idx1-ubyte.gz"_s : u"t10k-labels-idx1-ubyte"_s;
    QVERIFY(QFile::copy(path(u"t10k-images-idx3-ubyte"_s), path(images)));
    QVERIFY(QFile::copy(path(packed), path(labels)));
    QCOMPARE(convert({path(images), path(u"out.idx"_s)}).status, 0);
    QCOMPARE(contentOf(path(u"out-labels-idx1-ubyte"_s)), contentOf(path(u"t10k-labels-idx1-ubyte"_s)));
}

void TstCliConvert::emnistIsTurnedUpright()
{
    writeBars(m_folder->path(), 20, 10);
    for (const QString& kind : {u"-images-idx3-ubyte"_s, u"-labels-idx1-ubyte"_s})
        QVERIFY(QFile::copy(path(u"t10k"_s + kind), path(u"emnist-digits-test"_s + kind)));
    QCOMPARE(convert({path(u"emnist-digits-test-images-idx3-ubyte"_s), path(u"o.png"_s), u"--item"_s, u"3"_s})
                 .status,
             0);
    const QImage picture(path(u"o.png"_s));
    QVERIFY(qGray(picture.pixel(11, 14)) > 200);
    QVERIFY(qGray(picture.pixel(21, 11)) < 50);
    QCOMPARE(convert({path(u"emnist-digits-test-images-idx3-ubyte"_s), path(u"emnist-again.idx"_s)}).status,
             0);
    QCOMPARE(contentOf(path(u"emnist-again-images-idx3-ubyte"_s)),
             contentOf(path(u"t10k-images-idx3-ubyte"_s)));
}

void TstCliConvert::oneImageOfADataSetBecomesAPicture()
{
    writeBars(m_folder->path(), 20, 10);
    const QString set = path(u"t10k-images-idx3-ubyte"_s);
    QCOMPARE(convert({set, path(u"o.png"_s), u"--item"_s, u"3"_s}).status, 0);
    // to the byte: opened again, it is written into a set as it was
    const QImage picture(path(u"o.png"_s));
    QCOMPARE(picture.size(), QSize(28, 28));
    QCOMPARE(convert({path(u"o.png"_s), path(u"again.idx"_s)}).status, 0);
    QCOMPARE(contentOf(path(u"again-images-idx3-ubyte"_s)).mid(16),
             contentOf(set).mid(16 + 3 * 28 * 28, 28 * 28));
    QCOMPARE(convert({set, path(u"one.idx"_s), u"--item"_s, u"3"_s}).status, 0);
    QCOMPARE(contentOf(path(u"one-labels-idx1-ubyte"_s)).toHex(), QByteArray("000008010000000103"));
}

void TstCliConvert::onlyTheItemThatIsAskedFor()
{
    QCOMPARE(convert({path(u"ink.inkml"_s), path(u"o.inkml"_s), u"--item"_s, u"1"_s}).status, 0);
    const auto drawings = loadDrawings(path(u"o.inkml"_s)).drawings;
    QCOMPARE(drawings.size(), std::size_t{1});
    QCOMPARE(drawings[0].truth, std::string("7"));
    QCOMPARE(convert({path(u"ink.inkml"_s), path(u"o.svg"_s), u"--item"_s, u"3"_s}).status, 0);
}

void TstCliConvert::toGoesBeforeTheSuffix()
{
    QCOMPARE(convert({path(u"one.inkml"_s), path(u"o.txt"_s), u"--to"_s, u"SVG"_s}).status, 0);
    QVERIFY(contentOf(path(u"o.txt"_s)).startsWith("<?xml"));
    QCOMPARE(convert({kShipped, path(u"o.png"_s), u"--to"_s, u".pt"_s}).status, 0);
    QVERIFY(contentOf(path(u"o.png"_s)).startsWith("PK"));
}

void TstCliConvert::printsJson()
{
    const Outcome outcome = convert({path(u"ink.inkml"_s), path(u"o.idx"_s), u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject object = outcome.json().at(0);
    QCOMPARE(object.value(u"kind"_s).toString(), u"drawings"_s);
    QCOMPARE(object.value(u"format"_s).toString(), u"idx"_s);
    QCOMPARE(object.value(u"out"_s).toArray().size(), qsizetype{2});
    QCOMPARE(object.value(u"in"_s).toString(), path(u"ink.inkml"_s));
}

void TstCliConvert::refusals_data()
{
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("missing") << u"none.inkml"_s << u"o.png"_s << QByteArray("no such file");
    QTest::newRow("neither") << u"text.txt"_s << u"o.png"_s << QByteArray("neither InkML nor UNIPEN");
    QTest::newRow("drawings as weights")
        << u"ink.inkml"_s << u"o.onnx"_s
        << QByteArray(
               "holds drawings, which cannot be written as onnx. Possible are inkml, png, svg and idx.");
    QTest::newRow("weights as a drawing")
        << u"w.pt"_s << u"o.svg"_s
        << QByteArray(
               "holds weights, which cannot be written as svg. Possible are safetensors, pt, onnx and npz.");
    QTest::newRow("a picture as strokes") << u"one.png"_s << u"o.inkml"_s << QByteArray("and so no strokes");
    QTest::newRow("many as a picture")
        << u"ink.inkml"_s << u"o.png"_s << QByteArray("holds 4 drawings, and png takes one");
    QTest::newRow("other weights as ONNX")
        << u"w.pt"_s << u"o.onnx"_s << QByteArray("w.pt: These weights are not");
    QTest::newRow("a path as an array")
        << u"slash.safetensors"_s << u"o.npz"_s << QByteArray("an array cannot be named \"a/b\" in an .npz");
    QTest::newRow("a name that is not read back")
        << u"blank.safetensors"_s << u"o.pt"_s
        << QByteArray("tensor \"a b\" has a name that is no plain text");
    QTest::newRow("gzip of something else")
        << u"text.gz"_s << u"o.png"_s << QByteArray("packed (gzip), and not");
    QTest::newRow("a letter in a data set")
        << u"letter.inkml"_s << u"o.idx"_s << QByteArray("drawing 1 is labelled \"K\"");
    QTest::newRow("a label missing") << u"half.inkml"_s << u"o.idx"_s << QByteArray("drawing 2 has no label");
    QTest::newRow("a data set") << u"set"_s << u"o.png"_s
                                << QByteArray("set: ends at byte 8, within the header");
    QTest::newRow("a folder") << u"."_s << u"o.png"_s << QByteArray("a folder. Name the file in it");
    QTest::newRow("labels alone") << u"t10k-labels-idx1-ubyte"_s << u"o.idx"_s << QByteArray("(labels)");
    QTest::newRow("a data set as strokes")
        << u"t10k-images-idx3-ubyte"_s << u"o.inkml"_s << QByteArray("holds a data set of pictures");
    QTest::newRow("a data set as a picture")
        << u"t10k-images-idx3-ubyte"_s << u"o.png"_s << QByteArray("holds 10 images, and png takes one");
    QTest::newRow("no drawing") << u"none-inside.inkml"_s << u"o.png"_s << QByteArray("holds no drawing");
}

void TstCliConvert::refusals()
{
    QFETCH(QString, in);
    QFETCH(QString, out);
    QFETCH(QByteArray, reason);
    write(path(u"text.txt"_s), "hello");
    writeBars(m_folder->path(), 20, 10);
    write(path(u"letter.inkml"_s), "<ink><traceGroup><annotation type=\"truth\">K</annotation><trace>0 0, 9 "
                                   "9</trace></traceGroup></ink>");
    write(path(u"half.inkml"_s),
          "<ink><traceGroup><annotation type=\"truth\">1</annotation><trace>0 0, 9 9</trace>"
          "</traceGroup><traceGroup><trace>0 0, 9 9</trace></traceGroup></ink>");
    write(path(u"none-inside.inkml"_s), "<ink></ink>");
    write(path(u"set"_s), QByteArray("\0\0\x08\x03\0\0\0\x01", 8));
    writeSafetensors({{{"a/b", {1}, {1}}}, {}}, path(u"slash.safetensors"_s).toStdString());
    writeSafetensors({{{"a b", {1}, {1}}}, {}}, path(u"blank.safetensors"_s).toStdString());
    write(path(u"text.gz"_s), QByteArray::fromHex("1f8b0800000000000203cb48cdc9c9e7020020303a3606000000"));
    QVERIFY(QFile::copy(kGoldens + u"wrapped.pt"_s, path(u"w.pt"_s)));
    const Outcome outcome = convert({path(in), path(out)});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(QFileInfo(in).fileName().toUtf8()), outcome.err.constData());
    QVERIFY2(outcome.err.contains(reason), outcome.err.constData());
    QVERIFY(!QFile::exists(path(out)));
}

void TstCliConvert::inkThatWouldNotBeReadBackIsNotWritten()
{
    write(path(u"large.inkml"_s), "<ink><trace>0.1 0.2,'0.333333'0.123457" +
                                      QByteArray(",1e-9 3e-9,.1 .2,.3 .7").repeated(200'000) +
                                      "</trace></ink>");
    const Outcome outcome = convert({path(u"large.inkml"_s), path(u"o.inkml"_s)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("o.inkml: This ink takes "), outcome.err.constData());
    QVERIFY(!QFile::exists(path(u"o.inkml"_s)));
}

void TstCliConvert::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("one file") << QStringList{u"one.inkml"_s};
    QTest::newRow("three files") << QStringList{u"one.inkml"_s, u"a.png"_s, u"b.png"_s};
    QTest::newRow("no such suffix") << QStringList{u"one.inkml"_s, u"a.gif"_s};
    QTest::newRow("no suffix") << QStringList{u"one.inkml"_s, u"a"_s};
    QTest::newRow("no such format") << QStringList{u"one.inkml"_s, u"a.png"_s, u"--to"_s, u"gif"_s};
    QTest::newRow("onto itself") << QStringList{u"one.inkml"_s, u"./one.inkml"_s};
    const QStringList third{u"--item"_s, u"3"_s};
    QTest::newRow("onto its own images") << QStringList{u"t10k-images-idx3-ubyte"_s, u"t10k.idx"_s} + third;
    QTest::newRow("onto its own labels") << QStringList{u"solo.idx3-ubyte"_s, u"./solo.idx"_s} + third;
    QTest::newRow("item below 0") << QStringList{u"one.inkml"_s, u"a.png"_s, u"--item"_s, u"-1"_s};
    QTest::newRow("item of weights") << QStringList{kShipped, u"a.pt"_s, u"--item"_s, u"0"_s};
}

void TstCliConvert::wrongUsage()
{
    QFETCH(QStringList, arguments);
    writeBars(m_folder->path(), 20, 10);
    QVERIFY(QFile::copy(path(u"t10k-images-idx3-ubyte"_s), path(u"solo.idx3-ubyte"_s)));
    QVERIFY(QFile::copy(path(u"t10k-labels-idx1-ubyte"_s), path(u"solo-labels-idx1-ubyte"_s)));
    const auto contents = [this] {
        QList<QByteArray> all;
        for (const QString& file : QDir(m_folder->path()).entryList(QDir::Files))
            all << file.toUtf8() << contentOf(path(file));
        return all;
    };
    const QList<QByteArray> before = contents();
    const Outcome outcome = convert(arguments);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.startsWith("glyphscope: "), outcome.err.constData());
    QVERIFY(contents() == before);
}

void TstCliConvert::hostilePickleIsNamedAndNotRun()
{
    const Outcome outcome = convert({kGoldens + u"module.pt"_s, path(u"o.safetensors"_s)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("module.pt: it holds a whole module") &&
                 outcome.err.contains("torch.nn.modules.linear.Linear"),
             outcome.err.constData());
}

void TstCliConvert::anOlderFileStaysWhereNothingCanBeMade()
{
    write(path(u"o.onnx"_s), "older");
    QCOMPARE(convert({kGoldens + u"wrapped.pt"_s, path(u"o.onnx"_s)}).status, 1);
    QCOMPARE(contentOf(path(u"o.onnx"_s)), QByteArray("older"));
}

void TstCliConvert::trainingWritesWhatTheSuffixOfOutNames()
{
    writeBars(m_folder->path(), 256, 64);
    const Outcome outcome = run(m_folder->path(), {u"train"_s, u"--data"_s, m_folder->path(), u"--epochs"_s,
                                                   u"1"_s, u"--no-run"_s, u"--out"_s, path(u"trained.pt"_s)});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(readPt(path(u"trained.pt"_s).toStdString()).tensors.size(), std::size_t{8});
}

GLYPHSCOPE_TEST(TstCliConvert, Core)
#include "tst_cli_convert.moc"
