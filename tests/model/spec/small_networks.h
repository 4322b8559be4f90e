// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/presets.h"

#include <QtCore/QMetaType>

#include <functional>
#include <utility>

namespace glyphscope::test {

using Change = std::function<void(NetworkSpec&)>;

inline LayerSpec layer(std::string name, std::string kind,
                       std::vector<std::pair<std::string, std::int64_t>> options = {})
{
    LayerSpec result{std::move(name), std::move(kind), {}, {}};
    for (const auto& [option, value] : options)
        result.options[option] = value;
    return result;
}

/// With what the shipped network has none of: strides, padding of a pool, no padding of a convolution.
inline NetworkSpec stridedNetwork()
{
    NetworkSpec network;
    network.classes = numberedClasses(3);
    network.layers = {layer("first", "Conv2d", {{"out_channels", 4}, {"kernel_size", 5}, {"stride", 2}}),
                      layer("shrink", "MaxPool2d", {{"kernel_size", 3}, {"stride", 2}, {"padding", 1}}),
                      layer("act", "ReLU"), layer("flat", "Flatten"),
                      layer("out", "Linear", {{"out_features", 3}})};
    return network;
}

}  // namespace glyphscope::test

Q_DECLARE_METATYPE(glyphscope::test::Change)
