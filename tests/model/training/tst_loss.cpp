// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/resources.h"
#include "model/training/detail/batches.h"
#include "model/training/detail/loss.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;
using namespace glyphscope::test;

class TstLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutNoClassItIsCrossEntropy();
    void noClassIsAClassWhoseLogitIsZero();
    void countsWhatIsRight();
    void knowsWhetherAnImageIsNoClass();
    void teachesWhatIsNoClass();
    void noClassIsForTrainingSetsAlone();
};

namespace {

torch::Tensor logits()
{
    return torch::tensor({{2.0F, -1.0F, 0.5F}, {-3.0F, -2.0F, -4.0F}});
}

/// Images of grey noise, none of the classes.
Dataset noise(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    Dataset data;
    data.classes = ClassSet::digits();
    data.labels.assign(count, kNoClass);
    for (std::size_t i = 0; i < count * kGlyphPixels; ++i)
        data.images.push_back(static_cast<std::uint8_t>(random() % 256));
    return data;
}

float meanEvidence(const StateDict& weights, const Dataset& data)
{
    const torch::InferenceMode inference;
    Network network = networkToLoad(shippedNetwork(10));
    loadStateDict(network, weights);
    const TensorSet set = toTensors(data, torch::kCPU);
    return torch::logsumexp(
               network.forward(normalizePixels(set.images.to(torch::kFloat), network.spec().input)), 1)
        .mean()
        .item<float>();
}

}  // namespace

void TstLoss::withoutNoClassItIsCrossEntropy()
{
    const torch::Tensor labels = torch::tensor({2, 1}, torch::kLong);
    const Loss loss{0.1, false};
    const auto expected =
        torch::cross_entropy_loss(logits(), labels, {}, at::Reduction::Mean, -100, 0.1).item<double>();
    QCOMPARE(loss(logits(), labels).item<double>(), expected);
}

void TstLoss::noClassIsAClassWhoseLogitIsZero()
{
    const Loss loss{0, true};
    const torch::Tensor labels = torch::tensor({0, int{kNoClass}}, torch::kLong);
    const double first = std::log(std::exp(2.0) + std::exp(-1.0) + std::exp(0.5) + 1) - 2;
    const double second = std::log(std::exp(-3.0) + std::exp(-2.0) + std::exp(-4.0) + 1);
    QVERIFY(std::abs(loss(logits(), labels).item<double>() - (first + second) / 2) < 1e-6);
}

void TstLoss::countsWhatIsRight()
{
    const auto count = [](const Loss& loss, std::vector<std::int64_t> labels) {
        return loss.right(logits(), torch::tensor(labels));
    };
    QCOMPARE(count({0, false}, {0, 1}), 2);
    QCOMPARE(count({0, false}, {1, 1}), 1);
    QCOMPARE(count({0, true}, {0, 1}), 1);  // nothing speaks for the second, so 1 is wrong
    QCOMPARE(count({0, true}, {0, kNoClass}), 2);
    QCOMPARE(count({0, true}, {kNoClass, kNoClass}), 1);
}

void TstLoss::knowsWhetherAnImageIsNoClass()
{
    Dataset data = bars(20, 1);
    QVERIFY(!hasNoClass(data));
    data.labels[7] = kNoClass;
    QVERIFY(hasNoClass(data));
    data.classes = ClassSet::numbered(256);  // then it is a class
    QVERIFY(!hasNoClass(data));
}

void TstLoss::teachesWhatIsNoClass()
{
    const TrainTest plain = barSets();
    TrainTest taught = barSets();
    const Dataset none = noise(160, 3);
    taught.train.images.insert(taught.train.images.end(), none.images.begin(), none.images.end());
    taught.train.labels.insert(taught.train.labels.end(), none.labels.begin(), none.labels.end());
    Recorder recorder;
    Recorder other;
    TrainOptions options = quickOptions();
    options.epochs = 6;
    const TrainResult result = train(taught, options, {}, {}, recorder);
    QVERIFY(result.test.accuracy() > 0.95);
    QVERIFY(recorder.epochs.back().trainAccuracy > 0.9);  // of digits and of what is none
    QCOMPARE(answerRuleOf(result.weights), (AnswerRule{.temperature = 1, .leastEvidence = 0}));
    const StateDict untaught = train(plain, options, {}, {}, other).weights;
    QCOMPARE(answerRuleOf(untaught), AnswerRule());
    const Dataset unseen = noise(50, 4);
    QVERIFY(meanEvidence(result.weights, unseen) < 0);
    QVERIFY(meanEvidence(result.weights, plain.test) > 1);
    QVERIFY(meanEvidence(untaught, unseen) > meanEvidence(result.weights, unseen));
}

void TstLoss::noClassIsForTrainingSetsAlone()
{
    Recorder recorder;
    for (const bool validation : {false, true}) {
        TrainTest data = barSets();
        data.validation = bars(20, 3);
        (validation ? data.validation : data.test).labels[3] = kNoClass;
        QVERIFY_THROWS_EXCEPTION(Error, (void)train(data, quickOptions(), {}, {}, recorder));
    }
    QVERIFY(recorder.steps.empty());
}

GLYPHSCOPE_TEST(TstLoss, Core)
#include "tst_loss.moc"
