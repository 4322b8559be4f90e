// SPDX-License-Identifier: GPL-3.0-or-later

// Whether the window stays smooth, and the training fast, when everything happens at once: every panel is in
// sight, hooks and an overlay are on, the log runs, a network learns MNIST and somebody writes one digit
// after another, with a point every 8 ms, and now and then turns a page. Every event of the GUI thread is
// timed. In turn with that: training with every panel hidden, and the engine's training alone in the same
// process; the medians of their images a second, taken every half second, are compared round by round. usage:
// window_smoothness [--seconds N] [--small] [--modules N] [--lines N] [--json]     (MNIST where the program
// looks for it). --modules: not SimpleCNN but a chain of N modules, convolutions with batch norms.

#include "app/hand/hand.h"
#include "app/wiring.h"
#include "model/data/dataset_folder.h"
#include "model/data/mnist_location.h"
#include "model/engine/load_engine.h"
#include "model/spec/presets.h"
#include "model/training/recipes.h"
#include "tests/bench/event_times.h"
#include "tests/bench/figure.h"
#include "tests/bench/window_load.h"
#include "ui/build/build_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/hooks/hook_panel.h"
#include "ui/network/map_grid.h"
#include "ui/network/module_view.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/window/main_window.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

namespace {

constexpr int kRounds = 3;
constexpr int kBeatEvery = 5;        // ms
constexpr int kPageEvery = 1000;     // ms between two turns of a page
constexpr int kPageSettles = 300;    // ms in which what a turn sets off counts as turning
constexpr int kEndlessEpochs = 100;  // a run that ended would leave a round without figures
constexpr int kRateEvery = 500;      // ms
constexpr int kSettle = 1500;        // ms before anything is counted
const char* const kDocks[]{"answer",     "network", "training", "flow",    "samples", "module",
                           "parameters", "hooks",   "why",      "numbers", "runs"};

LayerSpec layer(const std::string& name, const char* kind, std::map<std::string, OptionValue> options = {})
{
    return {name, kind, std::move(options), {}};
}

/// Blocks of convolution, norm and ReLU, halved where maps are still large, with a classifier behind them.
NetworkSpec chainOf(int modules)
{
    constexpr int kBehind = 3;
    NetworkSpec network;
    network.classes = shippedNetwork().classes;
    for (int i = 1; std::ssize(network.layers) + 3 + kBehind <= modules; ++i) {
        const std::string n = std::to_string(i);
        network.layers.push_back(layer("conv" + n, "Conv2d",
                                       {{"out_channels", std::int64_t{8}},
                                        {"kernel_size", std::int64_t{3}},
                                        {"padding", std::int64_t{1}},
                                        {"stride", std::int64_t{i == 3 ? 2 : 1}}}));
        network.layers.push_back(layer("bn" + n, "BatchNorm2d"));
        network.layers.push_back(layer("relu" + n, "ReLU"));
    }
    network.layers.push_back(layer("gap", "AdaptiveAvgPool2d", {{"output_size", std::int64_t{1}}}));
    network.layers.push_back(layer("flatten", "Flatten"));
    network.layers.push_back(layer("fc1", "Linear", {{"out_features", std::int64_t{10}}}));
    return network;
}

/// The story, told by timers: the event loop is the thing that is measured.
class Story : public QObject {
public:
    Story(TimedApplication& application, MainWindow& window, int seconds, std::size_t lines, bool small,
          bool json)
        : m_application(application)
        , m_window(window)
        , m_writer(*window.canvas())
        , m_seconds(seconds)
        , m_lines(lines)
        , m_small(small)
        , m_json(json)
    {
        m_data = loadIdxFolder(mnistFolder());
        application.watch([this](QObject* receiver) { meet(receiver); });
        m_beat.setTimerType(Qt::PreciseTimer);
        m_beat.setInterval(kBeatEvery);
        connect(&m_beat, &QTimer::timeout, this, &Story::beat);
        connect(&m_rate, &QTimer::timeout, this, &Story::takeRate);
        connect(&m_pages, &QTimer::timeout, this, &Story::turnPage);
        connect(&m_step, &QTimer::timeout, this, &Story::next);
    }

    /// In place of the network that the program comes with.
    void useNetwork(const NetworkSpec& network) { m_network = network; }

