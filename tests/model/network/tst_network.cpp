// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/safetensors.h"
#include "model/network/detail/features.h"
#include "model/network/detail/network.h"
#include "model/network/detail/user_hooks.h"
#include "model/network/detail/values.h"
#include "model/training/detail/optimizer.h"
#include "model/types/error.h"
#include "tests/model/spec/small_networks.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <ATen/Parallel.h>

#include <algorithm>

using namespace glyphscope;

Q_DECLARE_METATYPE(std::vector<glyphscope::HookSpec>)

namespace {

constexpr int kCount = 8;
constexpr std::uint64_t kSeed = 20;

/// The inputs of make_goldens.py.
torch::Tensor goldenInputs()
{
    std::vector<float> values(kCount * 784);
    std::uint32_t state = 1;
    for (float& value : values) {
        state = (state * 1103515245U + 12345U) % (1U << 31);
        value = static_cast<float>((state >> 16) % 256);
    }
    const torch::Tensor bytes = torch::from_blob(values.data(), {kCount, 1, 28, 28}).clone();
    return (bytes / 255 - 0.1307) / 0.3081;
}

torch::Tensor goldenLabels()
{
    return torch::arange(kCount) % 10;
}

Network goldenNetwork()
{
    torch::manual_seed(kSeed);
    return Network();
}

torch::Tensor thinned(const torch::Tensor& tensor)
{
    const torch::Tensor flat = tensor.detach().flatten();
    return flat.numel() <= 400 ? flat : flat.slice(0, 0, flat.numel(), 97);
}

double largestDifference(const torch::Tensor& ours, const NamedTensor* golden)
{
    if (golden == nullptr || static_cast<std::int64_t>(golden->values.size()) != ours.numel())
        return std::numeric_limits<double>::infinity();
    auto* values = const_cast<float*>(golden->values.data());
    return (ours.flatten() - torch::from_blob(values, {ours.numel()})).abs().max().item<double>();
}

}  // namespace

class TstNetwork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { at::set_num_threads(1); }
    void hasPyTorchsParameters();
    void startsFromPythonsWeights();
    void givesPythonsLogits();
    void givesPythonsGradients();
    void walksWithPythonsOptimizer_data();
    void walksWithPythonsOptimizer();
    void readsABatchAsItReadsSingles();
    void fusedForwardEqualsForward();
    void fusedGradientsEqualThoseOfForward();
    void fusedGradientsAreTheSameWithAnyThreads();
    void fusedGradientsLeaveOutWhatIsFrozen();
    void fusedHooksActAsThoseOfForward_data();
    void fusedHooksActAsThoseOfForward();
    void dropoutScalesWhatTheLastReluGives();
    void dropoutMaskKeepsItsShareAndItsMean();
    void callsEveryChildThroughItsHooks();
    void isAModuleWithHooksItself();
    void hookedOutputReplacesTheOutput();
    void stateDictRoundTrips();
    void refusesForeignWeights();
    void refusesUnknownDevices_data();
    void refusesUnknownDevices();
    void modulesHaveTheShapesOfTheSpec_data();
    void modulesHaveTheShapesOfTheSpec();
    void anotherNetworkGivesTheSameBothWays();

private:
    StateDict m_goldens;
};

void TstNetwork::initTestCase()
{
    torch::set_num_threads(1);
    m_goldens = readSafetensors(GLYPHSCOPE_SOURCE_DIR "/tests/model/network/goldens.safetensors");
}

void TstNetwork::hasPyTorchsParameters()
{
    const Network network;
    std::int64_t count = 0;
    QStringList names;
    for (const auto& parameter : network.named_parameters()) {
        names << QString::fromStdString(parameter.key());
        count += parameter.value().numel();
    }
    QCOMPARE(count, 824458);
    QCOMPARE(names.join(u' '),
             QStringLiteral("conv1.weight conv1.bias conv2.weight conv2.bias fc1.weight fc1.bias "
                            "fc2.weight fc2.bias"));
}

void TstNetwork::startsFromPythonsWeights()
{
    const Network network = goldenNetwork();
    for (const auto& parameter : network.named_parameters())
        QCOMPARE(largestDifference(thinned(parameter.value()), m_goldens.find("initial." + parameter.key())),
                 0.0);
}

void TstNetwork::givesPythonsLogits()
{
    Network network = goldenNetwork();
    QVERIFY(largestDifference(network.forward(goldenInputs()).detach(), m_goldens.find("logits")) <= 1e-6);
}

