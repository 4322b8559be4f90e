// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/modules.h"
#include "model/inspection/detail/score.h"
#include "model/network/detail/values.h"

#include <algorithm>
#include <map>
#include <optional>

namespace glyphscope {
namespace {

/// As Python writes it, without "torch.".
std::string dtypeName(torch::ScalarType type)
{
    static const std::map<torch::ScalarType, std::string> kNames{{torch::kFloat, "float32"},
                                                                 {torch::kDouble, "float64"},
                                                                 {torch::kHalf, "float16"},
                                                                 {torch::kBFloat16, "bfloat16"}};
    const auto name = kNames.find(type);
    return name == kNames.end() ? c10::toString(type) : name->second;
}

std::int64_t bytesOf(const torch::Tensor& tensor)
{
    return tensor.numel() * static_cast<std::int64_t>(tensor.element_size());
}

/// Of a parameter of a module with this output [1, ...].
std::int64_t multiplyAdds(const torch::Tensor& parameter, const torch::Tensor& output)
{
    if (parameter.dim() < 2)
        return 0;  // a bias is only added
    return parameter.numel() * (output.numel() / output.size(1));
}

ModuleInfo moduleInfo(const std::string& name, const std::string& kind, const torch::Tensor& output)
{
    ModuleInfo info;
    info.name = name;
    info.kind = kind;
    info.outputShape = shapeWithoutBatch(output);
    info.outputBytes = bytesOf(output);
    return info;
}

}  // namespace

std::vector<torch_hooks::ScopedHook>
watchOutputs(Network& network,
             const std::function<void(const Network::Step& step, const torch::Tensor& output)>& see)
{
    std::vector<torch_hooks::ScopedHook> watches;
    for (const Network::Step& step : network.steps())
        watches.emplace_back(step.hooks->registerForwardHook([see, step](auto&, auto&, const auto& outputs) {
            see(step, outputs[0]);
            return std::optional<torch_hooks::Tensors>();
        }));
    return watches;
}

NetworkDescription describe(Network& network, const torch::Device& device)
{
    const torch::InferenceMode inference;
    NetworkDescription result;
    std::map<std::string, torch::Tensor> outputs;
    const auto watches = watchOutputs(network, [&](const Network::Step& step, const torch::Tensor& output) {
        result.modules.push_back(moduleInfo(step.name, step.kind, output));
        outputs[step.name] = output;
    });
    const torch::Tensor logits = network.forward(inputOf(network, Glyph{}, device));
    result.modules.insert(result.modules.begin(), moduleInfo("", titleOf(network.spec()), logits));

    ModuleInfo& whole = result.modules.front();
    for (const auto& parameter : network.named_parameters()) {
        const torch::Tensor& tensor = parameter.value();
        const std::string owner = parameter.key().substr(0, parameter.key().rfind('.'));
        ParameterInfo info{parameter.key(),       tensor.sizes().vec(), dtypeName(tensor.scalar_type()),
                           tensor.device().str(), tensor.numel(),       multiplyAdds(tensor, outputs[owner]),
                           bytesOf(tensor)};
        const auto module = std::find_if(result.modules.begin(), result.modules.end(),
                                         [&owner](const ModuleInfo& each) { return each.name == owner; });
        for (ModuleInfo* holder : {&whole, &*module}) {
            holder->parameters += info.count;
            holder->multiplyAdds += info.multiplyAdds;
            holder->parameterBytes += info.bytes;
        }
        result.parameters.push_back(std::move(info));
    }
    return result;
}

}  // namespace glyphscope
