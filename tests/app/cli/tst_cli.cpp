// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, as scripts see it: usage, predict and evaluate.
#include "model/data/idx_writer.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cmath>
#include <memory>
#include <span>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A seven of 200x200 as a pen leaves it.
QImage seven(const QColor& paper, const QColor& ink)
{
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 14, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF line[] = {{60, 50}, {140, 50}, {90, 155}};
    painter.drawPolyline(line, 3);
    return image;
}

QByteArray gzipOf(const QByteArray& bytes)
{
    const auto packed = glyphscope::gzipped(
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    return {reinterpret_cast<const char*>(packed.data()), static_cast<qsizetype>(packed.size())};
}

QByteArray group(const QByteArray& truth, const QByteArray& trace)
{
    return "<traceGroup><annotation type=\"truth\">" + truth + "</annotation><trace>" + trace +
           "</trace></traceGroup>";
}

/// A seven, a one and another seven.
QByteArray threeDrawings()
{
    return "<ink xmlns=\"http://www.w3.org/2003/InkML\">" + group("7", "0 0, 60 0, 20 100") +
           group("1", "50 0, 50 100") + group("7", "10 10, 90 10, 50 130") + "</ink>";
}

/// A four of two strokes and a seven beside it.
QByteArray fortySeven(const QByteArray& truth)
{
    return "<traceGroup><annotation type=\"truth\">" + truth +
           "</annotation><annotation type=\"id\">me/1</annotation>"
           "<trace>36 4, 22 30, 6 54, 56 54</trace><trace>42 30, 40 84</trace>"
           "<trace>86 8, 132 6, 114 40, 104 84</trace></traceGroup>";
}

}  // namespace

class TstCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void helpAndVersion_data();
    void helpAndVersion();
    void wrongUsage_data();
    void wrongUsage();
    void predictsPictures_data();
    void predictsPictures();
    void predictsEveryTraceGroup();
    void predictsInText();
    void predictsNumbers();
    void oneDigitHasOnePart();
    void evaluatesNumbers();
    void numbersHaveOneSource();
    void topSaysMore();
    void emptyPictureIsEmpty();
    void pictureOptionsAreTaken();
    void cutOffPictureIsAnsweredAndTold();
    void severalDigitsAreNoDigit();
    void missingFileDoesNotKeepTheOthers();
    void brokenModelIsNamed();
    void foreignModelIsNamed();
    void predictsImagesOfADataSet_data();
    void predictsImagesOfADataSet();
    void modelsOfOtherKindsAreTold_data();
    void modelsOfOtherKindsAreTold();
    void evaluatesIdx();
    void aStrayLabelIsRefused();
    void evaluatesInk();
    void evaluatesInText();
    void evaluationNeedsLabels();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome program(const QStringList& arguments) const
    {
        return run(m_folder->path(), arguments);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstCli::helpAndVersion_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("help") << QStringList{u"--help"_s} << QByteArray("Usage: glyphscope ");
    QTest::newRow("h") << QStringList{u"-h"_s} << QByteArray("Usage: glyphscope ");
    QTest::newRow("version") << QStringList{u"--version"_s} << QByteArray("glyphscope 0.");
    for (const QString& command : {u"predict"_s, u"evaluate"_s, u"train"_s}) {
        QTest::newRow(qPrintable(command + u" help"_s))
            << QStringList{command, u"--help"_s} << "Usage: glyphscope " + command.toUtf8() + " ";
        QTest::newRow(qPrintable(command + u" version"_s))
            << QStringList{command, u"--version"_s} << QByteArray("glyphscope 0.");
    }
}

void TstCli::helpAndVersion()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, begin);
    const Outcome outcome = program(arguments);
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith(begin), outcome.out.constData());
    QCOMPARE(outcome.err, QByteArray());
}

