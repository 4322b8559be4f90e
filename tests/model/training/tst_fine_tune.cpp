// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/fine_tune.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

using namespace glyphscope;
using namespace glyphscope::test;

using FineTuneChange = std::function<void(StateDict&, Dataset&, TrainTest&, FineTuneOptions&)>;
Q_DECLARE_METATYPE(FineTuneChange)

namespace {

/// Bars that stand upright: a hand that the network has never seen.
Dataset uprightBars(std::size_t count, unsigned seed)
{
    Dataset data = bars(count, seed);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t y = 0; y < kGlyphSide; ++y)
            for (std::size_t x = 0; x < y; ++x)
                std::swap(data.images[i * kGlyphPixels + y * kGlyphSide + x],
                          data.images[i * kGlyphPixels + x * kGlyphSide + y]);
    return data;
}

/// A network that reads lying bars.
const StateDict& trained()
{
    static const StateDict weights = [] {
        Recorder recorder;
        return run(quickOptions(), recorder).weights;
    }();
    return weights;
}

FineTuneOptions quickFineTune()
{
    FineTuneOptions options;
    options.steps = 40;
    options.batchSize = 32;
    options.sampleShare = 0.5;
    options.learningRate = 2e-3;
    options.freezing = Freezing::Named;
    options.augmentation = {.rotation = 3, .translation = 0.5};
    options.seed = 7;
    return options;
}

FineTuneResult tune(Recorder& recorder, const Dataset& samples, const FineTuneOptions& options,
                    const TrainTest& replay = barSets())
{
    return fineTune(trained(), samples, replay, options, recorder.stop.get_token(), recorder);
}

double testAccuracy(const StateDict& weights, const Dataset& data)
{
    return evaluate(weights, data, "cpu", {}).accuracy();
}

/// Wants a snapshot before every step and counts how often it was asked to wait.
class Watcher final : public Recorder {
public:
    void waitForTurn(std::stop_token) override { ++turns; }
    std::size_t turns = 0;
};

}  // namespace

class TstFineTune : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsTheSamplesAndForgetsNothing();
    void reportIsWhatEvaluationSays();
    void theRuleOfTheWeightsStays();
    void sameSeedSameWeights();
    void frozenParametersKeepTheirBits();
    void everythingFrozenChangesNothing();
    void freezingFollowsTheNetwork_data();
    void freezingFollowsTheNetwork();
    void stoppedItGivesBackTheWeights_data();
    void stoppedItGivesBackTheWeights();
    void snapshotsAndTurnsComeBeforeEveryStep();
    void worksWithoutATrainingSet();
    void fewSamplesAreNotHeldOut();
    void samplesOfOneClassLeaveTheOthersAlone();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
};

void TstFineTune::learnsTheSamplesAndForgetsNothing()
{
    const Dataset others = uprightBars(200, 12);
    QVERIFY(testAccuracy(trained(), others) < 0.5);
    Recorder recorder;
    const FineTuneResult result = tune(recorder, uprightBars(50, 11), quickFineTune());
    const FineTuneReport& report = result.report;
    QVERIFY(!result.stopped);
    QCOMPARE(report.samples, 40);
    QCOMPARE(report.heldOutBefore.count, 10);
    QVERIFY(report.heldOutBefore.accuracy() < 0.5);
    QVERIFY(report.heldOutAfter.accuracy() > 0.85);
    QVERIFY(testAccuracy(result.weights, others) > 0.9);
    QVERIFY(report.testAfter.accuracy() >= report.testBefore.accuracy() - 0.01);
    QVERIFY(report.seconds > 0);
    QCOMPARE(recorder.steps.size(), std::size_t(40));
    QCOMPARE(recorder.steps.back().step, 40);
    QCOMPARE(recorder.steps.back().totalSteps, 40);
    QVERIFY(recorder.steps.back().loss < recorder.steps.front().loss);
    QVERIFY(recorder.steps.front().gradientNorm > 0);
}

void TstFineTune::reportIsWhatEvaluationSays()
{
    Recorder recorder;
    FineTuneOptions options = quickFineTune();
    options.heldOut = 0;
    const Dataset samples = uprightBars(30, 11);
    const FineTuneResult result = tune(recorder, samples, options);
    const FineTuneReport& report = result.report;
    QCOMPARE(report.testBefore.correct, evaluate(trained(), barSets().test, "cpu", {}).correct);
    QCOMPARE(report.testAfter.correct, evaluate(result.weights, barSets().test, "cpu", {}).correct);
    QCOMPARE(report.trainedAfter.correct, evaluate(result.weights, samples, "cpu", {}).correct);
    QCOMPARE(report.testAfter.count, 200);
    QCOMPARE(report.trainedAfter.count, 30);
    QCOMPARE(report.heldOutAfter.count, 0);
}

