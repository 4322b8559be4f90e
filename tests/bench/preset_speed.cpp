// SPDX-License-Identifier: GPL-3.0-or-later
// Images a second of training steps of each preset, beside Python's PyTorch with the same network at its best
// settings. usage: preset_speed [--network SPEC...] [--steps N] [--rounds N] [--no-rival] [--json]
#include "app/files/network_choice.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/engine/load_engine.h"
#include "model/spec/presets.h"
#include "model/spec/source_code.h"
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/bench/figure.h"
#include "tests/bench/python_rival.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <exception>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kWarmUpSteps = 20;

/// Times the steps behind the warm-up, then stops the training.
class StepTimer final : public TrainSink {
public:
    StepTimer(int steps, std::stop_source& stop) : m_steps(steps), m_stop(stop) {}

    void onStep(const StepStats& stats) override
    {
        if (stats.step == kWarmUpSteps)
            m_begin = Clock::now();
        if (stats.step != kWarmUpSteps + m_steps)
            return;
        m_seconds = std::chrono::duration<double>(Clock::now() - m_begin).count();
        m_stop.request_stop();
    }

    [[nodiscard]] double stepsPerSecond() const { return m_seconds > 0 ? m_steps / m_seconds : 0; }

private:
    const int m_steps;
    std::stop_source& m_stop;
    Clock::time_point m_begin;
    double m_seconds = 0;
};

double imagesPerSecond(Engine& engine, const TrainTest& data, const TrainOptions& options, int steps)
{
    std::stop_source stop;
    StepTimer timer(steps, stop);
    (void)engine.train(data, options, std::nullopt, stop.get_token(), timer);
    return timer.stepsPerSecond() * options.batchSize;
}

/// The best that Python does with this network, and how.
void askPython(const NetworkSpec& network, Figure& figure)
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(u"network.py"_s);
    QFile file(source);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write(QByteArray::fromStdString(sourceCode(network, CodeLanguage::Python).text));
    file.close();
    const RivalWords answer =
        askRival({u"throughput"_s, u"--data"_s, QString::fromStdString(mnistFolder().string()),
                  u"--seconds"_s, u"2"_s, u"--source"_s, source});
    figure.rival = answer.missing;
    for (const QJsonObject& line : answer.lines) {
        const double rate = line[u"images_per_second"_s].toDouble();
        if (rate <= figure.rivalValue.value_or(0))
            continue;
        figure.rivalValue = rate;
        figure.ratioGoal = 1;
        figure.rival =
            u"PyTorch in Python: %1, batches of %2"_s.arg(line[u"bf16"_s].toBool() ? u"bf16"_s : u"fp32"_s)
                .arg(line[u"batch"_s].toInt(64))
                .toStdString();
    }
}

int measureAll(const QCommandLineParser& options)
{
    const TrainTest data = loadIdxFolder(mnistFolder());
    const auto engine = loadEngine(GLYPHSCOPE_ENGINE);
    QStringList names = options.values(u"network"_s);
    if (names.isEmpty())
        for (const Preset& preset : presets())
            names << QString::fromLatin1(preset.name.data());
    std::vector<Figure> figures;
    for (const QString& name : names) {
        TrainOptions settings = recipe("standard");
        settings.network = networkNamed(name);
        std::vector<double> rates;
        for (int round = 0; round < std::max(1, options.value(u"rounds"_s).toInt()); ++round) {
            rates.push_back(
                imagesPerSecond(*engine, data, settings, std::max(1, options.value(u"steps"_s).toInt())));
            std::fprintf(stderr, "  %s: %.0f images/s\n", qPrintable(name), rates.back());
        }
        Figure figure{"training steps, " + name.toStdString(), median(rates), "images/s", true};
        if (!options.isSet(u"no-rival"_s))
            askPython(*settings.network, figure);
        figures.push_back(std::move(figure));
    }
    print(figures, "preset_speed", options.isSet(u"json"_s));
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    prepareForEngine(argv);
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"network"_s, u"measure this one; may be repeated"_s, u"SPEC"_s},
                        {u"steps"_s, u"steps a round"_s, u"N"_s, u"60"_s},
                        {u"rounds"_s, u"rounds, of which the median counts"_s, u"N"_s, u"3"_s},
                        {u"no-rival"_s, u"without Python's PyTorch"_s},
                        {u"json"_s, u"an object a line"_s}});
    options.process(application);
    try {
        return measureAll(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
