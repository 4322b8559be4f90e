// SPDX-License-Identifier: GPL-3.0-or-later
// Values of every kind of module, in networks of any tree, against LibTorch's own.
#include "model/inspection/explain_unit.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include "model/network/detail/network.h"
#include "model/recognition/torch_recognizer.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace glyphscope;

namespace {

using Form = UnitExplanation::Form;
using Term = UnitExplanation::Term;

Glyph noise(unsigned seed)
{
    Glyph glyph{};
    std::mt19937 random(seed);
    for (std::uint8_t& pixel : glyph)
        pixel = static_cast<std::uint8_t>(random());
    return glyph;
}

/// Weights whose norms and biases are not those that they begin with.
StateDict disturbedWeights(const NetworkSpec& network, unsigned seed)
{
    StateDict weights = stateDict(seededNetwork(seed, network));
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> some(0, 0.4F);
    for (NamedTensor& tensor : weights.tensors)
        if (!isBatchCounter(tensor.name))
            for (float& value : tensor.values)
                value += some(random);
    return weights;
}

Reading readBy(const StateDict& weights, const Glyph& glyph)
{
    return makeTorchRecognizer(weights, "cpu")->read(glyph);
}

LayerSpec layer(const char* kind, std::map<std::string, OptionValue> options,
                std::vector<LayerSpec> children = {})
{
    return {newLayer(kind).name, kind, std::move(options), std::move(children)};
}

NetworkSpec networkOf(std::vector<LayerSpec> layers)
{
    NetworkSpec network;
    network.classes = numberedClasses(3);
    for (LayerSpec& each : layers)
        insertLayer(network, {network.layers.size()}, std::move(each));
    insertLayer(network, {network.layers.size()}, layer("Flatten", {}));
    insertLayer(network, {network.layers.size()}, layer("Linear", {{"out_features", std::int64_t{3}}}));
    return network;
}

const ModuleOutput& moduleOf(const Reading& reading, const std::string& name)
{
    return *std::ranges::find(reading.modules, name, &ModuleOutput::name);
}

}  // namespace

class TstExplainAnyNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsLibTorch();
    void nothingOutsideTheFieldCounts();
    void aFilterOfAGroupSeesItsGroup();
    void averagesCountThePadding();
    void adaptivePoolsMayOverlap();
    void aBatchNormIsOfTheRunningStatistics();
    void aGroupNormMeasuresItsGroup();
    void aResidualAddsItsEnds();
    void aBlockGivesItsLastChild();
    void aSoftmaxGoesAlongItsSide();
    void readingsOfAnotherNetworkAreTold();
};

void TstExplainAnyNetwork::equalsLibTorch()
{
    test::RandomNetworks random(21);
    std::mt19937 chance(3);
    std::set<LayerKind> kinds;
    for (unsigned i = 0; i < 120; ++i) {
        const StateDict weights = disturbedWeights(random.network(), i);
        const Reading reading = readBy(weights, noise(i));
        std::map<std::string, const ModuleOutput*> outputs;
        for (const ModuleOutput& output : reading.modules)
            outputs[output.name] = &output;
        for (const NetworkLayer& each : layersOf(specOf(weights))) {
            kinds.insert(each.kind);
            const ModuleOutput& output = *outputs.at(each.path);
            const auto count = static_cast<unsigned>(output.values.size());
            for (const unsigned index : {0U, count - 1, static_cast<unsigned>(chance()) % count,
                                         static_cast<unsigned>(chance()) % count}) {
                const UnitExplanation unit =
                    explainUnit(reading, weights, {each.path, static_cast<int>(index)});
                QVERIFY(unit.form == each.info().form);
                QCOMPARE(unit.inputModule, each.sources.front());
                QCOMPARE(unit.otherModule, each.sources.size() > 1 ? each.sources.back() : std::string());
                QCOMPARE(unit.torchValue, output.values[index]);
                QVERIFY2(std::abs(unit.result - static_cast<double>(unit.torchValue)) <=
                             1e-5 * (1 + unit.magnitude()),
                         qPrintable(QStringLiteral("%1, %2: %3, LibTorch %4")
                                        .arg(QString::fromStdString(each.path),
                                             QString::fromStdString(layerText(each)))
                                        .arg(unit.result)
                                        .arg(unit.torchValue)));
            }
        }
        const UnitExplanation answer = explainUnit(reading, weights, {"softmax", 0});
        QVERIFY(std::abs(answer.result - static_cast<double>(answer.torchValue)) < 1e-6);
    }
    for (const KindInfo& kind : layerKinds())
        QVERIFY2(kinds.contains(kind.kind), kind.name.data());
}

