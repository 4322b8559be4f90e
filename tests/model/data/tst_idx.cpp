// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/idx.h"
#include "model/types/error.h"
#include "tests/model/data/idx_bytes.h"
#include "tests/support/processor_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <sys/resource.h>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

class TstIdx : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void zerosAfterGzipAreIgnored();
    void readsLabelsOfOtherTypes_data();
    void readsLabelsOfOtherTypes();
    void refusesLabelsThatAreNone();
    void init() { failOnQtWarnings(); }
    void readsRawAndGzip_data();
    void readsRawAndGzip();
    void refuses_data();
    void refuses();
    void everyPrefixIsRefused();
    void everyFlippedBitOfGzipIsDetected();
    void bombIsRefusedInConstantMemory();
    void missingFileIsNamed();

private:
    QTemporaryDir m_folder;
};

void TstIdx::readsRawAndGzip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray raw = imagesFile(7, 5, 3);
    QTest::newRow("raw") << raw;
    QTest::newRow("gzip") << gzipped(raw);
    QTest::newRow("gzip of two members") << gzipped(raw.left(9)) + gzipped(raw.mid(9));
    QTest::newRow("gzip with an empty member") << gzipped(raw) + gzipped({});
}

void TstIdx::readsRawAndGzip()
{
    QFETCH(QByteArray, bytes);
    const IdxImages images = readIdxImages(write(m_folder.filePath(QStringLiteral("images")), bytes));
    QCOMPARE(images.count, 7);
    QCOMPARE(images.rows, 5);
    QCOMPARE(images.columns, 3);
    QCOMPARE(images.pixels.size(), std::size_t{105});
    QCOMPARE(static_cast<int>(images.pixels[104]), 6 + 14);
}

void TstIdx::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray good = imagesFile(3);
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << bytes << QString::fromLatin1(reason);
    };
    QByteArray damaged = gzipped(good);
    damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);  // in the checksum
    row("empty file", {}, "ends at byte 0, within the header");
    row("half a header", good.left(10), "ends at byte 8, within the header");
    row("labels for images", labelsFile(9), "magic number 0x00000801 (labels) at byte 0");
    row("text", "hello world, no images here", "magic number 0x68656c6c at byte 0");
    row("little-endian", QByteArray::fromHex("03080000") + good.mid(4), "magic number 0x03080000");
    row("element type not a byte", words({0xd03, 1, 28, 28}) + QByteArray(784, 0), "magic number 0x00000d03");
    row("no images", words({0x803, 0, 28, 28}), "announces a number of images of 0");
    row("no rows", words({0x803, 5, 0, 28}), "announces a number of rows of 0");
    row("a byte missing", good.chopped(1), "only 2,351 of the 2,352 bytes");
    row("a byte too many", good + 'x', "more data follows the 2,352 bytes");
    row("another file behind it", good + good, "more data follows");
    row("above a gibibyte", words({0x803, 1u << 21, 28, 28}), "more than 1 GiB");
    row("product wraps to zero", words({0x803, 1u << 31, 1u << 31, 4}), "more than 1 GiB");
    row("product wraps to the right size", words({0x803, 0xffffffff, 0xffffffff, 28}) + QByteArray(784, 0),
        "more than 1 GiB");
    row("announces much, holds nothing", words({0x803, 1u << 20, 28, 28}), "only 0 of the 822,083,584 bytes");
    row("the same in gzip", gzipped(words({0x803, 1u << 20, 28, 28})), "too few of the 822,083,584 bytes");
    row("gzip breaks off", gzipped(good).chopped(9), "the gzip data breaks off");
    row("gzip checksum", damaged, "the gzip data is damaged");
    row("junk after zeros after gzip", gzipped(good) + QByteArray(600, '\0') + "x",
        "other bytes after the end of the gzip data");
    row("junk after gzip", gzipped(good) + "junk", "other bytes after the end of the gzip data");
    row("gzip of a gzip", gzipped(gzipped(good)), "magic number 0x1f8b");
    row("gzip too short inside", gzipped(good.chopped(5)), "only 2,347 of the 2,352 bytes");
    row("gzip too long inside", gzipped(good + "abc"), "more data follows");
}

void TstIdx::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const auto path = write(m_folder.filePath(QStringLiteral("broken-idx3-ubyte")), bytes);
    try {
        std::ignore = readIdxImages(path);
        QFAIL("was read");
    } catch (const Error& error) {
        const QString message = QString::fromStdString(error.what());
        QVERIFY2(message.startsWith(QStringLiteral("broken-idx3-ubyte: ")), error.what());
        QVERIFY2(message.contains(reason), error.what());
    }
}

