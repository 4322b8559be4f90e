// SPDX-License-Identifier: BSD-3-Clause

// Gradients that grow from layer to layer, kept at a norm on their way back through each module.
#include "torch_hooks/hooks.h"

#include <algorithm>
#include <iostream>

using namespace torch_hooks;

ScopedHook clipGradients(HookPoint& point, double largest)
{
    return point.registerFullBackwardHook([largest](auto&, const Tensors& gradInputs, auto&) {
        Tensors clipped = gradInputs;
        for (torch::Tensor& gradient : clipped)
            if (gradient.defined())
                gradient = gradient * std::min(1.0, largest / gradient.norm().item<double>());
        return clipped;
    });
}

int main()
{
    Sequential net;
    std::vector<ScopedHook> hooks;
    for (int i = 0; i < 4; ++i) {
        auto layer =
            std::make_shared<Hooked<torch::nn::LinearImpl>>(torch::nn::LinearOptions(1, 1).bias(false));
        layer->weight.data().fill_(10);  // each multiplies the gradient by ten
        hooks.push_back(clipGradients(*layer, 5));
        net.push_back(layer);
    }
    for (const char* text : {"clipped: ", "as it is: "}) {
        torch::Tensor x = torch::ones({1, 1}, torch::requires_grad());
        net(x).sum().backward();
        std::cout << text << x.grad().item<double>() << '\n';
        hooks.clear();
    }
}
