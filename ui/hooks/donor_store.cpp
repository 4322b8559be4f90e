// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hooks/donor_store.h"

#include "ui/hooks/hook_places.h"

#include <algorithm>

namespace glyphscope {

bool DonorStore::keep(const Reading& reading)
{
    if (reading.modules.empty() || reading.prediction.verdict == Verdict::Empty)
        return false;
    auto donor = std::make_shared<HookDonor>();
    donor->glyph = reading.glyph;
    donor->best = reading.prediction.best;
    donor->input = {
        .name = "input", .kind = {}, .shape = {1, kGlyphSide, kGlyphSide}, .values = reading.input};
    donor->modules = reading.modules;
    std::erase_if(m_donors, [](const auto& kept) { return kept.use_count() == 1; });
    m_donors.push_back(std::move(donor));
    return true;
}

std::shared_ptr<const ModuleOutput> DonorStore::valueFor(HookKind kind, const std::string& module) const
{
    if (empty() || !canPatch(kind, module))
        return nullptr;
    const auto& donor = m_donors.back();
    const auto found = std::ranges::find_if(
        donor->modules, [&](const ModuleOutput& output) { return output.name == module; });
    if (found == donor->modules.end())
        return nullptr;
    if (kind == HookKind::Forward)
        return {donor, &*found};
    const ModuleOutput* before = found == donor->modules.begin() ? &donor->input : &*(found - 1);
    return before->values.empty() ? nullptr : std::shared_ptr<const ModuleOutput>(donor, before);
}

const HookDonor* DonorStore::ownerOf(const std::shared_ptr<const ModuleOutput>& value) const
{
    const auto owns = [&](const std::shared_ptr<const HookDonor>& donor) {
        return !value.owner_before(donor) && !donor.owner_before(value);
    };
    const auto found = value ? std::ranges::find_if(m_donors, owns) : m_donors.end();
    return found == m_donors.end() ? nullptr : found->get();
}

}  // namespace glyphscope
