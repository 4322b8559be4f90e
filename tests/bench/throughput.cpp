// SPDX-License-Identifier: GPL-3.0-or-later
// Images a second of training steps alone, in bfloat16 (where the processor has it) and float32 in turns,
// with what the kernel had to do for them; beside Python's PyTorch with the same network. usage: throughput
// [--recipe NAME] [--steps N] [--rounds N] [--no-rival] [--quick] [--json]
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/engine/load_engine.h"
#include "model/training/recipes.h"
#include "model/types/error.h"
#include "tests/bench/figure.h"
#include "tests/bench/python_rival.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <stop_token>
#include <string>
#include <sys/resource.h>
#include <utility>
#include <vector>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

namespace {

constexpr int kWarmUp = 40;  // steps

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

/// The process at one moment of a training.
struct Moment {
    double wall = 0;
    rusage use{};

    static Moment now()
    {
        Moment moment;
        moment.wall =
            std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
        ::getrusage(RUSAGE_SELF, &moment.use);
        return moment;
    }
};

/// Watches a training from the end of the warm-up over so many steps, then stops it.
class Watch final : public TrainSink {
public:
    Watch(int steps, std::stop_source& stop, std::vector<HookSpec> hooks)
        : m_steps(steps), m_stop(stop), m_hooks(std::move(hooks))
    {
    }

    std::optional<LiveOptions> takeChanges() override
    {
        if (m_hooks.empty())
            return std::nullopt;
        LiveOptions options;
        options.hooks = std::exchange(m_hooks, {});
        return options;
    }

    void onStep(const StepStats& stats) override
    {
        if (stats.step == kWarmUp)
            m_begin = Moment::now();
        if (stats.step != kWarmUp + m_steps)
            return;
        m_end = Moment::now();
        m_stop.request_stop();
    }