void TstExplainAnyNetwork::nothingOutsideTheFieldCounts()
{
    test::RandomNetworks random(22);
    std::mt19937 chance(4);
    int smaller = 0;
    for (unsigned i = 0; i < 40; ++i) {
        const StateDict weights = disturbedWeights(random.network(), i);
        const auto recognizer = makeTorchRecognizer(weights, "cpu");
        const Glyph glyph = noise(i);
        const Reading reading = recognizer->read(glyph);
        for (const ModuleOutput& output : reading.modules) {
            const auto index = static_cast<std::size_t>(chance()) % output.values.size();
            const Box box =
                explainUnit(reading, weights, {output.name, static_cast<int>(index)}).receptiveField;
            if (box.width == kGlyphSide && box.height == kGlyphSide)
                continue;
            ++smaller;
            Glyph other = glyph;
            for (int y = 0; y < kGlyphSide; ++y)
                for (int x = 0; x < kGlyphSide; ++x)
                    if (y < box.y || y >= box.y + box.height || x < box.x || x >= box.x + box.width)
                        other[static_cast<std::size_t>(y * kGlyphSide + x)] ^= 255;
            const float before = output.values[index];
            const float after = moduleOf(recognizer->read(other), output.name).values[index];
            QVERIFY2(std::abs(after - before) <= 1e-4F * (1 + std::abs(before)), output.name.c_str());
        }
    }
    QVERIFY(smaller > 100);
}

void TstExplainAnyNetwork::aFilterOfAGroupSeesItsGroup()
{
    const NetworkSpec network =
        networkOf({layer("Conv2d", {{"out_channels", std::int64_t{6}}, {"kernel_size", std::int64_t{1}}}),
                   layer("Conv2d", {{"out_channels", std::int64_t{4}},
                                    {"kernel_size", std::int64_t{2}},
                                    {"dilation", std::int64_t{3}},
                                    {"groups", std::int64_t{2}},
                                    {"bias", false}})});
    const StateDict weights = disturbedWeights(network, 1);
    const std::string name = network.layers[1].name;
    const int map = 25 * 25;
    const UnitExplanation unit = explainUnit(readBy(weights, noise(1)), weights, {name, 2 * map + 26});
    QCOMPARE(unit.terms.size(), std::size_t{3 * 4});
    QCOMPARE(unit.terms.front().channel, 3);  // the third filter is of the second group
    QCOMPARE(unit.terms.back().channel, 5);
    QCOMPARE(unit.terms[1].x - unit.terms[0].x, 3);
    QCOMPARE(unit.terms[2].y - unit.terms[0].y, 3);
    QVERIFY(!unit.biased);
    QCOMPARE(unit.receptiveField, (Box{1, 1, 4, 4}));
}

void TstExplainAnyNetwork::averagesCountThePadding()
{
    const NetworkSpec network =
        networkOf({layer("AvgPool2d", {{"kernel_size", std::int64_t{3}}, {"padding", std::int64_t{1}}})});
    const StateDict weights = disturbedWeights(network, 1);
    const UnitExplanation corner =
        explainUnit(readBy(weights, noise(1)), weights, {network.layers[0].name, 0});
    QCOMPARE(corner.terms.size(), std::size_t{9});
    QCOMPARE(std::ranges::count(corner.terms, true, &Term::padding), 5);
    QCOMPARE(corner.result, corner.sum / 9);
    QCOMPARE(corner.receptiveField, (Box{0, 0, 2, 2}));
}

void TstExplainAnyNetwork::adaptivePoolsMayOverlap()
{
    const NetworkSpec network = networkOf({layer("AdaptiveAvgPool2d", {{"output_size", std::int64_t{3}}})});
    const StateDict weights = disturbedWeights(network, 1);
    const UnitExplanation middle =
        explainUnit(readBy(weights, noise(1)), weights, {network.layers[0].name, 4});
    QCOMPARE(middle.receptiveField, (Box{9, 9, 10, 10}));  // of 28 pixels in three parts
    QCOMPARE(middle.terms.size(), std::size_t{100});
}

void TstExplainAnyNetwork::aBatchNormIsOfTheRunningStatistics()
{
    const NetworkSpec network =
        networkOf({layer("Conv2d", {{"out_channels", std::int64_t{2}}, {"kernel_size", std::int64_t{3}}}),
                   layer("BatchNorm2d", {})});
    const StateDict weights = disturbedWeights(network, 1);
    const std::string name = network.layers[1].name;
    const int map = 26 * 26;
    const UnitExplanation unit = explainUnit(readBy(weights, noise(1)), weights, {name, map + 30});
    const auto valueOf = [&](const char* tensor) {
        return static_cast<double>(weights.find(name + tensor)->values[1]);
    };
    QVERIFY(unit.norm.running && unit.biased);
    QCOMPARE(unit.terms.size(), std::size_t{1});
    QCOMPARE(unit.norm.mean, valueOf(".running_mean"));
    QCOMPARE(unit.norm.variance, valueOf(".running_var"));
    QCOMPARE(unit.norm.weight, valueOf(".weight"));
    QCOMPARE(unit.bias, valueOf(".bias"));
    QCOMPARE(unit.receptiveField, (Box{4, 1, 3, 3}));
}

