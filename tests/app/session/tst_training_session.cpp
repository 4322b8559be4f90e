// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/training_session.h"
#include "model/types/error.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QTest>

#include <semaphore>

using namespace glyphscope;
using test::FakeEngine;
using namespace Qt::StringLiterals;

namespace {

/// Trains for ever, on the processor whatever it is told.
class Immovable final : public FakeEngine {
public:
    std::vector<std::string> startedOn;  // the training thread's while it runs

    [[nodiscard]] TrainResult train(const TrainTest&, const TrainOptions& options,
                                    const std::optional<StateDict>&, std::stop_token stop,
                                    TrainSink& sink) override
    {
        startedOn.push_back(options.device);
        TrainResult result;
        while (!stop.stop_requested()) {
            if (sink.takeChanges())
                sink.onDevice("cpu");
            sink.onStep({});
        }
        result.stopped = true;
        return result;
    }
};

/// Everything that a session says.
struct TrainingRecord {
    explicit TrainingRecord(TrainingSession& session)
    {
        using S = TrainingSession;
        QObject::connect(&session, &S::progressed, &context, [this](const std::vector<StepStats>& portion) {
            check();
            ++portions;
            for (const StepStats& stats : portion)
                steps.push_back(stats.step);
        });
        QObject::connect(&session, &S::evaluated, &context, [this](const EpochStats& stats) {
            check();
            stepsAtEpochs.push_back(steps.size());
            epochs.push_back(stats.epoch);
        });
        QObject::connect(&session, &S::snapshotTaken, &context, [this](const auto& weights) {
            check();
            snapshots.push_back(weights);
        });
        QObject::connect(&session, &S::finished, &context,
                         [this, &session](const TrainResult& r) { end(session, u"finished"_s, r); });
        QObject::connect(&session, &S::stopped, &context,
                         [this, &session](const TrainResult& r) { end(session, u"stopped"_s, r); });
        QObject::connect(&session, &S::failed, &context,
                         [this, &session](const QString& message, const TrainResult& r) {
                             end(session, u"failed: "_s + message, r);
                         });
        QObject::connect(&session, &S::notSaved, &context, [this](const QString& message) {
            check();
            unsaved << message;
        });
    }

    void end(const TrainingSession& session, const QString& how, const TrainResult& r)
    {
        check();
        runningAtEnd = session.running();
        ends << how;
        result = r;
    }

    void check() { onGuiThread = onGuiThread && std::this_thread::get_id() == guiThread; }

    /// 1, 2, 3 ... without a gap
    [[nodiscard]] bool everyStepOnceInOrder() const
    {
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (steps[i] != static_cast<std::int64_t>(i) + 1)
                return false;
        return true;
    }

    QObject context;
    const std::thread::id guiThread = std::this_thread::get_id();
    bool onGuiThread = true;
    int portions = 0;
    std::vector<std::int64_t> steps;
    std::vector<std::size_t> stepsAtEpochs;
    std::vector<int> epochs;
    std::vector<std::shared_ptr<const StateDict>> snapshots;
    QStringList ends;
    QStringList unsaved;
    bool runningAtEnd = true;
    TrainResult result;
};

}  // namespace

class TstTrainingSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }
    void finishesOnce();
    void stepsComeInPortionsBeforeTheirEpoch();
    void snapshotsComeWhileItTrains();
    void stopEndsAsStopped();
    void stopWithoutARunIsNothing();
    void dataThatCannotBeLoadedFails();
    void failureInTrainingComesAfterItsSteps();
    void brokenRunKeepsItsLastGoodWeights();
    void startWhileRunningIsIgnored();
    void startsAgainFromTheEndOfARun();
    void aDeviceThatWillNotDoIsNotAskedForAgain();
    void destructionInMidTrainingReturns();

