// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/training_session.h"
#include "model/checkpoint/run_store.h"
#include "model/types/error.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <semaphore>

using namespace glyphscope;
using test::FakeEngine;
using namespace Qt::StringLiterals;

/// How a training is driven step by step, and what of it is on disk.
class TstTrainingRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsToItsEndOnDisk();
    void pausesAndGoesOn();
    void makesOneStep();
    void makesOneEpoch();
    void pausedItHasPublishedAndKeptThisVeryStep();
    void stoppedWhilePausedItCanBeResumed();
    void closedWhilePausedItEndsAtOnce();
    void aRunThatFailsSaysSoAndKeepsItsSteps();
    void divergedItKeepsTheLastGoodWeights();
    void marksWhatWasChanged();
    void valuesOfAnEarlierRunAreNotTakenOver();
    void goesOnWithoutAPlaceOnDisk();
    void tellsAFullDiskOnce();

private:
    [[nodiscard]] TrainingJob job(std::shared_ptr<Engine> engine, TrainUntil until = TrainUntil::End);
    [[nodiscard]] TrainingJob resumed(std::shared_ptr<Engine> engine, const std::string& id);
    [[nodiscard]] RunInfo only() const { return m_store->list().at(0); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<RunStore> m_store;
};

namespace {

std::shared_ptr<FakeEngine> endlessEngine()
{
    auto engine = std::make_shared<FakeEngine>();
    engine->endless = true;
    return engine;
}

/// Ends as a run does whose loss is not finite any more.
class Diverging final : public FakeEngine {
public:
    [[nodiscard]] TrainResult train(const TrainTest& data, const TrainOptions& options,
                                    const std::optional<StateDict>& resume, std::stop_token stop,
                                    TrainSink& sink) override
    {
        TrainResult result = FakeEngine::train(data, options, resume, stop, sink);
        result.steps = 20;
        result.weights = test::weightsOf(20);
        result.weights.metadata["step"] = "20";
        result.checkpoint = checkpointAt(20);
        result.failure = std::string("conv2 was first");
        return result;
    }
};

}  // namespace

void TstTrainingRuns::init()
{
    test::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_shared<RunStore>(m_folder->filePath(u"runs"_s).toStdString());
}

TrainingJob TstTrainingRuns::job(std::shared_ptr<Engine> engine, TrainUntil until)
{
    TrainOptions options;
    options.epochs = 3;
    RunInfo info;
    info.options = options;
    return {std::move(engine),
            [] {
                TrainTest data;
                data.name = "nothing";
                return data;
            },
            options,
            until,
            {},
            [store = m_store, info] { return store->begin(info); }};
}

TrainingJob TstTrainingRuns::resumed(std::shared_ptr<Engine> engine, const std::string& id)
{
    TrainingJob result = job(std::move(engine));
    result.loadResumePoint = [store = m_store, id] { return std::optional(store->resumePoint(id)); };
    result.beginRun = [store = m_store, id] { return store->resume(id); };
    return result;
}

void TstTrainingRuns::runsToItsEndOnDisk()
{
    TrainingSession session;
    QSignalSpy began(&session, &TrainingSession::began);
    QSignalSpy finished(&session, &TrainingSession::finished);
    session.start(job(std::make_shared<FakeEngine>()));
    QTRY_COMPARE(finished.size(), 1);
    const RunInfo run = only();
    QCOMPARE(began.size(), 1);
    QCOMPARE(began[0][1].toString(), QString::fromStdString(run.id));
    QCOMPARE(run.state, RunState::Done);
    QCOMPARE(run.dataName, std::string("nothing"));
    QCOMPARE(run.step, 30);
    const RunCurves curves = m_store->curves(run.id);
    QCOMPARE(curves.steps.size(), std::size_t(30));
    QCOMPARE(curves.epochs.size(), std::size_t(3));
    QCOMPARE(m_store->resumePoint(run.id).tensors, test::weightsOf(30).tensors);
    const std::vector<RunCheckpoint> kept = m_store->checkpoints(run.id);
    QVERIFY(kept.size() >= 2);
    QCOMPARE(kept.front().step, 0);
    QCOMPARE(kept.back().step, 30);
    QCOMPARE(m_store->weights(run.id, 30).tensors, test::weightsOf(30).tensors);
}

