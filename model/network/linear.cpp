// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/linear.h"

#include "model/network/detail/pieces.h"

#include <algorithm>

namespace glyphscope {
namespace {

constexpr std::int64_t kLargeWeights = 65536;
constexpr std::int64_t kMostLinearPieces = 8;
constexpr std::int64_t kRowsOfPiece = 32;  // at least, or a product is less than the way to it

std::int64_t linearPieces(std::int64_t rows)
{
    return std::clamp<std::int64_t>(rows / kRowsOfPiece, 1, kMostLinearPieces);
}

struct Range {
    std::int64_t begin;
    std::int64_t count;

    torch::Tensor rowsOf(const torch::Tensor& matrix) const { return matrix.narrow(0, begin, count); }
    torch::Tensor columnsOf(const torch::Tensor& matrix) const { return matrix.narrow(1, begin, count); }
};

Range piece(std::int64_t i, std::int64_t count, std::int64_t size)
{
    const std::int64_t begin = pieceBegin(i, count, size);
    return {begin, pieceBegin(i + 1, count, size) - begin};
}

/// The gradient of the weights, or nothing where it has been added to the one that is there.
torch::Tensor placeForGradient(const torch::Tensor& weight)
{
    return weight.grad().defined() ? weight.grad() : torch::zeros_like(weight);
}

struct LinearFunction : torch::autograd::Function<LinearFunction> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& weight, const torch::Tensor& bias)
    {
        const bool same = weight.scalar_type() == x.scalar_type();
        const torch::Tensor typed = same ? weight.detach() : torch::empty(weight.sizes(), x.options());
        torch::Tensor y = torch::empty({x.size(0), weight.size(0)}, x.options());
        const std::int64_t pieces = linearPieces(weight.size(0));
        forPieces(pieces, [&](std::int64_t i) {
            const Range rows = piece(i, pieces, weight.size(0));
            if (!same)
                rows.rowsOf(typed).copy_(rows.rowsOf(weight));
            rows.columnsOf(y).copy_(
                torch::addmm(rows.rowsOf(bias).to(x.scalar_type()), x, rows.rowsOf(typed).t()));
        });
        context->save_for_backward({x, weight, typed});
        return y;
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const torch::autograd::variable_list saved = context->get_saved_variables();
        const torch::Tensor& x = saved[0];
        const torch::Tensor& weight = saved[1];
        const torch::Tensor& typed = saved[2];
        const torch::Tensor gradient = gradients[0].contiguous();
        const bool ofInput = context->needs_input_grad(0);
        const bool ofWeight = context->needs_input_grad(1);
        const torch::Tensor inputs = ofInput ? torch::empty(x.sizes(), x.options()) : torch::Tensor();
        const torch::Tensor weights = ofWeight ? placeForGradient(weight) : torch::Tensor();
        const std::int64_t rowPieces = ofWeight ? linearPieces(weight.size(0)) : 0;
        const std::int64_t columnPieces = ofInput ? linearPieces(weight.size(1)) : 0;
        const torch::Tensor columns = gradient.t();
        forPieces(rowPieces + columnPieces, [&](std::int64_t i) {
            if (i < columnPieces) {
                const Range part = piece(i, columnPieces, weight.size(1));
                part.columnsOf(inputs).copy_(gradient.mm(part.columnsOf(typed)));
            } else {
                const Range part = piece(i - columnPieces, rowPieces, weight.size(0));
                part.rowsOf(weights).add_(part.rowsOf(columns).mm(x));
            }
        });
        const bool added = ofWeight && weights.is_same(weight.grad());
        return {inputs, added ? torch::Tensor() : weights,
                context->needs_input_grad(2) ? gradient.to(torch::kFloat).sum(0) : torch::Tensor()};
    }
};

}  // namespace

bool isLargeLinear(const torch::Tensor& weight)
{
    return weight.is_cpu() && weight.numel() >= kLargeWeights;
}

torch::Tensor sharedLinear(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& bias,
                           torch::ScalarType type)
{
    return LinearFunction::apply(x.to(type).contiguous(), weight, bias);
}

}  // namespace glyphscope
