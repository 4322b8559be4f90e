// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/content_kind.h"
#include "tests/model/data/idx_bytes.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <span>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray littleEndian(quint32 value, int bytes)
{
    QByteArray out;
    for (int i = 0; i < bytes; ++i)
        out.append(static_cast<char>(value >> (8 * i)));
    return out;
}

/// A zip of empty entries of these names, stored.
QByteArray zipOf(const QByteArrayList& names)
{
    QByteArray zip;
    QByteArray directory;
    for (const QByteArray& name : names) {
        const QByteArray facts =
            QByteArray(20, '\0') + littleEndian(static_cast<quint32>(name.size()), 2) + QByteArray(2, '\0');
        directory += QByteArray("PK\1\2\0\0\0\0", 8) + facts + QByteArray(10, '\0') +
                     littleEndian(static_cast<quint32>(zip.size()), 4) + name;
        zip += QByteArray("PK\3\4\0\0", 6) + facts + name;
    }
    const auto count = static_cast<quint32>(names.size());
    return zip + directory + QByteArray("PK\5\6\0\0\0\0", 8) + littleEndian(count, 2) +
           littleEndian(count, 2) + littleEndian(static_cast<quint32>(directory.size()), 4) +
           littleEndian(static_cast<quint32>(zip.size()), 4) + QByteArray(2, '\0');
}

}  // namespace

class TstContentKind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsFilesByTheirContent_data();
    void knowsFilesByTheirContent();
    void whatIsNoFileIsUnknown();
    void advisesWhatToDo_data();
    void advisesWhatToDo();
};

void TstContentKind::knowsFilesByTheirContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QByteArray& bytes, ContentKind kind) {
        QTest::newRow(name) << bytes << static_cast<int>(kind);
    };
    const auto head = [](const char* bytes, qsizetype size) {
        return QByteArray(bytes, size) + QByteArray(300, '\1');
    };
    row("nothing", {}, ContentKind::Empty);
    row("safetensors", head("\x48\0\0\0\0\0\0\0{\"a\":", 13), ContentKind::Safetensors);
    row("a length as a pickle's beginning", head("\x80\x02\0\0\0\0\0\0{\"a\":", 13),
        ContentKind::Safetensors);
    row("PyTorch", zipOf({"w/data.pkl", "w/version"}), ContentKind::PyTorch);
    row("PyTorch cut off", zipOf({"w/data.pkl", "w/version"}).left(60), ContentKind::BrokenZip);
    row("a zip of nothing", zipOf({}), ContentKind::BrokenZip);
    row("TorchScript", zipOf({"w/data/0", "w/data.pkl", "w/code/a.py", "w/constants.pkl"}),
        ContentKind::TorchScript);
    row(".npz", zipOf({"a.npy", "b.npy"}), ContentKind::NumpyArchive);
    row(".keras", zipOf({"config.json", "model.weights.h5"}), ContentKind::Keras);
    row("another zip", zipOf({"a.npy", "b.txt"}), ContentKind::Zip);
    row("before PyTorch 1.6", head("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.", 15),
        ContentKind::LegacyPyTorch);
    row("a pickle", head("\x80\x04\x95", 3), ContentKind::Pickle);
    row("gzip", head("\x1f\x8b\x08", 3), ContentKind::Gzip);
    row("xz",
        head("\xfd"
             "7zXZ\0",
             6),
        ContentKind::Packed);
    row("tar", QByteArray(257, 'a') + "ustar", ContentKind::Tar);
    row("HDF5", head("\x89HDF\r\n\x1a\n", 8), ContentKind::Hdf5);
    row("ONNX", head("\x08\x08\x12\x07pytorch", 11), ContentKind::Onnx);
    row("a SavedModel", head("\x08\x01\x12\x80", 4), ContentKind::TensorFlow);
    row("a checkpoint's index", QByteArray(300, '\0') + "\x57\xfb\x80\x8b\x24\x75\x47\xdb",
        ContentKind::TensorFlow);
    row("a checkpoint's note", "model_checkpoint_path: \"a\"\n", ContentKind::TensorFlow);
    row("TFLite", head("\x1c\0\0\0TFL3", 8), ContentKind::TfLite);
    row("GGUF", head("GGUF\3\0\0\0", 8), ContentKind::Gguf);
    row(".npy", head("\x93NUMPY\1", 7), ContentKind::NumpyArray);
    row("a pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
        ContentKind::GitLfsPointer);
    row("a page", "\n<!DOCTYPE html>\n<html>", ContentKind::WebPage);
    row("XHTML", "<?xml version=\"1.0\"?>\n<html>", ContentKind::WebPage);
    row("shards", "{\"metadata\": {}, \"weight_map\": {}}", ContentKind::ShardIndex);
    row("JSON", " {\"a\": 1}", ContentKind::Json);
    row("images", imagesFile(1), ContentKind::Idx);
    row("labels", labelsFile(3), ContentKind::Idx);
    row("labels of four bytes", words({0xc02, 1, 8}), ContentKind::Idx);
    row("InkML", "\xef\xbb\xbf<ink></ink>", ContentKind::Ink);
    row("UNIPEN", ".VERSION 1.0\n", ContentKind::Ink);
    row("PNG", head("\x89PNG\r\n\x1a\n", 8), ContentKind::Picture);
    row("BMP", head("BM\x10\0", 4), ContentKind::Picture);
    row("words", "BMW is a car", ContentKind::Text);
    row("zeros", QByteArray(5000, '\0'), ContentKind::Unknown);
}

void TstContentKind::knowsFilesByTheirContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(contentKindOf(
                 std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))))),
             kind);
    const QTemporaryDir folder;
    QCOMPARE(static_cast<int>(contentKindOf(write(folder.filePath(u"file"_s), bytes))), kind);
}

void TstContentKind::whatIsNoFileIsUnknown()
{
    const QTemporaryDir folder;
    QVERIFY(contentKindOf(folder.path().toStdString()) == ContentKind::Unknown);
    QVERIFY(contentKindOf(folder.filePath(u"nothing"_s).toStdString()) == ContentKind::Unknown);
}

void TstContentKind::advisesWhatToDo_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](ContentKind kind, const char* words) {
        QTest::newRow(words) << static_cast<int>(kind) << QString::fromLatin1(words);
    };
    row(ContentKind::TorchScript, "torch.jit.load(");
    row(ContentKind::LegacyPyTorch, "before PyTorch 1.6");
    row(ContentKind::Pickle, "no code in a file is ever run");
    row(ContentKind::GitLfsPointer, "git lfs pull");
    row(ContentKind::WebPage, "web page");
    row(ContentKind::Gzip, "gunzip");
    row(ContentKind::Hdf5, "HDF5");
    row(ContentKind::Onnx, "ONNX");
    row(ContentKind::NumpyArchive, "NumPy");
    row(ContentKind::ShardIndex, "several files");
    row(ContentKind::Zip, "Unpack it");
}

void TstContentKind::advisesWhatToDo()
{
    QFETCH(int, kind);
    QFETCH(QString, words);
    const auto advice = adviceFor(static_cast<ContentKind>(kind));
    QVERIFY(advice);
    QVERIFY2(QString::fromStdString(advice->text()).contains(words), advice->text().c_str());
    QVERIFY(!adviceFor(ContentKind::Safetensors) && !adviceFor(ContentKind::Picture));
}

GLYPHSCOPE_TEST(TstContentKind, Core)
#include "tst_content_kind.moc"
