// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/attributions.h"
#include "model/inspection/detail/score.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr std::int64_t kOcclusionBatch = 32;
constexpr double kRounding = 1e-6;  // of the score, in float32

/// [n]: the pixels, counted row by row, whose patch holds ink.
torch::Tensor centresNearInk(const torch::Tensor& input, const torch::Tensor& paper, int patch)
{
    const torch::Tensor ink = (input != paper).to(torch::kFloat);
    return torch::max_pool2d(ink, patch, 1, patch / 2).flatten().nonzero().flatten().cpu();
}

/// A copy of `input` for each of `centres`, with the patch there covered.
torch::Tensor coveredCopies(const torch::Tensor& input, const torch::Tensor& paper,
                            const torch::Tensor& centres, int patch)
{
    torch::Tensor copies = input.repeat({centres.size(0), 1, 1, 1});
    for (std::int64_t i = 0; i < centres.size(0); ++i) {
        const auto pixel = centres[i].item<std::int64_t>();
        const auto across = [&](torch::Tensor picture, std::int64_t dim, std::int64_t centre) {
            return picture.slice(dim, std::max<std::int64_t>(0, centre - patch / 2), centre + patch / 2 + 1);
        };
        const auto square = [&](const torch::Tensor& picture) {
            return across(across(picture, 0, pixel / kGlyphSide), 1, pixel % kGlyphSide);
        };
        square(copies[i][0]).copy_(square(paper[0][0]));
    }
    return copies;
}

}  // namespace

torch::Tensor occlusion(const Question& question, int patch)
{
    const torch::InferenceMode inference;
    const torch::Tensor paper = paperLike(question.network, question.input);
    const torch::Tensor score = scoresOf(question.network.forward(question.input), question.target);
    // A batch may round otherwise than one image: what is no more than that is no fall.
    const double rounding = kRounding * std::abs(score.item<double>());
    torch::Tensor fall = torch::zeros_like(question.input);
    for (const torch::Tensor& centres : centresNearInk(question.input, paper, patch).split(kOcclusionBatch)) {
        throwIfStopped(question.stop);
        const torch::Tensor copies = coveredCopies(question.input, paper, centres, patch);
        const torch::Tensor scores = scoresOf(logitsOf(question.network, copies), question.target);
        fall.view(-1).index_put_({centres.to(fall.device())}, torch::hardshrink(score - scores, rounding));
    }
    return fall;
}

}  // namespace glyphscope
