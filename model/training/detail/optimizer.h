// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/live_options.h"
#include "model/types/state_dict.h"
#include "model/types/train_options.h"

#include <torch/torch.h>

#include <string>
#include <vector>

namespace glyphscope {

/// The four optimizers of TrainOptions, with PyTorch's arithmetic, on all parameters at once: they and their
/// gradients are moved into two flat tensors, so a step is a few long operations instead of ten short ones a
/// parameter. The module must outlive it.
class Optimizer {
public:
    Optimizer(torch::nn::Module& module, const TrainOptions& options);

    void zeroGradients() { m_gradient.zero_(); }
    /// L2, over all parameters; not finite if a gradient is not.
    [[nodiscard]] double gradientNorm() const;
    void step(double learningRate);

    /// The betas, the momentum and the weight decay of `options` from the next step on.
    void setValues(const LiveValues& values) { setLiveValues(m_options, values); }

    /// The parameters of these names keep their values and moments from now on, all others do not, and no
    /// gradient is computed for them, as with requires_grad_(False). Throws Error for a name that is none.
    void freeze(const std::vector<std::string>& names);

    /// Moves everything, the module's parameters too.
    void to(const torch::Device& device);

    /// All parameters, [n]; writing to it writes the module's weights.
    [[nodiscard]] torch::Tensor& parameters() { return m_parameters; }

    /// Moments and step count into and out of a checkpoint, as "optimizer.*". Throws Error if they do not
    /// fit.
    void save(StateDict& checkpoint) const;
    void load(const StateDict& checkpoint);

private:
    [[nodiscard]] bool isAdam() const
    {
        return m_options.optimizer == OptimizerKind::Adam || m_options.optimizer == OptimizerKind::AdamW;
    }
    void adam(double learningRate);
    void sgd(double learningRate);
    void bind();

    /// A parameter's place among all.
    struct Span {
        std::string name;
        torch::Tensor parameter;
        std::int64_t begin = 0;
        bool frozen = false;
    };

    TrainOptions m_options;
    std::vector<Span> m_spans;
    torch::Tensor m_parameters;
    torch::Tensor m_gradient;
    torch::Tensor m_first;   // Adam's first moment, SGD's momentum buffer
    torch::Tensor m_second;  // Adam's second moment
    std::int64_t m_steps = 0;
};

}  // namespace glyphscope
