// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_spec.h"
#include "model/types/unit_explanation.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace glyphscope {

/// The kinds of layers that this program can build.
enum class LayerKind { Conv2d, ReLU, MaxPool2d, Flatten, Linear };

/// A whole number among the options of a kind.
struct KindOption {
    std::string_view name;
    std::optional<std::int64_t> usual;  ///< PyTorch's default; none: it must be given
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::string_view usualAs = {};  ///< the option whose value it has by default, in place of `usual`
};

/// What a kind does to the shape of what comes in; it decides the parameters, too.
enum class ShapeRule {
    Same,        ///< value by value: an activation
    Flattened,   ///< one vector
    Pooled,      ///< a window over each map: kernel_size, stride, padding
    Convolved,   ///< a window over all maps: out_channels and the same; weight and bias
    Multiplied,  ///< a vector to out_features; weight and bias
};

/// An attribute that every node of a kind has in ONNX.
struct OnnxAttribute {
    std::string_view name;
    std::int64_t value = 0;
};

struct KindInfo {
    LayerKind kind;
    std::string_view name;                ///< PyTorch's
    std::span<const KindOption> options;  ///< in PyTorch's order
    ShapeRule shape;
    UnitExplanation::Form form;  ///< how one value of it comes about
    std::string_view onnx;       ///< ONNX's operator
    std::optional<OnnxAttribute> onnxAttribute = {};

    [[nodiscard]] bool slides() const { return shape == ShapeRule::Pooled || shape == ShapeRule::Convolved; }
    [[nodiscard]] bool hasParameters() const
    {
        return shape == ShapeRule::Convolved || shape == ShapeRule::Multiplied;
    }
};

/// All of them.
[[nodiscard]] std::span<const KindInfo> layerKinds();

/// By PyTorch's name; null for a kind that this program does not know.
[[nodiscard]] const KindInfo* kindNamed(std::string_view name);

/// Throws Error that names the layer, the kind and those that there are.
[[nodiscard]] const KindInfo& kindOf(const LayerSpec& layer);

/// A whole number of `layer`, or its default. Throws Error that names layer and option where it is missing,
/// no whole number or out of range, and for an option that the kind does not have.
[[nodiscard]] std::int64_t optionOf(const LayerSpec& layer, std::string_view option);

/// Whether both are of one kind and mean the same by their options, written out or not; names do not count.
[[nodiscard]] bool computeTheSame(const LayerSpec& a, const LayerSpec& b);

}  // namespace glyphscope
