// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/training_hooks.h"

#include <algorithm>
#include <iterator>

namespace glyphscope {
namespace {

bool isOfTraining(const HookSpec& spec)
{
    return spec.enabled && spec.training;
}

bool goesBack(const HookSpec& spec)
{
    return spec.kind == HookKind::FullBackwardPre || spec.kind == HookKind::FullBackward;
}

bool actsOnInput(const HookSpec& spec)
{
    return spec.kind == HookKind::ForwardPre || spec.kind == HookKind::FullBackward;
}

}  // namespace

TrainingHooks::TrainingHooks(const NetworkSpec& network, const std::vector<HookSpec>& specs)
    : m_network(networkToLoad(network))
    , m_watching(m_network, specs, HookPhase::Training)
    , m_backwards(std::ranges::any_of(
          specs, [](const HookSpec& spec) { return isOfTraining(spec) && goesBack(spec); }))
{
    std::ranges::copy_if(specs, std::back_inserter(m_changing),
                         [](const HookSpec& spec) { return isOfTraining(spec) && spec.changesValues(); });
    for (const NetworkLayer& layer : m_network.layers()) {
        Network::Called called;
        for (const HookSpec& spec : m_changing)
            if (spec.module.empty() || spec.module == layer.path)
                (actsOnInput(spec) ? called.before : called.behind) = true;
        m_called.push_back(called);
    }
}

void TrainingHooks::watch(const Network& trained, const torch::Tensor& images, const torch::Tensor& labels,
                          const torch::Tensor& dropout, const Loss& loss, const std::string& pass)
{
    const auto theirs = trained.named_parameters();
    for (auto& parameter : m_network.named_parameters()) {
        torch::Tensor ours = parameter.value();
        ours.mutable_grad() = torch::Tensor();
        ours.set_data(theirs[parameter.key()].detach());
        ours.requires_grad_(theirs[parameter.key()].requires_grad());
    }
    // One image has no statistics of a batch: norms read with those that the training has measured.
    const auto theirBuffers = trained.named_buffers();
    for (auto& buffer : m_network.named_buffers())
        buffer.value().set_data(theirBuffers[buffer.key()]);
    m_watching.setPass(pass);
    const torch::AutoGradMode mode(m_backwards);
    const torch::Tensor logits =
        m_network.forward(images.narrow(0, 0, 1), dropout.defined() ? dropout.narrow(0, 0, 1) : dropout);
    if (!m_backwards)
        return;
    const torch::Tensor share = loss(logits, labels.narrow(0, 0, 1)) / static_cast<double>(images.size(0));
    if (share.requires_grad())
        share.backward();
}

void TrainingHooks::attach(Replicas& replicas)
{
    if (!changeValues() || !m_attached.empty())
        return;
    for (int i = 0; i < replicas.count(); ++i) {
        m_attached.push_back(
            std::make_unique<UserHooks>(replicas.network(i), m_changing, HookPhase::Training));
        m_attached.back()->setWatched(false);
    }
}

}  // namespace glyphscope
