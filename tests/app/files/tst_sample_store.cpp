// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/drawing_file.h"
#include "app/files/sample_store.h"
#include "model/data/dataset_folder.h"
#include "model/types/error.h"
#include "tests/support/small_mnist.h"
#include "tests/support/test_program.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstSampleStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsADrawingAtOnce();
    void keepsAPictureByteForByte();
    void keepsInkOnAPictureAsItLooks();
    void tellsSamplesOfOneMomentApart();
    void keepsTheNamesOfClasses();
    void opensWhatOlderProgramsKept();
    void givesGlyphsOfTheClassesAskedForOnly();
    void keepsSeveralOrNone();
    void relabels();
    void removesAndRestores();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void refuses();
    void refusesIdsThatLeadOutOfTheFolder();
    void importsInkOnce();
    void importsNothingWhereOneIsWrong();
    void thoseOfOneMomentKeepTheirOrder();
    void goesOutAndComesBackAsInkml();
    void goesOutAndComesBackAsIdx();
    void goesOutAndComesBackAsIdxWithNames();
    void tellsAFullDisk();

private:
    [[nodiscard]] SampleStore store() const { return SampleStore(folder()); }
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"samples"_s); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

Drawing stroke(double slant = 0)
{
    return {{{{{40, 40}, {40 + slant, 200}, {160 + slant, 200}}, 1.0}}, std::nullopt};
}

Drawing picture(int side)
{
    Picture result;
    result.grey = Raster(side, side);
    for (int y = side / 4; y < side / 2; ++y)
        for (int x = side / 4; x < 3 * side / 4; ++x)
            result.grey.at(x, y) = static_cast<std::uint8_t>(150 + (x * y) % 100);
    result.width = side;
    result.height = side;
    return {{}, result};
}

}  // namespace

void TstSampleStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstSampleStore::keepsADrawingAtOnce()
{
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const Sample kept = store().add(stroke(), "7");
    QCOMPARE(kept.label, std::string("7"));
    QVERIFY(kept.takenAt >= before && kept.takenAt <= before + 60);
    const std::vector<Sample> back = store().load();
    QCOMPARE(back.size(), std::size_t(1));
    QCOMPARE(back[0].id, kept.id);
    QCOMPARE(back[0].label, std::string("7"));
    QCOMPARE(back[0].drawing, kept.drawing);
    QCOMPARE(back[0].glyph, kept.glyph);
    QCOMPARE(back[0].takenAt, kept.takenAt);
    // a file of its own that any program for ink can read
    const DrawingFile plain = loadDrawings(folder() + u'/' + QString::fromStdString(kept.id));
    QCOMPARE(plain.drawings.at(0).truth, std::string("7"));
}

void TstSampleStore::keepsAPictureByteForByte()
{
    const Sample kept = store().add(picture(100), "3");
    QVERIFY(QString::fromStdString(kept.id).endsWith(u".png"_s));
    const std::vector<Sample> back = store().load();
    QCOMPARE(back.size(), std::size_t(1));
    QCOMPARE(back[0].label, std::string("3"));
    QCOMPARE(back[0].drawing.picture->grey, kept.drawing.picture->grey);
    QCOMPARE(back[0].glyph, kept.glyph);
}

void TstSampleStore::keepsInkOnAPictureAsItLooks()
{
    Drawing both = picture(100);
    both.strokes = stroke().strokes;
    store().add(both, "5");
    const std::vector<Sample> back = store().load();
    QCOMPARE(back.size(), std::size_t(1));
    QCOMPARE(back[0].label, std::string("5"));
    QVERIFY(back[0].drawing.strokes.empty());
    QVERIFY(back[0].drawing.picture.has_value());
}

void TstSampleStore::tellsSamplesOfOneMomentApart()
{
    for (int i = 0; i < 50; ++i)
        store().add(stroke(i), std::to_string(i % 10));
    const std::vector<Sample> back = store().load();
    QCOMPARE(back.size(), std::size_t(50));
    for (std::size_t i = 1; i < back.size(); ++i)
        QVERIFY(back[i - 1].takenAt <= back[i].takenAt);
}

