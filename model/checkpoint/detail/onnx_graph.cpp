// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/onnx_graph.h"

#include <algorithm>
#include <numbers>
#include <utility>

namespace glyphscope {
namespace {

// Field numbers and constants of onnx.proto, by the messages that they belong to.
namespace node_fields {
enum : std::uint32_t { kInput = 1, kOutput = 2, kName = 3, kOperator = 4, kAttribute = 5 };
}
namespace attribute_fields {
enum : std::uint32_t { kName = 1, kReal = 2, kInteger = 3, kIntegers = 8, kType = 20 };
enum Type : std::int64_t { kTypeReal = 1, kTypeInteger = 2, kTypeIntegers = 7 };
}  // namespace attribute_fields
namespace constant_fields {
enum : std::uint32_t { kSide = 1, kType = 2, kName = 8, kRawData = 9 };
constexpr std::int64_t kFloatType = 1;
constexpr std::int64_t kWholeType = 7;
}  // namespace constant_fields
constexpr std::uint32_t kNodeOfGraph = 1;
constexpr std::uint32_t kInitializerOfGraph = 5;

ProtobufWriter integersAttribute(std::string_view name, const std::vector<std::int64_t>& values)
{
    ProtobufWriter result;
    result.text(attribute_fields::kName, name);
    for (const std::int64_t number : values)
        result.integer(attribute_fields::kIntegers, number);
    result.integer(attribute_fields::kType, attribute_fields::kTypeIntegers);
    return result;
}

ProtobufWriter integerAttribute(std::string_view name, std::int64_t number)
{
    ProtobufWriter result;
    result.text(attribute_fields::kName, name).integer(attribute_fields::kInteger, number);
    return std::move(result.integer(attribute_fields::kType, attribute_fields::kTypeInteger));
}

ProtobufWriter realAttribute(std::string_view name, double number)
{
    ProtobufWriter result;
    result.text(attribute_fields::kName, name).real(attribute_fields::kReal, static_cast<float>(number));
    return std::move(result.integer(attribute_fields::kType, attribute_fields::kTypeReal));
}

std::vector<std::int64_t> twice(std::int64_t value)
{
    return {value, value};
}

/// Row i averages what AdaptiveAvgPool2d puts into place i: from floor(i in / out) to ceil((i + 1) in / out).
std::vector<float> averagingMatrix(std::int64_t out, std::int64_t in)
{
    std::vector<float> matrix(static_cast<std::size_t>(out * in));
    for (std::int64_t i = 0; i < out; ++i) {
        const std::int64_t begin = i * in / out;
        const std::int64_t end = ((i + 1) * in + out - 1) / out;
        for (std::int64_t k = begin; k < end; ++k)
            matrix[static_cast<std::size_t>(i * in + k)] = 1.0F / static_cast<float>(end - begin);
    }
    return matrix;
}

std::vector<float> transposed(const std::vector<float>& matrix, std::int64_t rows, std::int64_t columns)
{
    std::vector<float> result(matrix.size());
    for (std::int64_t i = 0; i < rows; ++i)
        for (std::int64_t k = 0; k < columns; ++k)
            result[static_cast<std::size_t>(k * rows + i)] =
                matrix[static_cast<std::size_t>(i * columns + k)];
    return result;
}

}  // namespace

OnnxGraph::OnnxGraph(const std::vector<NetworkLayer>& layers)
{
    m_values["input"] = "input";
    const std::vector<std::size_t> order = forwardOrder(layers);
    m_last = order.empty() ? "input" : layers[order.back()].path;
    // A block passes on what its last child gives: that is then called "logits".
    for (auto at = order.rbegin(); at != order.rend(); ++at)
        if (layers[*at].path == m_last && layers[*at].isBlock() && layers[*at].sources.size() == 1)
            m_last = layers[*at].sources.front();
    for (const std::size_t place : order)
        add(layers[place]);
}

void OnnxGraph::writeNodes(ProtobufWriter& graph) const
{
    for (const ProtobufWriter& one : m_nodes)
        graph.message(kNodeOfGraph, one);
}

void OnnxGraph::writeConstants(ProtobufWriter& graph) const
{
    for (const ProtobufWriter& one : m_constants)
        graph.message(kInitializerOfGraph, one);
}

std::string OnnxGraph::inputOf(const NetworkLayer& layer) const
{
    return m_values.at(layer.sources.front());
}

std::string OnnxGraph::outputOf(const NetworkLayer& layer) const
{
    return layer.path == m_last ? "logits" : layer.path;
}

std::string OnnxGraph::node(const NetworkLayer& layer, std::string_view op, const Names& inputs,
                            const std::vector<ProtobufWriter>& attributes, std::string_view part)
{
    const std::string inner = part.empty() ? std::string() : '/' + std::string(part);
    ProtobufWriter result;
    for (const std::string& input : inputs)
        result.text(node_fields::kInput, input);
    std::string output = part.empty() ? outputOf(layer) : layer.path + inner;
    result.text(node_fields::kOutput, output).text(node_fields::kName, layer.path + inner);
    result.text(node_fields::kOperator, op);
    for (const ProtobufWriter& one : attributes)
        result.message(node_fields::kAttribute, one);
    m_nodes.push_back(std::move(result));
    return output;
}

std::string OnnxGraph::constant(const NetworkLayer& layer, std::string_view part,
                                const std::vector<std::int64_t>& shape, std::span<const float> values)
{
    std::string name = layer.path + '/' + std::string(part);
    ProtobufWriter result;
    for (const std::int64_t side : shape)
        result.integer(constant_fields::kSide, side);
    result.integer(constant_fields::kType, constant_fields::kFloatType).text(constant_fields::kName, name);
    result.bytes(constant_fields::kRawData, std::as_bytes(values));
    m_constants.push_back(std::move(result));
    return name;
}

std::string OnnxGraph::wholeConstant(const NetworkLayer& layer, std::string_view part,
                                     const std::vector<std::int64_t>& values)
{
    std::string name = layer.path + '/' + std::string(part);
    ProtobufWriter result;
    result.integer(constant_fields::kSide, static_cast<std::int64_t>(values.size()));
    result.integer(constant_fields::kType, constant_fields::kWholeType).text(constant_fields::kName, name);
    result.bytes(constant_fields::kRawData, std::as_bytes(std::span(values)));
    m_constants.push_back(std::move(result));
    return name;
}

void OnnxGraph::add(const NetworkLayer& layer)
{
    const KindInfo& kind = layer.info();
    switch (layer.kind) {
    case LayerKind::Sequential:
    case LayerKind::Repeat:
        m_values[layer.path] = m_values.at(layer.sources.front());
        return;
    case LayerKind::Residual:
        node(layer, "Add", {m_values.at(layer.sources[0]), m_values.at(layer.sources[1])}, {});
        break;
    case LayerKind::Conv2d:
        convolve(layer);
        break;
    case LayerKind::MaxPool2d:
    case LayerKind::AvgPool2d:
        pool(layer);
        break;
    case LayerKind::AdaptiveAvgPool2d:
        averageTo(layer);
        break;
    case LayerKind::BatchNorm2d:
        batchNorm(layer);
        break;
    case LayerKind::GroupNorm:
        groupNorm(layer);
        break;
    case LayerKind::LayerNorm:
        layerNorm(layer);
        break;
    case LayerKind::GELU:
        gelu(layer);
        break;
    case LayerKind::LeakyReLU:
        node(layer, kind.onnx, {inputOf(layer)}, {realAttribute("alpha", layer.real("negative_slope"))});
        break;
    case LayerKind::Softmax:
        node(layer, kind.onnx, {inputOf(layer)}, {integerAttribute("axis", layer.option("dim"))});
        break;
    default: {
        std::vector<ProtobufWriter> attributes;
        if (kind.onnxAttribute)
            attributes.push_back(integerAttribute(kind.onnxAttribute->name, kind.onnxAttribute->value));
        Names inputs{inputOf(layer)};
        for (const ParameterShape& parameter : layer.parameters)
            inputs.push_back(parameter.name);
        node(layer, kind.onnx, inputs, attributes);
    }
    }
    m_values[layer.path] = outputOf(layer);
}

void OnnxGraph::convolve(const NetworkLayer& layer)
{
    std::vector<ProtobufWriter> attributes{
        integersAttribute("kernel_shape", twice(layer.option("kernel_size"))),
        integersAttribute("pads", std::vector(4, layer.option("padding"))),
        integersAttribute("strides", twice(layer.option("stride")))};
    if (layer.option("dilation") != 1)
        attributes.push_back(integersAttribute("dilations", twice(layer.option("dilation"))));
    if (layer.option("groups") != 1)
        attributes.push_back(integerAttribute("group", layer.option("groups")));
    Names inputs{inputOf(layer)};
    for (const ParameterShape& parameter : layer.parameters)
        inputs.push_back(parameter.name);
    node(layer, layer.info().onnx, inputs, attributes);
}

void OnnxGraph::pool(const NetworkLayer& layer)
{
    std::vector<ProtobufWriter> attributes{
        integersAttribute("kernel_shape", twice(layer.option("kernel_size")))};
    if (layer.option("padding") > 0)
        attributes.push_back(integersAttribute("pads", std::vector(4, layer.option("padding"))));
    attributes.push_back(integersAttribute("strides", twice(layer.option("stride"))));
    if (const auto& own = layer.info().onnxAttribute)
        attributes.push_back(integerAttribute(own->name, own->value));
    node(layer, layer.info().onnx, {inputOf(layer)}, attributes);
}

void OnnxGraph::averageTo(const NetworkLayer& layer)
{
    const std::int64_t out = layer.option("output_size");
    const std::int64_t height = layer.inputShape[1];
    const std::int64_t width = layer.inputShape[2];
    if (out == 1) {
        node(layer, "GlobalAveragePool", {inputOf(layer)}, {});
        return;
    }
    const std::vector<float> rows = averagingMatrix(out, height);
    const std::vector<float> columns = transposed(averagingMatrix(out, width), out, width);
    const std::string down =
        node(layer, "MatMul", {constant(layer, "rows", {out, height}, rows), inputOf(layer)}, {}, "down");
    node(layer, "MatMul", {down, constant(layer, "columns", {width, out}, columns)}, {});
}

void OnnxGraph::batchNorm(const NetworkLayer& layer)
{
    Names inputs{inputOf(layer)};
    if (layer.parameters.empty()) {
        const auto channels = static_cast<std::size_t>(layer.inputShape[0]);
        const std::int64_t side = layer.inputShape[0];
        inputs.push_back(constant(layer, "ones", {side}, std::vector(channels, 1.0F)));
        inputs.push_back(constant(layer, "zeros", {side}, std::vector(channels, 0.0F)));
    }
    for (const ParameterShape& parameter : layer.parameters)
        inputs.push_back(parameter.name);
    inputs.push_back(layer.path + ".running_mean");
    inputs.push_back(layer.path + ".running_var");
    node(layer, layer.info().onnx, inputs, {realAttribute("epsilon", layer.real("eps"))});
}

void OnnxGraph::scaleAndShift(const NetworkLayer& layer, std::string value,
                              const std::vector<std::int64_t>& shape)
{
    if (layer.parameters.empty()) {
        node(layer, "Identity", {value}, {});
        return;
    }
    std::string weight = layer.parameters[0].name;
    std::string bias = layer.parameters[1].name;
    if (!shape.empty()) {
        const std::string sides = wholeConstant(layer, "sides", shape);
        weight = node(layer, "Reshape", {weight, sides}, {}, "weight");
        bias = node(layer, "Reshape", {bias, sides}, {}, "bias");
    }
    value = node(layer, "Mul", {std::move(value), weight}, {}, "scaled");
    node(layer, "Add", {value, bias}, {});
}

void OnnxGraph::groupNorm(const NetworkLayer& layer)
{
    const std::int64_t groups = layer.option("num_groups");
    const auto count = static_cast<std::size_t>(groups);
    const std::string grouped =
        node(layer, "Reshape", {inputOf(layer), wholeConstant(layer, "groups", {0, groups, -1})}, {}, "rows");
    const std::string normed = node(layer, "InstanceNormalization",
                                    {grouped, constant(layer, "ones", {groups}, std::vector(count, 1.0F)),
                                     constant(layer, "zeros", {groups}, std::vector(count, 0.0F))},
                                    {realAttribute("epsilon", layer.real("eps"))}, "normed");
    std::vector<std::int64_t> shape{0};
    shape.insert(shape.end(), layer.inputShape.begin(), layer.inputShape.end());
    const std::string maps =
        node(layer, "Reshape", {normed, wholeConstant(layer, "shape", shape)}, {}, "maps");
    scaleAndShift(layer, maps, {layer.inputShape[0], 1, 1});
}

void OnnxGraph::layerNorm(const NetworkLayer& layer)
{
    std::vector<std::int64_t> axes;
    for (std::size_t i = 0; i < layer.inputShape.size(); ++i)
        axes.push_back(static_cast<std::int64_t>(i) - static_cast<std::int64_t>(layer.inputShape.size()));
    const std::vector<ProtobufWriter> over{integersAttribute("axes", axes)};
    const std::string mean = node(layer, "ReduceMean", {inputOf(layer)}, over, "mean");
    const std::string centred = node(layer, "Sub", {inputOf(layer), mean}, {}, "centred");
    const std::string squares = node(layer, "Mul", {centred, centred}, {}, "squares");
    const std::string variance = node(layer, "ReduceMean", {squares}, over, "variance");
    const float eps = static_cast<float>(layer.real("eps"));
    const std::string above =
        node(layer, "Add", {variance, constant(layer, "eps", {}, std::span(&eps, 1))}, {}, "above");
    const std::string deviation = node(layer, "Sqrt", {above}, {}, "deviation");
    scaleAndShift(layer, node(layer, "Div", {centred, deviation}, {}, "normed"), {});
}

void OnnxGraph::gelu(const NetworkLayer& layer)
{
    const auto number = [&](std::string_view part, double value) {
        const auto single = static_cast<float>(value);
        return constant(layer, part, {}, std::span(&single, 1));
    };
    const std::string scaled =
        node(layer, "Mul", {inputOf(layer), number("inverse_root", 1 / std::numbers::sqrt2)}, {}, "scaled");
    const std::string erf = node(layer, "Erf", {scaled}, {}, "erf");
    const std::string raised = node(layer, "Add", {erf, number("one", 1)}, {}, "raised");
    const std::string halved = node(layer, "Mul", {raised, number("half", 0.5)}, {}, "share");
    node(layer, "Mul", {inputOf(layer), halved}, {});
}

}  // namespace glyphscope
