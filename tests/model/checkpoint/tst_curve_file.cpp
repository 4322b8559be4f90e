// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/curve_file.h"
#include "tests/support/test_program.h"

#include "tests/model/checkpoint/run_values.h"
#include "tests/support/warnings.h"

#include <QtTest/QTest>

#include <cstring>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// The bytes of a file with steps 1 .. `count`.
std::string curveBytes(std::int64_t count)
{
    std::vector<std::byte> bytes = curveHeader();
    const std::vector<std::byte> records = curveRecords(stepsFrom(1, count));
    bytes.insert(bytes.end(), records.begin(), records.end());
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string withStep(std::string bytes, std::size_t record, std::int64_t step)
{
    std::memcpy(bytes.data() + kCurveHeaderBytes + record * kCurveRecordBytes, &step, sizeof step);
    return bytes;
}

}  // namespace

class TstCurveFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void theFormatIsFixed();
    void everyPrefixIsAPrefix();
    void longerThanOneRead();
    void damageIsNamed_data();
    void damageIsNamed();
    void theEndUpToAStep_data();
    void theEndUpToAStep();
    void damageBehindTheEndIsCutOff();

private:
    RunsFolder m_folder;
    std::filesystem::path m_file = m_folder.temporary.filePath(QStringLiteral("curves.bin")).toStdString();
};

void TstCurveFile::theFormatIsFixed()
{
    StepStats s;
    s.step = 0x0102030405060708;
    s.epoch = 1;
    s.imagesPerSecond = 0.5;
    const std::vector<std::byte> record = curveRecords(std::span(&s, 1));
    const QByteArray header(reinterpret_cast<const char*>(curveHeader().data()), 16);
    const QByteArray bytes(reinterpret_cast<const char*>(record.data()), 36);
    QCOMPARE(header.toHex(), QByteArray("475343555256455301000000") + "24000000");
    QCOMPARE(bytes.toHex(), QByteArray("0807060504030201") + "0000803f" + QByteArray(40, '0') + "0000003f");
}

void TstCurveFile::everyPrefixIsAPrefix()
{
    const std::string bytes = curveBytes(5);
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        writeText(m_file, bytes.substr(0, size));
        const std::size_t whole =
            size < kCurveHeaderBytes ? 0 : (size - kCurveHeaderBytes) / kCurveRecordBytes;
        QCOMPARE(readCurves(m_file).size(), whole);
        QCOMPARE(readCurves(m_file).loss.size(), whole);
    }
}

void TstCurveFile::longerThanOneRead()
{
    writeText(m_file, curveBytes(20'000));
    const StepCurves curves = readCurves(m_file);
    QCOMPARE(curves.size(), std::size_t(20'000));
    for (std::size_t k = 0; k < curves.size(); ++k)
        QCOMPARE(curves.gradientNorm[k], static_cast<float>(k + 1));
}

void TstCurveFile::damageIsNamed_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("reason");
    std::string other = curveBytes(3);
    other[0] = 'X';
    QTest::newRow("magic") << other << QStringLiteral("does not begin as");
    QTest::newRow("magic, torn") << std::string("GSCX") << QStringLiteral("does not begin as");
    other = curveBytes(3);
    other[8] = 2;
    QTest::newRow("version") << other << QStringLiteral("does not begin as");
    other[8] = 1;
    other[12] = 40;
    QTest::newRow("record size") << other << QStringLiteral("does not begin as");
    QTest::newRow("step 0") << withStep(curveBytes(3), 0, 0)
                            << QStringLiteral("step 0 after step 0 in record 1");
    QTest::newRow("same step") << withStep(curveBytes(3), 2, 2)
                               << QStringLiteral("step 2 after step 2 in record 3");
    QTest::newRow("negative step") << withStep(curveBytes(3), 1, -7)
                                   << QStringLiteral("step -7 after step 1 in record 2");
    QTest::newRow("zeros") << curveBytes(3) + std::string(72, '\0')
                           << QStringLiteral("step 0 after step 3 in record 4");
    QTest::newRow("time") << curveBytes(2).replace(kCurveHeaderBytes + 12, 4, "\xff\xff\xff\x7f")
                          << QStringLiteral("no finite time in record 1");
}

void TstCurveFile::damageIsNamed()
{
    QFETCH(std::string, bytes);
    QFETCH(QString, reason);
    writeText(m_file, bytes);
    const QString error = QString::fromStdString(errorOf([&] { (void)readCurves(m_file); }));
    QVERIFY2(error.contains(QStringLiteral("curves.bin: ")) && error.contains(reason), qPrintable(error));
}

void TstCurveFile::theEndUpToAStep_data()
{
    QTest::addColumn<qint64>("step");
    QTest::addColumn<qint64>("last");
    QTest::newRow("none") << qint64(0) << qint64(0);
    QTest::newRow("first") << qint64(1) << qint64(1);
    QTest::newRow("middle") << qint64(3) << qint64(3);
    QTest::newRow("all") << qint64(5) << qint64(5);
    QTest::newRow("further") << qint64(99) << qint64(5);
}

void TstCurveFile::theEndUpToAStep()
{
    QFETCH(qint64, step);
    QFETCH(qint64, last);
    writeText(m_file, curveBytes(5) + "torn");
    const CurveEnd end = curveEnd(m_file, step);
    QCOMPARE(end.step, std::int64_t(last));
    QCOMPARE(end.bytes, std::uint64_t(16 + 36 * last));
    QCOMPARE(end.seconds, static_cast<float>(last) / 40);
}

void TstCurveFile::damageBehindTheEndIsCutOff()
{
    writeText(m_file, withStep(curveBytes(5), 3, 0));
    QCOMPARE(curveEnd(m_file, 3).bytes, std::uint64_t(16 + 3 * 36));
    QVERIFY(!errorOf([&] { (void)curveEnd(m_file, 4); }).empty());
}

GLYPHSCOPE_TEST(TstCurveFile, Core)
#include "tst_curve_file.moc"
