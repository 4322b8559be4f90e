// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/run_store.h"
#include "tests/support/test_program.h"

#include "tests/model/checkpoint/run_values.h"
#include "tests/support/warnings.h"

#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace glyphscope;
using namespace glyphscope::test;
namespace fs = std::filesystem;

class TstRunStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnQtWarnings(); }
    void noFolderIsNoRuns();
    void aRunIsKeptWhole();
    void namesTellRunsApart();
    void newestFirst();
    void aRunWithoutAWriterIsInterrupted();
    void aRunWithAWriterIsRunning();
    void checkpointsAreFoundByStep();
    void nameAndNote();
    void trashAndBack();
    void aRunningRunStays();
    void damagedInfoIsSetAside_data();
    void damagedInfoIsSetAside();
    void infoOfANewerVersionIsLeftAlone();
    void badIdsAreRefused_data();
    void badIdsAreRefused();
    void damagedWeightsAreRefused();
    void unknownOptionsAreNotBegun();
    void manyThreadsAtOnce();
    void listingIsFast();
    void longCurvesAreFast();
};

void TstRunStore::noFolderIsNoRuns()
{
    const RunsFolder folder;
    const RunStore store(folder.path);
    std::vector<Message> notices;
    QVERIFY(store.list(&notices).empty());
    QVERIFY(notices.empty());
    QVERIFY(!fs::exists(folder.path));
}

void TstRunStore::aRunIsKeptWhole()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Done);

    const RunInfo info = RunStore(folder.path).info(id);
    QCOMPARE(info.id, std::string("20260501-142233-standard-7"));
    QCOMPARE(info.name, std::string("standard, seed 7"));
    QVERIFY(info.state == RunState::Done);
    QCOMPARE(info.startedAt, infoOf().startedAt);
    QVERIFY(info.options == infoOf().options);
    QCOMPARE(info.dataName, std::string("MNIST"));
    QCOMPARE(info.trainImages, std::int64_t(60000));
    QCOMPARE(info.classNames, (std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(info.step, std::int64_t(40));
    QCOMPARE(info.totalSteps, std::int64_t(1000));
    QCOMPARE(info.seconds, 1.0);
    QCOMPARE(info.epochsDone, std::int64_t(4));
    QCOMPARE(info.last.step, std::int64_t(40));
    QCOMPARE(info.best.testAccuracy, 0.95);
    QCOMPARE(info.test.confusion, (std::vector<std::int64_t>{95, 0, 5, 0}));
    QVERIFY(info.test.answers.empty());

    const RunCurves curves = store.curves(id);
    QCOMPARE(curves.steps.size(), std::size_t(40));
    QCOMPARE(curves.steps.step[24], std::int64_t(25));
    QCOMPARE(curves.steps.loss[24], 2.0F / 25);
    QCOMPARE(curves.steps.imagesPerSecond[24], 5000.0F);
    QCOMPARE(curves.epochs.size(), std::size_t(3));
    QCOMPARE(curves.epochs[1].testAccuracy, 0.8);
    QCOMPARE(curves.marks.size(), std::size_t(4));
    QVERIFY(curves.marks[0] == (RunMark{10, "learning rate 0.004 to 0.001"}));

    QCOMPARE(valueOf(store.resumePoint(id)), 20.0F);
    QCOMPARE(valueOf(store.best(id)), 40.0F);
}

void TstRunStore::namesTellRunsApart()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    RunInfo odd = infoOf();
    odd.options.recipe = "../my recipe";
    QCOMPARE(store.begin(infoOf())->info().id, std::string("20260501-142233-standard-7"));
    QCOMPARE(store.begin(infoOf())->info().id, std::string("20260501-142233-standard-7-2"));
    QCOMPARE(store.begin(odd)->info().id, std::string("20260501-142233-..-my-recipe-7"));
    store.trash("20260501-142233-standard-7-2");
    QCOMPARE(store.begin(infoOf())->info().id, std::string("20260501-142233-standard-7-3"));
    QCOMPARE(store.list().size(), std::size_t(3));
}

