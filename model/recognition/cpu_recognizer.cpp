// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/recognition/cpu_recognizer.h"

#include "model/kernels/forward_pass.h"
#include "model/recognition/softmax.h"
#include "model/types/class_names.h"
#include "model/types/error.h"

#include <chrono>
#include <utility>

namespace glyphscope {
namespace {

class CpuRecognizer final : public Recognizer {
public:
    CpuRecognizer(const StateDict& weights, HookedMaker makeHooked)
        : m_pass(std::make_shared<const PackedNetwork>(weights))
        , m_rule(answerRuleOf(weights))
        , m_classes(classesOf(weights))
        , m_makeHooked(std::move(makeHooked))
    {
    }

    Prediction predict(const Glyph& glyph) override
    {
        if (m_hooked)
            return m_hooked->predict(glyph);
        const std::span<const float> logits = m_pass.logits(glyph);
        return answerTo({logits.begin(), logits.end()});
    }

    Reading read(const Glyph& glyph) override
    {
        if (m_hooked)
            return m_hooked->read(glyph);
        Reading reading;
        reading.glyph = glyph;
        const auto begin = std::chrono::steady_clock::now();
        reading.modules = m_pass.modules(glyph);
        const auto time = std::chrono::steady_clock::now() - begin;
        reading.microseconds = std::chrono::duration<double, std::micro>(time).count();
        reading.prediction = answerTo(reading.modules.back().values);
        reading.input = m_pass.input();
        return reading;
    }

    void setHooks(const std::vector<HookSpec>& hooks) override
    {
        m_hooked.reset();
        if (hooks.empty())
            return;
        if (!m_makeHooked)
            throw Error(GLYPHSCOPE_TEXT("Recognition", "Hooks need LibTorch, which is not loaded."));
        std::unique_ptr<Recognizer> hooked = m_makeHooked();
        hooked->setHooks(hooks);
        m_hooked = std::move(hooked);
    }

    std::vector<HookEvent> takeHookEvents() override
    {
        return m_hooked ? m_hooked->takeHookEvents() : std::vector<HookEvent>();
    }

private:
    Prediction answerTo(std::vector<float> logits) const
    {
        Prediction prediction = predictionOf(std::move(logits), m_rule);
        prediction.classes = m_classes;
        return prediction;
    }

    ForwardPass m_pass;
    const AnswerRule m_rule;
    const ClassSet m_classes;
    HookedMaker m_makeHooked;
    std::unique_ptr<Recognizer> m_hooked;  // while there are hooks
};

}  // namespace

std::unique_ptr<Recognizer> makeCpuRecognizer(const StateDict& weights, HookedMaker makeHooked)
{
    return std::make_unique<CpuRecognizer>(weights, std::move(makeHooked));
}

}  // namespace glyphscope
