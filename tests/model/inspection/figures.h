// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/safetensors.h"
#include "model/types/class_target.h"
#include "model/types/dataset.h"
#include "model/types/hook_spec.h"
#include "model/types/raster.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

namespace glyphscope::test {

inline StateDict shippedWeights()
{
    return readSafetensors(GLYPHSCOPE_SOURCE_DIR "/resources/weights/simplecnn.safetensors");
}

/// What golden/make_goldens.py stored: its three figures and what Python makes of them.
class Figures {
public:
    Figures()
        : m_goldens(
              readSafetensors(GLYPHSCOPE_SOURCE_DIR "/tests/model/inspection/golden/goldens.safetensors"))
    {
    }

    [[nodiscard]] bool belongTo(const StateDict& weights) const
    {
        return m_goldens.metadata.at("weights_sha256") == weights.metadata.at("data_sha256");
    }
    [[nodiscard]] const std::vector<float>& values(const std::string& name) const
    {
        const NamedTensor* tensor = m_goldens.find(name);
        return tensor == nullptr ? throw std::out_of_range(name) : tensor->values;
    }
    [[nodiscard]] Glyph glyph(const std::string& figure) const
    {
        Glyph result;
        std::transform(values(figure + ".glyph").begin(), values(figure + ".glyph").end(), result.begin(),
                       [](float value) { return static_cast<std::uint8_t>(value); });
        return result;
    }
    [[nodiscard]] ClassTarget target(const std::string& figure) const
    {
        const std::vector<float>& target = values(figure + ".target");
        return {static_cast<int>(target[0]), static_cast<int>(target[1])};
    }

    /// How far `ours` is from the golden of this name, as a share of its largest magnitude.
    [[nodiscard]] double distance(const std::string& name, const std::vector<float>& ours) const
    {
        const std::vector<float> thinned = thin(ours);
        const std::vector<float>& golden = values(name);
        if (thinned.size() != golden.size())
            return INFINITY;
        const std::size_t end = golden.size();
        const double magnitudes = golden[end - 1];
        double largest = 0;
        double scale = magnitudes / static_cast<double>(ours.size());
        for (std::size_t i = 0; i + 2 < golden.size(); ++i) {
            largest = std::max(largest, std::abs(static_cast<double>(thinned[i]) - golden[i]));
            scale = std::max(scale, std::abs(static_cast<double>(golden[i])));
        }
        const double sums = std::abs(static_cast<double>(thinned[end - 2]) - golden[end - 2]) +
                            std::abs(static_cast<double>(thinned[end - 1]) - golden[end - 1]);
        return std::max(largest / scale, sums / magnitudes);
    }

private:
    static std::vector<float> thin(const std::vector<float>& values)
    {
        std::vector<float> result;
        for (std::size_t i = 0; i < values.size(); i += values.size() <= 784 ? 7 : 97)
            result.push_back(values[i]);
        double sum = 0;
        double magnitudes = 0;
        for (const float value : values) {
            sum += value;
            magnitudes += std::abs(value);
        }
        result.push_back(static_cast<float>(sum));
        result.push_back(static_cast<float>(magnitudes));
        return result;
    }

    StateDict m_goldens;
};

/// Sets the row of a weight or a bias that makes output channel `channel`.
inline void setRow(StateDict& weights, const std::string& name, int channel, float value)
{
    for (NamedTensor& tensor : weights.tensors) {
        if (tensor.name != name)
            continue;
        const auto length = static_cast<std::ptrdiff_t>(tensor.values.size()) / tensor.shape[0];
        std::fill_n(tensor.values.begin() + channel * length, length, value);
    }
}

inline StateDict withoutChannel(StateDict weights, const std::string& module, int channel)
{
    setRow(weights, module + ".weight", channel, 0);
    setRow(weights, module + ".bias", channel, 0);
    return weights;
}

inline double largestDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(a[i]) - b[i]));
    return largest;
}

inline Dataset datasetOf(const std::vector<Glyph>& glyphs)
{
    Dataset result;
    result.classes = ClassSet::digits();
    for (const Glyph& glyph : glyphs) {
        result.images.insert(result.images.end(), glyph.begin(), glyph.end());
        result.labels.push_back(0);
    }
    return result;
}

inline HookSpec hookOn(const std::string& module, HookKind kind, HookAction action, double amount = 0)
{
    HookSpec result;
    result.id = 1;
    result.kind = kind;
    result.module = module;
    result.action = action;
    result.amount = amount;
    return result;
}

}  // namespace glyphscope::test