void TstTrainingRuns::pausesAndGoesOn()
{
    TrainingSession session;
    QSignalSpy paused(&session, &TrainingSession::pausedChanged);
    QSignalSpy progressed(&session, &TrainingSession::progressed);
    session.start(job(endlessEngine()));
    QTRY_VERIFY(!progressed.isEmpty());
    session.pause();
    QTRY_COMPARE(paused.size(), 1);
    QCOMPARE(paused[0][0].toBool(), true);
    QVERIFY(session.running());
    progressed.clear();
    session.unpause(TrainUntil::End);
    QTRY_VERIFY(!progressed.isEmpty());
    QCOMPARE(paused.size(), 2);
    QCOMPARE(paused[1][0].toBool(), false);
}

void TstTrainingRuns::makesOneStep()
{
    TrainingSession session;
    std::vector<std::int64_t> steps;
    connect(&session, &TrainingSession::progressed, this, [&steps](const std::vector<StepStats>& portion) {
        for (const StepStats& step : portion)
            steps.push_back(step.step);
    });
    QSignalSpy paused(&session, &TrainingSession::pausedChanged);
    session.start(job(endlessEngine(), TrainUntil::OneStep));
    QTRY_COMPARE(paused.size(), 1);
    QCOMPARE(steps, (std::vector<std::int64_t>{1}));
    session.unpause(TrainUntil::OneStep);
    QTRY_COMPARE(paused.size(), 3);
    QCOMPARE(steps, (std::vector<std::int64_t>{1, 2}));
}

void TstTrainingRuns::makesOneEpoch()
{
    TrainingSession session;
    std::int64_t newest = 0;
    connect(&session, &TrainingSession::progressed, this,
            [&newest](const std::vector<StepStats>& portion) { newest = portion.back().step; });
    QSignalSpy paused(&session, &TrainingSession::pausedChanged);
    QSignalSpy evaluated(&session, &TrainingSession::evaluated);
    session.start(job(endlessEngine(), TrainUntil::OneEpoch));
    QTRY_COMPARE(paused.size(), 1);
    QCOMPARE(newest, 10);
    QCOMPARE(evaluated.size(), 1);  // an epoch ends with its evaluation
    session.unpause(TrainUntil::OneStep);
    QTRY_COMPARE(paused.size(), 3);
    session.unpause(TrainUntil::OneEpoch);
    QTRY_COMPARE(paused.size(), 5);
    QCOMPARE(newest, 20);
}

void TstTrainingRuns::pausedItHasPublishedAndKeptThisVeryStep()
{
    TrainingSession session;
    float published = -1;
    connect(&session, &TrainingSession::snapshotTaken, this,
            [&published](const auto& weights) { published = weights->tensors[0].values[0]; });
    QSignalSpy paused(&session, &TrainingSession::pausedChanged);
    session.start(job(endlessEngine(), TrainUntil::OneStep));
    QTRY_COMPARE(paused.size(), 1);
    for (int step = 2; step <= 5; ++step) {
        session.unpause(TrainUntil::OneStep);
        QTRY_COMPARE(paused.size(), 2 * step - 1);
        QCOMPARE(published, static_cast<float>(step));
        QCOMPARE(m_store->resumePoint(only().id).metadata.at("step"), std::to_string(step));
        QCOMPARE(m_store->curves(only().id).steps.size(), static_cast<std::size_t>(step));
    }
}

void TstTrainingRuns::stoppedWhilePausedItCanBeResumed()
{
    TrainingSession session;
    QSignalSpy paused(&session, &TrainingSession::pausedChanged);
    QSignalSpy stopped(&session, &TrainingSession::stopped);
    session.start(job(std::make_shared<FakeEngine>(), TrainUntil::OneEpoch));
    QTRY_COMPARE(paused.size(), 1);
    session.stop();
    QTRY_COMPARE(stopped.size(), 1);
    const RunInfo run = only();
    QCOMPARE(run.state, RunState::Stopped);
    QCOMPARE(run.step, 10);

    QSignalSpy finished(&session, &TrainingSession::finished);
    session.start(resumed(std::make_shared<FakeEngine>(), run.id));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(only().id, run.id);
    QCOMPARE(only().state, RunState::Done);
    const RunCurves curves = m_store->curves(run.id);
    QCOMPARE(curves.steps.size(), std::size_t(30));
    for (std::size_t i = 0; i < 30; ++i)
        QCOMPARE(curves.steps.step[i], static_cast<std::int64_t>(i) + 1);
}

void TstTrainingRuns::closedWhilePausedItEndsAtOnce()
{
    {
        TrainingSession session;
        QSignalSpy paused(&session, &TrainingSession::pausedChanged);
        session.start(job(endlessEngine(), TrainUntil::OneStep));
        QTRY_COMPARE(paused.size(), 1);
    }
    QCOMPARE(only().state, RunState::Interrupted);
    QCOMPARE(only().step, 1);
}

