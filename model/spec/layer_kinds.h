// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/message.h"
#include "model/types/network_spec.h"
#include "model/types/unit_explanation.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace glyphscope {

/// The kinds of modules that this program can build.
enum class LayerKind {
    Conv2d,
    Linear,
    BatchNorm2d,
    GroupNorm,
    ReLU,
    LeakyReLU,
    GELU,
    Sigmoid,
    Tanh,
    MaxPool2d,
    AvgPool2d,
    AdaptiveAvgPool2d,
    Dropout,
    Dropout2d,
    Flatten,
    Identity,
    Softmax,
    LayerNorm,
    Sequential,
    Residual,
    Repeat,
};

/// What kinds are listed under.
enum class KindGroup { Weights, Activations, Pools, Others, Blocks };

enum class OptionType { Whole, Real, Flag, Choice };

/// An option of a kind, by PyTorch's name.
struct KindOption {
    std::string_view name;
    OptionType type = OptionType::Whole;
    /// PyTorch's default, of a flag 0 or 1, of a choice its place; none: it must be given
    std::optional<double> usual;
    double least = 0;
    double most = 0;
    std::string_view usualAs = {};  ///< the option whose value it has by default, in place of `usual`
    std::span<const std::string_view> choices = {};
};

/// What a kind does to the shape of what comes in; it decides the parameters, too.
enum class ShapeRule {
    Same,        ///< value by value: an activation
    Flattened,   ///< one vector
    Pooled,      ///< a window over each map: kernel_size, stride, padding
    PooledTo,    ///< each map to a size that is given: output_size
    Convolved,   ///< a window over all maps: out_channels and the same; weight and bias
    Multiplied,  ///< a vector to out_features; weight and bias
    Normalised,  ///< the same shape; weight and bias, a batch norm's running statistics
    Block,       ///< what its children do
};

/// An attribute that every node of a kind has in ONNX.
struct OnnxAttribute {
    std::string_view name;
    std::int64_t value = 0;
};

struct KindInfo {
    LayerKind kind;
    std::string_view name;  ///< PyTorch's
    KindGroup group;
    std::span<const KindOption> options;  ///< in PyTorch's order
    ShapeRule shape;
    UnitExplanation::Form form;  ///< how one value of it comes about
    std::string_view onnx = {};  ///< ONNX's operator; empty: it has none of its own
    std::optional<OnnxAttribute> onnxAttribute = {};

    [[nodiscard]] bool slides() const { return shape == ShapeRule::Pooled || shape == ShapeRule::Convolved; }
    [[nodiscard]] bool isBlock() const { return shape == ShapeRule::Block; }
    [[nodiscard]] bool isPool() const { return group == KindGroup::Pools; }
    /// Of a module that reads only maps, [channels, height, width].
    [[nodiscard]] bool wantsMaps() const;
    [[nodiscard]] const KindOption* option(std::string_view optionName) const;  ///< null: it has none such
};

/// All of them.
[[nodiscard]] std::span<const KindInfo> layerKinds();

/// By PyTorch's name; null for a kind that this program does not know.
[[nodiscard]] const KindInfo* kindNamed(std::string_view name);

/// Of a module as layerText() writes it, "Conv2d(1, 32, 3)"; null for a kind that this program does not know.
[[nodiscard]] const KindInfo* kindOfText(std::string_view text);

/// Throws Error that names the layer, the kind and those that there are.
[[nodiscard]] const KindInfo& kindOf(const LayerSpec& layer);

/// What is wrong with an option of `layer`, or nothing: it is missing, of another type, out of range.
[[nodiscard]] std::optional<Message> optionProblem(const LayerSpec& layer, const KindOption& option);

/// A whole number of `layer`, or its default. Throws Error that names layer and option where it is missing,
/// of another type or out of range, and for an option that the kind does not have.
[[nodiscard]] std::int64_t optionOf(const LayerSpec& layer, std::string_view option);

/// The same of a number, of a flag, and of a choice or any other value as Python writes it.
[[nodiscard]] double realOptionOf(const LayerSpec& layer, std::string_view option);
[[nodiscard]] bool flagOf(const LayerSpec& layer, std::string_view option);
[[nodiscard]] std::string optionTextOf(const LayerSpec& layer, std::string_view option);

/// Whether `option` of `layer` has PyTorch's default, written out or not; one that must be given has none.
[[nodiscard]] bool isUsual(const LayerSpec& layer, const KindOption& option);

/// Whether both are of one kind and mean the same by their options, written out or not; names do not count,
/// those of children neither.
[[nodiscard]] bool computeTheSame(const LayerSpec& a, const LayerSpec& b);

}  // namespace glyphscope