private:
    [[nodiscard]] TrainingJob job(const std::shared_ptr<FakeEngine>& engine, int epochs = 3) const
    {
        TrainOptions options;
        options.epochs = epochs;
        return {engine, [] { return TrainTest(); }, options};
    }
};

void TstTrainingSession::finishesOnce()
{
    TrainingSession session;
    const TrainingRecord record(session);
    QVERIFY(!session.running());
    session.start(job(std::make_shared<FakeEngine>()));
    QVERIFY(session.running());
    QTRY_COMPARE(record.ends, QStringList{u"finished"_s});
    QVERIFY(!record.runningAtEnd);
    QCOMPARE(record.result.steps, 30);
    QCOMPARE(record.epochs, (std::vector{1, 2, 3}));
    QVERIFY(record.unsaved.isEmpty());
    QVERIFY(record.onGuiThread);
    QCOMPARE(record.result.weights.tensors, test::weightsOf(30).tensors);
}

void TstTrainingSession::stepsComeInPortionsBeforeTheirEpoch()
{
    const auto engine = std::make_shared<FakeEngine>();
    engine->stepsPerEpoch = 5000;
    TrainingSession session;
    const TrainingRecord record(session);
    session.start(job(engine));
    QTRY_COMPARE(record.ends.size(), 1);
    QCOMPARE(record.steps.size(), std::size_t(15000));
    QVERIFY(record.everyStepOnceInOrder());
    QVERIFY(record.portions >= 3);
    QVERIFY(record.portions < 15000 / 10);
    // An epoch's own steps are on the curve before its evaluation is.
    QCOMPARE(record.stepsAtEpochs, (std::vector<std::size_t>{5000, 10000, 15000}));
}

void TstTrainingSession::snapshotsComeWhileItTrains()
{
    const auto engine = std::make_shared<FakeEngine>();
    engine->endless = true;
    TrainingSession session;
    const TrainingRecord record(session);
    session.start(job(engine));
    QTRY_VERIFY(record.snapshots.size() >= 2);
    QVERIFY(record.ends.isEmpty());
    const auto value = [&](std::size_t i) { return record.snapshots[i]->tensors[0].values[0]; };
    QCOMPARE(value(0), 0.0F);
    QVERIFY(value(1) > value(0));
    session.stop();
    QTRY_COMPARE(record.ends, QStringList{u"stopped"_s});
}

void TstTrainingSession::stopEndsAsStopped()
{
    const auto engine = std::make_shared<FakeEngine>();
    engine->endless = true;
    TrainingSession session;
    const TrainingRecord record(session);
    session.start(job(engine));
    QTRY_VERIFY(record.portions > 0);
    session.stop();
    session.stop();
    QTRY_COMPARE(record.ends, QStringList{u"stopped"_s});
    QVERIFY(!session.running());
    QVERIFY(record.result.stopped);
    QCOMPARE(record.steps.size(), static_cast<std::size_t>(record.result.steps));
    QVERIFY(record.everyStepOnceInOrder());
}

void TstTrainingSession::stopWithoutARunIsNothing()
{
    TrainingSession session;
    const TrainingRecord record(session);
    session.stop();
    session.start(job(std::make_shared<FakeEngine>()));
    QTRY_COMPARE(record.ends, QStringList{u"finished"_s});
    session.stop();
    QVERIFY(!session.running());
}

void TstTrainingSession::dataThatCannotBeLoadedFails()
{
    TrainingSession session;
    const TrainingRecord record(session);
    TrainingJob broken = job(std::make_shared<FakeEngine>());
    broken.loadData = []() -> TrainTest { throw Error("no data"); };
    session.start(broken);
    QTRY_COMPARE(record.ends, QStringList{u"failed: no data"_s});
    QVERIFY(!session.running());
    QVERIFY(record.onGuiThread);
    session.start(job(std::make_shared<FakeEngine>()));
    QTRY_COMPARE(record.ends.size(), 2);
    QCOMPARE(record.ends.back(), u"finished"_s);
}

