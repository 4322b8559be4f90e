// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/interrupt_session.h"

#include <QtTest/QTest>

#include <atomic>
#include <csignal>
#include <functional>
#include <semaphore>
#include <stop_token>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace glyphscope;

namespace {

/// Exit status of `story` in a process of its own, 128 + n if signal n ended it. Qt Test has a thread that
/// takes signals; the child of a fork has none but the one that forked.
int exitStatusOf(const std::function<int()>& story)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(story());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool blocked(int signal)
{
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, nullptr, &mask);
    return sigismember(&mask, signal) == 1;
}

}  // namespace

class TstInterruptSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signalBecomesACall_data();
    void signalBecomesACall();
    void signalDuringWorkReachesTheCall();
    void secondSignalEndsTheProcess();
    void destructorWithoutASignalReturns();
    void signalsDoAgainWhatTheyDid();
};

void TstInterruptSession::signalBecomesACall_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
}

void TstInterruptSession::signalBecomesACall()
{
    QFETCH(int, signal);
    const auto story = [signal] {
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
        return where != std::this_thread::get_id() ? 7 : 1;
    };
    QCOMPARE(exitStatusOf(story), 7);
}

void TstInterruptSession::signalDuringWorkReachesTheCall()
{
    const auto story = [] {
        std::stop_source stop;
        const InterruptSession session([&stop] { stop.request_stop(); });
        std::jthread worker([&stop] {
            ::kill(::getpid(), SIGINT);
            while (!stop.stop_requested())
                std::this_thread::yield();
        });
        worker.join();
        return 7;  // neither thread was ended by the signal
    };
    QCOMPARE(exitStatusOf(story), 7);
}

void TstInterruptSession::secondSignalEndsTheProcess()
{
    const auto story = [] {
        std::binary_semaphore called{0};
        const InterruptSession session([&called] { called.release(); });
        ::kill(::getpid(), SIGINT);
        called.acquire();
        ::kill(::getpid(), SIGINT);
        called.acquire();  // never: work that does not stop
        return 7;
    };
    QCOMPARE(exitStatusOf(story), 130);
}

void TstInterruptSession::destructorWithoutASignalReturns()
{
    std::atomic<int> calls = 0;
    for (int i = 0; i < 100; ++i)
        const InterruptSession session([&calls] { ++calls; });
    QCOMPARE(calls, 0);
}

void TstInterruptSession::signalsDoAgainWhatTheyDid()
{
    QVERIFY(!blocked(SIGINT));
    {
        const InterruptSession session([] {});
        QVERIFY(blocked(SIGINT));
        QVERIFY(blocked(SIGTERM));
    }
    QVERIFY(!blocked(SIGINT));
    QVERIFY(!blocked(SIGTERM));
}

QTEST_GUILESS_MAIN(TstInterruptSession)
#include "tst_interrupt_session.moc"
