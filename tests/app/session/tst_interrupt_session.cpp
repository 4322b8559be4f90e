// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/interrupt_session.h"
#include "tests/support/test_program.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtTest/QTest>

#include <atomic>
#include <csignal>
#include <cstring>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <unistd.h>

using namespace glyphscope;

namespace {

constexpr int kGood = 7;

int signalBecomesCall(int signal)
{
    std::binary_semaphore called{0};
    std::thread::id where;
    {
        const InterruptSession session([&] {
            where = std::this_thread::get_id();
            called.release();
        });
        ::kill(::getpid(), signal);
        called.acquire();
    }
    return where != std::this_thread::get_id() ? kGood : 1;
}

int signalDuringWork()
{
    std::stop_source stop;
    const InterruptSession session([&stop] { stop.request_stop(); });
    std::jthread worker([&stop] {
        ::kill(::getpid(), SIGINT);
        while (!stop.stop_requested())
            std::this_thread::yield();
    });
    worker.join();
    return kGood;  // neither thread was ended by the signal
}

int secondSignal()
{
    std::binary_semaphore called{0};
    const InterruptSession session([&called] { called.release(); });
    ::kill(::getpid(), SIGINT);
    called.acquire();
    ::kill(::getpid(), SIGINT);
    called.acquire();  // never: work that does not stop
    return kGood;
}

bool blocked(int signal)
{
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    return sigismember(&mask, signal) == 1;
}

int noSignal()
{
    std::atomic<int> calls = 0;
    for (int i = 0; i < 100; ++i)
        const InterruptSession session([&calls] { ++calls; });
    return calls == 0 ? kGood : 1;
}

int signalsAfterwards()
{
    if (blocked(SIGINT) || blocked(SIGTERM))
        return 1;
    {
        const InterruptSession session([] {});
        if (!blocked(SIGINT) || !blocked(SIGTERM))
            return 2;
    }
    return blocked(SIGINT) || blocked(SIGTERM) ? 3 : kGood;
}

struct Story {
    const char* name;
    int (*run)();
    int status;
};

constexpr Story kStories[] = {
    {"Ctrl+C becomes a call", [] { return signalBecomesCall(SIGINT); }, kGood},
    {"termination becomes a call", [] { return signalBecomesCall(SIGTERM); }, kGood},
    {"signal during work reaches the call", signalDuringWork, kGood},
    {"second signal ends the process", secondSignal, 130},
    {"destructor without a signal returns", noSignal, kGood},
    {"signals do again what they did", signalsAfterwards, kGood},
};

/// --story NAME
int runStory(int argc, char** argv)
{
    for (const Story& story : kStories)
        if (argc == 2 && std::strcmp(argv[1], story.name) == 0)
            return story.run();
    return 1;
}

}  // namespace

/// Every story is told in a process of its own and by its exit status: Qt Test has a thread that takes
/// signals, and a thread sanitizer allows no threads after a fork.
class TstInterruptSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAsTold_data();
    void endsAsTold();
};

void TstInterruptSession::endsAsTold_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<int>("status");
    for (const Story& story : kStories)
        QTest::newRow(story.name) << QString::fromLatin1(story.name) << story.status;
}

void TstInterruptSession::endsAsTold()
{
    QFETCH(QString, story);
    QFETCH(int, status);
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), {QStringLiteral("--story"), story}),
             status);
}

GLYPHSCOPE_TEST(TstInterruptSession, Core)
GLYPHSCOPE_CHILD_PROCESS(InterruptStory, "--story", runStory)
#include "tst_interrupt_session.moc"
