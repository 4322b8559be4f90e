// SPDX-License-Identifier: GPL-3.0-or-later
// The real program trains: a folder of bars, which a network learns in a few steps.
#include "app/files/sample_store.h"
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/safetensors.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <memory>
#include <string>

using namespace glyphscope::test;
using glyphscope::RunInfo;
using glyphscope::RunState;
using namespace Qt::StringLiterals;

class TstCliTrain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void tellsEpochsAndTheEnd();
    void tellsInText();
    void sameSeedGivesTheSameWeights();
    void untilStopsEarly();
    void keepsTheRun();
    void noRunKeepsNone();
    void withoutRoomForARunItTrains();
    void validationIsBesideTheTestSet();
    void inkIsAdded();
    void whatIsNoDigitIsAdded();
    void samplesAreAdded();
    void foldersAreMixed();
    void tooLargeABatchIsAFailedRun();
    void interruptSavesAndResumeFinishes();
    void resumeKeepsTheRunsOptions();
    void withoutDataSaysHowToGetIt();
    void outThatCannotBeIsRefusedFirst();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] bool has(const QString& name) const { return QFile::exists(path(name)); }
    [[nodiscard]] QByteArray bytesOf(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] static QStringList command(const QStringList& more)
    {
        return QStringList{u"train"_s, u"--data"_s, u"."_s, u"--recipe"_s, u"sprint"_s} + more;
    }
    [[nodiscard]] Outcome train(const QStringList& more) const
    {
        return run(m_folder->path(), command(more));
    }
    [[nodiscard]] glyphscope::RunStore runs() const
    {
        return glyphscope::RunStore(path(u"runs"_s).toStdString());
    }
    [[nodiscard]] RunInfo onlyRun() const
    {
        const std::vector<RunInfo> all = runs().list();
        return all.size() == 1 ? all.front() : RunInfo();
    }
    void trainUntilInterrupted(const QString& out) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliTrain::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    writeBars(m_folder->path(), 300, 100);
}

