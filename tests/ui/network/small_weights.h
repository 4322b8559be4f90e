// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/state_dict.h"

#include <memory>

namespace glyphscope::test {

/// Values that repeat, between -0.9 and 0.9.
inline NamedTensor sawTensor(std::string name, std::vector<std::int64_t> shape)
{
    std::size_t count = 1;
    for (const std::int64_t side : shape)
        count *= static_cast<std::size_t>(side);
    NamedTensor made{.name = std::move(name), .shape = std::move(shape), .values = {}};
    for (std::size_t i = 0; i < count; ++i)
        made.values.push_back(static_cast<float>(i % 19) / 10 - 0.9F);
    return made;
}

/// Of the network that smallReading() is by.
inline std::shared_ptr<const StateDict> smallWeights()
{
    return std::make_shared<StateDict>(
        StateDict{.tensors = {sawTensor("conv1.weight", {4, 1, 3, 3}), sawTensor("fc1.weight", {16, 784}),
                              sawTensor("fc2.weight", {10, 16})},
                  .metadata = {}});
}

}  // namespace glyphscope::test
