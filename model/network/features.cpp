// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/features.h"

#include "model/kernels/feature_pass.h"
#include "model/kernels/network_sizes.h"
#include "model/network/detail/pieces.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace glyphscope {

using namespace kernels;

namespace {

constexpr std::int64_t kPixels = kSide1 * kSide1;
constexpr std::int64_t kChunk = 8;  // images, whose gradients are summed up before those of others

/// Calls work(chunk, first image, end) for all chunks, on whichever thread is free.
template <typename Work>
void forChunks(std::int64_t images, const Work& work)
{
    forPieces((images + kChunk - 1) / kChunk, [&](std::int64_t chunk) {
        work(chunk, chunk * kChunk, std::min(images, (chunk + 1) * kChunk));
    });
}

FeatureParameters<const float> pointers(const std::vector<torch::Tensor>& values)
{
    return {values[0].data_ptr<float>(), values[1].data_ptr<float>(), values[2].data_ptr<float>(),
            values[3].data_ptr<float>()};
}

std::vector<torch::Tensor> contiguous(const Convolutions& parameters)
{
    return {parameters.conv1.detach().contiguous(), parameters.bias1.detach().contiguous(),
            parameters.conv2.detach().contiguous(), parameters.bias2.detach().contiguous()};
}

/// Adds up what work(first image, end, sums) adds to the sums of its chunk.
template <typename Work>
FeaturePass::Sums sumsOfChunks(std::int64_t images, const Work& work)
{
    std::vector<FeaturePass::Sums> sums(
        static_cast<std::size_t>(std::max<std::int64_t>(1, (images + kChunk - 1) / kChunk)));
    forChunks(images, [&](std::int64_t chunk, std::int64_t begin, std::int64_t end) {
        work(begin, end, sums[static_cast<std::size_t>(chunk)]);
    });
    for (std::size_t chunk = 1; chunk < sums.size(); ++chunk)
        sums.front().add(sums[chunk]);
    return std::move(sums.front());
}

/// The gradients of the convolutions that are wanted; the others are undefined.
std::vector<torch::Tensor> gradientsFrom(const FeaturePass::Sums& sums, bool conv1, bool conv2)
{
    std::vector<torch::Tensor> result(4);
    if (conv1) {
        result[0] = torch::empty({kMaps1, 1, kKernel, kKernel});
        result[1] = torch::empty({kMaps1});
    }
    if (conv2) {
        result[2] = torch::empty({kMaps2, kMaps1, kKernel, kKernel});
        result[3] = torch::empty({kMaps2});
    }
    const auto place = [&result](std::size_t i) {
        return result[i].defined() ? result[i].data_ptr<float>() : nullptr;
    };
    sums.write({place(0), place(1), place(2), place(3)});
    return result;
}

/// A row of `states` for each image, or one for each chunk: what is not kept is written again.
class States {
public:
    States(const FeaturePass& pass, std::int64_t images, bool keep)
        : m_values(torch::empty(
              {keep ? images : (images + kChunk - 1) / kChunk, static_cast<std::int64_t>(pass.stateBytes())},
              torch::kByte))
        , m_images(keep ? 1 : kChunk)
    {
    }

    std::byte* of(std::int64_t image) const
    {
        return reinterpret_cast<std::byte*>(m_values.data_ptr<std::uint8_t>()) +
               image / m_images * m_values.size(1);
    }

private:
    torch::Tensor m_values;
    std::int64_t m_images;  // that one row is for
};

constexpr std::int64_t kPooled = kSide2 * kSide2 * kMaps1;

/// The pass of one batch, or a half of it; with `keep` what backward() needs of every image.
struct Batch : torch::CustomClassHolder {
    Batch(const torch::Tensor& x, const Convolutions& parameters, bool bfloat16, FeatureSpan layers,
          bool keep)
        : pass(pointers(contiguous(parameters)), bfloat16)
        , span(layers)
        , input(x.contiguous(span == FeatureSpan::Second ? at::MemoryFormat::ChannelsLast
                                                         : at::MemoryFormat::Contiguous))
        , states(pass, input.size(0), keep)
    {
    }

    torch::Tensor forward() const
    {
        const std::int64_t count = input.size(0);
        torch::Tensor output = span == FeatureSpan::First ? torch::empty({count, kMaps1, kSide2, kSide2},
                                                                         at::MemoryFormat::ChannelsLast)
                                                          : torch::empty({count, kMaps2, kSide3, kSide3});
        const auto* from = input.data_ptr<float>();
        auto* to = output.data_ptr<float>();
        forChunks(count, [&](std::int64_t, std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                if (span == FeatureSpan::Whole)
                    pass.forward(from + i * kPixels, states.of(i), to + i * kFlat);
                else if (span == FeatureSpan::First)
                    pass.forwardFirst(from + i * kPixels, states.of(i), to + i * kPooled);
                else
                    pass.forwardSecond(from + i * kPooled, states.of(i), to + i * kFlat);
        });
        return output;
    }

