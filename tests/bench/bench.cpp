// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the programs of this folder that have a goal, one after the other, and prints one table: what was
// measured, how many times better that is than the rival measured beside it, the goal, and the machine.
// usage: bench [--json] [--quick] [--list] [NAME...]     (./run.sh bench does the same)
#include "model/engine/load_engine.h"
#include "tests/bench/figure.h"
#include "tests/bench/machine.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>

#include <algorithm>
#include <cstdio>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;

namespace {

struct Program {
    QString name;
    QString file;
    QStringList arguments;
    QStringList quick;  ///< instead, to see that it works
    QString measures;
    bool usual = true;  ///< run when nobody names it
};

QList<Program> programs()
{
    return {{u"throughput"_s,
             u"throughput"_s,
             {},
             {u"--quick"_s},
             u"images/s, system time and page faults of training"_s},
            {u"train_speed"_s,
             u"train_speed"_s,
             {},
             {u"--quick"_s},
             u"sprint until 99.0 %, against PyTorch's example (minutes)"_s},
            {u"busy_machine"_s,
             u"busy_machine"_s,
             {},
             {u"--quick"_s},
             u"the sprint beside programs that never rest (minutes)"_s},
            {u"read_latency"_s,
             u"read_latency"_s,
             {},
             {u"--rounds"_s, u"5"_s},
             u"one drawing to 28x28, one glyph through the network"_s},
            {u"pen_latency"_s,
             u"pen_latency"_s,
             {},
             {u"--seconds"_s, u"2"_s},
             u"from the pen to the painted stroke and answer"_s},
            {u"start_up"_s,
             u"start_up"_s,
             {},
             {u"--rows"_s, u"1"_s},
             u"from the start to the first paint and the engine, idle cost"_s},
            {u"window_smoothness"_s,
             u"window_smoothness"_s,
             {},
             {u"--seconds"_s, u"3"_s, u"--small"_s},
             u"stalls of the window, cost of open panels (minutes)"_s},
            {u"train_standard"_s,
             u"train_speed"_s,
             {u"--recipe"_s, u"standard"_s},
             {u"--quick"_s},
             u"accuracy and time of the recipe (minutes)"_s,
             false},
            {u"train_quality"_s,
             u"train_speed"_s,
             {u"--recipe"_s, u"quality"_s},
             {u"--quick"_s},
             u"the same (a quarter of an hour and more)"_s,
             false}};
}

/// The figures of one program as it prints them; none if it fails.
QList<QJsonObject> run(const Program& program, bool quick)
{
    std::fprintf(stderr, "%s: %s ...\n", qPrintable(program.name), qPrintable(program.measures));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationDirPath() + u'/' + program.file,
                  program.arguments + (quick ? program.quick : QStringList()) + QStringList{u"--json"_s});
    QList<QJsonObject> figures;
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        std::fprintf(stderr, "%s failed.\n", qPrintable(program.name));
        return figures;
    }
    for (const QByteArray& line : process.readAllStandardOutput().split('\n'))
        if (const QJsonObject object = QJsonDocument::fromJson(line).object(); object.contains(u"value"_s))
            figures.append(object);
    return figures;
}

/// Those that were named, or all that are usual. Says which names there are and ends if there is no such.
QList<Program> chosen(const QStringList& names)
{
    const QList<Program> all = programs();
    QList<Program> picked;
    for (const QString& name : names) {
        const auto found = std::ranges::find(all, name, &Program::name);
        if (found == all.end()) {
            std::fprintf(stderr, "There is no %s to run. --list shows what there is.\n", qPrintable(name));
            std::exit(2);
        }
        picked.append(*found);
    }
    if (names.isEmpty())
        std::ranges::copy_if(all, std::back_inserter(picked), &Program::usual);
    return picked;
}

int runAll(const QList<Program>& programs, bool json, bool quick)
{
    const QJsonObject on = machine();
    if (json)
        printJson(QJsonObject{{u"machine"_s, on}});
    std::vector<Figure> figures;
    int failed = 0;
    for (const Program& program : programs) {
        const QList<QJsonObject> lines = run(program, quick);
        failed += lines.isEmpty();
        for (const QJsonObject& line : lines) {
            if (json)
                printJson(line);
            figures.push_back(figureOf(line));
        }
    }
    if (!json) {
        print(figures, {}, false);
        std::printf("on %s\n", qPrintable(machineText(on)));
    }
    return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    prepareForEngine(argv);
    // Offscreen, Qt warns at every turn that there is no screen.
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
        qputenv("QT_LOGGING_RULES", "default.warning=false");
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions(
        {{u"json"_s, u"An object a line."_s},
         {u"quick"_s, u"Small sizes, to see that everything works. The figures mean nothing."_s},
         {u"list"_s, u"Name what can be run."_s}});
    options.addPositionalArgument(u"NAME"_s, u"What to run; everything but the longest if none is given."_s);
    options.process(application);
    if (options.isSet(u"list"_s)) {
        for (const Program& program : programs())
            std::printf("%-18s %s\n", qPrintable(program.name), qPrintable(program.measures));
        return 0;
    }
    return runAll(chosen(options.positionalArguments()), options.isSet(u"json"_s), options.isSet(u"quick"_s));
}
