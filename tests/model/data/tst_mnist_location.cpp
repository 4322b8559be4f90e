// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/data/mnist_location.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

#include <filesystem>
#include <pwd.h>
#include <unistd.h>

using namespace glyphscope;

class TstMnistLocation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void followsTheEnvironment_data();
    void followsTheEnvironment();
    void asksForTheUsersHomeWithoutAnEnvironment();
    void saysHowToGetIt();
};

void TstMnistLocation::followsTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("own");
    QTest::addColumn<QByteArray>("xdg");
    QTest::addColumn<QByteArray>("folder");
    QTest::newRow("own variable") << QByteArray("/a") << QByteArray("/b") << QByteArray("/a/mnist");
    QTest::newRow("data home") << QByteArray() << QByteArray("/b") << QByteArray("/b/glyphscope/mnist");
    QTest::newRow("relative data home is void")
        << QByteArray() << QByteArray("b") << QByteArray("/h/.local/share/glyphscope/mnist");
    QTest::newRow("neither") << QByteArray() << QByteArray()
                             << QByteArray("/h/.local/share/glyphscope/mnist");
}

void TstMnistLocation::followsTheEnvironment()
{
    QFETCH(QByteArray, own);
    QFETCH(QByteArray, xdg);
    QFETCH(QByteArray, folder);
    qputenv("GLYPHSCOPE_DATA", own);
    qputenv("XDG_DATA_HOME", xdg);
    qputenv("HOME", "/h");
    QCOMPARE(QByteArray(mnistFolder().c_str()), folder);
}

void TstMnistLocation::asksForTheUsersHomeWithoutAnEnvironment()
{
    for (const char* name : {"GLYPHSCOPE_DATA", "XDG_DATA_HOME", "HOME"})
        qunsetenv(name);
    QCOMPARE(mnistFolder(),
             std::filesystem::path(getpwuid(getuid())->pw_dir) / ".local/share/glyphscope/mnist");
}

void TstMnistLocation::saysHowToGetIt()
{
    const QTemporaryDir folder;
    qputenv("GLYPHSCOPE_DATA", folder.path().toLocal8Bit());
    QVERIFY(!hasMnist());
    QVERIFY(howToGetMnist().text().find("./run.sh fetches it") != std::string::npos);
    QVERIFY(howToGetMnist().text().find(mnistFolder().string()) != std::string::npos);
}

GLYPHSCOPE_TEST(TstMnistLocation, Core)
#include "tst_mnist_location.moc"
