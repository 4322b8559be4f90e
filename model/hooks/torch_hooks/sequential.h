// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/detail/clone.h"
#include "torch_hooks/hooked_module.h"

#include <memory>
#include <string>

namespace torch_hooks {

/// Modules one after the other, each called through its hooks with what the one before returned. The first
/// takes one tensor and the last returns one. LibTorch's Sequential calls forward and goes around the hooks.
class Sequential : public torch::nn::Cloneable<Sequential>, public HookedModule<Sequential> {
public:
    Sequential() = default;

    /// Named "0", "1", ... as in PyTorch.
    template <typename... Modules>
    explicit Sequential(std::shared_ptr<Modules>... modules)
    {
        (push_back(std::move(modules)), ...);
    }

    /// Throws std::invalid_argument for null and for a module that takes no hooks.
    void push_back(std::shared_ptr<torch::nn::Module> module);
    void push_back(const std::string& name, std::shared_ptr<torch::nn::Module> module);

    [[nodiscard]] std::size_t size() const { return children().size(); }

    torch::Tensor forward(torch::Tensor input);

    /// A deep copy with the same hooks.
    std::shared_ptr<torch::nn::Module> clone(detail::CloneDevice device = {}) const override;
    void reset() override {}
};

}  // namespace torch_hooks
