// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/torch_recognizer.h"

#include "model/network/detail/network.h"
#include "model/network/detail/resources.h"
#include "model/network/detail/user_hooks.h"
#include "model/network/detail/values.h"
#include "model/recognition/softmax.h"
#include "model/types/class_names.h"

#include <algorithm>
#include <chrono>

namespace glyphscope {
namespace {

using Clock = std::chrono::steady_clock;

double microsecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

class TorchRecognizer final : public Recognizer {
public:
    TorchRecognizer(const StateDict& weights, const std::string& device)
        : m_device(deviceNamed(device))
        , m_rule(answerRuleOf(weights))
        , m_classes(classesOf(weights))
        , m_network(networkToLoad(specOf(weights)))
    {
        loadStateDict(m_network, weights);
        m_network.to(m_device);
        m_network.eval();
        watchAll();
    }

    Prediction predict(const Glyph& glyph) override { return answerTo(logits(inputOf(glyph))); }

    Reading read(const Glyph& glyph) override
    {
        Reading reading;
        reading.glyph = glyph;
        const torch::Tensor input = inputOf(glyph);
        reading.input = valuesOf(input);
        m_modules = &reading.modules;
        m_started.clear();
        const Clock::time_point begin = Clock::now();
        try {
            reading.prediction = answerTo(logits(input));
        } catch (...) {
            m_modules = nullptr;  // a hook of the user may throw
            throw;
        }
        reading.microseconds = microsecondsSince(begin);
        m_modules = nullptr;
        if (m_userHooks) {
            reading.hooks = m_userHooks->records();
            if (m_userHooks->changeValues())
                reading.withoutHooks = predictionWithoutHooks(input);
        }
        return reading;
    }

    void setHooks(const std::vector<HookSpec>& specs) override
    {
        m_userHooks.reset();
        m_userHooks = std::make_unique<UserHooks>(m_network, specs, HookPhase::Predicting);
        m_watchers.clear();  // behind the user's hooks again: they see what those leave
        watchAll();
    }

    std::vector<HookEvent> takeHookEvents() override
    {
        return m_userHooks ? m_userHooks->takeEvents() : std::vector<HookEvent>();
    }

private:
    torch::Tensor inputOf(const Glyph& glyph) const
    {
        const torch::InferenceMode inference;
        auto* bytes = const_cast<std::uint8_t*>(glyph.data());
        const torch::Tensor image = torch::from_blob(bytes, {1, 1, kGlyphSide, kGlyphSide}, torch::kByte);
        return normalizePixels(image.to(m_device), m_network.spec().input);
    }

    torch::Tensor logits(const torch::Tensor& input)
    {
        useThreads(1);  // one image is too little work to share, and the trainer needs the other processors
        const torch::InferenceMode inference;
        return m_network.forward(input);
    }

    Prediction answerTo(const torch::Tensor& logits) const
    {
        Prediction prediction = predictionOf(valuesOf(logits), m_rule);
        prediction.classes = m_classes;
        return prediction;
    }

    Prediction predictionWithoutHooks(const torch::Tensor& input)
    {
        m_userHooks->setActive(false);
        const torch::Tensor result = logits(input);
        m_userHooks->setActive(true);
        return answerTo(result);
    }

    void watchAll()
    {
        for (const Network::Step& step : m_network.steps())
            watch(step);
    }

    /// Around the module alone: after the user's pre-hooks, before their forward hooks; the copy after those.
    void watch(const Network::Step& step)
    {
        using torch_hooks::Tensors;
        const auto start = [this](torch::nn::Module&, const Tensors&) {
            m_started.push_back(Clock::now());
            return std::optional<Tensors>();
        };
        const auto stop = [this](torch::nn::Module&, const Tensors&, const Tensors&) {
            m_elapsed = microsecondsSince(m_started.back());
            m_started.pop_back();
            return std::optional<Tensors>();
        };
        const auto layer = std::ranges::find(m_network.layers(), step.name, &NetworkLayer::path);
        const auto copyOut = [this, step, sources = layer->sources](torch::nn::Module&, const Tensors&,
                                                                    const Tensors& outputs) {
            if (m_modules != nullptr)
                m_modules->push_back({step.name, step.kind, shapeWithoutBatch(outputs.front()),
                                      valuesOf(outputs.front()), m_elapsed, sources});
            return std::optional<Tensors>();
        };
        m_watchers.emplace_back(step.hooks->registerForwardPreHook(start));
        m_watchers.emplace_back(step.hooks->registerForwardHook(stop, {true, false}));
        m_watchers.emplace_back(step.hooks->registerForwardHook(copyOut));
    }

    const torch::Device m_device;
    const AnswerRule m_rule;
    const ClassSet m_classes;
    Network m_network;
    std::unique_ptr<UserHooks> m_userHooks;
    std::vector<torch_hooks::ScopedHook> m_watchers;
    std::vector<Clock::time_point> m_started;  // of the modules that are being done, a block first
    double m_elapsed = 0;
    std::vector<ModuleOutput>* m_modules = nullptr;  // where the watchers copy to during read()
};

}  // namespace

std::unique_ptr<Recognizer> makeTorchRecognizer(const StateDict& weights, const std::string& device)
{
    return std::make_unique<TorchRecognizer>(weights, device);
}

}  // namespace glyphscope
