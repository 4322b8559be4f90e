// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/network_layers.h"
#include "model/types/error.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>
#include <numeric>

using namespace glyphscope;
using test::Change;
using test::layer;

namespace {

QStringList textsOf(const NetworkSpec& network)
{
    QStringList texts;
    for (const NetworkLayer& one : layersOf(network))
        texts << QString::fromStdString(layerText(one));
    return texts;
}

}  // namespace

class TstNetworkLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shapesOfTheShippedNetwork();
    void parametersAndProductsAreCounted();
    void windowsWithStrideAndPadding();
    void textsAreThoseOfPyTorch();
    void dropoutAndGradCamFindTheirPlaces();
    void layersThatAFineTuningLeaves();
    void blocksAreModulesOfTheTree();
    void aRepeatIsExpanded();
    void normsHaveBuffers();
    void whatDoesNotFit_data();
    void whatDoesNotFit();
};

void TstNetworkLayers::shapesOfTheShippedNetwork()
{
    const std::vector<NetworkLayer> layers = layersOf(shippedNetwork(26));
    const std::vector<std::vector<int>> outputs{{32, 28, 28}, {32, 28, 28}, {32, 14, 14}, {64, 14, 14},
                                                {64, 14, 14}, {64, 7, 7},   {3136},       {256},
                                                {256},        {26}};
    QCOMPARE(layers.size(), outputs.size());
    std::vector<int> flowing{1, 28, 28};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        QVERIFY(layers[i].inputShape == flowing);
        QVERIFY(layers[i].outputShape == outputs[i]);
        flowing = outputs[i];
    }
}

void TstNetworkLayers::parametersAndProductsAreCounted()
{
    const NetworkSpec network = shippedNetwork();
    std::int64_t products = 0;
    for (const NetworkLayer& one : layersOf(network))
        products += one.multiplyAdds;
    QCOMPARE(products, 4643840);
    const std::vector<ParameterShape> parameters = parametersOf(network);
    QCOMPARE(parameters.size(), std::size_t{8});
    QVERIFY(parameters[2] == (ParameterShape{"conv2.weight", {64, 32, 3, 3}}));
    QVERIFY(parameters[7] == (ParameterShape{"fc2.bias", {10}}));
}

void TstNetworkLayers::windowsWithStrideAndPadding()
{
    const std::vector<NetworkLayer> layers = layersOf(test::stridedNetwork());
    QVERIFY(layers[0].outputShape == (std::vector{4, 12, 12}));
    QVERIFY(layers[1].outputShape == (std::vector{4, 6, 6}));
    QCOMPARE(layers[0].multiplyAdds, std::int64_t{4 * 12 * 12 * 25});
    QVERIFY(layers[4].parameters[0].shape == (std::vector<std::int64_t>{3, 144}));
}

void TstNetworkLayers::textsAreThoseOfPyTorch()
{
    QCOMPARE(textsOf(shippedNetwork()).join(u' '),
             QStringLiteral("Conv2d(1, 32, 3, padding=1) ReLU() MaxPool2d(2, 2) "
                            "Conv2d(32, 64, 3, padding=1) ReLU() MaxPool2d(2, 2) Flatten() "
                            "Linear(3136, 256) ReLU() Linear(256, 10)"));
    QCOMPARE(textsOf(test::stridedNetwork()).join(u' '),
             QStringLiteral("Conv2d(1, 4, 5, stride=2) MaxPool2d(3, 2, padding=1) ReLU() Flatten() "
                            "Linear(144, 3)"));
}

void TstNetworkLayers::dropoutAndGradCamFindTheirPlaces()
{
    const std::vector<NetworkLayer> shipped = layersOf(shippedNetwork());
    QCOMPARE(dropoutPlace(shipped), std::size_t{9});
    QCOMPARE(lastLayerWithMaps(shipped).path, std::string("relu2"));
    QCOMPARE(lastLayerWithMaps(layersOf(test::stridedNetwork())).path, std::string("act"));
    QCOMPARE(dropoutPlace({}), std::size_t{0});
    NetworkSpec flat = test::stridedNetwork();
    flat.layers.erase(flat.layers.begin(), flat.layers.begin() + 3);
    QVERIFY_THROWS_EXCEPTION(Error, (void)lastLayerWithMaps(layersOf(flat)));
}

