// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/proxy.h"

#include "model/training/schedule.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr std::int64_t kHidden = 256;
constexpr std::int64_t kBatch = 200;
constexpr double kPeak = 0.01;
constexpr double kProxyWarmup = 0.1;
constexpr double kBeta1 = 0.8;
constexpr double kBeta2 = 0.95;

}  // namespace

Proxy::Layers Proxy::zeros(std::int64_t inputs, std::int64_t classes)
{
    Layers layers;
    layers.all = torch::zeros({kHidden * (inputs + 1) + classes * (kHidden + 1)});
    std::int64_t begin = 0;
    const auto take = [&](std::int64_t count) {
        begin += count;
        return layers.all.narrow(0, begin - count, count);
    };
    layers.weight1 = take(kHidden * inputs).view({kHidden, inputs});
    layers.bias1 = take(kHidden);
    layers.weight2 = take(classes * kHidden).view({classes, kHidden});
    layers.bias2 = take(classes);
    return layers;
}

Proxy::Proxy(std::int64_t inputs, std::int64_t classes, const torch::Generator& generator)
    : m_layers(zeros(inputs, classes))
    , m_gradient(zeros(inputs, classes))
    , m_first(torch::zeros_like(m_layers.all))
    , m_second(torch::zeros_like(m_layers.all))
{
    m_layers.weight1.normal_(0, std::sqrt(2.0 / static_cast<double>(inputs)), generator);
}

torch::Tensor Proxy::hiddenOf(const torch::Tensor& x) const
{
    return torch::addmm(m_layers.bias1, x, m_layers.weight1.t()).relu_();
}

torch::Tensor Proxy::logitsOf(const torch::Tensor& hidden) const
{
    return torch::addmm(m_layers.bias2, hidden, m_layers.weight2.t());
}

void Proxy::learn(const torch::Tensor& x, const torch::Tensor& labels, const torch::Tensor& order)
{
    const torch::NoGradGuard noGrad;
    const std::int64_t batch = std::min(kBatch, order.size(0));
    const std::int64_t steps = order.size(0) / batch;
    for (std::int64_t i = 0; i < steps; ++i) {
        const torch::Tensor rows = order.narrow(0, i * batch, batch);
        differentiate(x.index_select(0, rows), labels.index_select(0, rows));
        step(upAndDown(i, steps, kPeak, kProxyWarmup));
    }
}

void Proxy::differentiate(const torch::Tensor& x, const torch::Tensor& labels)
{
    const torch::Tensor hidden = hiddenOf(x);
    torch::Tensor ofLogits = torch::softmax(logitsOf(hidden), 1);
    const torch::Tensor truths = labels.unsqueeze(1);
    ofLogits.scatter_add_(1, truths, torch::full(truths.sizes(), -1.0F));
    ofLogits.div_(static_cast<double>(x.size(0)));
    const torch::Tensor ofHidden = at::threshold_backward(ofLogits.mm(m_layers.weight2), hidden, 0);
    torch::mm_out(m_gradient.weight1, ofHidden.t(), x);
    torch::sum_out(m_gradient.bias1, ofHidden, 0);
    torch::mm_out(m_gradient.weight2, ofLogits.t(), hidden);
    torch::sum_out(m_gradient.bias2, ofLogits, 0);
}

/// Adam without the correction of its first steps, which the warm-up stands in for.
void Proxy::step(double rate)
{
    m_first.lerp_(m_gradient.all, 1 - kBeta1);
    m_second.mul_(kBeta2).addcmul_(m_gradient.all, m_gradient.all, 1 - kBeta2);
    m_layers.all.addcdiv_(m_first, m_second.sqrt().add_(1e-8), -rate);
}

void Proxy::judge(const torch::Tensor& x, const torch::Tensor& labels, const torch::Tensor& which,
                  torch::Tensor losses) const
{
    const torch::NoGradGuard noGrad;
    losses.index_copy_(0, which,
                       torch::cross_entropy_loss(logitsOf(hiddenOf(x.index_select(0, which))),
                                                 labels.index_select(0, which), {}, at::Reduction::None));
}

}  // namespace glyphscope