    void start()
    {
        tell();
        m_step.start(20);
    }

private:
    struct Round {
        std::vector<double> open, everything, hooked, hidden, alone;
    };
    struct Stage {
        std::function<void()> begin;
        std::function<bool()> over;
    };

    // the window
    template <typename Widget>
    Widget* find(const QString& name)
    {
        auto* found = m_window.findChild<Widget*>(name);
        if (found == nullptr)
            qFatal("There is no %s in the window.", qPrintable(name));
        return found;
    }
    QDockWidget* dock(const char* name) { return find<QDockWidget>(u"dock."_s + QLatin1StringView(name)); }
    void place();
    void showAll(bool shown);
    void putHooks(bool training);
    void chooseUnit();
    void turnPage();
    void trainButton() { hand::click(*find<QPushButton>(u"training.button"_s)); }

    // the measure
    void meet(QObject* receiver);
    void beat();
    void takeRate();
    void beginMeasure(const std::string& phase, std::vector<double>& rates);
    void endMeasure();

    // the story
    void tell();
    void tellOpening();
    void tellRound();
    void then(std::function<void()> begin, std::function<bool()> over);
    void wait(
        int milliseconds, std::function<void()> begin = [] {});
    void measure(
        const std::string& phase, double seconds, std::vector<double>& rates,
        std::function<void()> begin = [] {});
    void next();
    void report();
    void reportRates();
    [[nodiscard]] double shareLeft(std::vector<double> Round::*kind) const;
    [[nodiscard]] std::vector<Figure> figures() const;

    TimedApplication& m_application;
    MainWindow& m_window;
    std::optional<NetworkSpec> m_network;
    Writer m_writer;
    const int m_seconds;
    const std::size_t m_lines;
    const bool m_small;
    const bool m_json;
    TrainTest m_data;
    std::shared_ptr<Engine> m_engine;
    std::unique_ptr<TrainingAlone> m_alone;
    TrainingSession* m_session = nullptr;
    std::int64_t m_stepsInWindow = 0;

    std::deque<Stage> m_stages;
    bool m_begun = false;
    QTimer m_step, m_beat, m_rate, m_pages;
    int m_page = 0;

