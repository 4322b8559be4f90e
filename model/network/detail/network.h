// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/modules.h"
#include "model/spec/presets.h"
#include "model/spec/spec_of.h"
#include "torch_hooks/hooked_module.h"

#include <torch/torch.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// The network of a spec: hooked modules in the tree of its layers. Parameters are named, laid out and
/// initialised as those of the same modules in Python, so a seed gives the same weights.
class Network : public torch::nn::Module, public torch_hooks::HookedModule<Network> {
public:
    /// Throws Error for a spec that does not fit.
    explicit Network(NetworkSpec spec = shippedNetwork());

    /// Logits [n, classes] of a batch [n, 1, 28, 28], float. Every child is called through its hooks; the
    /// network's own run where it is called itself, network(x). `dropout` [n, dropoutWidth()] is what goes
    /// into the last Linear is multiplied by; undefined: nothing. It is no module, so that the network stays
    /// the same. One call at a time.
    torch::Tensor forward(torch::Tensor x, const torch::Tensor& dropout = {});

    /// Where hooks act on a layer.
    struct Called {
        bool before = false;  ///< on what goes in, or on its gradient
        bool behind = false;  ///< on what comes out, or on its gradient
    };

    /// The same logits, float, faster: large products are of `type`, float or bfloat16. Layers that
    /// features() computes go through it where that is to be had; the others through LibTorch, pooled before
    /// a ReLU, which commutes. For training, where nobody looks at the modules between. Hooks are called only
    /// where `called` says so, nowhere by default, with values in float; only layers between two such places
    /// go through features() together. A network that is no such chain is shared out in pieces; in training
    /// its batch norms see the whole batch. One call at a time with dropout or in training.
    torch::Tensor forwardFused(torch::Tensor x, torch::ScalarType type = torch::kFloat,
                               const torch::Tensor& dropout = {}, const std::vector<Called>& called = {});

    /// What Dropouts draw from in the next forward pass.
    void setStepSeed(std::uint64_t seed) { m_draws->seed = seed; }

    /// Whether forwardFused() and its way back share out nearly all of their work in pieces (pieces.h) on a
    /// CPU: then a batch goes through it as a whole.
    [[nodiscard]] bool sharesItself(torch::ScalarType type, const std::vector<Called>& called = {}) const;

    /// A module where its hooks are registered, in the order in which they are done: a block after what it
    /// holds.
    struct Step {
        std::string name;
        std::string kind;  ///< as PyTorch prints it
        torch_hooks::HookPoint* hooks;
    };
    [[nodiscard]] std::vector<Step> steps();

    [[nodiscard]] const NetworkSpec& spec() const { return m_spec; }
    [[nodiscard]] const std::vector<NetworkLayer>& layers() const { return m_layers; }
    [[nodiscard]] int classCount() const { return static_cast<int>(m_spec.classes.size()); }
    /// How many values dropout acts on; 0 where it has no place.
    [[nodiscard]] std::int64_t dropoutWidth() const;

private:
    struct Child {
        std::shared_ptr<torch::nn::Module> module;
        torch_hooks::HookPoint* hooks = nullptr;  // of the module
        torch::Tensor* weight = nullptr;          // in the module; null where it has none
        torch::Tensor* bias = nullptr;
    };
    struct FusedOptions {
        torch::ScalarType type;
        const torch::Tensor& dropout;
        const std::vector<Called>& called;
    };
    class FusedPass;
    static void findParameters(Child& child);
    [[nodiscard]] torch::Tensor callHooked(std::size_t place, torch::Tensor x) const;
    [[nodiscard]] torch::Tensor fusedThroughHooks(std::size_t place, torch::Tensor x,
                                                  torch::ScalarType type) const;
    [[nodiscard]] std::size_t featuresFrom(std::size_t place, const std::vector<Called>& called) const;
    [[nodiscard]] torch::Tensor featuresThroughHooks(std::size_t begin, std::size_t end, torch::Tensor x,
                                                     torch::ScalarType type,
                                                     const std::vector<Called>& called) const;
    [[nodiscard]] torch::Tensor fused(std::size_t place, torch::Tensor x, torch::ScalarType type) const;

    [[nodiscard]] torch::Tensor forwardTree(const torch::Tensor& x, const FusedOptions& options) const;
    [[nodiscard]] torch::Tensor batchNorm(std::size_t place, const torch::Tensor& x) const;

    NetworkSpec m_spec;
    std::vector<NetworkLayer> m_layers;
    std::size_t m_dropoutPlace;  // among the layers
    std::size_t m_featureCount;  // layers from the first that features() computes; 0: none
    bool m_chain;                // see isPlainChain()
    std::shared_ptr<StepDraws> m_draws;
    std::vector<Child> m_children;  // as m_layers; in the order of the random numbers
    std::vector<int> m_top;         // places of those that are in no block
};

/// What a training step with dropout multiplies by: 0 with probability `share`, else 1 / (1 - share), as in
/// PyTorch's F.dropout. [count, width], settled by the seed.
[[nodiscard]] torch::Tensor dropoutMask(std::int64_t count, std::int64_t width, double share,
                                        std::uint64_t seed, const torch::Device& device);

/// The network of a seed: LibTorch's default initialisation draws from its one global generator, as Python's
/// does.
[[nodiscard]] Network seededNetwork(std::uint64_t seed, const NetworkSpec& spec);

/// A network whose parameters will be loaded, for reading: eval() was called. It draws from the same
/// generator, but never amid a seededNetwork().
[[nodiscard]] Network networkToLoad(const NetworkSpec& spec);

/// A copy of the parameters and buffers on the CPU, with what the network is in the metadata.
[[nodiscard]] StateDict stateDict(const Network& network);

/// Copies `weights` into the network's parameters and buffers wherever those are. Throws Error that lists
/// missing, unexpected and mis-shaped tensors, as PyTorch's load_state_dict does; the network is then
/// unchanged.
void loadStateDict(Network& network, const StateDict& weights);

/// The device by its PyTorch name. Throws Error if this LibTorch or machine does not have it.
[[nodiscard]] torch::Device deviceNamed(const std::string& name);

/// (u8 / 255 - mean) / deviation of bytes of any shape, as float.
[[nodiscard]] torch::Tensor normalizePixels(const torch::Tensor& bytes, const InputSpec& input);

}  // namespace glyphscope