void TstSampleStore::keepsTheNamesOfClasses()
{
    const std::string boot = "Ankle boot";
    const std::string kana = "\xE3\x81\x82 & <b>";
    store().add(stroke(), boot);
    store().add(picture(60), kana);
    const std::vector<Sample> back = store().load();
    QCOMPARE(back.size(), std::size_t(2));
    QCOMPARE(back[0].label, boot);
    QCOMPARE(back[1].label, kana);
}

/// Golden files: what the program wrote when a label was a number (commit 890a35d, keepsADrawingAtOnce() and
/// keepsAPictureByteForByte()).
void TstSampleStore::opensWhatOlderProgramsKept()
{
    QVERIFY(QDir().mkpath(folder()));
    const QDir golden(QStringLiteral(GLYPHSCOPE_SOURCE_DIR "/tests/app/files/golden/samples"));
    for (const QString& name : golden.entryList(QDir::Files))
        QVERIFY(QFile::copy(golden.filePath(name), folder() + u'/' + name));
    QStringList notices;
    const std::vector<Sample> back = store().load(&notices);
    QVERIFY2(notices.isEmpty(), qPrintable(notices.join(u'\n')));
    QCOMPARE(back.size(), std::size_t(2));
    QCOMPARE(back[0].label, std::string("7"));
    QCOMPARE(back[0].drawing, stroke());
    QCOMPARE(back[1].label, std::string("3"));
    QCOMPARE(back[1].drawing.picture->grey, picture(100).picture->grey);
    // and a new one is written as it was then
    const Sample fresh = store().add(stroke(), "7");
    const auto bytesOf = [this](const QString& name) {
        QFile file(folder() + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(bytesOf(QString::fromStdString(fresh.id)), bytesOf(QString::fromStdString(back[0].id)));
}

void TstSampleStore::givesGlyphsOfTheClassesAskedForOnly()
{
    store().add(stroke(), "7");
    store().add(stroke(20), "Bag");
    store().add(stroke(40), "1");
    const std::vector<Sample> samples = store().load();
    const Dataset digits = datasetOf(samples, ClassSet::digits());
    QCOMPARE(digits.labels, (std::vector<std::uint8_t>{7, 1}));
    QCOMPARE(digits.images.size(), std::size_t(2 * kGlyphPixels));
    QCOMPARE(digits.leftOut, std::size_t(1));
    const Dataset clothes = datasetOf(samples, ClassSet({"Shirt", "Bag"}));
    QCOMPARE(clothes.labels, std::vector<std::uint8_t>{1});
    QCOMPARE(clothes.leftOut, std::size_t(2));
}

void TstSampleStore::keepsSeveralOrNone()
{
    Drawing line;
    line.strokes = {Stroke{{{10, 10}, {20, 90}}, 1}};
    const std::vector<Sample> kept = store().addAll({{line, "4", {}}, {line, "2", {}}});
    QCOMPARE(kept.size(), std::size_t(2));
    QCOMPARE(store().load().size(), std::size_t(2));
    QVERIFY_THROWS_EXCEPTION(Error, store().addAll({{line, "4", {}}, {Drawing(), "2", {}}}));
    QCOMPARE(store().load().size(), std::size_t(2));
}

void TstSampleStore::relabels()
{
    const Sample ink = store().add(stroke(), "7");
    const Sample grey = store().add(picture(60), "1");
    store().relabel(ink.id, "1");
    store().relabel(grey.id, "7");
    const std::vector<Sample> back = store().load();
    QCOMPARE(back.at(0).id, ink.id);
    QCOMPARE(back.at(0).label, std::string("1"));
    QCOMPARE(back.at(0).drawing, ink.drawing);
    QCOMPARE(back.at(1).label, std::string("7"));
    QCOMPARE(back.at(1).glyph, grey.glyph);
}

void TstSampleStore::removesAndRestores()
{
    const Sample first = store().add(stroke(), "1");
    const Sample second = store().add(stroke(30), "2");
    store().remove({first.id});
    QCOMPARE(store().load().size(), std::size_t(1));
    QCOMPARE(store().load()[0].id, second.id);
    store().restore({first.id});
    QCOMPARE(store().load().size(), std::size_t(2));
    QCOMPARE(store().load()[0].id, first.id);
    QVERIFY_THROWS_EXCEPTION(Error, store().restore({first.id}));
    QVERIFY_THROWS_EXCEPTION(Error, store().remove({"20000101-000000-000.inkml"}));
}

void TstSampleStore::setsADamagedFileAside_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    const QString ink = u"20260101-000000-000.inkml"_s;
    QTest::newRow("no ink") << ink << QByteArray("hello");
    QTest::newRow("no label") << ink
                              << QByteArray("<ink><traceGroup><trace>0 0, 9 9</trace></traceGroup></ink>");
    QTest::newRow("a label of no end")
        << ink
        << QByteArray("<ink><traceGroup><annotation type=\"truth\">" + QByteArray(101, 'K') +
                      "</annotation><trace>0 0, 9 9</trace></traceGroup></ink>");
    QTest::newRow("two drawings") << ink
                                  << QByteArray("<ink><traceGroup><trace>0 0, 9 9</trace></traceGroup>"
                                                "<traceGroup><trace>0 0, 9 9</trace></traceGroup></ink>");
    QTest::newRow("no picture") << u"20260101-000000-000.png"_s << QByteArray("\x89PNG\r\n\x1a\n torn");
}

void TstSampleStore::setsADamagedFileAside()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    const Sample whole = store().add(stroke(), "4");
    QFile damaged(folder() + u'/' + name);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(content);
    damaged.close();
    QStringList notices;
    const std::vector<Sample> back = store().load(&notices);
    QCOMPARE(back.size(), std::size_t(1));
    QCOMPARE(back[0].id, whole.id);
    QCOMPARE(notices.size(), 1);
    QVERIFY2(notices[0].contains(name), qPrintable(notices[0]));
    QVERIFY(QFile::exists(damaged.fileName() + u".bad"_s));
    notices.clear();
    (void)store().load(&notices);
    QVERIFY(notices.isEmpty());
}

