// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"
#include "model/types/module_output.h"
#include "model/types/raster.h"
#include "model/types/state_dict.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

namespace kernels {
struct Steps;
}

/// The sets of instructions that forward passes can be computed with here, the fastest first; the last is
/// always there.
[[nodiscard]] std::vector<std::string> forwardInstructions();

/// The parameters of a network that canRead() laid out for the processor, in float32. Immutable: any number
/// of threads may compute with it, each with a ForwardPass of its own.
class PackedNetwork {
public:
    /// Throws Error, with the list of what does not fit, if `weights` are not those of their network, and if
    /// canRead() says no to that.
    explicit PackedNetwork(const StateDict& weights);
    ~PackedNetwork();
    PackedNetwork(const PackedNetwork&) = delete;
    PackedNetwork& operator=(const PackedNetwork&) = delete;

    [[nodiscard]] int classCount() const { return static_cast<int>(m_spec.classes.size()); }

private:
    friend class ForwardPass;
    struct Layout;
    NetworkSpec m_spec;
    std::vector<NetworkLayer> m_layers;
    std::vector<std::string> m_kinds;  // as PyTorch prints the layers
    std::unique_ptr<const Layout> m_layout;
};

/// Reads one glyph after another without LibTorch, on the calling thread; sums are in another order than
/// LibTorch's, so logits differ from its in the last digits. Not for two threads at once.
class ForwardPass {
public:
    /// `instructions`: one of forwardInstructions(), or empty for the fastest.
    explicit ForwardPass(std::shared_ptr<const PackedNetwork> network, const std::string& instructions = {});
    ~ForwardPass();

    /// One logit a class; valid until the next call.
    [[nodiscard]] std::span<const float> logits(const Glyph& glyph);

    /// The same, and a copy of every module's output, [maps][y][x], with the time that it took.
    [[nodiscard]] std::vector<ModuleOutput> modules(const Glyph& glyph);

    /// Of the last glyph: [28][28], standardised.
    [[nodiscard]] std::vector<float> input() const;

private:
    void setInput(const Glyph& glyph);

    struct Buffers;
    std::shared_ptr<const PackedNetwork> m_network;
    const kernels::Steps& m_steps;
    std::unique_ptr<Buffers> m_buffers;
};

}  // namespace glyphscope
