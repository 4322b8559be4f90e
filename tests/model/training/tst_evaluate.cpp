// SPDX-License-Identifier: GPL-3.0-or-later
// What an evaluation says image by image, by the rule noted beside the weights.
#include "model/network/detail/resources.h"
#include "model/types/answer_rule.h"
#include "tests/model/training/bars.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <stop_token>

using namespace glyphscope;
using namespace glyphscope::test;

namespace {

/// Of a network that has only begun to learn: sure of some and not of others.
const StateDict& weights()
{
    static const StateDict result = [] {
        Recorder recorder;
        recorder.stopAt = 12;
        return run(quickOptions(), recorder).weights;
    }();
    return result;
}

/// Bars of which every tenth is labelled wrongly.
Dataset data()
{
    Dataset result = bars(200, 2);
    for (std::size_t i = 0; i < result.size(); i += 10)
        result.labels[i] = static_cast<std::uint8_t>((result.labels[i] + 1) % 10);
    return result;
}

Evaluation evaluated(const AnswerRule& rule)
{
    StateDict withRule = weights();
    putAnswerRule(rule, withRule);
    return evaluate(withRule, data(), "cpu", {});
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

}  // namespace

class TstEvaluate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTemperatureMovesConfidenceAlone();
    void confidenceAndTruthAreOneSoftmax();
    void evidenceIsThere();
    void imagesStayInOrderOnSeveralThreads();
};

void TstEvaluate::theTemperatureMovesConfidenceAlone()
{
    const Evaluation plain = evaluated({});
    const Evaluation warm = evaluated({.temperature = 3, .leastEvidence = 1000});
    QCOMPARE(warm.answers, plain.answers);
    QCOMPARE(warm.confusion, plain.confusion);
    QCOMPARE(warm.evidence, plain.evidence);
    QVERIFY(near(warm.loss, plain.loss, 1e-9));
    double plainSum = 0;
    double warmSum = 0;
    for (std::size_t i = 0; i < 200; ++i) {
        QVERIFY(warm.confidence[i] <= plain.confidence[i] + 1e-6F);
        plainSum += static_cast<double>(plain.confidence[i]);
        warmSum += static_cast<double>(warm.confidence[i]);
    }
    QVERIFY(warmSum < plainSum - 2);
    double loss = 0;  // the plain one is the mean of what the plain probabilities say
    for (const float p : plain.truthProbability)
        loss -= std::log(static_cast<double>(p)) / 200;
    QVERIFY(near(loss, plain.loss, 1e-5));
}

void TstEvaluate::confidenceAndTruthAreOneSoftmax()
{
    const Evaluation warm = evaluated({.temperature = 3, .leastEvidence = {}});
    const Dataset labelled = data();
    bool both[2]{};
    for (std::size_t i = 0; i < 200; ++i) {
        const bool right = warm.answers[i] == labelled.labels[i];
        both[right ? 1 : 0] = true;
        QCOMPARE(warm.confidence[i] == warm.truthProbability[i], right);
    }
    QVERIFY(both[0] && both[1]);
}

void TstEvaluate::evidenceIsThere()
{
    const Evaluation plain = evaluated({});
    QCOMPARE(plain.evidence.size(), std::size_t{200});
    const auto [low, high] = std::minmax_element(plain.evidence.begin(), plain.evidence.end());
    QVERIFY(std::isfinite(*low) && *high > *low);
    StateDict shifted = weights();
    for (NamedTensor& tensor : shifted.tensors)
        if (tensor.name == "fc2.bias")
            for (float& value : tensor.values)
                value += 2;  // all logits
    const Evaluation more = evaluate(shifted, data(), "cpu", {});
    for (std::size_t i = 0; i < 200; ++i)
        QVERIFY(
            near(static_cast<double>(more.evidence[i]), static_cast<double>(plain.evidence[i]) + 2, 1e-4));
    QCOMPARE(more.answers, plain.answers);
}

void TstEvaluate::imagesStayInOrderOnSeveralThreads()
{
    const Dataset many = bars(1110, 7);
    limitAvailableThreads(1);
    const Evaluation alone = evaluate(weights(), many, "cpu", {});
    limitAvailableThreads(std::numeric_limits<int>::max());
    const Evaluation together = evaluate(weights(), many, "cpu", {});
    QCOMPARE(alone.count, 1110);
    QCOMPARE(together.count, 1110);
    QCOMPARE(together.answers, alone.answers);
    QCOMPARE(together.evidence, alone.evidence);
    QCOMPARE(together.confusion, alone.confusion);
    QCOMPARE(together.loss, alone.loss);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(evaluate(weights(), many, "cpu", stop.get_token()).count, 0);
}

GLYPHSCOPE_TEST(TstEvaluate, Core)
#include "tst_evaluate.moc"