void TstRunStore::newestFirst()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    for (const std::int64_t later : {60, 0, 3600}) {
        RunInfo info = infoOf();
        info.startedAt += later;
        (void)store.begin(info);
    }
    for (int k = 2; k <= 10; ++k)
        (void)store.begin(infoOf());
    std::vector<std::string> ids;
    for (const RunInfo& info : store.list())
        ids.push_back(info.id);
    ids.erase(ids.begin() + 4, ids.end() - 2);
    QCOMPARE(ids, (std::vector<std::string>{"20260501-152233-standard-7", "20260501-142333-standard-7",
                                            "20260501-142233-standard-7-10", "20260501-142233-standard-7-9",
                                            "20260501-142233-standard-7-2", "20260501-142233-standard-7"}));
}

void TstRunStore::aRunWithoutAWriterIsInterrupted()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Running);
    QVERIFY(store.info(id).state == RunState::Interrupted);
    QVERIFY(store.list().at(0).state == RunState::Interrupted);
}

void TstRunStore::aRunWithAWriterIsRunning()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    const std::string id = writer->info().id;
    QVERIFY(RunStore(folder.path).info(id).state == RunState::Running);
    writer->end(RunState::Failed, "The loss is not finite.");
    QVERIFY(RunStore(folder.path).info(id).state == RunState::Failed);
    QCOMPARE(store.info(id).failure, std::string("The loss is not finite."));
}

void TstRunStore::checkpointsAreFoundByStep()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Done);
    QVERIFY(store.checkpoints(id) ==
            (std::vector<RunCheckpoint>{{10, 1.0, false}, {20, 2.0, false}, {40, 4.0, true}}));
    QCOMPARE(valueOf(store.weights(id, 20)), 20.0F);
    fs::remove(folder.path / id / "checkpoints/step-00000040.safetensors");
    QVERIFY(store.checkpoints(id).back() == (RunCheckpoint{40, 4.0, true}));
    QCOMPARE(valueOf(store.weights(id, 40)), 40.0F);  // the best
    QVERIFY(!errorOf([&] { (void)store.weights(id, 30); }).empty());
}

void TstRunStore::nameAndNote()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    const std::string id = writer->info().id;
    store.rename(id, "my sevens");
    store.setNote(id, "line one\nline \"two\" \xC3\xA9");
    writer->addSteps(stepsFrom(1, 3));
    writer->end(RunState::Done, {});  // of its own it knows neither
    QCOMPARE(store.info(id).name, std::string("my sevens"));
    QCOMPARE(store.info(id).note, std::string("line one\nline \"two\" \xC3\xA9"));
    QCOMPARE(store.info(id).step, std::int64_t(3));
    store.rename(id, "");
    QCOMPARE(store.info(id).name, std::string("standard, seed 7"));

    QVERIFY(!errorOf([&] { store.setNote(id, std::string(std::size_t{1} << 20, 'x')); }).empty());
    QCOMPARE(store.info(id).note, std::string("line one\nline \"two\" \xC3\xA9"));
}

void TstRunStore::trashAndBack()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Done);
    store.trash(id);
    QVERIFY(store.list().empty());
    QVERIFY(!errorOf([&] { (void)store.info(id); }).empty());
    store.restore(id);
    QCOMPARE(store.list().at(0).id, id);
    QCOMPARE(store.curves(id).steps.size(), std::size_t(40));
    QVERIFY(!errorOf([&] { store.restore(id); }).empty());
    QVERIFY(store.trashed().empty());
    store.trash(id);
    QCOMPARE(store.trashed().at(0).id, id);
    store.emptyTrash();
    store.emptyTrash();
    QVERIFY(!errorOf([&] { store.restore(id); }).empty());
    QVERIFY(!fs::exists(folder.path / ".trash"));
}

