// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/types/class_set.h"
#include "model/types/train_options.h"

#include <torch/torch.h>

#include <vector>

namespace glyphscope {

/// Trained networks whose answers another one learns (Hinton et al. 2015, "Distilling the Knowledge in a
/// Neural Network").
class Teachers {
public:
    /// `weights` of `options.files`, in their order. Throws Error that names the file whose classes are not
    /// `classes`.
    Teachers(const Teaching& options, const std::vector<StateDict>& weights, const ClassSet& classes,
             const torch::Device& device);

    /// The mean of their probabilities [n, classes + 1] for `images` [n, 1, 28, 28], as they go into a
    /// network with this input, softened by the temperature. The last column is "none of the classes". A
    /// teacher that has not learnt what that is gives it 0; then images with such a label are surely that.
    /// Products are of `type`.
    [[nodiscard]] torch::Tensor targets(const torch::Tensor& images, const torch::Tensor& labels,
                                        const InputSpec& input, torch::ScalarType type);

    void to(const torch::Device& device);

private:
    struct Teacher {
        Network network;
        bool knowsNone;
    };
    [[nodiscard]] torch::Tensor answerOf(Teacher& teacher, const torch::Tensor& images,
                                         const InputSpec& input, torch::ScalarType type) const;

    double m_temperature;
    bool m_allKnowNone = true;
    std::vector<Teacher> m_teachers;
};

}  // namespace glyphscope
