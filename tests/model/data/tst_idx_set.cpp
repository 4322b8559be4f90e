// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/idx_set.h"
#include "model/types/error.h"
#include "tests/model/data/idx_bytes.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstIdxSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void findsLabels_data();
    void findsLabels();
    void aPairGoesBeforeAMixedOne();
    void emnistComesUpright_data();
    void emnistComesUpright();
    void refuses_data();
    void refuses();
};

void TstIdxSet::findsLabels_data()
{
    QTest::addColumn<QStringList>("files");  // the first is the one that is asked about
    QTest::addColumn<QString>("labels");
    const QString raw = u"a-images-idx3-ubyte"_s;
    const QString rawLabels = u"a-labels-idx1-ubyte"_s;
    const QString gz = u".gz"_s;
    QTest::newRow("beside it") << QStringList{raw, rawLabels} << rawLabels;
    QTest::newRow("packed") << QStringList{raw + gz, rawLabels + gz} << rawLabels + gz;
    QTest::newRow("none") << QStringList{raw, u"b-labels-idx1-ubyte"_s} << QString();
    QTest::newRow("in the other spelling")
        << QStringList{raw, u"a-labels.idx1-ubyte"_s} << u"a-labels.idx1-ubyte"_s;
    QTest::newRow("raw images, packed labels") << QStringList{raw, rawLabels + gz} << rawLabels + gz;
    QTest::newRow("its own first") << QStringList{raw + gz, raw, rawLabels, rawLabels + gz} << rawLabels + gz;
    QTest::newRow("those of other images") << QStringList{raw, raw + gz, rawLabels + gz} << QString();
    QTest::newRow("of a bare name") << QStringList{u"a.idx"_s, rawLabels} << rawLabels;
    QTest::newRow("of a bare name beside a pair") << QStringList{u"a.idx"_s, raw, rawLabels} << QString();
}

void TstIdxSet::findsLabels()
{
    QFETCH(QStringList, files);
    QFETCH(QString, labels);
    const QTemporaryDir folder;
    for (const QString& file : files)
        write(folder.filePath(file), "x");
    const IdxSetFiles found = idxSetOf(folder.filePath(files[0]).toStdString());
    QCOMPARE(QString::fromStdString(found.labels.filename().string()), labels);
    QCOMPARE(QString::fromStdString(found.images.string()), folder.filePath(files[0]));
}

void TstIdxSet::aPairGoesBeforeAMixedOne()
{
    const QTemporaryDir folder;
    for (const char* const file : {"a-images-idx3-ubyte", "a-images-idx3-ubyte.gz", "a-labels-idx1-ubyte.gz"})
        write(folder.filePath(QLatin1StringView(file)), "x");
    const auto found = findIdxSet(folder.path().toStdString(), "a");
    QVERIFY(found && found->images.extension() == ".gz" && found->labels.extension() == ".gz");
    QVERIFY(!findIdxSet(folder.path().toStdString(), "b"));
}

void TstIdxSet::emnistComesUpright_data()
{
    QTest::addColumn<QString>("stem");
    QTest::addColumn<bool>("turned");
    QTest::newRow("EMNIST") << u"emnist-letters-test"_s << true;
    QTest::newRow("another") << u"test"_s << false;
}

void TstIdxSet::emnistComesUpright()
{
    QFETCH(QString, stem);
    QFETCH(bool, turned);
    const QTemporaryDir folder;
    const auto images = write(folder.filePath(stem + u"-images-idx3-ubyte"_s), imagesFile(3));
    write(folder.filePath(stem + u"-labels-idx1-ubyte"_s), labelsFile(3));
    const Dataset set = readIdxSet(idxSetOf(images));
    QCOMPARE(set.labels, (std::vector<std::uint8_t>{0, 1, 2}));
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t y = 0; y < kGlyphSide; ++y)
            for (std::size_t x = 0; x < kGlyphSide; ++x) {
                const std::size_t stored = turned ? x * kGlyphSide + y : y * kGlyphSide + x;
                QCOMPARE(std::size_t{set.images[i * kGlyphPixels + y * kGlyphSide + x]}, (i + stored) % 251);
            }
}

void TstIdxSet::refuses_data()
{
    QTest::addColumn<QByteArray>("images");
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QString>("reason");
    QTest::newRow("another size") << imagesFile(3, 14, 56) << labelsFile(3)
                                  << u"a-images-idx3-ubyte: images of 14x56 where"_s;
    QTest::newRow("a label more") << imagesFile(3) << labelsFile(4)
                                  << u"a-labels-idx1-ubyte: 4 labels for 3 images. "_s;
    QTest::newRow("labels cut off") << imagesFile(3) << labelsFile(3).chopped(1)
                                    << u"a-labels-idx1-ubyte: only 2 of the 3 bytes"_s;
    QTest::newRow("images cut off") << imagesFile(3).chopped(1) << labelsFile(3)
                                    << u"a-images-idx3-ubyte: only 2,351 of the 2,352 bytes"_s;
}

void TstIdxSet::refuses()
{
    QFETCH(QByteArray, images);
    QFETCH(QByteArray, labels);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    const auto path = write(folder.filePath(u"a-images-idx3-ubyte"_s), images);
    write(folder.filePath(u"a-labels-idx1-ubyte"_s), labels);
    try {
        (void)readIdxSet(idxSetOf(path));
        QFAIL("was read");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(reason), error.what());
    }
}

GLYPHSCOPE_TEST(TstIdxSet, Core)
#include "tst_idx_set.moc"
