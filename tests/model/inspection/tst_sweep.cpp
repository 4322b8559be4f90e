// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/torch_inspector.h"
#include "model/types/answer_rule.h"
#include "tests/model/inspection/figures.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <cmath>

using namespace glyphscope;
using test::Figures;

namespace {

const ChannelEffect& effectOf(const ChannelSweep& sweep, int channel)
{
    return *std::find_if(sweep.effects.begin(), sweep.effects.end(),
                         [channel](const ChannelEffect& effect) { return effect.channel == channel; });
}

}  // namespace

class TstSweep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_inspector = makeTorchInspector(m_weights, "cpu"); }
    void init() { m_inspector->setHooks({}); }
    void sweepEqualsZeroedWeights_data();
    void sweepEqualsZeroedWeights();
    void sweepOfFlattenEqualsZeroedColumns();
    void sweepIsSortedAndWhole_data();
    void sweepIsSortedAndWhole();
    void hooksTakePartInSweeps();
    void probabilitiesAreThoseOfTheAnswer();

private:
    const Figures m_figures;
    const StateDict m_weights = test::shippedWeights();
    std::unique_ptr<Inspector> m_inspector;
};

void TstSweep::sweepEqualsZeroedWeights_data()
{
    QTest::addColumn<QString>("swept");
    QTest::addColumn<QString>("zeroed");
    QTest::addColumn<int>("channels");
    QTest::newRow("conv1") << QStringLiteral("conv1") << QStringLiteral("conv1") << 32;
    QTest::newRow("pool1") << QStringLiteral("pool1") << QStringLiteral("conv1") << 32;
    QTest::newRow("conv2") << QStringLiteral("conv2") << QStringLiteral("conv2") << 64;
    QTest::newRow("relu2") << QStringLiteral("relu2") << QStringLiteral("conv2") << 64;
    QTest::newRow("fc1") << QStringLiteral("fc1") << QStringLiteral("fc1") << 256;
    QTest::newRow("fc2") << QStringLiteral("fc2") << QStringLiteral("fc2") << 10;
}

void TstSweep::sweepEqualsZeroedWeights()
{
    QFETCH(QString, swept);
    QFETCH(QString, zeroed);
    QFETCH(int, channels);
    const Glyph glyph = m_figures.glyph("four");
    const ChannelSweep sweep = m_inspector->sweepChannels(glyph, swept.toStdString(), {});
    QCOMPARE(sweep.module, swept.toStdString());
    QCOMPARE(sweep.best, 4);
    QCOMPARE(static_cast<int>(sweep.effects.size()), channels);
    for (const int channel : {0, channels / 2, channels - 1, sweep.effects[0].channel}) {
        const StateDict weights = test::withoutChannel(m_weights, zeroed.toStdString(), channel);
        // what a network that never had the channel answers before anything is swept
        const ChannelSweep without = makeTorchInspector(weights, "cpu")->sweepChannels(glyph, "fc2", {});
        const ChannelEffect& effect = effectOf(sweep, channel);
        QVERIFY(test::largestDifference(effect.probabilities, without.before) <= 1e-5);
        QCOMPARE(effect.best, without.best);
    }
    QVERIFY(sweep.effects[0].move > 0.001);
}

void TstSweep::sweepOfFlattenEqualsZeroedColumns()
{
    const Glyph glyph = m_figures.glyph("four");
    const ChannelSweep sweep = m_inspector->sweepChannels(glyph, "flatten", {});
    QCOMPARE(sweep.effects.size(), std::size_t{3136});
    const int value = sweep.effects[0].channel;
    StateDict weights = m_weights;
    for (NamedTensor& tensor : weights.tensors)
        if (tensor.name == "fc1.weight")
            for (std::size_t row = 0; row < 256; ++row)
                tensor.values[row * 3136 + static_cast<std::size_t>(value)] = 0;
    const ChannelSweep without = makeTorchInspector(weights, "cpu")->sweepChannels(glyph, "fc2", {});
    QVERIFY(test::largestDifference(sweep.effects[0].probabilities, without.before) <= 1e-5);
}

void TstSweep::sweepIsSortedAndWhole_data()
{
    QTest::addColumn<QString>("module");
    for (const ModuleInfo& module : m_inspector->describe().modules)
        if (!module.name.empty())
            QTest::newRow(module.name.c_str()) << QString::fromStdString(module.name);
}

void TstSweep::sweepIsSortedAndWhole()
{
    QFETCH(QString, module);
    const ChannelSweep sweep = m_inspector->sweepChannels(m_figures.glyph("three"), module.toStdString(), {});
    std::vector<int> channels;
    for (const ChannelEffect& effect : sweep.effects) {
        channels.push_back(effect.channel);
        double move = 0;
        double sum = 0;
        for (std::size_t k = 0; k < effect.probabilities.size(); ++k) {
            move += std::abs(static_cast<double>(effect.probabilities[k]) - sweep.before[k]) / 2;
            sum += effect.probabilities[k];
        }
        QVERIFY(std::abs(effect.move - move) <= 1e-9);
        QVERIFY(std::abs(sum - 1) <= 1e-5);
    }
    QVERIFY(std::is_sorted(sweep.effects.begin(), sweep.effects.end(),
                           [](const ChannelEffect& a, const ChannelEffect& b) { return a.move > b.move; }));
    std::sort(channels.begin(), channels.end());
    for (std::size_t i = 0; i < channels.size(); ++i)
        QCOMPARE(channels[i], static_cast<int>(i));
}

void TstSweep::hooksTakePartInSweeps()
{
    HookSpec hook = test::hookOn("conv2", HookKind::Forward, HookAction::Zero);
    hook.channel = 20;
    m_inspector->setHooks({hook});
    const ChannelSweep sweep = m_inspector->sweepChannels(m_figures.glyph("four"), "conv2", {});
    QVERIFY(effectOf(sweep, 20).move <= 1e-6);  // gone already
    m_inspector->setHooks({test::hookOn("fc2", HookKind::Forward, HookAction::Zero)});
    const ChannelSweep even = m_inspector->sweepChannels(m_figures.glyph("four"), "conv1", {});
    QCOMPARE(even.effects[0].move, 0.0);
    QVERIFY(std::abs(even.before[3] - 0.1F) <= 1e-6F);
}

void TstSweep::probabilitiesAreThoseOfTheAnswer()
{
    StateDict weights = m_weights;
    putAnswerRule({.temperature = 5, .leastEvidence = {}}, weights);
    const Glyph glyph = m_figures.glyph("four");
    const auto inspector = makeTorchInspector(weights, "cpu");
    const ChannelSweep warm = inspector->sweepChannels(glyph, "fc2", {});
    putAnswerRule({}, weights);
    const ChannelSweep plain = makeTorchInspector(weights, "cpu")->sweepChannels(glyph, "fc2", {});
    double sum = 0;
    for (const float p :
         plain.before)  // softmax(z / 5) is softmax(z) to the power of 1/5, made to add up to 1
        sum += std::pow(static_cast<double>(p), 0.2);
    for (std::size_t k = 0; k < 10; ++k)
        QVERIFY(std::abs(static_cast<double>(warm.before[k]) -
                         std::pow(static_cast<double>(plain.before[k]), 0.2) / sum) <= 1e-4);
    QCOMPARE(warm.best, 4);
    QVERIFY(warm.before[4] < plain.before[4] - 0.01F);
}

GLYPHSCOPE_TEST(TstSweep, Core)
#include "tst_sweep.moc"
