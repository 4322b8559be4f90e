// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/detail/features.h"

#include "model/kernels/feature_pass.h"
#include "model/kernels/network_sizes.h"
#include "model/network/detail/pieces.h"

#include <algorithm>
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

/// The pass of one batch; with `keep` what backward() needs of every image.
struct Batch : torch::CustomClassHolder {
    Batch(const torch::Tensor& images, const Convolutions& parameters, bool bfloat16)
        : pass(pointers(contiguous(parameters)), bfloat16), input(images.contiguous())
    {
    }

    torch::Tensor forward(bool keep)
    {
        const std::int64_t count = input.size(0);
        const auto bytes = static_cast<std::int64_t>(pass.stateBytes());
        const std::int64_t chunks = (count + kChunk - 1) / kChunk;
        states = torch::empty({keep ? count : chunks, bytes}, torch::kByte);
        torch::Tensor features = torch::empty({count, kFlat});
        const auto* images = input.data_ptr<float>();
        auto* to = features.data_ptr<float>();
        forChunks(count, [&](std::int64_t chunk, std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                pass.forward(images + i * kPixels, state(keep ? i : chunk), to + i * kFlat);
        });
        return features;
    }

    std::vector<torch::Tensor> backward(const torch::Tensor& gradient, bool conv1) const
    {
        const torch::Tensor values = gradient.contiguous();
        const std::int64_t count = input.size(0);
        std::vector<FeaturePass::Sums> sums(
            static_cast<std::size_t>(std::max<std::int64_t>(1, (count + kChunk - 1) / kChunk)));
        const auto* images = input.data_ptr<float>();
        const auto* from = values.data_ptr<float>();
        forChunks(count, [&](std::int64_t chunk, std::int64_t begin, std::int64_t end) {
            for (std::int64_t i = begin; i < end; ++i)
                pass.backward(images + i * kPixels, state(i), from + i * kFlat, conv1,
                              sums[static_cast<std::size_t>(chunk)]);
        });
        for (std::size_t chunk = 1; chunk < sums.size(); ++chunk)
            sums.front().add(sums[chunk]);
        std::vector<torch::Tensor> result{torch::empty({kMaps1, 1, kKernel, kKernel}), torch::empty({kMaps1}),
                                          torch::empty({kMaps2, kMaps1, kKernel, kKernel}),
                                          torch::empty({kMaps2})};
        sums.front().write({conv1 ? result[0].data_ptr<float>() : nullptr,
                            conv1 ? result[1].data_ptr<float>() : nullptr, result[2].data_ptr<float>(),
                            result[3].data_ptr<float>()});
        if (!conv1)
            result[0] = result[1] = torch::Tensor();
        return result;
    }

    std::byte* state(std::int64_t row) const
    {
        return reinterpret_cast<std::byte*>(states.data_ptr<std::uint8_t>()) + row * states.size(1);
    }

    FeaturePass pass;
    torch::Tensor input;
    torch::Tensor states;
};

struct FeatureFunction : torch::autograd::Function<FeatureFunction> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& images,
                                 const torch::Tensor& conv1, const torch::Tensor& bias1,
                                 const torch::Tensor& conv2, const torch::Tensor& bias2, bool bfloat16)
    {
        const auto batch =
            c10::make_intrusive<Batch>(images, Convolutions{conv1, bias1, conv2, bias2}, bfloat16);
        context->saved_data["batch"] = torch::IValue::make_capsule(batch);
        context->saved_data["conv1"] = conv1.requires_grad() || bias1.requires_grad();
        return batch->forward(true);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                   torch::autograd::variable_list gradients)
    {
        const auto batch =
            c10::static_intrusive_pointer_cast<Batch>(context->saved_data["batch"].toCapsule());
        const std::vector<torch::Tensor> parts =
            batch->backward(gradients[0], context->saved_data["conv1"].toBool());
        return {torch::Tensor(), parts[0], parts[1], parts[2], parts[3], torch::Tensor()};
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

torch::Tensor features(const torch::Tensor& images, const Convolutions& parameters, torch::ScalarType type)
{
    const auto& [conv1, bias1, conv2, bias2] = parameters;
    const bool wanted = torch::GradMode::is_enabled() && (conv1.requires_grad() || bias1.requires_grad() ||
                                                          conv2.requires_grad() || bias2.requires_grad());
    const bool bfloat16 = type == torch::kBFloat16;
    if (!wanted)
        return c10::make_intrusive<Batch>(images, parameters, bfloat16)->forward(false);
    return FeatureFunction::apply(images, conv1, bias1, conv2, bias2, bfloat16);
}

}  // namespace glyphscope
