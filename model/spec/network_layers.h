// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/layer_kinds.h"
#include "model/spec/network_problem.h"
#include "model/types/network_spec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// What a network may take, whatever its layers.
struct NetworkLimits {
    static constexpr std::int64_t kParameters = 50'000'000;
    static constexpr std::int64_t kMultiplyAdds = 1'000'000'000;  ///< of one image
    static constexpr std::int64_t kValues = 16'000'000;           ///< that all modules give for one image
    static constexpr std::size_t kModules = 1024;                 ///< repeated ones as often as they are
    static constexpr std::size_t kDepth = 8;                      ///< of layers inside layers
    static constexpr std::size_t kNameBytes = 64;
};

/// A parameter or buffer by its name in the state dict.
struct ParameterShape {
    std::string name;  ///< the path of its module, a dot, and "weight", "bias", "running_mean", ...
    std::vector<std::int64_t> shape;
    friend bool operator==(const ParameterShape&, const ParameterShape&) = default;
};

/// A module with what is inferred of it. Shapes are those of one image: {maps, height, width} or {values}.
/// A Residual has two children, "body" and "shortcut", a Repeat as many as it repeats, "0", "1", ...: those
/// are modules of their own, as in PyTorch, which are made here.
struct NetworkLayer {
    std::string path;  ///< its name in the module tree, "res.body.conv"
    LayerKind kind = LayerKind::ReLU;
    LayerSpec spec;  ///< for a module that is made here: what it would be
    std::vector<int> inputShape;
    std::vector<int> outputShape;
    std::vector<ParameterShape> parameters;  ///< in PyTorch's order, as the next; its own, not its children's
    std::vector<ParameterShape> buffers;
    std::int64_t multiplyAdds = 0;  ///< of one image's forward pass; only weights take any
    SpecPlace place;                ///< in the spec, of itself or of the block that makes it
    int parent = -1;                ///< place of its block among the layers; -1: the network itself
    std::vector<int> children;      ///< places among the layers
    /// Paths of the modules whose outputs it reads, "input" for the network's; of a block those whose outputs
    /// it gives: the last child, or of a Residual the two that it adds.
    std::vector<std::string> sources;

    [[nodiscard]] bool hasMaps() const { return outputShape.size() == 3; }
    [[nodiscard]] const KindInfo& info() const { return kindOf(spec); }
    [[nodiscard]] bool isBlock() const { return info().isBlock(); }
    [[nodiscard]] std::string_view name() const;  ///< the last part of its path
    [[nodiscard]] std::int64_t option(std::string_view name) const { return optionOf(spec, name); }
    [[nodiscard]] double real(std::string_view name) const { return realOptionOf(spec, name); }
    [[nodiscard]] bool flag(std::string_view name) const { return flagOf(spec, name); }
};

/// What can be said of a network, whether or not it fits: its modules up to the first whose shape is unknown,
/// and what does not fit. Each option and name is looked at; of shapes only the first that does not fit, on
/// which those behind it depend. Problems have no repairs yet.
struct NetworkInference {
    std::vector<NetworkLayer> layers;
    std::vector<NetworkProblem> problems;
};
[[nodiscard]] NetworkInference infer(const NetworkSpec& network);

/// The modules in the order of the tree, a block before its children; without blocks that is the order of
/// the forward pass. Throws Error that names the layer that does not fit and why, as for a network whose
/// output is not one logit a class.
[[nodiscard]] std::vector<NetworkLayer> layersOf(const NetworkSpec& network);

/// Places among the layers in the order in which they are done: a block after its children.
[[nodiscard]] std::vector<std::size_t> forwardOrder(const std::vector<NetworkLayer>& layers);

/// All parameters in the order of the module tree.
[[nodiscard]] std::vector<ParameterShape> parametersOf(const NetworkSpec& network);

/// Parameters and buffers in the order of PyTorch's state_dict().
[[nodiscard]] std::vector<ParameterShape> stateOf(const NetworkSpec& network);

/// Whether it is the counter of a batch norm, which PyTorch keeps as a whole number, and which older files
/// lack.
[[nodiscard]] bool isBatchCounter(std::string_view tensorName);

/// Sums over all modules.
struct NetworkTotals {
    std::int64_t parameters = 0;
    std::int64_t multiplyAdds = 0;  ///< of one image
    std::int64_t values = 0;        ///< that the modules without children give for one image
    std::int64_t modules = 0;
};
[[nodiscard]] NetworkTotals totalsOf(const std::vector<NetworkLayer>& layers);
[[nodiscard]] std::int64_t parameterCount(const NetworkLayer& layer);

/// How many values a shape has, and the shape as "64x7x7".
[[nodiscard]] std::int64_t valuesIn(const std::vector<int>& shape);
[[nodiscard]] std::string sizeText(const std::vector<int>& shape);

/// Where a training's dropout acts: on what goes into the last Linear. Its place among the layers, or that
/// of the end where there is none.
[[nodiscard]] std::size_t dropoutPlace(const std::vector<NetworkLayer>& layers);

/// Where Grad-CAM looks: the last layer that has maps, before the pools that only shrink them. Throws Error
/// where no layer has maps.
[[nodiscard]] const NetworkLayer& lastLayerWithMaps(const std::vector<NetworkLayer>& layers);

/// The parameters of the convolutions, and those of all layers but the last that has any: what a fine-tuning
/// leaves as it is.
[[nodiscard]] std::vector<std::string> convolutionParameters(const NetworkSpec& network);
[[nodiscard]] std::vector<std::string> parametersBeforeTheLastLayer(const NetworkSpec& network);

/// The module as PyTorch's source says it, "Conv2d(1, 32, 3, padding=1)": options by their defaults are left
/// out, but for the stride of a pool. Of a block its kind, "Repeat(4)".
[[nodiscard]] std::string layerText(const NetworkLayer& layer);

}  // namespace glyphscope
