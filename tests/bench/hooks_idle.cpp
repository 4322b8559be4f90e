// SPDX-License-Identifier: GPL-3.0-or-later

// What modules with hooks cost while there are none: SimpleCNN, whose children are called through their
// hooks, against the same modules called by forward. They run in turn in one process; the median of the
// ratios counts. Forward against itself says how much of that is noise. At last one call of a ReLU of a
// single value, in nanoseconds: the layer by itself. usage: hooks_idle [ROUNDS]

#include "model/network/detail/network.h"
#include "model/network/detail/resources.h"
#include "torch_hooks/hooked.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

using namespace glyphscope;

namespace {

/// The network's own modules, called as LibTorch calls them.
class PlainNetwork {
public:
    explicit PlainNetwork(const Network& network)
        : m_conv1(child<torch::nn::Conv2dImpl>(network, "conv1"))
        , m_relu(child<torch::nn::ReLUImpl>(network, "relu1"))
        , m_pool(child<torch::nn::MaxPool2dImpl>(network, "pool1"))
        , m_conv2(child<torch::nn::Conv2dImpl>(network, "conv2"))
        , m_flatten(child<torch::nn::FlattenImpl>(network, "flatten"))
        , m_fc1(child<torch::nn::LinearImpl>(network, "fc1"))
        , m_fc2(child<torch::nn::LinearImpl>(network, "fc2"))
    {
    }

    torch::Tensor operator()(torch::Tensor x)
    {
        x = m_pool->forward(m_relu->forward(m_conv1->forward(x)));
        x = m_pool->forward(m_relu->forward(m_conv2->forward(x)));
        x = m_relu->forward(m_fc1->forward(m_flatten->forward(x)));
        return m_fc2->forward(x);
    }

private:
    template <typename Module>
    static std::shared_ptr<Module> child(const Network& network, const char* name)
    {
        return std::dynamic_pointer_cast<Module>(network.named_children()[name]);
    }

    std::shared_ptr<torch::nn::Conv2dImpl> m_conv1;
    std::shared_ptr<torch::nn::ReLUImpl> m_relu;
    std::shared_ptr<torch::nn::MaxPool2dImpl> m_pool;
    std::shared_ptr<torch::nn::Conv2dImpl> m_conv2;
    std::shared_ptr<torch::nn::FlattenImpl> m_flatten;
    std::shared_ptr<torch::nn::LinearImpl> m_fc1;
    std::shared_ptr<torch::nn::LinearImpl> m_fc2;
};

double secondsOf(const auto& call, const torch::Tensor& x, int repeats)
{
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < repeats; ++i)
        (void)call(x);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / repeats;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

struct Comparison {
    double plain;  // median seconds
    double hooked;
    double ratio;    // median over the rounds
    double control;  // the same of plain against plain
};

Comparison compare(const auto& plain, const auto& hooked, const torch::Tensor& x, int rounds, int repeats)
{
    std::vector<double> plains, hookeds, ratios, controls;
    for (int round = 0; round < rounds; ++round) {
        const bool isSwapped = round % 2 == 1;
        const double first = secondsOf(plain, x, repeats);
        const double middle = isSwapped ? secondsOf(plain, x, repeats) : secondsOf(hooked, x, repeats);
        const double last = isSwapped ? secondsOf(hooked, x, repeats) : secondsOf(plain, x, repeats);
        plains.push_back(first);
        hookeds.push_back(isSwapped ? last : middle);
        ratios.push_back(hookeds.back() / first);
        controls.push_back((isSwapped ? middle : last) / first);
    }
    return {median(plains), median(hookeds), median(ratios), median(controls)};
}

void report(const char* what, const Comparison& c, double unit, const char* unitName)
{
    std::printf("%-22s %10.2f %10.2f %s   ratio %.4f   (plain against itself %.4f)\n", what, c.plain / unit,
                c.hooked / unit, unitName, c.ratio, c.control);
}

}  // namespace

int main(int argc, char** argv)
{
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 401;
    useThreads(1);
    keepFreedMemory();
    const torch::InferenceMode inference;
    Network network = seededNetwork(1, shippedNetwork(10));
    PlainNetwork plainNetwork(network);
    const auto plain = [&](const torch::Tensor& x) { return plainNetwork(x); };
    const auto hooked = [&](const torch::Tensor& x) { return network(x); };
    std::printf("%-22s %10s %10s\n", "median", "plain", "hooked");
    report("one image", compare(plain, hooked, torch::rand({1, 1, 28, 28}), rounds, 10), 1e-6, "us");
    report("128 images", compare(plain, hooked, torch::rand({128, 1, 28, 28}), rounds / 4 + 1, 1), 1e-6,
           "us");

    torch_hooks::Hooked<torch::nn::ReLUImpl> relu;
    const auto plainCall = [&](const torch::Tensor& x) { return relu.forward(x); };
    const auto hookedCall = [&](const torch::Tensor& x) { return relu(x); };
    report("ReLU of one value", compare(plainCall, hookedCall, torch::rand(1), rounds, 2000), 1e-9, "ns");
    return 0;
}
