// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/loss.h"

#include <algorithm>

namespace glyphscope {
namespace {

torch::Tensor withZero(const torch::Tensor& logits)
{
    return torch::cat({logits, torch::zeros({logits.size(0), 1}, logits.options())}, 1);
}

}  // namespace

torch::Tensor Loss::operator()(const torch::Tensor& logits, const torch::Tensor& labels) const
{
    const torch::Tensor ofLabels = torch::cross_entropy_loss(
        withNoClass ? withZero(logits) : logits, withNoClass ? labels.clamp_max(logits.size(1)) : labels, {},
        at::Reduction::Mean, -100, labelSmoothing);
    if (!taught.defined())
        return ofLabels;
    return ofLabels * (1 - taughtShare) + divergence(logits) * taughtShare;
}

/// Kullback-Leibler divergence of the teachers' answers from those of `logits`, times the temperature
/// squared.
torch::Tensor Loss::divergence(const torch::Tensor& logits) const
{
    torch::Tensor targets = taught.narrow(0, 0, logits.size(0));
    if (!withNoClass) {
        targets = targets.narrow(1, 0, logits.size(1));
        targets = targets / targets.sum(1, true);
    }
    const torch::Tensor answers = (withNoClass ? withZero(logits) : logits) / temperature;
    return torch::kl_div(answers.log_softmax(1), targets, at::Reduction::Sum) *
           (temperature * temperature / static_cast<double>(logits.size(0)));
}

std::int64_t Loss::right(const torch::Tensor& logits, const torch::Tensor& labels) const
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor answers = (withNoClass ? withZero(logits) : logits).argmax(1);
    const torch::Tensor truth = withNoClass ? labels.clamp_max(logits.size(1)) : labels;
    return answers.eq(truth).sum().item<std::int64_t>();
}

bool hasNoClass(const Dataset& data)
{
    return data.classes.size() <= kNoClass && std::ranges::find(data.labels, kNoClass) != data.labels.end();
}

}  // namespace glyphscope
