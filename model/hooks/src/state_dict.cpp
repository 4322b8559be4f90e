// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/state_dict.h"

#include "torch_hooks/detail/call.h"
#include "torch_hooks/hook_point.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace torch_hooks {
namespace {

/// The module's own tensors, not its children's.
std::vector<std::pair<std::string, torch::Tensor>> tensorsOf(const torch::nn::Module& module)
{
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    for (const auto& item : module.named_parameters(/*recurse=*/false))
        if (item.value().defined())
            tensors.emplace_back(item.key(), item.value());
    for (const auto& item : module.named_buffers(/*recurse=*/false))
        if (item.value().defined())
            tensors.emplace_back(item.key(), item.value());
    return tensors;
}

StateDict below(const StateDict& dict, const std::string& prefix)
{
    StateDict part;
    for (auto item = dict.lower_bound(prefix); item != dict.end(); ++item) {
        if (item->first.compare(0, prefix.size(), prefix) != 0)
            break;
        part.insert(*item);
    }
    return part;
}

void collect(torch::nn::Module& module, StateDict& dict, const std::string& prefix)
{
    const HookPoint* point = hookPointOf(module);
    if (point != nullptr)
        point->stateHooks().statePre.forEach([&](const auto& hook) { hook(module, prefix); });
    for (const auto& [name, tensor] : tensorsOf(module))
        dict[prefix + name] = tensor.detach();
    for (const auto& child : module.named_children())
        collect(*child.value(), dict, prefix + child.key() + '.');
    if (point != nullptr)
        point->stateHooks().state.forEach([&](const auto& hook) { hook(module, dict, prefix); });
}

std::string quoted(const std::vector<std::string>& keys)
{
    std::string text;
    for (const std::string& key : keys)
        text += (text.empty() ? "\"" : ", \"") + key + '"';
    return text;
}

/// One loading: the walk over the modules, and what it finds.
class Loading {
public:
    void load(torch::nn::Module& module, StateDict dict, const std::string& prefix)
    {
        const HookPoint* point = hookPointOf(module);
        if (point != nullptr)
            point->stateHooks().loadPre.forEach([&](const auto& hook) { hook(module, dict, prefix); });
        const auto own = tensorsOf(module);
        for (const auto& [name, tensor] : own)
            fill(tensor, dict, prefix + name);
        const auto children = module.named_children();
        noteUnexpected(dict, prefix, [&](const std::string& name) {
            return children.contains(name) ||
                   std::any_of(own.begin(), own.end(),
                               [&name](const auto& tensor) { return tensor.first == name; });
        });
        for (const auto& child : children) {
            const std::string path = prefix + child.key() + '.';
            load(*child.value(), below(dict, path), path);
        }
        if (point != nullptr)
            point->stateHooks().loadPost.forEach([&](const auto& hook) { hook(module, keys); });
    }

    void restore()
    {
        const torch::NoGradGuard noGrad;
        for (auto& [tensor, value] : m_before)
            tensor.copy_(value);
    }

    IncompatibleKeys keys;
    std::vector<std::string> mismatches;

private:
    void fill(const torch::Tensor& tensor, const StateDict& dict, const std::string& key)
    {
        const auto found = dict.find(key);
        if (found == dict.end() || !found->second.defined()) {
            keys.missing.push_back(key);
        } else if (found->second.sizes() != tensor.sizes()) {
            std::ostringstream text;
            text << "size mismatch for " << key << ": " << found->second.sizes() << " in the state dict, "
                 << tensor.sizes() << " in the module.";
            mismatches.push_back(text.str());
        } else {
            const torch::NoGradGuard noGrad;
            m_before.emplace_back(tensor, tensor.clone());
            m_before.back().first.copy_(found->second);
        }
    }

    template <typename Knows>
    void noteUnexpected(const StateDict& dict, const std::string& prefix, const Knows& knows)
    {
        for (const auto& [key, tensor] : below(dict, prefix))
            if (!knows(key.substr(prefix.size(), key.find('.', prefix.size()) - prefix.size())))
                keys.unexpected.push_back(key);
    }

    std::vector<std::pair<torch::Tensor, torch::Tensor>> m_before;
};

}  // namespace

StateDict stateDict(torch::nn::Module& module)
{
    const auto alive = detail::keepAlive(module);  // a hook may let go of it
    StateDict dict;
    collect(module, dict, "");
    return dict;
}

IncompatibleKeys loadStateDict(torch::nn::Module& module, const StateDict& dict, bool strict)
{
    const auto alive = detail::keepAlive(module);
    Loading loading;
    std::string errors;
    try {
        loading.load(module, dict, "");
        if (strict && !loading.keys.missing.empty())
            errors += "\n  Missing key(s) in state dict: " + quoted(loading.keys.missing) + '.';
        if (strict && !loading.keys.unexpected.empty())
            errors += "\n  Unexpected key(s) in state dict: " + quoted(loading.keys.unexpected) + '.';
        for (const std::string& mismatch : loading.mismatches)
            errors += "\n  " + mismatch;
        if (!errors.empty())
            throw std::runtime_error("The state dict does not fit " + module.name() + ':' + errors);
    } catch (...) {
        loading.restore();
        throw;
    }
    return std::move(loading.keys);
}

}  // namespace torch_hooks
