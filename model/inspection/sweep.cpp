// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/modules.h"
#include "model/inspection/detail/score.h"
#include "model/network/detail/user_hooks.h"
#include "model/network/detail/values.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace glyphscope {
namespace {

constexpr std::int64_t kBatchValues = std::int64_t{1} << 19;  // of the module's output: 2 MiB, about a cache

/// Multiplies the one image that comes to a module: copy i lacks channel `first` + i. What comes before the
/// module is computed once that way.
class ChannelRemover {
public:
    ChannelRemover(Network& network, const std::string& module)
        : m_hook(stepNamed(network, module)
                     .hooks->registerForwardHook([this](auto&, auto&, const torch_hooks::Tensors& outputs) {
                         return copiesOf(outputs[0]);
                     }))
    {
    }
    ChannelRemover(const ChannelRemover&) = delete;
    ChannelRemover& operator=(const ChannelRemover&) = delete;

    void setRange(std::int64_t first, std::int64_t count)
    {
        m_first = first;
        m_count = count;
    }
    [[nodiscard]] std::int64_t channels() const { return m_channels; }
    [[nodiscard]] std::int64_t valuesPerImage() const { return m_values; }

private:
    std::optional<torch_hooks::Tensors> copiesOf(const torch::Tensor& output)
    {
        m_channels = output.size(1);
        m_values = output.numel();
        if (m_count == 0)
            return std::nullopt;
        torch::Tensor copies = output.repeat_interleave(m_count, 0);
        if (copies.dim() == 4)
            copies = copies.to(at::MemoryFormat::ChannelsLast);
        const torch::Tensor rows = torch::arange(m_count, output.device());
        copies.index_put_({rows, rows + m_first}, 0);
        return torch_hooks::Tensors{copies};
    }

    std::int64_t m_first = 0;
    std::int64_t m_count = 0;  // 0: let the image through
    std::int64_t m_channels = 0;
    std::int64_t m_values = 0;
    torch_hooks::ScopedHook m_hook;
};

int bestOf(const std::vector<float>& probabilities)
{
    return static_cast<int>(std::max_element(probabilities.begin(), probabilities.end()) -
                            probabilities.begin());
}

double distance(const std::vector<float>& a, const std::vector<float>& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(static_cast<double>(a[i]) - b[i]);
    return sum / 2;
}

}  // namespace

ChannelSweep sweepChannels(Network& network, const torch::Tensor& input, const std::string& module,
                           double temperature, const std::stop_token& stop)
{
    throwIfStopped(stop);
    const torch::InferenceMode inference;
    ChannelRemover remover(network, module);
    const auto probabilities = [&] { return (network.forward(input) / temperature).softmax(1); };
    ChannelSweep result;
    result.module = module;
    result.before = valuesOf(probabilities());
    result.best = bestOf(result.before);

    const std::int64_t channels = remover.channels();
    const std::int64_t batch = std::max<std::int64_t>(1, kBatchValues / remover.valuesPerImage());
    for (std::int64_t first = 0; first < channels; first += batch) {
        throwIfStopped(stop);
        const std::int64_t count = std::min(batch, channels - first);
        remover.setRange(first, count);
        const torch::Tensor rows = probabilities();
        for (std::int64_t i = 0; i < count; ++i) {
            std::vector<float> row = valuesOf(rows[i]);
            const int best = bestOf(row);
            const double move = distance(row, result.before);
            result.effects.push_back({static_cast<int>(first + i), std::move(row), best, move});
        }
    }
    std::stable_sort(result.effects.begin(), result.effects.end(),
                     [](const ChannelEffect& a, const ChannelEffect& b) { return a.move > b.move; });
    return result;
}

}  // namespace glyphscope
