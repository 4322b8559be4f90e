// SPDX-License-Identifier: GPL-3.0-or-later
// How much longer a sprint takes beside programs that never rest, one for each of `while :; do :; done`:
// alone, beside one and beside two, in turn. `glyphscope train` at normal priority, and the window's trainer,
// which makes way for others, beside it. usage: busy_machine [--rounds N] [--no-window] [--quick] [--json]
#include "app/session/training_session.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/engine/load_engine.h"
#include "model/training/recipes.h"
#include "tests/bench/figure.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLoads = 3;  // no loop, one, two
using Seconds = std::array<std::vector<double>, kLoads>;

/// Programs that never rest, for as long as it lives.
class BusyLoops {
public:
    explicit BusyLoops(std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i) {
            m_loops.push_back(std::make_unique<QProcess>());
            m_loops.back()->start(u"/bin/sh"_s, {u"-c"_s, u"while :; do :; done"_s});
            m_loops.back()->waitForStarted();
        }
    }
    ~BusyLoops()
    {
        for (const auto& loop : m_loops) {
            loop->kill();
            loop->waitForFinished();
        }
    }
    BusyLoops(const BusyLoops&) = delete;
    BusyLoops& operator=(const BusyLoops&) = delete;

private:
    std::vector<std::unique_ptr<QProcess>> m_loops;
};

/// The seconds of one `glyphscope train`, as people start it; 0 if it failed.
double programSeconds(const QString& accuracy)
{
    const QTemporaryDir folder;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto& variable : {u"OMP_WAIT_POLICY"_s, u"GOMP_SPINCOUNT"_s})
        environment.remove(variable);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(GLYPHSCOPE_PROGRAM),
                  {u"train"_s, u"--recipe"_s, u"sprint"_s, u"--json"_s, u"--no-run"_s, u"--until"_s, accuracy,
                   u"--out"_s, folder.filePath(u"weights.safetensors"_s)});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return 0;
    const QByteArray last = process.readAllStandardOutput().trimmed().split('\n').last();
    return QJsonDocument::fromJson(last).object()[u"seconds"_s].toDouble();
}

/// Those of the window's trainer; 0 if it failed.
double windowSeconds(const std::shared_ptr<Engine>& engine, const TrainTest& data, double accuracy)
{
    TrainingSession session;
    double seconds = 0;
    QObject::connect(&session, &TrainingSession::finished, qApp, [&](const TrainResult& result) {
        seconds = result.seconds;
        QCoreApplication::quit();
    });
    QObject::connect(&session, &TrainingSession::failed, qApp, &QCoreApplication::quit);
    TrainOptions options = recipe("sprint");
    options.untilAccuracy = accuracy;
    session.start({.engine = engine, .loadData = [&data] { return data; }, .options = options});
    QCoreApplication::exec();
    return seconds;
}

/// A round: each load once.
template <typename Train>
bool measure(const char* who, const Train& train, Seconds& seconds)
{
    for (std::size_t load = 0; load < kLoads; ++load) {
        const BusyLoops loops(load);
        const double took = train();
        if (took == 0)
            return false;
        std::fprintf(stderr, "  %s beside %zu: %.2f s\n", who, load, took);
        seconds[load].push_back(took);
    }
    return true;
}

void addFigures(const std::string& who, const Seconds& seconds, bool goals, std::vector<Figure>& figures)
{
    const double quiet = median(seconds[0]);
    figures.push_back({who + " alone, median", quiet, "s"});
    Figure one{who + " beside one busy loop, median", median(seconds[1]) / quiet, "times"};
    Figure worst{who + " beside one, worst", std::ranges::max(seconds[1]) / quiet, "times"};
    Figure two{who + " beside two, median", median(seconds[2]) / quiet, "times"};
    if (goals) {
        one.goal = 1.4;
        worst.goal = 1.7;
        two.goal = 2.3;
    }
    figures.insert(figures.end(), {one, worst, two});
}

}  // namespace

int main(int argc, char** argv)
{
    ::unsetenv("OMP_WAIT_POLICY");
    prepareForEngine(argv);
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"rounds"_s, u"how often each."_s, u"N"_s, u"5"_s},
                        {u"no-window"_s, u"The program alone."_s},
                        {u"quick"_s, u"One round, until 90 %, without the window's trainer."_s},
                        {u"json"_s, u"An object a line."_s}});
    options.process(application);
    if (!hasMnist()) {
        std::fprintf(stderr, "%s\n", howToGetMnist().text().c_str());
        return 1;
    }
    const bool quick = options.isSet(u"quick"_s);
    const int rounds = quick ? 1 : std::max(1, options.value(u"rounds"_s).toInt());
    const QString accuracy = quick ? u"0.9"_s : u"1"_s;
    Seconds program;
    Seconds window;
    try {
        for (int i = 0; i < rounds; ++i)
            if (!measure(
                    "train", [&] { return programSeconds(accuracy); }, program))
                return 1;
        std::vector<Figure> figures;
        addFigures("train --recipe sprint", program, true, figures);
        if (!quick && !options.isSet(u"no-window"_s)) {
            const std::shared_ptr<Engine> engine = loadEngine(GLYPHSCOPE_ENGINE);
            const TrainTest data = loadIdxFolder(mnistFolder());
            for (int i = 0; i < rounds; ++i)
                if (!measure(
                        "window", [&] { return windowSeconds(engine, data, 1); }, window))
                    return 1;
            addFigures("the window's trainer", window, false, figures);
        }
        print(figures, "busy_machine", options.isSet(u"json"_s));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