    [[nodiscard]] bool finished() const { return m_end.wall > 0; }
    [[nodiscard]] double stepsPerSecond() const { return m_steps / (m_end.wall - m_begin.wall); }
    [[nodiscard]] double systemMicrosecondsAStep() const
    {
        return 1e6 * (secondsOf(m_end.use.ru_stime) - secondsOf(m_begin.use.ru_stime)) / m_steps;
    }
    [[nodiscard]] double faultsAStep() const
    {
        return static_cast<double>(m_end.use.ru_minflt - m_begin.use.ru_minflt) / m_steps;
    }

private:
    const int m_steps;
    std::stop_source& m_stop;
    std::vector<HookSpec> m_hooks;
    Moment m_begin, m_end;
};

struct Rates {
    std::vector<double> images, system, faults;
};

/// A hook of each kind on the middle of the network.
std::vector<HookSpec> hooksThatDo(HookAction action)
{
    std::vector<HookSpec> hooks;
    for (const HookKind kind :
         {HookKind::ForwardPre, HookKind::Forward, HookKind::FullBackwardPre, HookKind::FullBackward}) {
        HookSpec hook;
        hook.id = hooks.size() + 1;
        hook.kind = kind;
        hook.module = "conv2";
        hook.action = action;
        hook.channel = action == HookAction::Observe ? -1 : 0;
        hook.training = true;
        hooks.push_back(hook);
        if (action != HookAction::Observe)
            break;
    }
    return hooks;
}

void measure(Engine& engine, const TrainTest& data, const TrainOptions& options, bool float32, int steps,
             Rates& rates, const std::vector<HookSpec>& hooks = {})
{
    if (float32)
        ::setenv("GLYPHSCOPE_PRECISION", "float32", 1);
    else
        ::unsetenv("GLYPHSCOPE_PRECISION");
    std::stop_source stop;
    Watch watch(steps, stop, hooks);
    (void)engine.train(data, options, std::nullopt, stop.get_token(), watch);
    if (!watch.finished())
        throw Error("The training ended before its steps were timed. Ask for fewer --steps.");
    rates.images.push_back(watch.stepsPerSecond() * options.batchSize);
    rates.system.push_back(watch.systemMicrosecondsAStep());
    rates.faults.push_back(watch.faultsAStep());
    std::fprintf(stderr, "  %s%s: %.0f images/s\n", float32 ? "float32" : "bfloat16",
                 hooks.empty() ? "" : ", hooked", rates.images.back());
}

struct Rival {
    std::string words;  ///< or why there is none
    double imagesPerSecond = 0;
};

struct Rivals {
    Rival best, bestFloat32;
    double installed = 0;
};

void keepBetter(Rival& rival, const QJsonObject& line)
{
    const double rate = line[u"images_per_second"_s].toDouble();
    if (rate <= rival.imagesPerSecond)
        return;
    rival.imagesPerSecond = rate;
    rival.words = u"PyTorch in Python at its best: %1, channels_last, batches of %2, %3 threads"_s
                      .arg(line[u"bf16"_s].toBool() ? u"bf16"_s : u"fp32"_s)
                      .arg(line[u"batch"_s].toInt())
                      .arg(line[u"threads"_s].toInt())
                      .toStdString();
}

Rivals askRivals(bool quick)
{
    std::fprintf(stderr, "  Python's PyTorch, half a minute ...\n");
    const RivalWords answer =
        askRival({u"throughput"_s, u"--data"_s, QString::fromStdString(mnistFolder().string()),
                  u"--seconds"_s, quick ? u"0.2"_s : u"3"_s});
    Rivals rivals{{answer.missing}, {answer.missing}};
    for (const QJsonObject& line : answer.lines) {
        if (line[u"event"_s] == u"installed"_s) {
            rivals.installed = line[u"images_per_second"_s].toDouble();
            continue;
        }
        keepBetter(rivals.best, line);
        if (!line[u"bf16"_s].toBool())
            keepBetter(rivals.bestFloat32, line);
    }
    return rivals;
}

/// The rival's best has to be beaten 2.5 times by our best; the other stands there to be compared.
std::vector<Figure> figuresOf(const std::string& kind, const Rates& rates, const Rival& rival, bool best,
                              double goal)
{
    Figure images{"training steps, " + kind, median(rates.images), "images/s", true, rival.words};
    images.goal = goal;
    if (rival.imagesPerSecond > 0) {
        images.rivalValue = rival.imagesPerSecond;
        if (best)
            images.ratioGoal = 2.5;
    }
    const Figure system{"system time a step, " + kind, median(rates.system), "us"};
    Figure faults{"minor page faults a step, " + kind, median(rates.faults), "faults"};
    faults.goal = 1;
    return {images, system, faults};
}

int run(const QCommandLineParser& options)
{
    const bool quick = options.isSet(u"quick"_s);
    const int steps = quick ? 10 : std::max(1, options.value(u"steps"_s).toInt());
    const int rounds = quick ? 1 : std::max(1, options.value(u"rounds"_s).toInt());
    const TrainTest data = loadIdxFolder(mnistFolder());
    const TrainOptions settings = recipe(options.value(u"recipe"_s).toStdString());
    const auto engine = loadEngine(GLYPHSCOPE_ENGINE);
    const bool bf16 = engine->info().bf16;
    Rates half, single, looking, changing;
    for (int round = 0; round < rounds; ++round) {
        if (bf16)
            measure(*engine, data, settings, false, steps, half);
        measure(*engine, data, settings, true, steps, single);
        measure(*engine, data, settings, !bf16, steps, looking, hooksThatDo(HookAction::Observe));
        measure(*engine, data, settings, !bf16, steps, changing, hooksThatDo(HookAction::Zero));
    }
    const Rivals rivals = options.isSet(u"no-rival"_s) ? Rivals() : askRivals(quick);
    std::vector<Figure> figures;
    if (bf16)
        figures = figuresOf("bfloat16", half, rivals.best, true, 9000);
    std::ranges::copy(figuresOf("float32", single, bf16 ? rivals.bestFloat32 : rivals.best, !bf16, 4500),
                      std::back_inserter(figures));
    for (const auto& [what, rates] : {std::pair("four hooks that look at conv2", &looking),
                                      std::pair("a hook that zeroes a channel into conv2", &changing)}) {
        Figure left{"training's speed left with "s + what,
                    100 * median(rates->images) / median((bf16 ? half : single).images), "%", true};
        left.goal = 60;
        figures.push_back(left);
    }
    if (rivals.installed > 0)
        figures.push_back(
            {"PyTorch's example steps in Python, as installed", rivals.installed, "images/s", true});
    rusage use{};
    ::getrusage(RUSAGE_SELF, &use);
    figures.push_back({"memory at most", static_cast<double>(use.ru_maxrss) / 1024, "MiB"});
    print(figures, "throughput", options.isSet(u"json"_s));
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    prepareForEngine(argv);
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"recipe"_s, u"whose settings train."_s, u"NAME"_s, u"standard"_s},
                        {u"steps"_s, u"that are timed, of each kind and round."_s, u"N"_s, u"150"_s},
                        {u"rounds"_s, u"in turns."_s, u"N"_s, u"3"_s},
                        {u"no-rival"_s, u"Leave Python out."_s},
                        {u"quick"_s, u"Few steps."_s},
                        {u"json"_s, u"An object a line."_s}});
    options.process(application);
    if (!hasMnist()) {
        std::fprintf(stderr, "%s\n", howToGetMnist().text().c_str());
        return 1;
    }
    try {
        return run(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
