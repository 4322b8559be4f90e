// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace glyphscope {

/// Q, [k, k], with which Q X has singular values near one, X being `matrix` [k, n] and k <= n: three steps of
/// the Newton-Schulz iteration with Jordan's coefficients (Muon, 2024). All of them are done on the Gram
/// matrix X X^T, which is small beside X. Values far below the largest one stay below one: three steps lift
/// them fortyfold at most. float, whatever X is.
[[nodiscard]] torch::Tensor orthogonalizer(const torch::Tensor& matrix);

/// weights = `keep` * weights - `rate` * (Q `direction`), both [k, n] of any shape: the shorter side is the
/// one that is made orthogonal. Writes to `weights`. The products with a large X are of `type`, float or
/// bfloat16, whose rounding is small beside how near one the singular values come.
void stepOrthogonally(torch::Tensor weights, torch::Tensor direction, double rate, double keep,
                      torch::ScalarType type = torch::kFloat);

}  // namespace glyphscope
