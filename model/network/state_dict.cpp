// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/network.h"

namespace glyphscope {

StateDict stateDict(const Network& network)
{
    StateDict result;
    result.metadata = {{"architecture", titleOf(network.spec())},
                       {"classes", std::to_string(network.classCount())},
                       {"preprocessing", "mnist-1"}};
    putSpec(network.spec(), result);
    for (const auto& parameter : network.named_parameters()) {
        const torch::Tensor value = parameter.value().detach().to(torch::kCPU, torch::kFloat).contiguous();
        const auto* data = value.data_ptr<float>();
        result.tensors.push_back(
            {parameter.key(), value.sizes().vec(), std::vector<float>(data, data + value.numel())});
    }
    return result;
}

void loadStateDict(Network& network, const StateDict& weights)
{
    checkWeights(weights, network.spec());
    const torch::NoGradGuard noGrad;
    for (auto& parameter : network.named_parameters()) {
        const NamedTensor& tensor = *weights.find(parameter.key());
        // from_blob wants a pointer it may write through; copy_ only reads
        parameter.value().copy_(torch::from_blob(const_cast<float*>(tensor.values.data()), tensor.shape));
    }
}

}  // namespace glyphscope
