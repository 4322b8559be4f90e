// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/commands.h"
#include "app/cli/weights_source.h"
#include "app/session/interrupt_session.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/preprocess/normalize.h"
#include "model/training/recipes.h"

#include <QtCore/QCoreApplication>
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

void tell(const Command& command, const QString& what, double value, const QString& unit)
{
    if (command.json())
        printLine(QJsonObject{{u"what"_s, what}, {u"value"_s, value}, {u"unit"_s, unit}});
    else
        printLine(u"%1: %2 %3"_s.arg(what, QString::number(value, 'f', value < 100 ? 2 : 0), unit));
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
    tell(command, u"strokes to 28x28, median"_s, quantile(strokes, 0.5), u"us"_s);
    const auto recognizer = recognizerFor(command);
    const auto readings = timed(kReadings, [&] { (void)recognizer->predict(stages.glyph); });
    tell(command, u"one glyph read, median"_s, quantile(readings, 0.5), u"us"_s);
    tell(command, u"one glyph read, 99th percentile"_s, quantile(readings, 0.99), u"us"_s);
}

void measureStarts(const Command& command)
{
    const auto starts = timed(kStarts, [] {
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {u"--version"_s});
        if (!program.waitForFinished() || program.exitStatus() != QProcess::NormalExit ||
            program.exitCode() != 0)
            throw Error("The program cannot be started once more (" + program.errorString().toStdString() +
                        "). Start it by its full path.");
    });
    tell(command, u"start of the command line, median"_s, quantile(starts, 0.5) / 1000, u"ms"_s);
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
    tell(command, u"training"_s, result.imagesPerSecond, u"images/s"_s);
    tell(command, u"training from the data in memory"_s, result.seconds, u"s"_s);
    tell(command, u"test accuracy then"_s, 100 * result.test.accuracy(), u"%"_s);
}

}  // namespace

int benchCommand(const QStringList& arguments)
{
    Command command(
        u"bench"_s, u"[options]"_s,
        u"Measures this machine: one drawing read, a start of the command line, and a training with the "
        "recipe sprint. Leave the machine alone meanwhile."_s);
    command.addOption(u"data"_s, u"train and test on this folder of IDX files instead of MNIST"_s, u"DIR"_s);
    if (!command.parse(arguments))
        return kDone;
    if (!command.files().isEmpty())
        throw UsageError("bench takes no files. Try glyphscope bench --help.");

    std::stop_source stop;
    const InterruptSession interrupt([&stop] { stop.request_stop(); });
    measureReading(command);
    measureStarts(command);
    const auto begin = std::chrono::steady_clock::now();
    const auto engine = engineFor(command);
    const std::chrono::duration<double, std::milli> loading = std::chrono::steady_clock::now() - begin;
    tell(command, u"LibTorch loaded"_s, loading.count(), u"ms"_s);
    if (!command.isSet(u"data"_s) && !hasMnist()) {
        printMessage(QString::fromStdString(howToGetMnist()));
        return kFailed;
    }
    const std::filesystem::path folder = command.text(u"data"_s);
    const TrainTest data = loadIdxFolder(folder.empty() ? mnistFolder() : folder);
    measureTraining(command, *engine, data, stop.get_token());
    return stop.stop_requested() ? kInterrupted : kDone;
}

}  // namespace glyphscope
