// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace glyphscope {

/// A network of one hidden layer that learns in a blink: it tells which images are hard, not what they are.
/// Its gradients are written out, four products a step, since autograd would take as long again. On the CPU.
class Proxy {
public:
    Proxy(std::int64_t inputs, std::int64_t classes, const torch::Generator& generator);

    /// Goes once through the rows `order` of `x` [n, inputs] and `labels` [n], 200 a step.
    void learn(const torch::Tensor& x, const torch::Tensor& labels, const torch::Tensor& order);

    /// Writes the cross-entropy of each of the rows `which` to its place in `losses` [n].
    void judge(const torch::Tensor& x, const torch::Tensor& labels, const torch::Tensor& which,
               torch::Tensor losses) const;

private:
    /// Weights and biases, or their gradients, in one flat tensor.
    struct Layers {
        torch::Tensor all;
        torch::Tensor weight1;  // [hidden, inputs]
        torch::Tensor bias1;
        torch::Tensor weight2;  // [classes, hidden]
        torch::Tensor bias2;
    };
    static Layers zeros(std::int64_t inputs, std::int64_t classes);
    [[nodiscard]] torch::Tensor hiddenOf(const torch::Tensor& x) const;
    [[nodiscard]] torch::Tensor logitsOf(const torch::Tensor& hidden) const;
    void differentiate(const torch::Tensor& x, const torch::Tensor& labels);
    void step(double rate);

    Layers m_layers;
    Layers m_gradient;
    torch::Tensor m_first;  // moments
    torch::Tensor m_second;
};

}  // namespace glyphscope
