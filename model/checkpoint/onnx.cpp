// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/onnx.h"

#include "model/checkpoint/detail/lasting_metadata.h"
#include "model/checkpoint/detail/protobuf_writer.h"
#include "model/spec/layer_kinds.h"
#include "model/spec/presets.h"
#include "model/spec/spec_json.h"
#include "model/spec/spec_of.h"
#include "model/types/class_names.h"
#include "model/types/shortest_text.h"

#include <bit>
#include <span>
#include <string>
#include <vector>

namespace glyphscope {
namespace {

static_assert(std::endian::native == std::endian::little, "raw_data is little-endian");

// Field numbers and constants of onnx.proto, by the messages that they belong to.
namespace model {
enum : std::uint32_t {
    kIrVersion = 1,
    kProducer = 2,
    kProducerVersion = 3,
    kGraph = 7,
    kOpset = 8,
    kProps = 14
};
}
namespace opset {
enum : std::uint32_t { kDomain = 1, kVersion = 2 };
}
namespace prop {
enum : std::uint32_t { kKey = 1, kValue = 2 };
}
namespace graph {
enum : std::uint32_t { kNode = 1, kName = 2, kInitializer = 5, kDoc = 10, kInput = 11, kOutput = 12 };
}
namespace node {
enum : std::uint32_t { kInput = 1, kOutput = 2, kName = 3, kOperator = 4, kAttribute = 5 };
}
namespace attribute {
enum : std::uint32_t { kName = 1, kInteger = 3, kIntegers = 8, kType = 20 };
enum Type : std::int64_t { kTypeInteger = 2, kTypeIntegers = 7 };
}  // namespace attribute
namespace tensor {
enum : std::uint32_t { kSide = 1, kType = 2, kName = 8, kRawData = 9 };
}
namespace value {
enum : std::uint32_t { kName = 1, kType = 2 };
}
namespace type {
enum : std::uint32_t { kTensor = 1, kElement = 1, kShape = 2, kDimension = 1, kSize = 1, kParameter = 2 };
}

constexpr std::int64_t kFloat = 1;
constexpr std::int64_t kIr = 7;
constexpr std::int64_t kOperators = 13;

ProtobufWriter integers(std::string_view name, const std::vector<std::int64_t>& values)
{
    ProtobufWriter result;
    result.text(attribute::kName, name);
    for (const std::int64_t number : values)
        result.integer(attribute::kIntegers, number);
    result.integer(attribute::kType, attribute::kTypeIntegers);
    return result;
}

ProtobufWriter integer(std::string_view name, std::int64_t number)
{
    ProtobufWriter result;
    result.text(attribute::kName, name).integer(attribute::kInteger, number);
    return std::move(result.integer(attribute::kType, attribute::kTypeInteger));
}

/// The chain of modules: what one gives, the next one takes.
class Chain {
public:
    Chain(ProtobufWriter& graph, std::string input) : m_graph(graph), m_last(std::move(input)) {}