    std::string m_phase;
    std::map<std::string, double> m_lasted;  // seconds
    std::map<std::string, std::vector<double>> m_late;
    double m_phaseBegan = 0;
    double m_lastBeat = 0;
    double m_lastRate = 0;
    std::int64_t m_lastSteps = 0;
    std::vector<double>* m_rates = nullptr;
    std::deque<Round> m_rounds;
};

void Story::place()
{
    // Every panel beside the others; on a small screen the four of the inspection as windows of their own.
    for (const char* name : kDocks)
        m_window.removeDockWidget(dock(name));
    m_window.addDockWidget(Qt::RightDockWidgetArea, dock("answer"));
    m_window.splitDockWidget(dock("answer"), dock("training"), Qt::Vertical);
    if (m_small) {
        int x = 0;
        for (const char* name :
             {"flow", "samples", "module", "parameters", "hooks", "why", "numbers", "runs"}) {
            m_window.addDockWidget(Qt::RightDockWidgetArea, dock(name));
            dock(name)->setFloating(true);
            x += 40;
            dock(name)->setGeometry(x, x, 620, 560);
        }
    } else {
        m_window.splitDockWidget(dock("training"), dock("flow"), Qt::Vertical);
        m_window.splitDockWidget(dock("answer"), dock("module"), Qt::Horizontal);
        m_window.splitDockWidget(dock("module"), dock("hooks"), Qt::Vertical);
        m_window.splitDockWidget(dock("module"), dock("parameters"), Qt::Horizontal);
        m_window.splitDockWidget(dock("hooks"), dock("why"), Qt::Horizontal);
        m_window.splitDockWidget(dock("flow"), dock("samples"), Qt::Vertical);
        m_window.splitDockWidget(dock("parameters"), dock("numbers"), Qt::Horizontal);
        m_window.splitDockWidget(dock("why"), dock("runs"), Qt::Horizontal);
    }
    m_window.addDockWidget(Qt::BottomDockWidgetArea, dock("network"));
}

void Story::showAll(bool shown)
{
    for (const char* name : kDocks)
        dock(name)->setVisible(shown);
}

void Story::putHooks(bool training)
{
    std::vector<HookSpec> specs(3);
    specs[0].module = "conv1";
    specs[0].action = HookAction::Scale;
    specs[0].channel = 3;
    specs[0].amount = 0.5;
    specs[1].kind = HookKind::ForwardPre;
    specs[1].module = "fc1";
    specs[1].action = HookAction::AddNoise;
    specs[1].amount = 0.1;
    std::uint64_t id = 0;  // the third looks at every module's call, for the log
    for (HookSpec& spec : specs) {
        spec.id = ++id;
        spec.training = training;
    }
    HookPanel* panel = m_window.panel<HookPanel>();
    panel->setHooks(specs);
    Q_EMIT panel->hooksChanged(panel->hooks());
}

void Story::chooseUnit()
{
    auto* maps = find<MapGrid>(u"module.maps"_s);
    hand::click(*maps->viewport(), maps->cellRect({2, 10, 12}).center());
}

/// One page after the other to the front: what was there goes on.
void Story::turnPage()
{
    using Parameters = ParameterPanel::Page;
    const auto module = [this](const char* name) {
        m_window.panel<ModuleView>()->setModule(QLatin1StringView(name));
    };
    const auto tab = [this](const QString& name) { hand::click(*find<QToolButton>(name)); };
    const std::vector<std::function<void()>> pages{
        [&] { module("conv2"); },
        [&] { m_window.panel<HookPanel>()->showPage(HookPanel::Page::Hooks); },
        [&] { m_window.panel<ParameterPanel>()->showPage(Parameters::Modules); },
        [&] { tab(u"why.gradientsTab"_s); },
        [&] { module("fc1"); },
        [&] { m_window.panel<ParameterPanel>()->showPage(Parameters::Forward); },
        [&] { m_window.panel<HookPanel>()->showPage(HookPanel::Page::Log); },
        [&] { tab(u"why.whyTab"_s); },
        [&] { m_window.panel<ParameterPanel>()->showPage(Parameters::Parameters); },
        [&] { module("conv1"); },
    };
    m_application.beginPhase("turning pages");
    pages[static_cast<std::size_t>(m_page++) % pages.size()]();
    QTimer::singleShot(kPageSettles, this, [this] {
        if (!m_phase.empty())
            m_application.beginPhase(m_phase);
    });
}

/// The sessions are nobody's children: they are met when their events come.
void Story::meet(QObject* receiver)
{
    if (m_session != nullptr)
        return;
    m_session = qobject_cast<TrainingSession*>(receiver);
    if (m_session == nullptr)
        return;
    connect(m_session, &TrainingSession::progressed, this,
            [this](const std::vector<StepStats>& steps) { m_stepsInWindow = steps.back().step; });
}

void Story::beat()
{
    const double now = wallMilliseconds();
    if (!m_phase.empty() && m_lastBeat > 0)
        m_late[m_phase].push_back(now - m_lastBeat - kBeatEvery);
    m_lastBeat = now;
}

void Story::takeRate()
{
    const std::int64_t steps = m_alone ? m_alone->steps() : m_stepsInWindow;
    const double now = wallMilliseconds();
    if (m_rates != nullptr && m_lastRate > 0 && steps > m_lastSteps)
        m_rates->push_back(static_cast<double>((steps - m_lastSteps) * TrainOptions().batchSize) * 1000 /
                           (now - m_lastRate));
    m_lastRate = now;
    m_lastSteps = steps;
}

void Story::beginMeasure(const std::string& phase, std::vector<double>& rates)
{
    std::fprintf(stderr, "%s ...\n", phase.c_str());
    m_phase = phase;
    m_application.beginPhase(phase);
    m_phaseBegan = wallMilliseconds();
    m_lastBeat = m_lastRate = 0;
    m_rates = &rates;
    m_beat.start();
    m_rate.start(kRateEvery);
}

void Story::endMeasure()
{
    m_lasted[m_phase] += (wallMilliseconds() - m_phaseBegan) / 1000;
    m_beat.stop();
    m_rate.stop();
    m_rates = nullptr;
    m_phase.clear();
    m_application.beginPhase({});
}

void Story::then(std::function<void()> begin, std::function<bool()> over)
{
    m_stages.push_back({std::move(begin), std::move(over)});
}

void Story::wait(int milliseconds, std::function<void()> begin)
{
    const auto until = std::make_shared<double>(0);
    then(
        [=] {
            *until = wallMilliseconds() + milliseconds;
            begin();
        },
        [=] { return wallMilliseconds() > *until; });
}

void Story::measure(const std::string& phase, double seconds, std::vector<double>& rates,
                    std::function<void()> begin)
{
    wait(kSettle, std::move(begin));
    wait(static_cast<int>(1000 * seconds), [this, phase, &rates] { beginMeasure(phase, rates); });
    wait(0, [this] { endMeasure(); });
}

void Story::tellOpening()
{
    then([] {}, [this] { return find<QLabel>(u"status.engine"_s)->text().startsWith(u"LibTorch"_s); });
    if (m_network)
        then(
            [this] {
                m_window.useBuildLayout();
                m_window.panel<BuildPanel>()->open(*m_network, u"Chain"_s);
                hand::click(*find<QPushButton>(u"build.apply"_s));
            },
            [this] { return m_window.panel<BuildPanel>()->isInUse(); });
    wait(500, [this] {
        m_engine = loadEngine(GLYPHSCOPE_ENGINE);
        place();
        showAll(false);
        hand::write(*m_window.canvas(), tourDigit(3));
    });
    for (const char* name : kDocks)
        wait(400, [this, name] {
            m_application.beginPhase("opening "s + name);
            dock(name)->show();
        });
    wait(500, [this] {
        m_application.beginPhase({});
        m_window.panel<HookPanel>()->showPage(HookPanel::Page::Log);
        find<QCheckBox>(u"why.onCanvas"_s)->setChecked(true);
        m_window.panel<ModuleView>()->setModule(u"conv1"_s);
        putHooks(false);
    });
    wait(200, [this] { chooseUnit(); });
}

void Story::tellRound()
{
    Round& round = m_rounds.emplace_back();
    const double part = static_cast<double>(m_seconds) / kRounds;
    then(
        [this] {
            m_stepsInWindow = 0;
            find<QSpinBox>(u"training.epochs"_s)->setValue(kEndlessEpochs);
            trainButton();
        },
        [this] { return m_stepsInWindow > 0; });
    measure("everything open, the pen at rest", part, round.open);
    measure("everything", part, round.everything, [this] {
        m_writer.start();
        m_pages.start(kPageEvery);
    });
    measure("everything, hooks in the training", part / 3, round.hooked, [this] { putHooks(true); });
    measure("every panel hidden", part / 2, round.hidden, [this] {
        m_pages.stop();
        m_writer.stop();
        putHooks(false);
        showAll(false);
    });
    then(
        [this] {
            showAll(true);
            hand::click(*find<QToolButton>(u"training.stop"_s));
        },
        [this] { return find<QLabel>(u"status.weights"_s)->text().startsWith(u"Trained: "_s); });
    measure("training alone", part / 2, round.alone, [this] {
        showAll(false);
        TrainOptions options = recipe("standard");
        options.epochs = kEndlessEpochs;
        options.network = m_network;
        m_alone = std::make_unique<TrainingAlone>(m_engine, m_data, options);
    });
    wait(100, [this] {
        m_alone.reset();
        showAll(true);
    });
}

void Story::tell()
{
    tellOpening();
    for (int i = 0; i < kRounds; ++i)
        tellRound();
    then(
        [this] {
            if (m_json)
                print(figures(), "window_smoothness", true);
            else
                report();
        },
        [] { return true; });
}

void Story::next()
{
    if (m_stages.empty()) {
        m_step.stop();
        m_window.close();
        return;
    }
    if (!std::exchange(m_begun, true))
        m_stages.front().begin();
    if (!m_stages.front().over())
        return;
    m_stages.pop_front();
    m_begun = false;
}

void Story::report()
{
    std::printf("first opening\n");
    for (const char* name : kDocks) {
        std::printf(" %s\n", name);
        m_application.reportWorst("opening "s + name, 1);
    }
    m_application.reportWorst("turning pages", 6);
    for (const auto& [phase, seconds] : m_lasted) {
        m_application.reportTail(phase, seconds);
        const std::vector<double>& late = m_late[phase];
        std::printf("  heartbeat late by p50 %.2f  p99 %.2f  max %.2f ms\n", quantile(late, 0.5),
                    quantile(late, 0.99), quantile(late, 1));
        if (phase == "training alone")
            continue;
        m_application.reportWorst(phase, m_lines);
        m_application.reportMost(phase, seconds, m_lines);
    }
    reportRates();
}

void Story::reportRates()
{
    const std::array kinds{std::pair("hidden", &Round::hidden), std::pair("open", &Round::open),
                           std::pair("everything", &Round::everything), std::pair("+hooks", &Round::hooked)};
    std::printf("images/s of the training alone, and the share of it that is left with the panels\n%8s",
                "alone");
    for (const auto& kind : kinds)
        std::printf(" %11s", kind.first);
    std::array<std::vector<double>, kinds.size()> shares;
    for (Round& round : m_rounds) {
        const double alone = quantile(round.alone, 0.5);
        std::printf("\n%8.0f", alone);
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            shares[k].push_back(quantile(round.*kinds[k].second, 0.5) / alone);
            std::printf(" %11.3f", shares[k].back());
        }
    }
    std::printf("\n%8s", "median");
    for (std::vector<double>& share : shares)
        std::printf(" %11.3f", quantile(share, 0.5));
    std::printf("\n");
}

