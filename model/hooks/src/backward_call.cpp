// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/detail/backward_call.h"

#include "torch_hooks/detail/call.h"
#include "torch_hooks/global_hooks.h"

#include <torch/csrc/autograd/engine.h>

#include <array>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace torch_hooks::detail {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::Node;
using Positions = std::vector<std::size_t>;

/// Returns its inputs as views of another node. Autograd refuses to change views of a custom function in
/// place, which is what a module with a full backward hook needs.
struct Identity : torch::autograd::Function<Identity> {
    static Tensors forward(AutogradContext* /*context*/, at::TensorList tensors) { return tensors.vec(); }
    static Tensors backward(AutogradContext* /*context*/, Tensors gradients) { return gradients; }
};

Tensors spread(const Tensors& tensors, const Positions& positions, std::size_t count)
{
    Tensors result(count);
    for (std::size_t i = 0; i < positions.size(); ++i)
        result[positions[i]] = tensors[i];
    return result;
}

Tensors gathered(const Tensors& tensors, const Positions& positions)
{
    Tensors result;
    for (const std::size_t position : positions)
        result.push_back(tensors[position]);
    return result;
}

/// Puts an identity in front of the tensors that require a gradient, and gives its node; null if there are
/// none.
std::shared_ptr<Node> wrap(Tensors& tensors, Positions& positions)
{
    if (!torch::GradMode::is_enabled())
        return nullptr;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        if (tensors[i].defined() && tensors[i].requires_grad())
            positions.push_back(i);
    if (positions.empty())
        return nullptr;
    const Tensors wrapped = Identity::apply(at::TensorList(gathered(tensors, positions)));
    for (std::size_t i = 0; i < positions.size(); ++i)
        tensors[positions[i]] = wrapped[i];
    return wrapped.front().grad_fn();
}

/// A module that may die, owned by a shared_ptr or not.
class WeakModule {
public:
    WeakModule(torch::nn::Module& module, const HookPoint& point)
        : m_module(&module), m_owner(module.weak_from_this()), m_life(point.life())
    {
        m_isOwned = !m_owner.expired();
    }

    /// Null if the module is gone. Keeps an owned one for as long as the result lives.
    [[nodiscard]] std::shared_ptr<torch::nn::Module> lock() const
    {
        if (m_isOwned)
            return m_owner.lock();
        return m_life.expired() ? nullptr
                                : std::shared_ptr<torch::nn::Module>(std::shared_ptr<void>(), m_module);
    }

private:
    torch::nn::Module* m_module;
    std::weak_ptr<torch::nn::Module> m_owner;
    std::weak_ptr<const void> m_life;
    bool m_isOwned;
};

}  // namespace

/// What the two nodes of a call share. Lives as long as the graph.
class BackwardCall::State : public std::enable_shared_from_this<State> {
public:
    State(torch::nn::Module& module, const HookPoint& point)
        : m_module(module, point)
        , m_preHooks{globalCallHooks().fullBackwardPre.snapshot(),
                     point.callHooks().fullBackwardPre.snapshot()}
        , m_hooks{globalCallHooks().fullBackward.snapshot(), point.callHooks().fullBackward.snapshot()}
    {
    }

    Tensors wrapInputs(Tensors inputs);
    Tensors wrapOutputs(Tensors outputs);

    /// At the output node, before its gradients pass into the module.
    Tensors atOutputs(const Tensors& gradients);
    /// At the input node, with the gradients that came out of the module.
    Tensors atInputs(const Tensors& gradients);

private:
    void keepUntilInputs(Tensors gradOutputs);
    void runWithoutInputs(torch::nn::Module& module, const Tensors& gradOutputs) const;

    const WeakModule m_module;
    const std::array<std::shared_ptr<const HookList<FullBackwardPreHook>::Entries>, 2> m_preHooks;
    const std::array<std::shared_ptr<const HookList<FullBackwardHook>::Entries>, 2> m_hooks;
    Positions m_inputs;  // of those that require a gradient
    Positions m_outputs;
    std::size_t m_inputCount = 0;
    std::size_t m_outputCount = 0;
    std::mutex m_mutex;
    std::optional<Tensors> m_gradOutputs;  // on their way through the module, during a backward pass
};

