// SPDX-License-Identifier: BSD-3-Clause

// Hooks in a program of one's own: watch every module, change one output, read gradients, take a hook out.
#include "torch_hooks/hooks.h"

#include <iostream>

using namespace torch_hooks;

class Net : public torch::nn::Module, public HookedModule<Net> {
public:
    torch::Tensor forward(const torch::Tensor& x) { return (*head)((*body)(x)); }

    // LibTorch's modules, each with a call operator that runs hooks; children are called with (*child)(x)
    std::shared_ptr<Sequential> body = registerModule(
        "body", std::make_shared<Sequential>(std::make_shared<Hooked<torch::nn::LinearImpl>>(4, 8),
                                             std::make_shared<Hooked<torch::nn::ReLUImpl>>()));
    std::shared_ptr<Hooked<torch::nn::LinearImpl>> head =
        registerModule("head", std::make_shared<Hooked<torch::nn::LinearImpl>>(8, 2));
};

int main()
{
    Net net;
    const ScopedHook trace(registerGlobalForwardHook([](auto& module, auto&, const Tensors& outputs) {
        std::cout << module.name() << ' ' << outputs[0].sizes() << '\n';
        return std::nullopt;
    }));
    HookHandle silence = net.body->registerForwardHook(
        [](auto&, auto&, const Tensors& outputs) { return Tensors{torch::zeros_like(outputs[0])}; });
    net.head->registerFullBackwardHook([](auto&, const Tensors& gradInputs, const Tensors& gradOutputs) {
        std::cout << "gradient " << gradOutputs[0].sizes() << " of the output, " << gradInputs[0].sizes()
                  << " of the input\n";
        return std::nullopt;
    });

    const torch::Tensor x = torch::ones({3, 4}, torch::requires_grad());
    const bool isBias = net(x).allclose(net.head->bias.expand({3, 2}));
    std::cout << "only the bias: " << isBias << '\n';
    silence.remove();
    net(x).sum().backward();
}
