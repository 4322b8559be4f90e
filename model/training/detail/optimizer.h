// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/live_options.h"
#include "model/types/state_dict.h"
#include "model/types/train_options.h"

#include <torch/torch.h>

#include <string>
#include <vector>

namespace glyphscope {

/// The optimizers of TrainOptions, with PyTorch's arithmetic, on all parameters at once: they and their
/// gradients are moved into two flat tensors, so a step is one walk or a few long operations instead of ten
/// short ones a parameter. Muon's matrices are all parameters of two and more dimensions but the last one,
/// which gives the logits; the first dimension counts the rows. The module must outlive it.
class Optimizer {
public:
    Optimizer(torch::nn::Module& module, const TrainOptions& options);

    void zeroGradients() { m_gradient.zero_(); }
    /// L2, over all parameters; not finite if a gradient is not.
    [[nodiscard]] double gradientNorm() const;
    void step(double learningRate);

    /// The rates, the betas, the momenta and the weight decay of `options` from the next step on.
    void setValues(const LiveValues& values) { setLiveValues(m_options, values); }

    /// The parameters of these names keep their values and moments from now on, all others do not, and no
    /// gradient is computed for them, as with requires_grad_(False). Throws Error for a name that is none.
    void freeze(const std::vector<std::string>& names);

    /// Makes `module`, which is built as the one that is stepped, share its parameters and what is frozen of
    /// them, until they are moved or frozen otherwise. `gradient` [n] takes its gradients.
    void share(torch::nn::Module& module, torch::Tensor& gradient) const;

    /// Moves everything, the module's parameters too.
    void to(const torch::Device& device);

    /// All parameters, [n]; writing to it writes the module's weights.
    [[nodiscard]] torch::Tensor& parameters() { return m_parameters; }
    /// Of all parameters, [n].
    [[nodiscard]] torch::Tensor& gradient() { return m_gradient; }

    /// Moments and step count into and out of a checkpoint, as "optimizer.*". Throws Error if they do not
    /// fit.
    void save(StateDict& checkpoint) const;
    void load(const StateDict& checkpoint);

private:
    void adam(double learningRate, std::int64_t begin, std::int64_t count);
    void muon(double learningRate);
    void move(std::int64_t spanBegin, std::int64_t begin, std::int64_t count, const torch::Tensor& direction);
    void sgd(double learningRate);
    void bind();
    void chooseMatrices();

    /// A parameter's place among all.
    struct Span {
        std::string name;
        torch::Tensor parameter;
        std::int64_t begin = 0;
        bool frozen = false;
        bool matrix = false;  // one that Muon steps orthogonally
    };

    TrainOptions m_options;
    std::vector<Span> m_spans;
    torch::Tensor m_parameters;
    torch::Tensor m_gradient;
    torch::Tensor m_first;   // Adam's first moment, the momentum buffer of SGD and of Muon's matrices
    torch::Tensor m_second;  // Adam's second moment
    std::int64_t m_steps = 0;
};

}  // namespace glyphscope
