// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/file_kind.h"
#include "tests/support/test_program.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace glyphscope;

class TstFileKind : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesByContent_data();
    void goesByContent();
    void aFolderIsADataSet();
    void whatIsNotThereIsLeftToItsReader();
    void aPipeIsNotOpened();
};

void TstFileKind::goesByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QByteArray& bytes, FileKind kind) {
        QTest::newRow(name) << bytes << static_cast<int>(kind);
    };
    row("safetensors", QByteArray("\x08\0\0\0\0\0\0\0{}      ", 16), FileKind::Weights);
    row("PyTorch", "PK\x03\x04 and so on", FileKind::Weights);
    row("HDF5", "\x89HDF\r\n\x1a\n and so on", FileKind::Weights);
    row("a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\n", FileKind::Weights);
    row("a web page", "<html></html>", FileKind::Drawings);
    row("a pickle", "\x80\x02.", FileKind::Weights);
    row("IDX images", QByteArray("\0\0\x08\x03\0\0\0\x01", 8), FileKind::DataSet);
    row("IDX labels", QByteArray("\0\0\x08\x01\0\0\0\x01", 8), FileKind::DataSet);
    row("IDX images in gzip", QByteArray::fromHex("1f8b08000000000002036360e0606660606004004217d6b908000000"),
        FileKind::DataSet);
    row("IDX labels in gzip", QByteArray::fromHex("1f8b08000000000002036360e060646060600400224416c308000000"),
        FileKind::DataSet);
    row("text in gzip", QByteArray::fromHex("1f8b0800000000000203cb48cdc9c9e7020020303a3606000000"),
        FileKind::Drawings);
    row("nothing in gzip", QByteArray::fromHex("1f8b080000000000020303000000000000000000"),
        FileKind::Drawings);
    row("gzip that is none", "\x1f\x8b\x08 and so on", FileKind::Drawings);
    row("three bytes of IDX", QByteArray("\0\0\x08", 3), FileKind::Drawings);
    row("InkML", "<?xml version=\"1.0\"?><ink/>", FileKind::Drawings);
    row("PNG", "\x89PNG\r\n\x1a\n and so on", FileKind::Drawings);
    row("text", "hello", FileKind::Drawings);
    row("nothing", {}, FileKind::Drawings);
}

void TstFileKind::goesByContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kind);
    const QTemporaryDir folder;
    for (const char* const name : {"a.safetensors", "a.png", "a.inkml", "a"}) {
        QFile file(folder.filePath(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QCOMPARE(static_cast<int>(fileKindOf(file.fileName())), kind);
    }
}

void TstFileKind::aFolderIsADataSet()
{
    const QTemporaryDir folder;
    QVERIFY(fileKindOf(folder.path()) == FileKind::DataSet);
}

void TstFileKind::whatIsNotThereIsLeftToItsReader()
{
    QVERIFY(fileKindOf(QStringLiteral("/nowhere/at/all.pt")) == FileKind::Drawings);
}

void TstFileKind::aPipeIsNotOpened()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
    // with something in it, so that who opens it tells instead of waiting
    const int other = ::open(qPrintable(path), O_RDWR);
    const QByteArray pickle = "\x80\x02" + QByteArray(30'000, '.');
    QCOMPARE(::write(other, pickle.constData(), static_cast<std::size_t>(pickle.size())),
             static_cast<ssize_t>(pickle.size()));
    QVERIFY(fileKindOf(path) == FileKind::Drawings);
    ::close(other);
}

GLYPHSCOPE_TEST(TstFileKind, Core)
#include "tst_file_kind.moc"
