// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/optimizer.h"

#include "model/network/detail/resources.h"
#include "model/training/detail/adam.h"
#include "model/training/detail/checkpoint_entries.h"
#include "model/training/detail/muon.h"
#include "model/types/error.h"
#include "model/types/optimizer_traits.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr const char* kStepsKey = "optimizer.steps";

}  // namespace

Optimizer::Optimizer(torch::nn::Module& module, const TrainOptions& options) : m_options(options)
{
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> parts;
    std::int64_t at = 0;
    for (const auto& parameter : module.named_parameters()) {
        parts.push_back(parameter.value().detach().reshape({-1}));
        m_spans.push_back({parameter.key(), parameter.value(), at});
        at += parameter.value().numel();
    }
    m_parameters = torch::cat(parts);
    m_gradient = torch::zeros_like(m_parameters);
    m_first = torch::zeros_like(m_parameters);
    m_second = usesBetas(m_options.optimizer) ? torch::zeros_like(m_parameters) : torch::Tensor();
    bind();
    if (options.optimizer == OptimizerKind::Muon)
        chooseMatrices();
}

void Optimizer::chooseMatrices()
{
    Span* last = nullptr;
    for (Span& span : m_spans)
        if (span.parameter.dim() >= 2) {
            span.matrix = true;
            last = &span;
        }
    if (last != nullptr)
        last->matrix = false;
}

void Optimizer::bind()
{
    for (Span& span : m_spans) {
        torch::Tensor& parameter = span.parameter;
        const std::int64_t n = parameter.numel();
        parameter.set_data(m_parameters.narrow(0, span.begin, n).view(parameter.sizes()));
        parameter.mutable_grad() = m_gradient.narrow(0, span.begin, n).view(parameter.sizes());
    }
}

void Optimizer::freeze(const std::vector<std::string>& names)
{
    for (const std::string& name : names)
        if (std::none_of(m_spans.begin(), m_spans.end(), [&](const Span& s) { return s.name == name; }))
            throw Error(GLYPHSCOPE_TEXT("Training", "There is no parameter \"%1\" that could be frozen."),
                        name);
    for (Span& span : m_spans) {
        span.frozen = std::find(names.begin(), names.end(), span.name) != names.end();
        span.parameter.requires_grad_(!span.frozen);
    }
}

void Optimizer::share(torch::nn::Module& module, torch::Tensor& gradient) const
{
    const torch::NoGradGuard noGrad;
    auto parameters = module.named_parameters();
    for (const Span& span : m_spans) {
        torch::Tensor& parameter = parameters[span.name];
        parameter.set_data(span.parameter.detach());
        parameter.mutable_grad() =
            gradient.narrow(0, span.begin, span.parameter.numel()).view(span.parameter.sizes());
        parameter.requires_grad_(!span.frozen);
    }
}

void Optimizer::to(const torch::Device& device)
{
    const torch::NoGradGuard noGrad;
    for (Span& span : m_spans)
        span.parameter.mutable_grad() =
            torch::Tensor();  // a gradient may not be on another device than its tensor
    for (torch::Tensor* tensor : {&m_parameters, &m_gradient, &m_first, &m_second})
        if (tensor->defined())
            *tensor = tensor->to(device);
    bind();
}

double Optimizer::gradientNorm() const
{
    const torch::NoGradGuard noGrad;
    const auto squares = m_gradient.dot(m_gradient).item<double>();  // a third of what norm() costs
    // The squares of an exploding gradient leave float's range long before it does.
    return std::isfinite(squares) ? std::sqrt(squares) : m_gradient.to(torch::kDouble).norm().item<double>();
}

void Optimizer::step(double learningRate)
{
    const torch::NoGradGuard noGrad;
    // A frozen part is put back: cheaper than a step in pieces, since nothing is frozen most of the time.
    struct Kept {
        torch::Tensor part;
        torch::Tensor before;
    };
    std::vector<Kept> kept;
    for (const Span& span : m_spans)
        for (const torch::Tensor* all : {&m_parameters, &m_first, &m_second})
            if (span.frozen && all->defined()) {
                const torch::Tensor part = all->narrow(0, span.begin, span.parameter.numel());
                kept.push_back({part, part.clone()});
            }
    ++m_steps;
    if (m_options.optimizer == OptimizerKind::Muon)
        muon(learningRate);
    else if (usesBetas(m_options.optimizer))
        adam(learningRate, 0, m_parameters.numel());
    else
        sgd(learningRate);
    for (const Kept& part : kept)
        part.part.copy_(part.before);
}

void Optimizer::adam(double learningRate, std::int64_t begin, std::int64_t count)
{
    stepAdam(m_parameters.narrow(0, begin, count), m_gradient.narrow(0, begin, count),
             m_first.narrow(0, begin, count), m_second.narrow(0, begin, count),
             {.learningRate = learningRate,
              .beta1 = m_options.beta1,
              .beta2 = m_options.beta2,
              .decay = m_options.weightDecay,
              .decoupled = m_options.optimizer != OptimizerKind::Adam,
              .step = m_steps});
}

void Optimizer::muon(double learningRate)
{
    const double rate = m_options.matrixRate * learningRate / m_options.peakLearningRate;
    const double momentum = m_options.matrixMomentum;
    const torch::ScalarType type = bf16Pays(m_parameters.device()) ? torch::kBFloat16 : torch::kFloat;
    std::int64_t others = 0;  // where the parameters begin that wait for Adam
    for (const Span& span : m_spans) {
        const std::int64_t n = span.parameter.numel();
        if (!span.matrix)
            continue;
        if (span.begin > others)
            adam(learningRate, others, span.begin - others);
        others = span.begin + n;
        if (span.frozen)
            continue;
        const torch::Tensor gradient = m_gradient.narrow(0, span.begin, n);
        torch::Tensor buffer = m_first.narrow(0, span.begin, n);
        torch::add_out(buffer, gradient, buffer, momentum);
        const std::int64_t rows = span.parameter.size(0);
        stepOrthogonally(m_parameters.narrow(0, span.begin, n).view({rows, -1}),
                         gradient.add(buffer, momentum).view({rows, -1}), rate,
                         1 - rate * m_options.weightDecay, type);
    }
    if (others < m_parameters.numel())
        adam(learningRate, others, m_parameters.numel() - others);
}

void Optimizer::sgd(double learningRate)
{
    if (m_options.weightDecay != 0)
        m_gradient.add_(m_parameters, m_options.weightDecay);
    if (m_steps == 1)
        m_first.copy_(m_gradient);
    else
        m_first.mul_(m_options.beta1).add_(m_gradient);
    if (m_options.optimizer == OptimizerKind::Nesterov)
        m_parameters.add_(m_gradient, -learningRate).add_(m_first, -learningRate * m_options.beta1);
    else
        m_parameters.add_(m_first, -learningRate);
}

void Optimizer::save(StateDict& checkpoint) const
{
    checkpoint.metadata[kStepsKey] = std::to_string(m_steps);
    checkpoint.tensors.push_back(flatEntry("optimizer.first", m_first));
    if (m_second.defined())
        checkpoint.tensors.push_back(flatEntry("optimizer.second", m_second));
}

void Optimizer::load(const StateDict& checkpoint)
{
    m_steps = countIn(checkpoint, kStepsKey);
    readFlatEntry(checkpoint, "optimizer.first", m_first);
    if (m_second.defined())
        readFlatEntry(checkpoint, "optimizer.second", m_second);
}

}  // namespace glyphscope
