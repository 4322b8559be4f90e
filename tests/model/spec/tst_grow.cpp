// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/grow.h"
#include "model/spec/network_layers.h"
#include "model/spec/presets.h"
#include "model/spec/spec_edit.h"
#include "model/spec/spec_of.h"
#include "model/types/class_names.h"
#include "model/types/error.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace glyphscope;
using test::layer;

namespace {

/// Every tensor of the network, filled with one value.
StateDict filled(const NetworkSpec& network, float value)
{
    StateDict weights;
    for (const ParameterShape& each : stateOf(network)) {
        std::size_t count = 1;
        for (const std::int64_t side : each.shape)
            count *= static_cast<std::size_t>(side);
        weights.tensors.push_back({each.name, each.shape, std::vector<float>(count, value)});
    }
    return weights;
}

NetworkSpec withLayer(NetworkSpec network, const SpecPlace& place, LayerSpec added)
{
    if (!insertLayer(network, place, std::move(added)))
        qFatal("no such place");
    return network;
}

LayerSpec sameSize(const char* name, std::int64_t channels)
{
    return layer(name, "Conv2d", {{"out_channels", channels}, {"kernel_size", 3}, {"padding", 1}});
}

LayerSpec residualOf(std::vector<LayerSpec> children)
{
    LayerSpec block = layer("res", "Residual");
    block.children = std::move(children);
    return block;
}

bool isAll(const StateDict& weights, const char* name, float value)
{
    const NamedTensor* tensor = weights.find(name);
    return tensor != nullptr &&
           std::ranges::all_of(tensor->values, [value](float each) { return each == value; });
}

}  // namespace

class TstGrow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatHasItsNameAndShape();
    void aTensorOfAnotherShapeIsNew();
    void countersAreNotSpokenOf();
    void tensorsStandInPyTorchsOrder();
    void notesTheNetworkAndItsClasses();
    void aNewConvolutionCanBeTheIdentity();
    void groupsHaveTheirOwnIdentity();
    void aNewResidualGivesWhatItGets();
    void whatWasThereStaysInsideAResidual();
    void whatIsMissingIsNamed();
};

void TstGrow::keepsWhatHasItsNameAndShape()
{
    const NetworkSpec old = test::stridedNetwork();
    const NetworkSpec grown = withLayer(old, {1}, sameSize("more", 4));
    const Growth growth = growthOf(filled(old, 1), grown);
    QCOMPARE(growth.kept, (std::vector<std::string>{"first.weight", "first.bias", "out.weight", "out.bias"}));
    QCOMPARE(growth.renewed, (std::vector<std::string>{"more.weight", "more.bias"}));
    const StateDict weights = growWeights(filled(old, 1), filled(grown, 2), grown);
    QVERIFY(isAll(weights, "first.weight", 1) && isAll(weights, "out.bias", 1));
    QVERIFY(isAll(weights, "more.weight", 2) && isAll(weights, "more.bias", 2));
}

void TstGrow::aTensorOfAnotherShapeIsNew()
{
    const NetworkSpec old = test::stridedNetwork();
    NetworkSpec wider = old;
    wider.layers[0].options["out_channels"] = std::int64_t{6};
    const Growth growth = growthOf(filled(old, 1), wider);
    QCOMPARE(growth.kept, std::vector<std::string>{"out.bias"});
    QCOMPARE(growth.renewed.size(), std::size_t(3));
}

void TstGrow::countersAreNotSpokenOf()
{
    const NetworkSpec old = test::stridedNetwork();
    const NetworkSpec normed = withLayer(old, {1}, layer("bn", "BatchNorm2d"));
    QCOMPARE(growthOf(filled(old, 1), normed).renewed,
             (std::vector<std::string>{"bn.weight", "bn.bias", "bn.running_mean", "bn.running_var"}));
    StateDict older = filled(normed, 1);
    std::erase_if(older.tensors, [](const NamedTensor& tensor) { return isBatchCounter(tensor.name); });
    QVERIFY(growthOf(older, normed).renewed.empty());
    QVERIFY(isAll(growWeights(older, filled(normed, 2), normed), "bn.num_batches_tracked", 2));
}

