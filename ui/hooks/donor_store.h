// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/prediction.h"

#include <memory>
#include <vector>

namespace glyphscope {

/// A drawing kept for patching: everything that the network made of it.
struct HookDonor {
    Glyph glyph{};
    int best = -1;
    ModuleOutput input;  ///< 1x28x28: what the first module got
    std::vector<ModuleOutput> modules;
};

/// The donors that hooks may take values from. A donor goes when another was kept since and no hook uses it.
class DonorStore {
public:
    /// False where the reading holds no drawing.
    bool keep(const Reading& reading);
    [[nodiscard]] bool empty() const { return m_donors.empty(); }
    [[nodiscard]] const HookDonor* newest() const { return empty() ? nullptr : m_donors.back().get(); }

    /// What the newest donor gave at this place: for a forward hook the module's output, for a forward
    /// pre-hook its input. Null where there is none. It keeps the whole donor alive.
    [[nodiscard]] std::shared_ptr<const ModuleOutput> valueFor(HookKind kind,
                                                               const std::string& module) const;

    /// The donor that a value came from; null if it is none of ours.
    [[nodiscard]] const HookDonor* ownerOf(const std::shared_ptr<const ModuleOutput>& value) const;

private:
    std::vector<std::shared_ptr<const HookDonor>> m_donors;  // the newest last
};

}  // namespace glyphscope
