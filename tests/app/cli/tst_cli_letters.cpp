// SPDX-License-Identifier: GPL-3.0-or-later
// The real program learns whatever labels ink has: letters, words, other scripts.
#include "model/checkpoint/run_store.h"
#include "tests/app/cli/letter_ink.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>

using namespace glyphscope::test;
using namespace Qt::StringLiterals;

class TstCliLetters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void learnsAnyLabels_data();
    void learnsAnyLabels();
    void everyPresetLearnsThem_data();
    void everyPresetLearnsThem();
    void keepsTheRunAndResumesIt();
    void foldCaseMergesCapitals();
    void otherCaseIsTakenAndTold();
    void calibratesAndFinetunesWithItsInkReplayed();
    void finetuneFreezesTheWeightsOwnParameters();
    void drawingsWithoutALabelAreLeftOut();
    void singlesAreTold();
    void fewDrawingsMakeSmallBatches();
    void habitsAreChosen();
    void digitsStayWithMnist();
    void foldersSettleTheClasses();
    void refuses_data();
    void refuses();
    void wrongUsage_data();
    void wrongUsage();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Outcome program(const QStringList& arguments) const
    {
        return run(m_folder->path(), arguments);
    }
    [[nodiscard]] Outcome train(const QStringList& more) const
    {
        return program(QStringList{u"train"_s, u"--recipe"_s, u"sprint"_s, u"--ink"_s, u"a.inkml"_s} + more);
    }
    [[nodiscard]] Outcome trainAndKeep(const QStringList& more) const
    {
        return train(QStringList{u"--no-run"_s, u"--json"_s, u"--out"_s, u"w.safetensors"_s} + more);
    }
    /// What `evaluate` says of the weights.
    [[nodiscard]] QJsonObject evaluated(const QString& file) const
    {
        const Outcome outcome =
            program({u"evaluate"_s, u"--ink"_s, file, u"--model"_s, u"w.safetensors"_s, u"--json"_s});
        if (outcome.status != 0)
            qFatal("%s", outcome.err.constData());
        return outcome.json().at(0);
    }
    void writeInk(const QByteArray& groups, const QString& name = u"a.inkml"_s) const
    {
        write(path(name), letterInk(groups));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QStringList stringsOf(const QJsonValue& array)
{
    QStringList strings;
    for (const QJsonValue value : array.toArray())
        strings << value.toString();
    return strings;
}

/// Labels that are no digits, `count` of them.
QStringList manyLabels(int count)
{
    QStringList labels;
    for (int k = 0; k < count; ++k)
        labels << u"w%1"_s.arg(k);
    return labels;
}

}  // namespace

void TstCliLetters::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstCliLetters::learnsAnyLabels_data()
{
    QTest::addColumn<QStringList>("labels");
    QTest::addColumn<QStringList>("classes");
    QTest::addColumn<bool>("unipen");
    const auto row = [](const char* name, const QStringList& labels, const QStringList& classes,
                        bool unipen = false) { QTest::newRow(name) << labels << classes << unipen; };
    row("letters", {u"b"_s, u"a"_s, u"K"_s}, {u"K"_s, u"a"_s, u"b"_s});
    row("of several characters", {u"th"_s, u"ch"_s, u"a b"_s}, {u"a b"_s, u"ch"_s, u"th"_s});
    row("of other scripts", {u"жи"_s, u"字"_s, u"ä"_s, u"😀"_s}, {u"ä"_s, u"жи"_s, u"字"_s, u"😀"_s});
    row("digits and letters", {u"x"_s, u"1"_s, u"7"_s}, {u"1"_s, u"7"_s, u"x"_s});
    row("numbers", {u"10"_s, u"9"_s, u"2"_s}, {u"2"_s, u"9"_s, u"10"_s});
    row("signs", {u"<"_s, u"&"_s, u"%1"_s}, {u"%1"_s, u"&"_s, u"<"_s});
    row("in UNIPEN", {u"q"_s, u"g"_s, u"St"_s}, {u"St"_s, u"g"_s, u"q"_s}, true);
}

