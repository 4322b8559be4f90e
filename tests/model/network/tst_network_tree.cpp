// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/network.h"
#include "model/network/detail/pieces.h"
#include "model/network/detail/shared.h"
#include "tests/support/disturbed_network.h"
#include "tests/support/random_network.h"
#include "tests/support/test_program.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>

using namespace glyphscope;

namespace {

torch::Tensor imagesFor(std::int64_t count, std::uint64_t seed)
{
    return torch::randn({count, 1, 28, 28}, at::detail::createCPUGenerator(seed));
}

double furthest(const torch::Tensor& a, const torch::Tensor& b)
{
    return ((a - b).abs() / (1 + b.abs())).max().item<double>();
}

std::map<std::string, torch::Tensor> gradientsOf(const Network& network)
{
    std::map<std::string, torch::Tensor> gradients;
    for (const auto& parameter : network.named_parameters())
        gradients[parameter.key()] = parameter.value().grad().clone();
    return gradients;
}

/// One step's loss and gradients, through hooked modules or the fused ones.
std::map<std::string, torch::Tensor> gradientsBy(Network& network, const torch::Tensor& images, bool fused)
{
    for (torch::Tensor& parameter : network.parameters())
        parameter.mutable_grad() = torch::zeros_like(parameter);
    const torch::Tensor logits = fused ? network.forwardFused(images) : network.forward(images);
    const torch::Tensor labels = torch::arange(images.size(0)).remainder(network.classCount());
    torch::cross_entropy_loss(logits, labels).backward();
    return gradientsOf(network);
}

}  // namespace

class TstNetworkTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outputsHaveTheInferredShapes();
    void theFusedWayReadsTheSame();
    void theFusedWayHasTheSameGradients();
    void batchNormsMeasureTheWholeBatch();
    void threadsDoNotMatter();
    void dropoutIsOfTheSeed();
    void weightsComeBack();
    void verdictsAreLibTorchs();
};

void TstNetworkTree::outputsHaveTheInferredShapes()
{
    test::RandomNetworks random(1);
    for (int i = 0; i < 40; ++i) {
        Network network = networkToLoad(random.network());
        std::map<std::string, std::vector<std::int64_t>> shapes;
        std::vector<torch_hooks::ScopedHook> watches;
        for (const Network::Step& step : network.steps())
            watches.emplace_back(
                step.hooks->registerForwardHook([&shapes, step](auto&, auto&, const auto& outputs) {
                    shapes[step.name] = outputs[0].sizes().vec();
                    return std::optional<torch_hooks::Tensors>();
                }));
        const torch::NoGradGuard noGrad;
        (void)network.forward(imagesFor(2, 1));
        for (const NetworkLayer& layer : network.layers()) {
            std::vector<std::int64_t> wanted{2};
            wanted.insert(wanted.end(), layer.outputShape.begin(), layer.outputShape.end());
            QVERIFY2(shapes[layer.path] == wanted, layer.path.c_str());
        }
        std::vector<ParameterShape> state;
        for (const NamedTensor& tensor : stateDict(network).tensors)
            state.push_back({tensor.name, tensor.shape});
        QVERIFY(state == stateOf(network.spec()));
    }
}

void TstNetworkTree::theFusedWayReadsTheSame()
{
    test::RandomNetworks random(2);
    for (int i = 0; i < 60; ++i) {
        Network network = networkToLoad(random.network());
        test::disturb(network, 3);
        const torch::InferenceMode inference;
        const torch::Tensor images = imagesFor(33, 4);
        QVERIFY(furthest(network.forwardFused(images), network.forward(images)) < 1e-4);
    }
}

void TstNetworkTree::theFusedWayHasTheSameGradients()
{
    test::RandomNetworks random(5);
    int compared = 0;
    for (int i = 0; i < 80; ++i) {
        Network network = networkToLoad(random.network());
        test::disturb(network, 6);
        const bool drops = std::ranges::any_of(network.layers(), [](const NetworkLayer& layer) {
            return layer.kind == LayerKind::Dropout || layer.kind == LayerKind::Dropout2d;
        });
        if (drops)  // is drawn by the piece
            continue;
        ++compared;
        network.train();
        const StateDict before = stateDict(network);
        const torch::Tensor images = imagesFor(40, 7);
        const auto hooked = gradientsBy(network, images, false);
        const StateDict measured = stateDict(network);
        loadStateDict(network, before);
        const auto fused = gradientsBy(network, images, true);
        for (const auto& [name, gradient] : hooked)
            QVERIFY2(furthest(fused.at(name), gradient) < 2e-3, name.c_str());
        const StateDict moved = stateDict(network);
        for (std::size_t k = 0; k < moved.tensors.size(); ++k)
            for (std::size_t v = 0; v < moved.tensors[k].values.size(); ++v)
                QVERIFY(std::abs(moved.tensors[k].values[v] - measured.tensors[k].values[v]) < 1e-3F);
    }
    QVERIFY(compared > 20);
}

