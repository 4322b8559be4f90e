// SPDX-License-Identifier: GPL-3.0-or-later
// The real program lists, compares and hands out runs as the window keeps them.
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/run_writer.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;
using glyphscope::RunInfo;
using glyphscope::RunState;
using glyphscope::RunStore;

class TstCliRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void noneYet();
    void listsThemNewestFirst();
    void jsonOfARun();
    void showsOne_data();
    void showsOne();
    void comparesTwo();
    void renamesAndNotes();
    void trashesAndRestores();
    void trashesAllOrNone();
    void aRunThatGoesOnStays();
    void aDamagedRunHidesNoOther();
    void listsItsOwnBesideTheWindows();
    void exportsATable();
    void exportsTensorBoardEvents_data();
    void exportsTensorBoardEvents();
    void exportKnowsItsFormatByTheName();
    void exportThatCannotBeWritten();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome runs(const QStringList& arguments) const
    {
        return run(m_folder->path(), QStringList{u"runs"_s} + arguments);
    }
    [[nodiscard]] RunStore store() const { return RunStore(path(u"runs"_s).toStdString()); }
    /// A run of three steps and an evaluation.
    QString make(std::int64_t startedAt, std::uint64_t seed, double learningRate = 0.004) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_older;
    QString m_newer;
};

namespace {

glyphscope::EpochStats firstEpoch()
{
    glyphscope::EpochStats epoch;
    epoch.epoch = 1;
    epoch.step = 3;
    epoch.testAccuracy = 0.5;
    epoch.testLoss = 1.25;
    epoch.validated = true;
    epoch.validationAccuracy = 0.75;
    epoch.validationLoss = 1;
    return epoch;
}

}  // namespace

QString TstCliRuns::make(std::int64_t startedAt, std::uint64_t seed, double learningRate) const
{
    RunInfo info;
    info.startedAt = startedAt;
    info.options.seed = seed;
    info.options.peakLearningRate = learningRate;
    info.options.frozen = {"conv1.bias"};
    info.data.validation = 0.1;
    info.classNames = {"cat", "dog"};
    auto writer = store().begin(info);
    for (std::int64_t step = 1; step <= 3; ++step) {
        glyphscope::StepStats stats;
        stats.step = step;
        stats.totalSteps = 9;
        stats.epoch = static_cast<double>(step) / 3;
        stats.loss = 2.0 / static_cast<double>(step);
        stats.seconds = 0.5 * static_cast<double>(step);
        writer->addSteps({&stats, 1});
    }
    (void)writer->addEpoch(firstEpoch(),
                           {.count = 4, .correct = 2, .classCount = 2, .confusion = {1, 1, 1, 1}});
    writer->end(RunState::Stopped, {});
    return QString::fromStdString(writer->info().id);
}

void TstCliRuns::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_older = make(1'777'600'000, 7);
    m_newer = make(1'777'700'000, 8, 0.002);
}

void TstCliRuns::noneYet()
{
    const QTemporaryDir empty;
    const Outcome text = run(empty.path(), {u"runs"_s});
    QCOMPARE(text.status, 0);
    QCOMPARE(text.out, QByteArray("No runs yet. glyphscope train makes one.\n"));
    const Outcome json = run(empty.path(), {u"runs"_s, u"list"_s, u"--json"_s});
    QCOMPARE(json.status, 0);
    QCOMPARE(json.out, QByteArray());
    QVERIFY(QDir(empty.path()).isEmpty());  // looking makes nothing
}

void TstCliRuns::listsThemNewestFirst()
{
    const Outcome outcome = runs({});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.err, QByteArray());
    const QStringList lines = QString::fromUtf8(outcome.out).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0].simplified(), u"run name state steps test started"_s);
    QVERIFY2(lines[1].startsWith(m_newer + u"  standard, seed 8"_s), qPrintable(lines[1]));
    QVERIFY2(lines[2].simplified().contains(u"stopped 3/9 50.00 % "_s), qPrintable(lines[2]));
    QCOMPARE(runs({u"list"_s}).out, outcome.out);
}

