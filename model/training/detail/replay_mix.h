// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/detail/augment.h"
#include "model/training/detail/batches.h"
#include "model/types/fine_tune.h"
#include "model/types/network_spec.h"

#include <torch/torch.h>

#include <vector>

namespace glyphscope {

/// The batches of a fine-tune: distorted samples first, the same number of every class that has any, then
/// images of the training set drawn at random.
class ReplayMix {
public:
    /// `replay` may be empty: then a batch is samples alone.
    ReplayMix(TensorSet samples, TensorSet replay, const NetworkSpec& network,
              const FineTuneOptions& options);

    struct Batch {
        torch::Tensor images;  ///< [n, 1, 28, 28], normalised, channels last
        torch::Tensor labels;
    };
    /// The batch of step `step`, which alone (and the seed) settles what is in it.
    [[nodiscard]] Batch batch(std::int64_t step) const;

    [[nodiscard]] std::int64_t samplesPerBatch() const { return m_fromSamples; }
    [[nodiscard]] std::int64_t samples() const { return m_samples.labels.size(0); }

private:
    [[nodiscard]] torch::Tensor sampleIndices(std::int64_t step) const;

    TensorSet m_samples;
    TensorSet m_replay;
    std::vector<std::vector<std::int64_t>> m_classes;  // positions in the samples, of classes that have any
    InputSpec m_input;
    Augmenter m_augment;
    std::uint64_t m_seed;
    std::int64_t m_fromSamples = 0;
    std::int64_t m_fromReplay = 0;
};

}  // namespace glyphscope