void TstNetwork::givesPythonsGradients()
{
    Network network = goldenNetwork();
    torch::cross_entropy_loss(network.forward(goldenInputs()), goldenLabels()).backward();
    for (const auto& parameter : network.named_parameters())
        QVERIFY2(largestDifference(thinned(parameter.value().grad()),
                                   m_goldens.find("gradient." + parameter.key())) <= 1e-5,
                 parameter.key().c_str());
}

void TstNetwork::walksWithPythonsOptimizer_data()
{
    QTest::addColumn<OptimizerKind>("kind");
    QTest::addColumn<double>("learningRate");
    QTest::addColumn<double>("beta2");
    QTest::addColumn<double>("weightDecay");
    QTest::newRow("adam") << OptimizerKind::Adam << 0.001 << 0.999 << 0.0;
    QTest::newRow("adamw") << OptimizerKind::AdamW << 0.001 << 0.999 << 0.01;
    QTest::newRow("sgd") << OptimizerKind::Nesterov << 0.01 << 0.0 << 0.0005;
}

void TstNetwork::walksWithPythonsOptimizer()
{
    QFETCH(OptimizerKind, kind);
    QFETCH(double, learningRate);
    TrainOptions options;
    options.optimizer = kind;
    options.beta1 = 0.9;
    options.beta2 = QTest::currentDataTag() == QByteArray("sgd") ? 0.5 : 0.999;
    QFETCH(double, weightDecay);
    options.weightDecay = weightDecay;

    Network network = goldenNetwork();
    Optimizer optimizer(network, options);
    for (int step = 0; step < 10; ++step) {
        optimizer.zeroGradients();
        torch::cross_entropy_loss(network.forward(goldenInputs()), goldenLabels()).backward();
        optimizer.step(learningRate);
    }
    const std::string prefix = std::string(QTest::currentDataTag()) + '.';
    for (const auto& parameter : network.named_parameters()) {
        const double difference =
            largestDifference(thinned(parameter.value()), m_goldens.find(prefix + parameter.key()));
        QVERIFY2(difference <= 1e-5,
                 qPrintable(QString::fromStdString(parameter.key()) + u' ' + QString::number(difference)));
    }
}

void TstNetwork::readsABatchAsItReadsSingles()
{
    Network network = goldenNetwork();
    const torch::InferenceMode inference;
    const torch::Tensor x = goldenInputs();
    const torch::Tensor batch = network.forward(x);
    for (std::int64_t i = 0; i < kCount; ++i)
        QVERIFY((network.forward(x.narrow(0, i, 1)) - batch.narrow(0, i, 1)).abs().max().item<double>() <=
                1e-5);
}

void TstNetwork::fusedForwardEqualsForward()
{
    Network network = goldenNetwork();
    const torch::InferenceMode inference;
    const torch::Tensor x = goldenInputs();
    const torch::Tensor exact = network.forward(x);
    QVERIFY((network.forwardFused(x.to(at::MemoryFormat::ChannelsLast)) - exact).abs().max().item<double>() <=
            1e-5);
    // bfloat16 keeps 8 bits of the significand
    QVERIFY((network.forwardFused(x, torch::kBFloat16) - exact).abs().max().item<double>() <= 0.02);
}

namespace {

std::vector<torch::Tensor> gradientsOf(Network& network, const torch::Tensor& logits)
{
    network.zero_grad();
    torch::cross_entropy_loss(logits, goldenLabels()).backward();
    std::vector<torch::Tensor> gradients;
    for (const torch::Tensor& parameter : network.parameters())
        gradients.push_back(parameter.grad().defined() ? parameter.grad().clone() : torch::Tensor());
    return gradients;
}

}  // namespace

void TstNetwork::fusedGradientsEqualThoseOfForward()
{
    Network network = goldenNetwork();
    const torch::Tensor x = goldenInputs();
    const std::vector<torch::Tensor> exact = gradientsOf(network, network.forward(x));
    const std::vector<torch::Tensor> single = gradientsOf(network, network.forwardFused(x));
    const std::vector<torch::Tensor> half = gradientsOf(network, network.forwardFused(x, torch::kBFloat16));
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const auto largest = exact[i].abs().max().item<double>();
        QVERIFY(single[i].sizes() == exact[i].sizes());
        QVERIFY((single[i] - exact[i]).abs().max().item<double>() <= 1e-5 * largest);
        // where the products are rounded a few maxima fall otherwise, and their gradients go elsewhere
        QVERIFY((half[i] - exact[i]).norm().item<double>() <= 0.15 * exact[i].norm().item<double>());
    }
}

