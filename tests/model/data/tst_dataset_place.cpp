// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/dataset_folder.h"
#include "model/data/dataset_place.h"
#include "model/types/error.h"
#include "tests/model/data/idx_bytes.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Writes a set of 30 and 20 images; the paths are those of the four files in MNIST's order.
void writeAt(const QDir& folder, const QStringList& paths)
{
    const QByteArray contents[] = {imagesFile(30), labelsFile(30), imagesFile(20), labelsFile(20)};
    for (qsizetype i = 0; i < paths.size(); ++i) {
        QByteArray content = contents[i];
        if (paths[i].contains(u"idx2-int"_s)) {
            content = words({0xc02, static_cast<quint32>(content.size() - 8), 2});
            for (const char label : contents[i].mid(8))
                content += words({static_cast<quint32>(label), 77});
        }
        const QString path = folder.filePath(paths[i]);
        if (!QDir().mkpath(QFileInfo(path).path()))
            qFatal("cannot make the folder of %s", qPrintable(path));
        write(path, path.endsWith(u".gz"_s, Qt::CaseInsensitive) ? gzipped(content) : content);
    }
}

const QStringList kPlain{u"train-images-idx3-ubyte"_s, u"train-labels-idx1-ubyte"_s,
                         u"t10k-images-idx3-ubyte"_s, u"t10k-labels-idx1-ubyte"_s};

/// `made` of each of the four names.
template <typename Make>
QStringList each(Make made)
{
    QStringList paths;
    for (const QString& name : kPlain)
        paths << made(name);
    return paths;
}

QString refusalAt(const QString& path)
{
    try {
        (void)loadIdxFolder(path.toStdString());
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return u"was read"_s;
}

}  // namespace

class TstDatasetPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheSet_data();
    void findsTheSet();
    void tellsWhatItIs_data();
    void tellsWhatItIs();
    void severalAreTold();
};

void TstDatasetPlace::findsTheSet_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("asked");  // below the top
    const auto dotted = [](const QString& name) { return QString(name).replace(u"-idx"_s, u".idx"_s); };
    QTest::newRow("its folder") << kPlain << QString();
    QTest::newRow("its images") << kPlain << kPlain[0];
    QTest::newRow("its test labels") << kPlain << kPlain[3];
    QTest::newRow("torchvision's root")
        << each([](const QString& n) { return u"MNIST/raw/"_s + n; }) << QString();
    QTest::newRow("torchvision's folder")
        << each([](const QString& n) { return u"MNIST/raw/"_s + n; }) << u"MNIST"_s;
    QTest::newRow("folders of the names") << each([](const QString& n) { return n + u'/' + n; }) << QString();
    QTest::newRow("Kaggle's folders")
        << each([&](const QString& n) { return dotted(n) + u'/' + n; }) << QString();
    QTest::newRow("a file in Kaggle's folders")
        << each([&](const QString& n) { return dotted(n) + u'/' + n; })
        << dotted(kPlain[0]) + u'/' + kPlain[0];
    QTest::newRow("a folder around Kaggle's")
        << each([&](const QString& n) { return u"archive/"_s + n + u'/' + dotted(n); }) << QString();
    QTest::newRow("capitals") << each([](const QString& n) { return n.toUpper(); }) << QString();
    QTest::newRow("capitals, packed")
        << each([](const QString& n) { return n.toUpper() + u".GZ"_s; }) << QString();
    QTest::newRow("a test set called so")
        << each([](const QString& n) { return QString(n).replace(u"t10k"_s, u"test"_s); }) << QString();
    QTest::newRow("QMNIST's") << QStringList{u"qmnist-train-images-idx3-ubyte.gz"_s,
                                             u"qmnist-train-labels-idx2-int.gz"_s,
                                             u"qmnist-test-images-idx3-ubyte"_s,
                                             u"qmnist-test-labels-idx2-int"_s}
                              << QString();
}

void TstDatasetPlace::findsTheSet()
{
    QFETCH(QStringList, files);
    QFETCH(QString, asked);
    const QTemporaryDir top;
    writeAt(QDir(top.path()), files);
    const TrainTest set = loadIdxFolder(QDir(top.path()).filePath(asked).toStdString());
    QCOMPARE(set.train.size(), std::size_t{30});
    QCOMPARE(set.test.size(), std::size_t{20});
    QCOMPARE(int{set.test.labels[13]}, 3);
    QVERIFY(set.train.classes == ClassSet::digits());
}

void TstDatasetPlace::tellsWhatItIs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("reason");
    const QByteArray zip = "PK\3\4" + QByteArray(26, '\0') + "x";
    QTest::newRow("nothing") << u"notes.txt"_s << QByteArray("hello") << QString()
                             << u": not there: train-images"_s;
    QTest::newRow("a zip in it") << u"archive.zip"_s << zip << QString() << u"archive.zip, which is packed"_s;
    QTest::newRow("a page") << u"a"_s << QByteArray("<html></html>") << u"a"_s << u"a: a web page"_s;
    QTest::newRow("a single file of images")
        << u"a-images-idx3-ubyte"_s << imagesFile(3) << u"a-images-idx3-ubyte"_s
        << u": a file, but none of a whole data set"_s;
    QTest::newRow("a part of a set") << u"train-images-idx3-ubyte"_s << imagesFile(3) << QString()
                                     << u": not there: train-labels-idx1-ubyte, t10k-"_s;
    QTest::newRow("not there") << u"a"_s << QByteArray() << u"nowhere"_s << u": no such folder"_s;
}

void TstDatasetPlace::tellsWhatItIs()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, asked);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    write(folder.filePath(file), bytes);
    const QString message = refusalAt(QDir(folder.path()).filePath(asked));
    QVERIFY2(message.contains(reason), qPrintable(message));
}

void TstDatasetPlace::severalAreTold()
{
    const QTemporaryDir root;
    writeAt(QDir(root.path()), each([](const QString& n) { return u"MNIST/raw/"_s + n; }));
    writeAt(QDir(root.path()), each([](const QString& n) { return u"KMNIST/raw/"_s + n; }));
    const QString message = refusalAt(root.path());
    QVERIFY2(message.contains(u"several data sets, KMNIST/raw and MNIST/raw. Choose one"),
             qPrintable(message));
    // one that is nearer hides those below
    writeAt(QDir(root.path()), kPlain);
    QCOMPARE(QString::fromStdString(datasetAt(root.path().toStdString()).path.string()), root.path());
}

GLYPHSCOPE_TEST(TstDatasetPlace, Core)
#include "tst_dataset_place.moc"
