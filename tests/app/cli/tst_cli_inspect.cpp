// SPDX-License-Identifier: GPL-3.0-or-later
// The real program: glyphscope inspect.
#include "model/types/stages.h"
#include "tests/app/cli/program.h"
#include "tests/model/checkpoint/npz_bytes.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList kModules{u"conv1"_s, u"relu1"_s,   u"pool1"_s, u"conv2"_s, u"relu2"_s,
                           u"pool2"_s, u"flatten"_s, u"fc1"_s,   u"relu3"_s, u"fc2"_s};

/// A seven, a one, and a group without ink.
QByteArray drawings()
{
    return "<ink xmlns=\"http://www.w3.org/2003/InkML\">"
           "<traceGroup><annotation type=\"truth\">7</annotation><trace>0 0, 60 0, 20 "
           "100</trace></traceGroup>"
           "<traceGroup><annotation type=\"truth\">1</annotation><trace>50 0, 50 100</trace></traceGroup>"
           "<traceGroup></traceGroup></ink>";
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

std::size_t sizeOf(const QList<int>& shape)
{
    return std::accumulate(shape.begin(), shape.end(), std::size_t{1},
                           [](std::size_t n, int side) { return n * static_cast<std::size_t>(side); });
}

}  // namespace

class TstCliInspect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void help();
    void writesArraysAndPictures();
    void arraysHangTogether();
    void readsAPicture();
    void itemPicksADrawing();
    void classAddsGradients();
    void aLayerMakesGradCam();
    void noPictureOfAnEarlierRunStaysBehind();
    void gradientsObeyTheChainRule();
    void sameRunWritesTheSameBytes();
    void othersFilesStay();
    void saysInTextWhatItWrote();
    void wrongUsage_data();
    void wrongUsage();
    void failures_data();
    void failures();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome inspect(const QStringList& arguments) const
    {
        return run(m_folder->path(), QStringList{u"inspect"_s} + arguments);
    }
    [[nodiscard]] auto arrays(const QString& folder) const
    {
        return npzArrays(bytesOf(path(folder + u"/activations.npz"_s)));
    }
    [[nodiscard]] QStringList filesIn(const QString& folder) const
    {
        return QDir(path(folder)).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliInspect::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    write(path(u"three.inkml"_s), drawings());
}

