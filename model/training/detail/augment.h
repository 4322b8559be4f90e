// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/split_mix.h"
#include "model/types/train_options.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace glyphscope {

/// Distorts whole batches of images, every image in its own way: a random affine map, and a random
/// displacement field smoothed by a Gaussian (Simard, Steinkraus & Platt 2003), sampled bilinearly in one
/// pass.
class Augmenter {
public:
    Augmenter(const Augmentation& options, int side, const torch::Device& device);

    /// Images that follow each other, whose random numbers one seed settles.
    struct Draw {
        std::int64_t count;
        std::uint64_t seed;
    };

    /// Images [n, 1, side, side] with paper 0, float, on the device; `draws` for all of them.
    [[nodiscard]] torch::Tensor operator()(const torch::Tensor& images, const std::vector<Draw>& draws) const;
    [[nodiscard]] torch::Tensor operator()(const torch::Tensor& images, std::uint64_t seed) const;

private:
    [[nodiscard]] torch::Tensor affine(const torch::Tensor& random) const;
    [[nodiscard]] torch::Tensor elastic(const torch::Tensor& noise) const;

    Augmentation m_options;
    int m_side;
    torch::Device m_device;
    torch::Tensor m_smooth;  // [side, side]: a Gaussian blur of a row as a matrix, scaled to unit variance
};

}  // namespace glyphscope
