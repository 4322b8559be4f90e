// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/explain_unit.h"

#include "model/spec/layer_kinds.h"
#include "model/spec/spec_of.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <span>
#include <tuple>

namespace glyphscope {
namespace {

using Form = UnitExplanation::Form;
using Term = UnitExplanation::Term;

constexpr const char* kSoftmax = "softmax";

/// A module and the window that slides over its input.
struct Step {
    std::string name;
    Form form;
    int kernel = 1;
    int stride = 1;
    int padding = 0;
};

Step stepOf(const NetworkLayer& layer)
{
    const KindInfo& kind = kindOf(layer.spec);
    if (!kind.slides())
        return {layer.path, kind.form};
    const auto number = [&layer](const char* option) { return static_cast<int>(layer.option(option)); };
    return {layer.path, kind.form, number("kernel_size"), number("stride"), number("padding")};
}

/// The modules of the network that `weights` are of, and the softmax behind them.
std::vector<Step> stepsOf(const StateDict& weights)
{
    std::vector<Step> steps;
    for (const NetworkLayer& layer : layersOf(specOf(weights)))
        steps.push_back(stepOf(layer));
    steps.push_back({kSoftmax, Form::Softmax});
    return steps;
}

/// What goes into a module or comes out of it, as channels x height x width; a vector is one row.
struct Volume {
    std::string name;
    int channels = 1;
    int height = 1;
    int width = 1;
    bool vector = true;
    std::span<const float> values;

