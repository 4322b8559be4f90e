// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/feature_pass.h"

#include "model/kernels/detail/features.h"
#include "model/types/error.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>

namespace glyphscope {
namespace {

using namespace kernels;

constexpr int kTaps = 9;

std::vector<const FeatureSteps*> featureStepsHere()
{
    std::vector<const FeatureSteps*> here;
#if defined(__x86_64__)
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq");
    if (avx512 && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bf16"))
        here.push_back(&kAvx512Bf16Features);
    if (avx512)
        here.push_back(&kAvx512Features);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        here.push_back(&kAvx2Features);
#endif
    return here;
}

const FeatureSteps& stepsFor(bool bfloat16, const std::string& name)
{
    for (const FeatureSteps* steps : featureStepsHere())
        if (steps->bfloat16 == bfloat16 && (name.empty() || name == steps->name))
            return *steps;
    const char* type = bfloat16 ? "bfloat16" : "float32";
    if (name.empty())
        throw Error(GLYPHSCOPE_TEXT("Kernels", "This processor has no instructions for %1."), type);
    throw Error(GLYPHSCOPE_TEXT("Kernels", "This processor has no instructions \"%1\" for %2."), name, type);
}

/// Rounded to the nearest, to the even one of two as near; what is not a number stays so.
std::uint16_t toBfloat16(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if (value != value)
        return static_cast<std::uint16_t>(bits >> 16 | 0x40);
    return static_cast<std::uint16_t>((bits + 0x7fff + (bits >> 16 & 1)) >> 16);
}

/// Where [out][in][tap] lies in [out][tap][in].
int tapsFirst(int out, int in, int tap)
{
    return (out * kTaps + tap) * kMaps1 + in;
}

}  // namespace

std::vector<FeatureInstructions> featureInstructions()
{
    std::vector<FeatureInstructions> names;
    for (const FeatureSteps* steps : featureStepsHere())
        names.push_back({steps->name, steps->bfloat16});
    return names;
}

struct FeaturePass::Sums::Values : FeatureSums {};

FeaturePass::Sums::Sums() : m_values(std::make_unique<Values>())
{
}
FeaturePass::Sums::~Sums() = default;
FeaturePass::Sums::Sums(Sums&&) noexcept = default;

void FeaturePass::Sums::add(const Sums& other)
{
    const auto addTo = [](auto& sums, const auto& more) {
        std::transform(std::begin(sums), std::end(sums), std::begin(more), std::begin(sums), std::plus());
    };
    addTo(m_values->conv1, other.m_values->conv1);
    addTo(m_values->bias1, other.m_values->bias1);
    addTo(m_values->conv2, other.m_values->conv2);
    addTo(m_values->bias2, other.m_values->bias2);
}

void FeaturePass::Sums::write(const FeatureParameters<float>& to) const
{
    for (int map = 0; map < kMaps1 && to.conv1 != nullptr; ++map)
        for (int tap = 0; tap < kTaps; ++tap)
            to.conv1[map * kTaps + tap] = m_values->conv1[tap * kMaps1 + map];
    if (to.bias1 != nullptr)
        std::ranges::copy(m_values->bias1, to.bias1);
    for (int out = 0; out < kMaps2 && to.conv2 != nullptr; ++out)
        for (int in = 0; in < kMaps1; ++in)
            for (int tap = 0; tap < kTaps; ++tap)
                to.conv2[(out * kMaps1 + in) * kTaps + tap] = m_values->conv2[tapsFirst(out, in, tap)];
    if (to.bias2 != nullptr)
        std::ranges::copy(m_values->bias2, to.bias2);
}

struct FeaturePass::Layout {
    alignas(64) float conv1[kTaps * kMaps1];
    alignas(64) float bias1[kMaps1];
    alignas(64) float conv2[kMaps2 * kPatch];  // or bfloat16
    alignas(64) float conv2Backwards[kMaps2 * kPatch];
    alignas(64) float bias2[kMaps2];
    FeatureWeights weights{};
};

FeaturePass::FeaturePass(const FeatureParameters<const float>& parameters, bool bfloat16,
                         const std::string& instructions)
    : m_steps(stepsFor(bfloat16, instructions))
{
    auto layout = std::make_unique<Layout>();
    for (int map = 0; map < kMaps1; ++map)
        for (int tap = 0; tap < kTaps; ++tap)
            layout->conv1[tap * kMaps1 + map] = parameters.conv1[map * kTaps + tap];
    std::copy_n(parameters.bias1, kMaps1, layout->bias1);
    auto* pairs = reinterpret_cast<std::uint16_t*>(layout->conv2);
    for (int out = 0; out < kMaps2; ++out)
        for (int in = 0; in < kMaps1; ++in)
            for (int tap = 0; tap < kTaps; ++tap) {
                const float value = parameters.conv2[(out * kMaps1 + in) * kTaps + tap];
                const int input = tap * kMaps1 + in;
                layout->conv2Backwards[tapsFirst(out, in, tap)] = value;
                if (bfloat16)
                    pairs[(input / 2 * kMaps2 + out) * 2 + input % 2] = toBfloat16(value);
                else
                    layout->conv2[input * kMaps2 + out] = value;
            }
    std::copy_n(parameters.bias2, kMaps2, layout->bias2);
    layout->weights = {layout->conv1, layout->bias1, layout->conv2, layout->conv2Backwards, layout->bias2};
    m_layout = std::move(layout);
}

FeaturePass::~FeaturePass() = default;

std::size_t FeaturePass::stateBytes() const
{
    return m_steps.stateBytes;
}

void FeaturePass::forward(const float* image, std::byte* state, float* features) const
{
    m_steps.forward(m_layout->weights, image, state, features);
}

void FeaturePass::backward(const float* image, const std::byte* state, const float* gradient, bool conv1,
                           Sums& sums) const
{
    m_steps.backward(m_layout->weights, image, state, gradient, conv1, *sums.m_values);
}

void FeaturePass::forwardFirst(const float* image, std::byte* state, float* pool1) const
{
    m_steps.forwardFirst(m_layout->weights, image, state, pool1);
}

void FeaturePass::forwardSecond(const float* pool1, std::byte* state, float* features) const
{
    m_steps.forwardSecond(m_layout->weights, pool1, state, features);
}

void FeaturePass::backwardSecond(const std::byte* state, const float* gradient, float* pool1,
                                 Sums& sums) const
{
    m_steps.backwardSecond(m_layout->weights, state, gradient, pool1, *sums.m_values);
}

void FeaturePass::backwardFirst(const float* image, const std::byte* state, const float* gradient,
                                Sums& sums) const
{
    m_steps.backwardFirst(image, state, gradient, *sums.m_values);
}

}  // namespace glyphscope
