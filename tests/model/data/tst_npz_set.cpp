// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/dataset_folder.h"
#include "model/data/npz_set.h"
#include "model/types/error.h"
#include "tests/model/data/idx_bytes.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray little(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out.append(static_cast<char>(value >> (8 * i)));
    return out;
}

QByteArray npyOf(const QByteArray& type, const QByteArray& shape, const QByteArray& numbers,
                 const QByteArray& fortran = "False")
{
    const QByteArray header =
        "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': (" + shape + "), }\n";
    return QByteArray("\x93NUMPY\1\0", 8) + little(static_cast<quint32>(header.size()), 2) + header + numbers;
}

/// Raw deflate.
QByteArray deflatedBytes(const QByteArray& bytes)
{
    return qCompress(bytes, 9).mid(6).chopped(4);
}

struct Array {
    QByteArray name;
    QByteArray content;
};

/// A zip as NumPy makes it: in each entry's own header the sizes stand in an extra field only.
QByteArray npzOf(const QList<Array>& arrays, bool packed)
{
    QByteArray zip;
    QByteArray directory;
    for (const Array& array : arrays) {
        const QByteArray name = array.name + ".npy";
        const QByteArray content = packed ? deflatedBytes(array.content) : array.content;
        const auto crc =
            static_cast<quint32>(crc32(0, reinterpret_cast<const Bytef*>(array.content.constData()),
                                       static_cast<uInt>(array.content.size())));
        const QByteArray begin = little(0, 2) + little(packed ? 8 : 0, 2) + little(0, 4) + little(crc, 4);
        directory += QByteArray("PK\1\2") + little(0x2d002d, 4) + begin +
                     little(static_cast<quint32>(content.size()), 4) +
                     little(static_cast<quint32>(array.content.size()), 4) +
                     little(static_cast<quint32>(name.size()), 2) + QByteArray(12, '\0') +
                     little(static_cast<quint32>(zip.size()), 4) + name;
        zip += QByteArray("PK\3\4") + little(0x2d, 2) + begin + QByteArray(8, '\xff') +
               little(static_cast<quint32>(name.size()), 2) + little(20, 2) + name + QByteArray(20, '\1') +
               content;
    }
    const auto count = static_cast<quint32>(arrays.size());
    return zip + directory + QByteArray("PK\5\6\0\0\0\0", 8) + little(count, 2) + little(count, 2) +
           little(static_cast<quint32>(directory.size()), 4) + little(static_cast<quint32>(zip.size()), 4) +
           QByteArray(2, '\0');
}

QByteArray imagesOf(int count, const QByteArray& shape = "28, 28")
{
    return npyOf("|u1", QByteArray::number(count) + ", " + shape, imagesFile(count).mid(16));
}

/// Labels 0, 1, ... of `bytes` each.
QByteArray labelsOf(int count, int bytes = 1, const QByteArray& behind = ",")
{
    QByteArray numbers;
    for (int i = 0; i < count; ++i)
        numbers += little(static_cast<quint32>(i % 10), 4).left(bytes).leftJustified(bytes, '\0');
    const QByteArray type = bytes == 1 ? QByteArray("|u1") : "<i" + QByteArray::number(bytes);
    return npyOf(type, QByteArray::number(count) + behind, numbers);
}

QList<Array> keras()
{
    return {{"x_test", imagesOf(20)},
            {"x_train", imagesOf(30)},
            {"y_train", labelsOf(30)},
            {"y_test", labelsOf(20)}};
}

}  // namespace

class TstNpzSet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheSet_data();
    void readsTheSet();
    void refuses_data();
    void refuses();
    void survivesEveryPrefix();
    void survivesEveryFlippedByte();
};

void TstNpzSet::readsTheSet_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("stored") << npzOf(keras(), false);
    QTest::newRow("packed") << npzOf(keras(), true);
    QTest::newRow("channels, and labels of eight bytes in a column")
        << npzOf({{"x_train", imagesOf(30, "28, 28, 1")},
                  {"y_train", labelsOf(30, 8, ", 1")},
                  {"x_test", imagesOf(20, "28, 28, 1")},
                  {"y_test", labelsOf(20, 4, ", 1")}},
                 true);
    QTest::newRow("flat, and other names") << npzOf({{"Train_Images", imagesOf(30, "784")},
                                                     {"Train_Labels", labelsOf(30)},
                                                     {"val_images", imagesOf(1)},
                                                     {"Test_Images", imagesOf(20, "784")},
                                                     {"Test_Labels", labelsOf(20)}},
                                                    false);
}

