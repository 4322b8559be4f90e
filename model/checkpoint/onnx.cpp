// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/onnx.h"

#include "model/checkpoint/detail/lasting_metadata.h"
#include "model/checkpoint/detail/protobuf_writer.h"
#include "model/kernels/network_shapes.h"
#include "model/types/class_names.h"
#include "model/types/raster.h"

#include <bit>
#include <span>
#include <string>

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

ProtobufWriter integers(std::string_view name, std::initializer_list<std::int64_t> values)
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

    void add(std::string_view op, const std::string& name, std::initializer_list<ProtobufWriter> attributes,
             bool withParameters = false, const std::string& output = {})
    {
        ProtobufWriter result;
        result.text(node::kInput, m_last);
        if (withParameters)
            result.text(node::kInput, name + ".weight").text(node::kInput, name + ".bias");
        m_last = output.empty() ? name : output;
        result.text(node::kOutput, m_last).text(node::kName, name).text(node::kOperator, op);
        for (const ProtobufWriter& one : attributes)
            result.message(node::kAttribute, one);
        m_graph.message(graph::kNode, result);
    }

private:
    ProtobufWriter& m_graph;
    std::string m_last;
};

void addNodes(ProtobufWriter& graph)
{
    Chain chain(graph, "input");
    for (const std::string number : {"1", "2"}) {
        chain.add(
            "Conv", "conv" + number,
            {integers("kernel_shape", {3, 3}), integers("pads", {1, 1, 1, 1}), integers("strides", {1, 1})},
            true);
        chain.add("Relu", "relu" + number, {});
        chain.add("MaxPool", "pool" + number,
                  {integers("kernel_shape", {2, 2}), integers("strides", {2, 2})});
    }
    chain.add("Flatten", "flatten", {integer("axis", 1)});
    chain.add("Gemm", "fc1", {integer("transB", 1)}, true);
    chain.add("Relu", "relu3", {});
    chain.add("Gemm", "fc2", {integer("transB", 1)}, true, "logits");
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

ProtobufWriter graphOf(const StateDict& weights, int classCount)
{
    ProtobufWriter result;
    addNodes(result);
    result.text(graph::kName, "SimpleCNN");
    for (const ParameterShape& parameter : parametersOfSimpleCnn(classCount))
        result.message(graph::kInitializer, initializer(*weights.find(parameter.name)));
    result.text(graph::kDoc, "Reads a 28x28 grey picture, 0 paper and 255 ink, as (value / 255 - 0.1307) / "
                             "0.3081; the softmax of the logits gives probabilities.");
    result.message(graph::kInput, batchOf("input", {1, kGlyphSide, kGlyphSide}));
    result.message(graph::kOutput, batchOf("logits", {classCount}));
    return result;
}

std::map<std::string, std::string> propertiesOf(const StateDict& weights)
{
    std::map<std::string, std::string> properties = lastingMetadata(weights);
    StateDict named = {weights.tensors, {}};
    putClassNames(classNamesOf(weights), named);
    properties[kClassNamesKey] = named.metadata[kClassNamesKey];
    properties["input"] = "28x28 grey, 0 paper, 255 ink: (value / 255 - mean) / std";
    properties["input.mean"] = "0.1307";
    properties["input.std"] = "0.3081";
    return properties;
}

}  // namespace

std::vector<std::byte> encodeOnnx(const StateDict& weights)
{
    const int classCount = classCountOf(weights);
    checkSimpleCnn(weights, classCount);
    ProtobufWriter result;
    result.integer(model::kIrVersion, kIr);
    result.text(model::kProducer, "glyphscope").text(model::kProducerVersion, GLYPHSCOPE_VERSION);
    result.message(model::kGraph, graphOf(weights, classCount));
    result.message(model::kOpset,
                   ProtobufWriter().text(opset::kDomain, "").integer(opset::kVersion, kOperators));
    for (const auto& [key, text] : propertiesOf(weights))
        result.message(model::kProps, ProtobufWriter().text(prop::kKey, key).text(prop::kValue, text));
    return result.content();
}

}  // namespace glyphscope