void TstGrow::tensorsStandInPyTorchsOrder()
{
    for (const Preset& preset : presets()) {
        const NetworkSpec network = preset.make(4);
        StateDict fresh = filled(network, 1);
        std::ranges::reverse(fresh.tensors);
        const StateDict weights = growWeights({}, fresh, network);
        std::vector<std::string> names;
        for (const NamedTensor& tensor : weights.tensors)
            names.push_back(tensor.name);
        std::vector<std::string> wanted;
        for (const ParameterShape& each : stateOf(network))
            wanted.push_back(each.name);
        QCOMPARE(names, wanted);
    }
}

void TstGrow::notesTheNetworkAndItsClasses()
{
    NetworkSpec network = test::stridedNetwork();
    network.classes = {"a", "b", "c"};
    StateDict fresh = filled(network, 1);
    fresh.metadata["seed"] = "7";
    const StateDict weights = growWeights({}, fresh, network);
    QVERIFY(specOf(weights) == network);
    QCOMPARE(classNamesOf(weights), network.classes);
    QCOMPARE(weights.metadata.at("seed"), std::string("7"));
}

void TstGrow::aNewConvolutionCanBeTheIdentity()
{
    const NetworkSpec old = test::stridedNetwork();
    const NetworkSpec grown = withLayer(old, {1}, sameSize("more", 4));
    const StateDict weights = growWeights(filled(old, 1), filled(grown, 2), grown, NewModules::Identity);
    const NamedTensor* weight = weights.find("more.weight");
    for (std::size_t i = 0; i < weight->values.size(); ++i) {
        const bool isMiddle = i % 9 == 4;
        const bool isOwn = i / 36 == i / 9 % 4;
        QCOMPARE(weight->values[i], isMiddle && isOwn ? 1.0F : 0.0F);
    }
    QVERIFY(isAll(weights, "more.bias", 0));
    QVERIFY(isAll(weights, "first.weight", 1));  // is no new one
}

void TstGrow::groupsHaveTheirOwnIdentity()
{
    const NetworkSpec old = test::stridedNetwork();
    LayerSpec grouped = sameSize("more", 4);
    grouped.options["groups"] = std::int64_t{2};
    const NetworkSpec grown = withLayer(old, {1}, grouped);
    const StateDict weights = growWeights(filled(old, 1), filled(grown, 2), grown, NewModules::Identity);
    const NamedTensor* weight = weights.find("more.weight");  // [4, 2, 3, 3]
    for (std::size_t row = 0; row < 4; ++row)
        for (std::size_t input = 0; input < 2; ++input)
            QCOMPARE(weight->values[(row * 2 + input) * 9 + 4], row % 2 == input ? 1.0F : 0.0F);
}

void TstGrow::aNewResidualGivesWhatItGets()
{
    const NetworkSpec old = test::stridedNetwork();
    const NetworkSpec grown =
        withLayer(old, {1},
                  residualOf({sameSize("conv", 4), layer("bn", "BatchNorm2d"), layer("act", "ReLU"),
                              sameSize("conv2", 4), layer("bn2", "BatchNorm2d")}));
    const StateDict weights = growWeights(filled(old, 1), filled(grown, 2), grown, NewModules::Identity);
    QVERIFY(isAll(weights, "res.body.bn2.weight", 0) && isAll(weights, "res.body.bn2.bias", 0));
    QVERIFY(isAll(weights, "res.body.conv.weight", 2) && isAll(weights, "res.body.conv2.weight", 2));
    QVERIFY(isAll(weights, "res.body.bn.weight", 2));
}

void TstGrow::whatWasThereStaysInsideAResidual()
{
    const NetworkSpec old =
        withLayer(test::stridedNetwork(), {1}, residualOf({sameSize("conv", 4), layer("bn", "BatchNorm2d")}));
    const NetworkSpec grown = withLayer(old, {1, 1}, sameSize("more", 4));
    const StateDict weights = growWeights(filled(old, 1), filled(grown, 2), grown, NewModules::Identity);
    QVERIFY(isAll(weights, "res.body.bn.weight", 1));
    QCOMPARE(weights.find("res.body.more.weight")->values[4], 1.0F);
}

void TstGrow::whatIsMissingIsNamed()
{
    const NetworkSpec network = test::stridedNetwork();
    StateDict fresh = filled(network, 1);
    std::erase_if(fresh.tensors, [](const NamedTensor& tensor) { return tensor.name == "out.bias"; });
    try {
        (void)growWeights({}, fresh, network);
        QFAIL("made weights without a tensor");
    } catch (const Error& error) {
        QVERIFY(QByteArray(error.what()).contains("out.bias"));
    }
}

GLYPHSCOPE_TEST(TstGrow, None)
#include "tst_grow.moc"
