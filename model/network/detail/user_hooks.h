// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/network.h"
#include "model/types/hook_spec.h"
#include "torch_hooks/hooked.h"

#include <torch/torch.h>

#include <deque>
#include <string>
#include <vector>

namespace glyphscope {

/// What the network is run for: HookSpec says for which of the two a hook is.
enum class HookPhase { Predicting, Training };

/// The user's hooks on one network, from construction to destruction, and how they fare. Of those at the same
/// place the global ones run first, then the module's own, each in the order of the list but with the
/// prepended ones in front, the last of them first. They see what hooks left that were on the network before.
/// Hooks that watch for the window are therefore to be registered later. Used by one thread at a time.
class UserHooks {
public:
    static constexpr std::size_t kMostEvents = 1000;

    /// Puts in those that are enabled and meant for `phase`. `network` must outlive this. Throws Error for a
    /// module that is not there and for a Patch without donor.
    UserHooks(Network& network, const std::vector<HookSpec>& specs, HookPhase phase);
    UserHooks(const UserHooks&) = delete;
    UserHooks& operator=(const UserHooks&) = delete;

    /// Whether any of them can change a value.
    [[nodiscard]] bool changeValues() const;
    /// Switched off they let everything through and are not counted: for the answer without hooks.
    void setActive(bool active) { m_active = active; }
    /// Not watched they do what they do, but nothing is written down of it: no records, no events.
    void setWatched(bool watched) { m_watched = watched; }
    /// What the log calls the passes from now on: "reading", "step 120".
    void setPass(std::string pass) { m_pass = std::move(pass); }

    /// Of those that were put in, in the order of the list.
    [[nodiscard]] std::vector<HookRecord> records() const;
    /// The newest kMostEvents since the last call of this, oldest first.
    [[nodiscard]] std::vector<HookEvent> takeEvents();

private:
    struct Entry {
        HookSpec spec;
        HookRecord record;
        double microseconds = 0;
    };

    void put(Entry& entry, const Network::Step& step);
    /// The value after the entry's action; nothing where that leaves it as it is.
    std::optional<torch_hooks::Tensors> call(Entry& entry, const std::string& module,
                                             const torch_hooks::Tensors& values);

    std::deque<Entry> m_entries;  // the hooks hold references to them
    std::deque<HookEvent> m_events;
    std::string m_pass = "reading";
    bool m_active = true;
    bool m_watched = true;
    std::vector<torch_hooks::ScopedHook> m_hooks;  // last: out before the rest goes
};

/// `value` [n, C, ...] after the action of `spec`, for every image alike. Gradients flow where values were
/// kept and are zero where they were replaced. A global hook leaves modules alone that lack its channel;
/// otherwise throws Error for a channel that is not there and for a donor of another shape.
[[nodiscard]] torch::Tensor afterAction(const torch::Tensor& value, const HookSpec& spec);

/// The child module of this name. Throws Error that lists the names there are.
[[nodiscard]] Network::Step stepNamed(Network& network, const std::string& name);

}  // namespace glyphscope