void TstCliRuns::jsonOfARun()
{
    const auto objects = runs({u"--json"_s}).json();
    QCOMPARE(objects.size(), 2);
    const QJsonObject object = objects[1];
    QCOMPARE(object[u"id"_s].toString(), m_older);
    QCOMPARE(object[u"name"_s].toString(), u"standard, seed 7"_s);
    QCOMPARE(object[u"note"_s].toString(u"none"_s), QString());
    QCOMPARE(object[u"state"_s].toString(), u"stopped"_s);
    QCOMPARE(object[u"started"_s].toInteger(), 1'777'600'000);
    QCOMPARE(object[u"step"_s].toInt(), 3);
    QCOMPARE(object[u"steps"_s].toInt(), 9);
    QCOMPARE(object[u"seconds"_s].toDouble(), 1.5);
    QCOMPARE(object[u"test_accuracy"_s].toDouble(), 0.5);
    QCOMPARE(object[u"validation_accuracy"_s].toDouble(), 0.75);
    QCOMPARE(object[u"best_accuracy"_s].toDouble(), 0.75);
    QVERIFY(!object.contains(u"failure"_s));
    const QJsonObject settings = object[u"settings"_s].toObject();
    QCOMPARE(settings[u"data"_s].toString(), u"MNIST"_s);
    QCOMPARE(settings[u"validation"_s].toDouble(), 0.1);
    QCOMPARE(settings[u"optimizer"_s].toString(), u"adamw"_s);
    QCOMPARE(settings[u"schedule"_s].toString(), u"one-cycle"_s);
    QCOMPARE(settings[u"peak_learning_rate"_s].toDouble(), 0.004);
    QCOMPARE(settings[u"batch_size"_s].toInt(), 128);
    QCOMPARE(settings[u"seed"_s].toInt(), 7);
    QCOMPARE(settings[u"frozen"_s].toArray(), (QJsonArray{u"conv1.bias"_s}));
}

void TstCliRuns::showsOne_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("id") << u"%1"_s;
    QTest::newRow("folder") << u"runs/%1"_s;
    QTest::newRow("folder with a slash") << u"runs/%1/"_s;
}

void TstCliRuns::showsOne()
{
    QFETCH(QString, name);
    const Outcome outcome = runs({u"show"_s, name.arg(m_older)});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QString text = QString::fromUtf8(outcome.out).simplified();
    for (const QString& part :
         {u"run "_s + m_older, u"steps 3 of 9"_s, u"test accuracy 50.00 %"_s,
          u"validation accuracy 75.00 %"_s, u"best 75.00 % at step 3"_s, u"peak_learning_rate 0.004"_s,
          u"frozen conv1.bias"_s, u"until_accuracy never"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    // the beginning of an id will do if no other run begins so
    QCOMPARE(runs({u"show"_s, m_older.left(8)}).out, outcome.out);
    QCOMPARE(runs({u"show"_s, m_older, u"--json"_s}).json().at(0)[u"id"_s].toString(), m_older);
}

void TstCliRuns::comparesTwo()
{
    const Outcome outcome = runs({u"compare"_s, m_older, m_newer});
    QCOMPARE(outcome.status, 0);
    QStringList lines;
    for (const QString& line : QString::fromUtf8(outcome.out).split(u'\n'))
        lines << line.simplified();
    QVERIFY(lines.contains(u"peak_learning_rate 0.004 0.002"_s));
    QVERIFY(lines.contains(u"seed 7 8"_s));
    QVERIFY(lines.contains(u"test accuracy 50.00 % 50.00 %"_s));
    QVERIFY(lines.contains(u"class cat 50.00 % 50.00 %"_s));
    QVERIFY(!outcome.out.contains("batch_size"));  // the same in both
    const auto objects = runs({u"compare"_s, m_older, m_newer, u"--json"_s}).json();
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects[0][u"id"_s].toString(), m_older);
    QCOMPARE(objects[1][u"id"_s].toString(), m_newer);
}

void TstCliRuns::renamesAndNotes()
{
    const Outcome renamed = runs({u"rename"_s, m_older, u"slow and steady"_s});
    QCOMPARE(renamed.status, 0);
    QCOMPARE(QString::fromUtf8(renamed.out), m_older + u" is now called \"slow and steady\".\n"_s);
    const auto noted = runs({u"note"_s, m_older, u"for the talk"_s, u"--json"_s}).json();
    QCOMPARE(noted.size(), 1);
    QCOMPARE(noted[0][u"name"_s].toString(), u"slow and steady"_s);
    QCOMPARE(noted[0][u"note"_s].toString(), u"for the talk"_s);
    const RunInfo info = store().info(m_older.toStdString());
    QCOMPARE(info.name, std::string("slow and steady"));
    QCOMPARE(info.note, std::string("for the talk"));
    // an empty name brings the first one back
    QCOMPARE(runs({u"rename"_s, m_older, {}, u"--json"_s}).json().at(0)[u"name"_s].toString(),
             u"standard, seed 7"_s);
}

void TstCliRuns::trashesAndRestores()
{
    const Outcome trashed = runs({u"trash"_s, m_older, m_newer, u"--json"_s});
    QVERIFY2(trashed.status == 0, trashed.err.constData());
    QCOMPARE(trashed.json().size(), 2);
    QCOMPARE(trashed.json().at(0), (QJsonObject{{u"id"_s, m_older}, {u"trashed"_s, true}}));
    QVERIFY(store().list().empty());
    QCOMPARE(runs({u"show"_s, m_older}).status, 2);
    const Outcome restored = runs({u"restore"_s, m_older.left(8)});
    QVERIFY2(restored.status == 0, restored.err.constData());
    QCOMPARE(QString::fromUtf8(restored.out), m_older + u" is back.\n"_s);
    QCOMPARE(store().list().size(), std::size_t(1));
    QCOMPARE(store().curves(m_older.toStdString()).steps.size(), std::size_t(3));
    const Outcome unknown = runs({u"restore"_s, m_older});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.err.contains("in the trash"), unknown.err.constData());
}

