// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/class_target.h"
#include "model/types/raster.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace glyphscope {

/// Ways to say which pixels an answer rests on.
enum class AttributionMethod {
    Saliency,             ///< |d score / d input| (Simonyan, Vedaldi & Zisserman 2013)
    InputTimesGradient,   ///< signed (Shrikumar et al. 2016)
    SmoothGrad,           ///< mean gradient over noisy copies (Smilkov et al. 2017)
    GradCam,              ///< ReLU of gradient-weighted maps (Selvaraju et al. 2017)
    IntegratedGradients,  ///< along the straight path from blank paper (Sundararajan, Taly & Yan 2017)
    Occlusion,            ///< fall of the score when a patch is covered with paper (Zeiler & Fergus 2014)
};
inline constexpr AttributionMethod kAttributionMethods[]{
    AttributionMethod::Saliency, AttributionMethod::InputTimesGradient,  AttributionMethod::SmoothGrad,
    AttributionMethod::GradCam,  AttributionMethod::IntegratedGradients, AttributionMethod::Occlusion};

struct AttributionOptions {
    AttributionMethod method = AttributionMethod::IntegratedGradients;
    ClassTarget target;
    int samples = 32;        ///< of SmoothGrad
    double noise = 0.15;     ///< of SmoothGrad: deviation as a share of the input's range
    int steps = 128;         ///< of integrated gradients, at mid-points
    int patch = 5;           ///< of occlusion: side in pixels, odd
    std::uint64_t seed = 0;  ///< of SmoothGrad's noise
    std::string layer = {};  ///< of Grad-CAM: the module whose maps it takes; empty: lastLayerWithMaps()
    friend bool operator==(const AttributionOptions&, const AttributionOptions&) = default;
};

/// Integrated gradients must add up to the rise of the score (its completeness axiom).
struct Completeness {
    double scoreAtInput = 0;
    double scoreAtBaseline = 0;
    double sum = 0;  ///< of the attributions
    [[nodiscard]] double gap() const { return sum - (scoreAtInput - scoreAtBaseline); }
};

/// What each of the 28x28 pixels contributes.
struct Attribution {
    AttributionMethod method = AttributionMethod::IntegratedGradients;
    ClassTarget target;  ///< resolved: target is never -1
    float score = 0;
    std::vector<float> values;  ///< 784, row by row; not negative for Saliency, SmoothGrad and Grad-CAM
    std::optional<Completeness> completeness;  ///< of integrated gradients
    double milliseconds = 0;
    Glyph glyph{};           ///< whose pixels they are
    std::string layer = {};  ///< of Grad-CAM: the module whose maps were taken
};

}  // namespace glyphscope
