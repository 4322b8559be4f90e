// SPDX-License-Identifier: GPL-3.0-or-later
// How long a start takes, from the moment the system is asked for it: until the window has been painted,
// until a digit written then is answered, and until the engine is there; then how much processor time the
// window takes in ten seconds in which nothing happens, and how much memory. The window is started anew for
// every row, the first time to warm the caches. usage: start_up [--rows N] [--json]
#include "app/hand/hand.h"
#include "app/settings/installation.h"
#include "app/settings/settings.h"
#include "app/wiring.h"
#include "model/engine/load_engine.h"
#include "tests/bench/figure.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/window/main_window.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace glyphscope;
using namespace glyphscope::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int kColumns = 5;
constexpr std::chrono::seconds kIdle{10};

double nowMilliseconds()
{
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

double processorMilliseconds()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double residentMebibytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1 << 20);
}

/// One start, as main() makes it. Prints its row and ends.
class Start : public QObject {
public:
    explicit Start(double asked) : m_asked(asked), m_wiring(m_window, settingsPath())
    {
        connect(&m_window, &MainWindow::firstPainted, this, [this] {
            m_row[0] = nowMilliseconds() - m_asked;
            hand::write(*m_window.canvas(), tourDigit(6));
        });
        m_wiring.loadEngineAfterFirstPaint(GLYPHSCOPE_ENGINE);
        connect(&m_look, &QTimer::timeout, this, &Start::look);
        m_look.start(1);
        m_window.show();
    }

private:
    void look()
    {
        if (m_row[1] == 0 && m_window.panel<AnswerPanel>()->verdict().endsWith(u'6'))
            m_row[1] = nowMilliseconds() - m_asked;
        if (m_row[2] == 0 &&
            m_window.findChild<QLabel*>(u"status.engine"_s)->text().startsWith(u"LibTorch"_s))
            m_row[2] = nowMilliseconds() - m_asked;
        if (m_row[1] == 0 || m_row[2] == 0)
            return;
        m_look.stop();
        QTimer::singleShot(2000, this, [this] {  // the new readers answer once more
            const double before = processorMilliseconds();
            QTimer::singleShot(kIdle, this, [this, before] {
                m_row[3] = processorMilliseconds() - before;
                m_row[4] = residentMebibytes();
                for (const double value : m_row)
                    std::printf("%.3f ", value);
                std::fflush(stdout);
                m_window.close();
            });
        });
    }

    const double m_asked;
    MainWindow m_window;
    Wiring m_wiring;
    QTimer m_look;
    std::array<double, kColumns> m_row{};
};

int start(int argc, char** argv)
{
    prepareForEngine(argv);
    QApplication application(argc, argv);
    const Start one(QString::fromLatin1(argv[2]).toDouble());
    return QApplication::exec();
}

std::vector<double> row(const QString& program)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(program, {u"--start"_s, QString::number(nowMilliseconds(), 'f', 3)});
    process.waitForFinished(120000);
    std::vector<double> values;
    for (const QByteArray& word : process.readAllStandardOutput().simplified().split(' '))
        values.push_back(word.toDouble());
    return values;
}

std::vector<Figure> figuresOf(const std::vector<std::vector<double>>& columns)
{
    std::vector<double> behind;  // from the painted window to the engine
    for (std::size_t i = 0; i < columns[0].size(); ++i)
        behind.push_back(columns[2][i] - columns[0][i]);
    std::vector<Figure> figures{{"start to painted window, median", median(columns[0]), "ms"},
                                {"start to the first answer, median", median(columns[1]), "ms"},
                                {"painted window to engine ready, median", median(behind), "ms"},
                                {"idle for 10 s, processor time, median", median(columns[3]), "ms"},
                                {"memory, median", median(columns[4]), "MiB"}};
    figures[0].goal = 250;
    figures[2].goal = 1000;
    figures[3].goal = 1;
    return figures;
}

int run(const QString& program, int rows, bool json)
{
    const QTemporaryDir data;  // as somebody has it who starts for the first time
    qputenv("GLYPHSCOPE_DATA", data.path().toLocal8Bit());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    std::vector<std::vector<double>> columns(kColumns);
    std::fprintf(stderr, "%12s %12s %12s %14s %12s\n", "painted ms", "answered ms", "engine ms",
                 "idle cpu ms/10s", "memory MiB");
    for (int i = 0; i <= rows; ++i) {
        const std::vector<double> values = row(program);
        if (values.size() != kColumns) {
            std::fprintf(stderr, "A start failed.\n");
            return 1;
        }
        if (i == 0)
            continue;
        std::fprintf(stderr, "%12.0f %12.0f %12.0f %14.1f %12.0f\n", values[0], values[1], values[2],
                     values[3], values[4]);
        for (std::size_t k = 0; k < values.size(); ++k)
            columns[k].push_back(values[k]);
    }
    print(figuresOf(columns), "start_up", json);
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::string(argv[1]) == "--start")
        return start(argc, argv);
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({{u"rows"_s, u"starts, after one to warm the caches."_s, u"N"_s, u"5"_s},
                        {u"json"_s, u"An object a line."_s}});
    options.process(application);
    return run(QCoreApplication::applicationFilePath(), std::max(1, options.value(u"rows"_s).toInt()),
               options.isSet(u"json"_s));
}
