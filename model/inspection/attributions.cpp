// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/detail/attributions.h"

#include "model/inspection/detail/score.h"
#include "model/network/detail/user_hooks.h"
#include "model/network/detail/values.h"
#include "model/types/error.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <optional>

namespace glyphscope {
namespace {

constexpr std::int64_t kAttributionBatch = 16;  // larger ones leave the caches and gain nothing
constexpr int kMostPasses = 10'000;

void check(const AttributionOptions& options)
{
    const auto inRange = [](int count) { return count >= 1 && count <= kMostPasses; };
    if (!inRange(options.samples) || !inRange(options.steps))
        throw Error(GLYPHSCOPE_TEXT("Inspection", "An attribution takes 1 to %1 samples or steps."),
                    kMostPasses);
    if (!(options.noise >= 0))
        throw Error(GLYPHSCOPE_TEXT("Inspection", "The noise of SmoothGrad must not be negative."));
    if (options.patch < 1 || options.patch > kGlyphSide || options.patch % 2 == 0)
        throw Error(GLYPHSCOPE_TEXT("Inspection",
                                    "Occlusion needs a patch of an odd side from 1 to 27 pixels, not %1."),
                    options.patch);
}

torch::Tensor noisyCopies(const torch::Tensor& input, const AttributionOptions& options)
{
    const torch::Generator generator = at::detail::createCPUGenerator(options.seed);
    const torch::Tensor noise = torch::randn({options.samples, 1, kGlyphSide, kGlyphSide}, generator);
    const double range = (input.max() - input.min()).item<double>();
    return input + noise.mul_(options.noise * range).to(input.device());
}

torch::Tensor valuesFor(const Question& question, const AttributionOptions& options)
{
    const torch::Tensor& input = question.input;
    switch (options.method) {
    case AttributionMethod::Saliency:
        return inputGradients(question, input).abs();
    case AttributionMethod::InputTimesGradient:
        return input * inputGradients(question, input);
    case AttributionMethod::SmoothGrad:
        return meanGradient(question, noisyCopies(input, options)).abs();
    case AttributionMethod::GradCam:
        return gradCam(question, gradCamLayer(question.network, options.layer));
    case AttributionMethod::IntegratedGradients:
        return integratedGradients(question, options.steps);
    case AttributionMethod::Occlusion:
        return occlusion(question, options.patch);
    }
    throw Error(GLYPHSCOPE_TEXT("Inspection", "There is no such way to explain an answer."));
}

Completeness completenessOf(const Question& question, const Attribution& attribution)
{
    const torch::InferenceMode inference;
    const torch::Tensor logits = question.network.forward(paperLike(question.network, question.input));
    Completeness result;
    result.scoreAtInput = attribution.score;
    result.scoreAtBaseline = scoresOf(logits, question.target).item<double>();
    result.sum = std::accumulate(attribution.values.begin(), attribution.values.end(), 0.0);
    return result;
}

}  // namespace

torch::Tensor inputGradients(const Question& question, const torch::Tensor& inputs)
{
    const torch::Tensor x = inputs.detach().requires_grad_();
    const torch::Tensor scores = scoresOf(logitsOf(question.network, x), question.target);
    return torch::autograd::grad({scores.sum()}, {x})[0];
}

torch::Tensor meanGradient(const Question& question, const torch::Tensor& inputs)
{
    torch::Tensor sum = torch::zeros_like(question.input);
    for (const torch::Tensor& batch : inputs.split(kAttributionBatch)) {
        throwIfStopped(question.stop);
        sum += inputGradients(question, batch).sum(0, true);
    }
    return sum / inputs.size(0);
}

std::string gradCamLayer(const Network& network, const std::string& wanted)
{
    const std::vector<NetworkLayer>& layers = network.layers();
    std::string known;
    for (const NetworkLayer& layer : layers)
        if (layer.hasMaps())
            known += (known.empty() ? "" : ", ") + layer.path;
    if (known.empty())
        throw Error(GLYPHSCOPE_TEXT("Inspection", "Grad-CAM looks at maps, and no module of this network has "
                                                  "any. Choose another method."));
    if (wanted.empty())
        return lastLayerWithMaps(layers).path;
    const auto layer = std::ranges::find(layers, wanted, &NetworkLayer::path);
    if (layer == layers.end())
        throw Error(GLYPHSCOPE_TEXT("Inspection", "Grad-CAM: there is no module \"%1\". Choose one of %2."),
                    wanted, known);
    if (!layer->hasMaps())
        throw Error(
            GLYPHSCOPE_TEXT("Inspection", "Grad-CAM: %1 gives no maps, but %2 values. Choose one of %3."),
            wanted, sizeText(layer->outputShape), known);
    return wanted;
}

torch::Tensor gradCam(const Question& question, const std::string& layer)
{
    torch::Tensor maps;
    const torch_hooks::ScopedHook capture(
        stepNamed(question.network, layer)
            .hooks->registerForwardHook([&maps](auto&, auto&, const auto& outputs) {
                maps = outputs[0];
                return std::optional<torch_hooks::Tensors>();
            }));
    const torch::Tensor x = question.input.detach().requires_grad_();
    const torch::Tensor score = scoresOf(question.network.forward(x), question.target).sum();
    const torch::Tensor gradient = torch::autograd::grad({score}, {maps})[0];
    const torch::Tensor weights = gradient.mean({2, 3}, true);
    const torch::Tensor cam = (weights * maps.detach()).sum(1, true).relu();
    return torch::upsample_bilinear2d(cam, {kGlyphSide, kGlyphSide}, false);
}

torch::Tensor integratedGradients(const Question& question, int steps)
{
    const torch::Tensor paper = paperLike(question.network, question.input);
    const torch::Tensor way = question.input - paper;
    const torch::Tensor middles = (torch::arange(steps, way.options()) + 0.5) / steps;
    return way * meanGradient(question, paper + middles.view({-1, 1, 1, 1}) * way);
}

Attribution attribute(Network& network, const torch::Tensor& input, const AttributionOptions& options,
                      const std::stop_token& stop)
{
    check(options);
    throwIfStopped(stop);
    const auto begin = std::chrono::steady_clock::now();
    Attribution result;
    result.method = options.method;
    {
        const torch::InferenceMode inference;
        const torch::Tensor logits = network.forward(input);
        result.target = resolved(options.target, logits);
        result.score = scoresOf(logits, result.target).item<float>();
    }
    if (options.method == AttributionMethod::GradCam)
        result.layer = gradCamLayer(network, options.layer);
    const Question question{network, input, result.target, stop};
    result.values = valuesOf(valuesFor(question, options));
    if (options.method == AttributionMethod::IntegratedGradients)
        result.completeness = completenessOf(question, result);
    const auto time = std::chrono::steady_clock::now() - begin;
    result.milliseconds = std::chrono::duration<double, std::milli>(time).count();
    return result;
}

}  // namespace glyphscope
