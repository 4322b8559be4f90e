// SPDX-License-Identifier: GPL-3.0-or-later
// A writer is killed at random moments; what it leaves is read, and resumed, each time. The writer is
// this program again, which a timer of its own kills, 60 times, or GLYPHSCOPE_KILLS times.
#include "tests/model/checkpoint/run_values.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtTest/QTest>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

int kills()
{
    const int wanted = qEnvironmentVariableIntValue("GLYPHSCOPE_KILLS");
    return wanted > 0 ? wanted : 60;
}

void dieAfter(long microseconds)
{
    std::signal(SIGALRM, [](int) { ::kill(::getpid(), SIGKILL); });
    itimerval timer = {};
    timer.it_value.tv_sec = microseconds / 1'000'000;
    timer.it_value.tv_usec = microseconds % 1'000'000;
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

/// Says on standard output how far the run is known to be kept.
void promise(char what, std::int64_t step)
{
    std::array<char, 64> line;
    const int size = std::snprintf(line.data(), line.size(), "%c %lld\n", what, static_cast<long long>(step));
    if (::write(STDOUT_FILENO, line.data(), static_cast<std::size_t>(size)) != size)
        std::_Exit(3);
}

/// Writes until it is killed: steps by threes, an evaluation every 12, a resume point every 24. The timer
/// runs from the first resume point on, which a slow disk would else keep it from.
[[noreturn]] void writeOn(RunWriter& writer, long microseconds)
{
    bool armed = false;
    for (std::int64_t step = writer.info().step + 1;; step += 3) {
        writer.addSteps(stepsFrom(step, step + 2));
        const std::int64_t done = step + 2;
        promise('s', done);
        if (done % 12 == 0) {
            writer.addMark({done, "mark " + std::to_string(done)});
            if (writer.addEpoch(epochAt(done, 1 - 1 / static_cast<double>(done)), evaluationOf(done % 100)))
                writer.keepBest(weightsAt(done));
            writer.keepCheckpoint(weightsAt(done), 1);
        }
        if (done % 24 == 0) {
            writer.keepResumePoint(weightsAt(done));
            promise('r', done);
            if (!std::exchange(armed, true) && microseconds > 0)
                dieAfter(microseconds);
        }
    }
}

/// A negative time counts from the very beginning.
int writeUntilKilled(const char* folder, const char* id, long microseconds)
{
    if (microseconds < 0)
        dieAfter(-microseconds);
    RunInfo info = infoOf();
    info.startedAt = 0;  // now
    try {
        RunStore store(folder);
        const auto writer = std::strlen(id) == 0 ? store.begin(info) : store.resume(id);
        writeOn(*writer, microseconds);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}

/// --write FOLDER RUN MICROSECONDS
int runWriter(int argc, char** argv)
{
    return argc == 4 ? writeUntilKilled(argv[1], argv[2], std::atol(argv[3])) : 2;
}

/// What the writer had promised when it died.
struct Promises {
    std::int64_t steps = 0;
    std::int64_t resumePoint = 0;
};

}  // namespace

class TstRunKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void everyKillLeavesARunToGoOnWith();

private:
    Promises killAWriter(const std::string& id, long microseconds);
    void check(const std::string& id, const Promises& promises);
    void checkCurves(const std::string& id, const Promises& promises);

    RunsFolder m_folder;
    RunStore m_store{m_folder.path};
};

Promises TstRunKill::killAWriter(const std::string& id, long microseconds)
{
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--write"), QString::fromStdString(m_folder.path.string()),
                  QString::fromStdString(id), QString::number(microseconds)});
    Promises promises;
    if (!writer.waitForFinished() || writer.exitStatus() != QProcess::CrashExit)
        QTest::qFail(writer.readAllStandardError().constData(), __FILE__, __LINE__);
    for (const QByteArray& line : writer.readAllStandardOutput().split('\n')) {
        if (line.startsWith("s "))
            promises.steps = line.mid(2).toLongLong();
        if (line.startsWith("r "))
            promises.resumePoint = line.mid(2).toLongLong();
    }
    return promises;
}

