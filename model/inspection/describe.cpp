// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/modules.h"

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
                                                                 {torch::kBFloat16, "bfloat16"},
                                                                 {torch::kLong, "int64"}};
    const auto name = kNames.find(type);
    return name == kNames.end() ? c10::toString(type) : name->second;
}

ModuleInfo moduleInfo(const NetworkLayer& layer, const std::vector<NetworkLayer>& layers)
{
    ModuleInfo info;
    info.name = layer.path;
    info.kind = layerText(layer);
    if (layer.parent >= 0)
        info.parent = layers[static_cast<std::size_t>(layer.parent)].path;
    info.inputShape = layer.inputShape;
    info.outputShape = layer.outputShape;
    info.outputBytes = valuesIn(layer.outputShape) * static_cast<std::int64_t>(sizeof(float));
    return info;
}

ParameterInfo parameterInfo(const std::string& name, const torch::Tensor& tensor)
{
    ParameterInfo info;
    info.name = name;
    info.shape = tensor.sizes().vec();
    info.dtype = dtypeName(tensor.scalar_type());
    info.device = tensor.device().str();
    info.count = tensor.numel();
    info.bytes = tensor.numel() * static_cast<std::int64_t>(tensor.element_size());
    return info;
}

/// Adds to the network and to every block that holds the module, and to itself.
void addUpwards(NetworkDescription& description, const std::vector<NetworkLayer>& layers, int place,
                const ParameterInfo& parameter)
{
    const auto add = [&](ModuleInfo& module) {
        module.parameters += parameter.count;
        module.multiplyAdds += parameter.multiplyAdds;
        module.parameterBytes += parameter.bytes;
    };
    add(description.modules.front());
    for (int at = place; at >= 0; at = layers[static_cast<std::size_t>(at)].parent)
        add(description.modules[static_cast<std::size_t>(at) + 1]);
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

NetworkDescription describe(const Network& network)
{
    const std::vector<NetworkLayer>& layers = network.layers();
    NetworkDescription result;
    ModuleInfo whole;
    whole.kind = titleOf(network.spec());
    const InputSpec& input = network.spec().input;
    whole.inputShape = {input.channels, input.height, input.width};
    whole.outputShape = {network.classCount()};
    whole.outputBytes = network.classCount() * static_cast<std::int64_t>(sizeof(float));
    result.modules.push_back(std::move(whole));
    for (const NetworkLayer& layer : layers)
        result.modules.push_back(moduleInfo(layer, layers));
    const auto parameters = network.named_parameters();
    const auto buffers = network.named_buffers();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (const ParameterShape& each : layers[i].parameters) {
            ParameterInfo info = parameterInfo(each.name, parameters[each.name]);
            info.multiplyAdds = each.shape.size() > 1 ? layers[i].multiplyAdds : 0;
            addUpwards(result, layers, static_cast<int>(i), info);
            result.parameters.push_back(std::move(info));
        }
        for (const ParameterShape& each : layers[i].buffers) {
            result.parameters.push_back(parameterInfo(each.name, buffers[each.name]));
            result.parameters.back().buffer = true;
        }
    }
    return result;
}

}  // namespace glyphscope