void TstIdx::everyPrefixIsRefused()
{
    for (const QByteArray& whole : {labelsFile(20), gzipped(labelsFile(20))}) {
        for (qsizetype n = 0; n < whole.size(); ++n) {
            const auto path = write(m_folder.filePath(QStringLiteral("prefix")), whole.left(n));
            QVERIFY_EXCEPTION_THROWN(std::ignore = readIdxLabels(path), Error);
        }
        QCOMPARE(readIdxLabels(write(m_folder.filePath(QStringLiteral("whole")), whole)).size(),
                 std::size_t{20});
    }
}

void TstIdx::everyFlippedBitOfGzipIsDetected()
{
    // A flip in the header's date or in the unused bits of a block changes nothing; all else the sums tell.
    const QByteArray whole = gzipped(labelsFile(20));
    const auto labels = readIdxLabels(write(m_folder.filePath(QStringLiteral("whole.gz")), whole));
    int refused = 0;
    for (qsizetype bit = 0; bit < whole.size() * 8; ++bit) {
        QByteArray flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
        const auto path = write(m_folder.filePath(QStringLiteral("flipped.gz")), flipped);
        try {
            QVERIFY(readIdxLabels(path) == labels);
        } catch (const Error&) {
            ++refused;
        }
    }
    QVERIFY(refused > whole.size() * 5);
}

void TstIdx::bombIsRefusedInConstantMemory()
{
    // 512 MiB of zeros behind a header for three images.
    QByteArray bomb = gzipped(imagesFile(3));
    const QByteArray member = gzipped(QByteArray(32 << 20, '\0'));
    for (int i = 0; i < 16; ++i)
        bomb += member;
    const auto path = write(m_folder.filePath(QStringLiteral("bomb.gz")), bomb);
    const long before = peakKilobytes();
    const ProcessorTime spent;
    QVERIFY_EXCEPTION_THROWN(std::ignore = readIdxImages(path), Error);
    QVERIFY2(spent.isWithin(1000), spent.text());
    QVERIFY2(peakKilobytes() - before < 16 * 1024, "unpacked more than it was told to");
}

void TstIdx::missingFileIsNamed()
{
    try {
        std::ignore = readIdxLabels("/nowhere/at-all");
        QFAIL("was read");
    } catch (const Error& error) {
        QCOMPARE(QByteArray(error.what()), "at-all: no such file. Check the name and the folder.");
    }
    QVERIFY_EXCEPTION_THROWN(std::ignore = readIdxLabels(m_folder.path().toStdString()), Error);
}

void TstIdx::zerosAfterGzipAreIgnored()
{
    const QTemporaryDir folder;
    for (const int zeros : {1, 512, 200'000}) {
        const auto path = write(folder.filePath(QStringLiteral("padded.gz")),
                                gzipped(labelsFile(12)) + QByteArray(zeros, '\0'));
        QCOMPARE(readIdxLabels(path).size(), std::size_t{12});
    }
}

void TstIdx::readsLabelsOfOtherTypes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray three = words({7, 0, 255});
    QTest::newRow("four bytes") << words({0xc01, 3}) + three;
    QTest::newRow("rows of four bytes") << words({0xc02, 3, 2, 7, 99999, 0, 0, 255, 0xffffffff});
    QTest::newRow("two bytes") << words({0xb01, 3}) + QByteArray("\0\7\0\0\0\xff", 6);
    QTest::newRow("rows of bytes") << words({0x802, 3, 2}) + QByteArray("\7\1\0\1\xff\1", 6);
    QTest::newRow("a column of bytes") << words({0x802, 3, 1}) + QByteArray("\7\0\xff", 3);
}

/// As QMNIST's: the class, and seven more numbers of each image.
void TstIdx::readsLabelsOfOtherTypes()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    for (const QByteArray& content : {bytes, gzipped(bytes)}) {
        const auto path = write(folder.filePath(QStringLiteral("labels")), content);
        QVERIFY(beginsAsIdx(path));
        QCOMPARE(readIdxLabelCount(path), 3);
        QCOMPARE(readIdxLabels(path), (std::vector<std::uint8_t>{7, 0, 255}));
    }
}

void TstIdx::refusesLabelsThatAreNone()
{
    const QTemporaryDir folder;
    const auto refusal = [&folder](const QByteArray& bytes) {
        try {
            (void)readIdxLabels(write(folder.filePath(QStringLiteral("labels")), bytes));
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    QVERIFY(
        refusal(words({0xc01, 2, 1, 256})).contains(QStringLiteral("the label of image 1 (from 0) is none")));
    QVERIFY(refusal(words({0xc01, 1, 0xffffffff})).contains(QStringLiteral("the label of image 0")));
    QVERIFY(refusal(words({0xc02, 1, 8, 1})).contains(QStringLiteral("only 4 of the 32 bytes")));
    QVERIFY(refusal(words({0xc02, 1 << 27, 4})).contains(QStringLiteral("more than 1 GiB")));
    QVERIFY(refusal(words({0xd01, 1, 0})).contains(QStringLiteral("magic number 0x00000d01")));
}

GLYPHSCOPE_TEST(TstIdx, Core)
#include "tst_idx.moc"
