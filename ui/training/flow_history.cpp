// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/flow_history.h"

#include "model/types/module_tree.h"
#include "ui/text/joined_text.h"
#include "ui/text/number_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

constexpr double kManyDead = 0.5;
constexpr int kLowestDecade = -12;
constexpr int kHighestDecade = 9;

struct FlowHistoryText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::FlowHistoryText)
};

void stretch(Decades& decades, double value)
{
    if (!std::isfinite(value) || value <= 0)
        return;
    decades.low =
        std::max(std::min(decades.low, static_cast<int>(std::floor(std::log10(value)))), kLowestDecade);
    decades.high =
        std::min(std::max(decades.high, static_cast<int>(std::ceil(std::log10(value)))), kHighestDecade);
}

}  // namespace

std::optional<double> relativeGradient(const GradientFlow::Layer& layer)
{
    if (layer.weights == 0 || layer.weightGradient == 0)
        return std::nullopt;
    return layer.weightGradient / layer.weights;
}

FlowState flowState(const GradientFlow::Layer& layer)
{
    const double relative = relativeGradient(layer).value_or(1);
    const auto [low, high] = std::minmax({layer.outputGradient, relative});
    if (!std::isfinite(layer.outputGradient) || !std::isfinite(relative))
        return FlowState::NotFinite;
    if (high > kExploding)
        return FlowState::Exploding;
    if (low < kVanishing)
        return FlowState::Vanishing;
    return layer.dead >= kManyDead ? FlowState::Dead : FlowState::Flowing;
}

QString flowWords(const GradientFlow::Layer& layer)
{
    switch (flowState(layer)) {
    case FlowState::NotFinite:
        return FlowHistoryText::tr("not finite");
    case FlowState::Exploding:
        return FlowHistoryText::tr("exploding");
    case FlowState::Vanishing:
        return FlowHistoryText::tr("vanishing");
    case FlowState::Dead:
    case FlowState::Flowing:
        break;
    }
    return layer.dead > 0 ? FlowHistoryText::tr("%1 dead").arg(percentText(layer.dead, 0)) : QString();
}

GradientFlow folded(const GradientFlow& flow, const std::set<std::string>& open)
{
    GradientFlow result = flow;
    result.layers.clear();
    for (GradientFlow::Layer layer : flow.layers) {
        bool seen = true;
        for (std::string_view block = parentOf(layer.module); !block.empty(); block = parentOf(block))
            seen = seen && open.contains(std::string(block));
        if (!seen)
            continue;
        for (const GradientFlow::Layer& inner : flow.layers) {
            if (open.contains(layer.module) || !isWithin(inner.module, layer.module))
                continue;
            layer.weights = std::hypot(layer.weights, inner.weights);
            layer.weightGradient = std::hypot(layer.weightGradient, inner.weightGradient);
            layer.dead = std::max(layer.dead, inner.dead);
        }
        result.layers.push_back(std::move(layer));
    }
    return result;
}

bool holdsOthers(const GradientFlow& flow, const std::string& module)
{
    return std::ranges::any_of(
        flow.layers, [&module](const GradientFlow::Layer& layer) { return isWithin(layer.module, module); });
}

QString magnitudeText(double value)
{
    return valueText(value);
}

QString flowTip(const GradientFlow& flow, std::size_t layer)
{
    const GradientFlow::Layer& at = flow.layers[layer];
    QString text =
        labelled(FlowHistoryText::tr("%1, step %2")
                     .arg(QString::fromStdString(at.module), countText(static_cast<double>(flow.step))),
                 flowWords(at));
    text += u'\n' + FlowHistoryText::tr("Gradient of its output: %1, over %Ln image(s)", nullptr,
                                        static_cast<int>(flow.images))
                        .arg(magnitudeText(at.outputGradient));
    if (const auto relative = relativeGradient(at))
        text += u'\n' + FlowHistoryText::tr("Gradient of its weights: %1, which is %2 of their norm")
                            .arg(magnitudeText(at.weightGradient), magnitudeText(*relative));
    else if (at.weights > 0)
        text += u'\n' + FlowHistoryText::tr("No gradient reaches its weights: they are frozen");
    return text;
}

double Decades::share(double value) const
{
    if (!(value > 0))
        return 0;
    return std::clamp((std::log10(value) - low) / (high - low), 0.0, 1.0);
}

void FlowHistory::add(const GradientFlow& flow)
{
    const auto sameModules = [&](const GradientFlow& other) {
        return std::ranges::equal(flow.layers, other.layers, {}, &GradientFlow::Layer::module,
                                  &GradientFlow::Layer::module);
    };
    if (!m_flows.empty() && (flow.step < newest().step || !sameModules(newest())))
        m_flows.clear();
    if (flow.layers.empty())
        return;
    m_flows.push_back(flow);
    if (m_flows.size() > kKept)
        m_flows.pop_front();
}

Decades FlowHistory::decades() const
{
    Decades decades;
    for (const GradientFlow& flow : m_flows) {
        for (const GradientFlow::Layer& layer : flow.layers) {
            stretch(decades, layer.outputGradient);
            stretch(decades, relativeGradient(layer).value_or(0));
        }
    }
    return decades;
}

Decades FlowHistory::flowingDecades() const
{
    std::optional<Decades> decades;
    for (const GradientFlow& flow : m_flows) {
        for (const GradientFlow::Layer& layer : flow.layers) {
            if (flowState(layer) < FlowState::Dead)
                continue;
            const int decade = static_cast<int>(std::floor(std::log10(layer.outputGradient)));
            if (!decades)
                decades = Decades{.low = decade, .high = decade + 1};
            stretch(*decades, layer.outputGradient);
        }
    }
    return decades.value_or(Decades{});
}

}  // namespace glyphscope
