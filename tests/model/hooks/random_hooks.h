// SPDX-License-Identifier: BSD-3-Clause
#pragma once

#include "tests/model/hooks/random_network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

/// The hooks of golden/record_networks.py: a case run here, and where it is another than there.
namespace torch_hooks::test {

using nlohmann::json;

/// One case: its network, its hooks and what they are called with.
class RandomCase {
public:
    explicit RandomCase(const json& description)
        : m_case(description)
        , m_builder(m_case["seed"].get<std::uint64_t>())
        , m_counts(m_case["hooks"].size())
    {
        m_root = m_builder.build(m_case["root"]);
        for (std::size_t place = 0; place < m_builder.modules().size(); ++place)
            m_places.emplace(m_builder.modules()[place].get(), place);
    }

    json run(const json& pass)
    {
        for (const json& number : pass["remove"])
            m_handles.erase(number.get<std::size_t>());
        for (const json& number : pass["add"])
            add(number.get<std::size_t>());
        m_calls = json::array();
        const std::uint64_t seed = m_case["seed"].get<std::uint64_t>();
        const Tensors inputs{input(seed + 7, "x", pass["x"].get<bool>()),
                             input(seed + 8, "y", pass["mask"].get<bool>())};
        Tensors outputs;
        json result;
        try {
            const torch::Tensor loss = forward(pass, inputs, outputs);
            for (int left = loss.requires_grad() ? pass["backward"].get<int>() : 0; left > 0; --left)
                loss.backward({}, /*retain_graph=*/left > 1);
        } catch (const std::exception& error) {
            result["error"] = reasonOf(error.what());
        }
        result["outputs"] = plain(outputs);
        result["gradients"] = plain(gradients(inputs));
        result["calls"] = m_calls;
        return result;
    }

private:
    static json plain(const torch::Tensor& tensor)
    {
        if (!tensor.defined())
            return nullptr;
        return {tensor.sizes().vec(), checksum(tensor.detach()).item<double>()};
    }
    static json plain(const Tensors& tensors)
    {
        json list = json::array();
        for (const torch::Tensor& tensor : tensors)
            list.push_back(plain(tensor));
        return list;
    }

    static std::string reasonOf(const std::string& message)
    {
        for (const char* known : {"size of value", "type of value", "invalid number of grad_input",
                                  "invalid number of grad_output", "thrown by a hook"})
            if (message.find(known) != std::string::npos)
                return known;
        return message;
    }

    torch::Tensor input(std::uint64_t seed, const char* shape, bool requiresGrad) const
    {
        auto sides = m_case[shape].get<std::vector<std::int64_t>>();
        sides.insert(sides.begin(), 2);
        return numbers(seed, sides, 1).requires_grad_(requiresGrad);
    }

    torch::Tensor forward(const json& pass, const Tensors& inputs, Tensors& outputs)
    {
        for (const ModulePtr& module : m_builder.modules())
            for (torch::Tensor& parameter : module->parameters(/*recurse=*/false))
                parameter.mutable_grad() = torch::Tensor();
        const torch::AutoGradMode mode(pass["grad"].get<bool>());
        const bool isPair = m_case["root"][0] == "pair";
        outputs = hookPointOf(*m_root)->call(isPair ? inputs : Tensors{inputs[0]});
        const auto use = pass["use"].get<std::string>();
        torch::Tensor loss = checksum(use == "second" ? outputs.back() : outputs.front());
        if (use == "both" && isPair)
            loss = loss + checksum(outputs.back());
        if (!pass["tensor"].is_null() && (use != "second" || !isPair) && outputs[0].requires_grad())
            outputs[0].register_hook(
                [this, amount = pass["tensor"].get<double>()](const torch::Tensor& gradient) {
                    m_calls.push_back({-1, 0, plain(Tensors{gradient})});
                    return gradient * amount;
                });
        return loss;
    }

    Tensors gradients(const Tensors& inputs) const
    {
        Tensors result;
        for (const torch::Tensor& tensor : inputs)
            result.push_back(tensor.grad());
        for (const ModulePtr& module : m_builder.modules())
            for (const torch::Tensor& parameter : module->parameters(/*recurse=*/false))
                result.push_back(parameter.grad());
        return result;
    }

    /// What hook `number` does: notes what it is given, does what it does at its first call, and gives what
    /// it makes of `values`.
    std::optional<Tensors> call(std::size_t number, const Tensors& values, const torch::Tensor& source,
                                const torch::nn::Module& module, const std::vector<Tensors>& lists)
    {
        json entry{number, m_places.at(&module)};
        for (const Tensors& list : lists)
            entry.push_back(plain(list));
        m_calls.push_back(std::move(entry));
        const json& hook = m_case["hooks"][number];
        if (m_counts[number]++ == 0 && hook.contains("effects"))
            for (const json& effect : hook["effects"]) {
                if (effect[0] == "throw")
                    throw std::runtime_error("thrown by a hook");
                if (effect[0] == "add")
                    add(effect[1].get<std::size_t>());
                else
                    m_handles.erase(effect[1].get<std::size_t>());
            }
        return replaced(hook, values, source);
    }

