// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/augment.h"

#include <cmath>
#include <numbers>

namespace glyphscope {
namespace {

/// A Gaussian blur along one axis as a matrix. Rows are scaled so that white noise of unit variance keeps
/// unit variance.
torch::Tensor smoothing(int side, double sigma)
{
    const torch::Tensor at = torch::arange(side, torch::kFloat);
    const torch::Tensor distance = at.unsqueeze(0) - at.unsqueeze(1);
    const torch::Tensor weights = torch::exp(distance.pow(2).mul(-0.5 / (sigma * sigma)));
    return weights / weights.pow(2).sum(1, true).sqrt();
}

}  // namespace

Augmenter::Augmenter(const Augmentation& options, int side, const torch::Device& device)
    : m_options(options)
    , m_side(side)
    , m_device(device)
    , m_smooth(smoothing(side, options.elasticSigma).to(device))
{
}

torch::Tensor Augmenter::operator()(const torch::Tensor& images, const std::vector<Draw>& draws) const
{
    if (!m_options.any())
        return images;
    std::vector<torch::Tensor> maps;
    std::vector<torch::Tensor> fields;
    for (const Draw& draw : draws) {
        torch::Generator generator = at::detail::createCPUGenerator(draw.seed);
        maps.push_back(torch::rand({6, draw.count}, generator));
        if (m_options.elasticAlpha != 0)
            fields.push_back(torch::randn({draw.count, 2, m_side, m_side}, generator));
    }
    const std::int64_t n = images.size(0);
    torch::Tensor grid =
        torch::affine_grid_generator(affine(torch::cat(maps, 1)).to(m_device), {n, 1, m_side, m_side}, false);
    if (!fields.empty())
        grid = grid + elastic(torch::cat(fields).to(m_device));
    return torch::grid_sampler(images, grid, 0 /* bilinear */, 0 /* zeros outside */, false);
}

torch::Tensor Augmenter::operator()(const torch::Tensor& images, std::uint64_t seed) const
{
    return (*this)(images, std::vector<Draw>{{images.size(0), seed}});
}

torch::Tensor Augmenter::affine(const torch::Tensor& uniform) const
{
    const torch::Tensor random = uniform.mul(2).sub_(1);
    const torch::Tensor angle = random[0] * (m_options.rotation * std::numbers::pi / 180);
    const torch::Tensor scaleX = 1 + random[1] * m_options.scale;
    const torch::Tensor scaleY = 1 + random[2] * m_options.scale;
    const torch::Tensor shear = random[3] * m_options.shear;
    const double pixel = 2.0 / m_side;  // of grid_sample's coordinates, which span -1 to 1
    const torch::Tensor cos = angle.cos();
    const torch::Tensor sin = angle.sin();
    const torch::Tensor top = torch::stack(
        {cos * scaleX, (shear * cos - sin) * scaleY, random[4] * m_options.translation * pixel}, 1);
    const torch::Tensor bottom = torch::stack(
        {sin * scaleX, (shear * sin + cos) * scaleY, random[5] * m_options.translation * pixel}, 1);
    return torch::stack({top, bottom}, 1);
}

torch::Tensor Augmenter::elastic(const torch::Tensor& noise) const
{
    const double alpha = m_options.elasticAlpha * 2.0 / m_side;
    const torch::Tensor field = m_smooth.matmul(noise).matmul(m_smooth.t());
    return field.mul_(alpha).permute({0, 2, 3, 1});
}

}  // namespace glyphscope