void TstFineTune::theRuleOfTheWeightsStays()
{
    QCOMPARE(answerRuleOf(trained()), AnswerRule());  // a new training has none
    StateDict weights = trained();
    const AnswerRule rule{.temperature = 4, .leastEvidence = 1.25};
    putAnswerRule(rule, weights);
    Recorder recorder;
    recorder.wantSnapshots = true;
    FineTuneOptions options = quickFineTune();
    options.steps = 4;
    const FineTuneResult result =
        fineTune(weights, uprightBars(50, 11), barSets(), options, recorder.stop.get_token(), recorder);
    QCOMPARE(answerRuleOf(result.weights), rule);
    QCOMPARE(answerRuleOf(recorder.snapshots.back()), rule);
    QCOMPARE(result.report.testAfter.confidence,
             evaluate(result.weights, barSets().test, "cpu", {}).confidence);
}

void TstFineTune::sameSeedSameWeights()
{
    Recorder recorder;
    FineTuneOptions options = quickFineTune();
    options.steps = 8;
    const Dataset samples = uprightBars(50, 11);
    const StateDict first = tune(recorder, samples, options).weights;
    QVERIFY(tune(recorder, samples, options).weights == first);
    QVERIFY(first.tensors != trained().tensors);
    options.seed = 8;
    QVERIFY(tune(recorder, samples, options).weights.tensors != first.tensors);
}

void TstFineTune::frozenParametersKeepTheirBits()
{
    const std::vector<std::string> frozen{"conv1.weight", "conv1.bias", "fc2.weight"};
    for (const TrainTest& replay : {barSets(), TrainTest{}}) {
        Recorder recorder;
        FineTuneOptions options = quickFineTune();
        options.steps = 5;
        options.frozen = frozen;
        const StateDict weights = tune(recorder, uprightBars(50, 11), options, replay).weights;
        for (const NamedTensor& tensor : weights.tensors) {
            const bool kept = std::ranges::find(frozen, tensor.name) != frozen.end();
            QCOMPARE(tensor.values == trained().find(tensor.name)->values, kept);
        }
    }
}

void TstFineTune::everythingFrozenChangesNothing()
{
    Recorder recorder;
    FineTuneOptions options = quickFineTune();
    options.steps = 3;
    for (const NamedTensor& tensor : trained().tensors)
        options.frozen.push_back(tensor.name);
    const FineTuneResult result = tune(recorder, uprightBars(50, 11), options);
    QVERIFY(result.weights.tensors == trained().tensors);
    QCOMPARE(recorder.steps.size(), std::size_t(3));
}

void TstFineTune::freezingFollowsTheNetwork_data()
{
    QTest::addColumn<int>("freezing");
    QTest::addColumn<QString>("changed");
    const auto row = [](const char* name, Freezing freezing, const char* changed) {
        QTest::newRow(name) << static_cast<int>(freezing) << QString::fromLatin1(changed);
    };
    row("nothing", Freezing::Nothing,
        "conv1.weight conv1.bias conv2.weight conv2.bias fc1.weight fc1.bias fc2.weight fc2.bias");
    row("convolutions", Freezing::Convolutions, "fc1.weight fc1.bias fc2.weight fc2.bias");
    row("all but the last", Freezing::AllButLast, "fc2.weight fc2.bias");
}

void TstFineTune::freezingFollowsTheNetwork()
{
    QFETCH(int, freezing);
    Recorder recorder;
    FineTuneOptions options = quickFineTune();
    options.steps = 5;
    options.freezing = static_cast<Freezing>(freezing);
    const StateDict weights = tune(recorder, uprightBars(50, 11), options).weights;
    QStringList changed;
    for (const NamedTensor& tensor : weights.tensors)
        if (tensor.values != trained().find(tensor.name)->values)
            changed << QString::fromStdString(tensor.name);
    QTEST(changed.join(u' '), "changed");
}

void TstFineTune::stoppedItGivesBackTheWeights_data()
{
    QTest::addColumn<int>("stopAt");
    QTest::newRow("before it began") << 0;
    QTest::newRow("in the middle") << 5;
    QTest::newRow("after the last step") << 40;
}

void TstFineTune::stoppedItGivesBackTheWeights()
{
    QFETCH(int, stopAt);
    Recorder recorder;
    recorder.stopAt = stopAt;
    if (stopAt == 0)
        recorder.stop.request_stop();
    const FineTuneResult result = tune(recorder, uprightBars(50, 11), quickFineTune());
    QVERIFY(result.stopped);
    QCOMPARE(recorder.steps.size(), static_cast<std::size_t>(stopAt));
    QVERIFY(result.weights == trained());
}

void TstFineTune::snapshotsAndTurnsComeBeforeEveryStep()
{
    Watcher watcher;
    watcher.wantSnapshots = true;
    FineTuneOptions options = quickFineTune();
    options.steps = 4;
    const FineTuneResult result = tune(watcher, uprightBars(50, 11), options);
    QCOMPARE(watcher.turns, std::size_t(4));
    QCOMPARE(watcher.snapshots.size(), std::size_t(4));
    QVERIFY(watcher.snapshots.front().tensors == trained().tensors);
    QVERIFY(watcher.snapshots.back().tensors != trained().tensors);
    QVERIFY(watcher.snapshots.back().tensors != result.weights.tensors);
}

