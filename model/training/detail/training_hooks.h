// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/detail/user_hooks.h"
#include "model/training/detail/loss.h"
#include "model/training/detail/replicas.h"

#include <torch/torch.h>

#include <memory>
#include <string>
#include <vector>

namespace glyphscope {

/// The user's hooks in a training. Nothing in a network looks from one image to another, so what a hook shows
/// is found by one image of each batch, in a network of its own that shares the parameters: hooks that only
/// look leave the training as it is, to the last bit. Those that change values are put into the networks that
/// are trained, where only what they act on leaves the fast way.
class TrainingHooks {
public:
    /// Of `specs` those for trainings. Throws Error as UserHooks.
    TrainingHooks(const NetworkSpec& network, const std::vector<HookSpec>& specs);

    /// Sends the first of `images` [n, 1, 28, 28] forwards and back as a part of a batch of n through all
    /// hooks, in float. Throws Error where a hook does not fit.
    void watch(const Network& trained, const torch::Tensor& images, const torch::Tensor& labels,
               const torch::Tensor& dropout, const Loss& loss, const std::string& pass);

    [[nodiscard]] bool changeValues() const { return !m_changing.empty(); }
    /// Puts those that change values into all of `replicas`, where they are not yet; until detach(), which is
    /// to be called before the replicas go.
    void attach(Replicas& replicas);
    void detach() { m_attached.clear(); }
    /// For Network::forwardFused(): where those that change values act.
    [[nodiscard]] const std::vector<Network::Called>& called() const { return m_called; }

    [[nodiscard]] std::vector<HookRecord> records() const { return m_watching.records(); }
    [[nodiscard]] std::vector<HookEvent> takeEvents() { return m_watching.takeEvents(); }

private:
    Network m_network;
    UserHooks m_watching;  // on that network
    bool m_backwards;      // any of them is for the way back
    std::vector<HookSpec> m_changing;
    std::vector<Network::Called> m_called;               // by layer, of those that change values
    std::vector<std::unique_ptr<UserHooks>> m_attached;  // a replica each
};

}  // namespace glyphscope
