// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/idx_export.h"
#include "tests/support/test_program.h"

#include "model/data/idx.h"
#include "model/preprocess/normalize.h"
#include "model/types/error.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using namespace Qt::StringLiterals;

namespace {

LabelledDrawing sevenDrawing(const std::string& truth)
{
    return {{{{{{0, 0}, {60, 0}, {20, 100}}}}, {}}, truth, "me/7"};
}

QString refusal(const std::vector<LabelledDrawing>& drawings)
{
    try {
        (void)glyphsOf(drawings, u"a.inkml"_s);
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace

class TstIdxExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTwoFiles_data();
    void namesTwoFiles();
    void writesWhatTheNetworkGets();
    void writesNoLabelsWhereThereAreNone();
    void readsBackWhatItWrote();
    void readsAnImageWithoutItsLabel();
    void olderLabelsGoWithTheirImages();
    void labelsOfOthersAreNotTaken();
    void anEmnistNameStoresTransposed();
    void whatLinksAndPermissionsSayIsKept();
    void anImageBecomesItselfAsAPicture();
    void refuses_data();
    void refuses();
};

void TstIdxExport::namesTwoFiles_data()
{
    QTest::addColumn<QString>("images");
    QTest::addColumn<QString>("labels");
    QTest::addColumn<bool>("isIdx");
    const QString images = u"/d/a-images-idx3-ubyte"_s;
    const QString labels = u"/d/a-labels-idx1-ubyte"_s;
    QTest::newRow("/d/a.idx") << images << labels << true;
    QTest::newRow("/d/a.IDX") << images << labels << true;
    QTest::newRow("/d/a-images-idx3-ubyte") << images << labels << true;
    QTest::newRow("/d/a-images.idx3-ubyte") << images << labels << true;
    QTest::newRow("/d/a.idx3-ubyte") << images << labels << true;
    QTest::newRow("/d/a-idx3-ubyte") << images << labels << true;
    QTest::newRow("/d/a") << images << labels << false;
    QTest::newRow("/d/a.idx.gz") << images + u".gz"_s << labels + u".gz"_s << true;
    QTest::newRow("/d/a-images-idx3-ubyte.gz") << images + u".gz"_s << labels + u".gz"_s << true;
    QTest::newRow("/d/a.gz") << images + u".gz"_s << labels + u".gz"_s << false;
}

void TstIdxExport::namesTwoFiles()
{
    QFETCH(QString, images);
    QFETCH(QString, labels);
    QFETCH(bool, isIdx);
    const QString path = QString::fromLatin1(QTest::currentDataTag());
    const IdxNames names = idxNames(path);
    QCOMPARE(names.images, images);
    QCOMPARE(names.labels, labels);
    QCOMPARE(names.packed, images.endsWith(u".gz"));
    QCOMPARE(isIdxName(path), isIdx);
}

void TstIdxExport::writesWhatTheNetworkGets()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.idx.gz"_s);
    const QStringList files = saveIdx(path, glyphsOf({sevenDrawing("7"), sevenDrawing("0")}, u"a.inkml"_s));
    QCOMPARE(files, (QStringList{idxNames(path).images, idxNames(path).labels}));
    const IdxImages images = readIdxImages(files[0].toStdString());
    QCOMPARE(images.count, 2);
    const Glyph glyph = normalize(sevenDrawing("7").drawing).glyph;
    QVERIFY(std::equal(glyph.begin(), glyph.end(), images.pixels.begin() + kGlyphPixels));
    QCOMPARE(readIdxLabels(files[1].toStdString()), (std::vector<std::uint8_t>{7, 0}));
}

void TstIdxExport::writesNoLabelsWhereThereAreNone()
{
    const QTemporaryDir folder;
    QCOMPARE(saveIdx(folder.filePath(u"a.idx"_s), glyphsOf({sevenDrawing({})}, u"a.inkml"_s)).size(),
             qsizetype{1});
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a-images-idx3-ubyte"_s});
}

void TstIdxExport::readsBackWhatItWrote()
{
    const QTemporaryDir folder;
    const Dataset data = glyphsOf({sevenDrawing("7"), sevenDrawing("0")}, u"a.inkml"_s);
    const QStringList files = saveIdx(folder.filePath(u"a.idx.gz"_s), data);
    const Dataset back = readIdx(files[0]);
    QVERIFY(back.images == data.images);
    QVERIFY(back.labels == data.labels);
}

void TstIdxExport::readsAnImageWithoutItsLabel()
{
    const QTemporaryDir folder;
    const QStringList files =
        saveIdx(folder.filePath(u"a.idx"_s), glyphsOf({sevenDrawing({})}, u"a.inkml"_s));
    QVERIFY(readIdx(files[0]).labels.empty());
}

void TstIdxExport::olderLabelsGoWithTheirImages()
{
    const QTemporaryDir folder;
    saveIdx(folder.filePath(u"a.idx"_s), glyphsOf({sevenDrawing("7")}, u"a.inkml"_s));
    const QStringList files =
        saveIdx(folder.path() + u"//a.idx"_s, glyphsOf({sevenDrawing({})}, u"a.inkml"_s));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{u"a-images-idx3-ubyte"_s});
    QVERIFY(readIdx(files[0]).labels.empty());
}

