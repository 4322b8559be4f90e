// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/shared.h"

#include "model/network/detail/pieces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

namespace glyphscope {
namespace {

constexpr std::int64_t kImagesOfPiece = 16;
constexpr std::int64_t kMostImagePieces = 16;

using Tensors = std::vector<torch::Tensor>;

struct ImageRange {
    std::int64_t begin;
    std::int64_t count;
    torch::Tensor of(const torch::Tensor& batch) const { return batch.narrow(0, begin, count); }
};

ImageRange imagesOf(std::int64_t piece, std::int64_t pieces, std::int64_t images)
{
    const std::int64_t begin = pieceBegin(piece, pieces, images);
    return {begin, pieceBegin(piece + 1, pieces, images) - begin};
}

/// A graph of its own for each piece, so that the way back can be shared out, too.
struct PieceGraphs : torch::CustomClassHolder {
    std::vector<Tensors> inputs;
    Tensors outputs;
};

struct SharedFunction : torch::autograd::Function<SharedFunction> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, at::TensorList inputs,
                                 at::TensorList parameters, const PieceWork* work)
    {
        const auto graphs = c10::make_intrusive<PieceGraphs>();
        const std::int64_t images = inputs.front().size(0);
        const std::int64_t pieces = imagePieces(images);
        graphs->inputs.resize(static_cast<std::size_t>(pieces));
        graphs->outputs.resize(static_cast<std::size_t>(pieces));
        Tensors values(static_cast<std::size_t>(pieces));
        forPieces(pieces, [&](std::int64_t i) {
            const auto piece = static_cast<std::size_t>(i);
            const torch::AutoGradMode withGraph(true);
            for (const torch::Tensor& input : inputs)
                graphs->inputs[piece].push_back(
                    imagesOf(i, pieces, images).of(input).detach().requires_grad_(input.requires_grad()));
            graphs->outputs[piece] = (*work)(i, graphs->inputs[piece]);
            values[piece] = graphs->outputs[piece].detach();
        });
        context->saved_data["graphs"] = torch::IValue::make_capsule(graphs);
        context->saved_data["inputs"] = static_cast<std::int64_t>(inputs.size());
        context->save_for_backward(parameters.vec());
        return torch::cat(values);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto graphs =
            c10::static_intrusive_pointer_cast<PieceGraphs>(context->saved_data["graphs"].toCapsule());
        const auto inputs = static_cast<std::size_t>(context->saved_data["inputs"].toInt());
        const Tensors parameters = context->get_saved_variables();
        const auto pieces = static_cast<std::int64_t>(graphs->outputs.size());
        const std::int64_t images = gradients[0].size(0);
        std::vector<Tensors> found(graphs->outputs.size());
        forPieces(pieces, [&](std::int64_t i) {
            const auto piece = static_cast<std::size_t>(i);
            Tensors wanted;
            for (const Tensors* list : std::array<const Tensors*, 2>{&graphs->inputs[piece], &parameters})
                std::ranges::copy_if(*list, std::back_inserter(wanted), &torch::Tensor::requires_grad);
            found[piece] =
                torch::autograd::grad({graphs->outputs[piece]}, wanted,
                                      {imagesOf(i, pieces, images).of(gradients[0])}, false, false, true);
            graphs->outputs[piece] = torch::Tensor();
        });
        Tensors result;
        std::size_t at = 0;
        for (std::size_t k = 0; k < inputs; ++k)
            result.push_back(graphs->inputs.front()[k].requires_grad() ? joined(found, at++)
                                                                       : torch::Tensor());
        for (const torch::Tensor& parameter : parameters)
            result.push_back(parameter.requires_grad() ? addedUp(found, at++) : torch::Tensor());
        result.emplace_back();
        return result;
    }

private:
    static torch::Tensor joined(const std::vector<Tensors>& found, std::size_t at)
    {
        Tensors parts;
        for (const Tensors& piece : found)
            parts.push_back(piece[at]);
        return parts.front().defined() ? torch::cat(parts) : torch::Tensor();
    }

    static torch::Tensor addedUp(std::vector<Tensors>& found, std::size_t at)
    {
        torch::Tensor sum = found.front()[at];
        for (std::size_t i = 1; i < found.size() && sum.defined(); ++i)
            sum.add_(found[i][at]);
        return sum;
    }
};

constexpr at::MemoryFormat kByPixel = at::MemoryFormat::ChannelsLast;

/// Values lie pixel by pixel, the channels of one beside each other.
struct Pixels {
    std::int64_t images;
    std::int64_t ofImage;
    std::int64_t channels;

    explicit Pixels(const torch::Tensor& x)
        : images(x.size(0)), ofImage(x.size(2) * x.size(3)), channels(x.size(1))
    {
    }
    [[nodiscard]] std::int64_t count() const { return images * ofImage; }
};

using Sums = std::vector<double>;  // a channel

