// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "torch_hooks/hooks.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

/// The networks of golden/record_networks.py: the same modules from the same description, with the same
/// weights.
namespace torch_hooks::test {

using ModulePtr = std::shared_ptr<torch::nn::Module>;

/// The same linear congruential generator as there: in [-scale, scale).
inline torch::Tensor numbers(std::uint64_t seed, const std::vector<std::int64_t>& shape, double scale)
{
    constexpr std::uint64_t kModulus = std::uint64_t(1) << 31U;
    std::uint64_t state = (seed * 2654435761U + 12345) % kModulus;
    torch::Tensor result = torch::empty(shape, torch::kDouble);
    auto* values = result.data_ptr<double>();
    for (std::int64_t i = 0; i < result.numel(); ++i) {
        state = (state * 1103515245U + 12345) % kModulus;
        values[i] = (static_cast<double>(state) / static_cast<double>(kModulus / 2) - 1) * scale;
    }
    return result;
}

/// A sum that tells apart what stands where.
inline torch::Tensor checksum(const torch::Tensor& tensor)
{
    const torch::Tensor places = torch::arange(tensor.numel(), torch::kDouble);
    return (tensor.flatten() * (1 + torch::fmod(places * 7, 13) / 13)).sum();
}

inline torch::Tensor callOne(const ModulePtr& module, const torch::Tensor& x)
{
    return hookPointOf(*module)->call({x}).front();
}

struct ProductAndDifferenceImpl : torch::nn::Module {
    std::tuple<torch::Tensor, torch::Tensor> forward(const torch::Tensor& a, const torch::Tensor& b)
    {
        const torch::Tensor product = a * b;
        return {product, a - b};
    }
};

struct ResidualImpl : torch::nn::Module {
    explicit ResidualImpl(const ModulePtr& child) : inner(register_module("inner", child)) {}
    torch::Tensor forward(const torch::Tensor& x) { return x + callOne(inner, x); }
    ModulePtr inner;
};

struct TwiceImpl : torch::nn::Module {
    explicit TwiceImpl(const ModulePtr& child) : inner(register_module("inner", child)) {}
    torch::Tensor forward(const torch::Tensor& x) { return callOne(inner, callOne(inner, x)); }
    ModulePtr inner;
};

/// Two ways and a mix of both, of whose results one may stay unused.
struct BranchesImpl : torch::nn::Module {
    BranchesImpl(const ModulePtr& first, const ModulePtr& second, const ModulePtr& both, std::string used)
        : left(register_module("left", first))
        , right(register_module("right", second))
        , mix(register_module("mix", both))
        , use(std::move(used))
    {
    }
    torch::Tensor forward(const torch::Tensor& x)
    {
        const torch::Tensor a = callOne(left, x);
        const torch::Tensor b = callOne(right, x);
        const Tensors mixed = hookPointOf(*mix)->call({a, b});
        return use == "both" ? mixed[0] + mixed[1] : use == "first" ? mixed[0] : mixed[1];
    }
    ModulePtr left;
    ModulePtr right;
    ModulePtr mix;
    std::string use;
};

/// Two inputs, two outputs.
struct PairOfImpl : torch::nn::Module {
    PairOfImpl(const ModulePtr& first, const ModulePtr& both)
        : body(register_module("body", first)), mix(register_module("mix", both))
    {
    }
    std::tuple<torch::Tensor, torch::Tensor> forward(const torch::Tensor& x, const torch::Tensor& mask)
    {
        const Tensors mixed = hookPointOf(*mix)->call({callOne(body, x), mask});
        return {mixed[0], mixed[1]};
    }
    ModulePtr body;
    ModulePtr mix;
};

/// Modules in the order of their description, which is what hooks and gradients are counted by.
class NetworkBuilder {
public:
    explicit NetworkBuilder(std::uint64_t seed) : m_seed(seed) {}

    ModulePtr build(const nlohmann::json& spec)
    {
        const std::size_t place = m_modules.size();
        m_modules.emplace_back();
        const auto kind = spec[0].get<std::string>();
        ModulePtr module = kind == "linear" || kind == "conv" ? weighted(kind, place, spec)
                           : spec.size() == 1                 ? simple(kind)
                                                              : composed(kind, spec);
        m_modules[place] = module;
        return module;
    }

    [[nodiscard]] const std::vector<ModulePtr>& modules() const { return m_modules; }

private:
    template <typename Impl, typename... Arguments>
    static ModulePtr hooked(Arguments&&... arguments)
    {
        return std::make_shared<Hooked<Impl>>(std::forward<Arguments>(arguments)...);
    }

    ModulePtr weighted(const std::string& kind, std::size_t place, const nlohmann::json& spec) const
    {
        const bool isLinear = kind == "linear";
        const ModulePtr module =
            isLinear
                ? hooked<torch::nn::LinearImpl>(spec[1].get<int>(), spec[2].get<int>())
                : hooked<torch::nn::Conv2dImpl>(
                      torch::nn::Conv2dOptions(spec[1].get<int>(), spec[2].get<int>(), spec[3].get<int>())
                          .padding(spec[4].get<int>()));
        module->to(torch::kDouble);
        const torch::NoGradGuard noGrad;
        std::uint64_t seed = m_seed + 10 * place;
        for (torch::Tensor& parameter : module->parameters())
            parameter.copy_(numbers(seed++, parameter.sizes().vec(), isLinear ? 0.8 : 0.4));
        return module;
    }

    static ModulePtr simple(const std::string& kind)
    {
        if (kind == "relu")
            return hooked<torch::nn::ReLUImpl>();
        if (kind == "sigmoid")
            return hooked<torch::nn::SigmoidImpl>();
        if (kind == "tanh")
            return hooked<torch::nn::TanhImpl>();
        if (kind == "maxpool")
            return hooked<torch::nn::MaxPool2dImpl>(2);
        if (kind == "avgpool")
            return hooked<torch::nn::AvgPool2dImpl>(2);
        return kind == "flatten" ? hooked<torch::nn::FlattenImpl>() : hooked<ProductAndDifferenceImpl>();
    }

    ModulePtr composed(const std::string& kind, const nlohmann::json& spec)
    {
        if (kind == "residual")
            return hooked<ResidualImpl>(build(spec[1]));
        if (kind == "twice")
            return hooked<TwiceImpl>(build(spec[1]));
        if (kind == "sequential")
            return sequential(spec);
        const bool isPair = kind == "pair";
        const ModulePtr first = build(spec[isPair ? 1 : 2]);
        const ModulePtr second = isPair ? nullptr : build(spec[3]);
        const ModulePtr mix = build(nlohmann::json::array({"mix"}));
        return isPair ? hooked<PairOfImpl>(first, mix)
                      : hooked<BranchesImpl>(first, second, mix, spec[1].get<std::string>());
    }

    /// A number stands for the child of that number once more.
    ModulePtr sequential(const nlohmann::json& spec)
    {
        auto chain = std::make_shared<Sequential>();
        for (std::size_t i = 1; i < spec.size(); ++i)
            chain->push_back(spec[i].is_number() ? chain->children()[spec[i].get<std::size_t>()]
                                                 : build(spec[i]));
        return chain;
    }

    std::uint64_t m_seed;
    std::vector<ModulePtr> m_modules;
};

}  // namespace torch_hooks::test
