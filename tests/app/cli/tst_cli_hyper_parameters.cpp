// SPDX-License-Identifier: GPL-3.0-or-later
// The hyper-parameters of `glyphscope train`, one by one: each reaches the run, each nonsense is refused.
#include "model/checkpoint/run_store.h"
#include "model/checkpoint/safetensors.h"
#include "tests/app/cli/program.h"
#include "tests/support/test_program.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <memory>
#include <string>
#include <vector>

using namespace glyphscope::test;
using glyphscope::RunInfo;
using namespace Qt::StringLiterals;

class TstCliHyperParameters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void hyperParametersAreTheRuns();
    void chosenImagesMakeTheEpoch();
    void distortionsAreTheRuns();
    void teachersAreTheRuns();
    void stepsDecayAsTold();
    void frozenParametersStay();
    void badHyperParameters_data();
    void badHyperParameters();

private:
    [[nodiscard]] Outcome train(const QStringList& more) const
    {
        return run(m_folder->path(),
                   QStringList{u"train"_s, u"--data"_s, u"."_s, u"--recipe"_s, u"sprint"_s} + more);
    }
    [[nodiscard]] glyphscope::RunStore runs() const
    {
        return glyphscope::RunStore(m_folder->filePath(u"runs"_s).toStdString());
    }
    [[nodiscard]] RunInfo onlyRun() const
    {
        const std::vector<RunInfo> all = runs().list();
        return all.size() == 1 ? all.front() : RunInfo();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstCliHyperParameters::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    writeBars(m_folder->path(), 300, 100);
}

