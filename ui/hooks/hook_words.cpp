// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/hook_words.h"
#include "ui/text/glossary.h"

#include "ui/style/class_name.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace glyphscope::hookwords {

namespace {

struct HookWordsText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::HookWordsText)
};

QString channelOf(const HookSpec& spec, const QString& whole)
{
    return spec.channel < 0 ? whole : HookWordsText::tr("channel %1").arg(spec.channel);
}

}  // namespace

QString kind(HookKind kind)
{
    switch (kind) {
    case HookKind::ForwardPre:
        return HookWordsText::tr("Forward pre");
    case HookKind::Forward:
        return HookWordsText::tr("Forward");
    case HookKind::FullBackwardPre:
        return HookWordsText::tr("Full backward pre");
    case HookKind::FullBackward:
        return HookWordsText::tr("Full backward");
    }
    return {};
}

QString kindTip(HookKind kind)
{
    switch (kind) {
    case HookKind::ForwardPre:
        return HookWordsText::tr("Called before the module with its input, which it may replace");
    case HookKind::Forward:
        return HookWordsText::tr("Called after the module with its output, which it may replace");
    case HookKind::FullBackwardPre:
        return withMeaning(
            HookWordsText::tr("Called on the way back with the gradient of the output, which it may replace"),
            {GlossaryTerm::Gradient});
    case HookKind::FullBackward:
        return withMeaning(
            HookWordsText::tr("Called on the way back with the gradient of the input, which it may replace"),
            {GlossaryTerm::Gradient});
    }
    return {};
}

QString action(HookAction action)
{
    switch (action) {
    case HookAction::Observe:
        return HookWordsText::tr("Observe");
    case HookAction::Zero:
        return HookWordsText::tr("Zero");
    case HookAction::Fill:
        return HookWordsText::tr("Fill");
    case HookAction::Scale:
        return HookWordsText::tr("Scale");
    case HookAction::Clamp:
        return HookWordsText::tr("Clamp");
    case HookAction::AddNoise:
        return HookWordsText::tr("Add noise");
    case HookAction::Patch:
        return HookWordsText::tr("Patch");
    }
    return {};
}

QString actionTip(HookAction action)
{
    switch (action) {
    case HookAction::Observe:
        return HookWordsText::tr("Only looks: nothing is changed");
    case HookAction::Zero:
        return HookWordsText::tr("Puts zeros in place of the values");
    case HookAction::Fill:
        return HookWordsText::tr("Puts one number in place of the values");
    case HookAction::Scale:
        return HookWordsText::tr("Multiplies the values by a number");
    case HookAction::Clamp:
        return HookWordsText::tr("Cuts the values off below and above");
    case HookAction::AddNoise:
        return HookWordsText::tr("Adds Gaussian noise, the same in every pass");
    case HookAction::Patch:
        return HookWordsText::tr("Takes the values that another drawing, the donor, had here");
    }
    return {};
}

QString module(const std::string& name)
{
    return name.empty() ? HookWordsText::tr("every module") : QString::fromStdString(name);
}

QString value(HookKind kind, const std::string& name)
{
    QString words;
    switch (kind) {
    case HookKind::ForwardPre:
        words = HookWordsText::tr("%1's input");
        break;
    case HookKind::Forward:
        words = HookWordsText::tr("%1's output");
        break;
    case HookKind::FullBackwardPre:
        words = HookWordsText::tr("the gradient of %1's output");
        break;
    case HookKind::FullBackward:
        words = HookWordsText::tr("the gradient of %1's input");
        break;
    }
    return words.arg(module(name));
}

QString does(const HookSpec& spec)
{
    const QString amount = number(spec.amount);
    const bool all = spec.channel < 0;
    const QString channel = channelOf(spec, {});
    switch (spec.action) {
    case HookAction::Observe:
        return all ? HookWordsText::tr("observe") : HookWordsText::tr("observe %1").arg(channel);
    case HookAction::Zero:
        return all ? HookWordsText::tr("zero all of it") : HookWordsText::tr("zero %1").arg(channel);
    case HookAction::Fill:
        return all ? HookWordsText::tr("fill with %1").arg(amount)
                   : HookWordsText::tr("fill %1 with %2").arg(channel, amount);
    case HookAction::Scale:
        return all ? HookWordsText::tr("scale by %1").arg(amount)
                   : HookWordsText::tr("scale %1 by %2").arg(channel, amount);
    case HookAction::Clamp:
        return all ? HookWordsText::tr("clamp into [%1, %2]").arg(amount, number(spec.limit))
                   : HookWordsText::tr("clamp %1 into [%2, %3]").arg(channel, amount, number(spec.limit));
    case HookAction::AddNoise:
        return all ? HookWordsText::tr("add noise of %1").arg(amount)
                   : HookWordsText::tr("add noise of %1 to %2").arg(amount, channel);
    case HookAction::Patch:
        return all ? HookWordsText::tr("patch from another drawing")
                   : HookWordsText::tr("patch %1 from another drawing").arg(channel);
    }
    return {};
}