/// Sums of a(k) and of a(k) times b(k) over the pixels, piece by piece, in float for a row of pixels.
template <typename First, typename Second>
std::pair<Sums, Sums> sumsOf(const Pixels& pixels, const First& first, const Second& second)
{
    constexpr std::int64_t kRow = 64;  // pixels, before float has lost too much
    const std::int64_t pieces = imagePieces(pixels.images);
    const auto channels = static_cast<std::size_t>(pixels.channels);
    std::vector<std::pair<Sums, Sums>> parts(static_cast<std::size_t>(pieces),
                                             {Sums(channels), Sums(channels)});
    forPieces(pieces, [&](std::int64_t i) {
        auto& [sums, products] = parts[static_cast<std::size_t>(i)];
        const ImageRange range = imagesOf(i, pieces, pixels.images);
        std::vector<float> a(channels);
        std::vector<float> b(channels);
        const std::int64_t end = (range.begin + range.count) * pixels.ofImage;
        for (std::int64_t row = range.begin * pixels.ofImage; row < end; row += kRow) {
            std::ranges::fill(a, 0.0F);
            std::ranges::fill(b, 0.0F);
            for (std::int64_t pixel = row; pixel < std::min(end, row + kRow); ++pixel) {
                const std::int64_t at = pixel * pixels.channels;
                for (std::size_t c = 0; c < channels; ++c) {
                    const float value = first(at + static_cast<std::int64_t>(c), c);
                    a[c] += value;
                    b[c] += value * second(at + static_cast<std::int64_t>(c), c);
                }
            }
            for (std::size_t c = 0; c < channels; ++c) {
                sums[c] += static_cast<double>(a[c]);
                products[c] += static_cast<double>(b[c]);
            }
        }
    });
    for (std::size_t i = 1; i < parts.size(); ++i)
        for (std::size_t c = 0; c < channels; ++c) {
            parts.front().first[c] += parts[i].first[c];
            parts.front().second[c] += parts[i].second[c];
        }
    return std::move(parts.front());
}

/// y(k) of each value, from its place and its channel.
template <typename Value>
void fill(const Pixels& pixels, float* to, const Value& value)
{
    const std::int64_t pieces = imagePieces(pixels.images);
    forPieces(pieces, [&](std::int64_t i) {
        const ImageRange range = imagesOf(i, pieces, pixels.images);
        const std::int64_t end = (range.begin + range.count) * pixels.ofImage;
        for (std::int64_t pixel = range.begin * pixels.ofImage; pixel < end; ++pixel) {
            const std::int64_t at = pixel * pixels.channels;
            for (std::int64_t c = 0; c < pixels.channels; ++c)
                to[at + c] = value(at + c, static_cast<std::size_t>(c));
        }
    });
}

std::vector<float> floatsOf(const torch::Tensor& tensor)
{
    const torch::Tensor flat = tensor.detach().contiguous();
    return {flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel()};
}

struct BatchNormFunction : torch::autograd::Function<BatchNormFunction> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& weight, const torch::Tensor& bias,
                                 const BatchNormState* state)
    {
        const Pixels pixels(x);
        const auto channels = static_cast<std::size_t>(pixels.channels);
        const torch::Tensor values = x.contiguous(kByPixel);
        const auto* from = values.data_ptr<float>();
        // Around the first pixel's values, or a large mean would leave nothing of the squares.
        const std::vector<float> origin(from, from + channels);
        const auto centred = [&](std::int64_t at, std::size_t c) { return from[at] - origin[c]; };
        const auto [sums, squares] = sumsOf(pixels, centred, centred);
        const torch::Tensor mean = torch::empty({pixels.channels});
        const torch::Tensor inverse = torch::empty({pixels.channels});
        move(*state, pixels, {origin, sums, squares}, mean.data_ptr<float>(), inverse.data_ptr<float>());
        const std::vector<float> scale = floatsOf(weight);
        const std::vector<float> shift = floatsOf(bias);
        std::vector<float> factor(channels);
        std::vector<float> offset(channels);
        for (std::size_t c = 0; c < channels; ++c) {
            factor[c] = scale[c] * inverse.data_ptr<float>()[c];
            offset[c] = shift[c] - mean.data_ptr<float>()[c] * factor[c];
        }
        torch::Tensor y = torch::empty(x.sizes(), x.options(), kByPixel);
        fill(pixels, y.data_ptr<float>(),
             [&](std::int64_t at, std::size_t c) { return from[at] * factor[c] + offset[c]; });
        context->save_for_backward({values, weight, mean, inverse});
        return y;
    }

    /// Ioffe & Szegedy, "Batch Normalization", 2015, section 3.
    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const torch::Tensor gradient = gradients[0].to(torch::kFloat).contiguous(kByPixel);
        const Pixels pixels(gradient);
        const auto channels = static_cast<std::size_t>(pixels.channels);
        const auto* dy = gradient.data_ptr<float>();
        const auto* x = saved[0].data_ptr<float>();
        const auto* mean = saved[2].data_ptr<float>();
        const auto* inverse = saved[3].data_ptr<float>();
        const auto [sums, products] = sumsOf(
            pixels, [dy](std::int64_t at, std::size_t) { return dy[at]; },
            [&](std::int64_t at, std::size_t c) { return (x[at] - mean[c]) * inverse[c]; });
        const std::vector<float> scale = floatsOf(saved[1]);
        torch::Tensor ofInput;
        if (context->needs_input_grad(0)) {
            std::vector<float> factor(channels);
            std::vector<float> slope(channels);
            std::vector<float> offset(channels);
            const auto count = static_cast<double>(pixels.count());
            for (std::size_t c = 0; c < channels; ++c) {
                factor[c] = scale[c] * inverse[c];
                slope[c] = static_cast<float>(products[c] / count) * inverse[c];
                offset[c] = static_cast<float>(sums[c] / count) - mean[c] * slope[c];
            }
            ofInput = torch::empty(gradient.sizes(), gradient.options(), kByPixel);
            fill(pixels, ofInput.data_ptr<float>(), [&](std::int64_t at, std::size_t c) {
                return factor[c] * (dy[at] - x[at] * slope[c] - offset[c]);
            });
        }
        const auto tensorOf = [](const Sums& values) {
            return torch::tensor(values, torch::kDouble).to(torch::kFloat);
        };
        return {ofInput, context->needs_input_grad(1) ? tensorOf(products) : torch::Tensor(),
                context->needs_input_grad(2) ? tensorOf(sums) : torch::Tensor(), torch::Tensor()};
    }