void TstRunKill::checkCurves(const std::string& id, const Promises& promises)
{
    const RunCurves curves = m_store.curves(id);
    const auto steps = static_cast<std::int64_t>(curves.steps.size());
    QVERIFY(steps >= promises.steps);
    for (std::int64_t k = 0; k < steps; ++k) {
        const StepStats expected = stepAt(k + 1);
        const auto at = static_cast<std::size_t>(k);
        QCOMPARE(curves.steps.step[at], expected.step);
        QCOMPARE(curves.steps.loss[at], static_cast<float>(expected.loss));
        QCOMPARE(curves.steps.seconds[at], static_cast<float>(expected.seconds));
    }
    for (std::size_t k = 0; k < curves.epochs.size(); ++k)
        QCOMPARE(curves.epochs[k].step, static_cast<std::int64_t>(12 * (k + 1)));
    for (std::size_t k = 0; k < curves.marks.size(); ++k)
        QCOMPARE(curves.marks[k].text, "mark " + std::to_string(12 * (k + 1)));
    QVERIFY(static_cast<std::int64_t>(curves.epochs.size()) >= promises.steps / 12 - 1);
    QVERIFY(curves.marks.size() >= curves.epochs.size());
}

void TstRunKill::check(const std::string& id, const Promises& promises)
{
    QVERIFY(m_store.info(id).state == RunState::Interrupted);
    checkCurves(id, promises);
    for (const RunCheckpoint& checkpoint : m_store.checkpoints(id)) {
        QCOMPARE(checkpoint.step % 12, std::int64_t(0));
        QCOMPARE(valueOf(m_store.weights(id, checkpoint.step)), static_cast<float>(checkpoint.step));
    }
    if (promises.resumePoint > 0)
        QVERIFY(valueOf(m_store.resumePoint(id)) >= static_cast<float>(promises.resumePoint));
}

void TstRunKill::everyKillLeavesARunToGoOnWith()
{
    const int count = kills();
    std::mt19937 random(1);
    std::string id;
    int wentOn = 0;
    for (int k = 0; k < count; ++k) {
        const long early = -std::uniform_int_distribution<long>(500, 60'000)(random);
        const long late = std::uniform_int_distribution<long>(1, 60'000)(random);
        const Promises promises = killAWriter(id, k % 2 == 0 ? late : early);
        std::vector<Message> notices;
        const std::vector<RunInfo> runs = m_store.list(&notices);
        QVERIFY2(notices.empty(), notices.empty() ? "" : notices[0].text().c_str());
        for (const RunInfo& info : runs)
            check(info.id, info.id == (id.empty() ? runs[0].id : id) ? promises : Promises{});
        if (QTest::currentTestFailed())
            return;
        // The newest goes on, now and then a new one is begun.
        id.clear();
        if (k % 8 < 6 && !runs.empty() && errorOf([&] { (void)m_store.resumePoint(runs[0].id); }).empty()) {
            id = runs[0].id;
            ++wentOn;
            const std::int64_t at = m_store.resume(id)->info().step;
            QCOMPARE(static_cast<float>(at), valueOf(m_store.resumePoint(id)));
            QCOMPARE(m_store.curves(id).steps.step.back(), at);
            QCOMPARE(m_store.curves(id).epochs.back().step, at);
            QCOMPARE(valueOf(m_store.best(id)), static_cast<float>(at));
        }
    }
    QVERIFY2(wentOn > count / 4, qPrintable(QString::number(wentOn)));
}

GLYPHSCOPE_TEST(TstRunKill, Core)
GLYPHSCOPE_CHILD_PROCESS(RunWriter, "--write", runWriter)
#include "tst_run_kill.moc"
