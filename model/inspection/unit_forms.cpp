// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/unit_forms.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <numeric>
#include <string_view>

namespace glyphscope {
namespace {

using Form = UnitExplanation::Form;
using Term = UnitExplanation::Term;

/// The places of an input's side that go into a place of the output: from `first`, so many, so far apart.
struct Window {
    int first = 0;
    int count = 1;
    int step = 1;
    [[nodiscard]] int at(int i) const { return first + i * step; }
};

Window windowAt(const NetworkLayer& layer, int place)
{
    const auto number = [&layer](const char* option) { return static_cast<int>(layer.option(option)); };
    const int dilation = layer.kind == LayerKind::Conv2d ? number("dilation") : 1;
    return {place * number("stride") - number("padding"), number("kernel_size"), dilation};
}

/// Of an adaptive pool, as PyTorch cuts a side into parts, which may overlap.
Window partAt(int place, int parts, int side)
{
    const int first = place * side / parts;
    const int end = ((place + 1) * side + parts - 1) / parts;
    return {first, end - first, 1};
}

/// A parameter or buffer of the module, which must have the inferred shape; none where the module lacks it.
std::span<const float> tensorOf(const UnitSource& source, std::string_view name)
{
    for (const auto* tensors : {&source.layer.parameters, &source.layer.buffers})
        for (const ParameterShape& wanted : *tensors) {
            if (!wanted.name.ends_with(name) ||
                wanted.name.size() != source.layer.path.size() + 1 + name.size())
                continue;
            const NamedTensor* tensor = source.weights.find(wanted.name);
            const auto count =
                std::accumulate(wanted.shape.begin(), wanted.shape.end(), std::int64_t{1}, std::multiplies{});
            if (tensor == nullptr || tensor->shape != wanted.shape ||
                tensor->values.size() != static_cast<std::size_t>(count))
                failShape(wanted.name);
            return tensor->values;
        }
    return {};
}

void weigh(Term& term, float weight)
{
    term.weight = weight;
    term.product = static_cast<double>(term.value) * weight;
}

void addUp(UnitExplanation& unit)
{
    for (const Term& term : unit.terms)
        unit.sum += term.product;
}

void addBias(UnitExplanation& unit, const UnitSource& source)
{
    const std::span<const float> biases = tensorOf(source, "bias");
    unit.biased = !biases.empty();
    if (unit.biased)
        unit.bias = biases[static_cast<std::size_t>(unit.channel)];
    unit.result = unit.sum + unit.bias;
}

/// Each place of a window over one map; those outside as padding, or not at all.
template <typename Add>
void visit(const Volume& input, int channel, const Window& down, const Window& right, const Add& add)
{
    for (int row = 0; row < down.count; ++row)
        for (int column = 0; column < right.count; ++column) {
            const int y = down.at(row);
            const int x = right.at(column);
            add(input.holds(y, x) ? input.term(channel, y, x) : Term{channel, y, x, 0, 1, 0, true});
        }
}

void convolve(UnitExplanation& unit, const UnitSource& source)
{
    const Volume& input = source.inputs[0];
    const auto groups = static_cast<int>(source.layer.option("groups"));
    const int channels = input.channels / groups;  // that a filter sees
    const int first = unit.channel / (source.layer.outputShape[0] / groups) * channels;
    const Window down = windowAt(source.layer, unit.y);
    const Window right = windowAt(source.layer, unit.x);
    const std::ptrdiff_t size = std::ptrdiff_t{channels} * down.count * right.count;
    auto weight = tensorOf(source, "weight").begin() + unit.channel * size;
    for (int channel = first; channel < first + channels; ++channel)
        visit(input, channel, down, right, [&](const Term& term) {
            unit.terms.push_back(term);
            weigh(unit.terms.back(), *weight++);
        });
    addUp(unit);
    addBias(unit, source);
}

void multiply(UnitExplanation& unit, const UnitSource& source)
{
    const Volume& input = source.inputs[0];
    auto weight = tensorOf(source, "weight").begin() + std::ptrdiff_t{unit.channel} * input.width;
    for (int i = 0; i < input.width; ++i) {
        unit.terms.push_back(input.term(i));
        weigh(unit.terms.back(), *weight++);
    }
    addUp(unit);
    addBias(unit, source);
}

void takeLargest(UnitExplanation& unit, const UnitSource& source)
{
    visit(source.inputs[0], unit.channel, windowAt(source.layer, unit.y), windowAt(source.layer, unit.x),
          [&unit](const Term& term) {
              if (!term.padding)  // PyTorch pads a maximum with nothing that could win
                  unit.terms.push_back(term);
          });
    addUp(unit);
    unit.winner = 0;
    unit.result = unit.terms[0].value;
    for (std::size_t i = 1; i < unit.terms.size(); ++i) {
        const double value = unit.terms[i].value;
        if (value > unit.result || std::isnan(value)) {  // as LibTorch: of equals the first, NaN always
            unit.winner = static_cast<int>(i);
            unit.result = value;
        }
    }
}

void average(UnitExplanation& unit, const UnitSource& source)
{
    const Volume& input = source.inputs[0];
    const std::vector<int>& shape = source.layer.outputShape;
    const bool slides = source.layer.info().slides();
    const Window down = slides ? windowAt(source.layer, unit.y) : partAt(unit.y, shape[1], input.height);
    const Window right = slides ? windowAt(source.layer, unit.x) : partAt(unit.x, shape[2], input.width);
    visit(input, unit.channel, down, right, [&unit](const Term& term) { unit.terms.push_back(term); });
    addUp(unit);
    unit.result = unit.sum / static_cast<double>(unit.terms.size());
}

double activated(const NetworkLayer& layer, double x)
{
    switch (layer.kind) {
    case LayerKind::ReLU:
        return x < 0 ? 0 : x;
    case LayerKind::LeakyReLU:
        return x < 0 ? x * layer.real("negative_slope") : x;
    case LayerKind::GELU:
        return 0.5 * x * (1 + std::erf(x / std::numbers::sqrt2));
    case LayerKind::Sigmoid:
        return 1 / (1 + std::exp(-x));
    case LayerKind::Tanh:
        return std::tanh(x);
    case LayerKind::Conv2d:
    case LayerKind::Linear:
    case LayerKind::BatchNorm2d:
    case LayerKind::GroupNorm:
    case LayerKind::MaxPool2d:
    case LayerKind::AvgPool2d:
    case LayerKind::AdaptiveAvgPool2d:
    case LayerKind::Dropout:
    case LayerKind::Dropout2d:
    case LayerKind::Flatten:
    case LayerKind::Identity:
    case LayerKind::Softmax:
    case LayerKind::LayerNorm:
    case LayerKind::Sequential:
    case LayerKind::Residual:
    case LayerKind::Repeat:
        break;  // passes it on
    }
    return x;
}

/// One number in, one number out.
void passOn(UnitExplanation& unit, const UnitSource& source)
{
    unit.terms.push_back(source.inputs[0].term(unit.unit.index));
    addUp(unit);
    if (source.layer.kind == LayerKind::LeakyReLU)
        unit.slope = source.layer.real("negative_slope");
    unit.result = activated(source.layer, unit.sum);
}

void addEnds(UnitExplanation& unit, const UnitSource& source)
{
    for (const Volume& end : source.inputs)
        unit.terms.push_back(end.term(unit.unit.index));
    unit.terms.back().other = true;
    unit.otherModule = source.inputs.back().name;
    addUp(unit);
    unit.result = unit.sum;
}

/// The values that a group norm takes together, of a layer norm all; mean and variance of them.
void measureGroup(UnitExplanation& unit, const UnitSource& source)
{
    const Volume& input = source.inputs[0];
    const int map = input.height * input.width;
    const bool whole = source.layer.kind == LayerKind::LayerNorm;
    const int groups = whole ? 1 : static_cast<int>(source.layer.option("num_groups"));
    const int count = input.channels * map / groups;
    const int first = unit.unit.index / count * count;
    for (int i = first; i < first + count; ++i)
        unit.terms.push_back(input.term(i));
    addUp(unit);
    unit.own = unit.unit.index - first;
    unit.norm.mean = unit.sum / count;
    const auto square = [mean = unit.norm.mean](const Term& term) {
        return (term.value - mean) * (term.value - mean);
    };
    unit.norm.variance =
        std::transform_reduce(unit.terms.begin(), unit.terms.end(), 0.0, std::plus(), square) / count;
}

void normalise(UnitExplanation& unit, const UnitSource& source)
{
    const auto channel = static_cast<std::size_t>(unit.channel);
    unit.norm.eps = source.layer.real("eps");
    if (source.layer.kind == LayerKind::BatchNorm2d) {
        unit.terms.push_back(source.inputs[0].term(unit.unit.index));
        addUp(unit);
        unit.own = 0;
        unit.norm.running = true;
        unit.norm.mean = tensorOf(source, "running_mean")[channel];
        unit.norm.variance = tensorOf(source, "running_var")[channel];
    } else {
        measureGroup(unit, source);
    }
    const std::span<const float> weights = tensorOf(source, "weight");
    const std::span<const float> biases = tensorOf(source, "bias");
    unit.biased = !weights.empty();
    if (unit.biased) {
        const bool each = source.layer.kind == LayerKind::LayerNorm;  // value by value, not by the channel
        const std::size_t at = each ? static_cast<std::size_t>(unit.unit.index) : channel;
        unit.norm.weight = weights[at];
        unit.bias = biases[at];
    }
    unit.result = (unit.ownValue() - unit.norm.mean) / unit.norm.deviation() * unit.norm.weight + unit.bias;
}

/// The side of an image's values that a Softmax goes along: its dim counts the batch, too.
std::int64_t softmaxSide(const NetworkLayer& layer)
{
    const std::int64_t dim = layer.option("dim");
    return dim < 0 ? dim + static_cast<std::int64_t>(layer.inputShape.size()) : dim - 1;
}

}  // namespace

void explainSoftmax(UnitExplanation& unit, const Volume& input, std::int64_t side, double temperature)
{
    unit.temperature = temperature;
    const int step = std::accumulate(input.shape.begin() + side + 1, input.shape.end(), 1, std::multiplies());
    const int count = input.shape[static_cast<std::size_t>(side)];
    unit.own = unit.unit.index / step % count;
    const int first = unit.unit.index - unit.own * step;
    for (int i = 0; i < count; ++i)
        unit.terms.push_back(input.term(first + i * step));
    const double highest = std::ranges::max_element(unit.terms, {}, &Term::value)->value;
    for (Term& term : unit.terms)
        term.product = std::exp((term.value - highest) / temperature);
    addUp(unit);
    unit.result = unit.terms[static_cast<std::size_t>(unit.own)].product / unit.sum;
}

void explainUnitOf(UnitExplanation& unit, const UnitSource& source)
{
    switch (unit.form) {
    case Form::Convolution:
        return convolve(unit, source);
    case Form::Linear:
        return multiply(unit, source);
    case Form::MaxPool:
        return takeLargest(unit, source);
    case Form::AveragePool:
        return average(unit, source);
    case Form::Relu:
    case Form::Activation:
    case Form::Flatten:
    case Form::Copy:
        return passOn(unit, source);
    case Form::Normalised:
        return normalise(unit, source);
    case Form::Sum:
        return addEnds(unit, source);
    case Form::Softmax:
        return explainSoftmax(unit, source.inputs[0], softmaxSide(source.layer), 1);
    }
}

}  // namespace glyphscope
