// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/sequential.h"

#include <map>
#include <stdexcept>

namespace torch_hooks {
namespace {

HookPoint& pointOf(torch::nn::Module& module)
{
    if (HookPoint* point = hookPointOf(module))
        return *point;
    throw std::invalid_argument("A Sequential calls its modules through their hooks, but " + module.name() +
                                " has none; wrap it in Hooked<>.");
}

}  // namespace

void Sequential::push_back(std::shared_ptr<torch::nn::Module> module)
{
    push_back(std::to_string(size()), std::move(module));
}

void Sequential::push_back(const std::string& name, std::shared_ptr<torch::nn::Module> module)
{
    if (module == nullptr)
        detail::refuseNoModule(*this, name);
    (void)pointOf(*module);
    registerModule(name, std::move(module));
}

torch::Tensor Sequential::forward(torch::Tensor input)
{
    Tensors values{std::move(input)};
    for (const auto& child : children())
        values = pointOf(*child).call(std::move(values));
    if (values.size() != 1)
        throw std::invalid_argument("The last module of a Sequential must return one tensor, not " +
                                    std::to_string(values.size()) + '.');
    return values.front();
}

std::shared_ptr<torch::nn::Module> Sequential::clone(detail::CloneDevice device) const
{
    auto copy = std::make_shared<Sequential>();
    copy->copyHooksOf(*this);
    copy->train(is_training());
    std::map<const torch::nn::Module*, std::shared_ptr<torch::nn::Module>> copies;  // one may be in it twice
    for (const auto& child : named_children()) {
        auto& childCopy = copies[child.value().get()];
        if (childCopy == nullptr)
            childCopy = child.value()->clone(device);
        copy->register_module(child.key(), childCopy);
    }
    return copy;
}

}  // namespace torch_hooks
