// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/attribution.h"
#include "model/types/channel_effect.h"
#include "model/types/dataset.h"
#include "model/types/gradients.h"
#include "model/types/hook_spec.h"
#include "model/types/network_description.h"
#include "model/types/raster.h"

#include <stop_token>
#include <string>
#include <vector>

namespace glyphscope {

/// Takes a network with weights that never change apart. Functions block; safe to call from one thread at a
/// time. Throw Error for a module or class that the network does not have.
class Inspector {
public:
    virtual ~Inspector() = default;

    /// Modules and parameters as they are registered, with shapes, costs and where the tensors are.
    [[nodiscard]] virtual NetworkDescription describe() = 0;

    /// The user's hooks (those for predicting) take part in everything below.
    virtual void setHooks(const std::vector<HookSpec>& specs) = 0;
    /// Of every hook since setHooks(); calls since the last takeHookEvents(), the newest 1,000.
    [[nodiscard]] virtual std::vector<HookRecord> hookRecords() = 0;
    [[nodiscard]] virtual std::vector<HookEvent> takeHookEvents() = 0;

    /// The gradient of a score at every module's output, by full backward hooks.
    [[nodiscard]] virtual GradientReading gradients(const Glyph& glyph, const ClassTarget& target) = 0;

    /// Which pixels a score rests on. Stopped early it throws Error, "stopped".
    [[nodiscard]] virtual Attribution attribute(const Glyph& glyph, const AttributionOptions& options,
                                                std::stop_token stop) = 0;

    /// The answer without each of the module's channels in turn.
    [[nodiscard]] virtual ChannelSweep sweepChannels(const Glyph& glyph, const std::string& module,
                                                     std::stop_token stop) = 0;

    /// How every module's channels behave over `images`, which must not be empty.
    [[nodiscard]] virtual std::vector<ModuleActivity> activity(const Dataset& images,
                                                               std::stop_token stop) = 0;
};

}  // namespace glyphscope
