// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <cstdint>

namespace glyphscope {

/// Q, [k, k], with which Q X has singular values near one, X being `matrix` [k, n] and k <= n: three steps of
/// the Newton-Schulz iteration with Jordan's coefficients (Muon, 2024). All of them are done on the Gram
/// matrix X X^T, which is small beside X. Values far below the largest one stay below one: three steps lift
/// them fortyfold at most. float, whatever X is.
[[nodiscard]] torch::Tensor orthogonalizer(const torch::Tensor& matrix);

/// Whether the products of a matrix of this shape are worth to be shared out in pieces (pieces.h), and to be
/// made cheaper by a smaller type.
[[nodiscard]] bool isLargeMatrix(std::int64_t rows, std::int64_t columns);

/// weights = `keep` * weights - `rate` * (Q `direction`), both [k, n] of any shape: the shorter side is the
/// one that is made orthogonal. Writes to `weights`, float. The products with the direction are of its type,
/// float or bfloat16, whose rounding is small beside how near one the singular values come. The same to the
/// last bit with any number of threads.
void stepOrthogonally(torch::Tensor weights, torch::Tensor direction, double rate, double keep);

}  // namespace glyphscope
