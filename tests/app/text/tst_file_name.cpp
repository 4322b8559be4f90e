// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/file_name.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <filesystem>
#include <fstream>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstFileName : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void bytesComeBack_data();
    void bytesComeBack();
    void everyByteComesBack();
    void opens();
    void openingSaysWhyNot();
};

void TstFileName::bytesComeBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("nothing") << QByteArray("") << u""_s;
    QTest::newRow("ASCII") << QByteArray("a b.png") << u"a b.png"_s;
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa9\xe4\xb8\x83") << u"\u00e9\u4e03"_s;
    QTest::newRow("beyond the first plane") << QByteArray("\xf0\x9f\x98\x80") << u"\U0001F600"_s;
    QTest::newRow("Latin-1") << QByteArray("\xe9t\xe9") << QString(QChar(0xdce9)) + u't' + QChar(0xdce9);
    QTest::newRow("both") << QByteArray("\xc3\xa9\xe9") << u"\u00e9"_s + QChar(0xdce9);
    QTest::newRow("cut off") << QByteArray("a\xe4\xb8") << u"a"_s + QChar(0xdce4) + QChar(0xdcb8);
    QTest::newRow("too long") << QByteArray("\xc0\xaf") << QString(QChar(0xdcc0)) + QChar(0xdcaf);
    QTest::newRow("a surrogate in UTF-8")
        << QByteArray("\xed\xb3\xa9") << QString(QChar(0xdced)) + QChar(0xdcb3) + QChar(0xdca9);
    QTest::newRow("a replacement character") << QByteArray("\xef\xbf\xbd") << u"\ufffd"_s;
}

void TstFileName::bytesComeBack()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    const QString read = fileNameFromBytes(bytes.toStdString());
    QCOMPARE(read, name);
    QCOMPARE(QByteArray::fromStdString(fileNameBytes(read)), bytes);
}

void TstFileName::everyByteComesBack()
{
    for (int first = 1; first < 256; ++first)
        for (int second = 1; second < 256; ++second) {
            const std::string bytes{static_cast<char>(first), static_cast<char>(second), 'x'};
            QCOMPARE(fileNameBytes(fileNameFromBytes(bytes)), bytes);
        }
}

void TstFileName::opens()
{
    const QTemporaryDir folder;
    for (const char* name : {"plain.txt", "\xc3\xa9.txt", "\xe9.txt"}) {
        const std::string path = folder.filePath(u"x"_s).toStdString() + name;
        std::ofstream(path) << "content";
        QFile file;
        QVERIFY(openToRead(file, fileNameFromBytes(path)));
        QCOMPARE(file.size(), qint64{7});
        QCOMPARE(file.readAll(), QByteArray("content"));
        std::filesystem::remove(path);  // Qt could not
    }
}

void TstFileName::openingSaysWhyNot()
{
    for (const char* name : {"/nowhere/plain.txt", "/nowhere/\xe9.txt"}) {
        QFile file;
        QVERIFY(!openToRead(file, fileNameFromBytes(name)));
        QVERIFY(file.errorString().contains(u"No such file"_s));
    }
}

GLYPHSCOPE_TEST(TstFileName, Core)
#include "tst_file_name.moc"
