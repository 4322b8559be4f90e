// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace glyphscope {

/// A float32 tensor by its name in the state dict, row-major (C-contiguous) as PyTorch saves it.
struct NamedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::vector<float> values;
    friend bool operator==(const NamedTensor&, const NamedTensor&) = default;
};

/// Weights outside the network: tensors in order and a few words about them ("architecture", "seed", ...).
struct StateDict {
    std::vector<NamedTensor> tensors;
    std::map<std::string, std::string> metadata;

    [[nodiscard]] const NamedTensor* find(const std::string& name) const
    {
        for (const NamedTensor& tensor : tensors)
            if (tensor.name == name)
                return &tensor;
        return nullptr;
    }
    friend bool operator==(const StateDict&, const StateDict&) = default;
};

}  // namespace glyphscope