void TstCliLetters::learnsAnyLabels()
{
    QFETCH(QStringList, labels);
    QFETCH(QStringList, classes);
    QFETCH(bool, unipen);
    if (unipen)
        write(path(u"a.inkml"_s), letterUnipen(labels, 20));
    else
        writeInk(letterGroups(labels, 20));
    const Outcome trained = trainAndKeep({u"--epochs"_s, u"6"_s});
    QVERIFY2(trained.status == 0, trained.err.constData());
    QVERIFY2(trained.err.contains("from the ink alone"), trained.err.constData());
    QVERIFY(trained.json().last()[u"test_accuracy"_s].toDouble() > 0.5);

    const QJsonObject judged = evaluated(u"a.inkml"_s);
    const auto count = labels.size();
    QCOMPARE(stringsOf(judged[u"classes"_s]), classes);
    QCOMPARE(judged[u"n"_s].toInt(), 20 * count);
    QCOMPARE(judged[u"confusion"_s].toArray().size(), count);
    QCOMPARE(judged[u"confusion"_s].toArray().at(0).toArray().size(), count);
    QVERIFY(judged[u"accuracy"_s].toDouble() > 0.6);

    const Outcome read = program({u"predict"_s, u"a.inkml"_s, u"--model"_s, u"w.safetensors"_s, u"--json"_s});
    QCOMPARE(read.status, 0);
    qsizetype right = 0;
    for (const QJsonObject& answer : read.json()) {
        QCOMPARE(answer[u"probabilities"_s].toArray().size(), count);
        right += answer[u"class"_s] == answer[u"truth"_s] ? 1 : 0;
    }
    QCOMPARE(right, judged[u"correct"_s].toInt());
}

void TstCliLetters::everyPresetLearnsThem_data()
{
    QTest::addColumn<QString>("network");
    for (const QString& network : {u"lenet-5"_s, u"mlp"_s, u"simple-cnn-bn"_s, u"resnet-8"_s, u"tiny"_s})
        QTest::newRow(qPrintable(network)) << network;
}

void TstCliLetters::everyPresetLearnsThem()
{
    QFETCH(QString, network);
    writeInk(letterGroups({u"p"_s, u"q"_s, u"ß"_s}, 8));
    const Outcome trained = trainAndKeep({u"--network"_s, network, u"--epochs"_s, u"1"_s});
    QVERIFY2(trained.status == 0, trained.err.constData());
    QCOMPARE(stringsOf(evaluated(u"a.inkml"_s)[u"classes"_s]), (QStringList{u"p"_s, u"q"_s, u"ß"_s}));
}