void TstExplainAnyNetwork::aGroupNormMeasuresItsGroup()
{
    const NetworkSpec network =
        networkOf({layer("Conv2d", {{"out_channels", std::int64_t{4}}, {"kernel_size", std::int64_t{3}}}),
                   layer("GroupNorm", {{"num_groups", std::int64_t{2}}})});
    const StateDict weights = disturbedWeights(network, 1);
    const int map = 26 * 26;
    const UnitExplanation unit =
        explainUnit(readBy(weights, noise(1)), weights, {network.layers[1].name, 3 * map + 7});
    QVERIFY(!unit.norm.running);
    QCOMPARE(unit.terms.size(), static_cast<std::size_t>(2 * map));
    QCOMPARE(unit.own, map + 7);
    QCOMPARE(unit.terms[static_cast<std::size_t>(unit.own)].channel, 3);
    QCOMPARE(unit.receptiveField, (Box{0, 0, 28, 28}));
}

void TstExplainAnyNetwork::aResidualAddsItsEnds()
{
    const NetworkSpec network = networkOf({layer("Residual", {},
                                                 {layer("Conv2d", {{"out_channels", std::int64_t{1}},
                                                                   {"kernel_size", std::int64_t{3}},
                                                                   {"padding", std::int64_t{1}}})})});
    const StateDict weights = disturbedWeights(network, 1);
    const std::string name = network.layers[0].name;
    const UnitExplanation unit = explainUnit(readBy(weights, noise(1)), weights, {name, 29});
    QCOMPARE(unit.inputModule, name + ".body");
    QCOMPARE(unit.otherModule, name + ".shortcut");
    QVERIFY(!unit.terms[0].other && unit.terms[1].other);
    QCOMPARE(unit.receptiveField, (Box{0, 0, 3, 3}));
}

void TstExplainAnyNetwork::aBlockGivesItsLastChild()
{
    const NetworkSpec network = networkOf(
        {layer("Repeat", {{"n", std::int64_t{2}}},
               {layer("Conv2d", {{"out_channels", std::int64_t{2}}, {"kernel_size", std::int64_t{3}}}),
                layer("Tanh", {})})});
    const StateDict weights = disturbedWeights(network, 1);
    const std::string name = network.layers[0].name;
    const UnitExplanation unit = explainUnit(readBy(weights, noise(1)), weights, {name, 0});
    QVERIFY(unit.form == Form::Copy);
    QCOMPARE(unit.inputModule, name + ".1");
    QCOMPARE(unit.receptiveField, (Box{0, 0, 5, 5}));
}

void TstExplainAnyNetwork::aSoftmaxGoesAlongItsSide()
{
    for (const std::int64_t dim : {1, 2, 3, -1, -3}) {
        const NetworkSpec network =
            networkOf({layer("Conv2d", {{"out_channels", std::int64_t{5}}, {"kernel_size", std::int64_t{3}}}),
                       layer("Softmax", {{"dim", dim}})});
        const StateDict weights = disturbedWeights(network, 1);
        const UnitExplanation unit =
            explainUnit(readBy(weights, noise(1)), weights, {network.layers[1].name, 26 * 26 + 26 * 3 + 4});
        const bool channels = dim == 1 || dim == -3;
        QCOMPARE(unit.terms.size(), std::size_t{channels ? 5U : 26U});
        QCOMPARE(unit.own, channels ? 1 : dim == 2 ? 3 : 4);
        QCOMPARE(unit.temperature, 1.0);
        QVERIFY(std::abs(unit.result - static_cast<double>(unit.torchValue)) < 1e-6);
    }
}

void TstExplainAnyNetwork::readingsOfAnotherNetworkAreTold()
{
    const StateDict weights = disturbedWeights(networkOf({layer("ReLU", {})}), 1);
    const Reading reading = readBy(weights, noise(1));
    QVERIFY(isReadingOf(weights, reading));
    QVERIFY(isReadingOf(disturbedWeights(networkOf({layer("ReLU", {})}), 2), reading));
    QVERIFY(!isReadingOf(disturbedWeights(shippedNetwork(3), 1), reading));
}

GLYPHSCOPE_TEST(TstExplainAnyNetwork, Core)
#include "tst_explain_any_network.moc"
