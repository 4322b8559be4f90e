// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace glyphscope {

/// Mean and standard deviation of MNIST's pixels, scaled to [0, 1]: what Python's examples standardise with.
inline constexpr double kMnistMean = 0.1307;
inline constexpr double kMnistDeviation = 0.3081;

/// What a network is given: a picture, and how its pixels in [0, 1] are standardised.
struct InputSpec {
    int channels = 1;
    int height = 28;
    int width = 28;
    double mean = kMnistMean;
    double deviation = kMnistDeviation;  ///< "std" in files
    friend bool operator==(const InputSpec&, const InputSpec&) = default;
};

using OptionValue = std::variant<bool, std::int64_t, double, std::string>;

/// One module by PyTorch's names. What `options` leaves out has PyTorch's default.
struct LayerSpec {
    std::string name;  ///< a Python identifier or a decimal index, unique among its siblings
    std::string kind;  ///< "Conv2d"
    std::map<std::string, OptionValue> options;
    std::vector<LayerSpec> children;
    friend bool operator==(const LayerSpec&, const LayerSpec&) = default;
};

/// A network as a value: a chain of layers from the input to one logit a class. See model/spec for what it
/// computes to.
struct NetworkSpec {
    InputSpec input;
    std::vector<std::string> classes;  ///< as many as the network has outputs
    std::vector<LayerSpec> layers;     ///< in the order of the forward pass
    friend bool operator==(const NetworkSpec&, const NetworkSpec&) = default;
};

}  // namespace glyphscope
