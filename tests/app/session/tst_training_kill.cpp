// SPDX-License-Identifier: GPL-3.0-or-later
// A program that trains and saves is killed at random moments, 40 times (8 under a sanitizer), or
// GLYPHSCOPE_KILLS times. Each time everything it had kept can be read, no more than one interval is lost,
// and the next one goes on. The program is a fork of this one, which has loaded LibTorch but has never used
// it.
#include "app/session/run_keeper.h"
#include "app/settings/weights_history.h"
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/safetensors.h"
#include "model/engine/load_engine.h"
#include "model/types/error.h"
#include "tests/support/processor_time.h"
#include "tests/support/save_faults.h"
#include "tests/support/test_program.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <poll.h>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kInterval{60};
constexpr int kKillsOfARun = 30;

/// What the program says of itself, and how far it is known to have come.
struct Promises {
    std::int64_t steps = 0;        ///< in the curves
    std::int64_t resumePoint = 0;  ///< kept
    int pushed = 0;                ///< weights put into the history
    bool began = false;
};

class Sink final : public TrainSink {
public:
    Sink(RunKeeper& run, std::filesystem::path folder, int pipe)
        : m_run(run), m_folder(std::move(folder)), m_pipe(pipe)
    {
    }

    void onStep(const StepStats& stats) override
    {
        m_run.addSteps({stats});
        tell('s', stats.step);
    }
    void onEvaluation(const Evaluation& evaluation) override { m_evaluation = evaluation; }
    void onEpoch(const EpochStats& stats) override { m_run.addEpoch(stats, m_evaluation); }
    bool wantsSnapshot() override { return m_run.wantsWeights() || ++m_turns % 7 == 0; }
    void onSnapshot(StateDict weights) override
    {
        if (m_run.wantsWeights())
            m_run.keepWeights(weights);
        m_history.push(weights, "Trained");
        tell('w', 0);
        writeSafetensors(weights, m_folder / "out.safetensors");
    }
    bool wantsCheckpoint() override { return m_run.wantsResumePoint(); }
    void onCheckpoint(StateDict checkpoint) override
    {
        m_run.keepResumePoint(checkpoint);
        tell('r', m_run.info()->step);
    }

private:
    void tell(char what, std::int64_t step) const
    {
        std::array<char, 32> line;
        const int size =
            std::snprintf(line.data(), line.size(), "%c %lld\n", what, static_cast<long long>(step));
        if (::write(m_pipe, line.data(), static_cast<std::size_t>(size)) != size)
            std::_Exit(3);
    }

    RunKeeper& m_run;
    std::filesystem::path m_folder;
    int m_pipe;
    int m_turns = 0;
    Evaluation m_evaluation;
    WeightsHistory m_history{m_folder / "weights"};
};

Dataset bars(int count)
{
    Dataset data;
    data.classes = ClassSet::digits();
    for (int i = 0; i < count; ++i) {
        Glyph glyph{};
        for (int x = 5; x < 23; ++x)
            glyph[static_cast<std::size_t>(28 * (4 + 2 * (i % 10)) + x)] =
                static_cast<std::uint8_t>(200 + i % 50);
        data.images.insert(data.images.end(), glyph.begin(), glyph.end());
        data.labels.push_back(static_cast<std::uint8_t>(i % 10));
    }
    return data;
}

/// Trains until it is killed. An empty id begins a run.
[[noreturn]] void trainOn(Engine& engine, const std::filesystem::path& folder, const std::string& id,
                          int pipe)
{
    try {
        engine.limitThreads(1);
        RunStore store(folder / "runs");
        RunInfo info;
        info.options.batchSize = 16;
        info.options.epochs = 100'000;
        info.options.schedule = ScheduleKind::Constant;
        info.options.peakLearningRate = 0.001;
        auto writer = id.empty() ? store.begin(info) : store.resume(id);
        std::optional<StateDict> resume;
        if (!id.empty())
            resume = store.resumePoint(id);
        const TrainOptions options = writer->info().options;
        RunKeeper run(
            std::move(writer),
            [](const std::exception& trouble) { throw std::runtime_error(trouble.what()); }, kInterval);
        Sink sink(run, folder, pipe);
        if (::write(pipe, "b 0\n", 4) != 4)
            std::_Exit(3);
        (void)engine.train({bars(160), bars(20), "bars", {}}, options, resume, {}, sink);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    std::_Exit(2);
}

}  // namespace

class TstTrainingKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyKillLeavesATrainingToGoOnWith();

private:
    [[nodiscard]] Promises killOne(const std::string& id, std::chrono::microseconds after, bool fromTheStart);
    void check(const Promises& promises);
    void checkRun(const RunInfo& run, const Promises& promises);

    QTemporaryDir m_scratch{scratchTemplate()};
    std::filesystem::path m_folder = m_scratch.path().toStdString();
    std::shared_ptr<Engine> m_engine;
    std::int64_t m_resumedAt = 0;
    double m_mostLost = 0;
    int m_resumePoints = 0;
    int m_leftovers = 0;
};

void TstTrainingKill::initTestCase()
{
    prepareForEngine();
    m_engine = loadEngine(GLYPHSCOPE_ENGINE);
}

/// Waits for the first step, or not, then for a while, kills it, and reads what it had said.
Promises TstTrainingKill::killOne(const std::string& id, std::chrono::microseconds after, bool fromTheStart)
{
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        qFatal("no pipe");
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(pipe[0]);
        trainOn(*m_engine, m_folder, id, pipe[1]);
    }
    ::close(pipe[1]);
    Promises promises;
    std::string said;
    std::array<char, 4096> buffer;
    std::optional<std::chrono::steady_clock::time_point> due;
    if (fromTheStart)
        due = std::chrono::steady_clock::now() + after;
    for (bool killed = false;;) {
        using std::chrono::milliseconds;
        const auto left = due ? std::chrono::ceil<milliseconds>(*due - std::chrono::steady_clock::now())
                              : milliseconds(60'000);
        pollfd wait{pipe[0], POLLIN, 0};
        if (!killed && ::poll(&wait, 1, static_cast<int>(std::max<std::int64_t>(0, left.count()))) == 0) {
            ::kill(child, SIGKILL);
            killed = true;
            continue;
        }
        const ssize_t got = ::read(pipe[0], buffer.data(), buffer.size());
        if (got <= 0)
            break;
        said.append(buffer.data(), static_cast<std::size_t>(got));
        if (!due && said.find("s ") != std::string::npos)
            due = std::chrono::steady_clock::now() + after;
    }
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFSIGNALED(status))
        QTest::qFail("the program ended by itself", __FILE__, __LINE__);
    for (const QByteArray& line :
         QByteArray::fromStdString(said.substr(0, said.rfind('\n') + 1)).split('\n')) {
        const std::int64_t step = line.mid(2).toLongLong();
        promises.began = promises.began || !line.isEmpty();
        promises.steps = line.startsWith('s') ? step : promises.steps;
        promises.resumePoint = line.startsWith('r') ? step : promises.resumePoint;
        promises.pushed += line.startsWith('w') ? 1 : 0;
    }
    return promises;
}

