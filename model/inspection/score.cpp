// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/score.h"

#include "model/types/error.h"

namespace glyphscope {
namespace {

void checkClass(int index, std::int64_t classes)
{
    if (index < -1 || index >= classes)
        throw Error(
            GLYPHSCOPE_TEXT("Inspection",
                            "There is no class %1: the network tells %2 classes apart, counted from 0."),
            index, classes);
}

}  // namespace

torch::Tensor inputOf(const Network& network, const Glyph& glyph, const torch::Device& device)
{
    // from_blob wants a pointer it may write through; normalizePixels makes a copy
    auto* bytes = const_cast<std::uint8_t*>(glyph.data());
    const torch::Tensor image = torch::from_blob(bytes, {1, 1, kGlyphSide, kGlyphSide}, torch::kByte);
    return normalizePixels(image.to(device), network.spec().input);
}

torch::Tensor paperLike(const Network& network, const torch::Tensor& input)
{
    return normalizePixels(torch::zeros_like(input, torch::kByte), network.spec().input);
}

ClassTarget resolved(ClassTarget target, const torch::Tensor& logits)
{
    checkClass(target.target, logits.size(1));
    checkClass(target.contrast, logits.size(1));
    if (target.target < 0)
        target.target = logits.argmax(1).item<int>();
    return target;
}

torch::Tensor logitsOf(Network& network, const torch::Tensor& inputs)
{
    // .contiguous(ChannelsLast) would leave a one-channel tensor as it is
    return network.forward(inputs.to(at::MemoryFormat::ChannelsLast));
}

torch::Tensor scoresOf(const torch::Tensor& logits, const ClassTarget& target)
{
    const torch::Tensor score = logits.select(1, target.target);
    return target.contrast < 0 ? score : score - logits.select(1, target.contrast);
}

void throwIfStopped(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Error(GLYPHSCOPE_TEXT("Inspection", "stopped"));
}

}  // namespace glyphscope
