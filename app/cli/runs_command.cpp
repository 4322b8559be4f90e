// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/run_report.h"
#include "app/cli/runs_folder.h"
#include "model/checkpoint/run_store.h"

#include <algorithm>

namespace glyphscope {
namespace {

void list(const Command& command, const RunStore& store)
{
    std::vector<std::string> notices;
    const std::vector<RunInfo> runs = store.list(&notices);
    for (const std::string& notice : notices)
        printMessage(QString::fromStdString(notice));
    if (command.json())
        for (const RunInfo& run : runs)
            printLine(runJson(run));
    else if (runs.empty())
        printLine(QStringLiteral("No runs yet. glyphscope train makes one."));
    else
        printLine(runTable(runs));
}

void show(const Command& command, const RunInfo& run)
{
    if (command.json())
        printLine(runJson(run));
    else
        printLine(runText(run));
}

void compare(const Command& command, const RunInfo& a, const RunInfo& b)
{
    if (command.json()) {
        printLine(runJson(a));
        printLine(runJson(b));
    } else {
        printLine(comparisonText(a, b));
    }
}

void require(const QStringList& words, qsizetype least, qsizetype most, const char* usage)
{
    if (words.size() < least || words.size() > most)
        throw UsageError(std::string("Usage: glyphscope runs ") + usage);
}

/// What is asked for, in the first of `words`; `rest` are its operands.
void perform(const Command& command, RunStore& store, const QString& action, const QStringList& rest)
{
    constexpr qsizetype kMany = 10000;
    if (action == QStringLiteral("list")) {
        require(rest, 0, 0, "list");
        list(command, store);
    } else if (action == QStringLiteral("show")) {
        require(rest, 1, 1, "show RUN");
        show(command, runNamed(store, rest[0]));
    } else if (action == QStringLiteral("compare")) {
        require(rest, 2, 2, "compare RUN RUN");
        compare(command, runNamed(store, rest[0]), runNamed(store, rest[1]));
    } else if (action == QStringLiteral("rename")) {
        require(rest, 2, 2, "rename RUN NAME");
        store.rename(runNamed(store, rest[0]).id, rest[1].toStdString());
    } else if (action == QStringLiteral("note")) {
        require(rest, 2, 2, "note RUN TEXT");
        store.setNote(runNamed(store, rest[0]).id, rest[1].toStdString());
    } else if (action == QStringLiteral("trash")) {
        require(rest, 1, kMany, "trash RUN...");
        for (const QString& run : rest)
            store.trash(runNamed(store, run).id);
    } else if (action == QStringLiteral("restore")) {
        require(rest, 1, kMany, "restore RUN...");
        for (const QString& run : rest)
            store.restore(run.toStdString());
    } else {
        throw UsageError("runs knows list, show, compare, rename, note, trash and restore, not \"" +
                         action.toStdString() + "\".");
    }
}

}  // namespace

int runsCommand(const QStringList& arguments)
{
    Command command(QStringLiteral("runs"),
                    QStringLiteral("[list | show RUN | compare RUN RUN | rename RUN NAME | note RUN TEXT | "
                                   "trash RUN... | restore RUN...]"),
                    QStringLiteral("The trainings that were kept. RUN is the beginning of a run's id, if no "
                                   "other begins so."));
    if (!command.parse(arguments))
        return kDone;
    QStringList words = command.files();
    const QString action = words.isEmpty() ? QStringLiteral("list") : words.takeFirst();
    RunStore store(runsFolder());
    perform(command, store, action, words);
    return kDone;
}

}  // namespace glyphscope
