// SPDX-License-Identifier: GPL-3.0-or-later
// The real program is stopped and killed in its midst, and goes on as if it had not been.
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/run_writer.h"
#include "tests/app/cli/program.h"
#include "tests/support/processor_time.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <csignal>
#include <memory>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;
using glyphscope::RunInfo;
using glyphscope::RunState;
using glyphscope::RunStore;

namespace {

// A hundredth of the images is held out, some fill no batch of 16, and a sanitizer takes its time for each.
constexpr int kImages = kSlowdown == 1 ? 6070 : 1530;
constexpr std::size_t kStepsAnEpoch = kSlowdown == 1 ? 375 : 94;
constexpr std::size_t kEpochs = 3;
constexpr int kPatience = 240'000;

}  // namespace

class TstCliResume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void breaksAndGoesOn_data();
    void breaksAndGoesOn();
    void withOtherDataItStaysAsItWas();
    void aRunThatGoesOnIsLeftAlone();
    void aRunThatIsDoneIsNotGoneOnWith();
    void killedBeforeAnythingWasKept();
    void refusesWhatTheRunHasOfItsOwn_data();
    void refusesWhatTheRunHasOfItsOwn();
    void damagedRunIsTold();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QByteArray bytesOf(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] static QStringList command(const QString& out)
    {
        return {u"train"_s,     u"--data"_s,    u"bars"_s,    u"--recipe"_s,     u"standard"_s,
                u"--epochs"_s,  u"3"_s,         u"--batch"_s, u"16"_s,           u"--seed"_s,
                u"5"_s,         u"--dropout"_s, u"0.1"_s,     u"--validation"_s, u"0.01"_s,
                u"--threads"_s, u"1"_s,         u"--json"_s,  u"--out"_s,        out};
    }
    [[nodiscard]] std::size_t stepsKept() const
    {
        const std::vector<RunInfo> runs = m_store->list();
        return runs.empty() ? 0 : m_store->curves(runs.front().id).steps.size();
    }
    /// A run that was ended so; it has made two of four steps.
    RunInfo someRun(RunState state, std::int64_t steps = 2);

    QTemporaryDir m_folder;
    std::unique_ptr<RunStore> m_store;
};

void TstCliResume::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkdir(u"bars"_s));
    writeBars(path(u"bars"_s), kImages, 100);
    m_store = std::make_unique<RunStore>(path(u"runs"_s).toStdString());
    QStringList unbroken = command(u"whole.safetensors"_s);
    const Outcome outcome = run(m_folder.path(), unbroken << u"--no-run"_s);
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().last()[u"steps"_s].toInt(), int(kEpochs * kStepsAnEpoch));
}

void TstCliResume::breaksAndGoesOn_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("name");  // how the run is named to go on
    QTest::newRow("Ctrl+C, by its id") << SIGINT << u"%1"_s;
    QTest::newRow("killed, by its folder") << SIGKILL << u"runs/%1/"_s;
}

void TstCliResume::breaksAndGoesOn()
{
    QFETCH(int, signal);
    QFETCH(QString, name);
    const std::size_t before = m_store->list().size();
    QProcess process;
    prepare(process, m_folder.path());
    process.setArguments(command(u"broken.safetensors"_s));
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_store->list().size() > before, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(stepsKept() > kStepsAnEpoch, kPatience);  // in the midst of the second epoch
    ::kill(static_cast<pid_t>(process.processId()), signal);
    const Outcome broken = outcomeOf(process);
    QCOMPARE(broken.status, signal == SIGINT ? 130 : -1);
    const RunInfo halfway = m_store->list().front();
    QCOMPARE(halfway.state, signal == SIGINT ? RunState::Stopped : RunState::Interrupted);
    QVERIFY(halfway.step < std::int64_t(kEpochs * kStepsAnEpoch));
    QVERIFY(!QFile::exists(path(u"broken.checkpoint.safetensors"_s)));  // it is in the run

    const QString id = QString::fromStdString(halfway.id);
    const Outcome rest = run(m_folder.path(), {u"train"_s, u"--resume"_s, name.arg(id), u"--threads"_s,
                                               u"1"_s, u"--json"_s, u"--out"_s, u"broken.safetensors"_s});
    QVERIFY2(rest.status == 0, rest.err.constData());
    QCOMPARE(rest.json().last()[u"run"_s].toString(), id);
    QVERIFY(!bytesOf(u"whole.safetensors"_s).isEmpty());
    QVERIFY(bytesOf(u"broken.safetensors"_s) == bytesOf(u"whole.safetensors"_s));

    // The curves have no seam either.
    const RunInfo done = m_store->info(halfway.id);
    QCOMPARE(done.state, RunState::Done);
    const glyphscope::RunCurves curves = m_store->curves(halfway.id);
    QCOMPARE(curves.epochs.size(), kEpochs);
    QCOMPARE(curves.steps.size(), kEpochs * kStepsAnEpoch);
    QCOMPARE(curves.steps.step.front(), 1);
    QCOMPARE(curves.steps.step.back(), std::int64_t(kEpochs * kStepsAnEpoch));
    QVERIFY(std::ranges::is_sorted(curves.steps.seconds));
}

