// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/run_writer.h"
#include "model/spec/presets.h"
#include "model/spec/spec_of.h"
#include "tests/support/test_program.h"

#include "tests/model/checkpoint/run_values.h"
#include "tests/support/warnings.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

#include <array>
#include <limits>

using namespace glyphscope;
using namespace glyphscope::test;
namespace fs = std::filesystem;

class TstRunWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void stepsAreInTheFileAtOnce();
    void theBestIsToldFromTheRest();
    void aTieGoesToTheSmallerLoss();
    void validationJudgesWhereThereIsOne();
    void stepsMustAscend();
    void lossesThatAreNotFiniteAreKept();
    void nothingIsAddedAfterTheEnd();
    void resumePointsAreNotAheadOfTheCurves();
    void checkpointsStayFew();
    void fullDiskLosesNothing();
    void fullDiskLeavesOlderFilesWhole();
    void fullDiskAtTheBeginningLeavesNothing();
    void aDeletedFolderIsNoticed();
    void aDamagedInfoIsMended();
    void theFirstWeightsSayWhatNetworkItIs();
};

void TstRunWriter::stepsAreInTheFileAtOnce()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    writer->addSteps(stepsFrom(1, 3));
    writer->addSteps({});
    QCOMPARE(store.curves(writer->info().id).steps.size(), std::size_t(3));
    QCOMPARE(fs::file_size(writer->folder() / "curves.bin"), std::uintmax_t(16 + 3 * 36));
}

void TstRunWriter::theBestIsToldFromTheRest()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    QVERIFY(writer->addEpoch(epochAt(10, 0), evaluationOf(0)));  // the first is the best, however bad
    QVERIFY(writer->addEpoch(epochAt(20, 0.9), evaluationOf(90)));
    QVERIFY(!writer->addEpoch(epochAt(30, 0.8), evaluationOf(80)));
    QCOMPARE(store.info(writer->info().id).best.step, std::int64_t(20));
    QCOMPARE(store.info(writer->info().id).last.step, std::int64_t(30));
}

void TstRunWriter::aTieGoesToTheSmallerLoss()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    EpochStats stats = epochAt(10, 0.9);
    QVERIFY(writer->addEpoch(stats, {}));
    stats.step = 20;
    QVERIFY(!writer->addEpoch(stats, {}));
    stats.step = 30;
    stats.testLoss /= 2;
    QVERIFY(writer->addEpoch(stats, {}));
}

void TstRunWriter::validationJudgesWhereThereIsOne()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    EpochStats stats = epochAt(10, 0.9);
    stats.validated = true;
    stats.validationAccuracy = 0.5;
    stats.validationLoss = 1.5;
    QVERIFY(writer->addEpoch(stats, {}));
    stats.step = 20;
    stats.testAccuracy = 0.8;
    stats.validationAccuracy = 0.6;
    QVERIFY(writer->addEpoch(stats, {}));
    const RunInfo info = store.info(writer->info().id);
    QVERIFY(info.best.validated);
    QCOMPARE(info.best.validationAccuracy, 0.6);
    QCOMPARE(info.best.validationLoss, 1.5);
}

void TstRunWriter::stepsMustAscend()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    writer->addSteps(stepsFrom(1, 5));
    QVERIFY(!errorOf([&] { writer->addSteps(stepsFrom(5, 6)); }).empty());
    QVERIFY(!errorOf([&] { writer->addSteps(std::array{stepAt(7), stepAt(7)}); }).empty());
    StepStats timeless = stepAt(6);
    timeless.seconds = std::numeric_limits<double>::infinity();
    QVERIFY(!errorOf([&] { writer->addSteps(std::array{timeless}); }).empty());
    writer->addEpoch(epochAt(5, 0.5), {});
    QVERIFY(!errorOf([&] { writer->addEpoch(epochAt(4, 0.5), {}); }).empty());
    writer->addMark({5, "a"});
    QVERIFY(!errorOf([&] { writer->addMark({4, "b"}); }).empty());

    writer->addSteps(stepsFrom(9, 10));  // a gap is none of its business
    const RunCurves curves = store.curves(writer->info().id);
    QCOMPARE(curves.steps.step, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 9, 10}));
    QCOMPARE(curves.epochs.size(), std::size_t(1));
    QCOMPARE(curves.marks.size(), std::size_t(1));
}

