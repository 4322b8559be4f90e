// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_actions.h"

#include "model/spec/layer_kinds.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace glyphscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMostTyped = 99999;
constexpr int kFilter = 12;  // of a preset, where there are twice as many

/// Of a number whose slider goes from `low` to `high`; typed, it may lie outside.
constexpr NumberRange amountRange(double low, double high, double least = -kMostTyped)
{
    return {.least = least, .most = kMostTyped, .low = low, .high = high, .steps = 200, .arrow = 0.1};
}

struct HookActionsText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::HookActionsText)
};

bool isOf(const HookPlace& place, UnitExplanation::Form form)
{
    const KindInfo* kind = kindOfText(place.kind);
    return kind != nullptr && kind->form == form;
}

bool isPool(const HookPlace& place)
{
    const KindInfo* kind = kindOfText(place.kind);
    return kind != nullptr && kind->isPool();
}

bool isActivation(const HookPlace& place)
{
    const KindInfo* kind = kindOfText(place.kind);
    return kind != nullptr && kind->group == KindGroup::Activations;
}

template <typename Wanted>
const HookPlace* firstPlace(const std::vector<HookPlace>& places, const Wanted& wanted)
{
    const auto found = std::ranges::find_if(places, wanted);
    return found == places.end() ? nullptr : &*found;
}

template <typename Wanted>
const HookPlace* lastPlace(const std::vector<HookPlace>& places, const Wanted& wanted)
{
    const auto found = std::find_if(places.rbegin(), places.rend(), wanted);
    return found == places.rend() ? nullptr : &*found;
}

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
        return HookNumber{HookActionsText::tr("Value"), HookActionsText::tr("What every value becomes"),
                          amountRange(-5, 5)};
    case HookAction::Scale:
        return HookNumber{HookActionsText::tr("Factor"),
                          HookActionsText::tr("0 takes the values away, 1 leaves them, \u2212"
                                              "1 turns them round"),
                          amountRange(-2, 3)};
    case HookAction::Clamp:
        return HookNumber{HookActionsText::tr("From"),
                          HookActionsText::tr("Nothing is below this afterwards"), amountRange(-5, 5)};
    case HookAction::AddNoise:
        return HookNumber{HookActionsText::tr("Deviation"),
                          HookActionsText::tr("How far the noise strays, one standard deviation"),
                          amountRange(0, 3, 0)};
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
    return HookNumber{HookActionsText::tr("To"), HookActionsText::tr("Nothing is above this afterwards"),
                      amountRange(-5, 5)};
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

bool isBackward(HookKind kind)
{
    return kind == HookKind::FullBackwardPre || kind == HookKind::FullBackward;
}

HookSpec withKind(HookSpec spec, HookKind kind)
{
    if (isBackward(kind) != isBackward(spec.kind)) {
        spec.predicting = !isBackward(kind);
        spec.training = isBackward(kind);
    }
    spec.kind = kind;
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
    std::vector<HookPreset> presets;
    const auto add = [&](const HookPlace* place, HookAction action, int channel, const QString& text) {
        if (place == nullptr || channelsOf(places, HookKind::Forward, place->name) <= std::max(0, channel))
            return;
        HookSpec spec = forward(place->name, action);
        spec.channel = channel;
        presets.push_back({text.arg(QString::fromStdString(place->name)), spec});
    };
    const HookPlace* convolution = lastPlace(
        places, [](const HookPlace& place) { return isOf(place, UnitExplanation::Form::Convolution); });
    if (convolution != nullptr && !convolution->output.empty()) {
        const int filter = std::min(kFilter, convolution->output.front() / 2);
        add(convolution, HookAction::Zero, filter,
            HookActionsText::tr("What if %1's filter %2 were gone").arg(u"%1"_s, QString::number(filter)));
    }
    add(firstPlace(places, isPool), HookAction::AddNoise, -1, HookActionsText::tr("Noise on %1"));
    add(lastPlace(places, isActivation), HookAction::Clamp, -1, HookActionsText::tr("Clamp %1 to 1"));
    presets.push_back({HookActionsText::tr("Observe everything"), forward("", HookAction::Observe)});
    return presets;
}

}  // namespace glyphscope
