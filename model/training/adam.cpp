// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/detail/adam.h"

#include "model/network/detail/pieces.h"

#include <algorithm>
#include <cmath>

namespace glyphscope {
namespace {

constexpr double kEpsilon = 1e-8;  // PyTorch's default

struct Factors {
    float keep, decay, beta1, rest1, beta2, rest2, root2, epsilon, rate;
};

// Compiled for the registers of several processors; the fastest that is there is taken when the library is
// loaded, which is too early for a sanitizer's own code (clang's are not told apart) and wants glibc.
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) &&                 \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
__attribute__((target_clones("avx512f", "avx2", "default")))
#endif
void stepPart(float* parameters, const float* gradients, float* first, float* second, std::int64_t count,
              const Factors& f)
{
    for (std::int64_t i = 0; i < count; ++i) {
        const float parameter = parameters[i] * f.keep;
        const float gradient = gradients[i] + f.decay * parameter;
        first[i] = first[i] * f.beta1 + gradient * f.rest1;
        second[i] = second[i] * f.beta2 + gradient * gradient * f.rest2;
        parameters[i] = parameter + f.rate * (first[i] / (std::sqrt(second[i]) / f.root2 + f.epsilon));
    }
}

}  // namespace

void stepAdam(torch::Tensor parameters, torch::Tensor gradient, torch::Tensor first, torch::Tensor second,
              const AdamValues& v)
{
    constexpr std::int64_t kWorthSharing = 32768;
    constexpr std::int64_t kMostPieces = 16;
    const double correction1 = 1 - std::pow(v.beta1, static_cast<double>(v.step));
    const double correction2 = 1 - std::pow(v.beta2, static_cast<double>(v.step));
    const double keep = v.decoupled ? 1 - v.learningRate * v.decay : 1;
    const double decay = v.decoupled ? 0 : v.decay;
    if (parameters.is_cpu()) {
        const auto narrow = [](double value) { return static_cast<float>(value); };
        const Factors factors{narrow(keep),
                              narrow(decay),
                              narrow(v.beta1),
                              narrow(1 - v.beta1),
                              narrow(v.beta2),
                              narrow(1 - v.beta2),
                              narrow(std::sqrt(correction2)),
                              narrow(kEpsilon),
                              narrow(-v.learningRate / correction1)};
        auto* to = parameters.data_ptr<float>();
        const auto* from = gradient.data_ptr<float>();
        auto* m = first.data_ptr<float>();
        auto* s = second.data_ptr<float>();
        const std::int64_t count = parameters.numel();
        const std::int64_t pieces = std::clamp<std::int64_t>(count / kWorthSharing, 1, kMostPieces);
        forPieces(pieces, [&](std::int64_t i) {
            const std::int64_t begin = pieceBegin(i, pieces, count);
            stepPart(to + begin, from + begin, m + begin, s + begin, pieceBegin(i + 1, pieces, count) - begin,
                     factors);
        });
        return;
    }
    parameters.mul_(keep);
    const torch::Tensor whole = decay == 0 ? gradient : gradient.add(parameters, decay);
    first.mul_(v.beta1).add_(whole, 1 - v.beta1);
    second.mul_(v.beta2).addcmul_(whole, whole, 1 - v.beta2);
    const torch::Tensor denominator = second.sqrt().div_(std::sqrt(correction2)).add_(kEpsilon);
    parameters.addcdiv_(first, denominator, -v.learningRate / correction1);
}

}  // namespace glyphscope