    [[nodiscard]] bool holds(int y, int x) const { return y >= 0 && y < height && x >= 0 && x < width; }
    [[nodiscard]] Term term(int channel, int y, int x) const
    {
        const auto index = static_cast<std::size_t>((channel * height + y) * width + x);
        return {channel, y, x, values[index], 1, values[index], false};
    }
    [[nodiscard]] Term term(int index) const
    {
        return term(index / (height * width), index / width % height, index % width);
    }
};

[[noreturn]] void failUnknown(const Reading& reading, const std::string& module)
{
    std::string known;
    for (const ModuleOutput& output : reading.modules)
        known += output.name + ", ";
    if (reading.modules.empty())
        throw Error(
            GLYPHSCOPE_TEXT("Inspection", "There is no reading to explain \"%1\" of. Draw something first."),
            module);
    throw Error(GLYPHSCOPE_TEXT("Inspection", "There is no module \"%1\" to explain. Choose one of %2."),
                module, known + kSoftmax);
}

[[noreturn]] void failShape(const std::string& name)
{
    throw Error(GLYPHSCOPE_TEXT("Inspection",
                                "%1: its values are not those of the weights' network. The reading and "
                                "the weights do not belong together; read the drawing again."),
                name);
}

std::size_t countOf(const std::vector<int>& shape)
{
    return std::transform_reduce(shape.begin(), shape.end(), std::size_t{1}, std::multiplies{},
                                 [](int side) { return static_cast<std::size_t>(side); });
}

Volume volumeOf(const std::string& name, const std::vector<int>& shape, std::span<const float> values)
{
    Volume volume;
    volume.name = name;
    volume.values = values;
    volume.vector = shape.size() == 1;
    if (volume.vector)
        volume.width = shape[0];
    else if (shape.size() == 3)
        std::tie(volume.channels, volume.height, volume.width) = std::tuple(shape[0], shape[1], shape[2]);
    else
        failShape(name);
    const bool positive = std::ranges::all_of(shape, [](int side) { return side > 0; });
    if (!positive || countOf(shape) != values.size())
        failShape(name);
    return volume;
}

Volume outputOf(const Reading& reading, const std::string& name)
{
    const std::vector<float>& probabilities = reading.prediction.probabilities;
    if (name == kSoftmax && !probabilities.empty())
        return volumeOf(name, {static_cast<int>(probabilities.size())}, probabilities);
    const auto output = std::ranges::find(reading.modules, name, &ModuleOutput::name);
    if (output == reading.modules.end())
        failUnknown(reading, name);
    return volumeOf(name, output->shape, output->values);
}

Volume inputOf(const Reading& reading, const std::vector<Step>& steps, std::size_t place)
{
    if (place == 0)
        return volumeOf("input", {1, kGlyphSide, kGlyphSide}, reading.input);
    return outputOf(reading, steps[place - 1].name);
}

/// A module's parameter, which must have the shape that its input and output ask for.
std::span<const float> parameter(const StateDict& weights, const std::string& name,
                                 const std::vector<int>& shape)
{
    const NamedTensor* tensor = weights.find(name);
    if (tensor == nullptr || !std::ranges::equal(tensor->shape, shape) ||
        tensor->values.size() != countOf(shape))
        failShape(name);
    return tensor->values;
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

void convolve(UnitExplanation& unit, const Step& step, const Volume& input, const Volume& output,
              const StateDict& weights)
{
    const int side = step.kernel;
    const auto kernels =
        parameter(weights, output.name + ".weight", {output.channels, input.channels, side, side});
    const auto biases = parameter(weights, output.name + ".bias", {output.channels});
    auto weight = kernels.begin() + std::ptrdiff_t{unit.channel} * input.channels * side * side;
    for (int channel = 0; channel < input.channels; ++channel) {
        for (int place = 0; place < side * side; ++place) {
            const int y = unit.y * step.stride - step.padding + place / side;
            const int x = unit.x * step.stride - step.padding + place % side;
            const bool padding = !input.holds(y, x);
            unit.terms.push_back(padding ? Term{channel, y, x, 0, 0, 0, true} : input.term(channel, y, x));
            weigh(unit.terms.back(), *weight++);
        }
    }
    addUp(unit);
    unit.bias = biases[static_cast<std::size_t>(unit.channel)];
    unit.result = unit.sum + unit.bias;
}

void multiply(UnitExplanation& unit, const Volume& input, const Volume& output, const StateDict& weights)
{
    const auto matrix = parameter(weights, output.name + ".weight", {output.width, input.width});
    const auto biases = parameter(weights, output.name + ".bias", {output.width});
    auto weight = matrix.begin() + std::ptrdiff_t{unit.channel} * input.width;
    for (int i = 0; i < input.width; ++i) {
        unit.terms.push_back(input.term(i));
        weigh(unit.terms.back(), *weight++);
    }
    addUp(unit);
    unit.bias = biases[static_cast<std::size_t>(unit.channel)];
    unit.result = unit.sum + unit.bias;
}

void pool(UnitExplanation& unit, const Step& step, const Volume& input)
{
    for (int place = 0; place < step.kernel * step.kernel; ++place) {
        const int y = unit.y * step.stride - step.padding + place / step.kernel;
        const int x = unit.x * step.stride - step.padding + place % step.kernel;
        if (input.holds(y, x))  // PyTorch pads a maximum with nothing that could win
            unit.terms.push_back(input.term(unit.channel, y, x));
    }
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

/// One number in, one number out.
void passOn(UnitExplanation& unit, const Volume& input)
{
    unit.terms.push_back(input.term(unit.unit.index));
    addUp(unit);
    unit.result = unit.form == Form::Relu && unit.sum < 0 ? 0 : unit.sum;
}

void softmax(UnitExplanation& unit, const Volume& logits, double temperature)
{
    unit.temperature = temperature;
    const double highest = *std::ranges::max_element(logits.values);
    for (int i = 0; i < logits.width; ++i) {
        unit.terms.push_back(logits.term(i));
        unit.terms.back().product = std::exp((unit.terms.back().value - highest) / temperature);
    }
    addUp(unit);
    unit.result = unit.terms[static_cast<std::size_t>(unit.channel)].product / unit.sum;
}

/// From the unit's terms back to the picture, module by module (Araujo, Norris & Sim, "Computing Receptive
/// Fields of Convolutional Neural Networks", Distill 2019).
Box receptiveField(const std::vector<Term>& terms, const std::vector<Step>& steps, std::size_t place)
{
    int top = terms.front().y;
    int left = terms.front().x;
    int bottom = terms.back().y;
    int right = terms.back().x;
    for (;; --place) {
        if (steps[place].form == Form::Linear || steps[place].form == Form::Softmax)
            return {0, 0, kGlyphSide, kGlyphSide};
        if (place == 0)
            break;
        const Step& before = steps[place - 1];
        top = top * before.stride - before.padding;
        left = left * before.stride - before.padding;
        bottom = bottom * before.stride - before.padding + before.kernel - 1;
        right = right * before.stride - before.padding + before.kernel - 1;
    }
    const auto clip = [](int pixel) { return std::clamp(pixel, 0, kGlyphSide - 1); };
    return {clip(left), clip(top), clip(right) - clip(left) + 1, clip(bottom) - clip(top) + 1};
}

/// Whether the window finds as many places along `input` as `output` has values.
bool slides(const Step& step, const Volume& input, const Volume& output)
{
    const auto places = [&step](int side) {
        const int room = side + 2 * step.padding - step.kernel;
        return room < 0 ? 0 : room / step.stride + 1;
    };
    return places(input.height) == output.height && places(input.width) == output.width;
}

/// Whether a window over `input`, or each of its values, gives `output`. For the weights see parameter().
bool fits(const Step& step, const Volume& input, const Volume& output)
{
    switch (step.form) {
    case Form::Convolution:
        return !input.vector && !output.vector && slides(step, input, output);
    case Form::MaxPool:
        return !input.vector && !output.vector && input.channels == output.channels &&
               slides(step, input, output);
    case Form::Linear:
        return input.vector && output.vector;
    case Form::Relu:
        return input.vector == output.vector && input.channels == output.channels &&
               input.height == output.height && input.width == output.width;
    case Form::Flatten:
    case Form::Softmax:
        return output.vector && input.values.size() == output.values.size();
    default:
        return false;
    }
}

void explain(UnitExplanation& unit, const Step& step, const Volume& input, const Volume& output,
             const StateDict& weights)
{
    switch (step.form) {
    case Form::Convolution:
        return convolve(unit, step, input, output, weights);
    case Form::Linear:
        return multiply(unit, input, output, weights);
    case Form::MaxPool:
        return pool(unit, step, input);
    case Form::Relu:
    case Form::Flatten:
        return passOn(unit, input);
    case Form::Softmax:
        return softmax(unit, input, answerRuleOf(weights).temperature);
    default:
        return;  // refused by fits()
    }
}

}  // namespace

UnitExplanation explainUnit(const Reading& reading, const StateDict& weights, const UnitAddress& unit)
{
    const Volume output = outputOf(reading, unit.module);
    const std::vector<Step> steps = stepsOf(weights);
    const auto step = std::ranges::find(steps, unit.module, &Step::name);
    if (step == steps.end())
        throw Error(
            GLYPHSCOPE_TEXT("Inspection", "\"%1\" cannot be explained: it is no module of its network."),
            unit.module);
    const auto stepPlace = static_cast<std::size_t>(step - steps.begin());
    if (unit.index < 0 || static_cast<std::size_t>(unit.index) >= output.values.size())
        throw Error(GLYPHSCOPE_TEXT("Inspection", "%1 has no value %2. Its values are numbered 0 to %3."),
                    unit.module, unit.index, output.values.size() - 1);
    const Volume input = inputOf(reading, steps, stepPlace);
    if (!fits(*step, input, output))
        failShape(unit.module);

    const Term place = output.term(unit.index);
    UnitExplanation result;
    result.unit = unit;
    result.form = step->form;
    result.channel = output.vector ? place.x : place.channel;
    result.y = place.y;
    result.x = output.vector ? 0 : place.x;
    result.inputModule = input.name;
    result.torchValue = place.value;
    explain(result, *step, input, output, weights);
    result.receptiveField = receptiveField(result.terms, steps, stepPlace);
    return result;
}

}  // namespace glyphscope
