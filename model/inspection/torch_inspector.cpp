// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inspection/torch_inspector.h"

#include "model/inspection/detail/attributions.h"
#include "model/inspection/detail/modules.h"
#include "model/inspection/detail/score.h"
#include "model/network/detail/resources.h"
#include "model/network/detail/user_hooks.h"
#include "model/types/answer_rule.h"

namespace glyphscope {
namespace {

class TorchInspector final : public Inspector {
public:
    TorchInspector(const StateDict& weights, const std::string& device)
        : m_device(deviceNamed(device))
        , m_temperature(answerRuleOf(weights).temperature)
        , m_network(networkToLoad(specOf(weights)))
    {
        loadStateDict(m_network, weights);
        m_network.to(m_device);
        m_network.eval();
        for (torch::Tensor& parameter : m_network.parameters())
            parameter.requires_grad_(false);  // gradients are taken of activations only
        useThreads(1);
        m_description = glyphscope::describe(m_network);
        setHooks({});
    }

    NetworkDescription describe() override { return m_description; }

    void setHooks(const std::vector<HookSpec>& specs) override
    {
        m_hooks = std::make_unique<UserHooks>(m_network, specs, HookPhase::Predicting);
    }

    std::vector<HookRecord> hookRecords() override { return m_hooks->records(); }
    std::vector<HookEvent> takeHookEvents() override { return m_hooks->takeEvents(); }

    GradientReading gradients(const Glyph& glyph, const ClassTarget& target) override
    {
        prepare("gradient");
        GradientReading result =
            glyphscope::gradients(m_network, inputOf(m_network, glyph, m_device), target);
        result.glyph = glyph;
        return result;
    }

    Attribution attribute(const Glyph& glyph, const AttributionOptions& options,
                          std::stop_token stop) override
    {
        prepare("attribution");
        Attribution result =
            glyphscope::attribute(m_network, inputOf(m_network, glyph, m_device), options, stop);
        result.glyph = glyph;
        return result;
    }

    ChannelSweep sweepChannels(const Glyph& glyph, const std::string& module, std::stop_token stop) override
    {
        prepare("sweep");
        return glyphscope::sweepChannels(m_network, inputOf(m_network, glyph, m_device), module,
                                         m_temperature, stop);
    }

    std::vector<ModuleActivity> activity(const Dataset& images, std::stop_token stop) override
    {
        prepare("activity");
        return glyphscope::activity(m_network, images, m_device, stop);
    }

private:
    void prepare(const char* pass)
    {
        m_hooks->setPass(pass);
        // Two threads wait for each other, ten times as long as one alone takes, while something else runs.
        useThreads(1);
    }

    const torch::Device m_device;
    const double m_temperature;
    Network m_network;
    NetworkDescription m_description;
    std::unique_ptr<UserHooks> m_hooks;
};

}  // namespace

std::unique_ptr<Inspector> makeTorchInspector(const StateDict& weights, const std::string& device)
{
    return std::make_unique<TorchInspector>(weights, device);
}

}  // namespace glyphscope