void TstCli::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such command") << QStringList{u"perdict"_s, u"a.png"_s};
    QTest::newRow("predict nothing") << QStringList{u"predict"_s};
    QTest::newRow("no such option") << QStringList{u"predict"_s, u"a.png"_s, u"--tpo"_s};
    QTest::newRow("top 0") << QStringList{u"predict"_s, u"a.png"_s, u"--top"_s, u"0"_s};
    QTest::newRow("top many") << QStringList{u"predict"_s, u"a.png"_s, u"--top"_s, u"many"_s};
    QTest::newRow("threads 0") << QStringList{u"predict"_s, u"a.png"_s, u"--threads"_s, u"0"_s};
    QTest::newRow("evaluate nothing") << QStringList{u"evaluate"_s};
    QTest::newRow("evaluate both") << QStringList{u"evaluate"_s, u"--data"_s, u"d"_s, u"--ink"_s, u"a"_s};
    QTest::newRow("files after --data") << QStringList{u"evaluate"_s, u"--data"_s, u"d"_s, u"a"_s};
    QTest::newRow("no such recipe") << QStringList{u"train"_s, u"--recipe"_s, u"slow"_s};
    QTest::newRow("no epochs") << QStringList{u"train"_s, u"--epochs"_s, u"0"_s};
    QTest::newRow("seed below 0") << QStringList{u"train"_s, u"--seed"_s, u"-1"_s};
    QTest::newRow("until above 1") << QStringList{u"train"_s, u"--until"_s, u"99"_s};
    QTest::newRow("files without --ink") << QStringList{u"train"_s, u"a.inkml"_s};
}

void TstCli::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = program(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.startsWith("glyphscope: "), outcome.err.constData());
}

void TstCli::predictsPictures_data()
{
    QTest::addColumn<QColor>("paper");
    QTest::addColumn<QColor>("ink");
    QTest::newRow("dark on light") << QColor(Qt::white) << QColor(Qt::black);
    QTest::newRow("light on dark") << QColor(Qt::black) << QColor(Qt::white);
    QTest::newRow("pencil") << QColor(236, 230, 214) << QColor(90, 90, 95);
}

void TstCli::predictsPictures()
{
    QFETCH(QColor, paper);
    QFETCH(QColor, ink);
    const QString file = path(u"a.png"_s);
    QVERIFY(seven(paper, ink).save(file));
    const Outcome outcome = program({u"predict"_s, file, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const auto lines = outcome.json();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][u"file"_s].toString(), file);
    QCOMPARE(lines[0][u"item"_s].toInt(-1), 0);
    QCOMPARE(lines[0][u"prediction"_s].toInt(-1), 7);
    QCOMPARE(lines[0][u"verdict"_s].toString(), u"digit"_s);
    const QJsonArray probabilities = lines[0][u"probabilities"_s].toArray();
    QCOMPARE(probabilities.size(), 10);
    double sum = 0;
    for (const QJsonValue& p : probabilities)
        sum += p.toDouble();
    QVERIFY(std::abs(sum - 1) < 1e-4);
    QVERIFY(probabilities[7].toDouble() > 0.8);
}

void TstCli::predictsEveryTraceGroup()
{
    write(path(u"three.inkml"_s), threeDrawings());
    const Outcome outcome = program({u"predict"_s, u"--json"_s, path(u"three.inkml"_s)});
    QCOMPARE(outcome.status, 0);
    const auto lines = outcome.json();
    QCOMPARE(lines.size(), 3);
    const int digits[] = {7, 1, 7};
    for (int item = 0; item < 3; ++item) {
        QCOMPARE(lines[item][u"item"_s].toInt(-1), item);
        QCOMPARE(lines[item][u"prediction"_s].toInt(-1), digits[item]);
        QCOMPARE(lines[item][u"truth"_s].toString(), QString::number(digits[item]));
    }
}

