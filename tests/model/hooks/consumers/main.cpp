// SPDX-License-Identifier: BSD-3-Clause

// What each consumer builds: hooks one module, and fails where the hook does not act.
#include "torch_hooks/hooks.h"

#include <iostream>
#include <memory>

static_assert(TORCH_HOOKS_VERSION >= TORCH_HOOKS_VERSION_NUMBER(1, 0, 0),
              "a version from before there were any");

int main()
{
    auto linear = std::make_shared<torch_hooks::Hooked<torch::nn::LinearImpl>>(2, 1);
    auto handle = linear->registerForwardHook([](auto&, auto&, const torch_hooks::Tensors& outputs) {
        return torch_hooks::Tensors{torch::full_like(outputs[0], 5)};
    });
    const torch::Tensor x = torch::ones({1, 2});
    const bool acts = (*linear)(x).item<float>() == 5;
    handle.remove();
    const bool isGone = (*linear)(x).equal(linear->forward(x));
    std::cout << "the hook acts: " << acts << ", and is gone: " << isGone << '\n';
    return acts && isGone ? 0 : 1;
}