void TstTrainingKill::checkRun(const RunInfo& run, const Promises& promises)
{
    QCOMPARE(run.state, RunState::Interrupted);
    const RunStore store(m_folder / "runs");
    const RunCurves curves = store.curves(run.id);
    const auto steps = static_cast<std::int64_t>(curves.steps.size());
    QVERIFY2(steps >= promises.steps, qPrintable(u"%1 of %2"_s.arg(steps).arg(promises.steps)));
    for (const RunCheckpoint& kept : store.checkpoints(run.id))
        QVERIFY(store.weights(run.id, kept.step).find("conv1.weight") != nullptr);
    if (!QFileInfo::exists(
            QString::fromStdString((m_folder / "runs" / run.id / "last.safetensors").string()))) {
        QCOMPARE(promises.resumePoint, std::int64_t(0));
        return;
    }
    ++m_resumePoints;
    const StateDict point = store.resumePoint(run.id);
    const std::int64_t at = std::stoll(point.metadata.at("step"));
    QVERIFY(at >= promises.resumePoint && at >= m_resumedAt && at <= steps);
    const auto secondsAt = [&](std::int64_t step) {
        return step == 0 ? 0.0
                         : static_cast<double>(curves.steps.seconds[static_cast<std::size_t>(step - 1)]);
    };
    if (steps <= at + 1)
        return;
    // the interval counts from when the point was on disk, and ends with the step that it runs out in
    const double lost = secondsAt(steps) - secondsAt(at);
    const double writing = secondsAt(at + 1) - secondsAt(at);
    const double lastStep = secondsAt(steps) - secondsAt(steps - 1);
    m_mostLost = std::max(m_mostLost, lost);
    QVERIFY2(lost - writing - lastStep < std::chrono::duration<double>(kInterval).count() + 0.1 * kSlowdown,
             qPrintable(u"%1 s lost, %2 of them writing, %3 in the last step"_s.arg(lost).arg(writing).arg(
                 lastStep)));
}

void TstTrainingKill::check(const Promises& promises)
{
    std::vector<Message> notices;
    const std::vector<RunInfo> runs = RunStore(m_folder / "runs").list(&notices);
    QVERIFY2(notices.empty(), notices.empty() ? "" : notices[0].text().c_str());
    if (!runs.empty() && promises.began)
        checkRun(runs.front(), promises);
    Message notice;
    const WeightsHistory history(m_folder / "weights", &notice);
    QVERIFY2(notice.empty(), notice.text().c_str());
    if (promises.pushed > 0)
        QVERIFY(history.current().has_value());
    else
        (void)history.current();
    if (std::filesystem::exists(m_folder / "out.safetensors"))
        (void)readSafetensors(m_folder / "out.safetensors");
    m_leftovers = std::max(m_leftovers, static_cast<int>(leftoversIn(m_scratch.path()).size()));
}

void TstTrainingKill::everyKillLeavesATrainingToGoOnWith()
{
    const int wanted = qEnvironmentVariableIntValue("GLYPHSCOPE_KILLS");
    const int kills = wanted > 0 ? wanted : kSlowdown == 1 ? 40 : 8;
    std::mt19937 random(1);
    std::string id;
    int wentOn = 0;
    for (int k = 0; k < kills; ++k) {
        const std::chrono::microseconds after(
            std::uniform_int_distribution<int>(1, 250'000 * kSlowdown)(random));
        const Promises promises = killOne(id, after, k % 3 == 2);
        check(promises);
        if (QTest::currentTestFailed())
            QTest::qFail(qPrintable(u"kill %1"_s.arg(k + 1)), __FILE__, __LINE__);
        if (QTest::currentTestFailed())
            return;
        // as the window does: the newest run, if it was interrupted and has a resume point, is offered
        RunStore store(m_folder / "runs");
        const std::vector<RunInfo> runs = store.list();
        id.clear();
        m_resumedAt = 0;
        if (runs.empty())
            continue;
        if (k % kKillsOfARun == kKillsOfARun - 1) {
            store.trash(runs.front().id);
            store.emptyTrash();
            continue;
        }
        if (std::filesystem::exists(m_folder / "runs" / runs.front().id / "last.safetensors")) {
            id = runs.front().id;
            m_resumedAt = std::stoll(store.resumePoint(id).metadata.at("step"));
            ++wentOn;
        }
    }
    qInfo("%d kills, %d resumed, %d resume points read, at most %.2f s lost, at most %d files left over",
          kills, wentOn, m_resumePoints, m_mostLost, m_leftovers);
    QVERIFY2(wentOn > kills / 3, qPrintable(QString::number(wentOn)));
    // a run that is not resumed keeps its own
    QVERIFY2(m_leftovers <= 8 + kills / 50, "what killed programs leave is not swept");
}

GLYPHSCOPE_TEST(TstTrainingKill, Core)
#include "tst_training_kill.moc"