private:
    struct Moments {
        const std::vector<float>& origin;
        const Sums& sums;
        const Sums& squares;
    };

    /// Mean and 1 / sqrt(variance + eps) of each channel; the running ones take their share of them.
    static void move(const BatchNormState& state, const Pixels& pixels, const Moments& moments, float* mean,
                     float* inverse)
    {
        const auto count = static_cast<double>(pixels.count());
        auto* runningMean = state.mean.data_ptr<float>();
        auto* runningVariance = state.variance.data_ptr<float>();
        const auto take = [&state](float& running, double value) {
            running = static_cast<float>((1 - state.momentum) * static_cast<double>(running) +
                                         state.momentum * value);
        };
        for (std::size_t c = 0; c < moments.sums.size(); ++c) {
            const double centre = moments.sums[c] / count;
            const double variance = std::max(0.0, moments.squares[c] / count - centre * centre);
            mean[c] = static_cast<float>(static_cast<double>(moments.origin[c]) + centre);
            inverse[c] = static_cast<float>(1 / std::sqrt(variance + state.eps));
            take(runningMean[c], static_cast<double>(mean[c]));
            take(runningVariance[c], variance * count / (count - 1));
        }
    }
};

bool wantsGradient(const Tensors& tensors)
{
    return std::ranges::any_of(tensors,
                               [](const torch::Tensor& t) { return t.defined() && t.requires_grad(); });
}

}  // namespace

std::int64_t imagePieces(std::int64_t images)
{
    return std::clamp<std::int64_t>(images / kImagesOfPiece, 1, kMostImagePieces);
}

torch::Tensor sharedOut(const std::vector<torch::Tensor>& inputs,
                        const std::vector<torch::Tensor>& parameters, const PieceWork& work)
{
    const std::int64_t images = inputs.front().size(0);
    const std::int64_t pieces = imagePieces(images);
    if (!inputs.front().is_cpu() || pieces == 1)
        return work(0, inputs);
    if (torch::GradMode::is_enabled() && (wantsGradient(inputs) || wantsGradient(parameters)))
        return SharedFunction::apply(at::TensorList(inputs), at::TensorList(parameters), &work);
    Tensors values(static_cast<std::size_t>(pieces));
    forPieces(pieces, [&](std::int64_t i) {
        Tensors mine;
        for (const torch::Tensor& input : inputs)
            mine.push_back(imagesOf(i, pieces, images).of(input));
        values[static_cast<std::size_t>(i)] = work(i, mine);
    });
    return torch::cat(values);
}

torch::Tensor sharedBatchNorm(const torch::Tensor& x, const BatchNormState& state)
{
    TORCH_CHECK(x.size(0) * x.size(2) * x.size(3) > 1,
                "Expected more than 1 value per channel when training, got input size ", x.sizes());
    if (!x.is_cpu())
        return torch::batch_norm(x.to(torch::kFloat), state.weight, state.bias, state.mean, state.variance,
                                 true, state.momentum, state.eps, false);
    const auto orConstant = [&x](const torch::Tensor& parameter, double value) {
        return parameter.defined() ? parameter : torch::full({x.size(1)}, value);
    };
    return BatchNormFunction::apply(x.to(torch::kFloat), orConstant(state.weight, 1),
                                    orConstant(state.bias, 0), &state);
}

}  // namespace glyphscope
