// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/forward_pass.h"

#include "model/kernels/detail/forward.h"
#include "model/kernels/fast_network.h"
#include "model/spec/spec_of.h"
#include "model/types/error.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <utility>

namespace glyphscope {
namespace {

using namespace kernels;

using Clock = std::chrono::steady_clock;

/// What each byte of a picture becomes.
std::array<float, 256> standardised(const InputSpec& input)
{
    const auto mean = static_cast<float>(input.mean);
    const auto deviation = static_cast<float>(input.deviation);
    std::array<float, 256> values{};
    for (std::size_t byte = 0; byte < values.size(); ++byte)
        values[byte] = (static_cast<float>(byte) / 255.0F - mean) / deviation;
    return values;
}

NetworkSpec readableSpecOf(const StateDict& weights)
{
    NetworkSpec network = checkedSpecOf(weights);
    if (!canRead(network))
        throw Error(GLYPHSCOPE_TEXT(
            "Kernels",
            "Without LibTorch only networks built as the shipped one can be read with, and these weights are "
            "those of another."));
    return network;
}

std::vector<const Steps*> stepsHere()
{
    std::vector<const Steps*> here;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
        here.push_back(&kAvx512Steps);
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        here.push_back(&kAvx2Steps);
#endif
    here.push_back(&kPlainSteps);
    return here;
}

const Steps& stepsNamed(const std::string& name)
{
    const std::vector<const Steps*> here = stepsHere();
    if (name.empty())
        return *here.front();
    const auto found = std::ranges::find(here, name, [](const Steps* steps) { return steps->name; });
    if (found == here.end())
        throw Error(GLYPHSCOPE_TEXT("Kernels", "This processor has no instructions \"%1\"."), name);
    return **found;
}

/// [out][in][taps] to [taps][in][out].
std::vector<float> packConvolution(const std::vector<float>& values, int out, int in)
{
    constexpr int kTaps = 9;
    std::vector<float> packed(values.size());
    for (int o = 0; o < out; ++o)
        for (int i = 0; i < in; ++i)
            for (int tap = 0; tap < kTaps; ++tap)
                packed[static_cast<std::size_t>((tap * in + i) * out + o)] =
                    values[static_cast<std::size_t>((o * in + i) * kTaps + tap)];
    return packed;
}

/// [unit][map][pixel] to [pixel][map][unit], a line of the cache at a time: weights change with every
/// snapshot of a training.
std::vector<float> packFlat(const std::vector<float>& values)
{
    constexpr int kPixels = kSide3 * kSide3;
    constexpr int kLine = 16;
    std::vector<float> packed(values.size());
    for (int unit = 0; unit < kHidden; unit += kLine)
        for (int map = 0; map < kMaps2; ++map)
            for (int pixel = 0; pixel < kPixels; ++pixel) {
                const float* from = values.data() + unit * kFlat + map * kPixels + pixel;
                float* to = packed.data() + (pixel * kMaps2 + map) * kHidden + unit;
                for (int k = 0; k < kLine; ++k)
                    to[k] = from[k * kFlat];
            }
    return packed;
}

/// [class][unit] to [unit][padded classes].
std::vector<float> packClasses(const std::vector<float>& values, int classes, int padded)
{
    std::vector<float> packed(static_cast<std::size_t>(kHidden * padded));
    for (int unit = 0; unit < kHidden; ++unit)
        for (int k = 0; k < classes; ++k)
            packed[static_cast<std::size_t>(unit * padded + k)] =
                values[static_cast<std::size_t>(k * kHidden + unit)];
    return packed;
}

/// [y][x][maps] inside a border of `border` pixels to [maps][y][x].
std::vector<float> unpackMaps(const float* values, int side, int maps, int border)
{
    std::vector<float> result(static_cast<std::size_t>(maps * side * side));
    const int row = side + 2 * border;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float* at = values + ((y + border) * row + x + border) * maps;
            for (int map = 0; map < maps; ++map)
                result[static_cast<std::size_t>((map * side + y) * side + x)] = at[map];
        }
    return result;
}

std::vector<float> rectified(std::vector<float> values)
{
    for (float& value : values)
        value = value <= 0 ? 0 : value;
    return values;
}

}  // namespace

std::vector<std::string> forwardInstructions()
{
    std::vector<std::string> names;
    for (const Steps* steps : stepsHere())
        names.emplace_back(steps->name);
    return names;
}

struct PackedNetwork::Layout {
    std::array<float, 256> standardised{};
    std::vector<float> conv1;
    std::vector<float> bias1;
    std::vector<float> conv2;
    std::vector<float> bias2;
    std::vector<float> fc1;
    std::vector<float> biasFc1;
    std::vector<float> fc2;
    std::vector<float> biasFc2;
    Weights weights{};
};

