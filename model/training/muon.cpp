// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/muon.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace glyphscope {
namespace {

constexpr int kSteps = 3;
constexpr double kLinear = 3.4445;
constexpr double kCubic = -4.7750;
constexpr double kQuintic = 2.0315;
constexpr double kMuonEpsilon = 1e-7;

constexpr std::int64_t kLarge = 4'000'000;  // multiplications: worth to be shared out, and to be made cheaper

/// into = beta * into + alpha * (a b). BLAS runs on one thread here (see load_engine.cpp): larger products
/// are shared out by rows.
void multiply(torch::Tensor& into, const torch::Tensor& a, const torch::Tensor& b, double beta, double alpha)
{
    if (!a.is_cpu() || a.numel() * b.size(1) < kLarge) {
        into.addmm_(a, b, beta, alpha);
        return;
    }
    at::parallel_for(0, a.size(0), 1, [&](std::int64_t begin, std::int64_t end) {
        const torch::NoGradGuard noGrad;  // a mode of the thread that is not handed on
        into.narrow(0, begin, end - begin).addmm_(a.narrow(0, begin, end - begin), b, beta, alpha);
    });
}

torch::Tensor product(const torch::Tensor& a, const torch::Tensor& b)
{
    torch::Tensor result = torch::empty({a.size(0), b.size(1)}, a.options());
    multiply(result, a, b, 0, 1);
    return result;
}

}  // namespace

torch::Tensor orthogonalizer(const torch::Tensor& matrix)
{
    torch::Tensor gram = matrix.scalar_type() == torch::kFloat ? product(matrix, matrix.t())
                                                               : matrix.mm(matrix.t()).to(torch::kFloat);
    // The trace is the squared Frobenius norm: scaling the small matrix scales the large one.
    const double norm = std::sqrt(gram.trace().item<double>()) + kMuonEpsilon;
    gram.div_(norm * norm);
    torch::Tensor q;
    for (int step = 0; step < kSteps; ++step) {
        torch::Tensor polynomial = gram.mul(kCubic);
        multiply(polynomial, gram, gram, 1, kQuintic);
        polynomial.diagonal().add_(kLinear);
        q = q.defined() ? product(polynomial, q) : polynomial;
        if (step + 1 < kSteps)
            gram = product(product(polynomial, gram), polynomial);
    }
    return q.div_(norm);
}

void stepOrthogonally(torch::Tensor weights, torch::Tensor direction, double rate, double keep,
                      torch::ScalarType type)
{
    if (direction.size(0) > direction.size(1)) {
        weights = weights.t();
        direction = direction.t();
    }
    if (type == torch::kFloat || direction.numel() * direction.size(0) < kLarge) {
        multiply(weights, orthogonalizer(direction), direction, keep, -rate);
        return;
    }
    const torch::Tensor x = direction.to(type);
    weights.mul_(keep).add_(orthogonalizer(x).to(type).mm(x), -rate);
}

}  // namespace glyphscope