void TstRunWriter::lossesThatAreNotFiniteAreKept()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    StepStats step = stepAt(1);
    step.loss = std::numeric_limits<double>::quiet_NaN();
    step.gradientNorm = std::numeric_limits<double>::infinity();
    writer->addSteps(std::array{step});
    EpochStats stats = epochAt(1, 0.1);
    stats.testLoss = std::numeric_limits<double>::quiet_NaN();
    writer->addEpoch(stats, evaluationOf(10));
    const RunCurves curves = store.curves(writer->info().id);
    QVERIFY(std::isnan(curves.steps.loss[0]));
    QVERIFY(std::isinf(curves.steps.gradientNorm[0]));
    QVERIFY(std::isnan(curves.epochs[0].testLoss));
    QVERIFY(std::isnan(store.info(writer->info().id).last.testLoss));
}

void TstRunWriter::nothingIsAddedAfterTheEnd()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    QVERIFY(!errorOf([&] { writer->end(RunState::Running, {}); }).empty());
    writer->end(RunState::Stopped, {});
    QVERIFY(!errorOf([&] { writer->addSteps(stepsFrom(1, 1)); }).empty());
    QVERIFY(!errorOf([&] { writer->keepResumePoint(weightsAt(0)); }).empty());
    QVERIFY(!errorOf([&] { writer->end(RunState::Done, {}); }).empty());
    QVERIFY(store.info(writer->info().id).state == RunState::Stopped);
}

void TstRunWriter::resumePointsAreNotAheadOfTheCurves()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    writer->addSteps(stepsFrom(1, 5));
    QVERIFY(!errorOf([&] { writer->keepResumePoint(weightsAt(6)); }).empty());
    StateDict stepless = weightsAt(5);
    stepless.metadata.clear();
    writer->keepResumePoint(stepless);
    QCOMPARE(store.resumePoint(writer->info().id).metadata.at("step"), std::string("5"));
}

void TstRunWriter::checkpointsStayFew()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    for (std::int64_t step = 1; step <= 150; ++step)
        writer->keepCheckpoint(weightsAt(step), static_cast<double>(step) / 10);
    const std::vector<RunCheckpoint> kept = store.checkpoints(writer->info().id);
    QCOMPARE(kept.size(), std::size_t(64));
    QCOMPARE(kept.front().step, std::int64_t(1));
    QCOMPARE(kept.back().step, std::int64_t(150));
    QCOMPARE(kept.back().epoch, 15.0);
    QCOMPARE(valueOf(store.weights(writer->info().id, kept[30].step)), static_cast<float>(kept[30].step));
}

void TstRunWriter::fullDiskLosesNothing()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    const std::string id = writer->info().id;
    writer->addSteps(stepsFrom(1, 200));
    {
        const FullDisk full(16 + 210 * 36 + 5);  // the last that fits is torn
        const std::string error = errorOf([&] { writer->addSteps(stepsFrom(201, 220)); });
        QVERIFY2(error.find("curves.bin: cannot be written") != std::string::npos, error.c_str());
        QVERIFY(!errorOf([&] { writer->addSteps(stepsFrom(221, 230)); }).empty());
        QCOMPARE(store.curves(id).steps.size(), std::size_t(210));
        writer->addMark({230, "a small file still grows"});
    }
    writer->addSteps(stepsFrom(231, 240));
    const StepCurves steps = store.curves(id).steps;
    QCOMPARE(steps.size(), std::size_t(240));
    for (std::size_t k = 0; k < steps.size(); ++k)
        QCOMPARE(steps.step[k], static_cast<std::int64_t>(k + 1));
    QCOMPARE(store.curves(id).marks.size(), std::size_t(1));
}