    static std::optional<Tensors> replaced(const json& hook, Tensors values, const torch::Tensor& source)
    {
        const auto action = hook["action"].get<std::string>();
        if (action == "see")
            return std::nullopt;
        if (action == "count") {
            values.push_back(values.front());
            return values;
        }
        const double amount = hook.value("amount", 0.0);
        const std::map<std::string, std::function<torch::Tensor(const torch::Tensor&)>> changes{
            {"scale", [&](const torch::Tensor& t) { return t * amount; }},
            {"shift", [&](const torch::Tensor& t) { return t + amount; }},
            {"detach", [&](const torch::Tensor& t) { return t.detach() * amount; }},
            {"mean", [&](const torch::Tensor& t) { return t + source.mean() * amount; }},
            {"drop", [&](const torch::Tensor&) { return torch::Tensor(); }},
            {"size", [&](const torch::Tensor& t) { return t.flatten().slice(0, 0, 1).repeat(7); }},
            {"type", [&](const torch::Tensor& t) { return t.to(torch::kFloat); }},
        };
        for (torch::Tensor& value : values)
            value = value.defined() ? changes.at(action)(value) : value;
        return values;
    }

    /// Nothing where it is there already.
    void add(std::size_t number)
    {
        if (m_handles.count(number) == 0)
            m_handles.emplace(number, ScopedHook(registered(number, m_case["hooks"][number])));
    }

    HookHandle registered(std::size_t number, const json& hook)
    {
        const int at = hook["at"].get<int>();
        HookPoint* point = at < 0 ? nullptr : hookPointOf(*m_builder.modules()[static_cast<std::size_t>(at)]);
        const auto kind = hook["kind"].get<std::string>();
        if (kind == "pre" || kind == "backward pre") {
            const auto run = [this, number](torch::nn::Module& module, const Tensors& values) {
                return call(number, values, {}, module, {values});
            };
            if (kind == "pre")
                return point == nullptr ? registerGlobalForwardPreHook(run)
                                        : point->registerForwardPreHook(run);
            return point == nullptr ? registerGlobalFullBackwardPreHook(run)
                                    : point->registerFullBackwardPreHook(run);
        }
        const bool isForward = kind == "forward";
        const auto run = [this, number, isForward](torch::nn::Module& module, const Tensors& in,
                                                   const Tensors& out) {
            return isForward ? call(number, out, in[0], module, {in, out})
                             : call(number, in, {}, module, {in, out});
        };
        if (isForward)
            return point == nullptr ? registerGlobalForwardHook(run) : point->registerForwardHook(run);
        return point == nullptr ? registerGlobalFullBackwardHook(run) : point->registerFullBackwardHook(run);
    }

    json m_case;
    NetworkBuilder m_builder;
    ModulePtr m_root;
    std::map<const torch::nn::Module*, std::size_t> m_places;
    std::vector<int> m_counts;
    json m_calls;
    std::map<std::size_t, ScopedHook> m_handles;  // last: out before the rest goes
};

/// The same tree: numbers with a fraction within 1e-5, everything else exactly.
inline bool isSame(const json& ours, const json& golden)
{
    if (ours.is_number_float() || golden.is_number_float())
        return ours.is_number() && golden.is_number() &&
               std::abs(ours.get<double>() - golden.get<double>()) <=
                   1e-5 * std::max(1.0, std::abs(golden.get<double>()));
    if (!ours.is_array() || !golden.is_array())
        return ours == golden;
    return std::equal(ours.begin(), ours.end(), golden.begin(), golden.end(), isSame);
}

/// Where a case differs from what is recorded, empty if nowhere.
inline std::string differenceOf(const json& recorded)
{
    RandomCase ours(recorded);
    for (std::size_t pass = 0; pass < recorded["passes"].size(); ++pass) {
        const json& golden = recorded["results"][pass];
        const json result = ours.run(recorded["passes"][pass]);
        const std::string where = "seed " + recorded["seed"].dump() + ", pass " + std::to_string(pass) + ", ";
        for (std::size_t i = 0; i < std::max(result["calls"].size(), golden["calls"].size()); ++i) {
            const json call = i < result["calls"].size() ? result["calls"][i] : json();
            const json expected = i < golden["calls"].size() ? golden["calls"][i] : json();
            if (!isSame(call, expected))
                return where + "call " + std::to_string(i) + ": " + call.dump() + ", recorded " +
                       expected.dump();
        }
        for (const char* what : {"error", "outputs", "gradients"}) {
            const json value = result.value(what, json());
            const json expected = golden.value(what, json());
            if (!isSame(value, expected))
                return where + what + ": " + value.dump() + ", recorded " + expected.dump();
        }
    }
    return {};
}

}  // namespace torch_hooks::test