void TstCli::predictsNumbers()
{
    write(path(u"number.inkml"_s),
          "<ink xmlns=\"http://www.w3.org/2003/InkML\">" + fortySeven("47") + "</ink>");
    const QJsonObject answer = program({u"predict"_s, u"--json"_s, u"number.inkml"_s}).json().value(0);
    QCOMPARE(answer[u"number"_s].toString(), u"47"_s);
    QCOMPARE(answer[u"verdict"_s].toString(), u"number"_s);
    QVERIFY(answer[u"prediction"_s].isNull());
    QCOMPARE(answer[u"probabilities"_s].toArray(), QJsonArray({0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    const QJsonArray parts = answer[u"parts"_s].toArray();
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[0][u"digit"_s].toInt(-1), 4);
    QCOMPARE(parts[0][u"verdict"_s].toString(), u"digit"_s);
    QCOMPARE(parts[0][u"probabilities"_s].toArray().size(), 10);
    QCOMPARE(parts[0][u"box"_s].toArray(), QJsonArray({6, 4, 50, 80}));
    QCOMPARE(parts[1][u"digit"_s].toInt(-1), 7);
    const QByteArray text = program({u"predict"_s, u"number.inkml"_s}).out;
    QVERIFY2(text.startsWith("number.inkml: 47  4 ("), text.constData());
}

void TstCli::oneDigitHasOnePart()
{
    write(path(u"three.inkml"_s), threeDrawings());
    const QJsonObject answer = program({u"predict"_s, u"--json"_s, u"three.inkml"_s}).json().value(0);
    QCOMPARE(answer[u"number"_s].toString(), u"7"_s);
    QCOMPARE(answer[u"prediction"_s].toInt(-1), 7);
    QCOMPARE(answer[u"parts"_s].toArray().size(), 1);
    QCOMPARE(answer[u"parts"_s][0][u"probabilities"_s], answer[u"probabilities"_s]);
}

void TstCli::evaluatesNumbers()
{
    write(path(u"numbers.inkml"_s), "<ink xmlns=\"http://www.w3.org/2003/InkML\">" + fortySeven("47") +
                                        fortySeven("41") + fortySeven("") + "</ink>");
    const Outcome outcome = program({u"evaluate"_s, u"--numbers"_s, u"numbers.inkml"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("numbers.inkml"), outcome.err.constData());
    const QJsonObject object = outcome.json().value(0);
    QCOMPARE(object[u"n"_s].toInt(), 3);
    QCOMPARE(object[u"strings"_s].toInt(), 2);
    QCOMPARE(object[u"string_accuracy"_s].toDouble(), 0.5);
    QCOMPARE(object[u"digits"_s].toInt(), 4);
    QCOMPARE(object[u"digit_accuracy"_s].toDouble(), 0.75);
    QCOMPARE(object[u"by_length"_s][u"2"_s][u"strings"_s].toInt(), 2);
    QCOMPARE(object[u"by_contributor"_s][u"me"_s][u"string_accuracy"_s].toDouble(), 0.5);
    const QByteArray table = program({u"evaluate"_s, u"--numbers"_s, u"numbers.inkml"_s}).out;
    QVERIFY2(table.contains("of 2 digit") && table.contains("75.00 %"), table.constData());
}

void TstCli::numbersHaveOneSource()
{
    QCOMPARE(program({u"evaluate"_s, u"--numbers"_s, u"a.inkml"_s, u"--data"_s, u"."_s}).status, 2);
    write(path(u"none.inkml"_s), "<ink xmlns=\"http://www.w3.org/2003/InkML\">" + fortySeven("") + "</ink>");
    const Outcome outcome = program({u"evaluate"_s, u"--numbers"_s, u"none.inkml"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("none.inkml: no drawing has a label"), outcome.err.constData());
}

void TstCli::predictsInText()
{
    write(path(u"three.inkml"_s), threeDrawings());
    QVERIFY(seven(Qt::white, Qt::black).save(path(u"a.png"_s)));
    const Outcome outcome = program({u"predict"_s, u"three.inkml"_s, u"a.png"_s});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = QString::fromUtf8(outcome.out).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[1].startsWith(u"three.inkml[1]: 1 ("_s), qPrintable(lines[1]));
    QVERIFY2(lines[3].startsWith(u"a.png: 7 ("_s), qPrintable(lines[3]));
}

void TstCli::topSaysMore()
{
    QVERIFY(seven(Qt::white, Qt::black).save(path(u"a.png"_s)));
    const Outcome outcome = program({u"predict"_s, u"a.png"_s, u"--top"_s, u"3"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.startsWith("a.png: 7 ("));
    QCOMPARE(outcome.out.count(" %)"), 3);
}

void TstCli::emptyPictureIsEmpty()
{
    QImage paper(200, 200, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QVERIFY(paper.save(path(u"paper.png"_s)));
    const Outcome outcome = program({u"predict"_s, u"paper.png"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json().at(0)[u"verdict"_s].toString(), u"empty"_s);
    QVERIFY(outcome.json().at(0)[u"prediction"_s].isNull());
    QCOMPARE(outcome.json().at(0)[u"probabilities"_s].toArray().size(), 10);
    QCOMPARE(program({u"predict"_s, u"paper.png"_s}).out, QByteArray("paper.png: empty\n"));
}

void TstCli::pictureOptionsAreTaken()
{
    QImage clear(200, 200, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    QPainter painter(&clear);
    painter.setPen(QPen(Qt::white, 14, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF line[] = {{60, 50}, {140, 50}, {90, 155}};
    painter.drawPolyline(line, 3);
    painter.end();
    QVERIFY(clear.save(path(u"white.png"_s)));
    const auto verdict = [&](const QStringList& options) {
        const Outcome outcome =
            program(QStringList{u"predict"_s, path(u"white.png"_s), u"--json"_s} + options);
        return outcome.json().value(0)[u"verdict"_s].toString();
    };
    QCOMPARE(verdict({}), u"digit"_s);
    QCOMPARE(verdict({u"--ground"_s, u"transparent"_s, u"--keep-rules"_s, u"--keep-shadow"_s}), u"digit"_s);
    QCOMPARE(verdict({u"--ground"_s, u"sheet"_s}), u"empty"_s);
    QCOMPARE(verdict({u"--crop"_s, u"0,0.9,1,0.1"_s}), u"empty"_s);
    QCOMPARE(verdict({u"--threshold"_s, u"200"_s}), u"digit"_s);
    for (const QStringList& wrong : {QStringList{u"--ground"_s, u"moon"_s},
                                     {u"--crop"_s, u"0,0,2,1"_s},
                                     {u"--crop"_s, u"a"_s},
                                     {u"--threshold"_s, u"255"_s}}) {
        const Outcome outcome = program(QStringList{u"predict"_s, path(u"white.png"_s)} + wrong);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(wrong.first().toUtf8()), outcome.err.constData());
    }
}

void TstCli::cutOffPictureIsAnsweredAndTold()
{
    QVERIFY(seven(Qt::white, Qt::black).scaled(800, 800).save(path(u"whole.jpg"_s)));
    QFile whole(path(u"whole.jpg"_s));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    QFile half(path(u"half.jpg"_s));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write(bytes.left(bytes.size() / 2));
    half.close();
    const Outcome outcome = program({u"predict"_s, u"--json"_s, path(u"half.jpg"_s)});
    QCOMPARE(outcome.status, 1);
    const QJsonObject answer = outcome.json().value(0);
    QVERIFY(answer[u"cut_off"_s].toBool());
    QVERIFY(answer[u"verdict"_s].toString() != u"digit"_s);
    QCOMPARE(outcome.err.count('\n'), 1);
    QVERIFY2(outcome.err.contains("half.jpg: cut off"), outcome.err.constData());
}

void TstCli::severalDigitsAreNoDigit()
{
    QImage number(400, 200, QImage::Format_RGB32);
    number.fill(Qt::white);
    QPainter painter(&number);
    painter.drawImage(-20, 0, seven(Qt::white, Qt::black));
    painter.setPen(QPen(Qt::black, 14, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(180, 50, 180, 155);
    painter.end();
    QVERIFY(number.save(path(u"number.png"_s)));
    const Outcome outcome = program({u"predict"_s, u"--json"_s, path(u"number.png"_s)});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.json().value(0)[u"several"_s].toBool());
    QVERIFY(outcome.json().value(0)[u"verdict"_s].toString() != u"digit"_s);
}

void TstCli::missingFileDoesNotKeepTheOthers()
{
    QVERIFY(seven(Qt::white, Qt::black).save(path(u"a.png"_s)));
    write(path(u"notes.txt"_s), "buy milk");
    const Outcome outcome = program({u"predict"_s, u"--json"_s, u"gone.png"_s, u"notes.txt"_s, u"a.png"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.json().size(), 1);
    QCOMPARE(outcome.json().at(0)[u"prediction"_s].toInt(-1), 7);
    QVERIFY(outcome.err.contains("gone.png"));
    QVERIFY(outcome.err.contains("notes.txt"));
}

void TstCli::brokenModelIsNamed()
{
    write(path(u"broken.safetensors"_s), "not weights");
    write(path(u"three.inkml"_s), threeDrawings());
    for (const QStringList& command : {QStringList{u"predict"_s, u"three.inkml"_s},
                                       QStringList{u"evaluate"_s, u"--ink"_s, u"three.inkml"_s}}) {
        const Outcome outcome = program(command + QStringList{u"--model"_s, u"broken.safetensors"_s});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains("broken.safetensors"), outcome.err.constData());
    }
}

void TstCli::foreignModelIsNamed()
{
    // One tensor of one number: sound, but no SimpleCNN
    const QByteArray header = R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    QByteArray bytes(1, static_cast<char>(header.size()));
    write(path(u"other.safetensors"_s), bytes + QByteArray(7, '\0') + header + QByteArray(4, '\0'));
    write(path(u"three.inkml"_s), threeDrawings());
    const Outcome outcome = program({u"predict"_s, u"three.inkml"_s, u"--model"_s, u"other.safetensors"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("other.safetensors: "), outcome.err.constData());
    QVERIFY2(outcome.err.contains("SimpleCNN"), outcome.err.constData());
}

void TstCli::predictsImagesOfADataSet_data()
{
    QTest::addColumn<bool>("packed");
    QTest::addColumn<bool>("dark");
    QTest::newRow("raw") << false << false;
    QTest::newRow("packed") << true << false;
    QTest::newRow("dark on light") << true << true;
}

/// A one and a blank image, and their labels.
void TstCli::predictsImagesOfADataSet()
{
    QFETCH(bool, packed);
    QFETCH(bool, dark);
    QByteArray pixels(2 * 28 * 28, '\0');
    for (int y = 5; y < 23; ++y)
        for (int x = 13; x < 16; ++x)
            pixels[y * 28 + x] = '\xff';
    if (dark)
        for (char& pixel : pixels)
            pixel = static_cast<char>(~pixel);
    const QByteArray images = QByteArray::fromHex("00000803000000020000001c0000001c") + pixels;
    const QString name = packed ? u"a-images-idx3-ubyte.gz"_s : u"a-images-idx3-ubyte"_s;
    write(path(name), packed ? gzipOf(images) : images);
    write(path(u"a-labels-idx1-ubyte"_s), QByteArray::fromHex("00000801000000020108"));
    const Outcome outcome = program({u"predict"_s, name, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().size(), 2);
    QCOMPARE(outcome.json()[0][u"prediction"_s].toInt(), 1);
    QCOMPARE(outcome.json()[0][u"truth"_s].toString(), u"1"_s);
    QCOMPARE(outcome.json()[1][u"item"_s].toInt(), 1);
    QCOMPARE(outcome.json()[1][u"truth"_s].toString(), u"8"_s);
    QCOMPARE(outcome.err.contains("dark on light"), dark);
}

void TstCli::modelsOfOtherKindsAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("a Git LFS pointer")
        << QByteArray("version https://git-lfs.github.com/spec/v1\n") << QByteArray("git lfs pull");
    QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html></html>") << QByteArray("a web page");
    QTest::newRow("HDF5") << QByteArray("\x89HDF\r\n\x1a\n....") << QByteArray("HDF5");
}

void TstCli::modelsOfOtherKindsAreTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, words);
    write(path(u"w.pt"_s), bytes);
    write(path(u"three.inkml"_s), threeDrawings());
    const Outcome outcome = program({u"predict"_s, u"three.inkml"_s, u"--model"_s, u"w.pt"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("w.pt: ") && outcome.err.contains(words), outcome.err.constData());
}

void TstCli::aStrayLabelIsRefused()
{
    writeBars(m_folder->path(), 200, 55);
    QFile labels(path(u"train-labels-idx1-ubyte"_s));
    QVERIFY(labels.open(QIODevice::ReadWrite) && labels.seek(8 + 123) && labels.putChar('\xff'));
    labels.close();
    const Outcome outcome = program({u"train"_s, u"--data"_s, m_folder->path(), u"--no-run"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("train-labels-idx1-ubyte: image 123 (from 0) has the label 255"),
             outcome.err.constData());
}

void TstCli::evaluatesIdx()
{
    writeBars(m_folder->path(), 20, 55);
    const Outcome outcome = program({u"evaluate"_s, u"--data"_s, m_folder->path(), u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().size(), 1);
    const QJsonObject result = outcome.json().at(0);
    QCOMPARE(result[u"n"_s].toInt(), 55);
    const QJsonArray confusion = result[u"confusion"_s].toArray();
    const QJsonArray perClass = result[u"per_class"_s].toArray();
    QCOMPARE(confusion.size(), 10);
    QCOMPARE(perClass.size(), 10);
    int correct = 0;
    for (int truth = 0; truth < 10; ++truth) {
        const QJsonArray row = confusion[truth].toArray();
        QCOMPARE(row.size(), 10);
        int sum = 0;
        for (const QJsonValue& cell : row)
            sum += cell.toInt();
        QCOMPARE(sum, truth < 5 ? 6 : 5);
        QCOMPARE(perClass[truth].toDouble(), static_cast<double>(row[truth].toInt()) / sum);
        correct += row[truth].toInt();
    }
    QCOMPARE(result[u"correct"_s].toInt(-1), correct);
    QCOMPARE(result[u"accuracy"_s].toDouble(), correct / 55.0);
}

void TstCli::evaluatesInk()
{
    write(path(u"a.inkml"_s), threeDrawings());
    write(path(u"b.inkml"_s), threeDrawings());
    const Outcome outcome = program({u"evaluate"_s, u"--ink"_s, u"a.inkml"_s, u"b.inkml"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject result = outcome.json().at(0);
    QCOMPARE(result[u"n"_s].toInt(), 6);
    QCOMPARE(result[u"correct"_s].toInt(), 6);
    QCOMPARE(result[u"accuracy"_s].toDouble(), 1.0);
    QCOMPARE(result[u"confusion"_s].toArray()[7].toArray()[7].toInt(), 4);
    QCOMPARE(result[u"confusion"_s].toArray()[1].toArray()[1].toInt(), 2);
}

void TstCli::evaluatesInText()
{
    write(path(u"a.inkml"_s), threeDrawings());
    const Outcome outcome = program({u"evaluate"_s, u"--ink"_s, u"a.inkml"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith("3 of 3 right: 100.00 %\n"), outcome.out.constData());
}

void TstCli::evaluationNeedsLabels()
{
    write(path(u"a.inkml"_s), "<ink><traceGroup><trace>0 0, 1 1</trace></traceGroup></ink>");
    const Outcome outcome = program({u"evaluate"_s, u"--ink"_s, u"a.inkml"_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(outcome.err.contains("a.inkml: drawing 1"));
    QCOMPARE(program({u"evaluate"_s, u"--data"_s, u"nowhere"_s}).status, 1);
}

GLYPHSCOPE_TEST(TstCli, Core)
#include "tst_cli.moc"
