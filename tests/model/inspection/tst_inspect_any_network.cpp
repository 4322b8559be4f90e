// SPDX-License-Identifier: GPL-3.0-or-later
// Inspectors of networks of any tree.
#include "model/inspection/torch_inspector.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include "model/network/detail/network.h"
#include "model/recognition/torch_recognizer.h"
#include "model/types/error.h"

#include <QtTest/QTest>

#include <algorithm>
#include <set>

using namespace glyphscope;

namespace {

NetworkSpec presetOf(const char* name)
{
    return presetNamed(name)->make(10);
}

std::unique_ptr<Inspector> inspectorOf(const NetworkSpec& network)
{
    return makeTorchInspector(stateDict(seededNetwork(4, network)), "cpu");
}

Glyph bar()
{
    Glyph glyph{};
    for (int y = 4; y < 24; ++y)
        for (int x = 12; x < 16; ++x)
            glyph[static_cast<std::size_t>(y * kGlyphSide + x)] = 255;
    return glyph;
}

AttributionOptions gradCamOf(const std::string& layer)
{
    AttributionOptions options;
    options.method = AttributionMethod::GradCam;
    options.target = {3, -1};
    options.layer = layer;
    return options;
}

}  // namespace

class TstInspectAnyNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void describesTheTree();
    void sumsGoUpwards();
    void buffersAreMarked();
    void gradCamTakesAnyModuleWithMaps();
    void gradCamSaysWhatItCannot();
    void takesEveryPresetApart();
    void hooksActAtAnyDepth();
};

void TstInspectAnyNetwork::describesTheTree()
{
    test::RandomNetworks random(31);
    for (int i = 0; i < 30; ++i) {
        const NetworkSpec network = random.network();
        const NetworkDescription description = inspectorOf(network)->describe();
        const std::vector<NetworkLayer> layers = layersOf(network);
        QCOMPARE(description.modules.size(), layers.size() + 1);
        for (std::size_t k = 0; k < layers.size(); ++k) {
            const ModuleInfo& module = description.modules[k + 1];
            QCOMPARE(module.name, layers[k].path);
            QVERIFY(module.inputShape == layers[k].inputShape && module.outputShape == layers[k].outputShape);
            const auto parent = static_cast<std::size_t>(layers[k].parent);
            QCOMPARE(module.parent, layers[k].parent < 0 ? std::string() : layers[parent].path);
        }
        std::vector<ParameterShape> state;
        for (const ParameterInfo& parameter : description.parameters)
            state.push_back({parameter.name, parameter.shape});
        QVERIFY(state == stateOf(network));
    }
}

void TstInspectAnyNetwork::sumsGoUpwards()
{
    const NetworkSpec network = presetOf("resnet-8");
    const NetworkDescription description = inspectorOf(network)->describe();
    const NetworkTotals totals = totalsOf(layersOf(network));
    QCOMPARE(description.modules.front().parameters, totals.parameters);
    QCOMPARE(description.modules.front().multiplyAdds, totals.multiplyAdds);
    for (const ModuleInfo& block : description.modules) {
        std::int64_t parameters = 0;
        bool holds = false;
        for (const ModuleInfo& module : description.modules)
            if (&module != &block && !module.name.empty() && module.parent == block.name) {
                parameters += module.parameters;
                holds = true;
            }
        QVERIFY2(!holds || parameters == block.parameters, block.name.c_str());
    }
}

void TstInspectAnyNetwork::buffersAreMarked()
{
    const NetworkDescription description = inspectorOf(presetOf("simple-cnn-bn"))->describe();
    int buffers = 0;
    for (const ParameterInfo& each : description.parameters) {
        const bool measured = each.name.find(".running_") != std::string::npos || isBatchCounter(each.name);
        QCOMPARE(each.buffer, measured);
        buffers += each.buffer ? 1 : 0;
        QCOMPARE(each.dtype, std::string(isBatchCounter(each.name) ? "int64" : "float32"));
    }
    QVERIFY(buffers > 0);
}

