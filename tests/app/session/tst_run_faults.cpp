// SPDX-License-Identifier: GPL-3.0-or-later
// A whole training is kept while calls to the system fail: what is told, and what is there in the end.
#include "app/session/run_keeper.h"
#include "model/checkpoint/run_store.h"
#include "tests/model/checkpoint/run_values.h"
#include "tests/support/save_faults.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

using namespace glyphscope;
using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstRunFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void oneFaultLosesNothing();
    void aDeadDiskEndsNoTraining();
    void aDiskThatComesBackHasEverything();
};

namespace {

constexpr std::int64_t kSteps = 40;

/// As a session does it: steps, an evaluation every 10, resume points, the end.
void train(const std::string& folder, const std::function<void(const std::exception&)>& onTrouble,
           const std::function<void(std::int64_t)>& beforeStep)
{
    std::unique_ptr<RunWriter> writer;
    try {
        writer = RunStore(folder).begin(infoOf());
    } catch (const Error& error) {
        onTrouble(error);
    }
    RunKeeper run(std::move(writer), onTrouble);
    run.setData("MNIST", 60000, {"cat", "dog"});
    for (std::int64_t step = 1; step <= kSteps; ++step) {
        beforeStep(step);
        run.addSteps(stepsFrom(step, step));
        if (step % 10 == 0)
            run.addEpoch(epochAt(step, 0.5 + 0.01 * static_cast<double>(step)), evaluationOf(step));
        if (step % 10 == 1)
            run.addMark({step, "something changed"});
        if (run.wantsWeights())
            run.keepWeights(weightsAt(step));
        if (step % 15 == 0)
            run.keepResumePoint(weightsAt(step));
    }
    TrainResult result;
    result.steps = kSteps;
    result.weights = weightsAt(kSteps);
    result.checkpoint = weightsAt(kSteps);
    run.end(RunState::Done, result, {});
}

struct Attempt {
    QTemporaryDir scratch{scratchTemplate()};
    std::string folder = (QDir(scratch.path()).canonicalPath() + u"/runs"_s).toStdString();
    QStringList told;
    long failed = 0;

    void run(const faults::Plan& plan, std::int64_t from = 1, std::int64_t until = kSteps + 1)
    {
        if (from == 1)
            faults::arm({folder, plan.nth, plan.error, plan.forGood});
        train(
            folder, [this](const std::exception& error) { told << QString::fromUtf8(error.what()); },
            [&](std::int64_t step) {
                if (step == from && from > 1)
                    faults::arm({folder, plan.nth, plan.error, plan.forGood});
                if (step == until)
                    failed = faults::disarm();
            });
        if (until > kSteps)
            failed = faults::disarm();
    }
};

/// All of it is there.
void verifyWhole(const std::string& folder)
{
    const RunStore store(folder);
    const std::vector<RunInfo> runs = store.list();
    QCOMPARE(runs.size(), std::size_t(1));
    const std::string id = runs[0].id;
    QCOMPARE(runs[0].state, RunState::Done);
    QCOMPARE(store.curves(id).steps.size(), std::size_t(kSteps));
    QCOMPARE(store.curves(id).epochs.size(), std::size_t(4));
    QCOMPARE(store.curves(id).marks.size(), std::size_t(4));
    QCOMPARE(valueOf(store.best(id)), 40.0F);
    QCOMPARE(valueOf(store.resumePoint(id)), 40.0F);
}

/// Whatever there is can be read.
void verifyReadable(const std::string& folder)
{
    std::vector<Message> notices;
    RunStore store(folder);
    const std::vector<RunInfo> runs = store.list(&notices);
    QVERIFY2(notices.empty(), notices.empty() ? "" : notices[0].text().c_str());
    for (const RunInfo& run : runs) {
        (void)store.curves(run.id);
        for (const RunCheckpoint& kept : store.checkpoints(run.id))
            QCOMPARE(valueOf(store.weights(run.id, kept.step)), static_cast<float>(kept.step));
        if (errorOf([&] { (void)store.resumePoint(run.id); }).empty())
            QVERIFY(store.resume(run.id)->info().step >= 15);
    }
}

}  // namespace

void TstRunFaults::oneFaultLosesNothing()
{
    long nth = 1;
    for (;; ++nth) {
        Attempt attempt;
        attempt.run({{}, nth, ENOSPC});
        if (attempt.failed == 0)
            break;
        if (RunStore(attempt.folder).list().empty())
            QVERIFY2(!attempt.told.isEmpty(), "the run could not be begun, and nobody was told");
        else
            verifyWhole(attempt.folder);
        QVERIFY(attempt.told.size() <= 2);
        QVERIFY(leftoversIn(QString::fromStdString(attempt.folder)).isEmpty());
        if (QTest::currentTestFailed())
            QTest::qFail(qPrintable(u"call %1: %2"_s.arg(nth).arg(attempt.told.join(u'\n'))), __FILE__,
                         __LINE__);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(nth > 100);
}

void TstRunFaults::aDeadDiskEndsNoTraining()
{
    for (const int error : {ENOSPC, EIO, EACCES})
        for (long nth = 1;; ++nth) {
            Attempt attempt;
            attempt.run({{}, nth, error, true});
            if (attempt.failed == 0)
                break;
            verifyReadable(attempt.folder);
            // after the last change there are files to close and a folder to sync
            if (attempt.failed > 8)
                QVERIFY2(!attempt.told.isEmpty(), qPrintable(QString::number(nth)));
            QVERIFY2(attempt.told.size() <= 2, qPrintable(attempt.told.join(u'\n')));
            if (QTest::currentTestFailed())
                return;
        }
}

void TstRunFaults::aDiskThatComesBackHasEverything()
{
    for (std::int64_t from = 2; from < kSteps; from += 3) {
        Attempt attempt;
        attempt.run({{}, 1, ENOSPC, true}, from, kSteps);
        QVERIFY(!attempt.told.isEmpty());
        verifyWhole(attempt.folder);
        if (QTest::currentTestFailed())
            return;
    }
}

GLYPHSCOPE_TEST(TstRunFaults, Core)
#include "tst_run_faults.moc"
