// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/preview.h"

#include "model/network/detail/network.h"
#include "model/training/detail/augment.h"
#include "model/types/class_names.h"
#include "model/types/error.h"

#include <cstring>

namespace glyphscope {

StateDict freshWeights(const NetworkSpec& network, std::uint64_t seed)
{
    StateDict weights = stateDict(seededNetwork(seed, network));
    weights.metadata["seed"] = std::to_string(seed);
    weights.metadata["step"] = "0";
    if (network.classes != numberedClasses(static_cast<int>(network.classes.size())))
        putClassNames(network.classes, weights);
    return weights;
}

StateDict initialWeights(std::uint64_t seed, const std::vector<std::string>& classNames, int classCount)
{
    if (classCount < 2 || classCount > 256)
        throw Error(GLYPHSCOPE_TEXT("Training", "A network of %1 classes cannot be made: 2 to 256 can."),
                    classCount);
    StateDict weights = freshWeights(shippedNetwork(classCount), seed);
    putClassNames(classNames, weights);
    return weights;
}

std::vector<Glyph> augmented(const std::vector<Glyph>& glyphs, const Augmentation& how, std::uint64_t seed)
{
    std::vector<Glyph> result(glyphs);
    if (glyphs.empty() || !how.any())
        return result;
    const torch::InferenceMode inference;
    const auto n = static_cast<std::int64_t>(glyphs.size());
    const torch::Tensor images =
        torch::from_blob(result.data(), {n, 1, kGlyphSide, kGlyphSide}, torch::kByte).to(torch::kFloat);
    const torch::Tensor distorted = Augmenter(how, kGlyphSide, torch::kCPU)(images, seed);
    const torch::Tensor bytes = distorted.round_().clamp_(0, 255).to(torch::kByte).contiguous();
    std::memcpy(result.data(), bytes.data_ptr<std::uint8_t>(), glyphs.size() * sizeof(Glyph));
    return result;
}

}  // namespace glyphscope