    void add(std::string_view op, const NetworkLayer& layer, const std::vector<ProtobufWriter>& attributes,
             const std::string& output)
    {
        ProtobufWriter result;
        result.text(node::kInput, m_last);
        for (const ParameterShape& parameter : layer.parameters)
            result.text(node::kInput, parameter.name);
        m_last = output;
        result.text(node::kOutput, m_last).text(node::kName, layer.path).text(node::kOperator, op);
        for (const ProtobufWriter& one : attributes)
            result.message(node::kAttribute, one);
        m_graph.message(graph::kNode, result);
    }

private:
    ProtobufWriter& m_graph;
    std::string m_last;
};

/// Of a window that slides.
ProtobufWriter squareOf(std::string_view name, const NetworkLayer& layer, std::string_view option)
{
    return integers(name, {layer.option(option), layer.option(option)});
}

ProtobufWriter padsOf(const NetworkLayer& layer)
{
    return integers("pads", std::vector(4, layer.option("padding")));
}

void addNode(Chain& chain, const NetworkLayer& layer, const std::string& output)
{
    const KindInfo& kind = kindOf(layer.spec);
    std::vector<ProtobufWriter> attributes;
    if (kind.slides()) {
        attributes.push_back(squareOf("kernel_shape", layer, "kernel_size"));
        if (kind.shape == ShapeRule::Convolved || layer.option("padding") > 0)
            attributes.push_back(padsOf(layer));
        attributes.push_back(squareOf("strides", layer, "stride"));
    }
    if (kind.onnxAttribute)
        attributes.push_back(integer(kind.onnxAttribute->name, kind.onnxAttribute->value));
    chain.add(kind.onnx, layer, attributes, output);
}

void addNodes(ProtobufWriter& graph, const std::vector<NetworkLayer>& layers)
{
    Chain chain(graph, "input");
    for (const NetworkLayer& layer : layers)
        addNode(chain, layer, &layer == &layers.back() ? "logits" : layer.path);
}

ProtobufWriter initializer(const NamedTensor& parameter)
{
    ProtobufWriter result;
    for (const std::int64_t side : parameter.shape)
        result.integer(tensor::kSide, side);
    result.integer(tensor::kType, kFloat).text(tensor::kName, parameter.name);
    return std::move(result.bytes(tensor::kRawData, std::as_bytes(std::span(parameter.values))));
}

/// Float32, any number of them of this shape.
ProtobufWriter batchOf(std::string_view name, std::initializer_list<std::int64_t> shape)
{
    ProtobufWriter sides;
    sides.message(type::kDimension, ProtobufWriter().text(type::kParameter, "batch"));
    for (const std::int64_t side : shape)
        sides.message(type::kDimension, ProtobufWriter().integer(type::kSize, side));
    const ProtobufWriter values =
        ProtobufWriter().integer(type::kElement, kFloat).message(type::kShape, sides);
    const ProtobufWriter kind = ProtobufWriter().message(type::kTensor, values);
    return std::move(ProtobufWriter().text(value::kName, name).message(value::kType, kind));
}

ProtobufWriter graphOf(const StateDict& weights, const NetworkSpec& network)
{
    const InputSpec& input = network.input;
    ProtobufWriter result;
    addNodes(result, layersOf(network));
    result.text(graph::kName, titleOf(network));
    for (const ParameterShape& parameter : parametersOf(network))
        result.message(graph::kInitializer, initializer(*weights.find(parameter.name)));
    result.text(graph::kDoc, "Reads a 28x28 grey picture, 0 paper and 255 ink, as (value / 255 - " +
                                 shortestText(input.mean) + ") / " + shortestText(input.deviation) +
                                 "; the softmax of the logits gives probabilities.");
    result.message(graph::kInput, batchOf("input", {input.channels, input.height, input.width}));
    result.message(graph::kOutput, batchOf("logits", {static_cast<std::int64_t>(network.classes.size())}));
    return result;
}

std::map<std::string, std::string> propertiesOf(const StateDict& weights, const NetworkSpec& network)
{
    const InputSpec& input = network.input;
    std::map<std::string, std::string> properties = lastingMetadata(weights);
    StateDict named = {weights.tensors, {}};
    putClassNames(classNamesOf(weights), named);
    properties[kClassNamesKey] = named.metadata[kClassNamesKey];
    properties[kNetworkKey] = encodeSpec(network);
    properties["input"] = "28x28 grey, 0 paper, 255 ink: (value / 255 - mean) / std";
    properties["input.mean"] = shortestText(input.mean);
    properties["input.std"] = shortestText(input.deviation);
    return properties;
}

}  // namespace

std::vector<std::byte> encodeOnnx(const StateDict& weights)
{
    const NetworkSpec network = checkedSpecOf(weights);
    ProtobufWriter result;
    result.integer(model::kIrVersion, kIr);
    result.text(model::kProducer, "glyphscope").text(model::kProducerVersion, GLYPHSCOPE_VERSION);
    result.message(model::kGraph, graphOf(weights, network));
    result.message(model::kOpset,
                   ProtobufWriter().text(opset::kDomain, "").integer(opset::kVersion, kOperators));
    for (const auto& [key, text] : propertiesOf(weights, network))
        result.message(model::kProps, ProtobufWriter().text(prop::kKey, key).text(prop::kValue, text));
    return result.content();
}

}  // namespace glyphscope
