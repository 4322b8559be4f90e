// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/user_hooks.h"

#include "model/network/detail/values.h"
#include "model/types/error.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace glyphscope {
namespace {

using torch_hooks::Tensors;
using Clock = std::chrono::steady_clock;

std::string text(const std::vector<int>& shape)
{
    std::string result;
    for (const int side : shape)
        result += (result.empty() ? "" : ", ") + std::to_string(side);
    return '[' + result + ']';
}

/// One text for a global hook, and one for a hook on the module that is its %1.
template <typename... More>
[[noreturn]] void failFor(const HookSpec& spec, MessageText global, MessageText own, const More&... more)
{
    throw Error(spec.module.empty() ? global : own, spec.module, more...);
}

torch::Tensor everywhere(const torch::Tensor& value)
{
    return torch::ones({}, value.options().dtype(torch::kBool).requires_grad(false));
}

/// The same for each image, whatever the batch.
torch::Tensor noiseFor(const torch::Tensor& value, const HookSpec& spec)
{
    const torch::Generator generator = at::detail::createCPUGenerator(spec.seed);
    return torch::randn(value.sizes().slice(1), generator).mul_(spec.amount).to(value.options());
}

torch::Tensor donorFor(const torch::Tensor& value, const HookSpec& spec)
{
    const std::vector<int> shape = shapeWithoutBatch(value);
    if (spec.donor->shape != shape)
        failFor(spec,
                GLYPHSCOPE_TEXT("Network", "The global hook replaces values of shape %2 by those of %3, "
                                           "whose shape is %4. Take them from the same module."),
                GLYPHSCOPE_TEXT("Network", "The hook on %1 replaces values of shape %2 by those of %3, whose "
                                           "shape is %4. Take them from the same module."),
                text(shape), spec.donor->name, text(spec.donor->shape));
    if (static_cast<std::int64_t>(spec.donor->values.size()) != value.numel() / value.size(0))
        failFor(
            spec,
            GLYPHSCOPE_TEXT(
                "Network", "The global hook was given %2 values for the shape %3. Take them from a reading."),
            GLYPHSCOPE_TEXT("Network",
                            "The hook on %1 was given %2 values for the shape %3. Take them from a reading."),
            spec.donor->values.size(), text(shape));
    // from_blob wants a pointer it may write through; .clone() only reads
    auto* values = const_cast<float*>(spec.donor->values.data());
    return torch::from_blob(values, value.sizes().slice(1)).clone().to(value.options());
}

/// Of the channel alone, or all of them where that is negative.
torch::Tensor channelOf(const torch::Tensor& value, std::int64_t channel, std::int64_t dimension)
{
    return channel < 0 ? value : value.narrow(dimension, channel, 1);
}

/// The channels that `spec` acts on, after its action.
torch::Tensor actedOn(const torch::Tensor& all, const HookSpec& spec)
{
    const torch::Tensor value = channelOf(all, spec.channel, 1);
    switch (spec.action) {
    case HookAction::Observe:
        break;
    case HookAction::Zero:  // not times zero, which keeps NaN
        return value.masked_fill(everywhere(value), 0);
    case HookAction::Fill:
        return value.masked_fill(everywhere(value), spec.amount);
    case HookAction::Scale:
        return value * spec.amount;
    case HookAction::Clamp:
        return value.clamp(spec.amount, spec.limit);
    case HookAction::AddNoise:
        return value + channelOf(noiseFor(all, spec), spec.channel, 0);
    case HookAction::Patch:
        return torch::where(everywhere(value), channelOf(donorFor(all, spec), spec.channel, 0), value);
    }
    return value;
}

/// As they are called at one place: global ones, then the module's own; prepended ones in front.
std::vector<const HookSpec*> inOrderOfCall(const std::vector<HookSpec>& specs)
{
    std::deque<const HookSpec*> global;
    std::deque<const HookSpec*> own;
    for (const HookSpec& spec : specs) {
        auto& list = spec.module.empty() ? global : own;
        list.insert(spec.prepend ? list.begin() : list.end(), &spec);
    }
    std::vector<const HookSpec*> result(global.begin(), global.end());
    std::copy(own.begin(), own.end(), std::back_inserter(result));
    return result;
}

}  // namespace

torch::Tensor afterAction(const torch::Tensor& value, const HookSpec& spec)
{
    if (spec.channel < 0)
        return actedOn(value, spec);
    if (spec.channel >= value.size(1)) {
        if (spec.module.empty())
            return value;
        throw Error(
            GLYPHSCOPE_TEXT("Network", "The hook on %1 is for channel %2, but there are %3, counted from 0."),
            spec.module, spec.channel, value.size(1));
    }
    torch::Tensor result = value.clone();
    result.narrow(1, spec.channel, 1).copy_(actedOn(value, spec));
    return result;
}