void TstCliLetters::keepsTheRunAndResumesIt()
{
    writeInk(letterGroups({u"A"_s, u"b"_s, u"B"_s}, 12));
    const Outcome trained = train({u"--fold-case"_s, u"--epochs"_s, u"2"_s, u"--json"_s});
    QVERIFY2(trained.status == 0, trained.err.constData());
    const glyphscope::RunStore store(path(u"runs"_s).toStdString());
    const auto runs = store.list();
    QCOMPARE(runs.size(), std::size_t(1));
    const glyphscope::RunInfo& info = runs.front();
    QVERIFY(!info.data.mnist && info.data.foldCase);
    QCOMPARE(info.classNames, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(info.dataName, std::string("1 ink file"));
    QCOMPARE(info.test.count, std::int64_t(2 + 4));  // of 12 and of 24
    QCOMPARE(info.trainImages, std::int64_t(30 * 7));
    const Outcome shown = program({u"runs"_s, u"show"_s, QString::fromStdString(info.id)});
    QVERIFY2(shown.status == 0, shown.err.constData());
    // what it was trained on can be read again
    const Outcome again = program({u"train"_s, u"--resume"_s, QString::fromStdString(info.id)});
    QVERIFY2(again.err.contains("has made all of its"), again.err.constData());
}

void TstCliLetters::foldCaseMergesCapitals()
{
    writeInk(letterGroups({u"a"_s, u"A"_s, u"Ö"_s, u"ö"_s}, 8));
    QCOMPARE(trainAndKeep({}).status, 0);
    QCOMPARE(stringsOf(evaluated(u"a.inkml"_s)[u"classes"_s]), (QStringList{u"A"_s, u"a"_s, u"Ö"_s, u"ö"_s}));
    const Outcome folded = trainAndKeep({u"--fold-case"_s});
    QVERIFY2(folded.status == 0, folded.err.constData());
    const QJsonObject judged = evaluated(u"a.inkml"_s);
    QCOMPARE(stringsOf(judged[u"classes"_s]), (QStringList{u"a"_s, u"ö"_s}));
    QCOMPARE(judged[u"n"_s].toInt(), 32);
}

void TstCliLetters::otherCaseIsTakenAndTold()
{
    writeInk(letterGroups({u"a"_s, u"b"_s}, 8));
    QCOMPARE(trainAndKeep({}).status, 0);
    writeInk(letterGroups({u"a"_s, u"B"_s}, 4), u"b.inkml"_s);
    const QStringList evaluate{u"evaluate"_s, u"--ink"_s, u"b.inkml"_s, u"--model"_s, u"w.safetensors"_s};
    const Outcome told = program(evaluate);
    QCOMPARE(told.status, 0);
    QVERIFY2(told.err.contains("such as \"B\" for \"b\": 4 of 8."), told.err.constData());
    QVERIFY2(told.out.contains("     a     b\n"), told.out.constData());  // above the matrix
    QCOMPARE(program(evaluate + QStringList{u"--fold-case"_s}).err, QByteArray());
    writeInk(letterGroups({u"a"_s, u"c"_s}, 4), u"b.inkml"_s);
    const Outcome unknown = program(evaluate);
    QCOMPARE(unknown.status, 1);
    QVERIFY2(unknown.err.contains("b.inkml: drawing 2 is labelled \"c\""), unknown.err.constData());
}

void TstCliLetters::calibratesAndFinetunesWithItsInkReplayed()
{
    const QStringList labels{u"x"_s, u"Ж"_s, u"ll"_s};
    writeInk(letterGroups(labels, 20));
    QCOMPARE(trainAndKeep({}).status, 0);
    writeInk(letterGroups(labels, 10), u"hand.inkml"_s);
    const Outcome fitted = program({u"calibrate"_s, u"--ink"_s, u"hand.inkml"_s, u"--model"_s,
                                    u"w.safetensors"_s, u"--out"_s, u"u.safetensors"_s, u"--json"_s});
    QVERIFY2(fitted.status == 0 && !fitted.err.contains("not defined"), fitted.err.constData());
    QCOMPARE(fitted.json().at(0)[u"n"_s].toInt(), 30);
    const QStringList finetune{u"finetune"_s,      u"--ink"_s,   u"hand.inkml"_s, u"--model"_s,
                               u"w.safetensors"_s, u"--steps"_s, u"5"_s,          u"--out"_s,
                               u"v.safetensors"_s, u"--json"_s};
    const Outcome tuned = program(finetune + QStringList{u"--replay-ink"_s, u"a.inkml"_s});
    QVERIFY2(tuned.status == 0, tuned.err.constData());
    QCOMPARE(tuned.err, QByteArray());
    QCOMPARE(tuned.json().at(0)[u"samples"_s].toInt(), 24);
    QCOMPARE(tuned.json().at(0)[u"test"_s].toObject()[u"n"_s].toInt(), 9);  // those that training held out
    const Outcome judged =
        program({u"evaluate"_s, u"--ink"_s, u"hand.inkml"_s, u"--model"_s, u"v.safetensors"_s, u"--json"_s});
    QCOMPARE(stringsOf(judged.json().at(0)[u"classes"_s]), (QStringList{u"ll"_s, u"x"_s, u"Ж"_s}));
    const Outcome alone = program(finetune);
    QCOMPARE(alone.status, 0);
    QVERIFY2(alone.err.contains("--replay-ink"), alone.err.constData());
}

void TstCliLetters::finetuneFreezesTheWeightsOwnParameters()
{
    writeInk(letterGroups({u"x"_s, u"y"_s}, 10));
    QCOMPARE(trainAndKeep({u"--network"_s, u"mlp"_s}).status, 0);
    const QStringList finetune{u"finetune"_s,      u"--ink"_s,   u"a.inkml"_s, u"--model"_s,
                               u"w.safetensors"_s, u"--steps"_s, u"2"_s,       u"--freeze"_s};
    const Outcome known = program(finetune + QStringList{u"fc1.weight"_s});
    QVERIFY2(known.status == 0, known.err.constData());
    const Outcome unknown = program(finetune + QStringList{u"conv1.weight"_s});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.err.contains("fc1.weight"), unknown.err.constData());
}