void TstNetwork::fusedGradientsAreTheSameWithAnyThreads()
{
    Network network = goldenNetwork();
    const torch::Tensor x = goldenInputs().repeat({9, 1, 1, 1});  // 72, more than a chunk
    if (!hasFeatures(x, torch::kFloat))
        QSKIP("this processor has no instructions for it");
    auto parameters = network.named_parameters();
    std::vector<torch::Tensor> before;
    for (const int threads : {1, 2, 3}) {
        at::set_num_threads(threads);
        network.zero_grad();
        features(x,
                 {parameters["conv1.weight"], parameters["conv1.bias"], parameters["conv2.weight"],
                  parameters["conv2.bias"]},
                 torch::kFloat)
            .square()
            .sum()
            .backward();
        std::vector<torch::Tensor> gradients;
        for (const char* name : {"conv1.weight", "conv1.bias", "conv2.weight", "conv2.bias"})
            gradients.push_back(parameters[name].grad().clone());
        if (before.empty())
            before = gradients;
        for (std::size_t i = 0; i < gradients.size(); ++i)
            QVERIFY(torch::equal(gradients[i], before[i]));
    }
}

void TstNetwork::fusedGradientsLeaveOutWhatIsFrozen()
{
    Network network = goldenNetwork();
    const torch::Tensor x = goldenInputs();
    const std::vector<torch::Tensor> all = gradientsOf(network, network.forwardFused(x));
    for (const char* name : {"conv1.weight", "conv1.bias", "conv2.weight"})
        network.named_parameters()[name].set_requires_grad(false).mutable_grad() = torch::Tensor();
    const std::vector<torch::Tensor> some = gradientsOf(network, network.forwardFused(x));
    QVERIFY(!some[0].defined() && !some[1].defined() && !some[2].defined());
    for (std::size_t i = 3; i < all.size(); ++i)
        QVERIFY(torch::equal(some[i], all[i]));
    for (const torch::Tensor& parameter : network.parameters())
        parameter.set_requires_grad(false);
    QVERIFY(!network.forwardFused(x).requires_grad());
}

void TstNetwork::fusedHooksActAsThoseOfForward_data()
{
    QTest::addColumn<std::vector<HookSpec>>("hooks");
    const auto halving = [](HookKind kind, const std::string& module, int channel = -1) {
        HookSpec hook;
        hook.kind = kind;
        hook.module = module;
        hook.action = HookAction::Scale;
        hook.amount = 0.5;
        hook.channel = channel;
        return hook;
    };
    const std::pair<const char*, HookKind> kinds[] = {{"forward pre", HookKind::ForwardPre},
                                                      {"forward", HookKind::Forward},
                                                      {"full backward pre", HookKind::FullBackwardPre},
                                                      {"full backward", HookKind::FullBackward}};
    for (const auto& [name, kind] : kinds) {
        for (const NetworkLayer& layer : layersOf(shippedNetwork())) {
            QTest::addRow("%s of %s", name, layer.path.c_str()) << std::vector{halving(kind, layer.path)};
            QTest::addRow("%s of a channel of %s", name, layer.path.c_str())
                << std::vector{halving(kind, layer.path, 0)};
        }
        QTest::addRow("%s of all", name) << std::vector{halving(kind, "")};
    }
    HookSpec more = halving(HookKind::Forward, "pool1");
    more.action = HookAction::AddNoise;
    more.seed = 3;
    QTest::newRow("both sides of one place, in their order")
        << std::vector{more, halving(HookKind::ForwardPre, "conv2"), halving(HookKind::FullBackward, "conv2"),
                       halving(HookKind::FullBackwardPre, "pool1", 3)};
}