void TstIdxExport::labelsOfOthersAreNotTaken()
{
    const QTemporaryDir folder;
    const QString other =
        saveIdx(folder.filePath(u"a.idx.gz"_s), glyphsOf({sevenDrawing("7")}, u"a.inkml"_s))[0];
    const Dataset bare = glyphsOf({sevenDrawing({})}, u"a.inkml"_s);
    QVERIFY(readIdx(saveIdx(folder.filePath(u"a.idx"_s), bare)[0]).labels.empty());
    QVERIFY(QFile::remove(other));
    QVERIFY_THROWS_EXCEPTION(Error, saveIdx(folder.filePath(u"a.idx"_s), bare));
    QVERIFY(QFile::exists(folder.filePath(u"a-labels-idx1-ubyte.gz"_s)));
}

void TstIdxExport::anEmnistNameStoresTransposed()
{
    const QTemporaryDir folder;
    const Dataset data = glyphsOf({sevenDrawing("7")}, u"a.inkml"_s);
    const QString path = saveIdx(folder.filePath(u"emnist-a.idx"_s), data)[0];
    const std::vector<std::uint8_t> stored = readIdxImages(path.toStdString()).pixels;
    for (std::size_t y = 0; y < kGlyphSide; ++y)
        for (std::size_t x = 0; x < kGlyphSide; ++x)
            QCOMPARE(stored[y * kGlyphSide + x], data.images[x * kGlyphSide + y]);
    QVERIFY(readIdx(path).images == data.images);
}

void TstIdxExport::whatLinksAndPermissionsSayIsKept()
{
    const QTemporaryDir folder;
    const QString images =
        saveIdx(folder.filePath(u"real.idx"_s), glyphsOf({sevenDrawing("7")}, u"a.inkml"_s))[0];
    QVERIFY(QFile::setPermissions(images, QFile::ReadOwner | QFile::WriteOwner));
    const QString link = folder.filePath(u"a-images-idx3-ubyte"_s);
    QVERIFY(QFile::link(images, link));
    saveIdx(folder.filePath(u"a.idx"_s), glyphsOf({sevenDrawing("7"), sevenDrawing("0")}, u"a.inkml"_s));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(readIdxSizes(images.toStdString()).count, 2);
    QVERIFY(!(QFileInfo(images).permissions() & QFile::ReadOther));
}

void TstIdxExport::anImageBecomesItselfAsAPicture()
{
    const Dataset data = glyphsOf({sevenDrawing("0"), sevenDrawing("7")}, u"a.inkml"_s);
    const LabelledDrawing drawing = drawingOf(data, 1, "a set");
    QCOMPARE(drawing.truth, std::string("7"));
    const Raster& grey = drawing.drawing.picture->grey;
    QCOMPARE(grey.width, 28);
    for (std::size_t i = 0; i < kGlyphPixels; ++i)
        QCOMPARE(int{grey.pixels[i]}, int{data.images[kGlyphPixels + i]});
    QCOMPARE(drawing.drawing.picture->dataSet.value_or(""), std::string("a set"));
}

void TstIdxExport::refuses_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no label") << QString() << u"has no label, and others have one"_s;
    QTest::newRow("a letter") << u"K"_s << u"is labelled \"K\""_s;
    QTest::newRow("a number and more") << u"7a"_s << u"is labelled \"7a\""_s;
    QTest::newRow("below 0") << u"-1"_s << u"numbers from 0 to 254"_s;
    QTest::newRow("the mark of no class") << u"255"_s << u"numbers from 0 to 254"_s;
}

void TstIdxExport::refuses()
{
    QFETCH(QString, second);
    QFETCH(QString, reason);
    const QString message = refusal({sevenDrawing("7"), sevenDrawing(second.toStdString())});
    QVERIFY2(message.startsWith(u"a.inkml: drawing 2 (me/7) "), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY(refusal({{{}, "7", {}}}).contains(u"drawing 1 holds no ink"));
}

GLYPHSCOPE_TEST(TstIdxExport, Core)
#include "tst_idx_export.moc"
