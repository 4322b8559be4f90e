// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/explain_unit.h"

#include "model/inspection/detail/receptive_field.h"
#include "model/inspection/detail/unit_forms.h"
#include "model/inspection/detail/volume.h"
#include "model/spec/network_layers.h"
#include "model/spec/spec_of.h"
#include "model/types/answer_rule.h"
#include "model/types/error.h"

#include <algorithm>
#include <tuple>

namespace glyphscope {
namespace {

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
                module, known + kAnswerName);
}

Volume volumeOf(const std::string& name, const std::vector<int>& shape, std::span<const float> values)
{
    Volume volume;
    volume.name = name;
    volume.shape = shape;
    volume.values = values;
    if (volume.isVector())
        volume.width = shape[0];
    else if (shape.size() == 3)
        std::tie(volume.channels, volume.height, volume.width) = std::tuple(shape[0], shape[1], shape[2]);
    else
        failShape(name);
    const bool positive = std::ranges::all_of(shape, [](int side) { return side > 0; });
    if (!positive || static_cast<std::size_t>(valuesIn(shape)) != values.size())
        failShape(name);
    return volume;
}

Volume outputOf(const Reading& reading, const std::string& name)
{
    const std::vector<float>& probabilities = reading.prediction.probabilities;
    if (name == kAnswerName && !probabilities.empty())
        return volumeOf(name, {static_cast<int>(probabilities.size())}, probabilities);
    const auto output = std::ranges::find(reading.modules, name, &ModuleOutput::name);
    if (output == reading.modules.end())
        failUnknown(reading, name);
    return volumeOf(name, output->shape, output->values);
}

Volume inputOf(const Reading& reading, const NetworkLayer& layer, const std::string& source)
{
    Volume input = source == "input" ? volumeOf("input", {1, kGlyphSide, kGlyphSide}, reading.input)
                                     : outputOf(reading, source);
    // Of a block it is what comes out: it gives what its sources give.
    if (input.shape != (layer.isBlock() ? layer.outputShape : layer.inputShape))
        failShape(layer.path);
    return input;
}

/// A module's value, whose place is known.
void explainModule(UnitExplanation& unit, const Reading& reading, const StateDict& weights,
                   const std::vector<NetworkLayer>& layers, const Volume& output)
{
    const auto layer = std::ranges::find(layers, unit.unit.module, &NetworkLayer::path);
    if (layer == layers.end())
        throw Error(
            GLYPHSCOPE_TEXT("Inspection", "\"%1\" cannot be explained: it is no module of its network."),
            unit.unit.module);
    if (output.shape != layer->outputShape)
        failShape(layer->path);
    UnitSource source{*layer, {}, weights};
    for (const std::string& name : layer->sources)
        source.inputs.push_back(inputOf(reading, *layer, name));
    unit.form = layer->info().form;
    unit.kind = layer->spec.kind;
    unit.inputModule = source.inputs.front().name;
    explainUnitOf(unit, source);
    const int x = output.isVector() ? unit.channel : unit.x;
    unit.receptiveField = receptiveField(layers, layer->path, {unit.y, x, unit.y, x});
}

/// A probability, from the output of the last module.
void explainAnswer(UnitExplanation& unit, const Reading& reading, const StateDict& weights,
                   const std::vector<NetworkLayer>& layers)
{
    const NetworkLayer& last = layers[forwardOrder(layers).back()];
    const Volume logits = outputOf(reading, last.path);
    if (logits.shape != last.outputShape || logits.values.size() != reading.prediction.probabilities.size())
        failShape(last.path);
    unit.form = UnitExplanation::Form::Softmax;
    unit.inputModule = last.path;
    explainSoftmax(unit, logits, 0, answerRuleOf(weights).temperature);
    unit.receptiveField = receptiveField(layers, last.path, wholeOf(last.outputShape));
}

}  // namespace

void failShape(const std::string& name)
{
    throw Error(GLYPHSCOPE_TEXT("Inspection",
                                "%1: its values are not those of the weights' network. The reading and "
                                "the weights do not belong together; read the drawing again."),
                name);
}

bool isReadingOf(const StateDict& weights, const Reading& reading)
{
    const std::vector<NetworkLayer> layers = layersOf(specOf(weights));
    return layers.size() == reading.modules.size() &&
           std::ranges::all_of(reading.modules, [&layers](const ModuleOutput& output) {
               const auto layer = std::ranges::find(layers, output.name, &NetworkLayer::path);
               return layer != layers.end() && layer->outputShape == output.shape;
           });
}

UnitExplanation explainUnit(const Reading& reading, const StateDict& weights, const UnitAddress& unit)
{
    const Volume output = outputOf(reading, unit.module);
    const std::vector<NetworkLayer> layers = layersOf(specOf(weights));
    if (unit.index < 0 || static_cast<std::size_t>(unit.index) >= output.values.size())
        throw Error(GLYPHSCOPE_TEXT("Inspection", "%1 has no value %2. Its values are numbered 0 to %3."),
                    unit.module, unit.index, output.values.size() - 1);
    const UnitExplanation::Term place = output.term(unit.index);
    UnitExplanation result;
    result.unit = unit;
    result.channel = output.isVector() ? place.x : place.channel;
    result.y = place.y;
    result.x = output.isVector() ? 0 : place.x;
    result.torchValue = place.value;
    if (unit.module == kAnswerName)
        explainAnswer(result, reading, weights, layers);
    else
        explainModule(result, reading, weights, layers, output);
    return result;
}

}  // namespace glyphscope