/// Values and gradients are those of the modules that are called one by one.
void TstNetwork::fusedHooksActAsThoseOfForward()
{
    QFETCH(std::vector<HookSpec>, hooks);
    Network network = goldenNetwork();
    const UserHooks user(network, hooks, HookPhase::Predicting);
    std::vector<Network::Called> called;
    for (const NetworkLayer& layer : network.layers()) {
        Network::Called here;
        for (const HookSpec& hook : hooks)
            if (hook.module.empty() || hook.module == layer.path)
                (hook.kind == HookKind::ForwardPre || hook.kind == HookKind::FullBackward ? here.before
                                                                                          : here.behind) =
                    true;
        called.push_back(here);
    }
    const torch::Tensor x = goldenInputs();
    const torch::Tensor logits = network.forward(x);
    const torch::Tensor fused = network.forwardFused(x, torch::kFloat, {}, called);
    const torch::Tensor half = network.forwardFused(x, torch::kBFloat16, {}, called);
    QVERIFY(torch::allclose(fused, logits, 1e-4, 1e-4));
    QVERIFY((half - logits).abs().max().item<double>() <= 0.03 * (1 + logits.abs().max().item<double>()));
    const std::vector<torch::Tensor> exact = gradientsOf(network, logits);
    const std::vector<torch::Tensor> single = gradientsOf(network, fused);
    const std::vector<torch::Tensor> rounded = gradientsOf(network, half);
    for (std::size_t i = 0; i < exact.size(); ++i) {
        QVERIFY((single[i] - exact[i]).abs().max().item<double>() <=
                1e-4 * exact[i].abs().max().item<double>());
        QVERIFY((rounded[i] - exact[i]).norm().item<double>() <= 0.2 * exact[i].norm().item<double>());
    }
}

void TstNetwork::dropoutScalesWhatTheLastReluGives()
{
    Network network = goldenNetwork();
    const torch::InferenceMode inference;
    const torch::Tensor x = goldenInputs();
    const torch::Tensor mask = dropoutMask(kCount, 256, 0.4, 3, torch::kCPU);
    torch::Tensor hidden;
    torch_hooks::ScopedHook watch(network.steps()[8].hooks->registerForwardHook(
        [&hidden](auto&, auto&, const torch_hooks::Tensors& outputs) {
            hidden = outputs[0];
            return std::optional<torch_hooks::Tensors>();
        }));
    const torch::Tensor dropped = network.forward(x, mask);
    const auto parameters = network.named_parameters();
    const torch::Tensor expected =
        torch::linear(hidden * mask, parameters["fc2.weight"], parameters["fc2.bias"]);
    QVERIFY((dropped - expected).abs().max().item<double>() <= 1e-6);
    QVERIFY(!torch::allclose(dropped, network.forward(x)));
    QVERIFY((network.forwardFused(x, torch::kFloat, mask) - dropped).abs().max().item<double>() <= 1e-5);
    QVERIFY((network.forwardFused(x, torch::kBFloat16, mask) - dropped).abs().max().item<double>() <= 0.03);
}

void TstNetwork::dropoutMaskKeepsItsShareAndItsMean()
{
    const torch::Tensor mask = dropoutMask(500, 256, 0.2, 9, torch::kCPU);
    QVERIFY((mask.sizes() == torch::IntArrayRef{500, 256}));
    QVERIFY(torch::equal(mask, dropoutMask(500, 256, 0.2, 9, torch::kCPU)));
    QVERIFY(!torch::equal(mask, dropoutMask(500, 256, 0.2, 10, torch::kCPU)));
    const double zeroed = mask.eq(0).to(torch::kFloat).mean().item<double>();
    QVERIFY(std::abs(zeroed - 0.2) < 0.01);
    QVERIFY(torch::allclose(mask.masked_select(mask.ne(0)), torch::full({}, 1.25)));
}

void TstNetwork::callsEveryChildThroughItsHooks()
{
    Network network;
    QStringList called;
    for (const Network::Step& step : network.steps())
        step.hooks->registerForwardHook([&called, name = step.name](auto&, auto&, auto&) {
            called << QString::fromStdString(name);
            return std::optional<torch_hooks::Tensors>();
        });
    (void)network.forward(goldenInputs());
    QCOMPARE(called.join(u' '), QStringLiteral("conv1 relu1 pool1 conv2 relu2 pool2 flatten fc1 relu3 fc2"));
    QCOMPARE(static_cast<std::size_t>(called.size()), network.children().size());
}

void TstNetwork::isAModuleWithHooksItself()
{
    Network network;
    std::vector<const torch::nn::Module*> called;
    const torch_hooks::ScopedHook watch(
        torch_hooks::registerGlobalForwardHook([&called](const torch::nn::Module& module, auto&, auto&) {
            called.push_back(&module);
            return std::nullopt;
        }));
    (void)network(goldenInputs());
    QCOMPARE(called.size(), network.children().size() + 1);
    for (std::size_t i = 0; i + 1 < called.size(); ++i)
        QCOMPARE(called[i], network.children()[i].get());
    QCOMPARE(called.back(), &network);
}