void TstSampleStore::refuses()
{
    QVERIFY_THROWS_EXCEPTION(Error, store().add(stroke(), ""));
    QVERIFY_THROWS_EXCEPTION(Error, store().add(stroke(), "two\nlines"));
    QVERIFY_THROWS_EXCEPTION(Error, store().add(stroke(), std::string(SampleStore::kLongestLabel + 1, 'x')));
    QVERIFY_THROWS_EXCEPTION(Error, store().add({}, "1"));
    QVERIFY(store().load().empty());
}

void TstSampleStore::refusesIdsThatLeadOutOfTheFolder()
{
    for (const char* id : {"../settings.inkml", "", "x.inkml", "20260101-000000-000.inkml/../../x.png"}) {
        QVERIFY_THROWS_EXCEPTION(Error, store().remove({id}));
        QVERIFY_THROWS_EXCEPTION(Error, store().relabel(id, "1"));
    }
}

void TstSampleStore::importsInkOnce()
{
    saveInkml(file(u"a.inkml"_s), {{stroke(), "1", {}}, {stroke(40), "2", {}}, {stroke(), "1", {}}});
    const SampleStore::Import first = store().import(file(u"a.inkml"_s));
    QCOMPARE(first.added.size(), std::size_t(2));
    QCOMPARE(first.known, 1);
    const SampleStore::Import again = store().import(file(u"a.inkml"_s));
    QVERIFY(again.added.empty());
    QCOMPARE(again.known, 3);
    QCOMPARE(store().load().size(), std::size_t(2));
}

void TstSampleStore::importsNothingWhereOneIsWrong()
{
    saveInkml(file(u"a.inkml"_s), {{stroke(), "1", {}}, {stroke(40), {}, {}}});
    try {
        (void)store().import(file(u"a.inkml"_s));
        QFAIL("took it");
    } catch (const Error& error) {
        QVERIFY2(
            QString::fromUtf8(error.what()).startsWith(file(u"a.inkml"_s) + u": drawing 2: The label \"\""_s),
            error.what());
    }
    QVERIFY(store().load().empty());
}

