// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"
#include "torch_hooks/hooked_module.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

/// What a training step draws and multiplies by, for modules to find wherever they are in the tree.
struct StepDraws {
    torch::Tensor dropout;   ///< see Network::forward(); undefined: nothing
    std::uint64_t seed = 0;  ///< of the Dropouts
};

/// Calls its children through their hooks, one after the other; a Residual both, and adds what they give.
class Block final : public torch::nn::Module, public torch_hooks::HookedModule<Block> {
public:
    explicit Block(bool adds) : m_adds(adds) {}

    /// Registers a child. `draws` is null where what goes into it is not multiplied by dropout.
    void add(const std::string& name, const std::shared_ptr<torch::nn::Module>& child,
             std::shared_ptr<const StepDraws> draws);
    torch::Tensor forward(const torch::Tensor& x);

private:
    struct Child {
        torch_hooks::HookPoint* hooks;
        std::shared_ptr<const StepDraws> draws;
    };
    const bool m_adds;
    std::vector<Child> m_children;
};

/// nn.Dropout or nn.Dropout2d whose draws are settled by the seed of the step, so that a run can be repeated
/// and resumed.
class SeededDropout final : public torch::nn::Module, public torch_hooks::HookedModule<SeededDropout> {
public:
    SeededDropout(double share, bool wholeMaps, std::uint64_t number, std::shared_ptr<const StepDraws> draws);

    torch::Tensor forward(const torch::Tensor& x) { return drop(x, 0); }
    /// Of piece `piece` of a batch.
    [[nodiscard]] torch::Tensor drop(const torch::Tensor& x, std::int64_t piece) const;

private:
    const double m_share;
    const bool m_wholeMaps;
    const std::uint64_t m_number;  // of this module among those of the network
    const std::shared_ptr<const StepDraws> m_draws;
};

/// The hooked module of a layer with what its parameters are drawn to be. `number` is its place.
[[nodiscard]] std::shared_ptr<torch::nn::Module> makeModule(const NetworkLayer& layer, std::uint64_t number,
                                                            const std::shared_ptr<const StepDraws>& draws);

}  // namespace glyphscope
