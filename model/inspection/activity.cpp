// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/modules.h"
#include "model/inspection/detail/score.h"
#include "model/types/error.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr std::int64_t kBatch = 32;

/// What one module's channels did so far; tensors of one number a channel.
struct Tally {
    torch::Tensor active;
    torch::Tensor sum;
    torch::Tensor high;
    std::int64_t values = 0;  ///< of each channel

    void add(const torch::Tensor& output)
    {
        const torch::Tensor rows = output.transpose(0, 1).flatten(1);
        const torch::Tensor above = (rows > 0).sum(1);
        const torch::Tensor total = rows.sum(1).to(torch::kDouble);
        const torch::Tensor highest = rows.amax(1);
        active = active.defined() ? active + above : above;
        sum = sum.defined() ? sum + total : total;
        high = high.defined() ? torch::maximum(high, highest) : highest;
        values += rows.size(1);
    }

    [[nodiscard]] std::vector<ModuleActivity::Channel> channels() const
    {
        const torch::Tensor share = active.to(torch::kDouble) / values;
        const torch::Tensor mean = sum / values;
        std::vector<ModuleActivity::Channel> result;
        for (std::int64_t i = 0; i < active.size(0); ++i)
            result.push_back({share[i].item<float>(), mean[i].item<float>(), high[i].item<float>()});
        return result;
    }
};

}  // namespace

std::vector<ModuleActivity> activity(Network& network, const Dataset& images, const torch::Device& device,
                                     const std::stop_token& stop)
{
    const auto count = static_cast<std::int64_t>(images.size());
    if (count == 0 || images.images.size() != images.size() * kGlyphPixels)
        throw Error(GLYPHSCOPE_TEXT("Inspection", "There are no images to run the network on, or a part of "
                                                  "them is missing. Choose another folder."));
    const torch::InferenceMode inference;
    std::vector<Tally> tallies(network.steps().size());
    std::size_t next = 0;  // the modules come in order
    const auto watches = watchOutputs(
        network, [&](const Network::Step&, const torch::Tensor& output) { tallies[next++].add(output); });
    // from_blob wants a pointer it may write through; normalizePixels makes a copy
    auto* bytes = const_cast<std::uint8_t*>(images.images.data());
    const torch::Tensor all = torch::from_blob(bytes, {count, 1, kGlyphSide, kGlyphSide}, torch::kByte);
    for (const torch::Tensor& batch : all.split(kBatch)) {
        throwIfStopped(stop);
        next = 0;
        (void)logitsOf(network, normalizePixels(batch.to(device), network.spec().input));
    }
    std::vector<ModuleActivity> result;
    for (const Network::Step& step : network.steps()) {
        const Tally& tally = tallies[result.size()];
        result.push_back({step.name, static_cast<int>(count), tally.channels()});
    }
    return result;
}

}  // namespace glyphscope
