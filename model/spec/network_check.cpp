// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/network_check.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::int64_t kManyParameters = 5'000'000;

NetworkProblem warning(ProblemKind kind, const NetworkLayer& layer, Message text)
{
    NetworkProblem result;
    result.kind = kind;
    result.module = layer.path;
    result.place = layer.place;
    result.text = std::move(text);
    return result;
}

bool isActivation(const NetworkLayer& layer)
{
    return layer.info().group == KindGroup::Activations;
}

bool isNorm(const NetworkLayer& layer)
{
    return layer.info().shape == ShapeRule::Normalised;
}

bool isDropout(const NetworkLayer& layer)
{
    return layer.kind == LayerKind::Dropout || layer.kind == LayerKind::Dropout2d;
}

bool isLinear(const NetworkLayer& layer)
{
    return layer.kind == LayerKind::Linear;
}

/// Modules without children in the order of the forward pass, and what was seen on the way to each.
class Warnings {
public:
    explicit Warnings(const std::vector<NetworkLayer>& layers) : m_layers(layers) {}

    std::vector<NetworkProblem> find()
    {
        bool activation = false;
        std::int64_t weights = 0;
        for (const std::size_t place : forwardOrder(m_layers)) {
            const NetworkLayer& layer = m_layers[place];
            if (layer.isBlock())
                continue;
            activation = activation || isActivation(layer);
            weights += layer.multiplyAdds > 0 ? 1 : 0;
            look(layer);
            m_last = &layer;
            if (isLinear(layer))
                m_linear = &layer;
            else if (isActivation(layer))
                m_linear = nullptr;
        }
        ofTheWhole(activation, weights);
        return std::move(m_found);
    }

private:
    void look(const NetworkLayer& layer)
    {
        if (isLinear(layer) && m_linear != nullptr)
            m_found.push_back(
                warning(ProblemKind::NoActivationBetween, layer,
                        {GLYPHSCOPE_TEXT("Spec", "%1 and %2 are two Linear layers without an activation "
                                                 "between them: together they compute what one could."),
                         m_linear->path, layer.path}));
        const bool follows =
            m_last != nullptr && std::ranges::find(layer.sources, m_last->path) != layer.sources.end();
        if (isNorm(layer) && follows && isDropout(*m_last))
            m_found.push_back(
                warning(ProblemKind::DropoutBeforeNorm, *m_last,
                        {GLYPHSCOPE_TEXT("Spec", "%1 stands before %2: dropout changes the spread of the "
                                                 "values between training and reading, and the norm then "
                                                 "measures the wrong one. Put it behind the norm."),
                         m_last->path, layer.path}));
        if (layer.kind == LayerKind::BatchNorm2d && follows && m_last->kind == LayerKind::Conv2d &&
            m_last->flag("bias"))
            m_found.push_back(warning(
                ProblemKind::BiasBeforeNorm, *m_last,
                {GLYPHSCOPE_TEXT("Spec", "%1 has a bias, which %2 takes away again: it learns nothing."),
                 m_last->path, layer.path}));
        if (layer.kind == LayerKind::Dropout2d && !layer.hasMaps())
            m_found.push_back(
                warning(ProblemKind::DropsOnFlat, layer,
                        {GLYPHSCOPE_TEXT("Spec", "%1: Dropout2d drops whole maps, but its input is flat. Use "
                                                 "Dropout."),
                         layer.path}));
    }

    void ofTheWhole(bool activation, std::int64_t weights)
    {
        if (!activation && weights > 1)
            m_found.push_back(warning(
                ProblemKind::NoActivationAtAll, m_layers.front(),
                GLYPHSCOPE_TEXT("Spec", "There is no activation: without one the layers compute what a "
                                        "single Linear could, but for the pools.")));
        if (m_last != nullptr && m_last->kind == LayerKind::Softmax)
            m_found.push_back(
                warning(ProblemKind::SoftmaxBeforeLoss, *m_last,
                        {GLYPHSCOPE_TEXT("Spec", "%1 stands at the end: the loss (cross entropy) has a "
                                                 "softmax of its own, and through two it learns slowly."),
                         m_last->path}));
        const std::int64_t parameters = totalsOf(m_layers).parameters;
        if (parameters > kManyParameters)
            m_found.push_back(
                warning(ProblemKind::ManyParameters, largest(),
                        {GLYPHSCOPE_TEXT("Spec", "The network has %1 parameters, more than pictures of 28x28 "
                                                 "need; training and files take long. Most are in %2."),
                         parameters, largest().path}));
    }

    const NetworkLayer& largest() const { return *std::ranges::max_element(m_layers, {}, parameterCount); }

    const std::vector<NetworkLayer>& m_layers;
    std::vector<NetworkProblem> m_found;
    const NetworkLayer* m_last = nullptr;
    const NetworkLayer* m_linear = nullptr;  // with no activation behind it yet
};

}  // namespace

std::vector<NetworkProblem> warningsOf(const std::vector<NetworkLayer>& layers)
{
    return layers.empty() ? std::vector<NetworkProblem>() : Warnings(layers).find();
}

NetworkCheck check(const NetworkSpec& network, bool withRepairs)
{
    NetworkInference inference = infer(network);
    NetworkCheck result{std::move(inference.layers), std::move(inference.problems), {}};
    if (result.fits())
        result.warnings = warningsOf(result.layers);
    if (!withRepairs)
        return result;
    for (std::vector<NetworkProblem>* list : {&result.problems, &result.warnings})
        for (NetworkProblem& problem : *list)
            problem.repairs = repairsOf(network, problem);
    return result;
}

}  // namespace glyphscope
