// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/command_text.h"
#include "app/cli/commands.h"
#include "app/cli/data_notes.h"
#include "app/cli/weights_source.h"
#include "app/session/interrupt_session.h"
#include "app/text/message_text.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/preprocess/normalize.h"
#include "model/training/recipes.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QProcess>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReadings = 2000;
constexpr int kStarts = 5;

/// How long `work` takes each of `times` times, in microseconds and in order. The first time does not count.
std::vector<double> timed(int times, const std::function<void()>& work)
{
    work();
    std::vector<double> microseconds;
    for (int i = 0; i < times; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        microseconds.push_back(
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(microseconds);
    return microseconds;
}

double quantile(const std::vector<double>& ordered, double share)
{
    return ordered[static_cast<std::size_t>(share * static_cast<double>(ordered.size() - 1))];
}

/// Name and unit are English in JSON.
void tell(const Command& command, const char* what, double value, const char* unit)
{
    if (command.json())
        printLine(QJsonObject{
            {u"what"_s, QLatin1StringView(what)}, {u"value"_s, value}, {u"unit"_s, QLatin1StringView(unit)}});
    else
        printLine(CommandText::tr("%1: %2 %3", "what was measured, a number and its unit")
                      .arg(CommandText::tr(what), QLocale().toString(value, 'f', value < 100 ? 2 : 0),
                           CommandText::tr(unit)));
}

/// A seven with a bar, as a pen writes it.
Drawing seven()
{
    Stroke hook;
    for (int i = 0; i <= 40; ++i)
        hook.points.push_back(i < 20 ? Point{70.0 + 6 * i, 60}
                                     : Point{190.0 - 4 * (i - 20), 60.0 + 8 * (i - 20)});
    Stroke bar;
    for (int i = 0; i <= 15; ++i)
        bar.points.push_back({100.0 + 5 * i, 150});
    return {{hook, bar}, {}};
}

void measureReading(const Command& command)
{
    const Drawing drawing = seven();
    Stages stages;
    const auto strokes = timed(kReadings, [&] { stages = normalize(drawing); });
    tell(command, QT_TRANSLATE_NOOP("glyphscope::CommandText", "strokes to 28x28, median"),
         quantile(strokes, 0.5), QT_TRANSLATE_NOOP("glyphscope::CommandText", "us"));
    const auto recognizer = recognizerFor(command);
    const auto readings = timed(kReadings, [&] { (void)recognizer->predict(stages.glyph); });
    tell(command, QT_TRANSLATE_NOOP("glyphscope::CommandText", "one glyph read, median"),
         quantile(readings, 0.5), QT_TRANSLATE_NOOP("glyphscope::CommandText", "us"));
    tell(command, QT_TRANSLATE_NOOP("glyphscope::CommandText", "one glyph read, 99th percentile"),
         quantile(readings, 0.99), QT_TRANSLATE_NOOP("glyphscope::CommandText", "us"));
}

void measureStarts(const Command& command)
{
    const auto starts = timed(kStarts, [] {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--version"_s});
        if (!program.waitForFinished() || program.exitStatus() != QProcess::NormalExit ||
            program.exitCode() != 0)
            throw Error(
                GLYPHSCOPE_TEXT("Command",
                                "The program cannot be started once more (%1). Start it by its full path."),
                program.errorString().toStdString());
    });
    tell(command, QT_TRANSLATE_NOOP("glyphscope::CommandText", "start of the command line, median"),
         quantile(starts, 0.5) / 1000, QT_TRANSLATE_NOOP("glyphscope::CommandText", "ms"));
}

void measureTraining(const Command& command, Engine& engine, const TrainTest& data,
                     const std::stop_token& stop)
{
    TrainOptions options = recipe("sprint");
    options.device = command.text(u"device"_s);
    TrainSink sink;
    const TrainResult result = engine.train(data, options, std::nullopt, stop, sink);
    if (!result.failure.empty())
        throw Error(result.failure);
    if (result.stopped)
        return;
    tell(command, QT_TRANSLATE_NOOP("glyphscope::CommandText", "training"), result.imagesPerSecond,
         QT_TRANSLATE_NOOP("glyphscope::CommandText", "images/s"));
    tell(command, QT_TRANSLATE_NOOP("glyphscope::CommandText", "training from the data in memory"),
         result.seconds, QT_TRANSLATE_NOOP("glyphscope::CommandText", "s"));
    tell(command, QT_TRANSLATE_NOOP("glyphscope::CommandText", "test accuracy then"),
         100 * result.test.accuracy(), QT_TRANSLATE_NOOP("glyphscope::CommandText", "%"));
}

}  // namespace

int benchCommand(const QStringList& arguments)
{
    Command command(
        u"bench"_s, u"[options]"_s,
        CommandText::tr("Measures this machine: one drawing read, a start of the command line, and a "
                        "training with the recipe sprint. Leave the machine alone meanwhile."));
    command.addOption(
        u"data"_s, CommandText::tr("train and test on this folder of IDX files instead of MNIST"), u"DIR"_s);
    if (!command.parse(arguments))
        return kDone;
    if (!command.files().isEmpty())
        throw UsageError(GLYPHSCOPE_TEXT("Command", "bench takes no files. Try glyphscope bench --help."));

    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    measureReading(command);
    measureStarts(command);
    const auto begin = std::chrono::steady_clock::now();
    const auto engine = engineFor(command);
    const std::chrono::duration<double, std::milli> loading = std::chrono::steady_clock::now() - begin;
    tell(command, QT_TRANSLATE_NOOP("glyphscope::CommandText", "LibTorch loaded"), loading.count(),
         QT_TRANSLATE_NOOP("glyphscope::CommandText", "ms"));
    if (!command.isSet(u"data"_s) && !hasMnist()) {
        printMessage(messageText(howToGetMnist()));
        return kFailed;
    }
    const std::filesystem::path folder = command.text(u"data"_s);
    const TrainTest data = loadIdxFolder(folder.empty() ? mnistFolder() : folder);
    printNotes(data.notes);
    measureTraining(command, *engine, data, stop.get_token());
    return stop.stop_requested() ? kInterrupted : kDone;
}

}  // namespace glyphscope
