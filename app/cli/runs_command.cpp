// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/run_report.h"
#include "app/cli/runs_folder.h"
#include "app/files/curve_export.h"
#include "app/settings/installation.h"
#include "app/text/file_name.h"
#include "app/text/message_text.h"
#include "model/checkpoint/atomic_file.h"

#include <algorithm>
#include <array>
#include <span>

namespace glyphscope {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kMany = 10000;

QString idOf(const RunInfo& run)
{
    return QString::fromStdString(run.id);
}

void printRun(const Command& command, const RunInfo& run, const QString& text)
{
    if (command.json())
        printLine(runJson(run));
    else
        printLine(text);
}

void list(const Command& command, const QStringList&)
{
    std::vector<Message> notices;
    const std::vector<RunInfo> runs = RunStore(runsFolder()).list(&notices);
    for (const Message& notice : notices)
        printMessage(messageText(notice));
    if (command.json())
        for (const RunInfo& run : runs)
            printLine(runJson(run));
    else if (runs.empty())
        printLine(CommandText::tr("No runs yet. glyphscope train makes one."));
    else
        printLine(runTable(runs));
}

void show(const Command& command, const QStringList& words)
{
    const RunInfo run = keptRun(words[0]).info;
    printRun(command, run, runText(run));
}

void compare(const Command& command, const QStringList& words)
{
    const RunInfo a = keptRun(words[0]).info;
    const RunInfo b = keptRun(words[1]).info;
    if (command.json()) {
        printLine(runJson(a));
        printLine(runJson(b));
    } else {
        printLine(comparisonText(a, b));
    }
}

void rename(const Command& command, const QStringList& words)
{
    KeptRun run = keptRun(words[0]);
    run.store.rename(run.info.id, words[1].toStdString());
    run.info = run.store.info(run.info.id);
    printRun(command, run.info,
             CommandText::tr("%1 is now called \"%2\".")
                 .arg(idOf(run.info), QString::fromStdString(run.info.name)));
}

void note(const Command& command, const QStringList& words)
{
    KeptRun run = keptRun(words[0]);
    run.store.setNote(run.info.id, words[1].toStdString());
    printRun(command, run.store.info(run.info.id), CommandText::tr("%1 has its note.").arg(idOf(run.info)));
}

void trash(const Command& command, const QStringList& words)
{
    std::vector<KeptRun> runs;  // all of them are there before the first goes
    std::ranges::transform(words, std::back_inserter(runs), keptRun);
    for (KeptRun& run : runs) {
        run.store.trash(run.info.id);
        if (command.json())
            printLine(QJsonObject{{u"id"_s, idOf(run.info)}, {u"trashed"_s, true}});
        else
            printLine(CommandText::tr("%1 is in the trash. glyphscope runs restore %1 brings it back.")
                          .arg(idOf(run.info)));
    }
}

void restore(const Command& command, const QStringList& words)
{
    RunStore store(runsFolder());
    for (const QString& word : words) {
        const std::string id = trashedRun(store, word).id;
        store.restore(id);
        const RunInfo run = store.info(id);
        printRun(command, run, CommandText::tr("%1 is back.").arg(idOf(run)));
    }
}

/// The curves in the format that the name of the file asks for.
QByteArray encoded(const RunCurves& curves, const RunInfo& run, const QString& out)
{
    const QString name = out.section(u'/', -1);
    if (name.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return csvOf(curves);
    if (name.contains(u"tfevents"_s))
        return tensorboardEventsOf(curves, static_cast<double>(run.startedAt));
    throw UsageError(
        GLYPHSCOPE_TEXT(
            "Command",
            "--out %1: expected a name that ends in .csv, or has tfevents in it as TensorBoard asks for."),
        out.toStdString());
}

void exportCurves(const Command& command, const QStringList& words)
{
    if (!command.isSet(u"out"_s))
        throw UsageError(GLYPHSCOPE_TEXT(
            "Command", "runs export needs --out FILE: a .csv table, or TensorBoard events (.tfevents)."));
    const KeptRun run = keptRun(words[0]);
    const RunCurves curves = run.store.curves(run.info.id);
    const QString out = command.value(u"out"_s);
    const QByteArray bytes = encoded(curves, run.info, out);
    writeAtomically(fileNameBytes(out),
                    std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    const auto steps = static_cast<int>(curves.steps.size());
    const auto evaluations = static_cast<int>(curves.epochs.size());
    const auto changes = static_cast<int>(curves.marks.size());
    if (command.json())
        printLine(QJsonObject{{u"id"_s, idOf(run.info)},
                              {u"out"_s, out},
                              {u"steps"_s, steps},
                              {u"evaluations"_s, evaluations}});
    else
        printLine(CommandText::tr("%1, %2 and %3 of %4: %5",
                                  "counts of steps, evaluations and changes, a run, a file")
                      .arg(CommandText::tr("%Ln step(s)", nullptr, steps),
                           CommandText::tr("%Ln evaluation(s)", nullptr, evaluations),
                           CommandText::tr("%n change(s)", nullptr, changes), idOf(run.info), out));
}

struct Action {
    const char* name;
    const char* operands;
    qsizetype least;  ///< words after the name
    qsizetype most;
    void (*perform)(const Command& command, const QStringList& words);
};

constexpr auto kActions = std::to_array<Action>({
    {"list", "", 0, 0, list},
    {"show", " RUN", 1, 1, show},
    {"compare", " RUN RUN", 2, 2, compare},
    {"export", " RUN --out FILE", 1, 1, exportCurves},
    {"rename", " RUN NAME", 2, 2, rename},
    {"note", " RUN TEXT", 2, 2, note},
    {"trash", " RUN...", 1, kMany, trash},
    {"restore", " RUN...", 1, kMany, restore},
});

const Action& actionNamed(const std::string& name)
{
    const auto action =
        std::ranges::find_if(kActions, [&name](const Action& known) { return known.name == name; });
    if (action != kActions.end())
        return *action;
    std::string known;
    for (const Action& other : kActions)
        known += (known.empty() ? "" : ", ") + std::string(other.name);
    throw UsageError(GLYPHSCOPE_TEXT("Command", "There is no \"runs %1\". Choose one of: %2."), name, known);
}

}  // namespace

int runsCommand(const QStringList& arguments)
{
    Command command(
        u"runs"_s,
        u"[list | show RUN | compare RUN RUN | export RUN --out FILE | rename RUN NAME | "
        "note RUN TEXT | trash RUN... | restore RUN...]"_s,
        CommandText::tr("Lists and manages the trainings that the window and glyphscope train kept. RUN is "
                        "the folder of a run, or the beginning of its id if no other id begins the same."));
    command.addOption(u"out"_s,
                      CommandText::tr("for export: write the curves to FILE, as a table (.csv) or as "
                                      "TensorBoard events (.tfevents in the name)"),
                      u"FILE"_s);
    if (!command.parse(arguments))
        return kDone;
    QStringList words = command.files();
    const std::string name = words.isEmpty() ? "list" : words.takeFirst().toStdString();
    const Action& action = actionNamed(name);
    if (words.size() < action.least || words.size() > action.most)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "Usage: glyphscope runs %1%2"), action.name,
                         action.operands);
    if (command.isSet(u"out"_s) && action.perform != exportCurves)
        throw UsageError(GLYPHSCOPE_TEXT("Command", "--out goes with runs export only."));
    action.perform(command, words);
    return kDone;
}

}  // namespace glyphscope