void TstFineTune::worksWithoutATrainingSet()
{
    Recorder recorder;
    const FineTuneOptions options = quickFineTune();
    const FineTuneResult result = tune(recorder, uprightBars(50, 11), options, {});
    const FineTuneReport& report = result.report;
    QCOMPARE(report.testBefore.count, 0);
    QCOMPARE(report.testAfter.count, 0);
    QVERIFY(report.heldOutAfter.correct > report.heldOutBefore.correct);
    QVERIFY(report.trainedAfter.accuracy() > report.trainedBefore.accuracy() + 0.3);
}

void TstFineTune::fewSamplesAreNotHeldOut()
{
    Dataset samples = uprightBars(50, 11);  // five of each class: of 3 and 7 take two
    Dataset fewer;
    fewer.classes = ClassSet::digits();
    std::vector<int> taken(10);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const std::uint8_t label = samples.labels[i];
        if ((label == 3 || label == 7) && ++taken[label] > 2)
            continue;
        fewer.labels.push_back(label);
        const auto image = samples.images.begin() + static_cast<std::ptrdiff_t>(i * kGlyphPixels);
        fewer.images.insert(fewer.images.end(), image, image + kGlyphPixels);
    }
    Recorder recorder;
    FineTuneOptions options = quickFineTune();
    options.steps = 1;
    options.heldOut = 0.5;
    const FineTuneReport report = tune(recorder, fewer, options).report;
    for (std::size_t k = 0; k < 10; ++k) {
        const auto row = report.heldOutBefore.confusion.begin() + static_cast<std::ptrdiff_t>(k * 10);
        QCOMPARE(std::accumulate(row, row + 10, std::int64_t{0}), k == 3 || k == 7 ? 0 : 3);
    }
    QCOMPARE(report.samples + report.heldOutBefore.count, 44);
}

void TstFineTune::samplesOfOneClassLeaveTheOthersAlone()
{
    const Dataset all = uprightBars(100, 11);
    Dataset threes;
    threes.classes = ClassSet::digits();
    for (std::size_t i = 3; i < all.size(); i += 10) {
        threes.labels.push_back(3);
        const auto image = all.images.begin() + static_cast<std::ptrdiff_t>(i * kGlyphPixels);
        threes.images.insert(threes.images.end(), image, image + kGlyphPixels);
    }
    Recorder recorder;
    const FineTuneReport report = tune(recorder, threes, quickFineTune()).report;
    QCOMPARE(report.trainedAfter.accuracy(), 1.0);
    QVERIFY(report.testAfter.accuracy() >= report.testBefore.accuracy() - 0.01);
}

void TstFineTune::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<FineTuneChange>("change");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const char16_t* named, FineTuneChange change) {
        QTest::newRow(name) << change << QString::fromUtf16(named);
    };
    using W = StateDict;
    using D = Dataset;
    using T = TrainTest;
    using O = FineTuneOptions;
    row("no samples", u"no samples", [](W&, D& d, T&, O&) { d = {}; });
    row("half a sample", u"incomplete", [](W&, D& d, T&, O&) { d.images.pop_back(); });
    row("label beyond", u"Sample 3 is labelled 10", [](W&, D& d, T&, O&) { d.labels[2] = 10; });
    row("training set of other classes", u"training set has a label 11",
        [](W&, D&, T& t, O&) { t.train.labels[5] = 11; });
    row("test set of other classes", u"test set has a label 11",
        [](W&, D&, T& t, O&) { t.test.labels[5] = 11; });
    row("no steps", u"steps", [](W&, D&, T&, O& o) { o.steps = 0; });
    row("batch of one", u"batch", [](W&, D&, T&, O& o) { o.batchSize = 1; });
    row("no share", u"share", [](W&, D&, T&, O& o) { o.sampleShare = 0; });
    row("no rate", u"learning rate",
        [](W&, D&, T&, O& o) { o.learningRate = std::numeric_limits<double>::quiet_NaN(); });
    row("most held out", u"held out", [](W&, D&, T&, O& o) { o.heldOut = 0.9; });
    row("unknown parameter", u"conv9.weight", [](W&, D&, T&, O& o) { o.frozen = {"conv9.weight"}; });
    row("no such device", u"device", [](W&, D&, T&, O& o) { o.device = "abacus"; });
    row("no network", u"fc2.bias", [](W& w, D&, T&, O&) { w = {}; });
    row("damaged weights", u"not finite at step 1",
        [](W& w, D&, T&, O&) { w.tensors.back().values[0] = std::numeric_limits<float>::infinity(); });
}

void TstFineTune::whatMakesNoSenseIsRefused()
{
    QFETCH(FineTuneChange, change);
    QFETCH(QString, named);
    StateDict weights = trained();
    Dataset samples = uprightBars(50, 11);
    TrainTest replay = barSets();
    FineTuneOptions options = quickFineTune();
    change(weights, samples, replay, options);
    Recorder recorder;
    try {
        (void)fineTune(weights, samples, replay, options, {}, recorder);
        QFAIL("it was taken");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(named), error.what());
    }
}

GLYPHSCOPE_TEST(TstFineTune, Core)
#include "tst_fine_tune.moc"
