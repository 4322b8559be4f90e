// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/network.h"

#include <map>
#include <string>

namespace glyphscope {
namespace {

/// Parameters and buffers by their names, each sharing its memory with the network's.
std::map<std::string, torch::Tensor> namedState(const Network& network)
{
    std::map<std::string, torch::Tensor> state;
    for (const auto& parameter : network.named_parameters())
        state[parameter.key()] = parameter.value();
    for (const auto& buffer : network.named_buffers())
        state[buffer.key()] = buffer.value();
    return state;
}

}  // namespace

StateDict stateDict(const Network& network)
{
    StateDict result;
    result.metadata = {{"architecture", titleOf(network.spec())},
                       {"classes", std::to_string(network.classCount())},
                       {"preprocessing", "mnist-1"}};
    putSpec(network.spec(), result);
    const auto values = namedState(network);
    for (const ParameterShape& entry : stateOf(network.spec())) {
        const torch::Tensor value =
            values.at(entry.name).detach().to(torch::kCPU, torch::kFloat).contiguous();
        const auto* data = value.data_ptr<float>();
        result.tensors.push_back(
            {entry.name, value.sizes().vec(), std::vector<float>(data, data + value.numel())});
    }
    return result;
}

void loadStateDict(Network& network, const StateDict& weights)
{
    checkWeights(weights, network.spec());
    const torch::NoGradGuard noGrad;
    for (auto& [name, value] : namedState(network)) {
        const NamedTensor* tensor = weights.find(name);
        if (tensor == nullptr)
            value.zero_();  // the counter of a batch norm, which older files lack
        else                // from_blob wants a pointer it may write through; copy_ only reads
            value.copy_(torch::from_blob(const_cast<float*>(tensor->values.data()), tensor->shape));
    }
}

}  // namespace glyphscope