/// What is left of the training's speed, the median of the rounds.
double Story::shareLeft(std::vector<double> Round::*kind) const
{
    std::vector<double> shares;
    for (const Round& round : m_rounds)
        shares.push_back(quantile(round.*kind, 0.5) / quantile(round.alone, 0.5));
    return quantile(shares, 0.5);
}

std::vector<Figure> Story::figures() const
{
    std::vector<Figure> all;
    for (const char* phase : {"everything open, the pen at rest", "everything"}) {
        const std::vector<Times> times = m_application.times(phase);
        std::vector<double> wall, cpu;
        for (const Times& time : times) {
            wall.push_back(time.wall);
            cpu.push_back(time.cpu);
        }
        all.push_back({"event of the window, "s + phase + ", p99.9", quantile(wall, 0.999), "ms"});
        all.back().goal = 16;
        all.push_back({"the same in processor time, at most", quantile(cpu, 1), "ms"});
    }
    for (const auto& [what, kind] : {std::pair("every panel hidden", &Round::hidden),
                                     std::pair("every panel open, the pen at rest", &Round::open),
                                     std::pair("every panel open, writing", &Round::everything),
                                     std::pair("the same with hooks in the training", &Round::hooked)})
        all.push_back({"training's speed left, "s + what, 100 * shareLeft(kind), "%", true});
    all[all.size() - 3].goal = 95;
    all[all.size() - 2].goal = 85;
    return all;
}

}  // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    prepareForEngine(argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"seconds"_s, u"of drawing, in all."_s, u"N"_s, u"30"_s},
                        {u"lines"_s, u"of each list."_s, u"N"_s, u"14"_s},
                        {u"modules"_s, u"of the network."_s, u"N"_s},
                        {u"small"_s, u"A window of 1360x768, panels floating."_s},
                        {u"json"_s, u"The figures alone, an object a line."_s}});
    options.process(application);
    if (!hasMnist()) {
        std::fprintf(stderr, "%s\n", howToGetMnist().text().c_str());
        return 1;
    }
    const QTemporaryDir data;  // settings and weights of the user stay untouched
    std::filesystem::create_directory_symlink(std::filesystem::absolute(mnistFolder()),
                                              data.filePath(u"mnist"_s).toStdString());
    qputenv("GLYPHSCOPE_DATA", data.path().toLocal8Bit());
    MainWindow window;
    Wiring wiring(window, data.filePath(u"settings.json"_s));
    const bool small = options.isSet(u"small"_s);
    window.resize(small ? QSize(1360, 768) : QSize(2560, 1600));
    wiring.loadEngineAfterFirstPaint(GLYPHSCOPE_ENGINE);
    window.show();
    Story story(application, window, std::max(3, options.value(u"seconds"_s).toInt()),
                options.value(u"lines"_s).toUInt(), small, options.isSet(u"json"_s));
    if (const int modules = options.value(u"modules"_s).toInt(); modules > 0)
        story.useNetwork(chainOf(modules));
    story.start();
    return TimedApplication::exec();
}
