// SPDX-License-Identifier: GPL-3.0-or-later
// RunStore::resume(): a run that stopped is taken up at its resume point.
#include "tests/model/checkpoint/run_values.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QtTest/QTest>

using namespace glyphscope;
using namespace glyphscope::test;
namespace fs = std::filesystem;

class TstRunResume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void goingOnCutsBackToTheResumePoint();
    void goingOnBringsBackTheBestOfThen();
    void goingOnIsLikeNeverStopping();
    void goingOnNeedsAResumePoint();
    void onlyOneWriterARun();
};

void TstRunResume::goingOnCutsBackToTheResumePoint()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Stopped);

    const auto writer = store.resume(id);
    QVERIFY(writer->info().state == RunState::Running);
    QCOMPARE(writer->info().step, std::int64_t(20));
    QCOMPARE(writer->info().seconds, 0.5);
    QCOMPARE(writer->info().epochsDone, std::int64_t(2));
    QCOMPARE(writer->info().last.testAccuracy, 0.8);
    QCOMPARE(writer->info().best.testAccuracy, 0.9);
    QCOMPARE(writer->info().test.correct, std::int64_t(80));
    QVERIFY(store.info(id).state == RunState::Running);

    const RunCurves curves = store.curves(id);
    QCOMPARE(curves.steps.size(), std::size_t(20));
    QCOMPARE(curves.epochs.size(), std::size_t(2));
    QCOMPARE(curves.marks.size(), std::size_t(2));
    QCOMPARE(curves.marks[1].text, std::string("before the resume point"));
    QCOMPARE(stepsOf(store.checkpoints(id)), (std::vector<std::int64_t>{10, 20}));
}

void TstRunResume::goingOnBringsBackTheBestOfThen()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Stopped);
    QCOMPARE(valueOf(store.best(id)), 40.0F);
    (void)store.resume(id);
    QCOMPARE(valueOf(store.best(id)), 10.0F);
    (void)store.resume(id);  // cutting twice comes to the same
    QCOMPARE(valueOf(store.best(id)), 10.0F);

    const auto writer = store.resume(id);
    writer->addSteps(stepsFrom(21, 30));
    writer->keepBest(weightsAt(30));
    writer->keepResumePoint(weightsAt(30));
    writer->end(RunState::Stopped, {});
    (void)store.resume(id);
    QCOMPARE(valueOf(store.best(id)), 30.0F);
}

void TstRunResume::goingOnIsLikeNeverStopping()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Running);
    const auto writer = store.resume(id);
    writer->addMark({20, "after the resume point"});
    writer->addSteps(stepsFrom(21, 40));
    writer->addMark({30, "dropout 0 to 0.1"});
    writer->addEpoch(epochAt(40, 0.95), evaluationOf(95));
    writer->keepBest(weightsAt(40));
    writer->keepCheckpoint(weightsAt(40), 4.0);
    writer->end(RunState::Done, {});

    const RunsFolder unbroken;
    RunStore other(unbroken.path);
    QCOMPARE(longRun(other, RunState::Done), id);
    for (const auto& entry : fs::recursive_directory_iterator(unbroken.path)) {
        const fs::path same = folder.path / fs::relative(entry.path(), unbroken.path);
        QVERIFY2(fs::exists(same), same.c_str());
        if (entry.is_regular_file())
            QVERIFY2(textOf(entry.path()) == textOf(same), same.c_str());
    }
}

void TstRunResume::goingOnNeedsAResumePoint()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    writer->addSteps(stepsFrom(1, 5));
    writer->end(RunState::Stopped, {});
    const std::string error = errorOf([&] { (void)store.resume(writer->info().id); });
    QVERIFY2(error.find("before its first resume point") != std::string::npos, error.c_str());
    QCOMPARE(store.curves(writer->info().id).steps.size(), std::size_t(5));
}

void TstRunResume::onlyOneWriterARun()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Stopped);
    const auto first = store.resume(id);
    const std::string error = errorOf([&] { (void)RunStore(folder.path).resume(id); });
    QVERIFY2(error.find("is training") != std::string::npos, error.c_str());
    first->end(RunState::Stopped, {});
    QVERIFY(store.resume(id) != nullptr);
}

GLYPHSCOPE_TEST(TstRunResume, Core)
#include "tst_run_resume.moc"
