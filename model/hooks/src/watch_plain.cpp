// SPDX-License-Identifier: BSD-3-Clause
#include "torch_hooks/watch_plain.h"

#include "torch_hooks/hook_list.h"

#include <ATen/record_function.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace torch_hooks {
namespace {

/// A tensor that may die. While this lives, no other has its address.
using WeakTensor = c10::weak_intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>;

/// One module in the watched one, and what it has registered.
struct WatchedModule {
    std::string path;
    torch::nn::Module* module;
    std::weak_ptr<torch::nn::Module> owner;
    bool isOwned;
    std::vector<WeakTensor> tensors;

    /// Null if it is gone.
    [[nodiscard]] std::shared_ptr<torch::nn::Module> lock() const
    {
        return isOwned ? owner.lock() : std::shared_ptr<torch::nn::Module>(std::shared_ptr<void>(), module);
    }
};

struct Watch {
    std::vector<WatchedModule> modules;
    PlainWatch callback;
};

HookList<Watch>& watches()
{
    static auto& list = *new HookList<Watch>();  // operations may run while the program ends
    return list;
}

/// Whether an operation of a module, a backward pass or a watch runs on this thread: what it calls is its
/// own.
thread_local int t_within = 0;

bool isMemoryOf(const torch::Tensor& tensor, const torch::Tensor& other)
{
    return tensor.has_storage() && other.has_storage() &&
           tensor.storage().unsafeGetStorageImpl() == other.storage().unsafeGetStorageImpl();
}

/// The tensor itself, or a view of it, as the transposed weight of a linear layer is.
bool isOneOf(const std::vector<WeakTensor>& own, const torch::Tensor& tensor)
{
    return std::any_of(own.begin(), own.end(), [&tensor](const WeakTensor& weak) {
        if (weak._unsafe_get_target() == tensor.unsafeGetTensorImpl())
            return true;
        const auto living = weak.lock();
        return living.defined() && isMemoryOf(tensor, torch::Tensor(living));
    });
}

/// An optimizer adds the weight to its gradient: that is no operation of the module.
bool isGradientOfOne(const std::vector<WeakTensor>& own, const torch::Tensor& tensor)
{
    return std::any_of(own.begin(), own.end(), [&tensor](const WeakTensor& weak) {
        const auto living = weak.lock();
        if (!living.defined())
            return false;
        const torch::Tensor parameter(living);
        if (!parameter.is_leaf() || !parameter.grad().defined())
            return false;
        return parameter.grad().is_same(tensor) || isMemoryOf(parameter.grad(), tensor);
    });
}

void appendTensors(Tensors& tensors, const c10::IValue& value)
{
    if (value.isTensor()) {
        if (value.toTensor().defined())
            tensors.push_back(value.toTensor());
    } else if (value.isTensorList()) {
        for (const torch::Tensor& tensor : value.toTensorVector())
            if (tensor.defined())
                tensors.push_back(tensor);
    } else if (value.isList()) {
        for (const c10::IValue& element : value.toListRef())
            appendTensors(tensors, element);
    }
}

template <typename Values>
Tensors tensorsOfValues(const Values& values)
{
    Tensors tensors;
    for (const c10::IValue& value : values)
        appendTensors(tensors, value);
    return tensors;
}

/// An operation of a watched module, on its way. The entry is a part of `watch`.
struct Match {
    std::shared_ptr<const Watch> watch;
    const WatchedModule* entry;
    Tensors inputs;
};

/// What an operation with these inputs is to a module: none of its own, one of its tensors alone (a copy of a
/// weight), or one in which they meet `others`.
enum class Part { None, Weights, Operation };

Part partOf(const WatchedModule& entry, const Tensors& inputs, Tensors& others)
{
    others.clear();
    std::copy_if(inputs.begin(), inputs.end(), std::back_inserter(others),
                 [&](const torch::Tensor& input) { return !isOneOf(entry.tensors, input); });
    if (others.size() == inputs.size())
        return Part::None;
    const bool isWithGradient = std::any_of(others.begin(), others.end(), [&](const torch::Tensor& other) {
        return isGradientOfOne(entry.tensors, other);
    });
    return others.empty() || isWithGradient ? Part::Weights : Part::Operation;
}

struct Running : at::ObserverContext {
    std::vector<Match> matches;
};

class Within {
public:
    Within() { ++t_within; }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;
    ~Within() { --t_within; }
};

/// The operations of modules in all watches that one with these inputs is, added to `matches`. Whether it is
/// one with a module's tensors at all.
bool findMatches(const Tensors& inputs, bool isCopy, std::vector<Match>& matches)
{
    bool isWithWeights = false;
    Tensors others;
    watches().forEach([&](const auto& item) {
        for (const WatchedModule& entry : item.callable->modules) {
            const Part part = partOf(entry, inputs, others);
            isWithWeights = isWithWeights || part != Part::None;
            if (part == Part::Operation && !isCopy) {
                matches.push_back({item.callable, &entry, others});
                break;
            }
        }
    });
    return isWithWeights;
}

std::unique_ptr<at::ObserverContext> started(const at::RecordFunction& operation)
{
    if (t_within > 0)
        return nullptr;
    auto running = std::make_unique<Running>();
    if (operation.scope() == at::RecordScope::FUNCTION) {
        const Within within;
        const bool isCopy = std::string(operation.name()) == "aten::copy_";
        if (!findMatches(tensorsOfValues(operation.inputs()), isCopy, running->matches))
            return nullptr;
    }
    ++t_within;
    return running;
}

void ended(const at::RecordFunction& operation, at::ObserverContext* context)
{
    const auto* running = static_cast<const Running*>(context);
    if (running == nullptr)
        return;
    --t_within;
    const Within within;
    const Tensors outputs = tensorsOfValues(operation.outputs());
    if (outputs.empty())
        return;  // it threw
    const std::string name = operation.name();
    for (const Match& match : running->matches) {
        const auto module = match.entry->lock();
        const bool changesItsOwn =
            std::any_of(outputs.begin(), outputs.end(),
                        [&](const torch::Tensor& output) { return isOneOf(match.entry->tensors, output); });
        if (module != nullptr && !changesItsOwn)
            match.watch->callback({match.entry->path, *module, name, match.inputs, outputs});
    }
}

/// LibTorch is asked to tell of operations as long as there is a watch: that costs something in each of them.
void askOrStopAsking()
{
    static std::mutex mutex;
    static std::optional<at::CallbackHandle> asked;
    const std::lock_guard lock(mutex);
    if (watches().empty() == !asked.has_value())
        return;
    if (asked) {
        at::removeCallback(*std::exchange(asked, std::nullopt));
    } else {
        asked = at::addGlobalCallback(
            at::RecordFunctionCallback(started, ended)
                .needsInputs(true)
                .needsOutputs(true)
                .scopes({at::RecordScope::FUNCTION, at::RecordScope::BACKWARD_FUNCTION}));
    }
}

WatchedModule watchedModule(const std::string& path, torch::nn::Module& module)
{
    WatchedModule entry{path, &module, module.weak_from_this(), !module.weak_from_this().expired(), {}};
    const auto add = [&entry](const torch::Tensor& tensor) {
        // Counters are no part of what a module computes.
        if (tensor.defined() && (tensor.is_floating_point() || tensor.is_complex()))
            entry.tensors.emplace_back(tensor.getIntrusivePtr());
    };
    for (const torch::Tensor& parameter : module.parameters(/*recurse=*/false))
        add(parameter);
    for (const torch::Tensor& buffer : module.buffers(/*recurse=*/false))
        add(buffer);
    return entry;
}

void addModules(std::vector<WatchedModule>& modules, const std::string& path, torch::nn::Module& module)
{
    modules.push_back(watchedModule(path, module));
    for (const auto& child : module.named_children())
        addModules(modules, path.empty() ? child.key() : path + '.' + child.key(), *child.value());
}

}  // namespace

HookHandle watchPlain(torch::nn::Module& module, PlainWatch watch)
{
    std::vector<WatchedModule> modules;
    addModules(modules, "", module);
    HookHandle handle = watches().add({std::move(modules), std::move(watch)});
    askOrStopAsking();
    return {handle.id(), [handle]() mutable {
                handle.remove();
                askOrStopAsking();
            }};
}

}  // namespace torch_hooks