void TstTrainingRuns::aRunThatFailsSaysSoAndKeepsItsSteps()
{
    const auto engine = std::make_shared<FakeEngine>();
    engine->beforeStep = [](std::int64_t step) {
        if (step == 6)
            throw Error("out of memory");
    };
    TrainingSession session;
    QSignalSpy failed(&session, &TrainingSession::failed);
    session.start(job(engine));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(only().state, RunState::Failed);
    QCOMPARE(only().failure, std::string("out of memory"));
    QCOMPARE(m_store->curves(only().id).steps.size(), std::size_t(5));
}

void TstTrainingRuns::divergedItKeepsTheLastGoodWeights()
{
    TrainingSession session;
    TrainResult kept;
    QString reason;
    connect(&session, &TrainingSession::failed, this, [&](const QString& message, const TrainResult& result) {
        reason = message;
        kept = result;
    });
    session.start(job(std::make_shared<Diverging>()));
    QTRY_COMPARE(reason, u"conv2 was first"_s);
    QCOMPARE(kept.weights.tensors, test::weightsOf(20).tensors);
    QCOMPARE(only().state, RunState::Failed);
    QCOMPARE(m_store->resumePoint(only().id).tensors, test::weightsOf(20).tensors);
}

void TstTrainingRuns::marksWhatWasChanged()
{
    TrainingSession session;
    QSignalSpy paused(&session, &TrainingSession::pausedChanged);
    QSignalSpy marked(&session, &TrainingSession::marked);
    session.start(job(endlessEngine(), TrainUntil::OneEpoch));
    QTRY_COMPARE(paused.size(), 1);
    LiveOptions changed;
    changed.values = LiveValues{};
    session.change(changed);
    session.unpause(TrainUntil::OneStep);
    QTRY_COMPARE(marked.size(), 1);
    QTRY_COMPARE(paused.size(), 3);
    const RunCurves curves = m_store->curves(only().id);
    QCOMPARE(curves.marks, (std::vector<RunMark>{{10, "something changed"}}));
}

void TstTrainingRuns::valuesOfAnEarlierRunAreNotTakenOver()
{
    TrainingSession session;
    LiveOptions changed;
    changed.values = LiveValues{};
    session.change(changed);
    QSignalSpy marked(&session, &TrainingSession::marked);
    QSignalSpy finished(&session, &TrainingSession::finished);
    session.start(job(std::make_shared<FakeEngine>()));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(marked.isEmpty());
}

void TstTrainingRuns::goesOnWithoutAPlaceOnDisk()
{
    QFile inTheWay(m_folder->filePath(u"runs"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    TrainingSession session;
    QSignalSpy began(&session, &TrainingSession::began);
    QSignalSpy notSaved(&session, &TrainingSession::notSaved);
    QSignalSpy finished(&session, &TrainingSession::finished);
    session.start(job(std::make_shared<FakeEngine>()));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(notSaved.size(), 1);
    QVERIFY2(notSaved[0][0].toString().contains(inTheWay.fileName()), qPrintable(notSaved[0][0].toString()));
    QCOMPARE(began[0][1].toString(), QString());
}

void TstTrainingRuns::tellsAFullDiskOnce()
{
    TrainingSession session;
    QSignalSpy paused(&session, &TrainingSession::pausedChanged);
    QSignalSpy notSaved(&session, &TrainingSession::notSaved);
    QSignalSpy finished(&session, &TrainingSession::finished);
    session.start(job(std::make_shared<FakeEngine>(), TrainUntil::OneStep));
    QTRY_COMPARE(paused.size(), 1);
    // folders in the places of files refuse to be replaced, whoever the user is
    const QString run = m_folder->filePath(u"runs/"_s + QString::fromStdString(only().id));
    for (const char* file : {"best.safetensors", "last.safetensors"}) {
        QFile::remove(run + u'/' + QLatin1StringView(file));
        QVERIFY(QDir().mkpath(run + u'/' + QLatin1StringView(file) + u"/x"_s));
    }
    session.unpause(TrainUntil::End);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!notSaved.isEmpty());
    QVERIFY2(notSaved.size() <= 4, qPrintable(QString::number(notSaved.size())));
    QCOMPARE(m_store->curves(only().id).steps.size(), std::size_t(30));
}

GLYPHSCOPE_TEST(TstTrainingRuns, Core)
#include "tst_training_runs.moc"
