// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/forward_pass.h"
#include "model/types/error.h"
#include "tests/model/kernels/plain_network.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <limits>
#include <thread>

using namespace glyphscope;

class TstForwardPass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modulesEqualTheirDefinitions_data();
    void modulesEqualTheirDefinitions();
    void logitsAreThoseOfTheModules_data();
    void logitsAreThoseOfTheModules();
    void nothingOfOneGlyphIsLeftInTheNext();
    void whatIsNoNumberStaysSo();
    void twoThreadsShareANetwork();
    void refusesForeignWeights();
    void refusesUnknownInstructions();
};

namespace {

Glyph glyphOf(std::uint32_t seed)
{
    Glyph glyph{};
    for (std::size_t i = 0; i < glyph.size(); ++i) {
        seed = seed * 1664525U + 1013904223U;
        glyph[i] = (seed >> 28) < 9 ? 0 : static_cast<std::uint8_t>(seed >> 24);
    }
    return glyph;
}

std::shared_ptr<const PackedNetwork> packed(int classCount, std::uint32_t seed = 7)
{
    return std::make_shared<const PackedNetwork>(test::plainWeights(classCount, seed));
}

std::vector<float> logitsOf(ForwardPass& pass, const Glyph& glyph)
{
    const std::span<const float> logits = pass.logits(glyph);
    return {logits.begin(), logits.end()};
}

void addInstructions()
{
    QTest::addColumn<QString>("instructions");
    for (const std::string& name : forwardInstructions())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

}  // namespace

void TstForwardPass::modulesEqualTheirDefinitions_data()
{
    addInstructions();
}

void TstForwardPass::modulesEqualTheirDefinitions()
{
    QFETCH(QString, instructions);
    for (const int classes : {2, 10, 17, 256}) {
        ForwardPass pass(packed(classes), instructions.toStdString());
        const Glyph glyph = glyphOf(static_cast<std::uint32_t>(classes));
        const std::vector<ModuleOutput> modules = pass.modules(glyph);
        auto expected = test::plainForward(test::plainWeights(classes, 7), glyph);
        QCOMPARE(modules.size(), std::size_t(10));
        for (const ModuleOutput& module : modules) {
            const std::vector<double>& values = expected.at(module.name);
            QCOMPARE(module.values.size(), values.size());
            for (std::size_t i = 0; i < values.size(); ++i)
                QVERIFY2(std::abs(module.values[i] - values[i]) <= 2e-5,
                         qPrintable(QStringLiteral("%1[%2]: %3, not %4")
                                        .arg(QString::fromStdString(module.name))
                                        .arg(i)
                                        .arg(static_cast<double>(module.values[i]))
                                        .arg(values[i])));
        }
        const std::vector<float> input = pass.input();
        for (std::size_t i = 0; i < input.size(); ++i)
            QVERIFY(std::abs(input[i] - expected.at("input")[i]) <= 1e-6);
    }
}

void TstForwardPass::logitsAreThoseOfTheModules_data()
{
    addInstructions();
}

void TstForwardPass::logitsAreThoseOfTheModules()
{
    QFETCH(QString, instructions);
    ForwardPass pass(packed(10), instructions.toStdString());
    const std::vector<float> logits = logitsOf(pass, glyphOf(1));
    QCOMPARE(logits.size(), std::size_t(10));
    QCOMPARE(pass.modules(glyphOf(1)).back().values, logits);
}

void TstForwardPass::nothingOfOneGlyphIsLeftInTheNext()
{
    ForwardPass pass(packed(10));
    const std::vector<float> first = logitsOf(pass, glyphOf(1));
    Glyph full;
    full.fill(255);
    QVERIFY(logitsOf(pass, full) != first);
    QCOMPARE(logitsOf(pass, glyphOf(1)), first);
}

void TstForwardPass::whatIsNoNumberStaysSo()
{
    for (const char* name : {"conv1.bias", "conv2.weight", "fc1.bias"}) {
        StateDict weights = test::plainWeights(10, 7);
        for (NamedTensor& tensor : weights.tensors)
            if (tensor.name == name)
                tensor.values.assign(tensor.values.size(), std::numeric_limits<float>::quiet_NaN());
        for (const std::string& instructions : forwardInstructions()) {
            ForwardPass pass(std::make_shared<const PackedNetwork>(weights), instructions);
            for (const float logit : pass.logits(glyphOf(1)))
                QVERIFY2(std::isnan(logit), name);
        }
    }
}

void TstForwardPass::twoThreadsShareANetwork()
{
    const auto network = packed(10);
    ForwardPass alone(network);
    const std::vector<float> first = logitsOf(alone, glyphOf(1));
    const std::vector<float> second = logitsOf(alone, glyphOf(2));
    std::vector<std::thread> threads;
    std::array<bool, 2> same{};
    for (std::size_t t = 0; t < same.size(); ++t)
        threads.emplace_back([&, t] {
            ForwardPass pass(network);
            same[t] = true;
            for (int i = 0; i < 50; ++i)
                same[t] =
                    same[t] && logitsOf(pass, glyphOf(1)) == first && logitsOf(pass, glyphOf(2)) == second;
        });
    for (std::thread& thread : threads)
        thread.join();
    QVERIFY(same[0]);
    QVERIFY(same[1]);
}

void TstForwardPass::refusesForeignWeights()
{
    QVERIFY_THROWS_EXCEPTION(Error, PackedNetwork(StateDict{}));
    StateDict weights = test::plainWeights(10, 7);
    weights.tensors.erase(weights.tensors.begin());
    QVERIFY_THROWS_EXCEPTION(Error, PackedNetwork{weights});
}

void TstForwardPass::refusesUnknownInstructions()
{
    QVERIFY_THROWS_EXCEPTION(Error, ForwardPass(packed(10), "abacus"));
}

GLYPHSCOPE_TEST(TstForwardPass, None)
#include "tst_forward_pass.moc"