void TstCliInspect::help()
{
    const Outcome outcome = inspect({u"--help"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.startsWith("Usage: glyphscope inspect FILE --out DIR"), outcome.out.constData());
    for (const char* const option :
         {"--item", "--out", "--class", "--layer", "--model", "--device", "--json"})
        QVERIFY2(outcome.out.contains(option), option);
    QVERIFY(run(m_folder->path(), {u"--help"_s}).out.contains("glyphscope inspect FILE"));
}

void TstCliInspect::writesArraysAndPictures()
{
    const Outcome outcome = inspect({u"three.inkml"_s, u"--out"_s, u"a/b"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.json().size(), 1);
    const QJsonObject told = outcome.json().at(0);
    QCOMPARE(told[u"file"_s].toString(), u"three.inkml"_s);
    QCOMPARE(told[u"item"_s].toInt(-1), 0);
    QCOMPARE(told[u"prediction"_s].toInt(-1), 7);
    QCOMPARE(told[u"truth"_s].toString(), u"7"_s);
    QCOMPARE(told[u"out"_s].toString(), u"a/b"_s);
    QVERIFY(!told.contains(u"class"_s));

    QStringList expected{u"activations.npz"_s, u"input.png"_s};
    for (const QString& module : kModules)
        expected << module + u".png"_s;
    QCOMPARE(filesIn(u"a/b"_s), sorted(expected));
    QCOMPARE(told[u"files"_s].toVariant().toStringList(), expected);
    for (const QString& name : expected.mid(1)) {
        const QImage picture(path(u"a/b/"_s + name));
        QVERIFY2(!picture.isNull(), qPrintable(name));
        QVERIFY2(std::max(picture.width(), picture.height()) >= 500, qPrintable(name));
    }
    const auto written = arrays(u"a/b"_s);
    QCOMPARE(written.size(), std::size_t(13));
    for (const auto& [name, array] : written) {
        QCOMPARE(array.values.size(), sizeOf(array.shape));
        const QVariantList shape = told[u"arrays"_s][QString::fromStdString(name)].toArray().toVariantList();
        QCOMPARE(shape, QVariantList(array.shape.begin(), array.shape.end()));
    }
}

void TstCliInspect::arraysHangTogether()
{
    QCOMPARE(inspect({u"three.inkml"_s, u"--out"_s, u"out"_s}).status, 0);
    const auto made = arrays(u"out"_s);
    QCOMPARE(made.at("input").shape, (QList<int>{1, 28, 28}));
    QCOMPARE(made.at("conv1").shape, (QList<int>{32, 28, 28}));
    QCOMPARE(made.at("pool2").shape, (QList<int>{64, 7, 7}));
    QCOMPARE(made.at("fc1").shape, QList<int>{256});
    QCOMPARE(made.at("flatten").values, made.at("pool2").values);
    QCOMPARE(made.at("fc2").values, made.at("logits").values);
    for (std::size_t i = 0; i < made.at("conv1").values.size(); ++i)
        QCOMPARE(made.at("relu1").values[i], std::max(made.at("conv1").values[i], 0.0F));
    const auto& probabilities = made.at("probabilities").values;
    QVERIFY(std::abs(std::accumulate(probabilities.begin(), probabilities.end(), 0.0) - 1) < 1e-5);
    QCOMPARE(std::ranges::max_element(probabilities) - probabilities.begin(), 7);

    // the picture holds the very bytes of which the input was made
    const QImage picture(path(u"out/input.png"_s));
    const int square = picture.width() / kGlyphSide;
    for (int i = 0; i < kGlyphPixels; ++i) {
        const QPoint corner(i % kGlyphSide * square, i / kGlyphSide * square);
        const float expected = networkInput(static_cast<std::uint8_t>(qGray(picture.pixel(corner))));
        QVERIFY(std::abs(made.at("input").values[static_cast<std::size_t>(i)] - expected) < 1e-6F);
    }
}

void TstCliInspect::readsAPicture()
{
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 14, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(100, 40, 100, 160);
    painter.end();
    QVERIFY(image.save(path(u"one.png"_s)));
    const Outcome outcome = inspect({u"one.png"_s, u"--out"_s, u"out"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().at(0)[u"prediction"_s].toInt(-1), 1);
}

void TstCliInspect::itemPicksADrawing()
{
    const Outcome outcome =
        inspect({u"three.inkml"_s, u"--item"_s, u"1"_s, u"--out"_s, u"out"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().at(0)[u"item"_s].toInt(-1), 1);
    QCOMPARE(outcome.json().at(0)[u"prediction"_s].toInt(-1), 1);
    QCOMPARE(outcome.json().at(0)[u"truth"_s].toString(), u"1"_s);
}

void TstCliInspect::classAddsGradients()
{
    const Outcome outcome =
        inspect({u"three.inkml"_s, u"--out"_s, u"out"_s, u"--class"_s, u"2"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QJsonObject told = outcome.json().at(0);
    const auto made = arrays(u"out"_s);
    QCOMPARE(told[u"class"_s].toInt(-1), 2);
    QVERIFY(std::abs(told[u"score"_s].toDouble() - static_cast<double>(made.at("logits").values[2])) < 1e-4);
    QVERIFY(std::abs(told[u"completeness_gap"_s].toDouble(100)) < 1);
    QVERIFY(filesIn(u"out"_s).contains(u"attribution.png"_s));
    QVERIFY(!QImage(path(u"out/attribution.png"_s)).isNull());
    QCOMPARE(made.size(), std::size_t(13 + 1 + 10 + 1));
    QCOMPARE(made.at("gradient.input").shape, made.at("input").shape);
    QCOMPARE(made.at("attribution").shape, (QList<int>{28, 28}));
    for (const QString& module : kModules) {
        const std::string name = module.toStdString();
        QCOMPARE(made.at("gradient." + name).shape, made.at(name).shape);
    }
}

void TstCliInspect::aLayerMakesGradCam()
{
    const Outcome outcome = inspect({u"three.inkml"_s, u"--out"_s, u"out"_s, u"--class"_s, u"2"_s,
                                     u"--layer"_s, u"pool1"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().at(0)[u"layer"_s].toString(), u"pool1"_s);
    QVERIFY(!outcome.json().at(0).contains(u"completeness_gap"_s));
    const auto values = arrays(u"out"_s).at("attribution").values;
    QVERIFY(std::ranges::all_of(values, [](float value) { return value >= 0; }));
    QCOMPARE(values.size(), std::size_t{784});
}

void TstCliInspect::noPictureOfAnEarlierRunStaysBehind()
{
    QCOMPARE(inspect({u"three.inkml"_s, u"--out"_s, u"again"_s, u"--class"_s, u"2"_s}).status, 0);
    QVERIFY(filesIn(u"again"_s).contains(u"attribution.png"_s));
    QFile own(path(u"again/mine.png"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.close();
    QCOMPARE(inspect({u"three.inkml"_s, u"--out"_s, u"again"_s}).status, 0);
    QVERIFY(!filesIn(u"again"_s).contains(u"attribution.png"_s));
    QVERIFY(filesIn(u"again"_s).contains(u"mine.png"_s));  // not its own: left alone
}

void TstCliInspect::gradientsObeyTheChainRule()
{
    QCOMPARE(inspect({u"three.inkml"_s, u"--out"_s, u"out"_s, u"--class"_s, u"7"_s}).status, 0);
    const auto made = arrays(u"out"_s);
    std::vector<float> unit(10, 0.0F);
    unit[7] = 1;
    QCOMPARE(made.at("gradient.fc2").values, unit);
    QCOMPARE(made.at("gradient.flatten").values, made.at("gradient.pool2").values);
    const auto& after = made.at("gradient.relu3").values;
    const auto& before = made.at("gradient.fc1").values;
    for (std::size_t i = 0; i < before.size(); ++i)
        QCOMPARE(before[i], made.at("fc1").values[i] > 0 ? after[i] : 0.0F);
    QVERIFY(std::ranges::any_of(made.at("gradient.input").values, [](float g) { return g != 0; }));
}

void TstCliInspect::sameRunWritesTheSameBytes()
{
    for (const QString& folder : {u"one"_s, u"two"_s})
        QCOMPARE(inspect({u"three.inkml"_s, u"--out"_s, folder, u"--class"_s, u"7"_s}).status, 0);
    const QStringList names = filesIn(u"one"_s);
    QCOMPARE(names.size(), 13);
    QCOMPARE(filesIn(u"two"_s), names);
    for (const QString& name : names)
        QVERIFY2(bytesOf(path(u"one/"_s + name)) == bytesOf(path(u"two/"_s + name)), qPrintable(name));
}

void TstCliInspect::othersFilesStay()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"out"_s));
    write(path(u"out/notes.png"_s), "mine");
    write(path(u"out/conv1.png"_s), "of an earlier run");
    QCOMPARE(inspect({u"three.inkml"_s, u"--out"_s, u"out"_s}).status, 0);
    QCOMPARE(bytesOf(path(u"out/notes.png"_s)), QByteArray("mine"));
    QVERIFY(!QImage(path(u"out/conv1.png"_s)).isNull());
    QCOMPARE(filesIn(u"out"_s).size(), 13);
}

void TstCliInspect::saysInTextWhatItWrote()
{
    const Outcome outcome = inspect({u"three.inkml"_s, u"--out"_s, u"out"_s, u"--class"_s, u"7"_s});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = QString::fromUtf8(outcome.out).trimmed().split(u'\n');
    QVERIFY2(lines[0].startsWith(u"three.inkml[0]: 7 ("_s), qPrintable(lines[0]));
    QCOMPARE(lines[1], u"Written to out:"_s);
    QStringList names;
    for (const QString& line : lines.mid(2))
        names << line.trimmed().section(u' ', 0, 0);
    QCOMPARE(sorted(names), filesIn(u"out"_s));
    QVERIFY2(outcome.out.contains("completeness gap"), outcome.out.constData());
}

void TstCliInspect::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QString& arguments, const char* says) {
        QTest::newRow(name) << arguments.split(u' ', Qt::SkipEmptyParts) << QByteArray(says);
    };
    row("nothing", u""_s, "one picture or file of ink");
    row("no --out", u"three.inkml"_s, "--out DIR");
    row("empty --out", u"three.inkml --out="_s, "--out DIR");
    row("two files", u"three.inkml three.inkml --out out"_s, "one picture or file of ink");
    row("item below 0", u"three.inkml --out out --item -1"_s, "--item -1");
    row("item no number", u"three.inkml --out out --item first"_s, "--item first");
    row("layer without class", u"three.inkml --out out --layer conv1"_s, "--class C");
    row("class below 0", u"three.inkml --out out --class -1"_s, "--class -1");
    row("class no number", u"three.inkml --out out --class seven"_s, "--class seven");
    row("no such option", u"three.inkml --out out --clas 7"_s, "clas");
}

void TstCliInspect::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Outcome outcome = inspect(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.startsWith("glyphscope: ") && outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!QDir(path(u"out"_s)).exists());
}

void TstCliInspect::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QString& arguments, const char* says) {
        QTest::newRow(name) << arguments.split(u' ') << QByteArray(says);
    };
    row("missing file", u"gone.png --out out"_s, "gone.png: no such file");
    row("broken file", u"broken.png --out out"_s, "broken.png");
    row("neither ink nor picture", u"notes.txt --out out"_s, "notes.txt: neither InkML nor UNIPEN nor");
    row("no drawings", u"none.inkml --out out"_s, "none.inkml: holds no drawing");
    row("item out of range", u"three.inkml --item 3 --out out"_s, "3 drawings, items 0 to 2");
    row("item of a picture", u"paper.png --item 1 --out out"_s, "one drawing, item 0");
    row("empty drawing", u"three.inkml --item 2 --out out"_s, "item 2 is empty");
    row("blank paper", u"paper.png --out out"_s, "paper.png: item 0 is empty");
    row("no such layer", u"three.inkml --class 1 --layer conv9 --out out"_s, "no module \"conv9\"");
    row("layer without maps", u"three.inkml --class 1 --layer fc1 --out out"_s, "fc1 gives no maps");
    row("class out of range", u"three.inkml --class 10 --out out"_s, "classes 0 to 9");
    row("broken model", u"three.inkml --model broken.png --out out"_s, "broken.png");
    row("no such device", u"three.inkml --device cuda:99 --out out"_s, "cuda:99");
    row("out is a file", u"three.inkml --out notes.txt"_s, "notes.txt: files cannot be written there");
    row("out below a file", u"three.inkml --out notes.txt/out"_s, "files cannot be written there");
    row("a folder in a file's place", u"three.inkml --out taken"_s, "taken/pool1.png");
}

void TstCliInspect::failures()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    write(path(u"broken.png"_s), "\x89PNG\r\n\x1a\nbut no more");
    write(path(u"notes.txt"_s), "buy milk");
    write(path(u"none.inkml"_s), "<ink></ink>");
    QImage paper(50, 50, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QVERIFY(paper.save(path(u"paper.png"_s)));
    QVERIFY(QDir(m_folder->path()).mkpath(u"taken/pool1.png"_s));
    const Outcome outcome = inspect(arguments);  // libpng may say a word of its own first
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("glyphscope: ") && outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!QDir(path(u"out"_s)).exists());  // nothing is made for a run that fails
    QCOMPARE(bytesOf(path(u"notes.txt"_s)), QByteArray("buy milk"));
}

GLYPHSCOPE_TEST(TstCliInspect, Core)
#include "tst_cli_inspect.moc"
