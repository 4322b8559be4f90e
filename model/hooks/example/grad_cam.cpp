// SPDX-License-Identifier: BSD-3-Clause

// Grad-CAM (Selvaraju et al. 2017): which places of a convolution's maps speak for a class.
#include "torch_hooks/hooks.h"

#include <iostream>

using namespace torch_hooks;

torch::Tensor gradCam(Sequential& net, HookPoint& layer, const torch::Tensor& picture, int classIndex)
{
    torch::Tensor maps, gradients;
    auto seeMaps = scoped(layer.registerForwardHook(
        [&](auto&, auto&, const Tensors& outputs) { maps = outputs[0].detach().clone(); }));
    auto seeGradients = scoped(layer.registerFullBackwardHook(
        [&](auto&, auto&, const Tensors& gradOutputs) { gradients = gradOutputs[0]; }));
    net(picture)[0][classIndex].backward();
    return (gradients.mean({2, 3}, /*keepdim=*/true) * maps).sum(1).relu();
}

int main()
{
    auto conv = std::make_shared<Hooked<torch::nn::Conv2dImpl>>(torch::nn::Conv2dOptions(1, 4, 3).padding(1));
    auto head = std::make_shared<Hooked<torch::nn::LinearImpl>>(4, 2);
    Sequential net(conv, std::make_shared<Hooked<torch::nn::ReLUImpl>>(),
                   std::make_shared<Hooked<torch::nn::AdaptiveAvgPool2dImpl>>(1),
                   std::make_shared<Hooked<torch::nn::FlattenImpl>>(), head);
    conv->weight.data().fill_(1);  // a blur, and class 1 is "bright"
    conv->bias.data().fill_(0);
    head->weight.data().copy_(torch::tensor({{-1.0F}, {1.0F}}).expand({2, 4}));
    torch::Tensor picture = torch::zeros({1, 1, 8, 8});
    picture.slice(2, 4, 7).slice(3, 1, 4).fill_(1);  // a square, its middle in row 5, column 2
    const auto hottest = gradCam(net, *conv, picture, 1).argmax().item<std::int64_t>();
    std::cout << "hottest in row " << hottest / 8 << ", column " << hottest % 8 << '\n';
    std::cout << "for class 0: " << gradCam(net, *conv, picture, 0).max().item<float>() << '\n';
}