void TstCliHyperParameters::hyperParametersAreTheRuns()
{
    const Outcome outcome = train({u"--optimizer"_s,
                                   u"nesterov"_s,
                                   u"--learning-rate"_s,
                                   u"0.01"_s,
                                   u"--schedule"_s,
                                   u"cosine"_s,
                                   u"--batch"_s,
                                   u"50"_s,
                                   u"--weight-decay"_s,
                                   u"0.002"_s,
                                   u"--momentum"_s,
                                   u"0.85"_s,
                                   u"--label-smoothing"_s,
                                   u"0.1"_s,
                                   u"--dropout"_s,
                                   u"0.25"_s,
                                   u"--freeze"_s,
                                   u"conv1.weight"_s,
                                   u"--freeze"_s,
                                   u"conv1.bias"_s,
                                   u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().at(0)[u"step"_s].toInt(), 6);
    const glyphscope::TrainOptions o = onlyRun().options;
    QCOMPARE(o.optimizer, glyphscope::OptimizerKind::Nesterov);
    QCOMPARE(o.schedule, glyphscope::ScheduleKind::Cosine);
    QCOMPARE(o.peakLearningRate, 0.01);
    QCOMPARE(o.batchSize, 50);
    QCOMPARE(o.weightDecay, 0.002);
    QCOMPARE(o.beta1, 0.85);
    QCOMPARE(o.labelSmoothing, 0.1);
    QCOMPARE(o.dropout, 0.25);
    QCOMPARE(o.frozen, (std::vector<std::string>{"conv1.weight", "conv1.bias"}));
    QCOMPARE(o.epochs, 1);  // as the recipe has it
}

void TstCliHyperParameters::chosenImagesMakeTheEpoch()
{
    const Outcome outcome =
        train({u"--optimizer"_s, u"muon"_s, u"--schedule"_s, u"linear"_s, u"--matrix-rate"_s, u"0.2"_s,
               u"--matrix-momentum"_s, u"0.6"_s, u"--select"_s, u"100"_s, u"--hard-share"_s, u"0.4"_s,
               u"--batch"_s, u"20"_s, u"--until"_s, u"1"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    QCOMPARE(outcome.json().at(0)[u"step"_s].toInt(), 5);
    const glyphscope::TrainOptions o = onlyRun().options;
    QCOMPARE(o.optimizer, glyphscope::OptimizerKind::Muon);
    QCOMPARE(o.schedule, glyphscope::ScheduleKind::Linear);
    QCOMPARE(o.matrixRate, 0.2);
    QCOMPARE(o.matrixMomentum, 0.6);
    QCOMPARE(o.selectImages, 100);
    QCOMPARE(o.hardShare, 0.4);
    QCOMPARE(o.evaluateEvery, 0);  // the end of so short an epoch is soon enough
}

void TstCliHyperParameters::distortionsAreTheRuns()
{
    const Outcome outcome =
        train({u"--rotation"_s, u"9"_s, u"--scale"_s, u"0.08"_s, u"--shear"_s, u"0.07"_s, u"--translation"_s,
               u"1.2"_s, u"--elastic"_s, u"0.6"_s, u"--elastic-smoothness"_s, u"5"_s, u"--averaging"_s,
               u"0.99"_s, u"--warm-up"_s, u"0.2"_s, u"--out"_s, u"distorted.safetensors"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const glyphscope::TrainOptions o = onlyRun().options;
    const glyphscope::Augmentation expected{.rotation = 9,
                                            .scale = 0.08,
                                            .shear = 0.07,
                                            .translation = 1.2,
                                            .elasticAlpha = 0.6,
                                            .elasticSigma = 5};
    QVERIFY(o.augmentation == expected);
    QCOMPARE(o.averaging, 0.99);
    QCOMPARE(o.warmup, 0.2);
    QCOMPARE(train({u"--out"_s, u"plain.safetensors"_s, u"--averaging"_s, u"0.99"_s, u"--warm-up"_s, u"0.2"_s,
                    u"--no-run"_s})
                 .status,
             0);
    const auto weights = [this](const QString& name) {
        return glyphscope::readSafetensors(m_folder->filePath(name).toStdString()).tensors;
    };
    QVERIFY(weights(u"distorted.safetensors"_s) != weights(u"plain.safetensors"_s));
}

void TstCliHyperParameters::teachersAreTheRuns()
{
    QCOMPARE(train({u"--network"_s, u"tiny"_s, u"--no-run"_s, u"--out"_s, u"teacher.safetensors"_s}).status,
             0);
    const Outcome outcome =
        train({u"--teacher"_s, u"teacher.safetensors"_s, u"--teacher"_s, u"./teacher.safetensors"_s,
               u"--teacher-temperature"_s, u"2.5"_s, u"--teacher-share"_s, u"0.75"_s, u"--json"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const std::string file =
        std::filesystem::absolute(m_folder->filePath(u"teacher.safetensors"_s).toStdString()).string();
    const glyphscope::Teaching expected{{file, file}, 2.5, 0.75};
    QVERIFY(onlyRun().options.teaching == expected);
    const Outcome missing = train({u"--teacher"_s, u"nobody.safetensors"_s, u"--no-run"_s});
    QCOMPARE(missing.status, 1);
    QVERIFY2(missing.err.contains("nobody.safetensors"), missing.err.constData());
}

void TstCliHyperParameters::stepsDecayAsTold()
{
    const Outcome outcome = train({u"--schedule"_s, u"step"_s, u"--epochs"_s, u"3"_s, u"--learning-rate"_s,
                                   u"0.01"_s, u"--decay-every"_s, u"1"_s, u"--decay-factor"_s, u"0.5"_s});
    QVERIFY2(outcome.status == 0, outcome.err.constData());
    const auto rates = runs().curves(onlyRun().id).steps.learningRate;
    QCOMPARE(rates.size(), std::size_t{9});
    QCOMPARE(rates.front(), 0.01F);
    QCOMPARE(rates[4], 0.005F);
    QCOMPARE(rates.back(), 0.0025F);
}

void TstCliHyperParameters::frozenParametersStay()
{
    QCOMPARE(train({u"--freeze"_s, u"conv1.weight"_s}).status, 0);
    const glyphscope::RunStore store = runs();
    const std::string id = onlyRun().id;
    const auto before = store.weights(id, 0).tensors;
    const auto after = store.weights(id, 3).tensors;
    QCOMPARE(before[0].name, std::string("conv1.weight"));
    QCOMPARE(after[0], before[0]);
    for (std::size_t i = 1; i < before.size(); ++i)
        QVERIFY2(after[i] != before[i], before[i].name.c_str());
}

void TstCliHyperParameters::badHyperParameters_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* option, const char* value, const char* says) {
        QTest::addRow("%s %s", option, value)
            << QStringList{QLatin1StringView(option), QLatin1StringView(value)} << QByteArray(says);
    };
    row("--optimizer", "adagrad", "sgd, nesterov, adam, adamw, muon");
    row("--schedule", "up", "one-cycle, constant, cosine, step, linear");
    row("--matrix-rate", "0", "--matrix-rate 0: expected a number");
    row("--matrix-momentum", "1", "--matrix-momentum 1");
    row("--select", "-5", "--select -5");
    row("--hard-share", "1.5", "--hard-share 1.5");
    row("--learning-rate", "0", "--learning-rate 0: expected a number");
    row("--learning-rate", "fast", "--learning-rate fast: expected a number");
    row("--batch", "1", "from 2 to 65,536");
    row("--batch", "12.5", "a whole number");
    row("--weight-decay", "-1", "--weight-decay -1");
    row("--momentum", "1", "--momentum 1");
    row("--label-smoothing", "1", "--label-smoothing 1");
    row("--dropout", "1", "--dropout 1");
    row("--rotation", "-1", "--rotation -1");
    row("--scale", "1", "--scale 1: expected a number");
    row("--elastic-smoothness", "0", "--elastic-smoothness 0");
    row("--averaging", "1", "--averaging 1");
    row("--warm-up", "0", "--warm-up 0");
    row("--decay-every", "0.5", "a whole number");
    row("--elastic-smoothness", "3", "--elastic-smoothness goes with --elastic PIXELS");
    row("--teacher-share", "0.5", "--teacher-share goes with --teacher FILE");
    row("--teacher-temperature", "3", "--teacher-temperature goes with --teacher FILE");
    row("--freeze", "conv3.weight", "conv2.weight, conv2.bias, fc1.weight");
    row("--validation", "0", "--validation 0");
    row("--ink-variations", "3", "--ink-variations goes with --ink FILE... or --not-digits FILE...");
    const auto idle = [](const char* name, const QString& with, const char* option, const char* says) {
        QTest::newRow(name) << with.split(u' ') + QStringList{QLatin1StringView(option), u"0.5"_s}
                            << QByteArray(says);
    };
    idle("matrices of adam", u"--optimizer adam"_s, "--matrix-rate",
         "--matrix-rate goes with --optimizer muon");
    idle("matrices of a recipe", u"--recipe standard"_s, "--matrix-momentum", "--matrix-momentum goes with");
    idle("steps of one cycle", u"--schedule one-cycle"_s, "--decay-factor",
         "--decay-factor goes with --schedule step");
    idle("way up of a cosine", u"--schedule cosine"_s, "--warm-up", "--warm-up goes with --schedule");
    idle("hard ones of all", u"--select 0"_s, "--hard-share", "--hard-share goes with --select N");
}

void TstCliHyperParameters::badHyperParameters()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, says);
    const Outcome outcome = train(options);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.startsWith("glyphscope: ") && outcome.err.contains(says), outcome.err.constData());
    QVERIFY(!QFile::exists(m_folder->filePath(u"runs"_s)));
}

GLYPHSCOPE_TEST(TstCliHyperParameters, Core)
#include "tst_cli_hyper_parameters.moc"
