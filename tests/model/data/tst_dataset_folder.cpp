// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/dataset_folder.h"
#include "model/types/error.h"
#include "tests/model/data/idx_bytes.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// A small set in `folder`: 30 training images and 20 test images.
void writeSet(const QDir& folder, const QString& train, const QString& test, const QString& joint, bool gzip)
{
    const QString end = gzip ? QStringLiteral(".gz") : QString();
    const auto pack = [gzip](const QByteArray& bytes) { return gzip ? gzipped(bytes) : bytes; };
    write(folder.filePath(train + QStringLiteral("-images") + joint + QStringLiteral("idx3-ubyte") + end),
          pack(imagesFile(30)));
    write(folder.filePath(train + QStringLiteral("-labels") + joint + QStringLiteral("idx1-ubyte") + end),
          pack(labelsFile(30)));
    write(folder.filePath(test + QStringLiteral("-images") + joint + QStringLiteral("idx3-ubyte") + end),
          pack(imagesFile(20)));
    write(folder.filePath(test + QStringLiteral("-labels") + joint + QStringLiteral("idx1-ubyte") + end),
          pack(labelsFile(20)));
}

QString messageOf(const QDir& folder)
{
    try {
        std::ignore = loadIdxFolder(folder.path().toStdString());
    } catch (const Error& error) {
        return QString::fromStdString(error.what());
    }
    return QStringLiteral("was read");
}

}  // namespace

class TstDatasetFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void findsEverySpelling_data();
    void findsEverySpelling();
    void emnistIsTurnedUpright();
    void fashionHasNames();
    void refuses_data();
    void refuses();
    void severalEmnistSetsAreRefused();
};

void TstDatasetFolder::findsEverySpelling_data()
{
    QTest::addColumn<QString>("joint");
    QTest::addColumn<bool>("gzip");
    QTest::newRow("as LeCun's, raw") << QStringLiteral("-") << false;
    QTest::newRow("as LeCun's, gzip") << QStringLiteral("-") << true;
    QTest::newRow("as Keras', raw") << QStringLiteral(".") << false;
    QTest::newRow("as Keras', gzip") << QStringLiteral(".") << true;
}

void TstDatasetFolder::findsEverySpelling()
{
    QFETCH(QString, joint);
    QFETCH(bool, gzip);
    const QTemporaryDir folder;
    writeSet(QDir(folder.path()), QStringLiteral("train"), QStringLiteral("t10k"), joint, gzip);
    QVERIFY(hasIdxFiles(folder.path().toStdString()));
    const TrainTest set = loadIdxFolder(folder.path().toStdString());
    QCOMPARE(set.train.size(), std::size_t{30});
    QCOMPARE(set.test.size(), std::size_t{20});
    QCOMPARE(set.train.classCount, 10);
    QCOMPARE(set.test.classCount, 10);
    QVERIFY(set.train.classNames.empty());
    QCOMPARE(static_cast<int>(set.train.images[kGlyphPixels + 5]), 6);
    QCOMPARE(static_cast<int>(set.test.labels[13]), 3);
}

void TstDatasetFolder::emnistIsTurnedUpright()
{
    const QTemporaryDir folder;
    writeSet(QDir(folder.path()), QStringLiteral("emnist-digits-train"), QStringLiteral("emnist-digits-test"),
             QStringLiteral("-"), true);
    const TrainTest set = loadIdxFolder(folder.path().toStdString());
    QCOMPARE(set.train.size(), std::size_t{30});
    // Row 2, column 3 of the first picture was written as row 3, column 2.
    QCOMPARE(static_cast<int>(set.train.images[2 * kGlyphSide + 3]), 3 * kGlyphSide + 2);
}

void TstDatasetFolder::fashionHasNames()
{
    const QTemporaryDir parent;
    QDir folder(QStringLiteral("/usr/share/datasets/fashion-mnist"));
    if (!hasIdxFiles(folder.path().toStdString())) {
        QVERIFY(QDir(parent.path()).mkdir(QStringLiteral("Fashion-MNIST")));
        folder.setPath(parent.filePath(QStringLiteral("Fashion-MNIST")));
        writeSet(folder, QStringLiteral("train"), QStringLiteral("t10k"), QStringLiteral("-"), true);
    }
    const TrainTest set = loadIdxFolder((folder.path() + QLatin1Char('/')).toStdString());
    QCOMPARE(set.name, std::string("Fashion-MNIST"));
    QCOMPARE(set.train.classNames.size(), std::size_t{10});
    QCOMPARE(set.test.classNames[9], std::string("Ankle boot"));
}

void TstDatasetFolder::refuses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* file, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << QString::fromLatin1(file) << bytes << QString::fromLatin1(reason);
    };
    row("one file is missing", "t10k-labels-idx1-ubyte", {}, "not there: t10k-labels-idx1-ubyte. ");
    row("a label too few", "train-labels-idx1-ubyte", labelsFile(29),
        "train-labels-idx1-ubyte: 29 labels for 30 images. ");
    row("not 28x28", "train-images-idx3-ubyte", imagesFile(30, 14, 56),
        "train-images-idx3-ubyte: images of 14x56 where");
    row("images as labels", "train-labels-idx1-ubyte", imagesFile(30),
        "train-labels-idx1-ubyte: magic number 0x00000803 (images)");
}

void TstDatasetFolder::refuses()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    writeSet(QDir(folder.path()), QStringLiteral("train"), QStringLiteral("t10k"), QStringLiteral("-"),
             false);
    if (bytes.isEmpty())
        QVERIFY(QFile::remove(folder.filePath(file)));
    else
        write(folder.filePath(file), bytes);
    const QString message = messageOf(QDir(folder.path()));
    QVERIFY2(message.contains(reason), qPrintable(message));
    QVERIFY(messageOf(QDir(folder.filePath(QStringLiteral("nowhere"))))
                .contains(QStringLiteral("no such folder")));
}

void TstDatasetFolder::severalEmnistSetsAreRefused()
{
    const QTemporaryDir folder;
    for (const QString& set : {QStringLiteral("emnist-digits"), QStringLiteral("emnist-letters")})
        writeSet(QDir(folder.path()), set + QStringLiteral("-train"), set + QStringLiteral("-test"),
                 QStringLiteral("-"), true);
    const QString message = messageOf(QDir(folder.path()));
    QVERIFY2(message.contains(QStringLiteral("several sets of EMNIST (emnist-digits, emnist-letters")),
             qPrintable(message));
}

GLYPHSCOPE_TEST(TstDatasetFolder, Core)
#include "tst_dataset_folder.moc"
