// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/kernels/network_shapes.h"
#include "model/types/state_dict.h"
#include "torch_hooks/hooked.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

/// The network of the program: two convolutions, two linear layers, 824,458 parameters for ten classes.
/// Parameters are named, laid out and initialised as those of the same module in Python, so a seed gives the
/// same weights.
class SimpleCNN : public torch::nn::Module, public torch_hooks::HookedModule<SimpleCNN> {
public:
    explicit SimpleCNN(int classCount = 10);

    /// Logits [n, classes] of a batch [n, 1, 28, 28], float. Every child is called through its hooks; the
    /// network's own run where it is called itself, network(x). `dropout` [n, 256] is what relu3's outputs
    /// are multiplied by before fc2; undefined: nothing. It is no module, so that the network stays the same.
    torch::Tensor forward(torch::Tensor x, const torch::Tensor& dropout = {});

    /// The same logits, float, faster: calls no hooks, and large products are of `type`, float or bfloat16.
    /// The convolutions go through features() where that is to be had, else through LibTorch, pooled before
    /// the ReLU, which commutes. For training, where nobody looks at the modules between.
    torch::Tensor forwardFused(torch::Tensor x, torch::ScalarType type = torch::kFloat,
                               const torch::Tensor& dropout = {});

    /// A child module where its hooks are registered, in the order of the forward pass.
    struct Step {
        std::string name;
        std::string kind;  ///< as PyTorch prints it
        torch_hooks::HookPoint* hooks;
    };
    [[nodiscard]] std::vector<Step> steps();
    [[nodiscard]] int classCount() const { return m_classCount; }

private:
    using Conv2d = torch_hooks::Hooked<torch::nn::Conv2dImpl>;
    using ReLU = torch_hooks::Hooked<torch::nn::ReLUImpl>;
    using MaxPool2d = torch_hooks::Hooked<torch::nn::MaxPool2dImpl>;
    using Flatten = torch_hooks::Hooked<torch::nn::FlattenImpl>;
    using Linear = torch_hooks::Hooked<torch::nn::LinearImpl>;

    int m_classCount;
    // in the order of the forward pass, which is the order of the module tree and of the random numbers
    std::shared_ptr<Conv2d> m_conv1;
    std::shared_ptr<ReLU> m_relu1;
    std::shared_ptr<MaxPool2d> m_pool1;
    std::shared_ptr<Conv2d> m_conv2;
    std::shared_ptr<ReLU> m_relu2;
    std::shared_ptr<MaxPool2d> m_pool2;
    std::shared_ptr<Flatten> m_flatten;
    std::shared_ptr<Linear> m_fc1;
    std::shared_ptr<ReLU> m_relu3;
    std::shared_ptr<Linear> m_fc2;
};

/// What relu3's outputs are multiplied by in a training step with dropout: 0 with probability `share`, else
/// 1 / (1 - share), as in PyTorch's F.dropout. [count, 256], settled by the seed.
[[nodiscard]] torch::Tensor dropoutMask(std::int64_t count, double share, std::uint64_t seed,
                                        const torch::Device& device);

/// The network of a seed: LibTorch's default initialisation draws from its one global generator, as Python's
/// does.
[[nodiscard]] SimpleCNN seededNetwork(std::uint64_t seed, int classCount);

/// A network whose parameters will be loaded. It draws from the same generator, but never amid a
/// seededNetwork().
[[nodiscard]] SimpleCNN networkToLoad(int classCount);

/// A copy of the parameters on the CPU, with the architecture in the metadata.
[[nodiscard]] StateDict stateDict(const SimpleCNN& network);

/// Copies `weights` into the network's parameters wherever those are. Throws Error that lists missing,
/// unexpected and mis-shaped tensors, as PyTorch's load_state_dict does; the network is then unchanged.
void loadStateDict(SimpleCNN& network, const StateDict& weights);

/// The device by its PyTorch name. Throws Error if this LibTorch or machine does not have it.
[[nodiscard]] torch::Device deviceNamed(const std::string& name);

/// (u8 / 255 - 0.1307) / 0.3081 of bytes of any shape, as float.
[[nodiscard]] torch::Tensor normalizePixels(const torch::Tensor& bytes);

}  // namespace glyphscope
