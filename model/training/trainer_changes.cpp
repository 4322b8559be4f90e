// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/resources.h"
#include "model/training/detail/trainer.h"
#include "model/training/option_changes.h"
#include "model/training/recipes.h"
#include "model/types/error.h"

#include <algorithm>

namespace glyphscope {

void Trainer::applyChanges()
{
    const std::optional<LiveOptions> changes = m_sink.takeChanges();
    if (!changes)
        return;
    const TrainOptions before = m_options;
    const auto attempt = [this](const auto& change) {
        try {
            change();
        } catch (const Error& error) {
            m_sink.onRefused(error.message());
        } catch (const c10::Error& error) {
            m_sink.onRefused(
                Message(GLYPHSCOPE_TEXT("Training", "LibTorch: %1"), error.what_without_backtrace()));
        }
    };
    attempt([&] {
        if (changes->frozen != m_options.frozen)
            dropReplicas();
        m_optimizer->freeze(changes->frozen);
        m_options.frozen = changes->frozen;
    });
    attempt([&] { putHooks(changes->hooks); });
    if (changes->values)
        attempt([&] { setValues(*changes->values); });
    attempt([&] {
        if (const torch::Device device = deviceNamed(changes->device); device != m_device)
            moveTo(device);
    });
    for (const std::string& text : optionChanges(before, m_options))
        m_sink.onMark({m_step, text});
    m_sink.onDevice(m_device.str());
}

void Trainer::setValues(const LiveValues& values)
{
    TrainOptions options = m_options;
    setLiveValues(options, values);
    checkOptions(options);
    const bool otherLoss = options.labelSmoothing != m_options.labelSmoothing ||
                           options.dropout != m_options.dropout ||
                           options.augmentation != m_options.augmentation;
    if (options.augmentation != m_options.augmentation)
        m_augment.emplace(options.augmentation, kGlyphSide, m_device);
    if (otherLoss)
        m_watch.forget();
    m_optimizer->setValues(values);
    m_options = options;
}

/// They are made again before the next step.
void Trainer::dropReplicas()
{
    if (m_hooks)
        m_hooks->detach();
    m_replicas.reset();
}

void Trainer::putHooks(const std::vector<HookSpec>& specs)
{
    m_hooks.reset();
    m_stepClock.forgetHooked();
    const bool any = std::any_of(specs.begin(), specs.end(),
                                 [](const HookSpec& spec) { return spec.enabled && spec.training; });
    if (any)
        m_hooks = std::make_unique<TrainingHooks>(m_network.spec(), specs);
}

void Trainer::moveTo(const torch::Device& device)
{
    // Everything is copied before anything is replaced: without enough memory there the run stays here.
    const auto moved = [&device](const TensorSet& set) {
        return TensorSet{set.images.to(device), set.labels.to(device)};
    };
    const TensorSet train = moved(m_train);
    const TensorSet test = moved(m_test);
    const TensorSet validation = moved(m_validation);
    const torch::Tensor order = m_order.defined() ? m_order.to(device) : m_order;
    const torch::Tensor average = m_average.defined() ? m_average.to(device) : m_average;
    dropReplicas();
    if (m_teachers)
        m_teachers->to(device);
    m_optimizer->to(device);
    m_train = train;
    m_test = test;
    m_validation = validation;
    m_order = order;
    m_average = average;
    m_averageBuffers.to(device);
    for (torch::Tensor& buffer : m_network.buffers())
        buffer.set_data(buffer.to(device));
    m_augment.emplace(m_options.augmentation, kGlyphSide, device);
    m_type = bf16Pays(device) ? torch::kBFloat16 : torch::kFloat;
    m_device = device;
    m_options.device = device.str();
}

}  // namespace glyphscope
