// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/idx_writer.h"
#include "tests/support/test_program.h"

#include "model/data/idx.h"
#include "model/types/error.h"
#include "tests/model/data/idx_bytes.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;

namespace {

Dataset three()
{
    Dataset data;
    data.labels = {7, 0, 255};
    for (int i = 0; i < 3 * kGlyphPixels; ++i)
        data.images.push_back(static_cast<std::uint8_t>(i % 251));
    return data;
}

QByteArray asByteArray(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

}  // namespace

class TstIdxWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsAsMnistDoes();
    void comesBack_data();
    void comesBack();
    void packsTheSameAlways();
    void refusesNothing();
};

void TstIdxWriter::beginsAsMnistDoes()
{
    const QByteArray images = asByteArray(encodeIdxImages(three()));
    QCOMPARE(images.left(16).toHex(), QByteArray("00000803000000030000001c0000001c"));
    QCOMPARE(images.size(), qsizetype{16 + 3 * kGlyphPixels});
    QCOMPARE(asByteArray(encodeIdxLabels(three())).toHex(), QByteArray("00000801000000030700ff"));
}

void TstIdxWriter::comesBack_data()
{
    QTest::addColumn<bool>("packed");
    QTest::newRow("raw") << false;
    QTest::newRow("gzip") << true;
}

void TstIdxWriter::comesBack()
{
    QFETCH(bool, packed);
    const QTemporaryDir folder;
    const auto written = [&](const char* name, const std::vector<std::byte>& bytes) {
        return test::write(folder.filePath(QLatin1StringView(name)),
                           asByteArray(packed ? gzipped(bytes) : bytes));
    };
    const IdxImages images = readIdxImages(written("images", encodeIdxImages(three())));
    QCOMPARE(images.count, 3);
    QCOMPARE(images.rows, 28);
    QVERIFY(images.pixels == three().images);
    QVERIFY(readIdxLabels(written("labels", encodeIdxLabels(three()))) == three().labels);
}

void TstIdxWriter::packsTheSameAlways()
{
    const auto images = encodeIdxImages(three());
    const QByteArray packed = asByteArray(gzipped(images));
    QCOMPARE(packed, asByteArray(gzipped(images)));
    QCOMPARE(packed.left(8).toHex(), QByteArray("1f8b080000000000"));  // no name, no time
    QVERIFY(packed.size() < static_cast<qsizetype>(images.size()));
}

void TstIdxWriter::refusesNothing()
{
    QVERIFY_THROWS_EXCEPTION(Error, (void)encodeIdxImages({}));
    QVERIFY_THROWS_EXCEPTION(Error, (void)encodeIdxLabels({}));
}

GLYPHSCOPE_TEST(TstIdxWriter, Core)
#include "tst_idx_writer.moc"
