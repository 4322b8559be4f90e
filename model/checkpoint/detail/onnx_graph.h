// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/detail/protobuf_writer.h"
#include "model/spec/network_layers.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// ONNX's nodes for the modules of a network, and the constants that some of them need besides the weights.
/// What opset 13 has no operator for, GroupNorm, LayerNorm, GELU and averages to any size, is written as
/// PyTorch's exporter does: by several.
class OnnxGraph {
public:
    /// The value of the last module is called "logits".
    explicit OnnxGraph(const std::vector<NetworkLayer>& layers);

    /// GraphProto's nodes; then initializers, which follow those of the weights.
    void writeNodes(ProtobufWriter& graph) const;
    void writeConstants(ProtobufWriter& graph) const;

private:
    using Names = std::vector<std::string>;

    void add(const NetworkLayer& layer);
    void convolve(const NetworkLayer& layer);
    void pool(const NetworkLayer& layer);
    void averageTo(const NetworkLayer& layer);
    void batchNorm(const NetworkLayer& layer);
    void groupNorm(const NetworkLayer& layer);
    void layerNorm(const NetworkLayer& layer);
    void gelu(const NetworkLayer& layer);

    /// Appends a node; its output is the module's, or a value of its own where `part` is given.
    std::string node(const NetworkLayer& layer, std::string_view op, const Names& inputs,
                     const std::vector<ProtobufWriter>& attributes, std::string_view part = {});
    /// value * weight + bias of the module, where it has them; the last node gives the module's output.
    void scaleAndShift(const NetworkLayer& layer, std::string value, const std::vector<std::int64_t>& shape);
    std::string constant(const NetworkLayer& layer, std::string_view part,
                         const std::vector<std::int64_t>& shape, std::span<const float> values);
    std::string wholeConstant(const NetworkLayer& layer, std::string_view part,
                              const std::vector<std::int64_t>& values);
    [[nodiscard]] std::string inputOf(const NetworkLayer& layer) const;
    [[nodiscard]] std::string outputOf(const NetworkLayer& layer) const;

    std::map<std::string, std::string> m_values;  // by the path of the module that gives it
    std::string m_last;                           // path of the module whose output is "logits"
    std::vector<ProtobufWriter> m_nodes;
    std::vector<ProtobufWriter> m_constants;
};

}  // namespace glyphscope
