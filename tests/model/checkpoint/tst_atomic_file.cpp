// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/atomic_file.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <span>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace glyphscope;

namespace {

std::vector<std::byte> bytesOf(const char* text)
{
    const auto span = std::as_bytes(std::span(text, std::strlen(text)));
    return {span.begin(), span.end()};
}

}  // namespace

class TstAtomicFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesTheFile();
    void refusesMoreThanTheLimit();
    void failedWriteLeavesTheOldFileAlone();
    void folderInTheWayIsAnError();
    void aPipeIsNotOpened();
};

void TstAtomicFile::replacesTheFile()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
    writeAtomically(file, bytesOf("first"));
    writeAtomically(file, bytesOf("second"));
    QCOMPARE(readWhole(file, 100), bytesOf("second"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a")});
}

void TstAtomicFile::refusesMoreThanTheLimit()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
    writeAtomically(file, bytesOf("0123456789"));
    QCOMPARE(readWhole(file, 10).size(), std::size_t(10));
    QVERIFY_THROWS_EXCEPTION(Error, (void)readWhole(file, 9));
}

void TstAtomicFile::failedWriteLeavesTheOldFileAlone()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
    writeAtomically(file, bytesOf("precious"));

    // A limit on the size of files stands in for a full disk; without the handler the signal would end us.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit tight = before;
    tight.rlim_cur = 4096;
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto tryIt = [&] { writeAtomically(file, std::vector<std::byte>(100'000)); };
    bool thrown = false;
    try {
        tryIt();
    } catch (const Error&) {
        thrown = true;
    }
    setrlimit(RLIMIT_FSIZE, &before);

    QVERIFY(thrown);
    QCOMPARE(readWhole(file, 100), bytesOf("precious"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a")});
}

void TstAtomicFile::folderInTheWayIsAnError()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("a/b")));
    const std::filesystem::path file = folder.filePath(QStringLiteral("a")).toStdString();
    QVERIFY_THROWS_EXCEPTION(Error, writeAtomically(file, bytesOf("x")));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size(), 1);
}

void TstAtomicFile::aPipeIsNotOpened()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(QStringLiteral("pipe")).toStdString();
    QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
    // more in it than is read at first: who opens it tells instead of waiting
    const int other = ::open(file.c_str(), O_RDWR);
    const std::vector<std::byte> bytes(30'000);
    QCOMPARE(::write(other, bytes.data(), bytes.size()), ssize_t(30'000));
    QString told;
    try {
        (void)readWhole(file, 100);
    } catch (const Error& error) {
        told = QString::fromUtf8(error.what());
    }
    ::close(other);
    QVERIFY2(told.contains(QStringLiteral("is a pipe or a device")), qPrintable(told));
}

GLYPHSCOPE_TEST(TstAtomicFile, Core)
#include "tst_atomic_file.moc"
