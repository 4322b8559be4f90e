// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"
#include "model/types/stages.h"

#include <string>
#include <vector>

namespace glyphscope {

/// Places of a module's output over all its channels, ends included; of a vector `left` and `right` number
/// its values. There are none where `bottom` is less than `top`.
struct Region {
    int top = 0;
    int left = 0;
    int bottom = -1;
    int right = -1;
    [[nodiscard]] bool isEmpty() const { return bottom < top || right < left; }
};

/// All places of an output.
[[nodiscard]] Region wholeOf(const std::vector<int>& shape);

/// The pixels of the network's input that can change those places of a module's output, module by module back
/// to the input (Araujo, Norris & Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill
/// 2019) and along every way there, as a rectangle. Norms by running statistics see one place each, others
/// the whole picture.
[[nodiscard]] Box receptiveField(const std::vector<NetworkLayer>& layers, const std::string& module,
                                 const Region& places);

}  // namespace glyphscope