void TstRunWriter::fullDiskLeavesOlderFilesWhole()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    const std::string id = writer->info().id;
    const auto keepAll = [&](std::int64_t step) {
        return std::array<std::function<void()>, 7>{
            [&writer, step] { writer->addSteps(std::array{stepAt(step)}); },
            [&writer, step] { writer->addEpoch(epochAt(step, 0.01 * double(step)), evaluationOf(step)); },
            [&writer, step] {
                writer->addMark({step, "mark"});
            },
            [&writer, step] { writer->keepBest(weightsAt(step)); },
            [&writer, step] { writer->keepCheckpoint(weightsAt(step), 1); },
            [&writer, step] { writer->keepResumePoint(weightsAt(step)); },
            [&writer] { writer->setData("other", 5, {}); }};
    };
    for (const auto& call : keepAll(1))
        call();
    {
        const FullDisk full(0);
        for (const auto& call : keepAll(2))
            QVERIFY(!errorOf(call).empty());
        QVERIFY(!errorOf([&] { writer->end(RunState::Stopped, {}); }).empty());
        QCOMPARE(store.curves(id).steps.size(), std::size_t(1));
        QCOMPARE(store.curves(id).epochs.size(), std::size_t(1));
        QCOMPARE(store.info(id).dataName, std::string("other"));
        QVERIFY(store.info(id).state == RunState::Running);
        QCOMPARE(valueOf(store.best(id)), 1.0F);
        QCOMPARE(valueOf(store.resumePoint(id)), 1.0F);
        QCOMPARE(store.checkpoints(id).size(), std::size_t(1));
    }
    writer->keepBest(weightsAt(2));
    writer->keepResumePoint(weightsAt(2));
    writer->end(RunState::Stopped, {});
    QCOMPARE(store.curves(id).steps.size(), std::size_t(2));
    QCOMPARE(store.curves(id).epochs.size(), std::size_t(2));
    QCOMPARE(store.curves(id).marks.size(), std::size_t(2));
    QCOMPARE(valueOf(store.best(id)), 2.0F);
    QCOMPARE(valueOf(store.resumePoint(id)), 2.0F);
}

void TstRunWriter::fullDiskAtTheBeginningLeavesNothing()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    {
        const FullDisk full(0);
        QVERIFY(!errorOf([&] { (void)store.begin(infoOf()); }).empty());
    }
    QVERIFY(
        QDir(QString::fromStdString(folder.path.string())).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot));
    QVERIFY(store.begin(infoOf()) != nullptr);
}

void TstRunWriter::aDeletedFolderIsNoticed()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    fs::remove_all(writer->folder());
    const std::string error = errorOf([&] { writer->addSteps(stepsFrom(1, 1)); });
    QVERIFY2(error.find("was deleted or moved") != std::string::npos, error.c_str());
    QVERIFY(!errorOf([&] { writer->keepResumePoint(weightsAt(0)); }).empty());
    QVERIFY(!fs::exists(writer->folder()));
}

void TstRunWriter::aDamagedInfoIsMended()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    writeText(writer->folder() / "run.json", "{");
    QVERIFY(store.list().empty());  // set aside
    writer->end(RunState::Done, {});
    QCOMPARE(store.list().at(0).name, std::string("standard, seed 7"));
}

void TstRunWriter::theFirstWeightsSayWhatNetworkItIs()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    writer->keepCheckpoint(weightsAt(0), 0);  // as earlier versions kept them
    QVERIFY(!store.list().at(0).network);
    StateDict weights = weightsAt(1);
    putSpec(shippedNetwork(4), weights);
    writer->addSteps(stepsFrom(1, 1));
    writer->keepCheckpoint(weights, 0.1);
    QVERIFY(store.list().at(0).network == shippedNetwork(4));
}

GLYPHSCOPE_TEST(TstRunWriter, Core)
#include "tst_run_writer.moc"
