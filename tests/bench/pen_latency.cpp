// SPDX-License-Identifier: GPL-3.0-or-later
// How long the pen waits for what it did: a mouse of 125 Hz writes one digit after another into the real
// window, first at rest, then while a network is trained at full speed. Of every move: how long until the
// stroke is painted, and until the answer to that very drawing is. usage: pen_latency [--seconds N] [--json]
#include "app/hand/hand.h"
#include "app/wiring.h"
#include "model/data/mnist_location.h"
#include "model/engine/load_engine.h"
#include "tests/bench/event_times.h"
#include "tests/bench/figure.h"
#include "tests/bench/pen_clock.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_geometry.h"
#include "ui/window/main_window.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <functional>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMoveEvery = 8;       // ms: a mouse of 125 Hz
constexpr int kRestMoves = 25;      // between two digits
constexpr double kSettle = 1000;    // ms before anything is counted
constexpr double kGoalPainted = 8;  // ms, of the 99th percentile
constexpr double kGoalAtRest = 16;
constexpr double kGoalTraining = 33;

/// The story, told by one timer: the event loop is the thing that is measured.
class Story : public QObject {
public:
    Story(PenClock& clock, MainWindow& window, double seconds, bool json)
        : m_clock(clock)
        , m_window(window)
        , m_canvas(*window.canvas())
        , m_milliseconds(1000 * seconds)
        , m_json(json)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Story::tick);
    }

    void start()
    {
        m_began = wallMilliseconds();
        m_timer.start(kMoveEvery);
    }

private:
    enum class Part { Loading, AtRest, Beginning, Training, Over };

    void tick();
    void nextPart();
    void write(double due);
    void plan(const Drawing& drawing);
    [[nodiscard]] bool ready();
    void report();

    PenClock& m_clock;
    MainWindow& m_window;
    Canvas& m_canvas;
    const double m_milliseconds;
    const bool m_json;
    QTimer m_timer;
    double m_began = 0;  // the timer
    Part m_part = Part::Loading;
    double m_partBegan = 0;
    bool m_counting = false;
    std::deque<std::function<void()>> m_moves;  // an empty one: the pen rests
    int m_digit = 0;
    PenClock::Delays m_atRest, m_training;
};

/// A tick that comes late, because the window was busy, still was due when it was due.
void Story::tick()
{
    const double now = wallMilliseconds();
    // the timer counts whole milliseconds and may be one ahead of this clock
    const double due = std::min(now, m_began + kMoveEvery * std::floor((now - m_began + 1) / kMoveEvery));
    if (m_part == Part::Loading || m_part == Part::Beginning) {
        if (ready())
            nextPart();
        return;
    }
    if (!m_counting && now - m_partBegan > kSettle) {
        m_counting = true;
        m_clock.keepIn(m_part == Part::AtRest ? &m_atRest : &m_training);
    }
    write(due);
    if (now - m_partBegan > kSettle + m_milliseconds && m_moves.empty())
        nextPart();
}

bool Story::ready()
{
    if (m_part == Part::Loading)
        return m_window.findChild<QLabel*>(u"status.engine"_s)->text().startsWith(u"LibTorch"_s);
    return m_clock.trainingSteps() > 0;
}

void Story::nextPart()
{
    m_clock.keepIn(nullptr);
    m_counting = false;
    m_part = static_cast<Part>(static_cast<int>(m_part) + 1);
    m_partBegan = wallMilliseconds();
    if (m_part == Part::Beginning)
        hand::click(*m_window.findChild<QPushButton*>(u"training.button"_s));
    if (m_part == Part::Over) {
        m_timer.stop();
        report();
        m_window.close();
    }
}

void Story::write(double due)
{
    if (m_moves.empty())
        plan(tourDigit(m_digit++ % 10));
    const auto move = m_moves.front();
    m_moves.pop_front();
    if (move)
        m_clock.time(due, move);
}

void Story::plan(const Drawing& drawing)
{
    m_canvas.clear();
    const CanvasGeometry geometry = CanvasGeometry::of(m_canvas.size());
    for (const Stroke& stroke : drawing.strokes) {
        for (std::size_t i = 0; i < stroke.points.size(); ++i) {
            const QPoint at = geometry.toWidget(stroke.points[i]).toPoint();
            if (i == 0)
                m_moves.emplace_back([this, at] { QTest::mousePress(&m_canvas, Qt::LeftButton, {}, at); });
            else
                m_moves.emplace_back([this, at] { QTest::mouseMove(&m_canvas, at); });
        }
        const QPoint end = geometry.toWidget(stroke.points.back()).toPoint();
        m_moves.emplace_back([this, end] { QTest::mouseRelease(&m_canvas, Qt::LeftButton, {}, end); });
    }
    for (int i = 0; i < kRestMoves; ++i)
        m_moves.emplace_back();
}

void Story::report()
{
    std::vector<Figure> figures;
    const auto add = [&figures](const std::string& what, const std::vector<double>& delays, double goal) {
        figures.push_back({what + ", p50", quantile(delays, 0.5), "ms"});
        figures.push_back({what + ", p99", quantile(delays, 0.99), "ms"});
        figures.back().goal = goal;
    };
    add("pen to painted stroke, at rest", m_atRest.painted, kGoalPainted);
    add("pen to painted answer, at rest", m_atRest.answered, kGoalAtRest);
    add("pen to painted stroke, training", m_training.painted, kGoalPainted);
    add("pen to painted answer, training", m_training.answered, kGoalTraining);
    std::fprintf(stderr, "  %zu moves at rest, %zu while training\n", m_atRest.painted.size(),
                 m_training.painted.size());
    print(figures, "pen_latency", m_json);
}

}  // namespace

int main(int argc, char** argv)
{
    prepareForEngine(argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    PenClock application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"seconds"_s, u"of writing, at rest and again while training."_s, u"N"_s, u"15"_s},
                        {u"json"_s, u"An object a line."_s}});
    options.process(application);
    if (!hasMnist()) {
        std::fprintf(stderr, "%s\n", howToGetMnist().text().c_str());
        return 1;
    }
    const QTemporaryDir data;  // settings, weights and runs of the user stay untouched
    std::filesystem::create_directory_symlink(std::filesystem::absolute(mnistFolder()),
                                              data.filePath(u"mnist"_s).toStdString());
    qputenv("GLYPHSCOPE_DATA", data.path().toLocal8Bit());
    MainWindow window;
    Wiring wiring(window, data.filePath(u"settings.json"_s));
    window.resize(1280, 820);
    application.watch(window.canvas(), window.panel<AnswerPanel>());
    wiring.loadEngineAfterFirstPaint(GLYPHSCOPE_ENGINE);
    window.show();
    Story story(application, window, std::max(0.5, options.value(u"seconds"_s).toDouble()),
                options.isSet(u"json"_s));
    story.start();
    return PenClock::exec();
}
