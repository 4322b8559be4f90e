// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/simple_cnn.h"
#include "model/types/error.h"

#include <sstream>

namespace glyphscope {
namespace {

std::string shapeText(torch::IntArrayRef shape)
{
    std::ostringstream text;
    text << '[';
    for (std::size_t i = 0; i < shape.size(); ++i)
        text << (i == 0 ? "" : ", ") << shape[i];
    text << ']';
    return text.str();
}

/// Every way in which `weights` does not fit, a line each.
std::string mismatches(const SimpleCNN& network, const StateDict& weights)
{
    std::string lines;
    const auto parameters = network.named_parameters();
    for (const auto& parameter : parameters) {
        const NamedTensor* tensor = weights.find(parameter.key());
        if (tensor == nullptr)
            lines += "\n  missing: " + parameter.key();
        else if (torch::IntArrayRef(tensor->shape) != parameter.value().sizes())
            lines += "\n  size mismatch for " + parameter.key() + ": " + shapeText(tensor->shape) +
                     " in the weights, " + shapeText(parameter.value().sizes()) + " in the network";
    }
    for (const NamedTensor& tensor : weights.tensors)
        if (!parameters.contains(tensor.name))
            lines += "\n  unexpected: " + tensor.name;
    return lines;
}

}  // namespace

StateDict stateDict(const SimpleCNN& network)
{
    StateDict result;
    result.metadata = {{"architecture", "SimpleCNN"},
                       {"classes", std::to_string(network.classCount())},
                       {"preprocessing", "mnist-1"}};
    for (const auto& parameter : network.named_parameters()) {
        const torch::Tensor value = parameter.value().detach().to(torch::kCPU, torch::kFloat).contiguous();
        const auto* data = value.data_ptr<float>();
        result.tensors.push_back(
            {parameter.key(), value.sizes().vec(), std::vector<float>(data, data + value.numel())});
    }
    return result;
}

void loadStateDict(SimpleCNN& network, const StateDict& weights)
{
    if (const std::string lines = mismatches(network, weights); !lines.empty())
        throw Error("These weights are not those of a SimpleCNN with " +
                    std::to_string(network.classCount()) + " classes:" + lines);
    const torch::NoGradGuard noGrad;
    for (auto& parameter : network.named_parameters()) {
        const NamedTensor& tensor = *weights.find(parameter.key());
        // from_blob wants a pointer it may write through; copy_ only reads
        parameter.value().copy_(torch::from_blob(const_cast<float*>(tensor.values.data()), tensor.shape));
    }
}

int classCountOf(const StateDict& weights)
{
    const NamedTensor* bias = weights.find("fc2.bias");
    if (bias == nullptr || bias->shape.size() != 1 || bias->shape[0] < 2 || bias->shape[0] > 256)
        throw Error(
            "These weights are not those of a SimpleCNN: fc2.bias is missing or has no sensible length.");
    return static_cast<int>(bias->shape[0]);
}

}  // namespace glyphscope