void TstNetworkLayers::layersThatAFineTuningLeaves()
{
    using Names = std::vector<std::string>;
    const Names convolutions{"conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias"};
    QVERIFY(convolutionParameters(shippedNetwork()) == convolutions);
    Names allButLast = convolutions;
    allButLast.insert(allButLast.end(), {"fc1.weight", "fc1.bias"});
    QVERIFY(parametersBeforeTheLastLayer(shippedNetwork()) == allButLast);
    QVERIFY(parametersBeforeTheLastLayer(test::stridedNetwork()) == (Names{"first.weight", "first.bias"}));
}

void TstNetworkLayers::blocksAreModulesOfTheTree()
{
    const std::vector<NetworkLayer> layers = layersOf(presetNamed("resnet-8")->make(10));
    const auto at = [&layers](std::string_view path) -> const NetworkLayer& {
        return *std::ranges::find(layers, path, &NetworkLayer::path);
    };
    QVERIFY(at("res1.shortcut").kind == LayerKind::Identity);
    const NetworkLayer& shortcut = at("res2.shortcut");
    QCOMPARE(layerText(shortcut), std::string("Conv2d(16, 32, 1, stride=2, bias=False)"));
    QVERIFY(shortcut.parameters == (std::vector<ParameterShape>{{"res2.shortcut.weight", {32, 16, 1, 1}}}));
    QVERIFY(at("res2").sources == (std::vector<std::string>{"res2.body", "res2.shortcut"}));
    QVERIFY(at("res2.body").sources == (std::vector<std::string>{"res2.body.bn2"}));
    QVERIFY(at("res2.body.conv1").sources == (std::vector<std::string>{"relu2"}));
    QVERIFY(shortcut.sources == (std::vector<std::string>{"relu2"}));
    QCOMPARE(layers[static_cast<std::size_t>(shortcut.parent)].path, std::string("res2"));
    QVERIFY(at("res2.body.conv1").place == (SpecPlace{5, 0}));
    QCOMPARE(lastLayerWithMaps(layers).path, std::string("relu4"));
    const std::vector<std::size_t> order = forwardOrder(layers);
    QCOMPARE(layers[order[8]].path, std::string("res1.body"));
    QCOMPARE(layers[order[10]].path, std::string("res1"));
    QCOMPARE(totalsOf(layers).parameters, std::int64_t{77562});
}

void TstNetworkLayers::aRepeatIsExpanded()
{
    NetworkSpec network = test::stridedNetwork();
    LayerSpec block = layer("block", "Repeat", {{"n", 3}});
    block.children = {layer("conv", "Conv2d", {{"out_channels", 4}, {"kernel_size", 3}, {"padding", 1}}),
                      layer("relu", "ReLU")};
    network.layers.insert(network.layers.begin() + 1, block);
    const std::vector<NetworkLayer> layers = layersOf(network);
    QCOMPARE(layers[2].path, std::string("block.0"));
    QCOMPARE(layers[9].path, std::string("block.2.conv"));
    QVERIFY(layers[9].sources == (std::vector<std::string>{"block.1"}));
    QVERIFY(layers[9].place == (SpecPlace{1, 0}));
    QCOMPARE(layers[1].children.size(), std::size_t{3});
    QCOMPARE(layerText(layers[1]), std::string("Repeat(3)"));
    QCOMPARE(parametersOf(network)[4].name, std::string("block.1.conv.weight"));
}