void TstTrainingSession::failureInTrainingComesAfterItsSteps()
{
    const auto engine = std::make_shared<FakeEngine>();
    engine->beforeStep = [](std::int64_t step) {
        if (step == 6)
            throw Error("not finite");
    };
    TrainingSession session;
    const TrainingRecord record(session);
    session.start(job(engine));
    QTRY_COMPARE(record.ends, QStringList{u"failed: not finite"_s});
    QCOMPARE(record.steps.size(), std::size_t(5));
    QVERIFY(record.everyStepOnceInOrder());
}

void TstTrainingSession::brokenRunKeepsItsLastGoodWeights()
{
    const auto engine = std::make_shared<FakeEngine>();
    engine->failure = "The loss is not finite.";
    TrainingSession session;
    const TrainingRecord record(session);
    const TrainingJob broken = job(engine);
    session.start(broken);
    QTRY_COMPARE(record.ends, QStringList{u"failed: The loss is not finite."_s});
    const int steps = broken.options.epochs * engine->stepsPerEpoch;
    QCOMPARE(record.result.weights.tensors, test::weightsOf(static_cast<float>(steps)).tensors);
}

void TstTrainingSession::startWhileRunningIsIgnored()
{
    const auto endless = std::make_shared<FakeEngine>();
    endless->endless = true;
    TrainingSession session;
    const TrainingRecord record(session);
    session.start(job(endless));
    TrainingJob second = job(std::make_shared<FakeEngine>());
    bool loaded = false;
    second.loadData = [&loaded] {
        loaded = true;
        return TrainTest();
    };
    session.start(second);
    QTRY_VERIFY(record.portions > 0);
    session.stop();
    QTRY_COMPARE(record.ends, QStringList{u"stopped"_s});
    QVERIFY(!loaded);
}

void TstTrainingSession::startsAgainFromTheEndOfARun()
{
    TrainingSession session;
    const TrainingRecord record(session);
    int runs = 1;
    connect(&session, &TrainingSession::finished, this, [&] {
        if (runs++ < 3)
            session.start(job(std::make_shared<FakeEngine>()));
    });
    session.start(job(std::make_shared<FakeEngine>()));
    QTRY_COMPARE(record.ends.size(), 3);
    QCOMPARE(record.steps.size(), std::size_t(90));
}

void TstTrainingSession::aDeviceThatWillNotDoIsNotAskedForAgain()
{
    TrainingSession session;
    const TrainingRecord record(session);
    QStringList stayed;
    connect(&session, &TrainingSession::stayedOn, this, [&](const QString& device) { stayed << device; });
    const auto engine = std::make_shared<Immovable>();
    session.start(job(engine));
    LiveOptions change;
    change.device = "cuda:3";
    session.change(change);
    QTRY_COMPARE(stayed, QStringList{u"cpu"_s});
    session.stop();
    QTRY_COMPARE(record.ends, QStringList{u"stopped"_s});
    session.start(job(engine));
    session.stop();
    QTRY_COMPARE(record.ends.size(), 2);
    QCOMPARE(engine->startedOn.size(), std::size_t(2));
    QCOMPARE(engine->startedOn[1], std::string("cpu"));
    QCOMPARE(stayed.size(), 1);
}

void TstTrainingSession::destructionInMidTrainingReturns()
{
    const auto engine = std::make_shared<FakeEngine>();
    engine->endless = true;
    std::binary_semaphore training{0};
    engine->beforeStep = [&training](std::int64_t step) {
        if (step == 100)
            training.release();
    };
    auto session = std::make_unique<TrainingSession>();
    const TrainingRecord record(*session);
    session->start(job(engine));
    training.acquire();
    session.reset();
    QVERIFY(record.ends.isEmpty());
}

GLYPHSCOPE_TEST(TstTrainingSession, Core)
#include "tst_training_session.moc"
