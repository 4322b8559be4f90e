// SPDX-License-Identifier: GPL-3.0-or-later
// How long a start takes, from the moment the system is asked for it: until the window has been painted,
// until a digit written then is answered, and until the engine is there; then how much processor time the
// window takes in ten seconds in which nothing happens, and how much memory. The window is started anew for
// every row, the first time to warm the caches. usage: start_up [ROWS]
#include "app/settings/installation.h"
#include "app/settings/settings.h"
#include "app/tour/hand.h"
#include "app/wiring.h"
#include "model/engine/load_engine.h"
#include "ui/answer/answer_panel.h"
#include "ui/canvas/canvas.h"
#include "ui/window/main_window.h"

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
        if (m_row[1] == 0 && m_window.answer()->verdict().endsWith(u'6'))
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
    prepareForEngine();
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

int run(const QString& program, int rows)
{
    const QTemporaryDir data;  // as somebody has it who starts for the first time
    qputenv("GLYPHSCOPE_DATA", data.path().toLocal8Bit());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    std::vector<std::vector<double>> columns(kColumns);
    std::printf("%12s %12s %12s %14s %12s\n", "painted ms", "answered ms", "engine ms", "idle cpu ms/10s",
                "memory MiB");
    for (int i = 0; i <= rows; ++i) {
        const std::vector<double> values = row(program);
        if (values.size() != kColumns) {
            std::fprintf(stderr, "A start failed.\n");
            return 1;
        }
        if (i == 0)
            continue;
        std::printf("%12.0f %12.0f %12.0f %14.1f %12.0f\n", values[0], values[1], values[2], values[3],
                    values[4]);
        for (std::size_t k = 0; k < values.size(); ++k)
            columns[k].push_back(values[k]);
    }
    std::printf("medians:\n");
    for (std::vector<double>& column : columns) {
        std::ranges::sort(column);
        std::printf("%12.1f ", column[column.size() / 2]);
    }
    std::printf("\n");
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::string(argv[1]) == "--start")
        return start(argc, argv);
    const QCoreApplication application(argc, argv);
    return run(QCoreApplication::applicationFilePath(), argc > 1 ? std::max(1, std::atoi(argv[1])) : 5);
}
