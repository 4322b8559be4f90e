// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/unit_explanation.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {

/// What goes into a module or comes out of it, as channels x height x width; a vector is one row.
struct Volume {
    std::string name;
    std::vector<int> shape;
    int channels = 1;
    int height = 1;
    int width = 1;
    std::span<const float> values;

    [[nodiscard]] bool isVector() const { return shape.size() == 1; }
    [[nodiscard]] bool holds(int y, int x) const { return y >= 0 && y < height && x >= 0 && x < width; }
    [[nodiscard]] UnitExplanation::Term term(int channel, int y, int x) const
    {
        const auto index = static_cast<std::size_t>((channel * height + y) * width + x);
        return {channel, y, x, values[index], 1, values[index]};
    }
    [[nodiscard]] UnitExplanation::Term term(int index) const
    {
        return term(index / (height * width), index / width % height, index % width);
    }
};

/// Throws Error that says that `name`, a module or a parameter, is not what the weights' network asks for.
[[noreturn]] void failShape(const std::string& name);

}  // namespace glyphscope
