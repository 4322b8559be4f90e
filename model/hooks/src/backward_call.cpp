// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/detail/backward_call.h"

#include "torch_hooks/detail/call.h"
#include "torch_hooks/detail/under_way.h"
#include "torch_hooks/global_hooks.h"

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
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

std::string textOf(at::IntArrayRef sizes)
{
    std::string text;
    for (const std::int64_t size : sizes)
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    return '[' + text + ']';
}

std::string typeOf(const torch::Tensor& tensor)
{
    return tensor.toString() + " on " + tensor.device().str();
}

[[noreturn]] void refuse(const torch::nn::Module& module, const std::string& which, const std::string& reason)
{
    throw std::runtime_error("A hook of " + module.name() + " returned an invalid " + which + ": " + reason);
}

/// What PyTorch asks of gradients that hooks have replaced, when all of them have run: the engine checks what
/// nodes return, and takes what hooks return as it is. A gradient may be left out.
void refuseOtherKinds(const Tensors& given, const Tensors& returned, const torch::nn::Module& module,
                      const std::string& what)
{
    for (std::size_t i = 0; i < given.size(); ++i) {
        const torch::Tensor& before = given[i];
        const torch::Tensor& after = returned[i];
        if (!before.defined() || !after.defined())
            continue;
        const std::string which = what + " at index " + std::to_string(i);
        if (!before.options().type_equal(after.options()) || before.device() != after.device())
            refuse(module, which,
                   "it has changed the type of value, got " + typeOf(after) + ", but expected " +
                       typeOf(before) + '.');
        if (before.sizes() != after.sizes())
            refuse(module, which,
                   "it has changed the size of value, got " + textOf(after.sizes()) + ", but expected " +
                       textOf(before.sizes()) + '.');
    }
}

void refuseNewOnes(const Tensors& given, const Tensors& returned, const torch::nn::Module& module,
                   const std::string& what)
{
    for (std::size_t i = 0; i < given.size(); ++i)
        if (!given[i].defined() && returned[i].defined())
            refuse(module, what + " at index " + std::to_string(i),
                   "nothing flows back into this output, and a hook can't replace that by a gradient.");
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

    /// At the output node: what came to it, and, of the same count, zeros where nothing did, which is what
    /// passes into the module.
    Tensors atOutputs(const Tensors& gradients, const Tensors& passing);
    /// At the input node, with the gradients that came out of the module.
    Tensors atInputs(const Tensors& gradients);

private:
    void runWithoutInputs(torch::nn::Module& module, const Tensors& gradOutputs) const;

    const WeakModule m_module;
    const std::array<std::shared_ptr<const HookList<FullBackwardPreHook>::Entries>, 2> m_preHooks;
    const std::array<std::shared_ptr<const HookList<FullBackwardHook>::Entries>, 2> m_hooks;
    Positions m_inputs;  // of those that require a gradient
    Positions m_outputs;
    std::size_t m_inputCount = 0;
    std::size_t m_outputCount = 0;
    const std::shared_ptr<UnderWay> m_underWay = std::make_shared<UnderWay>();
};

namespace {

/// Runs after the node, so that a hook of the output tensor itself comes first: LibTorch 1.13 keeps it among
/// the hooks before the node, in the order of registration, and the caller's is registered last.
struct OutputHook : torch::autograd::FunctionPostHook {
    explicit OutputHook(std::shared_ptr<BackwardCall::State> shared) : state(std::move(shared)) {}
    Tensors operator()(const Tensors& passing, const Tensors& gradients) override
    {
        return state->atOutputs(gradients, passing);
    }
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
        node->add_post_hook(std::make_unique<OutputHook>(shared_from_this()));
    return outputs;
}

Tensors BackwardCall::State::atOutputs(const Tensors& gradients, const Tensors& passing)
{
    const auto module = m_module.lock();
    if (module == nullptr)
        return passing;
    const Tensors given = spread(gradients, m_outputs, m_outputCount);
    Tensors gradOutputs = given;
    for (const auto& hooks : m_preHooks)
        for (const auto& hook : *hooks)
            replaceBy(hook(*module, gradOutputs), gradOutputs, *module, "grad_output");
    refuseOtherKinds(given, gradOutputs, *module, "grad_output");
    refuseNewOnes(given, gradOutputs, *module, "grad_output");

    Tensors result = gathered(gradOutputs, m_outputs);
    for (std::size_t i = 0; i < result.size(); ++i)
        if (!result[i].defined())
            result[i] = gradients[i].defined() ? torch::zeros_like(gradients[i]) : passing[i];
    if (m_inputs.empty())
        runWithoutInputs(*module, gradOutputs);
    else
        m_underWay->put({module, std::move(gradOutputs)});
    return result;
}

Tensors BackwardCall::State::atInputs(const Tensors& gradients)
{
    const auto trip = m_underWay->take();
    const auto module = m_module.lock();
    if (!trip || module == nullptr)
        return gradients;  // not through the outputs: these are no gradients of the module
    const Tensors given = spread(gradients, m_inputs, m_inputCount);
    Tensors gradInputs = given;
    for (const auto& hooks : m_hooks)
        for (const auto& hook : *hooks)
            replaceBy(hook(*module, gradInputs, trip->gradOutputs), gradInputs, *module, "grad_input");
    refuseOtherKinds(given, gradInputs, *module, "grad_input");
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