void TstNetwork::hookedOutputReplacesTheOutput()
{
    Network network;
    torch_hooks::HookHandle zero =
        network.steps()[7].hooks->registerForwardHook([](auto&, auto&, const torch_hooks::Tensors& outputs) {
            return std::optional(torch_hooks::Tensors{torch::zeros_like(outputs[0])});
        });
    const torch::Tensor bias = network.named_parameters()["fc2.bias"];
    QVERIFY(torch::equal(network.forward(goldenInputs())[0], bias));
    zero.remove();
    zero.remove();
    QVERIFY(!torch::equal(network.forward(goldenInputs())[0], bias));
}

void TstNetwork::stateDictRoundTrips()
{
    const Network network = goldenNetwork();
    const StateDict weights = stateDict(network);
    Network other;
    loadStateDict(other, weights);
    QVERIFY(stateDict(other) == weights);
    QCOMPARE(classCountOf(weights), 10);
}

void TstNetwork::refusesForeignWeights()
{
    StateDict weights = stateDict(Network());
    weights.tensors[0].shape = {32, 1, 5, 5};
    weights.tensors[1].name = "conv1.offset";
    Network network = goldenNetwork();
    const StateDict before = stateDict(network);
    try {
        loadStateDict(network, weights);
        QFAIL("foreign weights were taken");
    } catch (const Error& error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY(message.contains(QStringLiteral("missing: conv1.bias")));
        QVERIFY(message.contains(QStringLiteral("unexpected: conv1.offset")));
        QVERIFY(
            message.contains(QStringLiteral("conv1.weight: [32, 1, 5, 5] in the weights, [32, 1, 3, 3]")));
    }
    QVERIFY(stateDict(network) == before);
}

void TstNetwork::refusesUnknownDevices_data()
{
    QTest::addColumn<QString>("device");
    QTest::newRow("nonsense") << QStringLiteral("gpu please");
    QTest::newRow("empty") << QString();
    QTest::newRow("not ours") << QStringLiteral("meta");
    QTest::newRow("too many") << QStringLiteral("cuda:99");
}

void TstNetwork::refusesUnknownDevices()
{
    QFETCH(QString, device);
    QVERIFY_THROWS_EXCEPTION(Error, (void)deviceNamed(device.toStdString()));
}

void TstNetwork::modulesHaveTheShapesOfTheSpec_data()
{
    QTest::addColumn<NetworkSpec>("spec");
    QTest::newRow("shipped") << shippedNetwork();
    QTest::newRow("letters") << shippedNetwork(26);
    QTest::newRow("strides") << test::stridedNetwork();
}

void TstNetwork::modulesHaveTheShapesOfTheSpec()
{
    QFETCH(NetworkSpec, spec);
    Network network(spec);
    std::vector<ParameterShape> parameters;
    for (const auto& parameter : network.named_parameters())
        parameters.push_back({parameter.key(), parameter.value().sizes().vec()});
    QVERIFY(parameters == parametersOf(spec));
    std::vector<std::vector<int>> outputs;
    std::vector<torch_hooks::ScopedHook> watches;
    for (const Network::Step& step : network.steps())
        watches.emplace_back(
            step.hooks->registerForwardHook([&](auto&, auto&, const torch_hooks::Tensors& values) {
                outputs.push_back(shapeWithoutBatch(values[0]));
                return std::optional<torch_hooks::Tensors>();
            }));
    (void)network.forward(goldenInputs());
    const std::vector<NetworkLayer> layers = layersOf(spec);
    QCOMPARE(outputs.size(), layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i)
        QVERIFY2(outputs[i] == layers[i].outputShape, layers[i].path.c_str());
}

void TstNetwork::anotherNetworkGivesTheSameBothWays()
{
    Network network = seededNetwork(2, test::stridedNetwork());
    QCOMPARE(network.dropoutWidth(), 144);
    const torch::Tensor mask = dropoutMask(kCount, network.dropoutWidth(), 0.4, 3, torch::kCPU);
    const torch::Tensor logits = network.forward(goldenInputs(), mask);
    QVERIFY(torch::allclose(network.forwardFused(goldenInputs(), torch::kFloat, mask), logits, 1e-5, 1e-5));
    QVERIFY(!torch::allclose(network.forward(goldenInputs()), logits, 1e-5, 1e-5));
    const StateDict weights = stateDict(network);
    QVERIFY(specOf(weights) == test::stridedNetwork());
    QCOMPARE(weights.metadata.at("architecture"), std::string("Network"));
    Network other(specOf(weights));
    loadStateDict(other, weights);
    QVERIFY(torch::equal(other.forward(goldenInputs(), mask), logits));
}

GLYPHSCOPE_TEST(TstNetwork, Core)
#include "tst_network.moc"