void TstCliLetters::drawingsWithoutALabelAreLeftOut()
{
    writeInk(letterGroups({u"c"_s, u"d"_s}, 8) + letterGroup({}, 1, 0) + letterGroup(u""_s, 2, 0) +
             letterGroup(u"  "_s, 2, 1));
    const Outcome trained = trainAndKeep({});
    QVERIFY2(trained.status == 0, trained.err.constData());
    QVERIFY2(trained.err.contains("Drawings without a label are left out: 3 of 19."),
             trained.err.constData());
    const QJsonObject judged = evaluated(u"a.inkml"_s);
    QCOMPARE(judged[u"n"_s].toInt(), 16);
    QCOMPARE(judged[u"classes"_s].toArray().size(), 2);
}

void TstCliLetters::singlesAreTold()
{
    writeInk(letterGroups({u"c"_s, u"d"_s}, 8) + letterGroup(u"e"_s, 2, 0));
    const Outcome trained = trainAndKeep({});
    QVERIFY2(trained.status == 0, trained.err.constData());
    QVERIFY2(trained.err.contains("Classes of a single drawing are learnt, but never tested: \"e\"."),
             trained.err.constData());
    QCOMPARE(evaluated(u"a.inkml"_s)[u"classes"_s].toArray().size(), 3);
}

void TstCliLetters::fewDrawingsMakeSmallBatches()
{
    writeInk(letterGroups({u"c"_s, u"d"_s}, 2));
    const Outcome trained = trainAndKeep({u"--ink-variations"_s, u"0"_s});
    QVERIFY2(trained.status == 0, trained.err.constData());
    QVERIFY2(trained.err.contains("batches of 2 are used"), trained.err.constData());
    QCOMPARE(trainAndKeep({u"--batch"_s, u"64"_s}).status, 1);  // asked for
}

