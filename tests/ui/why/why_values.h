// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/attribution.h"
#include "model/types/gradients.h"
#include "model/types/prediction.h"
#include "model/types/stages.h"

#include <algorithm>
#include <cmath>

/// Plausible values to show, made up.
namespace glyphscope::test {

/// A seven: a bar and a slanted stem.
inline Glyph seven()
{
    Glyph glyph{};
    const auto set = [&glyph](int x, int y, int value) {
        glyph[static_cast<std::size_t>(y * kGlyphSide + x)] = static_cast<std::uint8_t>(value);
    };
    for (int x = 7; x <= 20; ++x) {
        set(x, 6, 140);
        set(x, 7, 255);
        set(x, 8, 180);
    }
    for (int y = 8; y <= 22; ++y) {
        const int x = 20 - (y - 8) * 9 / 14;
        set(x - 1, y, 150);
        set(x, y, 255);
        set(x + 1, y, 120);
    }
    return glyph;
}

/// Another drawing: the seven without its bar.
inline Glyph stem()
{
    Glyph glyph = seven();
    std::fill_n(glyph.begin(), 8 * kGlyphSide, std::uint8_t{0});
    return glyph;
}

inline Reading reading(int best = 7, int second = 1)
{
    Reading result;
    result.glyph = seven();
    result.prediction.verdict = Verdict::Digit;
    result.prediction.best = best;
    result.prediction.second = second;
    result.prediction.logits.assign(10, -2.0F);
    result.prediction.probabilities.assign(10, 0.005F);
    result.prediction.probabilities[static_cast<std::size_t>(best)] = 0.9F;
    result.prediction.probabilities[static_cast<std::size_t>(second)] = 0.06F;
    for (const std::uint8_t byte : result.glyph)
        result.input.push_back(networkInput(byte));
    return result;
}

/// Blobs along the drawing, another pattern for every method; below zero only where the method has it.
inline Attribution attribution(AttributionMethod method, ClassTarget target = {7, -1}, float scale = 0.3F)
{
    Attribution result;
    result.method = method;
    result.target = target;
    result.score = 12.4F;
    result.milliseconds = 8.3;
    const Glyph glyph = seven();
    result.glyph = glyph;
    const auto phase = static_cast<float>(method) * 0.6F;
    const bool twoSided = method == AttributionMethod::InputTimesGradient ||
                          method == AttributionMethod::IntegratedGradients ||
                          method == AttributionMethod::Occlusion;
    for (int i = 0; i < kGlyphPixels; ++i) {
        const auto x = static_cast<float>(i % kGlyphSide);
        const auto y = static_cast<float>(i / kGlyphSide);
        const float ink = static_cast<float>(glyph[static_cast<std::size_t>(i)]) / 255.0F;
        const float wave = std::sin(x * 0.45F + phase) * std::cos(y * 0.3F - phase);
        const float value = scale * (ink * (0.6F + 0.6F * wave) + 0.25F * wave);
        result.values.push_back(twoSided ? value : std::abs(value));
    }
    if (method == AttributionMethod::IntegratedGradients)
        result.completeness = Completeness{.scoreAtInput = 12.4, .scoreAtBaseline = 0, .sum = 12.38};
    return result;
}

inline ModuleOutput output(const std::string& name, const std::string& kind, std::vector<int> shape,
                           float scale)
{
    ModuleOutput result{
        .name = name, .kind = kind, .shape = std::move(shape), .values = {}, .microseconds = 0};
    std::size_t count = 1;
    for (const int side : result.shape)
        count *= static_cast<std::size_t>(side);
    for (std::size_t i = 0; i < count; ++i)
        result.values.push_back(scale * std::sin(static_cast<float>(i) * 0.37F) *
                                std::cos(static_cast<float>(i) * 0.011F));
    return result;
}

inline GradientReading gradients(ClassTarget target = {7, -1})
{
    GradientReading result;
    result.target = target;
    result.score = 12.4F;
    result.milliseconds = 1.7;
    result.glyph = seven();
    result.input = attribution(AttributionMethod::InputTimesGradient).values;
    result.modules = {output("conv1", "Conv2d(1, 32, 3, padding=1)", {32, 28, 28}, 0.05F),
                      output("relu1", "ReLU()", {32, 28, 28}, 0.04F),
                      output("pool1", "MaxPool2d(2, 2)", {32, 14, 14}, 0.06F),
                      output("conv2", "Conv2d(32, 64, 3, padding=1)", {64, 14, 14}, 0.03F),
                      output("relu2", "ReLU()", {64, 14, 14}, 0.02F),
                      output("pool2", "MaxPool2d(2, 2)", {64, 7, 7}, 0.05F),
                      output("flatten", "Flatten()", {3136}, 0.05F),
                      output("fc1", "Linear(3136, 256)", {256}, 0.1F),
                      output("relu3", "ReLU()", {256}, 0.12F),
                      output("fc2", "Linear(256, 10)", {10}, 0.0F)};
    result.modules.back().values[static_cast<std::size_t>(target.target)] = 1;
    return result;
}

}  // namespace glyphscope::test
