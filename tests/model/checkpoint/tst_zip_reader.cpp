// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/zip_reader.h"
#include "tests/support/test_program.h"

#include "model/checkpoint/detail/zip_writer.h"
#include "model/types/error.h"
#include "tests/model/checkpoint/pt_bytes.h"

#include <QtTest/QTest>

#include <cstring>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

QString refusal(std::span<const std::byte> bytes)
{
    try {
        (void)readZip(bytes, "w.pt");
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

/// Two entries: "a/x" with "hello" at byte 0, header 30, name 3; "a/y" with "you" at byte 38.
QByteArray two()
{
    ZipWriter zip(".pt");
    zip.add("a/x", bytesOf("hello"));
    zip.add("a/y", bytesOf("you"));
    const std::vector<std::byte> bytes = std::move(zip).finish();
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray changed(qsizetype at, const QByteArray& bytes)
{
    return two().replace(at, bytes.size(), bytes);
}

constexpr qsizetype kSecond = 38;
constexpr qsizetype kDirectory = kSecond + 30 + 3 + 3;
constexpr qsizetype kEnd = kDirectory + 2 * (46 + 3);

}  // namespace

class TstZipReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEveryEntry();
    void findsNoneInAnEmptyZip();
    void readsSizesBehindTheContent();
    void alignsAsPyTorchDoes();
    void refuses_data();
    void refuses();
};

void TstZipReader::findsEveryEntry()
{
    const QByteArray bytes = two();
    const std::vector<ZipEntry> entries = readZip(bytesOf(bytes), "w.pt");
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries[0].name, std::string("a/x"));
    QCOMPARE(entries[1].content.size(), std::size_t{3});
    QVERIFY(std::memcmp(entries[1].content.data(), "you", 3) == 0);
}

void TstZipReader::findsNoneInAnEmptyZip()
{
    const std::vector<std::byte> empty = ZipWriter(".pt").finish();
    QCOMPARE(refusal(empty), QString());
    QVERIFY(readZip(empty, "w.pt").empty());
}

/// One entry as a writer makes it that cannot go back: sizes and CRC-32 follow the content.
void TstZipReader::readsSizesBehindTheContent()
{
    const QByteArray facts = two().mid(14, 12);
    QByteArray bytes = two();
    for (const qsizetype flags : {qsizetype{6}, kDirectory + 8})
        bytes[flags] = 8;
    bytes.replace(14, 12, QByteArray(12, '\0'));
    bytes.insert(kSecond, "PK\x07\x08" + facts);
    bytes[kDirectory + 16 + 46 + 3 + 42] = kSecond + 16;
    bytes[kEnd + 16 + 16] = kDirectory + 16;
    QCOMPARE(refusal(bytesOf(bytes)), QString());
    bytes[kSecond + 4] = static_cast<char>(bytes[kSecond + 4] ^ 1);
    QVERIFY(refusal(bytesOf(bytes)).contains(u"told of otherwise behind it"));
}

void TstZipReader::alignsAsPyTorchDoes()
{
    ZipWriter zip(".pt", 64);
    zip.add("a/data.pkl", bytesOf("x"));
    zip.add("a/data/0", bytesOf("you"));
    const std::vector<std::byte> bytes = std::move(zip).finish();
    for (const ZipEntry& entry : readZip(bytes, "w.pt"))
        QCOMPARE((entry.content.data() - bytes.data()) % 64, 0);
}

void TstZipReader::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << bytes << QString::fromLatin1(reason);
    };
    const auto everywhere = [](qsizetype local, qsizetype directory, const QByteArray& bytes) {
        return changed(local, bytes).replace(kDirectory + directory, bytes.size(), bytes);
    };
    row("nothing", {}, "not where the file ends");
    row("cut off", two().chopped(1), "not where the file ends");
    row("something behind", two() + "x", "not where the file ends");
    row("something before", "x" + two(), "directory");
    row("a comment", changed(kEnd + 20, "\x01"), "comment");
    row("two disks", changed(kEnd + 4, "\x01"), "several disks");
    row("other counts", changed(kEnd + 8, "\x01"), "several disks");
    row("one entry too few", changed(kEnd + 8, QByteArray("\x01\0\x01\0", 4)), "another length");
    row("20,000 entries", changed(kEnd + 8, "\x20\x4e\x20\x4e"), "at most 8,192");
    row("a directory outside", changed(kEnd + 16, "\xff\xff\xff\x7f"), "outside of the file");
    row("a directory too early", changed(kEnd + 16, QByteArray("\x40\0", 2)), "follows its directory");
    row("no directory", changed(kDirectory, "XX"), "no directory entry");
    row("compressed", everywhere(8, 10, "\x08"), "is compressed");
    row("sizes differ", everywhere(18, 20, "\x04"), "is compressed");
    row("encrypted", everywhere(6, 8, "\x01"), "is encrypted");
    row("strange flags", everywhere(6, 8, "\x20"), "flags that PyTorch does not set");
    row("a wrong CRC", everywhere(14, 16, "\x01"), "CRC-32");
    row("changed content", changed(33, "j"), "CRC-32");
    row("another name", changed(32, "z"), "told of otherwise in its header");
    row("another CRC in the header", changed(14, "\x01"), "told of otherwise in its header");
    row("the same name twice", changed(kSecond + 32, "x").replace(kDirectory + 49 + 48, 1, "x"),
        "two entries");
    row("a line end in a name", changed(32, "\n").replace(kDirectory + 48, 1, "\n"), "no plain text");
    row("no header there", changed(0, "XX"), "has no header");
    row("overlap", changed(kDirectory + 49 + 42, QByteArray(1, '\0')), "expected 38");
    row("beyond the end", everywhere(18, 20, QByteArray("\xff\xff\0\0\xff\xff\0\0", 8)), "are announced");
}

void TstZipReader::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString message = refusal(bytesOf(bytes));
    QVERIFY2(message.startsWith(u"w.pt: "), qPrintable(message));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

GLYPHSCOPE_TEST(TstZipReader, Core)
#include "tst_zip_reader.moc"