void TstSampleStore::thoseOfOneMomentKeepTheirOrder()
{
    for (int k = 0; k < 40; ++k)
        store().add(k % 3 == 0 ? picture(20 + k) : stroke(k), std::to_string(k % 10));
    const std::vector<Sample> samples = store().load();
    QCOMPARE(samples.size(), std::size_t(40));
    for (int k = 0; k < 40; ++k)
        QCOMPARE(samples[static_cast<std::size_t>(k)].label, std::to_string(k % 10));
}

void TstSampleStore::goesOutAndComesBackAsInkml()
{
    store().add(stroke(), "1");
    store().add(stroke(50), "2");
    exportInkml(file(u"out.inkml"_s), store().load());
    const SampleStore other(file(u"other"_s));
    QCOMPARE(other.import(file(u"out.inkml"_s)).added.size(), std::size_t(2));
    QCOMPARE(other.load()[1].drawing, store().load()[1].drawing);
    store().add(picture(50), "3");
    QVERIFY_THROWS_EXCEPTION(Error, exportInkml(file(u"out.inkml"_s), store().load()));
}

void TstSampleStore::goesOutAndComesBackAsIdx()
{
    for (int i = 0; i < 20; ++i)
        store().add(stroke(5 * i), std::to_string(i % 2));
    QVERIFY(QDir().mkpath(file(u"idx"_s)));
    exportIdx(file(u"idx"_s), store().load());
    const TrainTest set = loadIdxFolder(file(u"idx"_s).toStdString());
    QCOMPARE(set.train.size(), std::size_t(16));
    QCOMPARE(set.test.size(), std::size_t(4));
    const SampleStore other(file(u"other"_s));
    QCOMPARE(other.import(file(u"idx"_s)).added.size(), std::size_t(20));
    const auto glyphs = [](const std::vector<Sample>& samples) {
        std::vector<Glyph> result;
        for (const Sample& sample : samples)
            result.push_back(sample.glyph);
        std::sort(result.begin(), result.end());
        return result;
    };
    QCOMPARE(glyphs(other.load()), glyphs(store().load()));

    const SampleStore few(file(u"few"_s));
    few.add(stroke(), "1");
    QVERIFY_THROWS_EXCEPTION(Error, exportIdx(file(u"idx"_s), few.load()));
}

void TstSampleStore::goesOutAndComesBackAsIdxWithNames()
{
    for (int i = 0; i < 20; ++i)
        store().add(stroke(5 * i), i % 2 == 0 ? "Bag" : "Ankle boot");
    QVERIFY(QDir().mkpath(file(u"idx"_s)));
    exportIdx(file(u"idx"_s), store().load());
    const TrainTest set = loadIdxFolder(file(u"idx"_s).toStdString());
    QVERIFY(set.train.classes == ClassSet({"Ankle boot", "Bag"}));
    const SampleStore other(file(u"other"_s));
    for (const Sample& sample : other.import(file(u"idx"_s)).added)
        QVERIFY(sample.label == "Bag" || sample.label == "Ankle boot");
    QCOMPARE(datasetOf(other.load(), ClassSet({"Bag"})).size(), std::size_t(10));
    // digits put in the same place take no names over
    const SampleStore digits(file(u"digits"_s));
    for (int i = 0; i < 6; ++i)
        digits.add(stroke(5 * i), "4");
    exportIdx(file(u"idx"_s), digits.load());
    QVERIFY(loadIdxFolder(file(u"idx"_s).toStdString()).train.classes == ClassSet::numbered(5));
}

void TstSampleStore::tellsAFullDisk()
{
    // a file in the folder's place refuses as a full disk does
    QFile inTheWay(folder());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    try {
        store().add(stroke(), "1");
        QFAIL("kept it nowhere");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(folder()), error.what());
    }
}

GLYPHSCOPE_TEST(TstSampleStore, Widgets)
#include "tst_sample_store.moc"
