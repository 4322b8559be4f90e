// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/npz.h"
#include "tests/support/test_program.h"

#include "model/types/error.h"
#include "tests/model/checkpoint/npz_bytes.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtCore/QtEndian>
#include <QtTest/QTest>

#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray encoded(const std::vector<NamedTensor>& arrays)
{
    const std::vector<std::byte> bytes = encodeNpz(arrays);
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

/// CRC-32 of ISO 3309, bit by bit.
quint32 crcOf(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<quint8>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::vector<NamedTensor> three()
{
    return {{"conv1", {2, 1, 3}, {1, -2, 3.5F, 0, 5, 6}},
            {"gradient.conv1", {4}, {0.25F, 0, 0, -1e-9F}},
            {"score", {}, {7}}};
}

}  // namespace

class TstNpz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyByteOfASmallOne();
    void namesShapesAndValuesComeBack();
    void entriesAreWhereTheDirectorySays();
    void dataIsAligned_data();
    void dataIsAligned();
    void nothingAtAllIsAZipToo();
    void sameArraysGiveTheSameBytes();
    void refusals_data();
    void refusals();
    void writesWholeOrNotAtAll();
};

void TstNpz::everyByteOfASmallOne()
{
    const QByteArray header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }";
    const QByteArray npy = QByteArray("\x93NUMPY\x01\x00\x76\x00", 10) + header.leftJustified(117) + '\n' +
                           QByteArray("\x00\x00\x80\x3f", 4);
    QCOMPARE(npy.size(), 132);
    QByteArray crc(4, '\0');
    qToLittleEndian(crcOf(npy), crc.data());
    const QByteArray facts = QByteArray("\x14\x00\x00\x00\x00\x00\x00\x00\x21\x00", 10) + crc +
                             QByteArray("\x84\x00\x00\x00\x84\x00\x00\x00\x05\x00\x00\x00", 12);
    const QByteArray expected =
        QByteArray("PK\x03\x04", 4) + facts + "a.npy" + npy + QByteArray("PK\x01\x02\x14\x03", 6) + facts +
        QByteArray("\x00\x00\x00\x00\x00\x00\x00\x00\xa4\x81\x00\x00\x00\x00", 14) + "a.npy" +
        QByteArray("PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00\x33\x00\x00\x00\xa7\x00\x00\x00\x00\x00", 22);
    QCOMPARE(encoded({{"a", {1}, {1}}}).toHex(' '), expected.toHex(' '));
}

void TstNpz::namesShapesAndValuesComeBack()
{
    const auto arrays = npzArrays(encoded(three()));
    QCOMPARE(arrays.size(), std::size_t(3));
    QCOMPARE(arrays.at("conv1").shape, (QList<int>{2, 1, 3}));
    QCOMPARE(arrays.at("conv1").values, three()[0].values);
    QCOMPARE(arrays.at("gradient.conv1").shape, QList<int>{4});
    QCOMPARE(arrays.at("gradient.conv1").values, three()[1].values);
    QCOMPARE(arrays.at("score").shape, QList<int>{});
    QCOMPARE(arrays.at("score").values, std::vector<float>{7});

    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    const auto odd = npzArrays(encoded({{"odd", {0, 5}, {}}, {"infinite", {2}, {kInfinity, -kInfinity}}}));
    QCOMPARE(odd.at("odd").shape, (QList<int>{0, 5}));
    QCOMPARE(odd.at("infinite").values, (std::vector<float>{kInfinity, -kInfinity}));
}

void TstNpz::entriesAreWhereTheDirectorySays()
{
    const QByteArray bytes = encoded(three());
    const QList<ZipEntry> entries = zipEntries(bytes);
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0].name, "conv1.npy"_ba);
    QCOMPARE(entries[1].name, "gradient.conv1.npy"_ba);
    qsizetype next = 0;
    for (const ZipEntry& entry : entries) {
        QCOMPARE(qsizetype{entry.offset}, next);
        QCOMPARE(entry.crc, crcOf(entry.content));
        QCOMPARE(bytes.mid(next, 4), "PK\x03\x04"_ba);
        QCOMPARE(bytes.mid(next + 30, entry.name.size()), entry.name);
        next += 30 + entry.name.size() + entry.content.size();
    }
    QCOMPARE(bytes.mid(next, 4), "PK\x01\x02"_ba);
}

void TstNpz::dataIsAligned_data()
{
    QTest::addColumn<int>("rank");
    for (const int rank : {0, 1, 2, 3, 4, 8, 11, 12, 13, 30})
        QTest::addRow("rank %d", rank) << rank;
}

void TstNpz::dataIsAligned()
{
    QFETCH(int, rank);
    const std::vector<std::int64_t> shape(static_cast<std::size_t>(rank), 1);
    const QByteArray npy = zipEntries(encoded({{"a", shape, {2.5F}}})).at(0).content;
    QCOMPARE((npy.size() - 4) % 64, 0);
    QCOMPARE(numberAt<quint16>(npy, 8) + 10, npy.size() - 4);
    QCOMPARE(npy[npy.size() - 5], '\n');
    QCOMPARE(npyArray(npy).shape, QList<int>(rank, 1));
}

void TstNpz::nothingAtAllIsAZipToo()
{
    QCOMPARE(encoded({}), "PK\x05\x06" + QByteArray(18, '\0'));
}

void TstNpz::sameArraysGiveTheSameBytes()
{
    QCOMPARE(encoded(three()), encoded(three()));
}

void TstNpz::refusals_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("side");
    QTest::addColumn<QString>("says");
    QTest::newRow("too few values") << u"a"_s << 3 << u"\"a\" holds 2 values; its shape (1, 3) says 3"_s;
    QTest::newRow("too many values") << u"a"_s << 0 << u"says 0"_s;
    QTest::newRow("negative side") << u"a"_s << -2 << u"cannot have the shape (1, -2)"_s;
    QTest::newRow("no name") << QString() << 2 << u"named \"\""_s;
    QTest::newRow("a path") << u"../a"_s << 2 << u"named \"../a\""_s;
    QTest::newRow("another letter") << u"é"_s << 2 << u"named \"é\""_s;
    QTest::newRow("long") << QString(256, u'x') << 2 << u"named \"xxx"_s;
    QTest::newRow("twice") << u"b"_s << 2 << u"two arrays are named \"b\""_s;
}

void TstNpz::refusals()
{
    QFETCH(QString, name);
    QFETCH(int, side);
    QFETCH(QString, says);
    try {
        (void)encoded({{"b", {1}, {1}}, {name.toStdString(), {1, side}, {1, 2}}});
        QFAIL("encoded it");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
    }
}

void TstNpz::writesWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"made/a.npz"_s);
    writeNpz(path.toStdString(), three());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), encoded(three()));
    QVERIFY_THROWS_EXCEPTION(Error, writeNpz(path.toStdString(), std::vector<NamedTensor>{{"a", {2}, {1}}}));
    file.seek(0);
    QCOMPARE(file.readAll(), encoded(three()));
    QCOMPARE(QDir(folder.filePath(u"made"_s)).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.npz"_s});
    QVERIFY_THROWS_EXCEPTION(Error, writeNpz((path + u"/b.npz"_s).toStdString(), three()));
}

GLYPHSCOPE_TEST(TstNpz, Core)
#include "tst_npz.moc"