    /// Of the parameters; `ofInput` of the second half is written where it is defined.
    std::vector<torch::Tensor> backward(const torch::Tensor& gradient, bool conv1,
                                        const torch::Tensor& ofInput) const
    {
        const torch::Tensor values = gradient.contiguous(
            span == FeatureSpan::First ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous);
        const auto* images = input.data_ptr<float>();
        const auto* from = values.data_ptr<float>();
        auto* to = ofInput.defined() ? ofInput.data_ptr<float>() : nullptr;
        const FeaturePass::Sums sums =
            sumsOfChunks(input.size(0), [&](std::int64_t begin, std::int64_t end, FeaturePass::Sums& chunk) {
                for (std::int64_t i = begin; i < end; ++i)
                    if (span == FeatureSpan::Whole)
                        pass.backward(images + i * kPixels, states.of(i), from + i * kFlat, conv1, chunk);
                    else if (span == FeatureSpan::First)
                        pass.backwardFirst(images + i * kPixels, states.of(i), from + i * kPooled, chunk);
                    else
                        pass.backwardSecond(states.of(i), from + i * kFlat,
                                            to == nullptr ? nullptr : to + i * kPooled, chunk);
            });
        return gradientsFrom(sums, span == FeatureSpan::First || (span == FeatureSpan::Whole && conv1),
                             span != FeatureSpan::First);
    }

    FeaturePass pass;
    FeatureSpan span;
    torch::Tensor input;
    States states;
};

struct FeatureFunction : torch::autograd::Function<FeatureFunction> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x,
                                 const torch::Tensor& conv1, const torch::Tensor& bias1,
                                 const torch::Tensor& conv2, const torch::Tensor& bias2, bool bfloat16,
                                 FeatureSpan span)
    {
        const auto batch =
            c10::make_intrusive<Batch>(x, Convolutions{conv1, bias1, conv2, bias2}, bfloat16, span, true);
        context->saved_data["batch"] = torch::IValue::make_capsule(batch);
        return batch->forward();
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto batch =
            c10::static_intrusive_pointer_cast<Batch>(context->saved_data["batch"].toCapsule());
        const bool conv1 = context->needs_input_grad(1) || context->needs_input_grad(2);
        const torch::Tensor ofInput =
            context->needs_input_grad(0) ? torch::empty_like(batch->input) : torch::Tensor();
        const std::vector<torch::Tensor> parts = batch->backward(gradients[0], conv1, ofInput);
        return {ofInput, parts[0], parts[1], parts[2], parts[3], torch::Tensor(), torch::Tensor()};
    }
};

}  // namespace

bool hasFeatureKernels(torch::ScalarType type)
{
    static const std::vector<FeatureInstructions> here = featureInstructions();
    return std::ranges::any_of(here, [type](const FeatureInstructions& instructions) {
        return instructions.bfloat16 == (type == torch::kBFloat16);
    });
}

bool hasFeatures(const torch::Tensor& images, torch::ScalarType type)
{
    return images.is_cpu() && images.scalar_type() == torch::kFloat && !images.requires_grad() &&
           hasFeatureKernels(type);
}

torch::Tensor features(const torch::Tensor& x, const Convolutions& parameters, torch::ScalarType type,
                       FeatureSpan span)
{
    const auto& [conv1, bias1, conv2, bias2] = parameters;
    const bool first = span != FeatureSpan::Second && (conv1.requires_grad() || bias1.requires_grad());
    const bool second =
        span != FeatureSpan::First && (conv2.requires_grad() || bias2.requires_grad() || x.requires_grad());
    const bool bfloat16 = type == torch::kBFloat16;
    if (!torch::GradMode::is_enabled() || !(first || second))
        return c10::make_intrusive<Batch>(x.detach(), parameters, bfloat16, span, false)->forward();
    // only what the half reads is its input: the gradients of the others do not wait for it
    const auto ifRead = [](bool read, const torch::Tensor& parameter) {
        return read ? parameter : parameter.detach();
    };
    return FeatureFunction::apply(x, ifRead(first, conv1), ifRead(first, bias1), ifRead(second, conv2),
                                  ifRead(second, bias2), bfloat16, span);
}

}  // namespace glyphscope