void TstCliTrain::tellsEpochsAndTheEnd()
{
    const Outcome outcome = train({u"--epochs"_s, u"2"_s, u"--json"_s, u"--out"_s, u"a.safetensors"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1);  // how it trains; no terminal, no progress bar
    QVERIFY2(outcome.err.startsWith("glyphscope: LibTorch "), outcome.err.constData());
    const auto lines = outcome.json();
    QCOMPARE(lines.size(), 3);
    for (int epoch = 1; epoch <= 2; ++epoch) {
        const QJsonObject line = lines[epoch - 1];
        QCOMPARE(line[u"event"_s].toString(), u"epoch"_s);
        QCOMPARE(line[u"epoch"_s].toInt(), epoch);
        QCOMPARE(line[u"step"_s].toInt(), 3 * epoch);  // 300 images in batches of 96
        QVERIFY(line[u"train_loss"_s].toDouble() > 0);
        QVERIFY(line[u"test_accuracy"_s].isDouble());
        QVERIFY(line[u"seconds"_s].toDouble() > 0);
    }
    const QJsonObject done = lines[2];
    QCOMPARE(done[u"event"_s].toString(), u"done"_s);
    QVERIFY(done[u"seconds"_s].toDouble() >= lines[1][u"seconds"_s].toDouble());
    QVERIFY(done[u"images_per_second"_s].toDouble() > 0);
    QCOMPARE(done[u"test_accuracy"_s], lines[1][u"test_accuracy"_s]);
    QCOMPARE(done[u"out"_s].toString(), u"a.safetensors"_s);
    QVERIFY(!has(u"a.checkpoint.safetensors"_s));

    // The weights are those that the last evaluation was of.
    const Outcome again = run(m_folder->path(), {u"evaluate"_s, u"--data"_s, u"."_s, u"--json"_s,
                                                 u"--model"_s, u"a.safetensors"_s});
    QCOMPARE(again.status, 0);
    QCOMPARE(again.json().at(0)[u"accuracy"_s], done[u"test_accuracy"_s]);
}

void TstCliTrain::tellsInText()
{
    const Outcome outcome = train({u"--seed"_s, u"3"_s});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = QString::fromUtf8(outcome.out).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[0].startsWith(u"epoch 1/1  step 3  train loss "_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(u"Done in "_s), qPrintable(lines[1]));
    QCOMPARE(lines[2], u"Weights: glyphscope-sprint-seed3.safetensors"_s);
    QVERIFY(has(u"glyphscope-sprint-seed3.safetensors"_s));
    QCOMPARE(lines[3], u"Run: "_s + QString::fromStdString(onlyRun().id));
}

void TstCliTrain::sameSeedGivesTheSameWeights()
{
    for (const QString& name : {u"a"_s, u"b"_s})
        QCOMPARE(train({u"--seed"_s, u"5"_s, u"--out"_s, name}).status, 0);
    QCOMPARE(train({u"--seed"_s, u"6"_s, u"--out"_s, u"c"_s}).status, 0);
    QVERIFY(bytesOf(u"a"_s) == bytesOf(u"b"_s));
    QVERIFY(bytesOf(u"a"_s) != bytesOf(u"c"_s));
}

void TstCliTrain::untilStopsEarly()
{
    const Outcome outcome = train({u"--epochs"_s, u"1000"_s, u"--until"_s, u"0"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const auto lines = outcome.json();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0][u"epoch"_s].toInt(), 1);
    QCOMPARE(lines[1][u"steps"_s].toInt(), 3);
}

void TstCliTrain::keepsTheRun()
{
    const Outcome outcome = train({u"--epochs"_s, u"2"_s, u"--json"_s, u"--out"_s, u"a.safetensors"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const RunInfo run = onlyRun();
    QCOMPARE(outcome.json().last()[u"run"_s].toString(), QString::fromStdString(run.id));
    QCOMPARE(run.state, RunState::Done);
    QCOMPARE(run.options.recipe, std::string("sprint"));
    QCOMPARE(run.data.mnist, false);
    QCOMPARE(run.data.folders, (std::vector<std::string>{m_folder->path().toStdString() + "/"}));
    QCOMPARE(run.dataName, QDir(m_folder->path()).dirName().toStdString());
    QCOMPARE(run.trainImages, 300);
    QCOMPARE(run.step, 6);
    QCOMPARE(run.test.count, 100);
    QCOMPARE(run.last.testAccuracy, outcome.json().last()[u"test_accuracy"_s].toDouble());
    const glyphscope::RunStore store = runs();
    QCOMPARE(store.curves(run.id).steps.size(), std::size_t(6));
    QCOMPARE(store.curves(run.id).epochs.size(), std::size_t(2));
    // the untrained weights, those of the epochs, and as the last those that went to --out
    const auto kept = store.checkpoints(run.id);
    QCOMPARE(kept.front().step, 0);
    QCOMPARE(kept.back().step, 6);
    QCOMPARE(store.weights(run.id, 6).tensors,
             glyphscope::readSafetensors(path(u"a.safetensors"_s).toStdString()).tensors);
}

void TstCliTrain::noRunKeepsNone()
{
    const Outcome outcome = train({u"--no-run"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY(!outcome.json().last().contains(u"run"_s));
    QVERIFY(!has(u"runs"_s));
}

void TstCliTrain::withoutRoomForARunItTrains()
{
    write(path(u"runs"_s), "a file where the folder would be");
    const Outcome outcome = train({u"--json"_s, u"--out"_s, u"a.safetensors"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("the run is not kept"), outcome.err.constData());
    QVERIFY(!outcome.json().last().contains(u"run"_s));
    QVERIFY(has(u"a.safetensors"_s));
}

void TstCliTrain::validationIsBesideTheTestSet()
{
    // Half of the training set is held out: what is left gives one batch an epoch.
    const Outcome outcome = train({u"--validation"_s, u"0.5"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    const QJsonObject epoch = outcome.json().at(0);
    QCOMPARE(epoch[u"step"_s].toInt(), 1);
    QVERIFY(epoch[u"validation_accuracy"_s].isDouble());
    QVERIFY(epoch[u"validation_loss"_s].toDouble() > 0);
    QCOMPARE(onlyRun().data.validation, 0.5);
    QCOMPARE(onlyRun().trainImages, 150);
    QCOMPARE(onlyRun().test.count, 100);  // all of it
    QCOMPARE(train({u"--validation"_s, u"2"_s}).status, 2);
}

void TstCliTrain::inkIsAdded()
{
    QByteArray ink = "<ink>";
    for (int i = 0; i < 84; ++i)  // 300 + 84 images: a fourth batch
        ink +=
            "<traceGroup><annotation type=\"truth\">1</annotation><trace>50 0, 50 100</trace></traceGroup>";
    write(path(u"ones.inkml"_s), ink + "</ink>");
    const QStringList ones{u"--json"_s, u"--ink"_s, u"ones.inkml"_s, u"--ink-variations"_s};
    const Outcome outcome = train(ones + QStringList{u"0"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json().at(0)[u"step"_s].toInt(), 4);
    const Outcome varied = train(ones + QStringList{u"2"_s});
    QCOMPARE(varied.json().at(0)[u"step"_s].toInt(), 4 + 1);  // 168 images more
    QCOMPARE(train(ones + QStringList{u"many"_s}).status, 2);
}

void TstCliTrain::whatIsNoDigitIsAdded()
{
    write(path(u"k.inkml"_s), "<ink><traceGroup><annotation type=\"truth\">K</annotation>"
                              "<trace>0 0, 0 90</trace><trace>60 0, 0 50, 60 90</trace></traceGroup></ink>");
    const Outcome outcome = train({u"--not-digits"_s, u"k.inkml"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(onlyRun().data.notDigits, std::vector<std::string>{path(u"k.inkml"_s).toStdString()});
    QCOMPARE(onlyRun().data.inkVariations, 6);
    QCOMPARE(onlyRun().trainImages, 300 + 1 + 6 + 1);  // itself, its variations, a scribble
    QCOMPARE(train({u"--not-digits"_s, u"nowhere.inkml"_s}).status, 1);
    write(path(u"noted.dat"_s),
          ".include notes.doc\n.segment digit 0 ? \"1\"\n.pen_down\n5 9\n5 0\n.pen_up\n");
    for (const QString& option : {u"--ink"_s, u"--not-digits"_s}) {
        const Outcome noted = train({option, u"noted.dat"_s});
        QVERIFY2(noted.err.count("the ink is read without it.") == 1, noted.err.constData());
    }
}

void TstCliTrain::samplesAreAdded()
{
    const glyphscope::SampleStore samples(path(u"samples"_s));
    glyphscope::Drawing one;
    one.strokes = {{.points = {{50, 0}, {50, 100}}}};
    for (int i = 0; i < 4; ++i)
        samples.add(one, "1");
    const QStringList batches{u"--json"_s, u"--batch"_s, u"16"_s};
    QCOMPARE(train(batches).json().at(0)[u"step"_s].toInt(), 18);  // of 300 images
    const Outcome outcome = train(batches + QStringList{u"--samples"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().at(0)[u"step"_s].toInt(), 19);  // of 304
}

void TstCliTrain::foldersAreMixed()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"more"_s));
    writeBars(path(u"more"_s), 100, 20);
    const Outcome outcome = train({u"--json"_s, u"--data"_s, u"more"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(onlyRun().trainImages, 400);
    QCOMPARE(onlyRun().test.count, 100);  // the first folder's
    QCOMPARE(train({u"--data"_s, u"nowhere"_s}).status, 1);
}

void TstCliTrain::tooLargeABatchIsAFailedRun()
{
    const Outcome outcome = train({u"--batch"_s, u"301"_s});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("fewer than one batch"), outcome.err.constData());
    QCOMPARE(onlyRun().state, RunState::Failed);
    QVERIFY(QString::fromStdString(onlyRun().failure).contains(u"fewer than one batch"_s));
}

void TstCliTrain::trainUntilInterrupted(const QString& out) const
{
    QProcess process;
    prepare(process, m_folder->path());
    process.setArguments(command({u"--epochs"_s, u"100000"_s, u"--json"_s, u"--no-run"_s, u"--out"_s, out}));
    process.start();
    while (!process.canReadLine())
        QVERIFY(process.waitForReadyRead(120'000));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Outcome outcome = outcomeOf(process);
    QCOMPARE(outcome.status, 130);
    const QJsonObject done = outcome.json().last();
    QCOMPARE(done[u"event"_s].toString(), u"done"_s);
    QCOMPARE(done[u"interrupted"_s], QJsonValue(true));
    QVERIFY(done[u"steps"_s].toInt() >= 2);
}

void TstCliTrain::interruptSavesAndResumeFinishes()
{
    trainUntilInterrupted(u"a.safetensors"_s);
    const QStringList read{u"evaluate"_s, u"--data"_s, u"."_s, u"--json"_s, u"--model"_s};
    QCOMPARE(run(m_folder->path(), read + QStringList{u"a.safetensors"_s}).status, 0);
    QCOMPARE(run(m_folder->path(), read + QStringList{u"a.checkpoint.safetensors"_s}).status, 0);

    const auto before = glyphscope::readSafetensors(path(u"a.safetensors"_s).toStdString());
    const Outcome outcome =
        run(m_folder->path(), {u"train"_s, u"--data"_s, u"."_s, u"--json"_s, u"--until"_s, u"0"_s,
                               u"--resume"_s, u"a.checkpoint.safetensors"_s, u"--out"_s, u"a.safetensors"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QJsonObject done = outcome.json().last();
    QCOMPARE(done[u"interrupted"_s], QJsonValue(false));
    QVERIFY(done[u"steps"_s].toInt() > std::stoi(before.metadata.at("step")));
    QVERIFY(has(u"a.safetensors"_s));
    QVERIFY(!has(u"a.checkpoint.safetensors"_s));
    QVERIFY(!has(u"runs"_s));  // its first part is in none
}

void TstCliTrain::resumeKeepsTheRunsOptions()
{
    trainUntilInterrupted(u"a.safetensors"_s);
    const QStringList resume{u"train"_s, u"--data"_s, u"."_s, u"--resume"_s, u"a.checkpoint.safetensors"_s};
    for (const QStringList& fixed :
         {QStringList{u"--seed"_s, u"1"_s}, QStringList{u"--epochs"_s, u"3"_s},
          QStringList{u"--recipe"_s, u"sprint"_s}, QStringList{u"--optimizer"_s, u"sgd"_s},
          QStringList{u"--freeze"_s, u"conv1.bias"_s}}) {
        const Outcome outcome = run(m_folder->path(), resume + fixed);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(fixed[0].toUtf8()), outcome.err.constData());
    }
    QVERIFY(has(u"a.checkpoint.safetensors"_s));
    // Finished weights are no checkpoint, whatever they are written as.
    run(m_folder->path(), {u"convert"_s, u"a.safetensors"_s, u"a.pt"_s});
    for (const QString& weights : {u"a.safetensors"_s, u"a.pt"_s}) {
        const Outcome outcome =
            run(m_folder->path(), {u"train"_s, u"--data"_s, u"."_s, u"--resume"_s, weights});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(weights.toUtf8() + ": "), outcome.err.constData());
        QVERIFY2(outcome.err.contains("used as weights"), outcome.err.constData());
    }
}

void TstCliTrain::withoutDataSaysHowToGetIt()
{
    const QTemporaryDir empty;
    const Outcome outcome = run(empty.path(), {u"train"_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("run.sh"), outcome.err.constData());
    QVERIFY2(outcome.err.contains(empty.path().toUtf8()), outcome.err.constData());
}

void TstCliTrain::outThatCannotBeIsRefusedFirst()
{
    write(path(u"file"_s), "");
    for (const QString& out : {u"file/a.safetensors"_s, u"."_s}) {
        const Outcome outcome = train({u"--json"_s, u"--out"_s, out});
        QCOMPARE(outcome.status, 1);
        QCOMPARE(outcome.out, QByteArray());  // no epoch was trained for nothing
        QVERIFY2(outcome.err.contains(out.toUtf8()), outcome.err.constData());
    }
    QCOMPARE(train({u"--out"_s, u"new/folder/a.safetensors"_s}).status, 0);
    QVERIFY(has(u"new/folder/a.safetensors"_s));
}

GLYPHSCOPE_TEST(TstCliTrain, Core)
#include "tst_cli_train.moc"