QString title(const HookSpec& spec)
{
    return HookWordsText::tr("%1: %2").arg(module(spec.module), does(spec));
}

QString sentence(const HookSpec& spec)
{
    const QString all = value(spec.kind, spec.module);
    const QString touched =
        spec.channel < 0 ? all : HookWordsText::tr("%1 of %2").arg(channelOf(spec, {}), all);
    const QString amount = number(spec.amount);
    switch (spec.action) {
    case HookAction::Observe:
        return HookWordsText::tr("observe %1").arg(touched);
    case HookAction::Zero:
        return HookWordsText::tr("zero %1").arg(touched);
    case HookAction::Fill:
        return HookWordsText::tr("fill %1 with %2").arg(touched, amount);
    case HookAction::Scale:
        return HookWordsText::tr("scale %1 by %2").arg(touched, amount);
    case HookAction::Clamp:
        return HookWordsText::tr("clamp %1 into [%2, %3]").arg(touched, amount, number(spec.limit));
    case HookAction::AddNoise:
        return HookWordsText::tr("add noise of deviation %1 to %2").arg(amount, touched);
    case HookAction::Patch:
        return HookWordsText::tr("replace %1 by another drawing's").arg(touched);
    }
    return {};
}

QString when(const HookSpec& spec)
{
    if (!spec.enabled || (!spec.predicting && !spec.training))
        return HookWordsText::tr("off");
    if (spec.predicting && spec.training)
        return HookWordsText::tr("predicting and training");
    return spec.predicting ? HookWordsText::tr("predicting") : HookWordsText::tr("training");
}

QString number(double value)
{
    return valueText(value == 0 ? 0.0 : value);  // no negative zero
}

QString spread(const Statistics& of)
{
    if (of.count == 0)
        return HookWordsText::tr("None (no gradient flows there)");
    if (of.count > 0 && of.notFinite >= of.count)
        return HookWordsText::tr("not finite");
    const QString text = HookWordsText::tr("%1 \u00B1 %2").arg(number(of.mean), number(of.deviation));
    return of.notFinite == 0 ? text
                             : HookWordsText::tr("%1, %2 not finite").arg(text, countText(of.notFinite));
}

QString range(const Statistics& of)
{
    if (of.count == 0)
        return dashText();
    return HookWordsText::tr("%1 to %2")
        .arg(number(static_cast<double>(of.low)), number(static_cast<double>(of.high)));
}

QString time(double microseconds)
{
    if (microseconds >= 1e6)
        return HookWordsText::tr("%1 s").arg(number(microseconds / 1e6));
    if (microseconds >= 1000)
        return HookWordsText::tr("%1 ms").arg(number(microseconds / 1000));
    return HookWordsText::tr("%1 \u00B5s").arg(fixedText(microseconds, microseconds < 99.95 ? 1 : 0));
}

QString share(float probability)
{
    const double percent = 100.0 * static_cast<double>(probability);
    if (percent > 99.5 && probability < 1.0F)
        return HookWordsText::tr("> 99 %");
    if (percent > 0 && percent < 0.5)
        return HookWordsText::tr("< 1 %");
    return percentText(static_cast<double>(probability), 0);
}

QString answer(const std::vector<float>& probabilities, int best, const QStringList& names)
{
    const auto place = static_cast<std::size_t>(best);
    if (best < 0 || place >= probabilities.size())
        return u"\u2013"_s;
    return HookWordsText::tr("%1 (%2)").arg(className(names, best), share(probabilities[place]));
}

QString asSentence(const QString& words)
{
    if (words.isEmpty())
        return words;
    return HookWordsText::tr("%1.", "what a hook does, as a sentence")
        .arg(words.front().toUpper() + words.mid(1));
}

}  // namespace glyphscope::hookwords