void TstNpzSet::readsTheSet()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir folder;
    const auto path = write(folder.filePath(u"mnist.npz"_s), bytes);
    QVERIFY(isNpzSet(path));
    for (const std::filesystem::path& asked : {path, path.parent_path()}) {
        const TrainTest set = loadIdxFolder(asked);
        QCOMPARE(set.train.size(), std::size_t{30});
        QCOMPARE(set.test.size(), std::size_t{20});
        QCOMPARE(int{set.train.images[kGlyphPixels + 5]}, 6);
        QCOMPARE(int{set.test.labels[13]}, 3);
        QVERIFY(set.test.classes == ClassSet::digits());
    }
}

void TstNpzSet::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* title, const char* name, const QByteArray& content, const char* reason) {
        QTest::newRow(title) << QString::fromLatin1(name) << content << QString::fromLatin1(reason);
    };
    row("an array missing", "y_test", {}, "none of a data set");
    row("another size", "x_train", imagesOf(30, "14, 56"), "x_train.npy: its shape is none");
    row("fractions", "x_train", npyOf("<f4", "30, 28, 28", QByteArray(30 * 784 * 4, '\0')),
        "of the type <f4");
    row("Fortran's order", "x_train", npyOf("|u1", "30, 28, 28", imagesFile(30).mid(16), "True"),
        "Fortran's order");
    row("pixels missing", "x_train", imagesOf(30).chopped(1), "its size is not what its shape says");
    row("a huge shape", "x_train", npyOf("|u1", "18446744073709551615, 28, 28", "x"), "its size is not");
    row("nine sides", "x_train", npyOf("|u1", "1, 1, 1, 1, 1, 1, 1, 1, 1", "x"), "no list of at most 8");
    row("no array", "x_train", QByteArray(100, 'x'), "does not begin as an array");
    row("a header cut off", "x_train", imagesOf(30).left(20), "ends within its header");
    row("labels of text", "y_train", npyOf("<U1", "30,", QByteArray(120, '\0')), "holds no labels");
    row("a label too few", "y_train", labelsOf(29), "29 labels for 30 images");
    row("a label below 0", "y_train", npyOf("<i8", "30,", QByteArray(240, '\xff')),
        "the label of image 0 (from 0)");
    row("labels in two columns", "y_train", npyOf("|u1", "30, 2", QByteArray(60, '\0')), "holds no labels");
}

void TstNpzSet::refuses()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, reason);
    QList<Array> arrays = keras();
    for (qsizetype i = arrays.size(); i-- > 0;)
        if (arrays[i].name == name.toLatin1()) {
            arrays[i].content = content;
            if (content.isEmpty())
                arrays.removeAt(i);
        }
    const QTemporaryDir folder;
    const auto path = write(folder.filePath(u"mnist.npz"_s), npzOf(arrays, true));
    try {
        (void)readNpzSet(path);
        QFAIL("was read");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.startsWith(u"mnist.npz: "_s) && message.contains(reason), qPrintable(message));
    }
}

void TstNpzSet::survivesEveryPrefix()
{
    const QByteArray whole = npzOf(keras(), true);
    const QTemporaryDir folder;
    for (qsizetype length = 0; length < whole.size(); length += 31) {
        const auto path = write(folder.filePath(u"cut.npz"_s), whole.left(length));
        QVERIFY(!isNpzSet(path));
        QVERIFY_THROWS_EXCEPTION(Error, (void)readNpzSet(path));
    }
}

/// Names, times and what NumPy leaves unset may change, what is read never.
void TstNpzSet::survivesEveryFlippedByte()
{
    const QByteArray whole = npzOf(keras(), true);
    const QTemporaryDir folder;
    const TrainTest expected = readNpzSet(write(folder.filePath(u"a.npz"_s), whole));
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); at += 11) {
        QByteArray flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        try {
            const TrainTest set = readNpzSet(write(folder.filePath(u"b.npz"_s), flipped));
            QVERIFY2(set.train.images == expected.train.images && set.test.labels == expected.test.labels,
                     qPrintable(QString::number(at)));
        } catch (const Error&) {
            ++refused;
        }
    }
    QVERIFY(refused * 22 > whole.size());
}

GLYPHSCOPE_TEST(TstNpzSet, Core)
#include "tst_npz_set.moc"