PackedNetwork::PackedNetwork(const StateDict& weights)
    : m_spec(readableSpecOf(weights)), m_layers(layersOf(m_spec))
{
    std::vector<const std::vector<float>*> values;  // of the four layers that have any, in order
    for (const NetworkLayer& layer : m_layers) {
        m_kinds.push_back(layerText(layer));
        for (const ParameterShape& parameter : layer.parameters)
            values.push_back(&weights.find(parameter.name)->values);
    }
    const int padded = (classCount() + kMostLanes - 1) / kMostLanes * kMostLanes;
    auto layout = std::make_unique<Layout>();
    layout->standardised = standardised(m_spec.input);
    layout->conv1 = packConvolution(*values[0], kMaps1, 1);
    layout->bias1 = *values[1];
    layout->conv2 = packConvolution(*values[2], kMaps2, kMaps1);
    layout->bias2 = *values[3];
    layout->fc1 = packFlat(*values[4]);
    layout->biasFc1 = *values[5];
    layout->fc2 = packClasses(*values[6], classCount(), padded);
    layout->biasFc2 = *values[7];
    layout->biasFc2.resize(static_cast<std::size_t>(padded));
    layout->weights = {layout->conv1.data(), layout->bias1.data(),   layout->conv2.data(),
                       layout->bias2.data(), layout->fc1.data(),     layout->biasFc1.data(),
                       layout->fc2.data(),   layout->biasFc2.data(), padded};
    m_layout = std::move(layout);
}

PackedNetwork::~PackedNetwork() = default;

struct ForwardPass::Buffers {
    Activations values{};  // with borders of zeros
};

ForwardPass::ForwardPass(std::shared_ptr<const PackedNetwork> network, const std::string& instructions)
    : m_network(std::move(network)), m_steps(stepsNamed(instructions)), m_buffers(std::make_unique<Buffers>())
{
}

ForwardPass::~ForwardPass() = default;

void ForwardPass::setInput(const Glyph& glyph)
{
    const std::array<float, 256>& values = m_network->m_layout->standardised;
    float* row = m_buffers->values.input + kSide1 + 3;
    for (std::size_t i = 0; i < glyph.size(); ++i)
        row[i / kGlyphSide * (kSide1 + 2) + i % kGlyphSide] = values[glyph[i]];
}

std::span<const float> ForwardPass::logits(const Glyph& glyph)
{
    Activations& a = m_buffers->values;
    const Weights& w = m_network->m_layout->weights;
    setInput(glyph);
    m_steps.conv1(w, a);
    m_steps.pool1(a);
    m_steps.conv2(w, a);
    m_steps.pool2(a);
    m_steps.fc1(w, a);
    m_steps.fc2(w, a);
    return {a.logits, static_cast<std::size_t>(m_network->classCount())};
}

std::vector<float> ForwardPass::input() const
{
    return unpackMaps(m_buffers->values.input, kSide1, 1, 1);
}

std::vector<ModuleOutput> ForwardPass::modules(const Glyph& glyph)
{
    Activations& a = m_buffers->values;
    const Weights& w = m_network->m_layout->weights;
    setInput(glyph);
    std::vector<ModuleOutput> modules;
    const auto add = [&](const auto& compute, const auto& values) {
        const NetworkLayer& layer = m_network->m_layers[modules.size()];
        const Clock::time_point begin = Clock::now();
        compute();
        const double time = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
        modules.push_back({layer.path, m_network->m_kinds[modules.size()], layer.outputShape, values(), time,
                           layer.sources});
    };
    // A ReLU is a part of the pooling; what it gives before that is made here.
    const auto addCopy = [&](const auto& made) {
        std::vector<float> values;
        add([&] { values = made(modules.back().values); }, [&] { return std::move(values); });
    };
    add([&] { m_steps.conv1(w, a); }, [&] { return unpackMaps(a.conv1, kSide1, kMaps1, 0); });
    addCopy(rectified);
    add([&] { m_steps.pool1(a); }, [&] { return unpackMaps(a.pool1, kSide2, kMaps1, 1); });
    add([&] { m_steps.conv2(w, a); }, [&] { return unpackMaps(a.conv2, kSide2, kMaps2, 0); });
    addCopy(rectified);
    add([&] { m_steps.pool2(a); }, [&] { return unpackMaps(a.pool2, kSide3, kMaps2, 0); });
    addCopy([](const std::vector<float>& values) { return values; });
    add([&] { m_steps.fc1(w, a); }, [&] { return std::vector<float>(a.fc1, a.fc1 + kHidden); });
    addCopy(rectified);
    add([&] { m_steps.fc2(w, a); },
        [&] { return std::vector<float>(a.logits, a.logits + m_network->classCount()); });
    return modules;
}

}  // namespace glyphscope
