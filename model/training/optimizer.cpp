// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/optimizer.h"

#include "model/network/detail/pieces.h"
#include "model/network/detail/resources.h"
#include "model/training/detail/adam.h"
#include "model/training/detail/checkpoint_entries.h"
#include "model/training/detail/muon.h"
#include "model/types/error.h"
#include "model/types/optimizer_traits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace glyphscope {
namespace {

constexpr const char* kStepsKey = "optimizer.steps";
constexpr std::int64_t kNormPieces = 8;
constexpr std::int64_t kDirectionPieces = 8;

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
    double squares = 0;
    std::array<double, kNormPieces> parts{};
    forPieces(kNormPieces, [&](std::int64_t i) {
        const std::int64_t begin = pieceBegin(i, kNormPieces, m_gradient.numel());
        const torch::Tensor part =
            m_gradient.narrow(0, begin, pieceBegin(i + 1, kNormPieces, m_gradient.numel()) - begin);
        parts[static_cast<std::size_t>(i)] = part.dot(part).item<double>();  // a third of what norm() costs
    });
    for (const double part : parts)
        squares += part;
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
    const double keep = 1 - rate * m_options.weightDecay;
    const bool half = bf16Pays(m_parameters.device());
    const auto step = [&](const Span& span, const torch::Tensor& direction) {
        const std::int64_t rows = span.parameter.size(0);
        stepOrthogonally(m_parameters.narrow(0, span.begin, span.parameter.numel()).view({rows, -1}),
                         direction.view({rows, -1}), rate, keep);
    };
    // First all that is small, and the directions of the large matrices: many pieces at once
    std::vector<std::function<void()>> pieces;
    std::vector<std::pair<const Span*, torch::Tensor>> large;
    std::int64_t others = 0;  // where the parameters begin that wait for Adam
    const auto adamUpTo = [&](std::int64_t end) {
        if (end > others)
            pieces.emplace_back(
                [this, learningRate, others, end] { adam(learningRate, others, end - others); });
    };
    for (const Span& span : m_spans) {
        const std::int64_t n = span.parameter.numel();
        if (!span.matrix)
            continue;
        adamUpTo(span.begin);
        others = span.begin + n;
        if (span.frozen)
            continue;
        const bool isLarge = isLargeMatrix(span.parameter.size(0), n / span.parameter.size(0));
        const torch::Tensor direction =
            torch::empty({n}, m_gradient.options().dtype(isLarge && half ? torch::kBFloat16 : torch::kFloat));
        if (isLarge)
            large.emplace_back(&span, direction);
        for (std::int64_t i = 0; isLarge && i < kDirectionPieces; ++i)
            pieces.emplace_back([this, &span, direction, i, n] {
                const std::int64_t begin = pieceBegin(i, kDirectionPieces, n);
                move(span.begin, begin, pieceBegin(i + 1, kDirectionPieces, n) - begin, direction);
            });
        if (!isLarge)
            pieces.emplace_back([this, &span, &step, direction, n] {
                move(span.begin, 0, n, direction);
                step(span, direction);
            });
    }
    adamUpTo(m_parameters.numel());
    forPieces(static_cast<std::int64_t>(pieces.size()),
              [&pieces](std::int64_t i) { pieces[static_cast<std::size_t>(i)](); });
    for (const auto& [span, direction] : large)
        step(*span, direction);
}

/// Nesterov's momentum for a part of a matrix, and where that goes: `count` values from `begin` of the span.
void Optimizer::move(std::int64_t spanBegin, std::int64_t begin, std::int64_t count,
                     const torch::Tensor& direction)
{
    const double momentum = m_options.matrixMomentum;
    const torch::Tensor gradient = m_gradient.narrow(0, spanBegin + begin, count);
    torch::Tensor buffer = m_first.narrow(0, spanBegin + begin, count);
    torch::add_out(buffer, gradient, buffer, momentum);
    direction.narrow(0, begin, count).copy_(gradient.add(buffer, momentum));
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
