// SPDX-License-Identifier: GPL-3.0-or-later
// Both readers answer by the rule that is noted beside their weights.
#include "model/network/detail/network.h"
#include "model/recognition/cpu_recognizer.h"
#include "model/recognition/torch_recognizer.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;

namespace {

Glyph bar()
{
    Glyph glyph{};
    for (std::size_t y = 5; y < 23; ++y)
        for (std::size_t x = 13; x < 16; ++x)
            glyph[y * kGlyphSide + x] = 255;
    return glyph;
}

StateDict weightsWith(const AnswerRule& rule)
{
    torch::manual_seed(3);
    StateDict weights = stateDict(Network());
    putAnswerRule(rule, weights);
    return weights;
}

/// A hook that fills fc2's output: evidence 50 + ln 10.
HookSpec manyLogits()
{
    HookSpec hook;
    hook.kind = HookKind::Forward;
    hook.module = "fc2";
    hook.action = HookAction::Fill;
    hook.amount = 50;
    return hook;
}

}  // namespace

class TstAnswerByRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTemperatureDividesTheLogits_data() { readers(); }
    void theTemperatureDividesTheLogits();
    void littleEvidenceIsNoDigit_data() { readers(); }
    void littleEvidenceIsNoDigit();
    void answersWithoutHooksGoByTheRuleToo();
    void aRuleWithoutSenseIsRefused_data() { readers(); }
    void aRuleWithoutSenseIsRefused();

private:
    static void readers()
    {
        QTest::addColumn<bool>("torch");
        QTest::newRow("without LibTorch") << false;
        QTest::newRow("LibTorch") << true;
    }
    static std::unique_ptr<Recognizer> reader(const StateDict& weights)
    {
        QFETCH(bool, torch);
        return torch ? makeTorchRecognizer(weights, "cpu") : makeCpuRecognizer(weights);
    }
};

void TstAnswerByRule::theTemperatureDividesTheLogits()
{
    const auto recognizer = reader(weightsWith({.temperature = 0.05, .leastEvidence = {}}));
    const Prediction answer = recognizer->predict(bar());
    double sum = 0;
    for (const float logit : answer.logits)
        sum += std::exp(static_cast<double>(logit) / 0.05);
    for (std::size_t k = 0; k < 10; ++k)
        QVERIFY(std::abs(static_cast<double>(answer.probabilities[k]) -
                         std::exp(static_cast<double>(answer.logits[k]) / 0.05) / sum) < 1e-5);
    const Prediction plain = reader(weightsWith({}))->predict(bar());
    QCOMPARE(answer.logits, plain.logits);
    QVERIFY(answer.probabilities[static_cast<std::size_t>(answer.best)] >
            plain.probabilities[static_cast<std::size_t>(plain.best)] + 0.05F);
    QCOMPARE(recognizer->read(bar()).prediction.probabilities, answer.probabilities);
}

void TstAnswerByRule::littleEvidenceIsNoDigit()
{
    const Prediction plain = reader(weightsWith({}))->predict(bar());
    QVERIFY(plain.verdict == Verdict::Unsure);
    const double evidence = static_cast<double>(plain.evidence);
    const auto strict = reader(weightsWith({.temperature = 1, .leastEvidence = evidence + 0.01}));
    QVERIFY(strict->predict(bar()).verdict == Verdict::NotADigit);
    QVERIFY(strict->read(bar()).prediction.verdict == Verdict::NotADigit);
    QCOMPARE(strict->predict(bar()).best, plain.best);
    const auto lenient = reader(weightsWith({.temperature = 1, .leastEvidence = evidence - 0.01}));
    QVERIFY(lenient->predict(bar()).verdict == Verdict::Unsure);
}

void TstAnswerByRule::answersWithoutHooksGoByTheRuleToo()
{
    const StateDict weights = weightsWith({.temperature = 1, .leastEvidence = 40});
    const auto recognizer =
        makeCpuRecognizer(weights, [weights] { return makeTorchRecognizer(weights, "cpu"); });
    recognizer->setHooks({manyLogits()});
    const Reading reading = recognizer->read(bar());
    QVERIFY(std::abs(reading.prediction.evidence - (50 + std::log(10.0F))) < 1e-3F);
    QVERIFY(reading.prediction.verdict == Verdict::Unsure);
    QVERIFY(reading.withoutHooks && reading.withoutHooks->verdict == Verdict::NotADigit);
    QVERIFY(recognizer->predict(bar()).verdict == Verdict::Unsure);
}

void TstAnswerByRule::aRuleWithoutSenseIsRefused()
{
    StateDict weights = weightsWith({});
    weights.metadata[kTemperatureKey] = "0";
    QVERIFY_THROWS_EXCEPTION(Error, (void)reader(weights));
}

GLYPHSCOPE_TEST(TstAnswerByRule, Core)
#include "tst_answer_by_rule.moc"
