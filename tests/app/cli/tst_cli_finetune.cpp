// SPDX-License-Identifier: GPL-3.0-or-later
// The real program teaches weights a hand: drawings of InkML files, and samples as the window keeps them.
#include "app/files/sample_store.h"
#include "model/checkpoint/safetensors.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstCliFinetune : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void tellsWhatWasLearntAndForgotten();
    void tellsInText();
    void theOthersJudge();
    void learnsMyHandwriting();
    void samplesOfOtherClassesAreLeftOut();
    void keepsTheFeaturesUnlessToldOtherwise();
    void sameSeedGivesTheSameWeights();
    void withoutATrainingSetNothingIsReplayed();
    void interruptWritesNothing();
    void nothingToLearn();
    void filesThatWillNotDo_data();
    void filesThatWillNotDo();
    void outThatCannotBeIsRefusedFirst();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome program(const QStringList& arguments) const
    {
        return run(m_folder->path(), QStringList{u"finetune"_s} + arguments);
    }
    /// A few steps on the drawings, with the bars to replay.
    [[nodiscard]] Outcome finetune(const QStringList& more) const
    {
        return program(QStringList{u"--ink"_s, u"hand.inkml"_s, u"--data"_s, u"."_s, u"--steps"_s, u"5"_s} +
                       more);
    }
    [[nodiscard]] std::vector<float> values(const QString& file, const std::string& tensor) const
    {
        const auto weights = glyphscope::readSafetensors(path(file).toStdString());
        const glyphscope::NamedTensor* found = weights.find(tensor);
        return found == nullptr ? std::vector<float>() : found->values;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliFinetune::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    writeBars(m_folder->path(), 200, 50);
    write(path(u"hand.inkml"_s), onesAndSevens(10));
}

