// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/onnx.h"

#include "model/checkpoint/detail/lasting_metadata.h"
#include "model/checkpoint/detail/onnx_graph.h"
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
enum : std::uint32_t { kName = 2, kInitializer = 5, kDoc = 10, kInput = 11, kOutput = 12 };
}
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
    const OnnxGraph nodes(layersOf(network));
    nodes.writeNodes(result);
    result.text(graph::kName, titleOf(network));
    for (const ParameterShape& entry : stateOf(network))
        if (!isBatchCounter(entry.name))  // of use in training only
            result.message(graph::kInitializer, initializer(*weights.find(entry.name)));
    nodes.writeConstants(result);
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
