// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/muon.h"

#include "model/network/detail/pieces.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr int kSteps = 3;
constexpr double kLinear = 3.4445;
constexpr double kCubic = -4.7750;
constexpr double kQuintic = 2.0315;
constexpr double kMuonEpsilon = 1e-7;

constexpr std::int64_t kLarge = 4'000'000;  // multiplications: worth to be shared out, and to be made cheaper
constexpr std::int64_t kRows = 32;          // of a piece of the step, at least
constexpr std::int64_t kProductRows = 64;   // of a piece of a symmetric product, at least

/// a b, float, that is symmetric: a matrix times its own transpose, or polynomials of one symmetric matrix.
/// Of each two values that mirror each other one is computed. Large ones in pieces, a few rows each: BLAS
/// runs on one thread here (see load_engine.cpp).
torch::Tensor symmetricProduct(const torch::Tensor& a, const torch::Tensor& b)
{
    const std::int64_t rows = a.size(0);
    if (!a.is_cpu() || rows * a.size(1) * rows < kLarge)
        return a.mm(b).to(torch::kFloat);
    torch::Tensor result = torch::empty({rows, rows}, a.options().dtype(torch::kFloat));
    const std::int64_t pieces = std::max<std::int64_t>(1, rows / kProductRows);
    forPieces(pieces, [&](std::int64_t i) {
        const std::int64_t begin = pieceBegin(i, pieces, rows);
        const std::int64_t count = pieceBegin(i + 1, pieces, rows) - begin;
        const std::int64_t rest = rows - begin - count;
        const torch::Tensor part = a.narrow(0, begin, count).mm(b.narrow(1, begin, rows - begin));
        result.narrow(0, begin, count).narrow(1, begin, rows - begin).copy_(part);
        result.narrow(0, begin + count, rest).narrow(1, begin, count).copy_(part.narrow(1, count, rest).t());
    });
    return result;
}

}  // namespace

torch::Tensor orthogonalizer(const torch::Tensor& matrix)
{
    torch::Tensor gram = symmetricProduct(matrix, matrix.t());
    // The trace is the squared Frobenius norm: scaling the small matrix scales the large one.
    const double norm = std::sqrt(gram.trace().item<double>()) + kMuonEpsilon;
    gram.div_(norm * norm);
    torch::Tensor q;
    for (int step = 0; step < kSteps; ++step) {
        torch::Tensor polynomial = gram.mul(kCubic).add_(symmetricProduct(gram, gram), kQuintic);
        polynomial.diagonal().add_(kLinear);
        q = q.defined() ? symmetricProduct(polynomial, q) : polynomial;
        if (step + 1 < kSteps)
            gram = symmetricProduct(polynomial, symmetricProduct(polynomial, gram));
    }
    return q.div_(norm);
}

bool isLargeMatrix(std::int64_t rows, std::int64_t columns)
{
    return std::min(rows, columns) * rows * columns >= kLarge;
}

void stepOrthogonally(torch::Tensor weights, torch::Tensor direction, double rate, double keep)
{
    if (direction.size(0) > direction.size(1)) {
        weights = weights.t();
        direction = direction.t();
    }
    const torch::Tensor q = orthogonalizer(direction).to(direction.scalar_type());
    const bool shared = direction.is_cpu() && isLargeMatrix(direction.size(0), direction.size(1));
    const std::int64_t pieces = shared ? std::max<std::int64_t>(1, q.size(0) / kRows) : 1;
    forPieces(pieces, [&](std::int64_t i) {
        const std::int64_t begin = pieceBegin(i, pieces, q.size(0));
        const std::int64_t count = pieceBegin(i + 1, pieces, q.size(0)) - begin;
        weights.narrow(0, begin, count).mul_(keep).add_(q.narrow(0, begin, count).mm(direction), -rate);
    });
}

}  // namespace glyphscope
