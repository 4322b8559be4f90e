// SPDX-License-Identifier: BSD-3-Clause

// The outputs of modules that one names, out of one pass through a network.
#include "torch_hooks/hooks.h"

#include <iostream>
#include <map>
#include <set>

using namespace torch_hooks;

std::map<std::string, torch::Tensor> featuresOf(Sequential& net, const torch::Tensor& x,
                                                const std::set<std::string>& paths)
{
    std::map<std::string, torch::Tensor> features;
    std::vector<ScopedHook> hooks;  // gone at the end of the function
    for (const auto& item : net.named_modules("", /*include_self=*/false))
        if (HookPoint* point = hookPointOf(*item.value()); point != nullptr && paths.count(item.key()) > 0)
            hooks.push_back(point->registerForwardHook(
                [&features, path = item.key()](auto&, auto&, const Tensors& outputs) {
                    features[path] = outputs[0].detach().clone();
                }));
    const torch::NoGradGuard noGrad;
    net(x);
    return features;
}

int main()
{
    const auto linear = [](int in, int out) {
        return std::make_shared<Hooked<torch::nn::LinearImpl>>(in, out);
    };
    const auto relu = [] { return std::make_shared<Hooked<torch::nn::ReLUImpl>>(); };
    Sequential net(std::make_shared<Sequential>(linear(4, 16), relu(), linear(16, 8)), relu(), linear(8, 2));
    for (const auto& [path, feature] : featuresOf(net, torch::rand({3, 4}), {"0.1", "0", "2"}))
        std::cout << path << ' ' << feature.sizes() << '\n';
}
