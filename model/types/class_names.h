// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_set.h"
#include "model/types/state_dict.h"

#include <string>
#include <utility>
#include <vector>

namespace glyphscope {

inline constexpr const char* kClassNamesKey = "class_names";

/// Notes the names of the classes beside the weights, a line each; none are noted where there are none.
inline void putClassNames(const std::vector<std::string>& names, StateDict& weights)
{
    std::string lines;
    for (const std::string& name : names)
        lines += (lines.empty() ? "" : "\n") + name;
    if (!names.empty())
        weights.metadata[kClassNamesKey] = lines;
}

/// The names of the classes of `weights`: those noted beside them if they are as many as the last layer has
/// outputs, else the numbers "0", "1", ...
[[nodiscard]] inline std::vector<std::string> classNamesOf(const StateDict& weights)
{
    std::size_t count = 0;
    for (const NamedTensor& tensor : weights.tensors)  // a checkpoint's other tensors are no layer's
        if ((tensor.name.ends_with(".bias") || tensor.name.ends_with(".weight")) &&
            !tensor.name.starts_with("optimizer.") && !tensor.shape.empty())
            count = static_cast<std::size_t>(tensor.shape.front());
    std::vector<std::string> names;
    if (const auto noted = weights.metadata.find(kClassNamesKey); noted != weights.metadata.end()) {
        std::string name;
        for (const char c : noted->second + '\n') {
            if (c != '\n')
                name += c;
            else
                names.push_back(std::exchange(name, {}));
        }
    }
    if (names.size() == count)
        return names;
    names.clear();
    for (std::size_t k = 0; k < count; ++k)
        names.push_back(std::to_string(k));
    return names;
}

[[nodiscard]] inline ClassSet classesOf(const StateDict& weights)
{
    return ClassSet(classNamesOf(weights));
}

}  // namespace glyphscope
