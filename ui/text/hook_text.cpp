// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/hook_text.h"

#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

namespace glyphscope {
namespace {

struct HookText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::HookText)
};

/// What a hook does with `%2` and `%3` as its numbers, to all of a value; and with its channel as `%2`.
QString changeOfAll(const HookSpec& spec)
{
    const bool input = spec.kind == HookKind::ForwardPre;
    switch (spec.action) {
    case HookAction::Observe:
        break;
    case HookAction::Zero:
        return input ? HookText::tr("A hook on %1 sets its input to zero.")
                     : HookText::tr("A hook on %1 sets its output to zero.");
    case HookAction::Fill:
        return input ? HookText::tr("A hook on %1 sets its input to %2.")
                     : HookText::tr("A hook on %1 sets its output to %2.");
    case HookAction::Scale:
        return input ? HookText::tr("A hook on %1 multiplies its input by %2.")
                     : HookText::tr("A hook on %1 multiplies its output by %2.");
    case HookAction::Clamp:
        return input ? HookText::tr("A hook on %1 keeps its input between %2 and %3.")
                     : HookText::tr("A hook on %1 keeps its output between %2 and %3.");
    case HookAction::AddNoise:
        return input ? HookText::tr("A hook on %1 adds noise of deviation %2 to its input.")
                     : HookText::tr("A hook on %1 adds noise of deviation %2 to its output.");
    case HookAction::Patch:
        return input ? HookText::tr("A hook on %1 replaces its input by that of another drawing.")
                     : HookText::tr("A hook on %1 replaces its output by that of another drawing.");
    }
    return {};
}

QString changeOfChannel(const HookSpec& spec)
{
    const bool input = spec.kind == HookKind::ForwardPre;
    switch (spec.action) {
    case HookAction::Observe:
        break;
    case HookAction::Zero:
        return input ? HookText::tr("A hook on %1 sets channel %2 of its input to zero.")
                     : HookText::tr("A hook on %1 sets channel %2 to zero.");
    case HookAction::Fill:
        return input ? HookText::tr("A hook on %1 sets channel %2 of its input to %3.")
                     : HookText::tr("A hook on %1 sets channel %2 to %3.");
    case HookAction::Scale:
        return input ? HookText::tr("A hook on %1 multiplies channel %2 of its input by %3.")
                     : HookText::tr("A hook on %1 multiplies channel %2 by %3.");
    case HookAction::Clamp:
        return input ? HookText::tr("A hook on %1 keeps channel %2 of its input between %3 and %4.")
                     : HookText::tr("A hook on %1 keeps channel %2 between %3 and %4.");
    case HookAction::AddNoise:
        return input ? HookText::tr("A hook on %1 adds noise of deviation %3 to channel %2 of its input.")
                     : HookText::tr("A hook on %1 adds noise of deviation %3 to channel %2.");
    case HookAction::Patch:
        return input
                   ? HookText::tr("A hook on %1 replaces channel %2 of its input by that of another drawing.")
                   : HookText::tr("A hook on %1 replaces channel %2 by that of another drawing.");
    }
    return {};
}

/// How many numbers the sentence of an action has beside the channel.
int numbersOf(HookAction action)
{
    switch (action) {
    case HookAction::Fill:
    case HookAction::Scale:
    case HookAction::AddNoise:
        return 1;
    case HookAction::Clamp:
        return 2;
    case HookAction::Observe:
    case HookAction::Zero:
    case HookAction::Patch:
        break;
    }
    return 0;
}

}  // namespace

QString hookChangeText(const HookSpec& spec)
{
    const bool forward = spec.kind == HookKind::ForwardPre || spec.kind == HookKind::Forward;
    if (!forward || spec.action == HookAction::Observe)
        return {};
    QString text = spec.channel < 0 ? changeOfAll(spec) : changeOfChannel(spec);
    text = text.arg(spec.module.empty() ? HookText::tr("every module", "a hook on it")
                                        : QString::fromStdString(spec.module));
    if (spec.channel >= 0)
        text = text.arg(spec.channel);
    const int numbers = numbersOf(spec.action);
    if (numbers > 0)
        text = text.arg(valueText(spec.amount));
    return numbers > 1 ? text.arg(valueText(spec.limit)) : text;
}

QString hookChangesText(const std::vector<HookSpec>& specs)
{
    if (specs.empty())
        return {};
    return specs.size() == 1 ? hookChangeText(specs.front())
                             : HookText::tr("%n hook(s) change what the network gives.", nullptr,
                                            static_cast<int>(specs.size()));
}

QString withoutHooksText(const std::optional<Prediction>& without, int hooks)
{
    if (!without || without->verdict == Verdict::Empty || without->best < 0)
        return {};
    const auto best = static_cast<std::size_t>(without->best);
    const QString share = confidenceText(without->probabilities[best]);
    const QString name = without->classes.size() > without->best
                             ? QString::fromStdString(without->classes.name(without->best))
                             : QString::number(without->best);
    QString text = HookText::tr("Without %n hook(s): %1, %2.", nullptr, hooks);
    if (without->verdict == Verdict::NotADigit)
        text = HookText::tr("Without %n hook(s): none of the classes, nearest %1, %2.", nullptr, hooks);
    return text.arg(name, share);
}

}  // namespace glyphscope
