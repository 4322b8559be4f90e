// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/ui/runs/kept_runs.h"
#include "ui/runs/run_text.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using namespace Qt::StringLiterals;

class TstRunText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnQtWarnings(); }

    void stepsAndSpeedAreThoseOfTheWholeRun()
    {
        RunInfo run = test::keptRun("a");
        run.step = 938;
        QCOMPARE(stepsText(run), u"938 of 2,345"_s);
        QCOMPARE(imagesPerSecond(run), 938 * 128 / 60.0);
        run.step = 0;
        QCOMPARE(imagesPerSecond(run), 0.0);
        run.step = 10;
        run.seconds = 0;
        QCOMPARE(imagesPerSecond(run), 0.0);
    }

    void aCheckpointSaysWhatIsSeen()
    {
        QCOMPARE(checkpointText({938, 2.0, false}),
                 u"Step 938, epoch 2.0 \u2013 the answer and the maps are those of these weights"_s);
    }

    void settingsThatDoNothingAreEmpty()
    {
        RunInfo run = test::keptRun("a");
        QCOMPARE(value(settingsOf(run), u"Momentum"_s), QString());
        QCOMPARE(value(settingsOf(run), u"Beta 1"_s), u"0.7"_s);
        QCOMPARE(value(settingsOf(run), u"Rotation"_s), QString());
        QCOMPARE(value(settingsOf(run), u"Until accuracy"_s), QString());
        run.options.optimizer = OptimizerKind::Nesterov;
        run.options.augmentation.rotation = 12;
        run.options.untilAccuracy = 0.99;
        run.options.frozen = {"conv1.weight", "conv1.bias"};
        run.data.validation = 0.1;
        QCOMPARE(value(settingsOf(run), u"Momentum"_s), u"0.7"_s);
        QCOMPARE(value(settingsOf(run), u"Beta 1"_s), QString());
        QCOMPARE(value(settingsOf(run), u"Rotation"_s), u"12"_s);
        QCOMPARE(value(settingsOf(run), u"Until accuracy"_s), u"99.00\u00a0%"_s);
        QCOMPARE(value(settingsOf(run), u"Frozen"_s), u"conv1.weight, conv1.bias"_s);
        QCOMPARE(value(settingsOf(run), u"Held out"_s), u"10\u00a0%"_s);
    }

    void figuresWaitForAnEvaluation()
    {
        RunInfo run = test::keptRun("a");
        QCOMPARE(value(figuresOf(run), u"Best"_s), u"99.00\u00a0%"_s);
        QCOMPARE(value(figuresOf(run), u"Validation accuracy"_s), QString());
        run.last.validated = run.best.validated = true;
        run.last.validationAccuracy = 0.9;
        run.best.validationAccuracy = 0.95;
        QCOMPARE(value(figuresOf(run), u"Validation accuracy"_s), u"90.00\u00a0%"_s);
        QCOMPARE(value(figuresOf(run), u"Best"_s), u"95.00\u00a0%"_s);
        run.last = run.best = {};
        QCOMPARE(value(figuresOf(run), u"Test accuracy"_s), QString());
        QCOMPARE(value(figuresOf(run), u"Best"_s), QString());
    }

    void whatCannotBeDoneSaysWhy_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("active");
        QTest::addColumn<bool>("trash");
        QTest::addColumn<bool>("resume");
        const auto row = [](const char* name, RunState state, const QString& active, bool trash,
                            bool resume) { QTest::newRow(name) << int(state) << active << trash << resume; };
        row("done", RunState::Done, {}, true, false);
        row("stopped", RunState::Stopped, {}, true, true);
        row("interrupted", RunState::Interrupted, {}, true, true);
        row("failed", RunState::Failed, {}, true, false);
        row("running here", RunState::Running, u"a"_s, false, false);
        row("running elsewhere", RunState::Running, {}, false, false);
        row("stopped while another is trained", RunState::Stopped, u"b"_s, true, false);
        row("its list is older than its training", RunState::Stopped, u"a"_s, false, false);
    }

    void whatCannotBeDoneSaysWhy()
    {
        QFETCH(int, state);
        QFETCH(QString, active);
        RunInfo run = test::keptRun("a");
        run.state = static_cast<RunState>(state);
        QTEST(trashProblem(run, active).isEmpty(), "trash");
        QTEST(resumeProblem(run, active).isEmpty(), "resume");
    }

    void weightsCanBeUsedAsSoonAsThereAreAny()
    {
        RunInfo run = test::keptRun("a");
        QVERIFY(useProblem(run, false).isEmpty());
        run.last = {};
        QVERIFY(!useProblem(run, false).isEmpty());
        QVERIFY(useProblem(run, true).isEmpty());
    }

    void aFailureIsToldInItsOwnWords()
    {
        RunInfo run = test::keptRun("a");
        QVERIFY(fateText(run).isEmpty());
        run.state = RunState::Failed;
        run.failure = "The loss is not finite: conv2 went first.";
        QCOMPARE(fateText(run), u"The loss is not finite: conv2 went first."_s);
        run.state = RunState::Interrupted;
        QVERIFY(fateText(run).contains(u"resumed"_s));
    }

private:
    static QString value(const std::vector<RunFact>& facts, const QString& name)
    {
        const auto fact = std::ranges::find(facts, name, &RunFact::name);
        return fact == facts.end() ? u"no such fact"_s : fact->value;
    }
};

GLYPHSCOPE_TEST(TstRunText, Core)
#include "tst_run_text.moc"
