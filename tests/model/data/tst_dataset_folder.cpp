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
    void aFileNamesTheClasses();
    void emnistsMappingNamesTheClasses();
    void emnistsLettersBeginAtOne_data();
    void emnistsLettersBeginAtOne();
    void darkOnLightIsInverted();
    void torchvisionsRootNamesTheSet();
    void refusesNames_data();
    void refusesNames();
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
    QVERIFY(set.train.classes == ClassSet::digits());
    QVERIFY(set.test.classes == ClassSet::digits());
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
    QCOMPARE(set.train.classes.size(), 10);
    QCOMPARE(set.test.classes.name(9), std::string("Ankle boot"));
}

void TstDatasetFolder::aFileNamesTheClasses()
{
    const QTemporaryDir parent;
    QVERIFY(QDir(parent.path()).mkdir(QStringLiteral("my-fashion")));
    const QDir folder(parent.filePath(QStringLiteral("my-fashion")));
    writeSet(folder, QStringLiteral("train"), QStringLiteral("t10k"), QStringLiteral("-"), false);
    write(folder.filePath(QStringLiteral("class-names.txt")),
          "a\r\nb\r\nc\r\nd\r\ne\r\nf\r\ng\r\nh\r\ni\r\nj\r\nnever seen\r\n\r\n");
    const TrainTest set = loadIdxFolder(folder.path().toStdString());
    QCOMPARE(set.train.classes.size(), 11);
    QCOMPARE(set.train.classes.name(9), std::string("j"));
    QCOMPARE(set.test.classes.name(10), std::string("never seen"));
}

void TstDatasetFolder::emnistsMappingNamesTheClasses()
{
    const QTemporaryDir folder;
    writeSet(QDir(folder.path()), QStringLiteral("emnist-letters-train"),
             QStringLiteral("emnist-letters-test"), QStringLiteral("-"), true);
    QByteArray mapping;
    for (int k = 1; k <= 26; ++k)
        mapping += QByteArray::number(k) + ' ' + QByteArray::number(64 + k) + ' ' +
                   QByteArray::number(96 + k) + " \n";
    write(folder.filePath(QStringLiteral("emnist-letters-mapping.txt")), mapping);
    const TrainTest set = loadIdxFolder(folder.path().toStdString());
    QCOMPARE(set.train.classes.size(), 27);  // no label of EMNIST's letters is 0
    QCOMPARE(set.train.classes.name(1), std::string("A"));
    QCOMPARE(set.test.classes.name(26), std::string("Z"));
    QVERIFY(set.train.classes.kind() == ClassSet::Kind::Letters);
}

void TstDatasetFolder::emnistsLettersBeginAtOne_data()
{
    QTest::addColumn<QString>("stem");
    QTest::addColumn<QByteArray>("mapping");
    QTest::addColumn<std::string>("first");
    QByteArray letters;
    for (int k = 1; k <= 26; ++k)
        letters += QByteArray::number(k) + ' ' + QByteArray::number(64 + k) + '\n';
    QTest::newRow("by the mapping") << QStringLiteral("emnist-letters-") << letters << std::string("A");
    QTest::newRow("by the name") << QStringLiteral("emnist-letters-") << QByteArray() << std::string("A");
    QTest::newRow("of another name") << QString() << QByteArray() << std::string("1");
}

void TstDatasetFolder::emnistsLettersBeginAtOne()
{
    QFETCH(QString, stem);
    QFETCH(QByteArray, mapping);
    QFETCH(std::string, first);
    const QTemporaryDir folder;
    const QString test = stem.isEmpty() ? QStringLiteral("t10k") : stem + QStringLiteral("test");
    writeSet(QDir(folder.path()), stem + QStringLiteral("train"), test, QStringLiteral("-"), false);
    for (const QString& set : {stem + QStringLiteral("train"), test}) {
        const int count = set == test ? 20 : 30;
        QByteArray labels = words({0x801, static_cast<quint32>(count)});
        for (int i = 0; i < count; ++i)
            labels.append(static_cast<char>(1 + i % 26));
        write(folder.filePath(set + QStringLiteral("-labels-idx1-ubyte")), labels);
    }
    if (!mapping.isEmpty())
        write(folder.filePath(QStringLiteral("emnist-letters-mapping.txt")), mapping);
    const TrainTest set = loadIdxFolder(folder.path().toStdString());
    QCOMPARE(set.train.classes.size(), 26);
    QCOMPARE(set.train.classes.name(0), first);
    QCOMPARE(int{set.train.labels[25]}, 25);
    QCOMPARE(int{set.test.labels[0]}, 0);
    QCOMPARE(set.notes.size(), std::size_t{1});
    QVERIFY(set.notes[0].text().find("begin at 1") != std::string::npos);
}

void TstDatasetFolder::darkOnLightIsInverted()
{
    const QTemporaryDir folder;
    writeSet(QDir(folder.path()), QStringLiteral("train"), QStringLiteral("t10k"), QStringLiteral("-"),
             false);
    const TrainTest set = loadIdxFolder(folder.path().toStdString());
    QVERIFY(set.notes.empty());
    for (const QString& name :
         {QStringLiteral("train-images-idx3-ubyte"), QStringLiteral("t10k-images-idx3-ubyte")}) {
        QByteArray bytes = imagesFile(name.startsWith(QLatin1Char('t') + QStringLiteral("rain")) ? 30 : 20);
        for (qsizetype i = 16; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(255 - static_cast<quint8>(bytes[i]));
        write(folder.filePath(name), bytes);
    }
    const TrainTest inverted = loadIdxFolder(folder.path().toStdString());
    QVERIFY(inverted.train.images == set.train.images);
    QVERIFY(inverted.test.images == set.test.images);
    QCOMPARE(inverted.notes.size(), std::size_t{1});
    QVERIFY(inverted.notes[0].text().find("dark on light") != std::string::npos);
}

void TstDatasetFolder::torchvisionsRootNamesTheSet()
{
    const QTemporaryDir root;
    const QDir folder(root.filePath(QStringLiteral("FashionMNIST/raw")));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    writeSet(folder, QStringLiteral("train"), QStringLiteral("t10k"), QStringLiteral("-"), true);
    QCOMPARE(loadIdxFolder(root.path().toStdString()).name, std::string("Fashion-MNIST"));
}

void TstDatasetFolder::refusesNames_data()
{
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QString>("reason");
    QTest::newRow("too few") << QByteArray("a\nb\n")
                             << QStringLiteral("image 2 (from 0) has the label 2, and class-names.txt names");
    QTest::newRow("one") << QByteArray("a\n") << QStringLiteral("class-names.txt: names 1 classes");
    QTest::newRow("twice") << QByteArray("a\nb\na\nd\ne\nf\ng\nh\ni\nj\n")
                           << QStringLiteral("line 3 gives the name \"a\" again");
    QTest::newRow("empty") << QByteArray("a\n\nc\nd\ne\nf\ng\nh\ni\nj\n")
                           << QStringLiteral("line 2 is empty");
    QTest::newRow("a book") << QByteArray(5000, 'x') << QStringLiteral("no list of classes");
}

void TstDatasetFolder::refusesNames()
{
    QFETCH(QByteArray, names);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    writeSet(QDir(folder.path()), QStringLiteral("train"), QStringLiteral("t10k"), QStringLiteral("-"),
             false);
    write(folder.filePath(QStringLiteral("class-names.txt")), names);
    const QString message = messageOf(QDir(folder.path()));
    QVERIFY2(message.contains(QStringLiteral("class-names.txt")) && message.contains(reason),
             qPrintable(message));
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