Network::Step stepNamed(Network& network, const std::string& name)
{
    std::string names;
    for (Network::Step& step : network.steps()) {
        if (step.name == name)
            return step;
        names += (names.empty() ? "" : ", ") + step.name;
    }
    throw Error(GLYPHSCOPE_TEXT("Network", "The network has no module \"%1\". It has %2."), name, names);
}

UserHooks::UserHooks(Network& network, const std::vector<HookSpec>& specs, HookPhase phase)
{
    std::vector<HookSpec> wanted;
    std::copy_if(specs.begin(), specs.end(), std::back_inserter(wanted), [phase](const HookSpec& spec) {
        return spec.enabled && (phase == HookPhase::Training ? spec.training : spec.predicting);
    });
    for (const HookSpec& spec : wanted) {
        if (spec.action == HookAction::Patch && spec.donor == nullptr)
            failFor(spec,
                    GLYPHSCOPE_TEXT(
                        "Network",
                        "The global hook has no values to put in. Choose the drawing that they are from."),
                    GLYPHSCOPE_TEXT(
                        "Network",
                        "The hook on %1 has no values to put in. Choose the drawing that they are from."));
        m_entries.push_back({spec, {}, 0});
        m_entries.back().record.id = spec.id;
    }
    for (const HookSpec* spec : inOrderOfCall(wanted)) {
        Entry& entry = m_entries[static_cast<std::size_t>(spec - wanted.data())];
        if (!spec->module.empty())
            put(entry, stepNamed(network, spec->module));
        else
            for (const Network::Step& step : network.steps())
                put(entry, step);
    }
}

void UserHooks::put(Entry& entry, const Network::Step& step)
{
    const auto run = [this, &entry, module = step.name](const Tensors& values) {
        return call(entry, module, values);
    };
    switch (entry.spec.kind) {
    case HookKind::ForwardPre:
        m_hooks.emplace_back(
            step.hooks->registerForwardPreHook([run](auto&, const Tensors& inputs) { return run(inputs); }));
        break;
    case HookKind::Forward:
        m_hooks.emplace_back(step.hooks->registerForwardHook(
            [run](auto&, const Tensors&, const Tensors& outputs) { return run(outputs); }));
        break;
    case HookKind::FullBackwardPre:
        m_hooks.emplace_back(step.hooks->registerFullBackwardPreHook(
            [run](auto&, const Tensors& gradOutputs) { return run(gradOutputs); }));
        break;
    case HookKind::FullBackward:
        m_hooks.emplace_back(step.hooks->registerFullBackwardHook(
            [run](auto&, const Tensors& gradInputs, const Tensors&) { return run(gradInputs); }));
        break;
    }
}

std::optional<Tensors> UserHooks::call(Entry& entry, const std::string& module, const Tensors& values)
{
    if (!m_active)
        return std::nullopt;
    const Clock::time_point begin = Clock::now();
    // the first module's input has no gradient while training
    const bool any = !values.empty() && values[0].defined();
    const bool changes = any && entry.spec.changesValues();
    const torch::Tensor after = changes ? afterAction(values[0], entry.spec) : torch::Tensor();
    const std::optional<Tensors> result = changes ? std::optional(Tensors{after}) : std::nullopt;
    if (!m_watched)
        return result;
    HookEvent event{entry.spec.id, entry.spec.kind, module, m_pass, {}, {}, 0};
    if (any) {
        const torch::Tensor& seen = changes ? after : values[0];
        event.shape = shapeWithoutBatch(seen);
        event.value = statisticsOf(valuesOf(seen.select(0, 0)));
    }
    event.microseconds = std::chrono::duration<double, std::micro>(Clock::now() - begin).count();

    entry.microseconds += event.microseconds;
    ++entry.record.calls;
    entry.record.shape = event.shape;
    entry.record.last = event.value;
    m_events.push_back(std::move(event));
    if (m_events.size() > kMostEvents)
        m_events.pop_front();
    return result;
}

bool UserHooks::changeValues() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const Entry& entry) { return entry.spec.changesValues(); });
}

std::vector<HookRecord> UserHooks::records() const
{
    std::vector<HookRecord> records;
    for (const Entry& entry : m_entries) {
        records.push_back(entry.record);
        if (entry.record.calls > 0)
            records.back().meanMicroseconds = entry.microseconds / static_cast<double>(entry.record.calls);
    }
    return records;
}

std::vector<HookEvent> UserHooks::takeEvents()
{
    std::vector<HookEvent> events(std::make_move_iterator(m_events.begin()),
                                  std::make_move_iterator(m_events.end()));
    m_events.clear();
    return events;
}

}  // namespace glyphscope