void TstCliFinetune::tellsWhatWasLearntAndForgotten()
{
    const Outcome outcome = finetune({u"--json"_s, u"--out"_s, u"new/mine.safetensors"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.json().size(), 1);
    const QJsonObject done = outcome.json().at(0);
    QCOMPARE(done[u"event"_s].toString(), u"done"_s);
    QCOMPARE(done[u"samples"_s].toInt(), 16);  // a fifth of each class is held out
    QVERIFY(done[u"seconds"_s].toDouble() > 0);
    QCOMPARE(done[u"out"_s].toString(), u"new/mine.safetensors"_s);
    const std::pair<QString, int> sets[] = {{u"held_out"_s, 4}, {u"trained"_s, 16}, {u"test"_s, 50}};
    for (const auto& [name, count] : sets) {
        const QJsonObject pair = done[name].toObject();
        QCOMPARE(pair[u"n"_s].toInt(), count);
        for (const QString& when : {u"before"_s, u"after"_s})
            QVERIFY(pair[when].toDouble(-1) >= 0 && pair[when].toDouble() <= 1);
    }
    QVERIFY(done[u"others"_s].toObject().isEmpty());

    // The weights are those that were judged.
    const Outcome again = run(m_folder->path(), {u"evaluate"_s, u"--data"_s, u"."_s, u"--json"_s,
                                                 u"--model"_s, u"new/mine.safetensors"_s});
    QCOMPARE(again.json().at(0)[u"accuracy"_s], done[u"test"_s].toObject()[u"after"_s]);
}

void TstCliFinetune::tellsInText()
{
    const Outcome outcome = finetune({});
    QCOMPARE(outcome.status, 0);
    const QStringList lines = QString::fromUtf8(outcome.out).trimmed().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY2(lines[0].startsWith(u"Fine-tuned on 16 samples in "_s), qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith(u"Samples held out: "_s), qPrintable(lines[1]));
    QVERIFY2(lines[2].endsWith(u" points, 16 images)"_s), qPrintable(lines[2]));
    QVERIFY2(lines[3].startsWith(u"The test set: "_s), qPrintable(lines[3]));
    QCOMPARE(lines[4], u"Weights: glyphscope-finetuned.safetensors"_s);
    QVERIFY(QFile::exists(path(u"glyphscope-finetuned.safetensors"_s)));
}

void TstCliFinetune::theOthersJudge()
{
    const Outcome outcome = finetune({u"--json"_s, u"--per-class"_s, u"3"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const QJsonObject done = outcome.json().at(0);
    QCOMPARE(done[u"samples"_s].toInt(), 6);
    QCOMPARE(done[u"others"_s].toObject()[u"n"_s].toInt(), 14);
    QVERIFY(done[u"held_out"_s].toObject().isEmpty());
    // More than there are: none are left to judge.
    const QJsonObject all = finetune({u"--json"_s, u"--per-class"_s, u"99"_s}).json().at(0);
    QCOMPARE(all[u"samples"_s].toInt(), 20);
    QVERIFY(all[u"others"_s].toObject().isEmpty());
}

void TstCliFinetune::learnsMyHandwriting()
{
    const glyphscope::SampleStore samples(path(u"samples"_s));
    QCOMPARE(samples.import(path(u"hand.inkml"_s)).added.size(), std::size_t(20));
    const Outcome outcome = program(
        {u"--samples"_s, u"--data"_s, u"."_s, u"--steps"_s, u"5"_s, u"--per-class"_s, u"10"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().at(0)[u"samples"_s].toInt(), 20);
    // with others on top
    QCOMPARE(
        finetune({u"--samples"_s, u"--per-class"_s, u"99"_s, u"--json"_s}).json().at(0)[u"samples"_s].toInt(),
        40);
}

void TstCliFinetune::samplesOfOtherClassesAreLeftOut()
{
    const glyphscope::SampleStore samples(path(u"samples"_s));
    (void)samples.import(path(u"hand.inkml"_s));
    glyphscope::Drawing line;
    line.strokes = {{.points = {{50, 0}, {50, 100}}}};
    const glyphscope::Sample bag = samples.add(line, "Bag");
    const Outcome outcome = program({u"--samples"_s, u"--data"_s, u"."_s, u"--steps"_s, u"5"_s, u"--json"_s});
    samples.remove({bag.id});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QVERIFY2(outcome.err.contains("Samples left out, since the weights do not know their classes: 1."),
             outcome.err.constData());
}

void TstCliFinetune::keepsTheFeaturesUnlessToldOtherwise()
{
    QCOMPARE(finetune({u"--freeze-none"_s, u"--out"_s, u"a.safetensors"_s}).status, 0);
    const QStringList on{u"--model"_s, u"a.safetensors"_s, u"--out"_s, u"b.safetensors"_s};
    const auto same = [this](const char* tensor) {
        return values(u"a.safetensors"_s, tensor) == values(u"b.safetensors"_s, tensor);
    };
    QCOMPARE(finetune(on).status, 0);
    QVERIFY(same("conv1.weight") && same("conv2.bias"));
    QVERIFY(!same("fc1.weight") && !same("fc2.bias"));
    QCOMPARE(finetune(on + QStringList{u"--freeze"_s, u"fc1.weight"_s, u"--freeze"_s, u"fc2.bias"_s}).status,
             0);
    QVERIFY(!same("conv1.weight") && !same("fc2.weight"));
    QVERIFY(same("fc1.weight") && same("fc2.bias"));
}

void TstCliFinetune::sameSeedGivesTheSameWeights()
{
    for (const QString& name : {u"a"_s, u"b"_s})
        QCOMPARE(finetune({u"--seed"_s, u"5"_s, u"--out"_s, name}).status, 0);
    QCOMPARE(finetune({u"--seed"_s, u"6"_s, u"--out"_s, u"c"_s}).status, 0);
    QVERIFY(values(u"a"_s, "fc2.weight") == values(u"b"_s, "fc2.weight"));
    QVERIFY(values(u"a"_s, "fc2.weight") != values(u"c"_s, "fc2.weight"));
}

void TstCliFinetune::withoutATrainingSetNothingIsReplayed()
{
    const Outcome outcome = program({u"--ink"_s, u"hand.inkml"_s, u"--steps"_s, u"2"_s, u"--json"_s});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.err.contains("nothing is replayed"), outcome.err.constData());
    QVERIFY(outcome.json().at(0)[u"test"_s].toObject().isEmpty());
    QCOMPARE(outcome.json().at(0)[u"held_out"_s].toObject()[u"n"_s].toInt(), 4);
}

void TstCliFinetune::interruptWritesNothing()
{
    QProcess process;
    prepare(process, m_folder->path());
    process.setArguments({u"finetune"_s, u"--ink"_s, u"hand.inkml"_s, u"--steps"_s, u"1000000"_s, u"--json"_s,
                          u"--out"_s, u"a.safetensors"_s});
    process.setReadChannel(QProcess::StandardError);
    process.start();
    while (!process.canReadLine())  // that there is no training set: signals are minded by then
        QVERIFY(process.waitForReadyRead(120'000));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Outcome outcome = outcomeOf(process);
    QCOMPARE(outcome.status, 130);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("Nothing was written"), outcome.err.constData());
    QVERIFY(!QFile::exists(path(u"a.safetensors"_s)));
}

void TstCliFinetune::nothingToLearn()
{
    const Outcome outcome = program({u"--samples"_s, u"--data"_s, u"."_s, u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains("no samples to learn from"), outcome.err.constData());
}

void TstCliFinetune::filesThatWillNotDo_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("no ink") << QStringList{u"--ink"_s, u"gone.inkml"_s} << QByteArray("gone.inkml");
    QTest::newRow("unlabelled") << QStringList{u"--ink"_s, u"unlabelled.inkml"_s}
                                << QByteArray("unlabelled.inkml: drawing 1");
    QTest::newRow("no data") << QStringList{u"--ink"_s, u"hand.inkml"_s, u"--data"_s, u"nowhere"_s}
                             << QByteArray("nowhere");
    QTest::newRow("no weights") << QStringList{u"--ink"_s, u"hand.inkml"_s, u"--model"_s, u"hand.inkml"_s}
                                << QByteArray("hand.inkml");
}

void TstCliFinetune::filesThatWillNotDo()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    write(path(u"unlabelled.inkml"_s), "<ink><traceGroup><trace>0 0, 1 1</trace></traceGroup></ink>");
    const Outcome outcome = program(options + QStringList{u"--json"_s});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
}

void TstCliFinetune::outThatCannotBeIsRefusedFirst()
{
    write(path(u"file"_s), "");
    for (const QString& out : {u"file/a.safetensors"_s, u"."_s}) {
        const Outcome outcome = finetune({u"--json"_s, u"--steps"_s, u"1000000"_s, u"--out"_s, out});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(out.toUtf8() + ": the weights cannot be written there"),
                 outcome.err.constData());
    }
}

void TstCliFinetune::wrongUsage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("nothing to learn") << QStringList{};
    QTest::newRow("files without --ink") << QStringList{u"hand.inkml"_s};
    QTest::newRow("files after --samples") << QStringList{u"--samples"_s, u"hand.inkml"_s};
    const QStringList ink{u"--ink"_s, u"hand.inkml"_s};
    QTest::newRow("no steps") << ink + QStringList{u"--steps"_s, u"0"_s};
    QTest::newRow("replay all") << ink + QStringList{u"--replay"_s, u"1"_s};
    QTest::newRow("learning rate 0") << ink + QStringList{u"--learning-rate"_s, u"0"_s};
    QTest::newRow("none of each") << ink + QStringList{u"--per-class"_s, u"0"_s};
    QTest::newRow("seed below 0") << ink + QStringList{u"--seed"_s, u"-1"_s};
    QTest::newRow("no such parameter") << ink + QStringList{u"--freeze"_s, u"conv3.weight"_s};
    QTest::newRow("both") << ink + QStringList{u"--freeze"_s, u"fc1.bias"_s, u"--freeze-none"_s};
}

void TstCliFinetune::wrongUsage()
{
    QFETCH(QStringList, options);
    const Outcome outcome = program(options);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.startsWith("glyphscope: "), outcome.err.constData());
}

GLYPHSCOPE_TEST(TstCliFinetune, Core)
#include "tst_cli_finetune.moc"