void TstRunStore::aRunningRunStays()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    const std::string id = writer->info().id;
    const std::string error = errorOf([&] { store.trash(id); });
    QVERIFY2(error.find("is training") != std::string::npos, error.c_str());
    writer->addSteps(stepsFrom(1, 2));
    QCOMPARE(store.list().size(), std::size_t(1));
}

void TstRunStore::damagedInfoIsSetAside_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("reason");

    QTest::newRow("empty") << std::string() << QStringLiteral("is not a JSON object");
    QTest::newRow("cut short") << std::string("{\"version\":1,") << QStringLiteral("is not a JSON object");
    QTest::newRow("no options") << std::string(R"({"version":1,"state":"done","started_at":5})")
                                << QStringLiteral("\"options\" is missing");
    QTest::newRow("epochs") << std::string(
                                   R"({"version":1,"state":"done","started_at":5,"options":{"epochs":0}})")
                            << QStringLiteral("\"options.epochs\" is not a whole number in its range: 1 to");
}

void TstRunStore::damagedInfoIsSetAside()
{
    QFETCH(std::string, text);
    QFETCH(QString, reason);
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Done);
    RunInfo good = infoOf(8);
    (void)store.begin(good);
    writeText(folder.path / id / "run.json", text);

    std::vector<Message> notices;
    QCOMPARE(store.list(&notices).size(), std::size_t(1));
    QCOMPARE(notices.size(), std::size_t(1));
    const QString notice = QString::fromStdString(notices[0].text());
    QVERIFY2(notice.contains(reason) && notice.contains(QString::fromStdString(id)), qPrintable(notice));
    QCOMPARE(textOf(folder.path / id / "run.json.bad"), text);
    QVERIFY(fs::exists(folder.path / id / "best.safetensors"));

    notices.clear();
    QCOMPARE(store.list(&notices).size(), std::size_t(1));
    QVERIFY(notices.empty());
}

void TstRunStore::infoOfANewerVersionIsLeftAlone()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Done);
    const std::string text = R"({"version":2,"state":"?","started_at":"?","options":[]})";
    writeText(folder.path / id / "run.json", text);
    std::vector<Message> notices;
    QVERIFY(store.list(&notices).empty());
    const std::string notice = notices.at(0).text();
    QVERIFY2(notice.find("newer version") != std::string::npos, notice.c_str());
    QCOMPARE(textOf(folder.path / id / "run.json"), text);
}

void TstRunStore::badIdsAreRefused_data()
{
    QTest::addColumn<std::string>("id");
    QTest::newRow("empty") << std::string();
    QTest::newRow("here") << std::string(".");
    QTest::newRow("above") << std::string("..");
    QTest::newRow("trash") << std::string(".trash");
    QTest::newRow("path") << std::string("../other");
    QTest::newRow("absolute") << std::string("/etc");
    QTest::newRow("zero byte") << std::string("a\0b", 3);
    QTest::newRow("backslash") << std::string("a\\b");
    QTest::newRow("long") << std::string(200, 'a');
    QTest::newRow("not there") << std::string("20260501-142233-standard-8");
}

void TstRunStore::badIdsAreRefused()
{
    QFETCH(std::string, id);
    const RunsFolder folder;
    RunStore store(folder.path);
    (void)longRun(store, RunState::Done);
    const std::vector<std::function<void()>> calls = {[&] { (void)store.info(id); },
                                                      [&] { (void)store.curves(id); },
                                                      [&] { (void)store.checkpoints(id); },
                                                      [&] { (void)store.weights(id, 1); },
                                                      [&] { (void)store.resumePoint(id); },
                                                      [&] { (void)store.best(id); },
                                                      [&] { store.rename(id, "x"); },
                                                      [&] { store.setNote(id, "x"); },
                                                      [&] { store.trash(id); },
                                                      [&] { store.restore(id); },
                                                      [&] { (void)store.resume(id); }};
    for (const auto& call : calls)
        QVERIFY(!errorOf(call).empty());
    QCOMPARE(store.list().size(), std::size_t(1));
}