void TstCliRuns::trashesAllOrNone()
{
    QCOMPARE(runs({u"trash"_s, m_older, u"unknown"_s}).status, 2);
    QCOMPARE(store().list().size(), std::size_t(2));
}

void TstCliRuns::aRunThatGoesOnStays()
{
    RunInfo info;
    info.startedAt = 1'777'800'000;
    const auto writer = store().begin(info);
    const QString id = QString::fromStdString(writer->info().id);
    const Outcome outcome = runs({u"trash"_s, id});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("is training"), outcome.err.constData());
    QCOMPARE(runs({u"--json"_s}).json().at(0)[u"state"_s].toString(), u"running"_s);
    QVERIFY(!runs({u"--json"_s}).json().at(0).contains(u"test_accuracy"_s));  // not yet
}

void TstCliRuns::aDamagedRunHidesNoOther()
{
    write(path(u"runs/"_s + m_newer + u"/run.json"_s), "{ no run");
    const Outcome outcome = runs({u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json().size(), 1);
    QVERIFY2(outcome.err.contains(m_newer.toUtf8()), outcome.err.constData());
    QVERIFY(QFile::exists(path(u"runs/"_s + m_newer + u"/run.json.bad"_s)));
}

void TstCliRuns::listsItsOwnBesideTheWindows()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"bars"_s));
    writeBars(path(u"bars"_s), 130, 20);
    const Outcome trained =
        run(m_folder->path(), {u"train"_s, u"--data"_s, u"bars"_s, u"--recipe"_s, u"sprint"_s, u"--json"_s});
    QVERIFY2(trained.status == 0, trained.err.constData());
    const auto objects = runs({u"--json"_s}).json();
    QCOMPARE(objects.size(), 3);
    QCOMPARE(objects[0][u"id"_s], trained.json().last()[u"run"_s]);
    QCOMPARE(objects[0][u"state"_s].toString(), u"done"_s);
    QCOMPARE(objects[0][u"settings"_s].toObject()[u"data"_s].toString(), u"bars"_s);
    QCOMPARE(objects[1][u"id"_s].toString(), m_newer);
}

