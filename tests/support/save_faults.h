// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/error.h"
#include "tests/support/faults.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFileInfo>
#include <QtCore/QString>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cerrno>
#include <cstring>
#include <functional>
#include <string>

namespace glyphscope::test {

/// A way that the program saves something. All of it happens below `folder`, which is empty at first.
struct SavePath {
    using Step = std::function<void(const QString& folder)>;

    Step prepare;                                         ///< the old state
    Step save;                                            ///< the new state; throws Error
    std::function<QString(const QString& folder)> state;  ///< "old", "new", or what is wrong
    bool silent = false;  ///< what fails behind the change itself need not be told
};

inline QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (it.hasNext())
        files << QDir(folder).relativeFilePath(it.next());
    files.sort();
    return files;
}

/// A place in memory where there is one: thousands of saves, each waiting for a disk, take minutes.
inline QString scratchTemplate()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) +
           QStringLiteral("/glyphscope-faults-XXXXXX");
}

inline QStringList leftoversIn(const QString& folder)
{
    return filesBelow(folder).filter(QStringLiteral(".glyphscope-"));
}

inline qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

/// What is wrong with a message for the user; empty: it says what, where and what to do.
inline QString wrongWith(const std::string& message, const QString& folder, int error)
{
    const QString text = QString::fromStdString(message);
    if (!text.contains(folder) && !text.contains(QDir(folder).dirName()))
        return QStringLiteral("does not say where: ") + text;
    if (!text.trimmed().endsWith(u'.') || text.count(QStringLiteral(". ")) < 1)
        return QStringLiteral("does not say what to do: ") + text;
    Q_UNUSED(error)
    return {};
}

/// Saves with the `nth` call failing; false when there was no such call. Fails the running test if anything
/// of what a save promises is not so.
inline bool savesSafely(const SavePath& path, long nth, int error, bool forGood)
{
    const QTemporaryDir scratch(scratchTemplate());
    const QString folder = QDir(scratch.path()).canonicalPath() + QStringLiteral("/data");
    QDir().mkpath(folder);
    path.prepare(folder);
    const qsizetype open = openFiles();
    std::string told;
    faults::arm({folder.toStdString(), nth, error, forGood});
    try {
        path.save(folder);
    } catch (const Error& caught) {
        told = caught.what();
    }
    const long failed = faults::disarm();
    const QString where = QStringLiteral("call %1 %2 with %3: ")
                              .arg(nth)
                              .arg(forGood ? QStringLiteral("and all after it") : QStringLiteral("alone"))
                              .arg(QLatin1StringView(std::strerror(error)));
    const auto complain = [&](const QString& what) {
        QTest::qFail(qPrintable(where + what), __FILE__, __LINE__);
    };
    if (openFiles() != open)
        complain(QStringLiteral("a file stays open"));
    const QString state = path.state(folder);
    if (state != QStringLiteral("old") && state != QStringLiteral("new"))
        complain(QStringLiteral("neither old nor new: ") + state);
    if (told.empty() && state != QStringLiteral("new") && !path.silent)
        complain(QStringLiteral("not saved, and nobody was told"));
    if (!told.empty())
        if (const QString wrong = wrongWith(told, folder, error); !wrong.isEmpty())
            complain(wrong);
    if (!forGood && !leftoversIn(folder).isEmpty())
        complain(QStringLiteral("left over: ") + leftoversIn(folder).join(u' '));
    if (failed == 0)
        return false;
    try {
        path.save(folder);
    } catch (const Error& caught) {
        if (state != QStringLiteral("new"))
            complain(QStringLiteral("the next save fails: ") + QString::fromUtf8(caught.what()));
    }
    if (const QString after = path.state(folder); after != QStringLiteral("new"))
        complain(QStringLiteral("the next save does not save: ") + after);
    if (!leftoversIn(folder).isEmpty())
        complain(QStringLiteral("left over after the next save: ") + leftoversIn(folder).join(u' '));
    return true;
}

/// Every call of the save in turn, once and for good, with what disks and systems say.
inline void saveThroughAllFaults(const SavePath& path)
{
    for (const int error : {ENOSPC, EIO, EACCES, EMFILE})
        for (const bool forGood : {false, true}) {
            long nth = 1;
            while (savesSafely(path, nth, error, forGood) && !QTest::currentTestFailed())
                ++nth;
            if (QTest::currentTestFailed())
                return;
            if (nth < 2)
                QTest::qFail("no call was made to fail", __FILE__, __LINE__);
        }
}

}  // namespace glyphscope::test