void TstRunStore::damagedWeightsAreRefused()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Stopped);
    const fs::path last = folder.path / id / "last.safetensors";
    std::string text = textOf(last);
    text.back() = static_cast<char>(text.back() ^ 1);
    writeText(last, text);
    QVERIFY(!errorOf([&] { (void)store.resumePoint(id); }).empty());

    for (const std::string& bytes :
         {std::string(), std::string("\x10\0\0\0\0\0\0\0{", 9), std::string(64, '\xff')}) {
        writeText(last, bytes);
        QVERIFY(!errorOf([&] { (void)store.resume(id); }).empty());
        QCOMPARE(store.curves(id).steps.size(), std::size_t(40));  // nothing was cut
    }
    writeText(folder.path / id / "checkpoints/step-00000020.safetensors", "?");
    QCOMPARE(stepsOf(store.checkpoints(id)), (std::vector<std::int64_t>{10, 20, 40}));
    QVERIFY(!errorOf([&] { (void)store.weights(id, 20); }).empty());
}

void TstRunStore::unknownOptionsAreNotBegun()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    RunInfo info = infoOf();
    info.options.batchSize = 1;
    const std::string error = errorOf([&] { (void)store.begin(info); });
    QVERIFY2(error.find("\"options.batch_size\"") != std::string::npos, error.c_str());
    QVERIFY(!fs::exists(folder.path));
}

void TstRunStore::manyThreadsAtOnce()
{
    const RunsFolder folder;
    std::atomic<int> failures = 0;
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            try {
                RunStore store(folder.path);
                const auto writer = store.begin(infoOf());
                for (int k = 0; k < 10; ++k) {
                    writer->addSteps(stepsFrom(2 * k + 1, 2 * k + 2));
                    writer->setData("MNIST", k, {});
                    std::vector<Message> notices;
                    for (const RunInfo& info : store.list(&notices))
                        store.setNote(info.id, info.id);
                    failures += static_cast<int>(notices.size());
                }
                writer->end(RunState::Done, {});
            } catch (const std::exception& error) {
                qInfo("%s", error.what());
                ++failures;
            }
        });
    threads.clear();
    QCOMPARE(failures.load(), 0);
    const std::vector<RunInfo> runs = RunStore(folder.path).list();
    QCOMPARE(runs.size(), std::size_t(4));
    for (const RunInfo& info : runs) {
        QVERIFY(info.state == RunState::Done);
        QCOMPARE(info.step, std::int64_t(20));
        QCOMPARE(info.note, info.id);
    }
}

void TstRunStore::listingIsFast()
{
    const RunsFolder folder;
    RunStore store(folder.path);
    const std::string id = longRun(store, RunState::Done);
    for (int k = 0; k < 200; ++k) {
        fs::create_directory(folder.path / (id + "-copy" + std::to_string(k)));
        fs::copy(folder.path / id / "run.json",
                 folder.path / (id + "-copy" + std::to_string(k)) / "run.json");
    }
    QBENCHMARK_ONCE
    {
        QCOMPARE(store.list().size(), std::size_t(201));
    }
}

void TstRunStore::longCurvesAreFast()
{
    constexpr std::int64_t kSteps = 200'000;
    const RunsFolder folder;
    RunStore store(folder.path);
    const auto writer = store.begin(infoOf());
    writer->addSteps(stepsFrom(1, kSteps));
    QBENCHMARK_ONCE
    {
        QCOMPARE(store.curves(writer->info().id).steps.size(), std::size_t(kSteps));
    }
}

GLYPHSCOPE_TEST(TstRunStore, Core)
#include "tst_run_store.moc"