namespace {

struct OutputHook : torch::autograd::FunctionPreHook {
    explicit OutputHook(std::shared_ptr<BackwardCall::State> shared) : state(std::move(shared)) {}
    Tensors operator()(const Tensors& gradients) override { return state->atOutputs(gradients); }
    std::shared_ptr<BackwardCall::State> state;
};

struct InputHook : torch::autograd::FunctionPostHook {
    explicit InputHook(std::shared_ptr<BackwardCall::State> shared) : state(std::move(shared)) {}
    Tensors operator()(const Tensors& gradInputs, const Tensors& /*gradOutputs*/) override
    {
        return state->atInputs(gradInputs);
    }
    std::shared_ptr<BackwardCall::State> state;
};

}  // namespace

Tensors BackwardCall::State::wrapInputs(Tensors inputs)
{
    m_inputCount = inputs.size();
    if (const auto node = wrap(inputs, m_inputs))
        node->add_post_hook(std::make_unique<InputHook>(shared_from_this()));
    return inputs;
}

Tensors BackwardCall::State::wrapOutputs(Tensors outputs)
{
    m_outputCount = outputs.size();
    if (const auto node = wrap(outputs, m_outputs))
        node->add_pre_hook(std::make_unique<OutputHook>(shared_from_this()));
    return outputs;
}

Tensors BackwardCall::State::atOutputs(const Tensors& gradients)
{
    const auto module = m_module.lock();
    if (module == nullptr)
        return gradients;
    Tensors gradOutputs = spread(gradients, m_outputs, m_outputCount);
    for (const auto& hooks : m_preHooks)
        for (const auto& hook : *hooks)
            replaceBy(hook(*module, gradOutputs), gradOutputs, *module, "grad_output");
    const Tensors result = gathered(gradOutputs, m_outputs);
    if (m_inputs.empty())
        runWithoutInputs(*module, gradOutputs);
    else
        keepUntilInputs(std::move(gradOutputs));
    return result;
}

void BackwardCall::State::keepUntilInputs(Tensors gradOutputs)
{
    // A pass that never comes to the inputs must not leave them to the next one, nor keep its graph alive
    torch::autograd::Engine::get_default_engine().queue_callback([state = weak_from_this()] {
        if (const auto self = state.lock()) {
            const std::lock_guard lock(self->m_mutex);
            self->m_gradOutputs.reset();
        }
    });
    const std::lock_guard lock(m_mutex);
    m_gradOutputs = std::move(gradOutputs);
}

Tensors BackwardCall::State::atInputs(const Tensors& gradients)
{
    std::optional<Tensors> gradOutputs;
    {
        const std::lock_guard lock(m_mutex);
        gradOutputs.swap(m_gradOutputs);
    }
    const auto module = m_module.lock();
    if (!gradOutputs || module == nullptr)
        return gradients;  // not through the outputs: these are no gradients of the module
    Tensors gradInputs = spread(gradients, m_inputs, m_inputCount);
    for (const auto& hooks : m_hooks)
        for (const auto& hook : *hooks)
            replaceBy(hook(*module, gradInputs, *gradOutputs), gradInputs, *module, "grad_input");
    return gathered(gradInputs, m_inputs);
}

void BackwardCall::State::runWithoutInputs(torch::nn::Module& module, const Tensors& gradOutputs) const
{
    const Tensors none(m_inputCount);
    for (const auto& hooks : m_hooks)
        for (const auto& hook : *hooks)
            for (const torch::Tensor& gradient : hook(module, none, gradOutputs).value_or(none))
                if (gradient.defined())
                    throw std::runtime_error("A full backward hook of " + module.name() +
                                             " returned a grad_input, but no input requires a gradient.");
}

BackwardCall::BackwardCall(torch::nn::Module& module, const HookPoint& point)
{
    for (const CallHooks* hooks : {&globalCallHooks(), &point.callHooks()})
        if (m_state == nullptr && !(hooks->fullBackwardPre.empty() && hooks->fullBackward.empty()))
            m_state = std::make_shared<State>(module, point);
}

Tensors BackwardCall::wrapInputs(Tensors inputs)
{
    return m_state == nullptr ? std::move(inputs) : m_state->wrapInputs(std::move(inputs));
}

Tensors BackwardCall::wrapOutputs(Tensors outputs)
{
    return m_state == nullptr ? std::move(outputs) : m_state->wrapOutputs(std::move(outputs));
}

}  // namespace torch_hooks::detail
