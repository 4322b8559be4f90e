// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/replay_mix.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr std::uint64_t kReplayStream = std::uint64_t{1} << 61;

std::vector<std::vector<std::int64_t>> positionsByClass(const torch::Tensor& labels, std::size_t classCount)
{
    std::vector<std::vector<std::int64_t>> classes(classCount);
    const torch::Tensor here = labels.cpu();
    const auto* values = here.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < here.numel(); ++i)
        classes[static_cast<std::size_t>(values[i])].push_back(i);
    std::erase_if(classes, [](const auto& positions) { return positions.empty(); });
    return classes;
}

}  // namespace

ReplayMix::ReplayMix(TensorSet samples, TensorSet replay, const NetworkSpec& network,
                     const FineTuneOptions& options)
    : m_samples(std::move(samples))
    , m_replay(std::move(replay))
    , m_classes(positionsByClass(m_samples.labels, network.classes.size()))
    , m_input(network.input)
    , m_augment(options.augmentation, kGlyphSide, m_samples.images.device())
    , m_seed(options.seed)
    , m_fromSamples(options.batchSize)
{
    if (m_replay.labels.numel() == 0)
        return;
    const double present =
        static_cast<double>(m_classes.size()) / static_cast<double>(network.classes.size());
    const auto wanted = std::llround(options.sampleShare * present * options.batchSize);
    m_fromSamples = std::clamp<std::int64_t>(wanted, 1, options.batchSize);
    m_fromReplay = options.batchSize - m_fromSamples;
}

torch::Tensor ReplayMix::sampleIndices(std::int64_t step) const
{
    // Class after class, and in each class sample after sample: none waits longer than another.
    const auto classes = static_cast<std::int64_t>(m_classes.size());
    torch::Tensor indices = torch::empty({m_fromSamples}, torch::kLong);
    auto* values = indices.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < m_fromSamples; ++i) {
        const std::int64_t draw = step * m_fromSamples + i;
        const auto& positions = m_classes[static_cast<std::size_t>(draw % classes)];
        values[i] = positions[static_cast<std::size_t>(draw / classes) % positions.size()];
    }
    return indices.to(m_samples.labels.device());
}

ReplayMix::Batch ReplayMix::batch(std::int64_t step) const
{
    const auto stream = static_cast<std::uint64_t>(step);
    const torch::Tensor indices = sampleIndices(step);
    torch::Tensor images =
        m_augment(m_samples.images.index_select(0, indices).to(torch::kFloat), mixSeed(m_seed, stream));
    torch::Tensor labels = m_samples.labels.index_select(0, indices);
    if (m_fromReplay > 0) {
        torch::Generator generator = at::detail::createCPUGenerator(mixSeed(m_seed, kReplayStream + stream));
        const torch::Tensor drawn =
            torch::randint(m_replay.labels.size(0), {m_fromReplay}, generator, torch::kLong)
                .to(m_replay.labels.device());
        images = torch::cat({images, m_replay.images.index_select(0, drawn).to(torch::kFloat)});
        labels = torch::cat({labels, m_replay.labels.index_select(0, drawn)});
    }
    return {normalizePixels(images, m_input).to(at::MemoryFormat::ChannelsLast), labels};
}

}  // namespace glyphscope
