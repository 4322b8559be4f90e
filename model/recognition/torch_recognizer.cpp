// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/torch_recognizer.h"

#include "model/network/detail/resources.h"
#include "model/network/detail/simple_cnn.h"
#include "model/recognition/softmax.h"

#include <chrono>

namespace glyphscope {
namespace {

std::vector<float> valuesOf(const torch::Tensor& tensor)
{
    const torch::Tensor flat = tensor.detach().to(torch::kCPU, torch::kFloat).contiguous();
    const auto* data = flat.data_ptr<float>();
    return {data, data + flat.numel()};
}

class TorchRecognizer final : public Recognizer {
public:
    TorchRecognizer(const StateDict& weights, const std::string& device)
        : m_device(deviceNamed(device)), m_network(networkToLoad(classCountOf(weights)))
    {
        loadStateDict(m_network, weights);
        m_network.to(m_device);
        m_network.eval();
        for (const SimpleCNN::Step& step : m_network.steps())
            watch(step);
    }

    Prediction predict(const Glyph& glyph) override
    {
        m_modules = nullptr;
        return predictionOf(valuesOf(logits(glyph)));
    }

    Reading read(const Glyph& glyph) override
    {
        Reading reading;
        m_modules = &reading.modules;
        const auto begin = std::chrono::steady_clock::now();
        reading.prediction = predictionOf(valuesOf(logits(glyph)));
        const auto time = std::chrono::steady_clock::now() - begin;
        reading.microseconds = std::chrono::duration<double, std::micro>(time).count();
        m_modules = nullptr;
        return reading;
    }

private:
    torch::Tensor logits(const Glyph& glyph)
    {
        useThreads(1);  // one image is too little work to share, and the trainer needs the other processors
        const torch::InferenceMode inference;
        auto* bytes = const_cast<std::uint8_t*>(glyph.data());
        const torch::Tensor image = torch::from_blob(bytes, {1, 1, kGlyphSide, kGlyphSide}, torch::kByte);
        return m_network.forward(normalizePixels(image.to(m_device)));
    }

    void watch(const SimpleCNN::Step& step)
    {
        const auto copyOut = [this, step](torch::nn::Module&, const hooks::Tensors&,
                                          const hooks::Tensors& outputs) {
            if (m_modules != nullptr) {
                const torch::Tensor& output = outputs.front();
                ModuleOutput copy{step.name, step.kind, {}, valuesOf(output)};
                for (std::int64_t i = 1; i < output.dim(); ++i)
                    copy.shape.push_back(static_cast<int>(output.size(i)));
                m_modules->push_back(std::move(copy));
            }
            return std::optional<hooks::Tensors>();
        };
        m_hooks.emplace_back(step.hooks->registerForwardHook(copyOut));
    }

    const torch::Device m_device;
    SimpleCNN m_network;
    std::vector<hooks::ScopedHook> m_hooks;
    std::vector<ModuleOutput>* m_modules = nullptr;  // where the hooks copy to during read()
};

}  // namespace

std::unique_ptr<Recognizer> makeTorchRecognizer(const StateDict& weights, const std::string& device)
{
    return std::make_unique<TorchRecognizer>(weights, device);
}

}  // namespace glyphscope