void TstCliRuns::exportsATable()
{
    const Outcome outcome = runs({u"export"_s, m_older, u"--out"_s, u"new/curves.csv"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(
        outcome.json().at(0),
        (QJsonObject{
            {u"id"_s, m_older}, {u"out"_s, u"new/curves.csv"_s}, {u"steps"_s, 3}, {u"evaluations"_s, 1}}));
    QFile file(path(u"new/curves.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[0].startsWith("step,epoch,seconds,train_loss,"), lines[0].constData());
    QVERIFY2(lines[1].startsWith("1,"), lines[1].constData());
    QVERIFY2(lines[3].contains(",1.25,0.5,1,0.75"), lines[3].constData());
    QCOMPARE(QString::fromUtf8(runs({u"export"_s, m_older, u"--out"_s, u"b.CSV"_s}).out),
             u"3 steps, 1 evaluation and 0 changes of %1: b.CSV\n"_s.arg(m_older));
}

void TstCliRuns::exportsTensorBoardEvents_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("suffix") << u"a.tfevents"_s;
    QTest::newRow("as TensorBoard names them") << u"logs/events.out.tfevents.1777600000.host"_s;
}

void TstCliRuns::exportsTensorBoardEvents()
{
    QFETCH(QString, name);
    const Outcome outcome = runs({u"export"_s, m_older, u"--out"_s, name});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("brain.Event:2"));
    QCOMPARE(bytes.count("loss/train"), 3);
    QCOMPARE(bytes.count("loss/validation"), 1);
}

void TstCliRuns::exportThatCannotBeWritten()
{
    write(path(u"file"_s), "");
    const Outcome outcome = runs({u"export"_s, m_older, u"--out"_s, u"file/curves.csv"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("file/curves.csv"), outcome.err.constData());
    QVERIFY(QFile::remove(path(u"runs/"_s + m_older + u"/curves.bin"_s)));
    QCOMPARE(runs({u"export"_s, m_older, u"--out"_s, u"a.csv"_s}).status, 1);
}

void TstCliRuns::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QStringList& arguments, const char* says) {
        QTest::newRow(name) << arguments << QByteArray(says);
    };
    row("no such action", {u"erase"_s, u"2026"_s}, "list, show, compare, export");
    row("list something", {u"list"_s, u"2026"_s}, "Usage: glyphscope runs list");
    row("show nothing", {u"show"_s}, "Usage: glyphscope runs show RUN");
    row("show two", {u"show"_s, u"a"_s, u"b"_s}, "Usage: glyphscope runs show RUN");
    row("compare one", {u"compare"_s, u"2026"_s}, "Usage: glyphscope runs compare RUN RUN");
    row("rename without a name", {u"rename"_s, u"2026"_s}, "RUN NAME");
    row("trash nothing", {u"trash"_s}, "Usage: glyphscope runs trash RUN...");
    row("restore nothing", {u"restore"_s}, "Usage: glyphscope runs restore RUN...");
    row("unknown run", {u"show"_s, u"1999"_s}, "There is no run \"1999\"");
    row("a path", {u"show"_s, u"../runs"_s}, "There is no run");
    row("ambiguous", {u"show"_s, u"2026"_s}, "2 runs begin with \"2026\"");
    row("empty", {u"show"_s, {}}, "2 runs begin with");
    row("not in the trash", {u"restore"_s, u"2026"_s}, "in the trash");
    row("export nowhere", {u"export"_s, u"2026"_s}, "--out FILE");
    row("--out elsewhere", {u"list"_s, u"--out"_s, u"a.csv"_s}, "--out goes with runs export only");
}

void TstCliRuns::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Outcome outcome = runs(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.startsWith("glyphscope: ") && outcome.err.contains(says), outcome.err.constData());
}

void TstCliRuns::exportKnowsItsFormatByTheName()
{
    const Outcome suffix = runs({u"export"_s, m_older, u"--out"_s, u"curves.txt"_s});
    QCOMPARE(suffix.status, 2);
    QVERIFY2(suffix.err.contains("curves.txt: expected a name"), suffix.err.constData());
    QVERIFY(!QFile::exists(path(u"curves.txt"_s)));
}

GLYPHSCOPE_TEST(TstCliRuns, Core)
#include "tst_cli_runs.moc"
