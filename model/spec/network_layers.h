// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/layer_kinds.h"
#include "model/types/network_spec.h"

#include <cstdint>
#include <string>
#include <vector>

namespace glyphscope {

/// A parameter by its name in the state dict.
struct ParameterShape {
    std::string name;  ///< the path of its module, a dot, and "weight" or "bias"
    std::vector<std::int64_t> shape;
    friend bool operator==(const ParameterShape&, const ParameterShape&) = default;
};

/// A layer with what is inferred of it. Shapes are those of one image: {maps, height, width} or {values}.
struct NetworkLayer {
    std::string path;  ///< its name in the module tree
    LayerKind kind = LayerKind::ReLU;
    LayerSpec spec;
    std::vector<int> inputShape;
    std::vector<int> outputShape;
    std::vector<ParameterShape> parameters;  ///< in PyTorch's order
    std::int64_t multiplyAdds = 0;  ///< of one image's forward pass; biases, ReLU and pools take none

    [[nodiscard]] bool hasMaps() const { return outputShape.size() == 3; }
    [[nodiscard]] std::int64_t option(std::string_view name) const { return optionOf(spec, name); }
};

/// The layers in the order of the forward pass. Throws Error that names the layer that does not fit and why,
/// as for a network whose output is not one logit a class.
[[nodiscard]] std::vector<NetworkLayer> layersOf(const NetworkSpec& network);

/// All parameters in the order of the module tree.
[[nodiscard]] std::vector<ParameterShape> parametersOf(const NetworkSpec& network);

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
/// out, but for the stride of a pool.
[[nodiscard]] std::string layerText(const NetworkLayer& layer);

}  // namespace glyphscope