/// Against LibTorch's own, with a mean that is large beside the spread.
void TstNetworkTree::batchNormsMeasureTheWholeBatch()
{
    const torch::Tensor x =
        (torch::randn({48, 5, 6, 7}, at::detail::createCPUGenerator(1)) * 0.5 + 30).requires_grad_(true);
    const auto run = [&x](bool shared) {
        BatchNormState state{torch::full({5}, 1.5).requires_grad_(true),
                             torch::full({5}, 0.5).requires_grad_(true),
                             torch::zeros({5}),
                             torch::ones({5}),
                             0.1,
                             1e-5};
        const torch::Tensor y = shared ? sharedBatchNorm(x, state)
                                       : torch::batch_norm(x, state.weight, state.bias, state.mean,
                                                           state.variance, true, 0.1, 1e-5, false);
        x.mutable_grad() = torch::Tensor();
        (y * torch::arange(48).view({48, 1, 1, 1})).square().mean().backward();
        return std::vector<torch::Tensor>{y.detach(),        x.grad().clone(), state.weight.grad(),
                                          state.bias.grad(), state.mean,       state.variance};
    };
    const auto ours = run(true);
    const auto theirs = run(false);
    for (std::size_t i = 0; i < ours.size(); ++i)
        QVERIFY(furthest(ours[i], theirs[i]) < 2e-3);
}

void TstNetworkTree::threadsDoNotMatter()
{
    test::RandomNetworks random(8);
    for (int i = 0; i < 12; ++i) {
        Network network = seededNetwork(1, random.network());
        network.setStepSeed(5);
        const torch::Tensor images = imagesFor(64, 9);
        const StateDict before = stateDict(network);
        std::map<std::string, torch::Tensor> first;
        for (const int threads : {1, 2, 3}) {
            loadStateDict(network, before);
            withHelpers(threads, [&] {
                const auto gradients = gradientsBy(network, images, true);
                if (threads == 1)
                    first = gradients;
                for (const auto& [name, gradient] : gradients)
                    QVERIFY2(torch::equal(gradient, first.at(name)), name.c_str());
            });
        }
    }
}

void TstNetworkTree::dropoutIsOfTheSeed()
{
    NetworkSpec spec = presetNamed("lenet-5")->make(10);
    insertLayer(spec, {7}, newLayer("Dropout"));
    insertLayer(spec, {3}, newLayer("Dropout2d"));
    Network network = seededNetwork(1, spec);
    const torch::Tensor images = imagesFor(32, 1);
    const auto logits = [&](std::uint64_t seed, bool fused) {
        network.setStepSeed(seed);
        return (fused ? network.forwardFused(images) : network.forward(images)).detach();
    };
    for (const bool fused : {false, true}) {
        QVERIFY(torch::equal(logits(1, fused), logits(1, fused)));
        QVERIFY(!torch::equal(logits(1, fused), logits(2, fused)));
    }
    network.eval();
    QVERIFY(torch::equal(logits(1, false), logits(2, false)));
}

void TstNetworkTree::weightsComeBack()
{
    test::RandomNetworks random(10);
    for (int i = 0; i < 20; ++i) {
        Network network = networkToLoad(random.network());
        test::disturb(network, 11);
        const StateDict weights = stateDict(network);
        QVERIFY(checkedSpecOf(weights) == network.spec());
        Network other = networkToLoad(specOf(weights));
        loadStateDict(other, weights);
        const torch::InferenceMode inference;
        QVERIFY(torch::equal(network.forward(imagesFor(2, 1)), other.forward(imagesFor(2, 1))));
    }
}

/// What check() says of networks that were edited at random is what LibTorch does with them, but for this
/// program's own rules. 700 here; tests/bench has the same for 10,000.
void TstNetworkTree::verdictsAreLibTorchs()
{
    test::RandomNetworks random(12);
    int fitting = 0;
    int refused = 0;
    for (int i = 0; i < 700; ++i) {
        NetworkSpec spec = random.network();
        random.edit(spec);
        random.edit(spec);
        const NetworkCheck result = check(spec);
        (result.fits() ? fitting : refused) += 1;
        if (!result.fits()) {
            for (const Repair& repair : result.problems.front().repairs)
                QVERIFY(check(repair.network, false).fits());
            QVERIFY(!result.problems.front().repairs.empty());
            continue;
        }
        Network network = networkToLoad(spec);
        const torch::InferenceMode inference;
        QVERIFY(network.forward(imagesFor(2, 1)).sizes().vec() ==
                (std::vector<std::int64_t>{2, static_cast<std::int64_t>(spec.classes.size())}));
    }
    QVERIFY(fitting > 100 && refused > 100);
}

GLYPHSCOPE_TEST(TstNetworkTree, None)
#include "tst_network_tree.moc"