void TstCliLetters::habitsAreChosen()
{
    writeInk(letterGroups({u"c"_s, u"d"_s}, 12));
    const auto weightsBy = [this](const QString& habits) {
        const Outcome trained = trainAndKeep({u"--ink-habits"_s, habits, u"--epochs"_s, u"1"_s});
        if (trained.status != 0)
            qFatal("%s", trained.err.constData());
        QFile file(path(u"w.safetensors"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray none = weightsBy(u"none"_s);
    QCOMPARE(weightsBy(u"forms"_s), none);  // of digits
    QVERIFY(weightsBy(u"ticks,jitter"_s) != none);
    QVERIFY(weightsBy(u"all"_s) != none);
    QCOMPARE(train({u"--ink-habits"_s, u"dots"_s}).status, 0);
    const auto runs = glyphscope::RunStore(path(u"runs"_s).toStdString()).list();
    QCOMPARE(glyphscope::habitsText(runs.front().data.inkHabits), std::string("dots"));
    const Outcome help = program({u"train"_s, u"--help"_s});
    QVERIFY2(help.out.simplified().contains("forms,ticks,hooks,lifts"), help.out.constData());
}

void TstCliLetters::digitsStayWithMnist()
{
    writeInk(letterGroups({u"3"_s, u"4"_s}, 2));
    const Outcome trained = trainAndKeep({});
    QCOMPARE(trained.status, 1);
    QVERIFY2(trained.err.contains("MNIST"), trained.err.constData());
    QVERIFY2(!trained.err.contains("from the ink alone"), trained.err.constData());
}

void TstCliLetters::foldersSettleTheClasses()
{
    writeBars(m_folder->path(), 200, 50);
    writeInk(letterGroups({u"3"_s, u"K"_s}, 2));
    const Outcome trained = trainAndKeep({u"--data"_s, u"."_s});
    QCOMPARE(trained.status, 1);
    QVERIFY2(trained.err.contains("drawing 2 is labelled \"K\""), trained.err.constData());
    write(path(u"class-names.txt"_s), "k\nl\nm\nn\no\np\nq\nr\ns\nt\n");
    writeInk(letterGroups({u"k"_s, u"K"_s}, 2));
    QCOMPARE(trainAndKeep({u"--data"_s, u"."_s}).status, 1);
    const Outcome folded = trainAndKeep({u"--data"_s, u"."_s, u"--fold-case"_s});
    QVERIFY2(folded.status == 0, folded.err.constData());
}

void TstCliLetters::refuses_data()
{
    QTest::addColumn<QByteArray>("groups");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("one class") << letterGroups({u"a"_s}, 20) << QByteArray("All labels of the ink are \"a\"");
    QTest::newRow("no label") << letterGroup({}, 0, 0) + letterGroup({}, 1, 0)
                              << QByteArray("a.inkml: no drawing has a label");
    QTest::newRow("300 classes") << letterGroups(manyLabels(300), 2)
                                 << QByteArray("The ink has 300 different labels");
    QTest::newRow("each label once") << letterGroups(manyLabels(5), 1) << QByteArray("No label occurs twice");
    QTest::newRow("a drawing without ink")
        << letterGroups({u"a"_s, u"b"_s}, 3) +
               "<traceGroup><annotation type=\"truth\">a</annotation><trace></trace></traceGroup>"
        << QByteArray("a.inkml: drawing 7 holds no ink");
}

void TstCliLetters::refuses()
{
    QFETCH(QByteArray, groups);
    QFETCH(QByteArray, says);
    writeInk(groups);
    const Outcome outcome = trainAndKeep({});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!QFile::exists(path(u"w.safetensors"_s)));
}

void TstCliLetters::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("--fold-case without ink") << QStringList{u"train"_s, u"--fold-case"_s};
    QTest::newRow("two to replay") << QStringList{u"finetune"_s, u"--ink"_s,        u"a.inkml"_s, u"--data"_s,
                                                  u"."_s,        u"--replay-ink"_s, u"a.inkml"_s};
    QTest::newRow("no habit") << QStringList{u"train"_s, u"--ink"_s, u"a.inkml"_s, u"--ink-habits"_s,
                                             u"wings"_s};
    QTest::newRow("--ink-habits without ink") << QStringList{u"train"_s, u"--ink-habits"_s, u"ticks"_s};
    QTest::newRow("--fold-case of a run") << QStringList{u"train"_s, u"--resume"_s, u"x"_s, u"--fold-case"_s};
}

void TstCliLetters::wrongUsage()
{
    QFETCH(QStringList, arguments);
    writeInk(letterGroups({u"a"_s, u"b"_s}, 2));
    const Outcome outcome = program(arguments);
    QVERIFY2(outcome.status == 2, outcome.err.constData());
}

GLYPHSCOPE_TEST(TstCliLetters, Core)
#include "tst_cli_letters.moc"