void TstInspectAnyNetwork::gradCamTakesAnyModuleWithMaps()
{
    const NetworkSpec network = presetOf("resnet-8");
    const auto inspector = inspectorOf(network);
    const std::vector<NetworkLayer> layers = layersOf(network);
    const Attribution usual = inspector->attribute(bar(), gradCamOf({}), {});
    QCOMPARE(usual.layer, lastLayerWithMaps(layers).path);
    int others = 0;
    for (const NetworkLayer& layer : layers)
        if (layer.hasMaps()) {
            const Attribution chosen = inspector->attribute(bar(), gradCamOf(layer.path), {});
            QCOMPARE(chosen.layer, layer.path);
            QCOMPARE(chosen.values.size(), std::size_t{kGlyphPixels});
            others += chosen.values != usual.values ? 1 : 0;
        }
    QVERIFY(others > 5);
}

void TstInspectAnyNetwork::gradCamSaysWhatItCannot()
{
    const auto saying = [](const NetworkSpec& network, const std::string& layer) {
        try {
            (void)inspectorOf(network)->attribute(bar(), gradCamOf(layer), {});
        } catch (const Error& error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    QVERIFY(saying(presetOf("mlp"), {}).contains(QStringLiteral("no module of this network has any")));
    QVERIFY(saying(shippedNetwork(), "conv7")
                .contains(QStringLiteral("no module \"conv7\". Choose one of conv1")));
    QVERIFY(saying(shippedNetwork(), "fc1").contains(QStringLiteral("fc1 gives no maps, but 256 values")));
}

void TstInspectAnyNetwork::takesEveryPresetApart()
{
    for (const Preset& preset : presets()) {
        const NetworkSpec network = preset.make(10);
        const auto inspector = inspectorOf(network);
        const GradientReading gradients = inspector->gradients(bar(), {3, -1});
        QCOMPARE(gradients.modules.size(), layersOf(network).size());
        for (const AttributionMethod method : kAttributionMethods) {
            AttributionOptions options = gradCamOf({});
            options.method = method;
            options.steps = 8;
            options.samples = 4;
            const bool maps = std::ranges::any_of(layersOf(network), &NetworkLayer::hasMaps);
            if (method != AttributionMethod::GradCam || maps)
                QCOMPARE(inspector->attribute(bar(), options, {}).values.size(), std::size_t{kGlyphPixels});
        }
    }
}

void TstInspectAnyNetwork::hooksActAtAnyDepth()
{
    const NetworkSpec network = presetOf("resnet-8");
    const StateDict weights = stateDict(seededNetwork(4, network));
    const auto recognizer = makeTorchRecognizer(weights, "cpu");
    HookSpec observe;
    observe.id = 1;
    recognizer->setHooks({observe});
    const Reading plain = recognizer->read(bar());
    std::set<std::string> called;
    for (const HookEvent& event : recognizer->takeHookEvents())
        called.insert(event.module);
    QVERIFY(!plain.withoutHooks);
    for (const NetworkLayer& layer : layersOf(network)) {
        QVERIFY2(called.contains(layer.path), layer.path.c_str());
        if (layer.parent < 0)
            continue;
        HookSpec fill = observe;
        fill.module = layer.path;
        fill.action = HookAction::Fill;
        fill.amount = 3;
        recognizer->setHooks({fill});
        const Reading filled = recognizer->read(bar());
        const auto output = std::ranges::find(filled.modules, layer.path, &ModuleOutput::name);
        QVERIFY(std::ranges::all_of(output->values, [](float value) { return value == 3.0F; }));
        QVERIFY(filled.withoutHooks && filled.withoutHooks->logits == plain.prediction.logits);
    }
}

GLYPHSCOPE_TEST(TstInspectAnyNetwork, Core)
#include "tst_inspect_any_network.moc"
