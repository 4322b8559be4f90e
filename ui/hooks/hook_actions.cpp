// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_actions.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <limits>

namespace glyphscope {

namespace {

constexpr double kAny = std::numeric_limits<double>::lowest();

struct HookActionsText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::HookActionsText)
};

HookSpec forward(const std::string& module, HookAction action)
{
    HookSpec spec;
    spec.module = module;
    return withAction(spec, action);
}

}  // namespace

std::optional<HookNumber> amountOf(HookAction action)
{
    switch (action) {
    case HookAction::Fill:
        return HookNumber{HookActionsText::tr("Value"), HookActionsText::tr("What every value becomes"), -5,
                          5, kAny};
    case HookAction::Scale:
        return HookNumber{
            HookActionsText::tr("Factor"),
            HookActionsText::tr("0 takes the values away, 1 leaves them, \u22121 turns them round"), -2, 3,
            kAny};
    case HookAction::Clamp:
        return HookNumber{HookActionsText::tr("From"),
                          HookActionsText::tr("Nothing is below this afterwards"), -5, 5, kAny};
    case HookAction::AddNoise:
        return HookNumber{HookActionsText::tr("Deviation"),
                          HookActionsText::tr("How far the noise strays, one standard deviation"), 0, 3, 0};
    case HookAction::Observe:
    case HookAction::Zero:
    case HookAction::Patch:
        break;
    }
    return std::nullopt;
}

std::optional<HookNumber> limitOf(HookAction action)
{
    if (action != HookAction::Clamp)
        return std::nullopt;
    return HookNumber{HookActionsText::tr("To"), HookActionsText::tr("Nothing is above this afterwards"), -5,
                      5, kAny};
}

HookSpec withAction(HookSpec spec, HookAction action)
{
    spec.action = action;
    spec.amount = 0;
    spec.limit = 0;
    if (action == HookAction::Scale || action == HookAction::AddNoise)
        spec.amount = 0.5;
    if (action == HookAction::Fill)
        spec.amount = 1;
    if (action == HookAction::Clamp)
        spec.limit = 1;
    if (action != HookAction::Patch)
        spec.donor = nullptr;
    return spec;
}

HookSpec tidied(HookSpec spec, const std::vector<HookPlace>& places)
{
    if (spec.action == HookAction::Patch && !canPatch(spec.kind, spec.module))
        spec = withAction(spec, HookAction::Observe);
    if (spec.action == HookAction::Clamp && spec.limit < spec.amount)
        spec.limit = spec.amount;
    const int channels = channelsOf(places, spec.kind, spec.module);
    if (channels > 0)
        spec.channel = std::min(spec.channel, channels - 1);
    spec.channel = std::max(spec.channel, -1);
    return spec;
}

std::vector<HookPreset> hookPresets(const std::vector<HookPlace>& places)
{
    HookSpec filter = forward("conv2", HookAction::Zero);
    filter.channel = 12;
    const HookSpec noise = forward("pool1", HookAction::AddNoise);
    const HookSpec everything = forward("", HookAction::Observe);
    const HookSpec clamp = forward("relu3", HookAction::Clamp);
    std::vector<HookPreset> presets{{HookActionsText::tr("What if conv2's filter 12 were gone"), filter},
                                    {HookActionsText::tr("Noise on pool1"), noise},
                                    {HookActionsText::tr("Clamp relu3 to 1"), clamp},
                                    {HookActionsText::tr("Observe everything"), everything}};
    std::erase_if(presets, [&](const HookPreset& preset) {
        const HookSpec& spec = preset.spec;
        return !places.empty() && !spec.module.empty() &&
               channelsOf(places, spec.kind, spec.module) <= std::max(0, spec.channel);
    });
    return presets;
}

}  // namespace glyphscope
