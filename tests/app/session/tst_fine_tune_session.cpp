// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/fine_tune_session.h"
#include "model/types/error.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <semaphore>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstFineTuneSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void finishesOnceWithItsReport();
    void stopEndsAsStopped();
    void whatCannotBeLoadedFails();
    void startWhileRunningIsIgnored();
    void destructionReturns();
};

namespace {

/// Makes `steps` steps, or as many as it takes until it is stopped.
class Teacher final : public test::FakeEngine {
public:
    int steps = 50;
    std::function<void()> beforeEach = [] {};

    [[nodiscard]] FineTuneResult fineTune(const StateDict& weights, const Dataset& samples, const TrainTest&,
                                          const FineTuneOptions&, std::stop_token stop,
                                          TrainSink& sink) override
    {
        FineTuneResult result;
        for (int step = 1; (steps < 0 || step <= steps) && !stop.stop_requested(); ++step) {
            beforeEach();
            if (sink.wantsSnapshot())
                sink.onSnapshot(weights);
            StepStats stats;
            stats.step = step;
            stats.totalSteps = std::max(steps, 1);
            sink.onStep(stats);
        }
        result.stopped = stop.stop_requested();
        result.weights = weights;
        result.report.samples = static_cast<std::int64_t>(samples.size());
        return result;
    }
};

FineTuneJob fineTuneJobOf(std::shared_ptr<Engine> engine)
{
    const auto samples = [](const ClassSet& classes) {
        Dataset data;
        data.classes = classes;
        data.labels = {1, 2, 3};
        return data;
    };
    return {std::move(engine),
            std::make_shared<const StateDict>(test::weightsOf(5)),
            samples,
            [] { return TrainTest(); },
            {}};
}

}  // namespace

void TstFineTuneSession::finishesOnceWithItsReport()
{
    FineTuneSession session;
    QSignalSpy progressed(&session, &FineTuneSession::progressed);
    QSignalSpy stopped(&session, &FineTuneSession::stopped);
    std::vector<std::shared_ptr<const FineTuneResult>> results;
    bool runningAtEnd = true;
    connect(&session, &FineTuneSession::finished, this, [&](const auto& result) {
        runningAtEnd = session.running();
        results.push_back(result);
    });
    session.start(fineTuneJobOf(std::make_shared<Teacher>()));
    QVERIFY(session.running());
    QTRY_COMPARE(results.size(), std::size_t(1));
    QVERIFY(!runningAtEnd);
    QCOMPARE(results[0]->report.samples, 3);
    QCOMPARE(results[0]->weights.tensors, test::weightsOf(5).tensors);
    QVERIFY(!progressed.isEmpty());
    QVERIFY(progressed[0][0].toDouble() > 0);
    QVERIFY(stopped.isEmpty());
}

void TstFineTuneSession::stopEndsAsStopped()
{
    const auto engine = std::make_shared<Teacher>();
    engine->steps = -1;
    FineTuneSession session;
    QSignalSpy snapshots(&session, &FineTuneSession::snapshotTaken);
    QSignalSpy stopped(&session, &FineTuneSession::stopped);
    QSignalSpy finished(&session, &FineTuneSession::finished);
    session.stop();
    session.start(fineTuneJobOf(engine));
    QTRY_VERIFY(!snapshots.isEmpty());
    session.stop();
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(finished.isEmpty());
    QVERIFY(!session.running());
}

void TstFineTuneSession::whatCannotBeLoadedFails()
{
    FineTuneSession session;
    QSignalSpy failed(&session, &FineTuneSession::failed);
    FineTuneJob job = fineTuneJobOf(std::make_shared<Teacher>());
    job.loadSamples = [](const ClassSet&) -> Dataset { throw Error("no samples"); };
    session.start(job);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toString(), u"no samples"_s);
    job = fineTuneJobOf(std::make_shared<Teacher>());
    job.loadReplay = []() -> TrainTest { throw Error("no MNIST"); };
    session.start(job);
    QTRY_COMPARE(failed.size(), 2);
    QCOMPARE(failed[1][0].toString(), u"no MNIST"_s);
    QVERIFY(!session.running());
}

void TstFineTuneSession::startWhileRunningIsIgnored()
{
    const auto engine = std::make_shared<Teacher>();
    engine->steps = -1;
    FineTuneSession session;
    QSignalSpy stopped(&session, &FineTuneSession::stopped);
    session.start(fineTuneJobOf(engine));
    FineTuneJob second = fineTuneJobOf(std::make_shared<Teacher>());
    std::atomic<bool> loaded = false;
    second.loadReplay = [&loaded] {
        loaded = true;
        return TrainTest();
    };
    session.start(second);
    session.stop();
    QTRY_COMPARE(stopped.size(), 1);
    QVERIFY(!loaded);
}

void TstFineTuneSession::destructionReturns()
{
    const auto engine = std::make_shared<Teacher>();
    engine->steps = -1;
    std::binary_semaphore teaching{0};
    engine->beforeEach = [&teaching, first = true]() mutable {
        if (std::exchange(first, false))
            teaching.release();
    };
    auto session = std::make_unique<FineTuneSession>();
    QSignalSpy stopped(session.get(), &FineTuneSession::stopped);
    session->start(fineTuneJobOf(engine));
    teaching.acquire();
    session.reset();
    QVERIFY(stopped.isEmpty());
}

GLYPHSCOPE_TEST(TstFineTuneSession, Core)
#include "tst_fine_tune_session.moc"