RunInfo TstCliResume::someRun(RunState state, std::int64_t steps)
{
    RunInfo info;
    info.options.seed = 77;
    info.data = {.mnist = false, .folders = {path(u"bars"_s).toStdString()}};
    info.totalSteps = 4;
    auto writer = m_store->begin(info);
    for (std::int64_t step = 1; step <= steps; ++step) {
        glyphscope::StepStats stats;
        stats.step = step;
        stats.totalSteps = 4;
        writer->addSteps({&stats, 1});
    }
    const std::string id = writer->info().id;
    if (state != RunState::Running)
        writer->end(state, {});
    writer.reset();
    return m_store->info(id);
}

void TstCliResume::withOtherDataItStaysAsItWas()
{
    QVERIFY(QDir(m_folder.path()).mkdir(u"few"_s));
    writeBars(path(u"few"_s), 130, 20);
    QProcess process;
    prepare(process, m_folder.path());
    process.setArguments({u"train"_s, u"--data"_s, u"few"_s, u"--epochs"_s, u"100000"_s, u"--json"_s});
    process.start();
    while (!process.canReadLine())
        QVERIFY(process.waitForReadyRead(kPatience));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QCOMPARE(outcomeOf(process).status, 130);
    const RunInfo before = m_store->list().front();
    const QStringList resume{u"train"_s, u"--resume"_s, QString::fromStdString(before.id), u"--until"_s,
                             u"0"_s};

    writeBars(path(u"few"_s), 140, 20);
    const Outcome outcome = run(m_folder.path(), resume);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("other data"), outcome.err.constData());
    QCOMPARE(m_store->info(before.id).state, RunState::Stopped);
    QCOMPARE(m_store->info(before.id).step, before.step);

    writeBars(path(u"few"_s), 130, 20);
    QCOMPARE(run(m_folder.path(), resume).status, 0);
    QVERIFY(m_store->info(before.id).step > before.step);
}

void TstCliResume::aRunThatGoesOnIsLeftAlone()
{
    RunInfo info;
    info.data = {.mnist = false, .folders = {path(u"bars"_s).toStdString()}};
    const auto writer = m_store->begin(info);  // in another program than the one that is called
    const Outcome outcome = run(
        m_folder.path(), {u"train"_s, u"--resume"_s, QString::fromStdString(writer->info().id), u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("is training"), outcome.err.constData());
}

void TstCliResume::aRunThatIsDoneIsNotGoneOnWith()
{
    const RunInfo mine = someRun(RunState::Done, 4);
    const Outcome outcome =
        run(m_folder.path(), {u"train"_s, u"--resume"_s, QString::fromStdString(mine.id)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("all of its 4 steps"), outcome.err.constData());
}

void TstCliResume::killedBeforeAnythingWasKept()
{
    const RunInfo mine = someRun(RunState::Running);  // the writer is gone without an end
    QCOMPARE(mine.state, RunState::Interrupted);
    const Outcome outcome =
        run(m_folder.path(), {u"train"_s, u"--resume"_s, QString::fromStdString(mine.id)});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("before its first resume point"), outcome.err.constData());
}

void TstCliResume::refusesWhatTheRunHasOfItsOwn_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("data") << QStringList{u"--data"_s, u"bars"_s};
    QTest::newRow("ink") << QStringList{u"--ink"_s, u"a.inkml"_s};
    QTest::newRow("samples") << QStringList{u"--samples"_s};
    QTest::newRow("validation") << QStringList{u"--validation"_s, u"0.1"_s};
    QTest::newRow("batch") << QStringList{u"--batch"_s, u"16"_s};
    QTest::newRow("learning rate") << QStringList{u"--learning-rate"_s, u"0.1"_s};
    QTest::newRow("no run") << QStringList{u"--no-run"_s};
    QTest::newRow("a file") << QStringList{u"a.inkml"_s};
    QTest::newRow("weights") << QStringList{u"--model"_s, u"whole.safetensors"_s};
}

void TstCliResume::refusesWhatTheRunHasOfItsOwn()
{
    QFETCH(QStringList, options);
    const QString id = QString::fromStdString(someRun(RunState::Stopped).id);
    const Outcome outcome = run(m_folder.path(), QStringList{u"train"_s, u"--resume"_s, id} + options);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("--resume"), outcome.err.constData());
    QCOMPARE(m_store->info(id.toStdString()).state, RunState::Stopped);
}

void TstCliResume::damagedRunIsTold()
{
    const QString id = QString::fromStdString(someRun(RunState::Stopped).id);
    write(path(u"runs/"_s + id + u"/last.safetensors"_s), "no weights");
    const Outcome outcome = run(m_folder.path(), {u"train"_s, u"--resume"_s, id});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("last.safetensors"), outcome.err.constData());
    // the folder of a run whose run.json is no run.json
    write(path(u"runs/"_s + id + u"/run.json"_s), "{");
    QCOMPARE(run(m_folder.path(), {u"train"_s, u"--resume"_s, u"runs/"_s + id}).status, 1);
}

GLYPHSCOPE_TEST(TstCliResume, Core)
#include "tst_cli_resume.moc"