void TstNetworkLayers::normsHaveBuffers()
{
    NetworkSpec network = test::stridedNetwork();
    network.layers.insert(network.layers.begin() + 1, layer("bn", "BatchNorm2d"));
    network.layers.insert(network.layers.begin() + 2, layer("gn", "GroupNorm", {{"num_groups", 2}}));
    network.layers.insert(network.layers.begin() + 3, layer("ln", "LayerNorm"));
    QCOMPARE(textsOf(network).mid(1, 3).join(u' '),
             QStringLiteral("BatchNorm2d(4) GroupNorm(2, 4) LayerNorm((4, 12, 12))"));
    QCOMPARE(parametersOf(network).size(), std::size_t{10});
    const std::vector<ParameterShape> state = stateOf(network);
    QCOMPARE(state.size(), std::size_t{13});
    QVERIFY(state[4] == (ParameterShape{"bn.running_mean", {4}}));
    QVERIFY(state[6] == (ParameterShape{"bn.num_batches_tracked", {}}));
    QVERIFY(isBatchCounter(state[6].name));
    QVERIFY(!isBatchCounter("renum_batches_tracked"));
    QVERIFY(state[9].shape == (std::vector<std::int64_t>{4, 12, 12}));
}

void TstNetworkLayers::whatDoesNotFit_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* message, Change change) {
        QTest::newRow(name) << change << QString::fromUtf8(message);
    };
    row("kernel too large", "first: the kernel of 29 pixels is larger than the padded input of 28",
        [](NetworkSpec& n) { n.layers[0].options["kernel_size"] = std::int64_t{29}; });
    row("linear on maps", "out: Linear expects a flat input, but 4x6x6 comes in",
        [](NetworkSpec& n) { n.layers.erase(n.layers.begin() + 3); });
    row("convolution on a vector", "more: Conv2d expects maps, but 144 values come in", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 4,
                        layer("more", "Conv2d", {{"out_channels", 1}, {"kernel_size", 1}}));
    });
    row("padding of a pool", "shrink: the padding must be at most half the kernel_size",
        [](NetworkSpec& n) { n.layers[1].options["padding"] = std::int64_t{2}; });
    row("a name twice", "act: two modules have this name", [](NetworkSpec& n) { n.layers[1].name = "act"; });
    row("class count", "out: the output is 3, but there are 4 classes",
        [](NetworkSpec& n) { n.classes.push_back("3"); });
    row("no layers", "The network: the output is 1x28x28, but there are 3 classes",
        [](NetworkSpec& n) { n.layers.clear(); });
    row("unknown kind", "act: there is no kind \"Swish\"",
        [](NetworkSpec& n) { n.layers[2].kind = "Swish"; });
    row("unknown option", "act: ReLU has no option \"inplace\"",
        [](NetworkSpec& n) { n.layers[2].options["inplace"] = true; });
    row("children", "act: ReLU has no children",
        [](NetworkSpec& n) { n.layers[2].children.push_back(layer("a", "ReLU")); });
    row("too many parameters", "big: the network has more than 50 million parameters", [](NetworkSpec& n) {
        n.layers.insert(n.layers.begin() + 4, layer("out2", "Linear", {{"out_features", 65536}}));
        n.layers.insert(n.layers.begin() + 5, layer("big", "Linear", {{"out_features", 65536}}));
    });
    row("too many products", "first: an image takes more than 1 billion", [](NetworkSpec& n) {
        n.layers[0] =
            layer("first", "Conv2d", {{"out_channels", 65536}, {"kernel_size", 1024}, {"padding", 1024}});
    });
}

void TstNetworkLayers::whatDoesNotFit()
{
    QFETCH(Change, change);
    QFETCH(QString, message);
    NetworkSpec network = test::stridedNetwork();
    change(network);
    try {
        (void)layersOf(network);
        QFAIL("was taken");
    } catch (const Error& error) {
        QVERIFY2(QString::fromUtf8(error.what()).startsWith(message), error.what());
    }
}

GLYPHSCOPE_TEST(TstNetworkLayers, None)
#include "tst_network_layers.moc"
